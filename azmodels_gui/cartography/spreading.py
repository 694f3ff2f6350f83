# SPDX-License-Identifier: MIT
"""Dots that would lie on each other, moved apart so that each can be seen and clicked."""

from collections.abc import Sequence
from math import cos, pi, sin

from azmodels_gui.cartography.plane import Point

SAME_PLACE_PX = 1.0
"""Homes closer than this are one city: their dots share a ring around it."""
DIRECTIONS = 16
_ROUNDING = 1e-9
_WAYS = [
    (cos(2 * pi * turn / DIRECTIONS), sin(2 * pi * turn / DIRECTIONS)) for turn in range(DIRECTIONS)
]
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
    # What a dot must keep away from: places, and squares of distances, which need no root.
    others = [
        (x, y, max(0.0, radius + radii[at] + gap - _ROUNDING) ** 2)
        for at, (x, y) in enumerate(placed)
    ]
    ring = 0
    while True:  # ends: rings grow, the placed dots are finitely many
        for right, down in _places(want, ring, radius):
            if all((right - x) ** 2 + (down - y) ** 2 >= least for x, y, least in others):
                return right, down
        ring += 1


def _places(want: Point, ring: int, radius: float) -> list[Point]:
    if ring == 0:
        return [want]
    away = ring * _STEP * max(radius, 1.0)
    return [(want[0] + away * right, want[1] + away * down) for right, down in _WAYS]
