# SPDX-License-Identifier: MIT
"""What the user chose above the views of the Regions page, as a value that is remembered."""

from dataclasses import dataclass
from enum import StrEnum

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.regions.region_scope import RegionOrder, RegionScope


class EntrySet(StrEnum):
    """Which entries stand in the rows."""

    FILTER = "filter"
    PINNED = "pinned"


@dataclass(frozen=True)
class RegionChoice:
    """The defaults are the first start."""

    entries: EntrySet | None = None
    """None: the pinned ones, if any were pinned when the page was first seen."""
    deployment_type: str = ""
    """SKU name; empty: standard, provisioned and batch together."""
    order: RegionOrder = RegionOrder.PLACE
    every_region: bool = False
    part: str = ""
    """Key of the view on show; empty: the first."""
    region: str = ""
    """Id of the chosen region; empty: none."""


class ScopeMaker:
    """Turns a choice into rows."""

    def __init__(self, parts: PageParts) -> None:
        self._parts = parts

    def first_set(self) -> EntrySet:
        """Return what to begin with where nothing was chosen."""
        return EntrySet.PINNED if self.pinned_count() else EntrySet.FILTER

    def scope(self, choice: RegionChoice) -> RegionScope:
        """Return what the views show: pins in their order, the filter's entries newest first."""
        index = self._parts.around.current.index
        query = self._parts.history.query
        return RegionScope(
            index,
            self._pinned(index) if choice.entries is EntrySet.PINNED else self._fitting(query),
            choice.deployment_type,
            choice.order,
            choice.every_region,
            query.regions,
        )

    def pinned_count(self) -> int:
        """Return how many pinned entries this catalogue holds."""
        return len(self._pinned(self._parts.around.current.index))

    def fitting_count(self) -> int:
        """Return how many entries fit the filter."""
        return self._parts.around.current.index.run(self._parts.history.query).count

    def _pinned(self, index: CatalogIndex) -> tuple[int, ...]:
        rows = (index.row_of(key) for key in self._parts.pins.keys)
        return tuple(row for row in rows if row is not None)

    def _fitting(self, query: CatalogQuery) -> tuple[int, ...]:
        index = self._parts.around.current.index
        return tuple(index.run(query).rows(index.first_order))
