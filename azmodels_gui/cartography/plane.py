# SPDX-License-Identifier: MIT
"""Points and boxes in a plane, and areas of several rings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, hypot
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle; touching another one is not overlapping it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Distance from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Distance from top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Middle of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def encloses(self, other: "Box") -> bool:
        """Tell whether no part of the other sticks out."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> "Box":
        """Return a box that is larger on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def box_around(points: Iterable[Point]) -> Box:
    """Return the smallest box with all points.

    Raises:
        ValueError: there are none.
    """
    listed = list(points)
    xs, ys = [x for x, _ in listed], [y for _, y in listed]
    return Box(min(xs), min(ys), max(xs), max(ys))


def box_at(centre: Point, radius: float) -> Box:
    """Return the square around a disc."""
    x, y = centre
    return Box(x - radius, y - radius, x + radius, y + radius)


Ring = Sequence[Point]
"""A closed line: the last point is the first again."""
Segment = tuple[Point, Point]


def contains(rings: Iterable[Ring], point: Point) -> bool:
    """Tell whether a point is inside; rings in rings are lakes and enclaves (even-odd rule)."""
    x, y = point
    return sum(crossing > x for crossing in _crossings(rings, y)) % 2 == 1


def is_near(rings: Sequence[Ring], point: Point, reach: float) -> bool:
    """Tell whether a point is inside, or no further from the edge than `reach`."""
    return contains(rings, point) or any(
        _distance(segment, point) <= reach for segment in _segments(rings)
    )


def inner_point(rings: Sequence[Ring]) -> Point | None:
    """Return a point inside the largest ring, far from its sides; None: there is no area."""
    wide = [ring for ring in rings if len(ring) > 3]
    if not wide:
        return None
    largest = max(wide, key=lambda ring: abs(_area(ring)))
    box = box_around(largest)
    spans = (_widest_span(rings, box.top + box.height * part) for part in (0.5, 0.4, 0.6, 0.3, 0.7))
    return next((point for point in spans if point is not None), None)


def _widest_span(rings: Iterable[Ring], y: float) -> Point | None:
    """Return the middle of the widest part of a horizontal line that is inside."""
    spans = list(_pairs(_crossings(rings, y)))
    if not spans:
        return None
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return (left + right) / 2, y


def _crossings(rings: Iterable[Ring], y: float) -> Iterator[float]:
    """Yield where a horizontal line meets the rings."""
    for (ax, ay), (bx, by) in _segments(rings):
        if (ay > y) != (by > y):
            yield ax + (y - ay) * (bx - ax) / (by - ay)


def _segments(rings: Iterable[Ring]) -> Iterator[Segment]:
    for ring in rings:
        yield from pairwise(ring)


def _distance(segment: Segment, point: Point) -> float:
    (ax, ay), (bx, by) = segment
    x, y = point
    along_x, along_y = bx - ax, by - ay
    squared = along_x**2 + along_y**2
    share = ((x - ax) * along_x + (y - ay) * along_y) / squared if squared else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(x - ax - share * along_x, y - ay - share * along_y)


def _area(ring: Ring) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def hatched(rings: Sequence[Ring], distance: float) -> list[Segment]:
    """Return parallel lines that rise to the right, cut where they leave the rings.

    As lines: patterns get lost in SVG and on paper.

    Args:
        rings: closed lines; what lies inside an odd number of them is hatched.
        distance: between two lines, measured along an axis.

    Raises:
        ValueError: the distance is not positive.
    """
    if distance <= 0:
        raise ValueError("the distance between two lines must be positive")
    crossings: dict[int, list[float]] = {}
    for begin, end in _segments(rings):
        for number, x in _slanting(begin, end, distance):
            crossings.setdefault(number, []).append(x)
    return [
        ((left, left + number * distance), (right, right + number * distance))
        for number in sorted(crossings)
        for left, right in _pairs(crossings[number])
        if left < right
    ]


def _slanting(begin: Point, end: Point, distance: float) -> Iterator[tuple[int, float]]:
    """Yield the lines y = x + number * distance that an edge crosses, and where."""
    # Half-open, so that a line through a corner crosses one of its two edges, not both.
    first, last = begin[1] - begin[0], end[1] - end[0]
    low, high = sorted((first, last))
    for number in range(ceil(low / distance), floor(high / distance) + 1):
        level = number * distance
        if low <= level < high:
            share = (level - first) / (last - first)
            yield number, begin[0] + share * (end[0] - begin[0])


def _pairs(xs: Iterable[float]) -> Iterator[tuple[float, float]]:
    ordered = sorted(xs)
    return zip(ordered[::2], ordered[1::2], strict=False)
