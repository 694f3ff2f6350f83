# SPDX-License-Identifier: MIT
"""Marks of an axis: round, evenly spaced, inside, and not too many."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.views.charts.label_places import above_or_below
from azmodels_gui.views.charts.ticks import ticks

ends = st.floats(0, 1e9, allow_nan=False)


@given(ends, st.floats(0.01, 1e9), st.integers(2, 12))
def test_marks_are_evenly_spaced_inside_the_axis(low: float, width: float, most: int) -> None:
    marks = ticks(low, low + width, most)
    assert len(marks) <= most
    gaps = [after - before for before, after in pairwise(marks)]
    assert all(gap == pytest.approx(gaps[0], rel=1e-6, abs=1e-6) for gap in gaps)
    slack = 1e-6 * (low + width)
    assert all(low - slack <= mark <= low + width + slack for mark in marks)


@pytest.mark.parametrize(
    ("high", "most", "expected"),
    [
        pytest.param(125, 6, (0, 25, 50, 75, 100, 125), id="quarters"),
        pytest.param(1_150, 4, (0, 500, 1_000), id="halves of thousands"),
        pytest.param(0, 5, (), id="an empty axis"),
        pytest.param(10, 1, (), id="no room"),
    ],
)
def test_marks_are_round(high: float, most: int, expected: tuple[float, ...]) -> None:
    assert ticks(0, high, most) == expected


def test_a_name_goes_below_its_line_where_another_is_close_above() -> None:
    assert above_or_below([100, 110, 200]) == [False, True, True]
