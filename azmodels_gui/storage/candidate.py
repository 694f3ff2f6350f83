# SPDX-License-Identifier: MIT
"""The checks of a catalogue that came from outside, in their order; nothing is written."""

import codecs
from dataclasses import dataclass
from fractions import Fraction

from azmodels_gui.catalog import loading
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.offer_changes import vanished_availability
from azmodels_gui.storage.errors import EMPTY, RefreshFailed
from azmodels_gui.storage.files import MAX_BYTES
from azmodels_gui.storage.problem import Problem
from azmodels_gui.storage.trust import Keys, Trust, check_signature

MOST_LOST = Fraction(1, 10)
"""A renamed folder at the source once made other trackers report 112 models as gone."""


@dataclass(frozen=True)
class Candidate:
    """Bytes that may be a catalogue."""

    name: str
    """Host and path, or file, for messages."""
    data: bytes
    signature: bytes | None = None


def checked_catalog(candidate: Candidate, keys: Keys) -> tuple[Catalog, Trust]:
    """Return the catalogue after the checks it can fail by itself: size, signature, JSON, schema.

    Raises:
        RefreshFailed: the first check that it fails.
    """
    name, data = candidate.name, candidate.data
    if len(data) > MAX_BYTES:
        raise RefreshFailed(Problem.TOO_LARGE, name=name, mebibytes=MAX_BYTES // 1024**2)
    try:
        trust = check_signature(name, data, candidate.signature, keys)
        return _parsed(name, data), trust
    except RefreshFailed as error:
        if (
            data[:1_000].lstrip()[:1] == b"<"
        ):  # the sign-in page of a network answers everything with 200
            raise RefreshFailed(Problem.WEB_PAGE, name=name) from error
        raise


def check_serial(name: str, serial: int, held: int) -> None:
    """Return if a serial is not older than that of the catalogue held.

    Raises:
        RefreshFailed: it is; somebody may be replaying an old file.
    """
    if serial < held:
        raise RefreshFailed(Problem.OLDER, name=name, serial=serial, held=held)


def loses_too_much(held: Catalog, new: Catalog) -> tuple[bool, int, int]:
    """Return whether more than a tenth of the offered cells would vanish, how many, of how many."""
    lost, total = vanished_availability(held, new)
    return lost > MOST_LOST * total, lost, total


def _parsed(name: str, data: bytes) -> Catalog:
    text = data.removeprefix(codecs.BOM_UTF8)
    if not text or text.isspace():
        raise RefreshFailed(Problem.NOT_A_CATALOG, name=name, reason=EMPTY)
    try:
        return loading.parse_in_pieces(text)
    except loading.SchemaTooNew as error:
        raise RefreshFailed(Problem.SCHEMA_TOO_NEW, name=name) from error
    except loading.CatalogUnusable as error:
        raise RefreshFailed(Problem.NOT_A_CATALOG, name=name, reason=error) from error
