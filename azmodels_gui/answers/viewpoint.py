# SPDX-License-Identifier: MIT
"""From where an entry is looked at: catalogue, day, place, deployment types, currency and rate."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer
from azmodels_gui.calculator.exact import product
from azmodels_gui.calculator.place import Place
from azmodels_gui.catalog.countries import keeps_data_in, processed_in_country
from azmodels_gui.catalog.deployment_masks import deployments_asked
from azmodels_gui.catalog.document import BASE, Catalog, DeploymentType, Entry, Region, Source
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.offered import (
    KEEPS_DATA_IN_ZONE,
    InDataZone,
    Inside,
    stays_inside,
    strongest,
    weakest,
)
from azmodels_gui.catalog.plain_price import PriceWays, region_set
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.successors import Successors
from azmodels_gui.catalog.terms import Availability, Billing, Scope

Stated = TypeVar("Stated", Price, PtuPrice)


class Conversion(Struct, frozen=True):
    """From the catalogue's currency to the sheet's."""

    currency: str = BASE
    rate: Decimal | None = None
    """So much of `currency` is one US dollar; None: only prices in `currency` count."""
    day: date | None = None
    """Day of the rate."""

    def converted(self, amount: Decimal, currency: str) -> tuple[Decimal, str]:
        """Return an amount and the currency it is in: ours wherever there is a way to it."""
        if currency == self.currency or currency != BASE or self.rate is None:
            return amount, currency
        return product(amount, self.rate), self.currency

    def unit(self, currency: str) -> str:
        """Return the currency that amounts in another one are told in."""
        return self.converted(Decimal(0), currency)[1]

    def priced(self, entry: Entry) -> Entry:
        """Return the entry with the prices that this sheet goes by.

        Prices in the sheet's own currency come first; converted ones take their place only
        where the catalogue has none.
        """
        kept = self.counted(entry.model.prices)
        if len(kept) == len(entry.model.prices):
            return entry
        return Entry(entry.model.but(prices=kept), entry.version)

    def counted(self, prices: Sequence[Stated]) -> tuple[Stated, ...]:
        """Return the prices in the first currency that there are any in."""
        for wanted in self.currencies:
            kept = tuple(price for price in prices if price.currency == wanted)
            if kept:
                return kept
        return ()

    @property
    def currencies(self) -> tuple[str, ...]:
        """Currencies of the catalogue's prices that this sheet goes by, the best first."""
        return (self.currency,) if self.rate is None else (self.currency, BASE)


def has_prices_in(catalog: Catalog, currency: str) -> bool:
    """Tell whether the catalogue states any price in a currency."""
    per_token = {price.currency for model in catalog.models for price in model.prices}
    return currency in per_token | {price.currency for price in catalog.ptu_prices}


class OfferRegions(Struct, frozen=True):
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

    def within(self, regions: Collection[str], unsure: Collection[str] = ()) -> "OfferRegions":
        """Return the part that concerns some regions; what is offered in `unsure` is disputed."""
        offered, unknown, disputed = (
            tuple(name for name in names if name in regions)
            for names in (self.offered, self.unknown, self.disputed)
        )
        doubtful = tuple(name for name in offered if name in unsure)
        sure = tuple(name for name in offered if name not in unsure)
        return OfferRegions(sure, unknown, (*disputed, *doubtful))


class Viewpoint(Struct, frozen=True, dict=True):
    """What is asked about beside the entry. Nothing asked of a place means anywhere."""

    catalog: Catalog
    day: date
    regions: tuple[str, ...] = ()
    """Regions asked about."""
    data_zones: frozenset[str] = frozenset()
    """Data zones inside of which data must be processed."""
    countries: frozenset[str] = frozenset()
    """Codes of countries in which data must be processed."""
    deployment_types: frozenset[str] = frozenset()
    conversion: Conversion = field(default_factory=Conversion)

    @classmethod
    def of(cls, query: CatalogQuery, catalog: Catalog, day: date) -> "Viewpoint":
        """Return the viewpoint of a filter."""
        return cls(
            catalog,
            day,
            tuple(sorted(query.regions)),
            query.data_zones,
            query.countries,
            query.deployment_types,
        )

    @cached_property
    def anywhere(self) -> "Viewpoint":
        """The same without the question of where and how."""
        return Viewpoint(self.catalog, self.day, conversion=self.conversion)

    @cached_property
    def paid_in(self) -> dict[Scope, "Viewpoint"]:
        """The same for each scope, of deployments paid per token; types asked about stay."""
        if self.deployment_types:
            return dict.fromkeys(Scope, self)
        kinds = [kind for kind in self.shown_types if kind.billing is Billing.PAYG]
        return {
            scope: replace(
                self, deployment_types=frozenset(kind.id for kind in kinds if kind.scope is scope)
            )
            for scope in Scope
        }

    @cached_property
    def ways(self) -> PriceWays:
        """The deployments whose price is asked for."""
        return PriceWays(self._query, self.catalog)

    @cached_property
    def deployments(self) -> dict[str, list[tuple[str, Availability]]]:
        """The deployments asked about: by type each region, and how sure its place is."""
        found: dict[str, list[tuple[str, Availability]]] = {}
        for kind, region, sure in deployments_asked(self._query, self.catalog):
            found.setdefault(kind, []).append((region, sure))
        return found

    @property
    def _query(self) -> CatalogQuery:
        return CatalogQuery(
            regions=frozenset(self.regions),
            data_zones=self.data_zones,
            countries=self.countries,
            deployment_types=self.deployment_types,
        )

    @cached_property
    def inside(self) -> Inside:
        """The regions asked about, by themselves or by data zone or country; none: all."""
        if not self.data_zones and not self.countries:
            regions = self.regions or self.region_ids
            return Inside(regions, regions)
        asked = self.asked_regions if self.regions else self.catalog.regions
        sure = {each.id: self._place_of(each) for each in asked}
        members = [each for each, place in sure.items() if place is not Availability.NOT_OFFERED]
        return Inside(members, (each for each in members if sure[each] is Availability.OFFERED))

    def _place_of(self, region: Region) -> Availability:
        """Tell how sure it is that a region is in the data zones and countries asked about."""
        answers = []
        if self.data_zones:
            answers.append(stays_inside(Scope.REGIONAL, region, self.data_zones))
        if self.countries:
            found = (processed_in_country(Scope.REGIONAL, region, each) for each in self.countries)
            answers.append(strongest(found))
        return weakest(answers)

    @cached_property
    def scopes_inside(self) -> frozenset[Scope]:
        """The scopes whose processing can stay in the data zones and countries asked about."""
        found = frozenset((*Scope, *(kind.scope for kind in self.shown_types)))
        if self.data_zones:
            found &= KEEPS_DATA_IN_ZONE
        if self.countries:
            found &= frozenset[Scope]().union(*map(keeps_data_in, self.countries))
        return found

    @cached_property
    def kinds_by_scope(self) -> dict[Scope, tuple[str, ...]]:
        """Ids of the deployment types of each scope, without the developer tier."""
        return {
            scope: tuple(kind.id for kind in self.shown_types if kind.scope is scope)
            for scope in Scope.of(kind.scope for kind in self.shown_types)
        }

    @cached_property
    def kinds_by_billing(self) -> dict[Billing, tuple[str, ...]]:
        """Ids of the deployment types of each billing that can meet the place asked about.

        A billing of which only types with a scope newer than this program may is left out.
        """
        found = {
            billing: [kind for kind in self.shown_types if kind.billing is billing]
            for billing in Billing.of(kind.billing for kind in self.shown_types)
        }
        return {
            billing: tuple(kind.id for kind in kinds if kind.scope in self.scopes_inside)
            for billing, kinds in found.items()
            if all(kind.scope.known for kind in kinds)
            or any(kind.scope in self.scopes_inside for kind in kinds)
        }

    @cached_property
    def by_currency(self) -> tuple[Catalog, ...]:
        """The catalogue with PTU prices of one currency, the best currency first."""
        return tuple(
            self.catalog.but(
                ptu_prices=tuple(
                    price for price in self.catalog.ptu_prices if price.currency == currency
                )
            )
            for currency in self.conversion.currencies
        )

    @cached_property
    def ptu_prices_kept(self) -> dict[object, Answer]:
        """Answers on PTU prices that were found before: models of a product share them."""
        return {}

    @cached_property
    def ptu_places(self) -> dict[str, int]:
        """A number for each region, equal where the same PTU prices name them."""
        named = [region_set(price.regions) for price in self.catalog.ptu_prices]
        numbers: dict[tuple[bool, ...], int] = {}
        return {
            region: numbers.setdefault(tuple(region in each for each in named), len(numbers))
            for region in self.region_ids
        }

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
    def asked_regions(self) -> tuple[Region, ...]:
        """The regions asked about, in their order; those the catalogue does not list left out."""
        listed = {region.id: region for region in self.catalog.regions}
        return tuple(listed[each] for each in self.regions if each in listed)

    @cached_property
    def shown_types(self) -> tuple[DeploymentType, ...]:
        """`Catalog.usual_types`, once."""
        return self.catalog.usual_types

    @cached_property
    def zones(self) -> dict[str, InDataZone]:
        """For each data zone, the question whether an entry stays inside."""
        return {zone.id: InDataZone(zone.id, self.catalog) for zone in self.catalog.data_zones}

    @cached_property
    def provider_names(self) -> dict[str, str]:
        """Names of providers by id."""
        return {provider.id: provider.name for provider in self.catalog.providers}

    @cached_property
    def family_names(self) -> dict[str, str]:
        """Names of families by id."""
        return {family.id: family.name for family in self.catalog.families}

    @cached_property
    def successors(self) -> Successors:
        """What became of models that advice names."""
        return Successors(self.catalog, self.day)

    def places(self, scope: Scope) -> tuple[Place, ...]:
        """Return where prices are asked for; one place without a region: anywhere."""
        kept = self._places_kept
        if scope not in kept:
            regions = self.asked_regions
            if not regions and self.countries:
                inside = self.inside.members
                regions = tuple(each for each in self.catalog.regions if each.id in inside)
            elif not regions and self.data_zones:
                regions, _disputed = self.catalog.zone_regions(self.data_zones)
            kept[scope] = tuple(Place(scope, region) for region in regions) or (Place(scope),)
        return kept[scope]

    @cached_property
    def _places_kept(self) -> dict[Scope, tuple[Place, ...]]:
        return {}

    def in_zone(self, regions: OfferRegions, zone: str) -> OfferRegions:
        """Return the part inside a data zone; where the membership is disputed, an offer is too."""
        certain, disputed = self.catalog.zone_regions({zone})
        unsure = {region.id for region in disputed}
        return regions.within(unsure.union(region.id for region in certain), unsure)

    def offer_regions(self, entry: Entry, deployment_type: str) -> OfferRegions:
        """Return where a deployment type is offered; one without an offer is unknown."""
        offer = entry.offers.get(deployment_type)
        if offer is None:
            return OfferRegions((), self.region_ids, ())
        covered = self.region_ids if offer.covers_all else offer.covered_regions
        return self.regions_told(offer.available, covered, offer.disputed)

    def regions_told(
        self, available: Iterable[str], covered: Iterable[str], disputed: Iterable[str] = ()
    ) -> OfferRegions:
        """Return regions by what sources say that speak of some of them only."""
        offered, doubtful = set(available), set(disputed)
        spoken = offered | doubtful | set(covered)
        return OfferRegions(
            offered=self._in_order(offered - doubtful),
            unknown=tuple(name for name in self.region_ids if name not in spoken),
            disputed=self._in_order(doubtful),
        )

    def _in_order(self, regions: Iterable[str]) -> tuple[str, ...]:
        """Sort as the catalogue does; regions it does not list come last."""
        found = set(regions)
        known = [name for name in self.region_ids if name in found]
        return (*known, *sorted(found.difference(known)))
