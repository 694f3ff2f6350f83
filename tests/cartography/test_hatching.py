# SPDX-License-Identifier: MIT
"""Hatching lies inside, everywhere inside, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.hatching import hatched

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
LAKE = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0), (1.0, 1.0)]


def middle(line: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    (x1, y1), (x2, y2) = line
    return (x1 + x2) / 2, (y1 + y2) / 2


def test_lines_of_a_square() -> None:
    assert hatched([SQUARE], 2) == [
        ((2, 0), (4, 2)),
        ((0, 0), (4, 4)),
        ((0, 2), (2, 4)),
    ]


def test_a_lake_is_left_out() -> None:
    assert ((0, 0), (1, 1)) in hatched([SQUARE, LAKE], 2)
    assert all(not (1 < x < 3 and 1 < y < 3) for x, y in map(middle, hatched([SQUARE, LAKE], 0.3)))


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
        hatched([SQUARE], 0)
