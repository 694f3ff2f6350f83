# SPDX-License-Identifier: MIT
"""A catalogue from a file, with the bundled one as the floor."""

import codecs
import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from azmodels_gui.catalog import loading
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog
from azmodels_gui.language.words import N_, Joined, Phrase
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from azmodels_gui.storage.errors import (
    EMPTY,
    CatalogError,
    CatalogFileUnusable,
    Reason,
    bundled_unusable,
)
from azmodels_gui.storage.files import read_bytes
from azmodels_gui.storage.trust import Trust

HEAD_BYTES = 400
_HEAD = re.compile(
    rb'\A\{\s*"schema_version":\s*"[\d.]+",\s*"serial":\s*(\d{1,13}),'
    rb'\s*"published":\s*"(\d{4}-\d\d-\d\d)"'
)


class CatalogHead(Struct, frozen=True):
    """What a list of catalogues shows of one."""

    serial: int
    published: date


def head_of(data: bytes) -> CatalogHead:
    """Return serial and day; our files begin with them, of others the whole is read.

    Raises:
        InstallationDamaged: these bytes are no catalogue.
    """
    match = _HEAD.match(data[:HEAD_BYTES])
    if match:
        with suppress(ValueError):  # no such day: reading the whole tells
            return CatalogHead(int(match[1]), date.fromisoformat(match[2].decode()))
    try:
        catalog = parse_catalog(data)
    except CatalogUnusable as error:
        raise bundled_unusable(error) from error
    return CatalogHead(catalog.serial, catalog.published)


class Loaded(Struct, frozen=True):
    """A catalogue and where it comes from."""

    catalog: Catalog
    origin: Path | None = None
    """None: the bundled catalogue."""
    warning: CatalogError | None = None
    """Why another file than the one asked for is shown; None: it is the one asked for."""
    trust: Trust = Trust.UNSIGNED
    """What is known of its origin; a file that was named is shown without a check."""


def catalog_or_bundled(path: Path | None = None) -> Loaded:
    """Return the catalogue of a file; if it is unusable, the bundled one and a warning.

    Raises:
        InstallationDamaged: the bundled catalogue itself is missing or unusable.
    """
    if path is None:
        return Loaded(bundled_catalog(), trust=Trust.BUNDLED)
    try:
        return Loaded(read_catalog(path), origin=path)
    except CatalogError as error:
        return Loaded(bundled_catalog(), warning=error, trust=Trust.BUNDLED)


def read_catalog(path: Path, *, strict: bool = False) -> Catalog:
    """Return the catalogue that a file holds, and nothing instead of it.

    Args:
        path: a JSON document in UTF-8; a byte order mark at its start is ignored.
        strict: refuse unknown fields, and keys that come twice in one object, as publishing
            does; readers ignore the former and go by the last of the latter.

    Raises:
        FileUnreadable: missing, a folder, no permission, too large.
        CatalogFileUnusable: empty, not UTF-8, not JSON, or not a catalogue; it names the place.
    """
    data = read_bytes(path).removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        raise CatalogFileUnusable(path, EMPTY)
    try:
        catalog = loading.parse_catalog(data, strict=strict)
    except loading.CatalogUnusable as error:
        raise CatalogFileUnusable(path, _not_utf8(data) or error) from error
    twice = _keys_that_come_twice(data) if strict else []
    if twice:
        raise CatalogFileUnusable(
            path, Phrase(N_("{keys}: more than once in one object"), keys=Joined(twice))
        )
    return catalog


def bundled_catalog() -> Catalog:
    """Return the catalogue that comes with the program.

    Raises:
        InstallationDamaged: it is missing or unusable.
    """
    try:
        return loading.parse_catalog(bundled_catalog_bytes())
    except loading.CatalogUnusable as error:
        raise bundled_unusable(error) from error


def _keys_that_come_twice(data: bytes) -> list[str]:
    """Return keys whose first value JSON readers drop without a word."""
    found: dict[str, None] = {}

    def look(pairs: list[tuple[str, object]]) -> None:
        keys = [key for key, _ in pairs]
        if len(set(keys)) < len(keys):
            found.update((repr(key), None) for key in keys if keys.count(key) > 1)

    json.loads(data, object_pairs_hook=look)
    return list(found)


def _not_utf8(data: bytes) -> Reason | None:
    """Return a better reason than the JSON parser's for text in another encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return N_("it is text in UTF-16; save it as UTF-8")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = N_("it is not UTF-8 at byte {byte} (line {line}); save it as UTF-8")
        return Phrase(where, byte=error.start, line=line)
    return None
