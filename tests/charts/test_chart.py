# SPDX-License-Identifier: MIT
"""Marks of an axis: round, evenly spaced, inside, and not too many."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.charts.chart import ticks


@given(st.floats(0.01, 1e9), st.integers(2, 12), st.booleans())
def test_marks_are_evenly_spaced_inside_the_axis(high: float, most: int, whole: bool) -> None:
    marks = ticks(high, most, whole=whole)
    assert len(marks) <= most
    gaps = [after - before for before, after in pairwise(marks)]
    assert all(gap == pytest.approx(gaps[0], rel=1e-6, abs=1e-6) for gap in gaps)
    assert all(-1e-6 <= mark <= high * (1 + 1e-6) for mark in marks)
    assert whole or len(marks) > 1
    assert not whole or all(mark == int(mark) for mark in marks)


@pytest.mark.parametrize(
    ("high", "most", "expected"),
    [
        pytest.param(39_000, 2, (0, 25_000), id="little room"),
        pytest.param(125, 6, (0, 25, 50, 75, 100, 125), id="quarters"),
        pytest.param(1_150, 4, (0, 500, 1_000), id="halves of thousands"),
        pytest.param(0, 5, (), id="an empty axis"),
        pytest.param(10, 1, (), id="no room"),
    ],
)
def test_marks_are_round(high: float, most: int, expected: tuple[float, ...]) -> None:
    assert ticks(high, most) == expected


def test_what_is_counted_has_no_halves() -> None:
    assert ticks(10, 5) == (0, 2.5, 5, 7.5, 10)
    assert ticks(10, 5, whole=True) == (0, 5, 10)
    assert ticks(2, 6, whole=True) == (0, 1, 2)
