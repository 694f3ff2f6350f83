# SPDX-License-Identifier: MIT
"""Where the client's data may be processed and how it is paid: the deployments that are left."""

from msgspec import Struct

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.deployment_masks import deployments_asked
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
        """
        self._catalog = catalog
        self._zone, self._country, self._region = data_zone, country, region
        self._billing = billing
        # The developer tier deletes itself after a day: no answer to a client.
        kept = (kind for kind in catalog.deployment_types if kind.id != DEVELOPER_TIER)
        paid = [kind for kind in kept if billing in (None, kind.billing)]
        fit = [kind for kind in paid if region is None or kind.scope is Scope.REGIONAL]
        asks_kind = region is not None or billing is not None
        self.query = CatalogQuery(
            regions=frozenset(() if region is None else (region,)),
            data_zones=frozenset(() if data_zone is None else (data_zone,)),
            countries=frozenset(() if country is None else (country,)),
            deployment_types=frozenset(kind.id for kind in fit or paid if asks_kind),
        )
        """The filter of the table that asks for the same deployments.

        Where no type is paid so and processes in one region, for what is at least deployed there.
        """
        kinds = {kind.id: kind for kind in fit}
        regions = {each.id: each for each in catalog.regions}
        self._asked = [
            (kinds[kind], regions[place], inside)
            for kind, place, inside in deployments_asked(self.query, catalog)
            if kind in kinds
        ]

    def of(self, entry: Entry) -> OfferedThere:
        """Return what is known of an entry."""
        if entry.is_service:
            return OfferedThere(self._service(entry))
        states: dict[Availability, list[Deployment]] = {}
        for kind, region, inside in self._asked:
            known = weakest((entry.availability(kind.id, region.id), inside))
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
        regions = [region.id for region in self._catalog.regions if self._lies_in(region)]
        kinds = (kind for kind in self._catalog.deployment_types if kind.id != DEVELOPER_TIER)
        return tuple(
            kind
            for kind in kinds
            if any(entry.availability(kind.id, each) is Availability.OFFERED for each in regions)
        )

    def sources(self, entry: Entry) -> tuple[str, ...]:
        """Return the sources of what is known of an entry's offers as asked."""
        asked = self.query.deployment_types
        offers = (each for kind, each in entry.offers.items() if not asked or kind in asked)
        return tuple(dict.fromkeys(source for offer in offers for source in offer.sources))

    def _lies_in(self, region: Region) -> bool:
        country = country_of(region)
        return (
            self._region in (None, region.id)
            and self._zone in (None, region.data_zone)
            and self._country in (None, country and country.code)
        )

    def _service(self, entry: Entry) -> Availability:
        """Return what is known of a service: it has no deployments, and no PTU."""
        if self._billing not in (None, Billing.PAYG):
            return Availability.NOT_OFFERED
        if self._zone or self._country:
            return Availability.UNKNOWN  # no source says where it processes
        if self._region is None:
            return Availability.OFFERED
        return entry.feature_in(self._region)
