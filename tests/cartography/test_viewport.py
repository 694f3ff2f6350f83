# SPDX-License-Identifier: MIT
"""What is on the screen: zoom holds the place under the pointer, nobody gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.viewport import (
    MAX_ZOOM,
    WORLD,
    Viewport,
    around,
    fitted,
    project,
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
