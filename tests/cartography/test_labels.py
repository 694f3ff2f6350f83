# SPDX-License-Identifier: MIT
"""No label over another, over a dot, or over the edge; the important ones first."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.labels import LabelWish, placed_labels
from azmodels_gui.cartography.plane import Box, box_at

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
