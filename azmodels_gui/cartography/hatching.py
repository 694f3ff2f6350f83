# SPDX-License-Identifier: MIT
"""Slanting lines inside outlines, as lines: patterns get lost in SVG and on paper."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from azmodels_gui.cartography.plane import Point

Line = tuple[Point, Point]


def hatched(rings: Sequence[Sequence[Point]], distance: float) -> list[Line]:
    """Return parallel lines that rise to the right, cut where they leave the rings.

    Args:
        rings: closed lines; what lies inside an odd number of them is hatched.
        distance: between two lines, measured along an axis.

    Raises:
        ValueError: the distance is not positive.
    """
    if distance <= 0:
        raise ValueError("the distance between two lines must be positive")
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for begin, end in pairwise(ring):
            for number, x in _crossings(begin, end, distance):
                crossings.setdefault(number, []).append(x)
    return [
        ((left, left + number * distance), (right, right + number * distance))
        for number in sorted(crossings)
        for left, right in _pairs(crossings[number])
        if left < right
    ]


def _crossings(begin: Point, end: Point, distance: float) -> Iterator[tuple[int, float]]:
    """Yield the lines y = x + number * distance that an edge crosses, and where."""
    # Half-open, so that a line through a corner crosses one of its two edges, not both.
    first, last = begin[1] - begin[0], end[1] - end[0]
    low, high = sorted((first, last))
    for number in range(ceil(low / distance), floor(high / distance) + 1):
        level = number * distance
        if low <= level < high:
            share = (level - first) / (last - first)
            yield number, begin[0] + share * (end[0] - begin[0])


def _pairs(xs: list[float]) -> Iterator[tuple[float, float]]:
    ordered = sorted(xs)
    return zip(ordered[::2], ordered[1::2], strict=False)
