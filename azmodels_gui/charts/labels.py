# SPDX-License-Identifier: MIT
"""Places for the names of lines: beside their line, where no line, mark or other word is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Points = Sequence[tuple[float, float]]
Span = tuple[float, float]
_PLACES = tuple(place / 24 for place in (1, 12, 6, 18, 3, 9, 15, 21, *range(2, 25, 2), 5, 7, 23))
"""Shares of the spare width at which a name may stand, the likeliest first."""


class _Curve:
    """A line, with the heights that it has where words were tried."""

    def __init__(self, line: Points) -> None:
        self._xs = [x for x, _ in line]
        self._ys = ys = [y for _, y in line]
        self.top, self.bottom = min(ys, default=0.0), max(ys, default=0.0)
        self._known: dict[Span, Span | None] = {}

    def span(self, left: float, right: float) -> Span | None:
        """Return the least and the greatest height from one x to another; None: none."""
        key = (left, right)
        if key not in self._known:
            self._known[key] = self._span(left, right)
        return self._known[key]

    def _span(self, left: float, right: float) -> Span | None:
        xs, ys = self._xs, self._ys
        if len(xs) < 2 or right < xs[0] or left > xs[-1]:
            return None
        first, beyond = bisect_left(xs, left), bisect_right(xs, right)
        heights = ys[first:beyond]
        if first:
            heights.append(self._height(first, left))
        if beyond < len(xs):
            heights.append(self._height(beyond, right))
        return min(heights), max(heights)

    def _height(self, at: int, x: float) -> float:
        """Return the height at an x between a point and the one before."""
        x0, y0 = self._xs[at - 1], self._ys[at - 1]
        return y0 + (self._ys[at] - y0) / (self._xs[at] - x0) * (x - x0)


class Free:
    """What of an area is still free for words."""

    def __init__(self, area: Box, lines: Sequence[Points], taken: Sequence[Box] = ()) -> None:
        self._area = area
        self._curves = [_Curve(line) for line in lines]
        self._taken = list(taken)

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
        air = h / 3
        for curve in self._curves:
            if curve.top < bottom and curve.bottom > y:  # most lines are elsewhere altogether
                span = curve.span(x - air, right + air)
                if span is not None and span[0] < bottom and span[1] > y:
                    return False
        return True

    def beside(self, line: Points, wide: float, high: float) -> Box | None:
        """Return where a name of that size stands beside its line; None: nowhere.

        Close above is tried first, then close below, from place to place; the place is taken.
        """
        return self._first(_candidates(_Curve(line), self._area, wide, high))

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


def _candidates(line: _Curve, area: Box, wide: float, high: float) -> Iterator[Box]:
    left, _, across, _ = area
    gap = 0.2 * high
    for near in (gap, 2.5 * gap, 5 * gap):
        for share in _PLACES:
            x = left + share * (across - wide)
            span = line.span(x, x + wide)
            if span is not None:
                yield x, span[0] - near - high, wide, high
                yield x, span[1] + near, wide, high
