# SPDX-License-Identifier: MIT
"""Which dot an arrow key leads to."""

from collections.abc import Mapping
from math import hypot

from azmodels_gui.cartography.plane import Point

_SIDEWAYS = 2.0
"""A dot aside counts as this many times farther away."""


def neighbour(points: Mapping[str, Point], here: Point, direction: Point) -> str | None:
    """Return the nearest point in a direction; None: there is none that way.

    Args:
        points: by name, in pixels.
        here: where to start; a point at exactly this place is passed over.
        direction: one of (1, 0), (-1, 0), (0, 1), (0, -1); down is positive.
    """
    found: tuple[float, str] | None = None
    for name, (x, y) in points.items():
        across, down = x - here[0], y - here[1]
        ahead = across * direction[0] + down * direction[1]
        aside = abs(across * direction[1]) + abs(down * direction[0])
        if ahead <= 0 or aside > ahead * _SIDEWAYS:
            continue
        candidate = (hypot(ahead, _SIDEWAYS * aside), name)
        found = candidate if found is None else min(found, candidate)
    return None if found is None else found[1]
