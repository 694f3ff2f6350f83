# SPDX-License-Identifier: MIT
"""What the views of the Regions page show: which entries, deployment type and regions."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from azmodels_gui.catalog.bitmask import mask_of
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.index import CatalogIndex


class RegionOrder(StrEnum):
    """How regions are put side by side."""

    PLACE = "place"
    """By geography and data zone."""
    COUNT = "count"
    """By how many of the entries they offer, most first."""


@dataclass(frozen=True)
class RegionScope:
    """Given to every view of the page alike, and replaced as a whole."""

    index: CatalogIndex
    rows: tuple[int, ...] = ()
    """Rows of the catalogue, in the order they are shown."""
    deployment_type: str = ""
    """SKU name; empty: standard, provisioned and batch together."""
    order: RegionOrder = RegionOrder.PLACE
    every_region: bool = False
    """Also the regions in which nothing in the catalogue is offered."""
    marked: frozenset[str] = frozenset()
    """Regions that stand out: those the filter asks for."""

    @cached_property
    def mask(self) -> int:
        """The rows as a set."""
        return mask_of(self.rows, len(self.index.entries))

    def entry(self, row: int) -> Entry:
        """Return the entry of a shown row."""
        return self.index.entries[self.rows[row]]
