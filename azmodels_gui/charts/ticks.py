# SPDX-License-Identifier: MIT
"""Where an axis has its marks: round figures, few of them."""

from math import floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(high: float, most: int, *, whole: bool = False) -> tuple[float, ...]:
    """Return round figures from 0 to `high`, at most `most` of them, evenly spaced.

    Nothing where the range is empty or fewer than two marks are allowed.

    Args:
        high: the end of the axis.
        most: as many as there is room for.
        whole: True: only whole figures have a meaning.
    """
    if not high > 0 or most < 2:
        return ()
    slack = 1 + 1e-9
    step = _step(high / (most - 1))
    if step > high * slack:  # room for one mark beside 0: the last round figure
        size = 10.0 ** floor(log10(high))
        step = max(size * step for step in STEPS if size * step <= high * slack)
    if whole and step != int(step):
        step = max(1.0, float(floor(step * 2)))  # 2.5 becomes 5, fractions become 1
    count = floor(high / step * slack)
    return tuple(round(step * place, 12) for place in range(count + 1))


def _step(smallest: float) -> float:
    """Return the smallest round step that is no smaller."""
    size = 10.0 ** floor(log10(smallest))
    return next(size * step for step in STEPS if size * step >= smallest * (1 - 1e-9))
