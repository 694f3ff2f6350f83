# SPDX-License-Identifier: MIT
"""Dots of one city stay apart, near home, and the same every time."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.spreading import spread

places = st.tuples(st.floats(0, 300), st.floats(0, 300))
dots = st.lists(st.tuples(places, st.floats(1, 14)), max_size=30)


@given(dots=dots, gap=st.floats(0, 4))
def test_no_two_dots_touch(dots: list[tuple[tuple[float, float], float]], gap: float) -> None:
    homes, radii = [home for home, _ in dots], [radius for _, radius in dots]
    placed = spread(homes, radii, gap)
    assert len(placed) == len(dots)
    for (one, a), (other, b) in combinations(zip(placed, radii, strict=True), 2):
        assert dist(one, other) >= a + b + gap - 1e-6


@given(home=places, count=st.integers(2, 9), radius=st.floats(1, 14))
def test_dots_of_one_city_lie_in_a_ring_around_it(
    home: tuple[float, float], count: int, radius: float
) -> None:
    placed = spread([home] * count, [radius] * count, 1)
    away = [dist(home, place) for place in placed]
    assert max(away) - min(away) == pytest.approx(0, abs=1e-6)
    assert max(away) < 2 * radius * count


def test_dots_with_room_stay_at_home() -> None:
    homes = [(10.0, 10.0), (80.0, 10.0), (10.0, 90.0)]
    assert spread(homes, [8, 8, 8], 1) == homes


def test_the_first_of_two_neighbours_keeps_its_place() -> None:
    first, second = spread([(10, 10), (14, 10)], [5, 5], 0)
    assert first == (10, 10)
    assert dist(first, second) >= 10
    assert dist(second, (14, 10)) <= 10


def test_nothing_to_spread() -> None:
    assert spread([], [], 1) == []
