# SPDX-License-Identifier: MIT
"""Counts the faults that were tried, and holds that no catalogue is lost by any."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.storage.home import Home


@dataclass
class Survival:
    """The counts of one test."""

    tried: int = 0
    survived: int = 0
    lost: int = 0

    @contextmanager
    def unchanged(self, home: Home) -> Iterator[None]:
        """Hold that the block changes neither the catalogue in use nor any kept one."""
        before, kept = home.loaded(), kept_bytes(home)
        self.tried += 1
        yield
        after = home.loaded()
        intact = after.catalog == before.catalog and kept.items() <= kept_bytes(home).items()
        self.count(intact)
        assert intact

    def count(self, intact: bool) -> None:
        """Count how one fault ended."""
        self.survived += intact
        self.lost += not intact


def kept_bytes(home: Home) -> dict[int, bytes]:
    store = home.store
    return {serial: store.data(serial) for serial in store.serials()}
