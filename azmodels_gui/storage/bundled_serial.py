# SPDX-License-Identifier: MIT
"""The serial of a catalogue of ours without reading all of it."""

import re

from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog
from azmodels_gui.storage.errors import InstallationDamaged

HEAD_BYTES = 400
_SERIAL = re.compile(rb'\A\{\s*"schema_version":\s*"[\d.]+",\s*"serial":\s*(\d{1,13}),')


def bundled_serial(data: bytes) -> int:
    """Return the serial; our files begin with it, of others the whole is read.

    Raises:
        InstallationDamaged: these bytes are no catalogue.
    """
    match = _SERIAL.match(data[:HEAD_BYTES])
    if match:
        return int(match[1])
    try:
        return parse_catalog(data).serial
    except CatalogUnusable as error:
        raise InstallationDamaged(f"the bundled catalogue is unusable ({error})") from error
