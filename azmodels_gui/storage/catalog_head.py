# SPDX-License-Identifier: MIT
"""Serial and day of the bundled catalogue without reading all of it."""

import re
from contextlib import suppress
from datetime import date

from msgspec import Struct

from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog
from azmodels_gui.storage.errors import bundled_unusable

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
