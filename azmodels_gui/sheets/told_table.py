# SPDX-License-Identifier: MIT
"""A table line by line as every reader sees it: texts with their marks, tones and sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import (
    alike_told,
    column_numbers,
    figure_numbers,
    label_numbers,
)


class Tone(Enum):
    """How a text is set; it never says more than the text does."""

    PLAIN = ""
    BEST = "best"
    WARNING = "warning"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"


class Side(Enum):
    """Where a text stands in its column."""

    LEFT = ""
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True)
class Told:
    """One text of a table, and the footnotes beside it."""

    text: str
    numbers: tuple[int, ...] = ()
    side: Side = Side.LEFT
    tone: Tone = Tone.PLAIN


class LineKind(Enum):
    """What a line is."""

    HEADING = "heading"
    """Of a group, over all columns."""
    ROW = "row"
    ALIKE = "alike"
    """The rows of a group that are alike for all, each a piece of one text over all columns."""


@dataclass(frozen=True)
class Line:
    """One line of a table below its titles."""

    kind: LineKind
    texts: tuple[Told, ...]


@dataclass(frozen=True)
class ToldTable:
    """A table, or those of its columns that stand side by side."""

    sheet: Sheet
    table: Table
    columns: Sequence[int]
    signs: bool = False
    """True: signs stand for words where a cell has one."""
    folds: bool = False
    """True: the rows that are alike for all stand in one line per group."""

    @property
    def spans(self) -> Iterator[tuple[str, int]]:
        """The headings above the titles, each with how many of the columns it spans."""
        begin, shown = 0, set(self.columns)
        for name, count in self.table.spans:
            inside = len(shown.intersection(range(begin, begin + count)))
            begin += count
            if inside:
                yield name, inside

    @property
    def titles(self) -> tuple[Told, ...]:
        """The titles, that of the labels first."""
        return (Told(self.table.stub), *map(self._title, self.columns))

    @property
    def lines(self) -> Iterator[Line]:
        """All lines from top to bottom."""
        for group in self.table.groups:
            if group.heading:
                yield Line(LineKind.HEADING, (Told(group.heading),))
            for row in group.differing if self.folds else group.rows:
                yield Line(LineKind.ROW, self._row(row))
            if self.folds and group.alike:
                pieces = (Told(text, numbers) for text, numbers in alike_told(self.sheet, group))
                yield Line(LineKind.ALIKE, tuple(pieces))

    def _title(self, at: int) -> Told:
        column = self.table.columns[at]
        side = Side.MIDDLE if self.signs else Side.RIGHT if column.figures else Side.LEFT
        return Told(column.title, column_numbers(self.sheet, self.table, at), side)

    def _row(self, row: Row) -> tuple[Told, ...]:
        differs = "\N{NO-BREAK SPACE}≠" if row.differs and not self.folds else ""
        label = Told(f"{row.label}{differs}", label_numbers(self.sheet, self.table, row))
        cited = figure_numbers(self.sheet, self.table, row)
        return (label, *(self._figure(row.cells[at], at, cited[at]) for at in self.columns))

    def _figure(self, cell: Cell, at: int, numbers: tuple[int, ...]) -> Told:
        side = Side.RIGHT if self.table.columns[at].figures else Side.LEFT
        if self.signs and cell.sign:
            side = Side.MIDDLE
        return Told(marked(cell, signs=self.signs), numbers, side, _tone(cell, signs=self.signs))


def _tone(cell: Cell, *, signs: bool) -> Tone:
    if cell.kind is CellKind.UNKNOWN or (signs and cell.sign == "–"):
        return Tone.UNKNOWN
    if cell.kind is CellKind.CONFLICT:
        return Tone.CONFLICT
    return {Mark.BEST: Tone.BEST, Mark.WARNING: Tone.WARNING}.get(cell.mark, Tone.PLAIN)
