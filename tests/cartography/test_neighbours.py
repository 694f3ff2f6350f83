# SPDX-License-Identifier: MIT
"""Arrow keys lead to the dot one would point at."""

import pytest

from azmodels_gui.cartography.topology import neighbour

POINTS = {
    "middle": (100.0, 100.0),
    "right": (140.0, 110.0),
    "far right": (200.0, 100.0),
    "above": (95.0, 40.0),
    "far below": (100.0, 300.0),
}


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        pytest.param((1, 0), "right", id="right goes to the nearer of two"),
        pytest.param((0, -1), "above", id="up"),
        pytest.param((0, 1), "far below", id="down, however far"),
        pytest.param((-1, 0), None, id="nothing to the left"),
    ],
)
def test_the_next_dot(direction: tuple[float, float], expected: str | None) -> None:
    assert neighbour(POINTS, (100, 100), direction) == expected


def test_equally_far_dots_go_by_name() -> None:
    points = {"b": (10.0, 5.0), "a": (10.0, -5.0)}
    assert neighbour(points, (0, 0), (1, 0)) == "a"


def test_no_dots_no_step() -> None:
    assert neighbour({}, (0, 0), (1, 0)) is None
