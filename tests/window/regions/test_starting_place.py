# SPDX-License-Identifier: MIT
"""The map starts where the user asks, else where they are, else in Europe."""

import pytest

from azmodels_gui.cartography.topology import Place
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.regions.map_part import starting_place
from tests.builders import shipped_catalog


def asked(*regions: str, zone: str = "") -> CatalogQuery:
    return CatalogQuery(regions=frozenset(regions), data_zones=frozenset({zone} if zone else ()))


@pytest.mark.parametrize(
    ("query", "territory", "place"),
    [
        pytest.param(asked(), "DE", Place.EUROPE, id="a German"),
        pytest.param(asked(), "AT", Place.EUROPE, id="an Austrian"),
        pytest.param(asked(), "GB", Place.EUROPE, id="Britain"),
        pytest.param(asked(), "US", Place.UNITED_STATES, id="an American"),
        pytest.param(asked(), "JP", Place.ASIA_PACIFIC, id="a Japanese"),
        pytest.param(asked(), "BR", Place.WORLD, id="Brazil is on no part"),
        pytest.param(asked(), "", Place.EUROPE, id="nobody knows where"),
        pytest.param(asked(zone="US"), "DE", Place.UNITED_STATES, id="a data zone"),
        pytest.param(asked("japaneast"), "DE", Place.ASIA_PACIFIC, id="a region"),
        pytest.param(asked("japaneast", "uksouth"), "DE", Place.WORLD, id="far from each other"),
    ],
)
def test_the_map_starts(query: CatalogQuery, territory: str, place: Place) -> None:
    assert starting_place(query, shipped_catalog(), territory) is place
