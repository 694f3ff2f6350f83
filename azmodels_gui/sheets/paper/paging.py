# SPDX-License-Identifier: MIT
"""Puts strips on pages: no strip is cut, headings stay with what follows, heads come again.

Plain arithmetic without Qt, so that its promises can be tested for any strips.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Draw = Callable[[Any, float], None]
"""Paints a strip with a painter, its top at a height."""
Split = Callable[[float], "tuple[Strip, Strip] | None"]
"""Divides a strip that is higher than a page: the part that fits a height, and the rest."""


@dataclass(frozen=True)
class Strip:
    """A band over the whole width of the page: a line, a row of a table, a picture."""

    height: float
    draw: Draw
    keep_with_next: bool = False
    """True: never the last one of a page."""
    heads: tuple["Strip", ...] = ()
    """Come again on top of a new page that begins with this strip."""
    new_page: bool = False
    split: Split | None = None
    """How it is divided if no page is high enough; None: it cannot be."""
    is_space: bool = False
    """True: left out on top of a page."""


@dataclass(frozen=True)
class Placed:
    """A strip on a page."""

    strip: Strip
    top: float


def paged(strips: Sequence[Strip], first_room: float, room: float) -> list[list[Placed]]:
    """Return the pages.

    Args:
        strips: what stands on the paper from top to bottom.
        first_room: height of the first page, which has the title.
        room: height of every other page.
    """
    paper = _Paper(first_room, room)
    for unit in _units(strips):
        paper.put(unit)
    return paper.pages


def _units(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Yield strips that must stay on one page."""
    unit: list[Strip] = []
    for strip in strips:
        unit.append(strip)
        if not strip.keep_with_next:
            yield unit
            unit = []
    if unit:
        yield unit


class _Paper:
    """The pages so far, and how full the last one is."""

    def __init__(self, first_room: float, room: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._rooms = (first_room, room)
        self._top = 0.0

    @property
    def _left(self) -> float:
        room = self._rooms[0] if len(self.pages) == 1 else self._rooms[1]
        return room - self._top

    def put(self, unit: Sequence[Strip]) -> None:
        """Place strips together, on a new page if need be."""
        wanted = sum(strip.height for strip in unit)
        if (unit[0].new_page and self.pages[-1]) or (wanted > self._left and self.pages[-1]):
            self._turn(unit[0])
        for strip in unit:
            self._place(strip)

    def _turn(self, following: Strip) -> None:
        """Begin a page; heads come again unless they would fill most of it."""
        self.pages.append([])
        self._top = 0.0
        heads = sum(head.height for head in following.heads)
        if heads + following.height <= self._rooms[1] or heads <= self._rooms[1] / 2:
            for head in following.heads:
                self._add(head)

    def _place(self, strip: Strip) -> None:
        if strip.is_space and not self.pages[-1]:
            return
        if strip.height <= self._left:
            self._add(strip)
            return
        if self.pages[-1] and strip.height <= self._rooms[1] - _height(strip.heads):
            self._turn(strip)
            self._add(strip)
            return
        self._place_in_pieces(strip)

    def _place_in_pieces(self, strip: Strip) -> None:
        """Place a strip that is higher than a page: only then may it be divided."""
        pieces = None if strip.split is None else strip.split(self._left)
        if pieces is None:
            self._add(strip)
            return
        first, rest = pieces
        self._add(first)
        self._turn(rest)
        self._place(rest)

    def _add(self, strip: Strip) -> None:
        self.pages[-1].append(Placed(strip, self._top))
        self._top += strip.height


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)
