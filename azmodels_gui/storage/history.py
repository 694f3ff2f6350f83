# SPDX-License-Identifier: MIT
"""The catalogues that can be gone back to, for a list the user chooses from."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from azmodels_gui.storage import kept_files
from azmodels_gui.storage.catalog_file import head_of
from azmodels_gui.storage.errors import CatalogError
from azmodels_gui.storage.files import read_bytes
from azmodels_gui.storage.record import KeptRecord
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.storage.trust import Keys, Trust


@dataclass(frozen=True)
class KeptCatalog:
    """One kept catalogue, or the bundled one."""

    serial: int
    trust: Trust
    """`REVOKED`: it stays on disk but cannot be used while today's keys are set."""
    in_use: bool
    bundled: bool
    """It is the one that comes with the program."""
    published: date | None
    """None: not remembered, and the file does not say."""
    received: datetime | None
    source: str
    """Host and path, or file, it came from; empty: not remembered."""


def history(store: CatalogStore, keys: Keys) -> tuple[KeptCatalog, ...]:
    """Return all kept catalogues and the bundled one, the newest first.

    None is parsed; where the record was lost, the beginning of the file tells the day.
    """
    in_use, record = store.in_use(keys), store.record()
    found = []
    for serial in store.serials():
        known, bundled = record.kept.get(str(serial)), serial == store.bundled_serial
        found.append(
            KeptCatalog(
                serial=serial,
                trust=store.trust(serial, keys),
                in_use=serial == in_use,
                bundled=bundled,
                published=_published(store, serial, known),
                received=known.received if known else None,
                source=known.source if known else "",
            )
        )
    return tuple(found)


def _published(store: CatalogStore, serial: int, known: KeptRecord | None) -> date | None:
    if serial == store.bundled_serial:
        return store.bundled_head.published
    if known is not None:
        return known.published
    with suppress(CatalogError):
        return head_of(read_bytes(kept_files.path_of(store.folder, serial))).published
    return None
