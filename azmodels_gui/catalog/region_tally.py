# SPDX-License-Identifier: MIT
"""How many entries each region offers, and of how many it is disputed or not known."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.region_counts import features_in, for_any_use


@dataclass(frozen=True)
class Tally:
    """One region, some entries; each entry is counted once, the strongest answer wins."""

    offered: int
    conflict: int
    unknown: int
    not_offered: int


class RegionTally:
    """Sets of rows by region, for the deployment types asked about.

    As in `offered.strongest`: one yes makes a yes, without one a conflict goes before
    unknown, unknown before no. A service counts by its features where all types are asked
    about; where some are, none of them applies to it.
    """

    def __init__(self, index: CatalogIndex, kinds: Collection[str]) -> None:
        self._index = index
        self._kinds = frozenset(kinds)
        query = CatalogQuery(deployment_types=self._kinds)
        self._offered = dict(index.masks_by_value(Facet.REGIONS, query)) if self._kinds else {}
        self._open_services: dict[str, list[int]] = {}
        if self._kinds.issuperset(for_any_use(index.catalog)):
            self._add_services()

    def offered(self, region: str, rows: int) -> int:
        """Return how many of a set of rows are offered in a region."""
        return (self._offered.get(region, 0) & rows).bit_count()

    def tally(self, region: str, rows: int) -> Tally:
        """Return all four counts for a set of rows."""
        offered = self._offered.get(region, 0) & rows
        conflict = self._rest.conflict.get(region, 0) & rows & ~offered
        silent = self._rest.silent | self._rest.uncovered.get(region, 0)
        unknown = silent & rows & ~offered & ~conflict
        left = rows & ~offered & ~conflict & ~unknown
        return Tally(*(each.bit_count() for each in (offered, conflict, unknown, left)))

    def offers_anything(self, region: str) -> bool:
        """Tell whether any entry is offered or disputed in a region."""
        return bool(self._offered.get(region, 0) or self._rest.conflict.get(region, 0))

    def open_rows(self, regions: Iterable[str]) -> int:
        """Return the rows of which no source says yes or disputes it, and that are open in all.

        "Open in all": in each of the regions something is unknown, so that it is no "no".
        """
        rest, rows = self._rest, full_mask(len(self._index.entries))
        for region in regions:
            spoken = self._offered.get(region, 0) | rest.conflict.get(region, 0)
            rows &= (rest.silent | rest.uncovered.get(region, 0)) & ~spoken
        return rows

    def _add_services(self) -> None:
        regions = [region.id for region in self._index.catalog.regions]
        for row, entry in enumerate(self._index.entries):
            if entry.is_service:
                here, unknown = features_in(entry, regions)
                for region in here:
                    self._offered[region] = self._offered.get(region, 0) | 1 << row
                for region in unknown:
                    self._open_services.setdefault(region, []).append(row)

    @cached_property
    def _rest(self) -> "_Rest":
        """What speaks neither for yes nor for no."""
        index = self._index
        regions = [region.id for region in index.catalog.regions]
        conflict: dict[str, list[int]] = {}
        uncovered = {region: list(rows) for region, rows in self._open_services.items()}
        silent = []
        for row, entry in enumerate(index.entries):
            if entry.is_service:
                continue
            asked = [each for each in entry.version.offers if each.deployment_type in self._kinds]
            if len(asked) < len(self._kinds):
                silent.append(row)
            for offer in asked:
                for region in offer.disputed:
                    conflict.setdefault(region, []).append(row)
                for region in _uncovered(offer, regions):
                    uncovered.setdefault(region, []).append(row)
        size = len(index.entries)
        return _Rest(
            mask_of(silent, size),
            {region: mask_of(rows, size) for region, rows in conflict.items()},
            {region: mask_of(rows, size) for region, rows in uncovered.items()},
        )


@dataclass(frozen=True)
class _Rest:
    silent: int
    """Rows of which no source mentions one of the deployment types at all."""
    conflict: dict[str, int]
    uncovered: dict[str, int]
    """Rows of which a source mentions the deployment type, but not this region."""


def _uncovered(offer: Offer, regions: list[str]) -> list[str]:
    if offer.covers_all:
        return []
    known = {*offer.covered_regions, *offer.available, *offer.disputed}
    return [region for region in regions if region not in known]
