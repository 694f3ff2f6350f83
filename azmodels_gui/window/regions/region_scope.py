# SPDX-License-Identifier: MIT
"""What the views of the Regions page show: which entries, deployment type and regions."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from azmodels_gui.catalog.bitmask import mask_of
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, offers_date
from azmodels_gui.catalog.index import CatalogIndex

FEW_ENTRIES = 40
"""The offers of more entries are dated as those of the whole catalogue, at no cost."""


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

    @cached_property
    def as_of(self) -> FactDate | None:
        """How old the offers on show are; None: no date is known."""
        kind = self.deployment_type
        if len(self.rows) > FEW_ENTRIES:
            by_type, all_types = self.index.offer_dates, self.index.fact_dates
            return by_type.get(kind) if kind else all_types.get(FactKind.AVAILABILITY)
        offers = (
            offer
            for row in self.rows
            for offer in self.index.entries[row].version.offers
            if not kind or offer.deployment_type == kind
        )
        return offers_date(offers, self.index.source_dates)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources behind the offers on show, each once."""
        found = (
            source
            for row in self.rows
            for offer in self.index.entries[row].version.offers
            if not self.deployment_type or offer.deployment_type == self.deployment_type
            for source in offer.sources
        )
        return tuple(dict.fromkeys(found))

    def entry(self, row: int) -> Entry:
        """Return the entry of a shown row."""
        return self.index.entries[self.rows[row]]
