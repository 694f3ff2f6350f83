# SPDX-License-Identifier: MIT
"""From where an entry is looked at: which catalogue, which day, which regions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from azmodels_gui.catalog.document import Catalog, Source
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.successors import Successors
from azmodels_gui.catalog.terms import Availability


@dataclass(frozen=True)
class OfferRegions:
    """Region ids by what is known of one deployment type there; not offered is the rest."""

    offered: tuple[str, ...]
    unknown: tuple[str, ...]
    disputed: tuple[str, ...]

    @property
    def says_anything(self) -> bool:
        """False: known to be offered nowhere."""
        return bool(self.offered or self.unknown or self.disputed)

    def amount_to(self) -> Availability:
        """Return what is known of all the regions together; one yes makes a yes."""
        if self.offered:
            return Availability.OFFERED
        if self.disputed:
            return Availability.CONFLICT
        return Availability.UNKNOWN if self.unknown else Availability.NOT_OFFERED

    def within(self, regions: Collection[str]) -> "OfferRegions":
        """Return the part that concerns some regions."""
        kept = (
            tuple(name for name in names if name in regions)
            for names in (self.offered, self.unknown, self.disputed)
        )
        return OfferRegions(*kept)


@dataclass(frozen=True)
class Viewpoint:
    """A catalogue on a day."""

    catalog: Catalog
    day: date
    asked_regions: frozenset[str] = frozenset()
    """Regions of the filter; empty: no region was asked about."""

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.catalog.sources}

    @cached_property
    def source_dates(self) -> dict[str, str]:
        """Dates of sources by id."""
        return source_dates(self.catalog)

    @cached_property
    def region_ids(self) -> tuple[str, ...]:
        """All regions in the order of the catalogue."""
        return tuple(region.id for region in self.catalog.regions)

    @cached_property
    def provider_names(self) -> dict[str, str]:
        """Names of providers by id."""
        return {provider.id: provider.name for provider in self.catalog.providers}

    @cached_property
    def successors(self) -> Successors:
        """What became of models that advice names."""
        return Successors(self.catalog, self.day)

    def offer_regions(self, entry: Entry, deployment_type: str) -> OfferRegions:
        """Return where a deployment type is offered; one without an offer is unknown."""
        offer = entry.offers.get(deployment_type)
        if offer is None:
            return OfferRegions((), self.region_ids, ())
        disputed, available = set(offer.disputed), set(offer.available)
        return OfferRegions(
            offered=self._in_order(available - disputed),
            unknown=tuple(
                name for name in self._uncovered(offer) if name not in disputed | available
            ),
            disputed=self._in_order(disputed),
        )

    def _uncovered(self, offer: Offer) -> tuple[str, ...]:
        if offer.covered == "all":
            return ()
        covered = set(offer.covered)
        return tuple(name for name in self.region_ids if name not in covered)

    def _in_order(self, regions: set[str]) -> tuple[str, ...]:
        """Sort as the catalogue does; regions it does not list come last."""
        known = [name for name in self.region_ids if name in regions]
        return (*known, *sorted(regions.difference(known)))
