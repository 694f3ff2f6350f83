# SPDX-License-Identifier: MIT
"""Where an axis has its marks: round figures, few of them."""

from math import floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return round figures from `low` to `high`, at most `most` of them, evenly spaced.

    Nothing where the range is empty or fewer than two marks are allowed.
    """
    if not high > low or most < 2:
        return ()
    step = _step((high - low) / (most - 1))
    first = floor(low / step)
    marks = (round((first + place) * step, 12) for place in range(most + 2))
    slack = step * 1e-9
    return tuple(mark for mark in marks if low - slack <= mark <= high + slack)[:most]


def _step(smallest: float) -> float:
    """Return the smallest round step that is no smaller."""
    size = 10.0 ** floor(log10(smallest))
    return next(size * step for step in STEPS if size * step >= smallest * (1 - 1e-9))
