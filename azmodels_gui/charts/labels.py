# SPDX-License-Identifier: MIT
"""Places for the names of lines: beside their line, where no line, mark or other word is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import inf

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Points = Sequence[tuple[float, float]]
Span = tuple[float, float]
_PLACES = tuple(place / 24 for place in (1, 12, 6, 18, 3, 9, 15, 21, *range(2, 25, 2), 5, 7, 23))
"""Shares of the spare width at which a name may stand, the likeliest first."""


class Free:
    """What of an area is still free for words."""

    def __init__(self, area: Box, lines: Sequence[Points], taken: Sequence[Box] = ()) -> None:
        self._area = area
        self._lines = lines
        self._taken = list(taken)
        self._spans: dict[tuple[float, float], list[Span]] = {}

    def take(self, box: Box) -> None:
        """Let no other word stand there."""
        self._taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether a box is inside of the area and touches nothing."""
        left, top, wide, tall = self._area
        x, y, w, h = box
        right, bottom = x + w, y + h
        if x < left or y < top or right > left + wide or bottom > top + tall:
            return False
        for x0, y0, w0, h0 in self._taken:
            if x < x0 + w0 and x0 < right and y < y0 + h0 and y0 < bottom:
                return False
        for low, high in self._between(x - h / 3, right + h / 3):
            if low < bottom and high > y:
                return False
        return True

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

    def _between(self, left: float, right: float) -> list[Span]:
        """Return which heights the lines have there; asked for many words above each other."""
        spans = self._spans.get((left, right))
        if spans is None:
            found = (_span(line, left, right) for line in self._lines)
            spans = self._spans[left, right] = [span for span in found if span is not None]
        return spans

    def _first(self, boxes: Iterable[Box]) -> Box | None:
        for box in boxes:
            if self.is_free(box):
                self.take(box)
                return box
        return None


def _candidates(line: Points, area: Box, wide: float, high: float) -> Iterator[Box]:
    left, _, across, _ = area
    gap = 0.2 * high
    known: dict[float, Span | None] = {}
    for near in (gap, 2.5 * gap, 5 * gap):
        for share in _PLACES:
            x = left + share * (across - wide)
            if x not in known:
                known[x] = _span(line, x, x + wide)
            span = known[x]
            if span is not None:
                yield x, span[0] - near - high, wide, high
                yield x, span[1] + near, wide, high


def _span(line: Points, left: float, right: float) -> Span | None:
    """Return the least and the greatest height of a line from one x to another; None: none."""
    if len(line) < 2 or right < line[0][0] or left > line[-1][0]:
        return None
    first, beyond = bisect_left(line, (left,)), bisect_right(line, (right, inf))
    heights = [y for _, y in line[first:beyond]]
    if first:
        heights.append(_height(line[first - 1], line[first], left))
    if beyond < len(line):
        heights.append(_height(line[beyond - 1], line[beyond], right))
    return min(heights), max(heights)


def _height(before: tuple[float, float], after: tuple[float, float], x: float) -> float:
    """Return the height of a line at a place between two of its points."""
    (x0, y0), (x1, y1) = before, after
    return y0 + (y1 - y0) / (x1 - x0) * (x - x0)
