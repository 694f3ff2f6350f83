# SPDX-License-Identifier: MIT
"""Distances against geometry and against known distances of cities."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.region_alternatives import EARTH_RADIUS_KM, distance_km, great_circle_km
from tests.builders import region

BERLIN, PARIS = (52.5200, 13.4050), (48.8566, 2.3522)
LONDON, NEW_YORK = (51.5074, -0.1278), (40.7128, -74.0060)
SYDNEY, TOKYO = (-33.8688, 151.2093), (35.6762, 139.6503)
FRANKFURT, DUBLIN = (50.1109, 8.6821), (53.3498, -6.2603)
AUCKLAND, HONOLULU = (-36.8509, 174.7645), (21.3099, -157.8581)
Place = tuple[float, float]


@pytest.mark.parametrize(
    ("one", "other", "known_km"),
    [
        pytest.param(BERLIN, PARIS, 878, id="Berlin to Paris"),
        pytest.param(LONDON, NEW_YORK, 5_570, id="London to New York"),
        pytest.param(SYDNEY, TOKYO, 7_823, id="Sydney to Tokyo, across the equator"),
        pytest.param(FRANKFURT, DUBLIN, 1_087, id="Frankfurt to Dublin"),
        pytest.param(AUCKLAND, HONOLULU, 7_086, id="Auckland to Honolulu, across the date line"),
    ],
)
def test_known_distances_of_cities(one: Place, other: Place, known_km: float) -> None:
    assert great_circle_km(*one, *other) == pytest.approx(known_km, rel=0.005)


@pytest.mark.parametrize(
    ("one", "other", "share_of_circumference"),
    [
        pytest.param((0, 0), (0, 90), 1 / 4, id="a quarter of the equator"),
        pytest.param((90, 0), (-90, 123), 1 / 2, id="pole to pole, whatever the longitude"),
        pytest.param((30, 20), (-30, -160), 1 / 2, id="opposite points"),
        pytest.param((0, 179.5), (0, -179.5), 1 / 360, id="a degree across the date line"),
        pytest.param((47, 8), (47, 8), 0, id="the same point"),
    ],
)
def test_the_geometry_of_a_sphere(one: Place, other: Place, share_of_circumference: float) -> None:
    expected = share_of_circumference * 2 * pi * EARTH_RADIUS_KM
    assert great_circle_km(*one, *other) == pytest.approx(expected, abs=1e-3)


places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(one=places, other=places)
def test_there_and_back_is_equally_far_and_never_beyond_half_way_round(
    one: Place, other: Place
) -> None:
    there = great_circle_km(*one, *other)
    assert there == pytest.approx(great_circle_km(*other, *one), abs=1e-6)
    assert 0 <= there <= pi * EARTH_RADIUS_KM + 1e-6


def test_a_region_without_coordinates_is_at_no_known_distance() -> None:
    here = region("Here", None, "Germany", "Europe")
    there = here.but(latitude=50.0, longitude=8.0)
    half = here.but(latitude=50.0)
    assert distance_km(here, there) is None
    assert distance_km(there, half) is None
    assert distance_km(there, there) == 0
