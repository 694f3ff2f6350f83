# SPDX-License-Identifier: MIT
"""Which entries are offered as which deployment type in which region, as sets of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from azmodels_gui.catalog.bitmask import mask_of, united
from azmodels_gui.catalog.countries import country_of, processed_in_country
from azmodels_gui.catalog.document import Catalog, Entry, Region
from azmodels_gui.catalog.listing import Listing
from azmodels_gui.catalog.offered import stays_inside, strongest, weakest
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.region_counts import KnownRows, feature_rows, known_rows
from azmodels_gui.catalog.terms import Availability, Scope


def deployments_asked(
    query: CatalogQuery, catalog: Catalog
) -> Iterator[tuple[str, str, Availability]]:
    """Yield deployment type and region of what a query asks for, and how sure its place is.

    The place is a data zone or a country that processing must not leave. The developer tier counts
    only where it is named: no source tells its regions, and every "no" would be unknown.
    """
    # Once a scope: a count asks for a price with each country and region.
    places: dict[Scope, tuple[tuple[str, Availability], ...]] = {}
    named = [kind for kind in catalog.deployment_types if kind.id in query.deployment_types]
    for kind in named if query.deployment_types else catalog.usual_types:
        if kind.scope not in places:
            places[kind.scope] = tuple(_places(kind.scope, query, catalog))
        for region, place in places[kind.scope]:
            yield kind.id, region, place


def _places(
    scope: Scope, query: CatalogQuery, catalog: Catalog
) -> Iterator[tuple[str, Availability]]:
    """Yield the regions where a deployment may process where a query asks for."""
    for region in catalog.regions:
        if query.regions and region.id not in query.regions:
            continue
        place = Availability.OFFERED
        if query.data_zones:
            place = stays_inside(scope, region, query.data_zones)
        if query.countries:
            found = (processed_in_country(scope, region, each) for each in query.countries)
            place = weakest((place, strongest(found)))
        if place is not Availability.NOT_OFFERED:
            yield region.id, place


DEPLOYMENT_FACETS = (Facet.REGIONS, Facet.DATA_ZONES, Facet.COUNTRIES, Facet.DEPLOYMENT_TYPES)
"""Facets that one deployment must satisfy together."""


class _Deployments(Struct, frozen=True):
    """The rows that are offered as one deployment type in one region, and what that satisfies."""

    values: Mapping[Facet, str | None]
    """By facet; None: no value of it."""
    rows: int

    def fit(self, chosen: Iterable[tuple[Facet, frozenset[str]]]) -> bool:
        """Tell whether they satisfy each of some facets."""
        return all(self.values[facet] in values for facet, values in chosen)


class DeploymentMasks:
    """A set of rows for every pair of deployment type and region."""

    def __init__(
        self, catalog: Catalog, entries: Sequence[Entry], listing: Listing | None = None
    ) -> None:
        """Make them.

        Args:
            catalog: regions and deployment types.
            entries: in the order of their rows.
            listing: what a subscription lists, in place of what is published.
        """
        self._catalog, self._entries, self._listing = catalog, entries, listing
        pairs = _masks_by_pair(entries) if listing is None else listing.pairs(entries)
        services = (row for row, entry in enumerate(entries) if entry.is_service)
        self._services = mask_of(services, len(entries))
        scopes = {kind.id: kind.scope for kind in catalog.deployment_types}
        regions = {region.id: region for region in catalog.regions}
        self._deployments = [
            _Deployments(
                {
                    Facet.DEPLOYMENT_TYPES: kind,
                    Facet.REGIONS: region,
                    **_kept_in(scopes.get(kind), regions.get(region)),
                },
                mask,
            )
            for (kind, region), mask in pairs.items()
        ]
        self._by_value: dict[Facet, dict[str, list[_Deployments]]] = {
            facet: {} for facet in DEPLOYMENT_FACETS
        }
        for each in self._deployments:
            for facet, value in each.values.items():
                if value is not None:
                    self._by_value[facet].setdefault(value, []).append(each)
        self._asked: CatalogQuery | None = None
        self._answers: dict[Facet, dict[str, int]] = {}
        self._unasked: dict[Facet, dict[str, int]] = {}

    def matching(self, query: CatalogQuery) -> int:
        """Return the rows with a deployment that fits all three facets of the query."""
        chosen = _chosen(query)
        found = united(each.rows for each in self._fitting(chosen)) if chosen else self._anywhere
        return found | self._services_for(query)[0]

    @cached_property
    def _anywhere(self) -> int:
        return united(each.rows for each in self._deployments)

    def _fitting(self, chosen: Sequence[tuple[Facet, frozenset[str]]]) -> Iterator[_Deployments]:
        """Yield the deployments that satisfy each of some facets."""
        if not chosen:
            yield from self._deployments
            return
        (facet, values), *rest = chosen
        for value in values:
            yield from (each for each in self._by_value[facet].get(value, ()) if each.fit(rest))

    def unknown(self, query: CatalogQuery) -> int:
        """Return the rows with a deployment of which it is unknown or disputed whether it fits."""
        found = 0
        for kind, region, place in deployments_asked(query, self._catalog):
            known = self.known[kind][region].weakened(place)
            found |= known.unknown | known.disputed
        return found | self._services_for(query)[1]

    def _services_for(self, query: CatalogQuery) -> tuple[int, int]:
        """Return the services that fit, and those that may: they have no deployment types."""
        if query.deployment_types:
            return 0, 0
        if self._listing is not None:
            return 0, self._services  # lists of models have none
        if query.data_zones or query.countries:
            return 0, self._services
        nobody_says = KnownRows(unknown=self._services)
        found = KnownRows()
        for region in query.regions:
            found |= self.features.get(region, nobody_says)
        return found.offered, found.unknown

    @cached_property
    def features(self) -> dict[str, KnownRows]:
        """What is known of the services in each region, those the catalogue does not list too."""
        named = (each for entry in self._entries for each in entry.model.features)
        places = {region for each in named for region in (*each.available, *each.covered)}
        places |= {region.id for region in self._catalog.regions}
        return feature_rows(self._entries, sorted(places))

    @cached_property
    def known(self) -> dict[str, dict[str, KnownRows]]:
        """What is known of each deployment type in each region of the catalogue."""
        if self._listing is not None:
            return self._listing.known(self._entries, self._catalog)
        regions = [region.id for region in self._catalog.regions]
        kinds = self._catalog.deployment_types
        return {kind.id: known_rows(self._entries, kind.id, regions) for kind in kinds}

    def by_value(self, facet: Facet, query: CatalogQuery) -> dict[str, int]:
        """Return, for each value of one facet, the rows it would leave alone in its facet.

        The other facets stay as chosen. The last answer is kept, since most queries in a row
        differ in something else, and the one where nothing is chosen.
        """
        asked = query.place
        if asked != self._asked:
            self._asked, self._answers = asked, {}
        answers = self._answers if _chosen(asked) else self._unasked
        if facet not in answers:
            answers[facet] = self._united(facet, asked)
        return answers[facet]

    def _united(self, facet: Facet, query: CatalogQuery) -> dict[str, int]:
        masks: dict[str, int] = {}
        for value, mask in self._contributions(facet, query):
            masks[value] = masks.get(value, 0) | mask
        asked_more = query.deployment_types or query.data_zones or query.countries
        if self._listing is None and self._services and facet is Facet.REGIONS and not asked_more:
            for region, services in self.features.items():
                masks[region] = masks.get(region, 0) | services.offered
        return masks

    def _contributions(self, facet: Facet, query: CatalogQuery) -> Iterator[tuple[str, int]]:
        others = [(each, chosen) for each, chosen in _chosen(query) if each is not facet]
        for deployments in self._fitting(others):
            value = deployments.values[facet]
            if value is not None:
                yield value, deployments.rows


def _chosen(query: CatalogQuery) -> list[tuple[Facet, frozenset[str]]]:
    return [(each, query.values(each)) for each in DEPLOYMENT_FACETS if query.values(each)]


def _kept_in(scope: Scope | None, region: Region | None) -> dict[Facet, str | None]:
    """Return the data zone and the country that processing surely stays in."""
    kept: dict[Facet, str | None] = {Facet.DATA_ZONES: None, Facet.COUNTRIES: None}
    if scope is None or region is None:
        return kept
    sure = Availability.OFFERED
    zone = region.data_zone
    if zone is not None and stays_inside(scope, region, {zone}) is sure:
        kept[Facet.DATA_ZONES] = zone
    country = country_of(region)
    if country is not None and processed_in_country(scope, region, country.code) is sure:
        kept[Facet.COUNTRIES] = country.code
    return kept


def _masks_by_pair(entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
    """Gather by equal lists of regions first: most entries share a handful of such lists."""
    sharing: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for row, entry in enumerate(entries):
        for offer in entry.version.offers:
            key = (offer.deployment_type, offer.available, offer.disputed)
            sharing.setdefault(key, []).append(row)
    rows: dict[tuple[str, str], list[int]] = {}
    for (kind, available, disputed), having in sharing.items():
        for region in set(available).difference(disputed):
            rows.setdefault((kind, region), []).extend(having)
    return {pair: mask_of(having, len(entries)) for pair, having in rows.items()}
