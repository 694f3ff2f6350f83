# SPDX-License-Identifier: MIT
"""One-click views hold what their name says."""

import pytest

from azmodels_gui.cartography.plane import Box
from azmodels_gui.cartography.topology import Place, box_of
from azmodels_gui.cartography.viewport import project

CITIES = {
    Place.EUROPE: ((-6.26, 53.35), (18.07, 59.33), (21.02, 52.23), (-3.7, 40.42), (9.18, 45.46)),
    Place.UNITED_STATES: ((-122.4, 37.8), (-78.4, 36.7), (-98.5, 29.4)),
    Place.ASIA_PACIFIC: ((139.8, 35.7), (151.2, -33.9), (73.9, 18.6), (174.8, -36.8)),
    Place.WORLD: ((-122.4, 37.8), (174.8, -36.8), (-70.7, -33.4), (17.1, 60.7)),
}


@pytest.mark.parametrize("place", list(Place))
def test_a_place_holds_its_cities(place: Place) -> None:
    box = box_of(place)
    for city in CITIES[place]:
        assert box.encloses(Box(*project(*city), *project(*city))), city


def test_europe_leaves_out_america() -> None:
    new_york = project(-74, 40.7)
    assert not box_of(Place.EUROPE).encloses(Box(*new_york, *new_york))
