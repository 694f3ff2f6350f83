# SPDX-License-Identifier: MIT
"""Dots stay apart and near home, labels off each other, the same every time."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.placing import LabelWish, placed_labels, spread
from azmodels_gui.cartography.plane import Box, box_at

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


VIEW = Box(0, 0, 400, 300)
coordinates = st.floats(min_value=-50, max_value=450)
anchors = st.tuples(coordinates, coordinates)
wishes = st.lists(
    st.builds(
        LabelWish,
        key=st.text(min_size=1, max_size=4),
        anchor=anchors,
        radius_px=st.floats(0, 20),
        width_px=st.floats(1, 150),
        height_px=st.floats(1, 30),
        priority=st.floats(0, 10),
    ),
    max_size=25,
    unique_by=lambda wish: wish.key,
)


@given(wishes=wishes, dots=st.lists(anchors, max_size=15))
def test_no_label_overlaps_anything_or_leaves_the_view(
    wishes: list[LabelWish], dots: list[tuple[float, float]]
) -> None:
    obstacles = [box_at(dot, 6) for dot in dots]
    placed = placed_labels(wishes, obstacles, VIEW)
    assert all(VIEW.encloses(box) for box in placed.values())
    assert not any(one.overlaps(other) for one, other in combinations(placed.values(), 2))
    assert not any(box.overlaps(other) for box in placed.values() for other in obstacles)


@given(wishes=wishes, seed=st.randoms(use_true_random=False))
def test_the_order_of_asking_changes_nothing(wishes: list[LabelWish], seed: object) -> None:
    shuffled = list(wishes)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert placed_labels(shuffled, [], VIEW) == placed_labels(wishes, [], VIEW)


@given(wishes=wishes)
def test_the_most_important_label_has_a_place_if_there_is_any(wishes: list[LabelWish]) -> None:
    for wish in wishes:
        if placed_labels([wish], [], VIEW):
            first = LabelWish(wish.key, wish.anchor, wish.radius_px, wish.width_px, 10, 99)
            others = [other for other in wishes if other.key != wish.key]
            if placed_labels([first], [], VIEW):
                assert first.key in placed_labels([*others, first], [], VIEW)


def test_a_label_goes_to_the_right_of_its_dot_and_gives_way_to_the_left() -> None:
    wish = LabelWish("a", (200, 150), 8, 60, 12)
    assert placed_labels([wish], [], VIEW)["a"] == Box(208, 144, 268, 156)
    blocked = [Box(210, 0, 400, 300)]
    assert placed_labels([wish], blocked, VIEW)["a"] == Box(132, 144, 192, 156)
