# SPDX-License-Identifier: MIT
"""A table of signs as a value: rows in groups, headed columns, cells made when they are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.window.theme.tokens import Tone


class Shape(StrEnum):
    """What stands around a letter; each says something else, also without colour."""

    SQUARE = "square"
    HEXAGON = "hexagon"
    RING = "ring"
    NONE = "none"


class Ground(StrEnum):
    """What lies behind the signs of a cell."""

    PLAIN = "plain"
    MISSING = "missing"
    """A patch: known not to be there."""
    OPEN = "open"
    """A dashed frame: nobody knows."""
    ENDED = "ended"
    """Hatched: it has ended."""


class Mark(Struct, frozen=True):
    """One sign."""

    letter: str
    shape: Shape = Shape.NONE
    tone: Tone = Tone.MUTED
    flagged: bool = False
    """With a small exclamation mark: disputed."""
    hollow: bool = False
    """Only the outline of the shape."""


class GridCell(Struct, frozen=True):
    """What one cell shows: signs side by side, or a text."""

    marks: tuple[Mark, ...] = ()
    text: str = ""
    tone: Tone = Tone.PLAIN
    ground: Ground = Ground.PLAIN


class GridColumn(Struct, frozen=True):
    """The head of a column."""

    key: object
    title: str
    lines: tuple[tuple[str, Tone], ...] = ()
    """Smaller, below the title."""
    struck: bool = False
    told: str = ""
    """All that is known of it, in lines."""
    chosen: bool = False
    """True: the table is filtered by it."""


class GridRow(Struct, frozen=True):
    """The head of a row, or the heading of a group."""

    key: object
    title: str
    note: str = ""
    """Of a row beside its title; of a group what there is to know of it."""
    tone: Tone = Tone.PLAIN
    heading: bool = False
    struck: bool = False
    told: str = ""


@dataclass(frozen=True, eq=False)
class Grid:
    """A whole table."""

    corner: tuple[str, str] = ("", "")
    """What the titles and the notes of the rows are."""
    rows: Sequence[GridRow] = ()
    columns: Sequence[GridColumn] = ()
    cell: Callable[[int, int], GridCell] = lambda _row, _column: GridCell()
    """Returns the cell of a row that is no heading, and a column."""
    words: Callable[[int, int], str] = lambda _row, _column: ""
    """Returns the same in a few words, for copies."""
    told: Callable[[int, int], Sequence[str]] = lambda _row, _column: ()
    """Returns all that is known of a cell: a title, then lines."""
    own_widths: bool = False
    """Each column is as wide as its head; False: all have one width."""
