# SPDX-License-Identifier: MIT
"""Which part of the world the map shows at first: where the user asks, else where they are."""

from azmodels_gui.cartography.topology import Place
from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.query import CatalogQuery

_PLACES = {
    "Europe": Place.EUROPE,
    "UK": Place.EUROPE,
    "US": Place.UNITED_STATES,
    "Canada": Place.UNITED_STATES,
    "Mexico": Place.UNITED_STATES,
    "Asia Pacific": Place.ASIA_PACIFIC,
}
"""By `Region.geography_group`; others are seen on the whole world only."""


def starting_place(query: CatalogQuery, catalog: Catalog, territory: str) -> Place:
    """Return the smallest part that holds the regions asked for, else those of a country.

    Args:
        query: its regions and data zones are asked for.
        catalog: where they lie.
        territory: ISO 3166-1 alpha-2 code of the country of the user; without regions: Europe.
    """
    asked = [
        region
        for region in catalog.regions
        if region.id in query.regions or region.data_zone in query.data_zones
    ]
    here = [
        region
        for region in catalog.regions
        if (country := country_of(region)) is not None and country.code == territory
    ]
    places = {_PLACES.get(region.geography_group, Place.WORLD) for region in asked or here}
    if not places:
        return Place.EUROPE
    return places.pop() if len(places) == 1 else Place.WORLD
