# SPDX-License-Identifier: MIT
"""Labels beside their dots: the important first, none over another, none over the edge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from azmodels_gui.cartography.plane import Box, Point


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
        box = next((box for box in _boxes(wish) if _is_free(box, taken, view)), None)
        if box is not None:
            taken.append(box)
            placed[wish.key] = box
    return placed


def _is_free(box: Box, taken: Sequence[Box], view: Box) -> bool:
    if not view.encloses(box):
        return False
    left, top, right, bottom = box
    # Written out: `Box.overlaps` for each of some thousand pairs takes three times as long.
    return not any(
        left < other_right and other_left < right and top < other_bottom and other_top < bottom
        for other_left, other_top, other_right, other_bottom in taken
    )


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
