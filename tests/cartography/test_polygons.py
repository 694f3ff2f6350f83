# SPDX-License-Identifier: MIT
"""Inside, near and outside of areas, lakes included; lines and a point that are inside."""

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.plane import Point, Ring, contains, hatched, inner_point, is_near
from azmodels_gui.cartography.topology import joined, read_topology
from azmodels_gui.storage.bundled import resource

SQUARE: Ring = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))
LAKE: Ring = ((4, 4), (6, 4), (6, 6), (4, 6), (4, 4))
ISLE: Ring = ((20, 0), (22, 0), (22, 2), (20, 2), (20, 0))


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        pytest.param((1, 1), True, id="on the land"),
        pytest.param((5, 5), False, id="in the lake"),
        pytest.param((21, 1), True, id="on the isle"),
        pytest.param((15, 1), False, id="between both"),
        pytest.param((5, -1), False, id="below"),
    ],
)
def test_inside_is_land_but_not_its_lakes(point: Point, inside: bool) -> None:
    assert contains([SQUARE, LAKE, ISLE], point) is inside


@pytest.mark.parametrize(
    ("point", "reach", "near"),
    [
        pytest.param((5, 1), 0.0, True, id="inside, however small the reach"),
        pytest.param((5, -1), 1.0, True, id="just as far away"),
        pytest.param((5, -1.01), 1.0, False, id="a little further"),
        pytest.param((11, 11), 1.4, False, id="a corner is further than its sides"),
        pytest.param((11, 11), 1.5, True, id="within reach of a corner"),
    ],
)
def test_near_is_measured_from_the_edge(point: Point, reach: float, near: bool) -> None:
    assert is_near([SQUARE], point, reach) is near


def test_a_line_that_goes_nowhere_is_near_too() -> None:
    assert is_near([((3, 3), (3, 3))], (3, 4), 1.0)


@pytest.mark.parametrize(
    "rings",
    [
        pytest.param([], id="nothing"),
        pytest.param([((0, 0), (1, 1), (0, 0))], id="a line"),
        pytest.param([((0, 0), (1, 0), (2, 0), (0, 0))], id="a flat ring"),
    ],
)
def test_without_an_area_no_point_is_inside(rings: list[Ring]) -> None:
    assert inner_point(rings) is None


def test_the_inner_point_is_in_the_largest_part_and_not_in_a_lake() -> None:
    point = inner_point([ISLE, SQUARE, LAKE])
    assert point is not None
    assert contains([SQUARE, LAKE], point)


@given(st.lists(st.floats(1, 10), min_size=3, max_size=12))
def test_the_inner_point_of_a_star_is_inside(reaches: list[float]) -> None:
    turn = 2 * pi / len(reaches)
    star = [(far * cos(turn * at), far * sin(turn * at)) for at, far in enumerate(reaches)]
    point = inner_point([[*star, star[0]]])
    assert point is not None
    assert contains([[*star, star[0]]], point)


def test_every_shipped_country_has_a_point_inside() -> None:
    topology = read_topology(resource("map/countries.topo.json").read_bytes())
    for country in topology.countries:
        rings = [joined(ring, topology.arcs) for ring in country.rings]
        point = inner_point(rings)
        assert point is not None, country.name
        assert contains(rings, point), country.name


SMALL_SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
SMALL_LAKE = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0), (1.0, 1.0)]


def middle(line: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    (x1, y1), (x2, y2) = line
    return (x1 + x2) / 2, (y1 + y2) / 2


def test_lines_of_a_square() -> None:
    assert hatched([SMALL_SQUARE], 2) == [
        ((2, 0), (4, 2)),
        ((0, 0), (4, 4)),
        ((0, 2), (2, 4)),
    ]


def test_a_lake_is_left_out() -> None:
    assert ((0, 0), (1, 1)) in hatched([SMALL_SQUARE, SMALL_LAKE], 2)
    assert all(
        not (1 < x < 3 and 1 < y < 3)
        for x, y in map(middle, hatched([SMALL_SQUARE, SMALL_LAKE], 0.3))
    )


@given(
    corners=st.lists(
        st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=3, max_size=12, unique=True
    ),
    distance=st.floats(0.1, 3),
)
def test_every_line_rises_to_the_right_and_stays_in_the_box(
    corners: list[tuple[float, float]], distance: float
) -> None:
    for (x1, y1), (x2, y2) in hatched([[*corners, corners[0]]], distance):
        assert x2 >= x1
        assert y2 - y1 == pytest.approx(x2 - x1, abs=1e-6)
        assert min(x for x, _ in corners) - 1e-6 <= x1 <= x2
        assert x2 <= max(x for x, _ in corners) + 1e-6


def test_nothing_to_hatch() -> None:
    assert hatched([], 1) == []
    with pytest.raises(ValueError, match="positive"):
        hatched([SMALL_SQUARE], 0)
