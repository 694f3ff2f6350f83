# SPDX-License-Identifier: MIT
"""Places for the names of lines: beside their line, where no line, mark or other word is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Points = Sequence[tuple[float, float]]
_PLACES = tuple(place / 24 for place in (1, 12, 6, 18, 3, 9, 15, 21, *range(2, 25, 2), 5, 7, 23))
"""Shares of the spare width at which a name may stand, the likeliest first."""


class Free:
    """What of an area is still free for words."""

    def __init__(self, area: Box, lines: Sequence[Points], taken: Sequence[Box] = ()) -> None:
        self._area = area
        self._lines = lines
        self._taken = list(taken)

    def take(self, box: Box) -> None:
        """Let no other word stand there."""
        self._taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether a box is inside of the area and touches nothing."""
        left, top, wide, high = self._area
        x, y, w, h = box
        if x < left or y < top or x + w > left + wide or y + h > top + high:
            return False
        if any(_overlap(box, other) for other in self._taken):
            return False
        aside = (x - h / 3, y, w + 2 * h / 3, h)
        return not any(_strikes(line, aside) for line in self._lines)

    def beside(self, line: Points, wide: float, high: float) -> Box | None:
        """Return where a name of that size stands beside its line; None: nowhere.

        Close above is tried first, then close below, from place to place; the place is taken.
        """
        return self._first(_candidates(line, self._area, wide, high))

    def near(self, point: tuple[float, float], wide: float, high: float) -> Box | None:
        """Return where a word of that size stands near a place; None: nowhere."""
        (x, y), gap = point, 0.5 * high
        lefts = (x + gap, x - gap - wide, x - wide / 2)
        tops = (y - high - gap, y + gap, y - high / 2)
        return self._first((left, top, wide, high) for top in tops for left in lefts)

    def along(self, upright: float, wide: float, high: float) -> Box | None:
        """Return where a word stands beside a vertical line, as high as possible; None: nowhere."""
        _, top, _, tall = self._area
        gap, steps = 0.5 * high, max(1, int(tall / high))
        return self._first(
            (left, top + step * high, wide, high)
            for step in range(steps)
            for left in (upright + gap, upright - gap - wide)
        )

    def _first(self, boxes: Iterable[Box]) -> Box | None:
        for box in boxes:
            if self.is_free(box):
                self.take(box)
                return box
        return None


def _candidates(line: Points, area: Box, wide: float, high: float) -> Iterator[Box]:
    left, _, across, _ = area
    gap = 0.2 * high
    for near in (gap, 2.5 * gap, 5 * gap):
        for share in _PLACES:
            x = left + share * (across - wide)
            part = list(_between(line, x, x + wide))
            if part:
                yield x, min(part) - near - high, wide, high
                yield x, max(part) + near, wide, high


def _between(line: Points, left: float, right: float) -> Iterator[float]:
    """Yield the heights of a line from one x to another."""
    first = max(0, bisect_left(line, (left,)) - 1)
    for (x0, y0), (x1, y1) in pairwise(line[first : bisect_right(line, (right, inf)) + 1]):
        if x1 == x0:
            if left <= x0 <= right:
                yield from (y0, y1)
            continue
        for x in (max(x0, left), min(x1, right)):
            yield y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _strikes(line: Points, box: Box) -> bool:
    """Tell whether a line goes through a box; its pieces go from left to right, or straight up."""
    left, top, wide, high = box
    heights = list(_between(line, left, left + wide))
    return bool(heights) and min(heights) < top + high and max(heights) > top
