# SPDX-License-Identifier: MIT
"""What is on the screen: zoom holds the place under the pointer, nobody gets lost."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.viewport import (
    CENTRAL_MERIDIAN,
    CUT,
    MAX_ZOOM,
    WORLD,
    Viewport,
    around,
    fitted,
    on_globe,
    project,
    true_shape,
    unproject,
)

EUROPE = around(-11, 35, 31, 66)
shares = st.floats(min_value=0, max_value=1)


def test_the_world_fits_and_its_shape_is_that_of_true_areas() -> None:
    view = fitted(WORLD, 1_200, 700)
    assert view.zoom == pytest.approx(1)
    assert view.stretch == 1
    left, top = view.to_screen((WORLD.left, WORLD.bottom))
    right, bottom = view.to_screen((WORLD.right, WORLD.top))
    assert -0.01 <= left < right <= 1_200.01
    assert -0.01 <= top < bottom <= 700.01


@pytest.mark.parametrize(
    ("width_px", "height_px"),
    [
        pytest.param(1_200, 700, id="wide window"),
        pytest.param(500, 900, id="high window"),
        pytest.param(0, 0, id="no window yet"),
    ],
)
def test_europe_fits_in_any_window(width_px: float, height_px: float) -> None:
    view = fitted(EUROPE, width_px, height_px)
    for place in ((-9.1, 38.7), (24.9, 60.2), (23.7, 37.9), (8.7, 50.1)):
        x, y = view.to_screen(project(*place))
        assert -1 <= x <= view.width_px + 1
        assert -1 <= y <= view.height_px + 1


@given(x=shares, y=shares, zoom=st.floats(1, 30))
def test_pixels_and_places_belong_together(x: float, y: float, zoom: float) -> None:
    view = fitted(EUROPE, 1_200, 700).zoomed(zoom / 5, (600, 350))
    pixel = (x * 1_200, y * 700)
    assert view.to_screen(view.to_plane(pixel)) == pytest.approx(pixel, abs=1e-6)


@given(x=shares, y=shares, factor=st.floats(1, 3))
def test_zooming_in_holds_the_place_under_the_pointer(x: float, y: float, factor: float) -> None:
    view = fitted(EUROPE, 1_200, 700)
    pixel = (x * 1_200, y * 700)
    nearer = view.zoomed(factor, pixel)
    assert nearer.to_plane(pixel) == pytest.approx(view.to_plane(pixel), abs=1e-9)


def test_dragging_moves_the_map_with_the_pointer() -> None:
    view = fitted(EUROPE, 1_200, 700)
    frankfurt = project(8.68, 50.11)
    x, y = view.to_screen(frankfurt)
    assert view.panned(30, -20).to_screen(frankfurt) == pytest.approx((x + 30, y - 20))


@given(
    moves=st.lists(
        st.tuples(st.floats(-3_000, 3_000), st.floats(-3_000, 3_000), st.floats(0.01, 100)),
        max_size=8,
    )
)
def test_the_world_is_never_lost(moves: list[tuple[float, float, float]]) -> None:
    view = fitted(WORLD, 900, 600)
    for right, down, factor in moves:
        view = view.panned(right, down).zoomed(factor, (abs(right) % 900, abs(down) % 600))
    assert 1 - 1e-9 <= view.zoom <= MAX_ZOOM + 1e-6
    assert WORLD.left <= view.x <= WORLD.right
    assert WORLD.top <= view.y <= WORLD.bottom


def test_another_size_of_the_window_keeps_middle_and_zoom() -> None:
    view = fitted(EUROPE, 1_200, 700)
    larger = view.resized(1_600, 900)
    assert (larger.x, larger.y) == pytest.approx((view.x, view.y))
    assert larger.zoom == pytest.approx(view.zoom)
    assert isinstance(view.resized(0, 0), Viewport)


def test_shapes_are_true_in_europe() -> None:
    """One degree of latitude is as high as 1 / cos(50) degrees of longitude are wide."""
    from math import cos, radians

    view = fitted(EUROPE, 1_200, 700)
    middle = unproject((view.x, view.y))
    assert middle is not None
    here = view.to_screen(project(*middle))
    north = view.to_screen(project(middle[0], middle[1] + 1))
    east = view.to_screen(project(middle[0] + 1 / cos(radians(middle[1])), middle[1]))
    assert (here[1] - north[1]) / (east[0] - here[0]) == pytest.approx(1, rel=0.03)


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
