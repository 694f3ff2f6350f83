# SPDX-License-Identifier: MIT
"""Places for what lies too close: dots moved apart, labels beside their dots."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from azmodels_gui.cartography.plane import Box, Point

Line = tuple[Point, Point]

SAME_PLACE_PX = 1.0
"""Homes closer than this are one city: their dots share a ring around it."""
DIRECTIONS = 16
_ROUNDING = 1e-9
_WAYS = [
    (cos(2 * pi * turn / DIRECTIONS), sin(2 * pi * turn / DIRECTIONS)) for turn in range(DIRECTIONS)
]
_LEAD_PX = (24.0, 36.0, 52.0, 72.0, 98.0, 130.0, 170.0)
"""How far from its dot a label may stand that a line leads to, the nearest first."""
_APART_PX = 9.0
"""Such a label keeps this far from other dots, or it would read as the name of one."""
_STEP = 0.5
"""Distance between two rings of places to try, as a multiple of the radius."""


def spread(homes: Sequence[Point], radii: Sequence[float], gap: float) -> list[Point]:
    """Return a place for each dot: its home if that is free, else the nearest free one.

    No two dots come closer than `gap`. Who comes first keeps the better place, so the order
    should be that of importance; equal input gives equal output.
    """
    wanted = _rings(homes, radii, gap)
    placed: list[Point] = []
    for at, want in enumerate(wanted):
        placed.append(_free_place(want, radii[at], placed, radii, gap))
    return placed


def _rings(homes: Sequence[Point], radii: Sequence[float], gap: float) -> list[Point]:
    """Return the homes, those of one city in a ring around it."""
    wanted = list(homes)
    for group in _cities(homes):
        if len(group) == 1:
            continue
        across = 2 * max(radii[at] for at in group) + gap
        ring = across / 2 / sin(pi / len(group))
        for number, at in enumerate(group):
            angle = pi + 2 * pi * number / len(group)
            x, y = homes[group[0]]
            wanted[at] = (x + ring * cos(angle), y + ring * sin(angle))
    return wanted


def _cities(homes: Sequence[Point]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at, (x, y) in enumerate(homes):
        for group in groups:
            left, top = homes[group[0]]
            if abs(left - x) < SAME_PLACE_PX and abs(top - y) < SAME_PLACE_PX:
                group.append(at)
                break
        else:
            groups.append([at])
    return groups


def _free_place(
    want: Point, radius: float, placed: Sequence[Point], radii: Sequence[float], gap: float
) -> Point:
    x, y = want
    # What a dot must keep away from: places, and distances in which both have room.
    others = [(*place, radius + radii[at] + gap) for at, place in enumerate(placed)]
    ring = 0
    while True:  # ends: rings grow, the placed dots are finitely many
        away = _away(ring, radius)
        # Squares of distances need no root.
        near = [
            (left, top, max(0.0, least - _ROUNDING) ** 2)
            for left, top, least in others
            if abs(left - x) < away + least and abs(top - y) < away + least
        ]
        for right, down in _places(want, away):
            if all((right - left) ** 2 + (down - top) ** 2 >= least for left, top, least in near):
                return right, down
        ring += 1


def _away(ring: int, radius: float) -> float:
    return ring * _STEP * max(radius, 1.0)


def _places(want: Point, away: float) -> list[Point]:
    if not away:
        return [want]
    return [(want[0] + away * right, want[1] + away * down) for right, down in _WAYS]


@dataclass(frozen=True)
class LabelWish:
    """A label that would like a place."""

    key: str
    anchor: Point
    """Middle of the dot it belongs to."""
    radius_px: float
    """Distance from the anchor to where the label may begin."""
    width_px: float
    height_px: float
    priority: float = 0.0
    """The larger goes first; equals go by their key."""


@dataclass(frozen=True)
class LedLabel:
    """A label that stands away from its dot."""

    box: Box
    line: Line
    """From the middle of the dot to the edge of the label."""


def placed_labels(
    wishes: Iterable[LabelWish], obstacles: Sequence[Box], view: Box
) -> dict[str, Box]:
    """Return the boxes of the labels that found a place.

    A label overlaps no other, no obstacle, and lies wholly in the view; one that finds no such
    place is left out. Equal input gives equal output, whatever the order of the wishes.
    """
    taken = list(obstacles)
    placed: dict[str, Box] = {}
    for wish in sorted(wishes, key=lambda wish: (-wish.priority, wish.key)):
        near = _near(taken, wish, wish.radius_px)
        box = next((box for box in _boxes(wish) if _is_free(box, near, view)), None)
        if box is not None:
            taken.append(box)
            placed[wish.key] = box
    return placed


def led_labels(
    wishes: Iterable[LabelWish], obstacles: Sequence[Box], labels: Iterable[Box], view: Box
) -> dict[str, LedLabel]:
    """Return labels farther away, each with a line to its dot, for what has no room beside it.

    A label overlaps nothing, no line runs through a label or crosses another line; of the places
    of the same distance the one whose line passes fewest dots is taken.

    Args:
        wishes: labels that `placed_labels` left out.
        obstacles: dots and whatever else no label may hide; lines may pass below.
        labels: those that have a place already.
        view: what labels must stay in.
    """
    written, placed = list(labels), dict[str, LedLabel]()
    apart = [box.grown(_APART_PX) for box in obstacles]
    for wish in sorted(wishes, key=lambda wish: (-wish.priority, wish.key)):
        lines = [each.line for each in placed.values()]
        for away in _LEAD_PX:
            labels_near = _near(written, wish, away)
            taken = [*_near(apart, wish, away), *labels_near]
            fitting = [
                (box, line)
                for box, line in _led(wish, away)
                if _is_free(box, taken, view)
                and not any(crosses(line, other) for other in labels_near)
                and not any(_meet(line, other) for other in lines)
            ]
            if fitting:
                best = min(fitting, key=lambda each: sum(crosses(each[1], box) for box in taken))
                written.append(best[0])
                placed[wish.key] = LedLabel(*best)
                break
    return placed


def _near(boxes: Iterable[Box], wish: LabelWish, away: float) -> list[Box]:
    """Return the boxes that a label may meet which begins so far from its dot."""
    x, y = wish.anchor
    wide, high = away + wish.width_px, away + wish.height_px
    left, top, right, bottom = x - wide, y - high, x + wide, y + high
    # Written out, as in `_is_free`.
    return [
        box
        for box in boxes
        if left < box[2] and box[0] < right and top < box[3] and box[1] < bottom
    ]


def _led(wish: LabelWish, away: float) -> Iterator[tuple[Box, Line]]:
    """Yield places around a dot for a label that is led to, on the side its line comes from."""
    x, y = wish.anchor
    wide, high = wish.width_px, wish.height_px
    for right, down in _WAYS:
        end = (x + away * right, y + away * down)
        left = end[0] if right > 0 else end[0] - wide
        top = end[1] - high / 2
        yield Box(left, top, left + wide, top + high), (wish.anchor, end)


def crosses(line: Line, box: Box) -> bool:
    """Tell whether a line runs through a box; one that ends at its edge does not."""
    (x, y), (to_x, to_y) = line
    left, top, right, bottom = box
    # Most boxes lie elsewhere, which is seen at once.
    if max(x, to_x) <= left or min(x, to_x) >= right:
        return False
    if max(y, to_y) <= top or min(y, to_y) >= bottom:
        return False
    first, last = 0.0, 1.0
    for start, way, low, high in ((x, to_x - x, left, right), (y, to_y - y, top, bottom)):
        if abs(way) < _ROUNDING:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, near), min(last, far)
    return last - first > _ROUNDING


def _meet(one: Line, other: Line) -> bool:
    """Tell whether two lines cross."""

    def side(line: Line, point: Point) -> float:
        (x, y), (to_x, to_y) = line
        return (to_x - x) * (point[1] - y) - (to_y - y) * (point[0] - x)

    return (
        side(one, other[0]) * side(one, other[1]) < 0
        and side(other, one[0]) * side(other, one[1]) < 0
    )


def _is_free(box: Box, taken: Sequence[Box], view: Box) -> bool:
    if not view.encloses(box):
        return False
    left, top, right, bottom = box
    # Written out: `Box.overlaps` for each of some thousand pairs takes three times as long,
    # and to ask for `any` of them half as much again.
    for other_left, other_top, other_right, other_bottom in taken:
        if left < other_right and other_left < right and top < other_bottom:  # noqa: SIM102
            if other_top < bottom:
                return False
    return True


def _boxes(wish: LabelWish) -> Iterable[Box]:
    """Yield the places to try: beside the dot first, as one reads, then around it."""
    x, y = wish.anchor
    wide, high, away = wish.width_px, wish.height_px, wish.radius_px
    slant = away * 0.7
    lefts = {"right": x + away, "left": x - away - wide, "middle": x - wide / 2}
    corners = (
        (lefts["right"], y - high / 2),
        (lefts["left"], y - high / 2),
        (lefts["middle"], y - away - high),
        (lefts["middle"], y + away),
        (x + slant, y - slant - high / 2),
        (x + slant, y + slant - high / 2),
        (x - slant - wide, y - slant - high / 2),
        (x - slant - wide, y + slant - high / 2),
        (x + slant, y - slant - high),
        (x + slant, y + slant),
        (x - slant - wide, y - slant - high),
        (x - slant - wide, y + slant),
    )
    for left, top in corners:
        yield Box(left, top, left + wide, top + high)
