# SPDX-License-Identifier: MIT
"""Which entries are offered as which deployment type in which region, as sets of rows."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from azmodels_gui.catalog.bitmask import mask_of, rows_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.catalog.region_counts import KnownRows, features_in, known_rows
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability


def deployments_asked(
    query: CatalogQuery, catalog: Catalog
) -> Iterator[tuple[str, str, Availability]]:
    """Yield deployment type and region of what a query asks for, and how sure its data zone is.

    The developer tier counts only where it is named: no source tells its regions, and every
    "no" would be unknown.
    """
    for kind in catalog.deployment_types:
        if kind.id not in query.deployment_types and (
            query.deployment_types or kind.id == DEVELOPER_TIER
        ):
            continue
        for region in catalog.regions:
            if query.regions and region.id not in query.regions:
                continue
            if not query.data_zones:
                yield kind.id, region.id, Availability.OFFERED
            elif kind.scope in KEEPS_DATA_IN_ZONE and region.data_zone in query.data_zones:
                sure = not region.data_zone_disputed
                yield kind.id, region.id, Availability.OFFERED if sure else Availability.CONFLICT


DEPLOYMENT_FACETS = (Facet.REGIONS, Facet.DATA_ZONES, Facet.DEPLOYMENT_TYPES)
"""Facets that one deployment must satisfy together."""


class DeploymentMasks:
    """A set of rows for every pair of deployment type and region."""

    def __init__(self, catalog: Catalog, entries: Sequence[Entry]) -> None:
        self._catalog, self._entries = catalog, entries
        self._by_pair = _masks_by_pair(entries)
        services = (row for row, entry in enumerate(entries) if entry.is_service)
        self._services = mask_of(services, len(entries))
        keeps = {kind.id for kind in catalog.deployment_types if kind.scope in KEEPS_DATA_IN_ZONE}
        zones = {
            region.id: region.data_zone
            for region in catalog.regions
            if not region.data_zone_disputed
        }
        # What each pair contributes to: (deployment type, region, data zone or None, rows).
        self._deployments = [
            (kind, region, zones.get(region) if kind in keeps else None, mask)
            for (kind, region), mask in self._by_pair.items()
        ]
        self._asked: CatalogQuery | None = None
        self._answers: dict[Facet, dict[str, int]] = {}

    def matching(self, query: CatalogQuery) -> int:
        """Return the rows with a deployment that fits all three facets of the query."""
        found = 0
        for kind, region, zone, mask in self._deployments:
            if (
                (not query.deployment_types or kind in query.deployment_types)
                and (not query.regions or region in query.regions)
                and (not query.data_zones or zone in query.data_zones)
            ):
                found |= mask
        return found | self._services_for(query)[0]

    def unknown(self, query: CatalogQuery) -> int:
        """Return the rows with a deployment of which it is unknown or disputed whether it fits."""
        found = 0
        for kind, region, place in deployments_asked(query, self._catalog):
            known = self._known[kind][region].weakened(place)
            found |= known.unknown | known.disputed
        return found | self._services_for(query)[1]

    def _services_for(self, query: CatalogQuery) -> tuple[int, int]:
        """Return the services that fit, and those that may: they have no deployment types."""
        if query.deployment_types:
            return 0, 0
        if query.data_zones:
            return 0, self._services
        offered = unknown = 0
        for region in query.regions:
            here, not_known = self._features.get(region, (0, self._services))
            offered |= here
            unknown |= not_known
        return offered, unknown & ~offered

    @cached_property
    def _features(self) -> dict[str, tuple[int, int]]:
        """For each region the services with a feature there, and those of which it is unknown."""
        rows = rows_of(self._services, range(len(self._entries)))
        named = (each for row in rows for each in self._entries[row].model.features)
        places = {region for each in named for region in (*each.available, *each.covered)}
        places |= {region.id for region in self._catalog.regions}
        found = dict.fromkeys(sorted(places), (0, 0))
        for row in rows:
            here, unknown = features_in(self._entries[row], places)
            for region, (offered, not_known) in found.items():
                found[region] = (
                    offered | (region in here) << row,
                    not_known | (region in unknown) << row,
                )
        return found

    def prepare_unknown(self) -> None:
        """Make now what the first question for unknown rows would wait for."""
        _ = self._known

    @cached_property
    def _known(self) -> dict[str, dict[str, KnownRows]]:
        """What is known of each deployment type in each region of the catalogue."""
        regions = [region.id for region in self._catalog.regions]
        kinds = self._catalog.deployment_types
        return {kind.id: known_rows(self._entries, kind.id, regions) for kind in kinds}

    def by_value(self, facet: Facet, query: CatalogQuery) -> dict[str, int]:
        """Return, for each value of one facet, the rows it would leave alone in its facet.

        The other two facets stay as chosen. The last answer is kept, since most queries
        in a row differ in something else.
        """
        asked = query.place
        if asked != self._asked:
            self._asked, self._answers = asked, {}
        if facet not in self._answers:
            self._answers[facet] = self._united(facet, asked)
        return self._answers[facet]

    def _united(self, facet: Facet, query: CatalogQuery) -> dict[str, int]:
        masks: dict[str, int] = {}
        for value, mask in self._contributions(facet, query):
            masks[value] = masks.get(value, 0) | mask
        asked_more = query.deployment_types or query.data_zones
        if self._services and facet is Facet.REGIONS and not asked_more:
            for region, (services, _) in self._features.items():
                masks[region] = masks.get(region, 0) | services
        return masks

    def _contributions(self, facet: Facet, query: CatalogQuery) -> Iterator[tuple[str, int]]:
        place = (Facet.DEPLOYMENT_TYPES, Facet.REGIONS, Facet.DATA_ZONES).index(facet)
        others = [
            (at, chosen)
            for at, chosen in enumerate((query.deployment_types, query.regions, query.data_zones))
            if chosen and at != place
        ]
        for deployment in self._deployments:
            value = deployment[place]
            if isinstance(value, str) and all(deployment[at] in chosen for at, chosen in others):
                yield value, deployment[3]


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
