# SPDX-License-Identifier: MIT
"""A table of signs as a value and as a model: cells are made when they are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from azmodels_gui.window.model_index import NO_PARENT, Index, Role, tool_tip
from azmodels_gui.window.theme import Tone


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


class ToldTable(QAbstractTableModel):
    """A read-only table whose cells and heads are told in a few words and in full."""

    def words(self, row: int, column: int) -> str:
        """Return a cell in a few words."""
        raise NotImplementedError

    def told(self, row: int, column: int) -> tuple[str, list[str]]:
        """Return which cell it is and all that is known of it, in lines."""
        raise NotImplementedError

    def head(self, section: int, *, across: bool) -> tuple[str, str]:
        """Return the head of a column (`across`) or row: its title, and all of it in lines."""
        raise NotImplementedError

    # Qt overrides

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return self.words(index.row(), index.column())
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            title, lines = self.told(index.row(), index.column())
            return _in_role("\n".join((title, *lines)), role)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role == Role.DisplayRole:
            return self.head(section, across=across)[0]
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return _in_role(self.head(section, across=across)[1], role)
        return None


def _in_role(text: str, role: int) -> str | None:
    return tool_tip(text) if role == Role.ToolTipRole else text


class GridModel(ToldTable):
    """A cell is made when it is first seen and kept until another grid comes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()
        self._cells: dict[tuple[int, int], GridCell] = {}

    def show_grid(self, grid: Grid) -> None:
        """Show another table."""
        self.beginResetModel()
        self.grid, self._cells = grid, {}
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell:
        """Return what a cell shows; nothing in a heading."""
        at = (row, column)
        cell = self._cells.get(at)
        if cell is None:
            heading = self.grid.rows[row].heading
            cell = self._cells[at] = GridCell() if heading else self.grid.cell(row, column)
        return cell

    def words(self, row: int, column: int) -> str:
        """Return a cell in a few words; nothing in a heading."""
        return "" if self.grid.rows[row].heading else self.grid.words(row, column)

    def told(self, row: int, column: int) -> tuple[str, list[str]]:
        """Return which cell it is and all that is known of it, in lines."""
        head = self.grid.rows[row]
        if head.heading:
            return head.title, [head.note]
        title, *lines = self.grid.told(row, column)
        return title, lines

    def head(self, section: int, *, across: bool) -> tuple[str, str]:
        """Return the head of a column or row."""
        head = self.grid.columns[section] if across else self.grid.rows[section]
        return head.title, head.told or head.title

    @property
    def first_row(self) -> int:
        """The first row that is no heading; -1 if there is none."""
        return next((at for at, row in enumerate(self.grid.rows) if not row.heading), -1)

    def row_of(self, key: object) -> int:
        """Return the row with a key; -1 if there is none."""
        return next((at for at, row in enumerate(self.grid.rows) if row.key == key), -1)

    def column_of(self, key: object) -> int:
        """Return the column with a key; -1 if there is none."""
        return next((at for at, each in enumerate(self.grid.columns) if each.key == key), -1)

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard pass over the headings of groups."""
        if index.isValid() and self.grid.rows[index.row()].heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)
