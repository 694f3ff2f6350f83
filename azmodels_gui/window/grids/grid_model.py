# SPDX-License-Identifier: MIT
"""The item model of a table of signs."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from azmodels_gui.window.grids.grid import Grid, GridCell
from azmodels_gui.window.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """Read-only; a cell is made when it is first seen and kept until another grid comes."""

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

    def told(self, row: int, column: int) -> tuple[str, list[str]]:
        """Return which cell it is and all that is known of it, in lines."""
        head = self.grid.rows[row]
        if head.heading:
            return head.title, [head.note]
        title, *lines = self.grid.told(row, column)
        return title, lines

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

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return "" if self.grid.rows[row].heading else self.grid.words(row, column)
            case Role.AccessibleTextRole:
                return _joined(*self.told(row, column))
            case Role.ToolTipRole:
                return plain_tooltip(_joined(*self.told(row, column)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        heads = self.grid.columns if orientation is Qt.Orientation.Horizontal else self.grid.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        match role:
            case Role.DisplayRole:
                return head.title
            case Role.AccessibleTextRole:
                return head.told or head.title
            case Role.ToolTipRole:
                return plain_tooltip(head.told or head.title)
        return None


def _joined(title: str, lines: list[str]) -> str:
    return "\n".join((title, *lines))
