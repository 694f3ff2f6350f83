# SPDX-License-Identifier: MIT
"""Where the client's data may be processed and how it is paid: the deployments that are left."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from azmodels_gui.catalog.coverage_conditions import (
    CoverageConditions,
    CoverageRefused,
    RefusedBecause,
    fitting_types,
    processed_inside,
)
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import strongest, weakest
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope

Deployment = tuple[DeploymentType, Region]


class OfferedThere(Struct, frozen=True):
    """What is known of an entry in the place asked about, paid as asked."""

    known: Availability
    offered: tuple[Deployment, ...] = ()
    """Deployments that are offered and process there, both beyond dispute."""
    unsure: tuple[Deployment, ...] = ()
    """Those of which one of both is unknown or disputed."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Ids of the regions with an offer, each once."""
        return tuple(dict.fromkeys(region.id for _, region in self.offered))

    @property
    def billings(self) -> list[Billing]:
        """The ways to pay there."""
        return Billing.of(kind.billing for kind, _ in self.offered)


class GuideOffers:
    """The deployments that fulfil place and billing together."""

    def __init__(
        self,
        catalog: Catalog,
        data_zone: str | None = None,
        country: str | None = None,
        *,
        region: str | None = None,
        billing: Billing | None = None,
    ) -> None:
        """Take what is asked; None asks nothing.

        Args:
            catalog: knows types and regions.
            data_zone: processing stays inside.
            country: processing stays inside, by `Country.code`.
            region: processing stays there, so that only regional types count.
            billing: how it is paid.

        Raises:
            CoverageRefused: the catalogue has no such place.
        """
        self._catalog = catalog
        self._region, self._billing = region, billing
        self._conditions = CoverageConditions(
            data_zone=data_zone,
            country=country,
            billings=frozenset(() if billing is None else (billing,)),
        )
        self.kinds = self._fitting()
        self._asked = tuple(self._deployments())

    @cached_property
    def query(self) -> CatalogQuery:
        """The filter of the table that asks for the same deployments.

        Where no type can fulfil all conditions, for what is at least deployed there.
        """
        zone, narrowed = self._conditions.data_zone, self._region or self._conditions.country
        places = [region for _, region, _ in self._asked] or self._place_regions()
        regions = (region.id for region in places) if narrowed else ()
        kinds = self.kinds or self._paid_alike()
        asks_kind = narrowed or self._billing is not None
        return CatalogQuery(
            regions=frozenset((self._region,) if self._region else regions),
            data_zones=frozenset((zone,) if zone else ()),
            deployment_types=frozenset(kind.id for kind in kinds if asks_kind),
        )

    def of(self, entry: Entry) -> OfferedThere:
        """Return what is known of an entry."""
        if entry.is_service:
            return OfferedThere(self._service(entry))
        states: dict[Availability, list[Deployment]] = {}
        for kind, region, inside in self._asked:
            known = weakest([entry.availability(kind.id, region.id), inside])
            states.setdefault(known, []).append((kind, region))
        unsure = (Availability.CONFLICT, Availability.UNKNOWN)
        # Without a type that could fulfil all conditions the answer is a no.
        return OfferedThere(
            strongest(states) if states else Availability.NOT_OFFERED,
            tuple(states.get(Availability.OFFERED, ())),
            tuple(each for state in unsure for each in states.get(state, ())),
        )

    def beside(self, entry: Entry) -> tuple[DeploymentType, ...]:
        """Return the types that are offered in the place, however they are paid and process.

        They tell why it is not offered as asked: deployed there is not processed there.
        """
        regions = [region.id for region in self._place_regions()]
        kinds = (kind for kind in self._catalog.deployment_types if kind.id != DEVELOPER_TIER)
        return tuple(
            kind
            for kind in kinds
            if any(entry.availability(kind.id, each) is Availability.OFFERED for each in regions)
        )

    def sources(self, entry: Entry) -> tuple[str, ...]:
        """Return the sources of what is known of an entry's offers as asked."""
        offers = (entry.offers.get(kind.id) for kind in self.kinds or self._paid_alike())
        return tuple(dict.fromkeys(each for offer in offers if offer for each in offer.sources))

    def _fitting(self) -> tuple[DeploymentType, ...]:
        try:
            kinds = fitting_types(self._conditions, self._catalog)
        except CoverageRefused as refused:
            if refused.reason is not RefusedBecause.NO_TYPE_FITS:
                raise
            return ()
        if self._region is None:
            return kinds
        return tuple(each for each in kinds if each.scope not in (Scope.GLOBAL, Scope.DATA_ZONE))

    def _paid_alike(self) -> tuple[DeploymentType, ...]:
        kinds = self._catalog.deployment_types
        return tuple(each for each in kinds if self._billing in (None, each.billing))

    def _deployments(self) -> Iterator[tuple[DeploymentType, Region, Availability]]:
        for kind in self.kinds:
            for region in self._catalog.regions:
                inside = processed_inside(kind.scope, region, self._conditions)
                if self._region not in (None, region.id) or inside is Availability.NOT_OFFERED:
                    continue
                yield kind, region, inside or Availability.OFFERED

    def _place_regions(self) -> Sequence[Region]:
        """Return the regions that lie in the place, whatever is processed there."""
        anywhere = CoverageConditions(
            data_zone=self._conditions.data_zone, country=self._conditions.country
        )
        return [
            region
            for region in self._catalog.regions
            if self._region in (None, region.id)
            and processed_inside(Scope.REGIONAL, region, anywhere) is not Availability.NOT_OFFERED
        ]

    def _service(self, entry: Entry) -> Availability:
        """Return what is known of a service: it has no deployments, and no PTU."""
        if self._billing not in (None, Billing.PAYG):
            return Availability.NOT_OFFERED
        if self._conditions.data_zone or self._conditions.country:
            return Availability.UNKNOWN  # no source says where it processes
        if self._region is None:
            return Availability.OFFERED
        return entry.feature_in(self._region)
