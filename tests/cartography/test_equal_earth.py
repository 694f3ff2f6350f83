# SPDX-License-Identifier: MIT
"""The projection against published values, against its own promise, and backwards."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.viewport import (
    CENTRAL_MERIDIAN,
    CUT,
    on_globe,
    project,
    true_shape,
    unproject,
)

longitudes = st.floats(min_value=-180, max_value=180)
latitudes = st.floats(min_value=-89.9, max_value=89.9)


@pytest.mark.parametrize(
    ("longitude", "latitude", "place"),
    [
        pytest.param(CENTRAL_MERIDIAN, 0, (0, 0), id="the middle"),
        # The ends of the axes as the projection's authors state them for a unit sphere.
        pytest.param(CENTRAL_MERIDIAN + 180, 0, (2.70663, 0), id="the end of the equator"),
        pytest.param(CENTRAL_MERIDIAN, 90, (0, 1.31736), id="the pole"),
        pytest.param(CENTRAL_MERIDIAN, -90, (0, -1.31736), id="the other pole"),
        pytest.param(CENTRAL_MERIDIAN - 180, 0, (-2.70663, 0), id="the other end"),
    ],
)
def test_known_places(longitude: float, latitude: float, place: tuple[float, float]) -> None:
    assert project(longitude, latitude) == pytest.approx(place, abs=1e-5)


def test_the_pole_is_a_line_of_the_published_length() -> None:
    """0.59247 times the equator (Savric, Patterson, Jenny 2019)."""
    pole, equator = project(CENTRAL_MERIDIAN + 180, 90)[0], project(CENTRAL_MERIDIAN + 180, 0)[0]
    assert pole / equator == pytest.approx(0.59247, abs=1e-4)


@given(longitude=longitudes, latitude=latitudes)
def test_there_and_back(longitude: float, latitude: float) -> None:
    back = unproject(project(longitude, latitude))
    assert back is not None
    turned = abs(back[0] - longitude) % 360
    assert min(turned, 360 - turned) == pytest.approx(0, abs=1e-6)
    assert back[1] == pytest.approx(latitude, abs=1e-6)


@given(longitude=st.floats(-150, 150), latitude=st.floats(-80, 80))
def test_areas_are_true(longitude: float, latitude: float) -> None:
    """A small field covers as much of the plane as of the sphere."""
    from math import cos, radians

    step = 0.001
    here = project(longitude, latitude)
    east, north = project(longitude + step, latitude), project(longitude, latitude + step)
    area = (east[0] - here[0]) * (north[1] - here[1]) - (east[1] - here[1]) * (north[0] - here[0])
    true_area = radians(step) ** 2 * cos(radians(latitude + step / 2))
    assert area == pytest.approx(true_area, rel=1e-3)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param((2.8, 0), id="east of the map"),
        pytest.param((0, 1.4), id="north of the map"),
        pytest.param((2.6, 1.3), id="in the corner beside the pole"),
        pytest.param((nan, nan), id="nowhere"),
    ],
)
def test_outside_of_the_map_is_no_place(point: tuple[float, float]) -> None:
    assert unproject(point) is None


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(0, 90.1), (0, -91), (361, 0), (nan, 0), (0, inf)],
)
def test_what_is_not_on_the_globe_is_refused(longitude: float, latitude: float) -> None:
    assert not on_globe(longitude, latitude)
    with pytest.raises(ValueError, match="no place on the globe"):
        project(longitude, latitude)


def test_both_ends_of_siberia_lie_in_the_east() -> None:
    assert project(179, 66)[0] < project(-179, 66)[0] < project(CUT - 0.1, 66)[0]
    assert project(CUT + 0.1, 66)[0] < 0


def test_shapes_are_stretched_in_the_north_and_squeezed_at_the_equator() -> None:
    assert true_shape(50) == pytest.approx(1.222, abs=0.001)
    assert true_shape(0) == pytest.approx(0.742, abs=0.001)
