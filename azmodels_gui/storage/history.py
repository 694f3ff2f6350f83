# SPDX-License-Identifier: MIT
"""The catalogues that can be gone back to, for a list the user chooses from."""

from dataclasses import dataclass
from datetime import date, datetime

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
    """None: not remembered."""
    received: datetime | None
    source: str
    """Host and path, or file, it came from; empty: not remembered."""


def history(store: CatalogStore, keys: Keys) -> tuple[KeptCatalog, ...]:
    """Return all kept catalogues and the bundled one, the newest first; none is parsed."""
    in_use, record = store.in_use(keys), store.record()
    found = []
    for serial in store.serials():
        known, bundled = record.kept.get(str(serial)), serial == store.bundled_serial
        published = known.published if known else None
        found.append(
            KeptCatalog(
                serial=serial,
                trust=store.trust(serial, keys),
                in_use=serial == in_use,
                bundled=bundled,
                published=store.bundled_head.published if bundled else published,
                received=known.received if known else None,
                source=known.source if known else "",
            )
        )
    return tuple(found)
