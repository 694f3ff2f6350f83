# SPDX-License-Identifier: MIT
"""Read-only trees of two levels: headings, and the figures or lines below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from azmodels_gui.window.model_index import NO_PARENT, Index


@dataclass(frozen=True)
class FactRow:
    """One line of figures with where they come from."""

    cells: tuple[str, ...]
    tip: str = ""
    """Source and date; shown on hover and read by screen readers."""
    tone: str = ""
    """What the colour says: `good`, `warn`, `bad`, `muted`; empty: nothing."""


@dataclass(frozen=True)
class FactGroup:
    """A heading, itself a line that may hold figures, and the lines below."""

    head: FactRow
    rows: tuple[FactRow, ...] = ()
    opened: bool = False
    """Unfolded from the start."""


class TwoLevelModel(QAbstractItemModel):
    """Headings and the lines below them; new ones replace all old ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headers: tuple[str, ...] = ("",)
        """One heading per column, in the language on show."""
        self.groups: tuple[Any, ...] = ()
        """Each with its lines (`rows`)."""

    def set_groups(self, headers: Sequence[str], groups: Sequence[Any]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.headers = tuple(headers) or ("",)
        self.groups = tuple(groups)
        self.endResetModel()

    def line_at(self, index: Index) -> Any:
        """Return the line behind an index; None for a heading."""
        group = index.internalId()
        return self.groups[group - 1].rows[index.row()] if index.isValid() and group else None

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        # The id of a heading is 0, that of a line is its heading's place, from 1.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = NO_PARENT) -> Any:
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        if not parent.isValid():
            return len(self.groups)
        if parent.column() > 0 or parent.internalId() != 0:
            return 0
        return len(self.groups[parent.row()].rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return len(self.headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal and section < len(self.headers)
        return self.headers[section] if across and role == Qt.ItemDataRole.DisplayRole else None


class FactTreeModel(TwoLevelModel):
    """Shows `FactGroup`s, with at most as many cells as there are columns."""

    TONE_ROLE = Qt.ItemDataRole.UserRole + 1

    def lines(self) -> list[tuple[str, ...]]:
        """Return the cells of every line, headings too."""
        rows = (row for group in self.groups for row in (group.head, *group.rows))
        return [row.cells for row in rows]

    def row_at(self, index: Index) -> FactRow:
        """Return the line or heading behind a valid index."""
        line: FactRow = self.line_at(index) or self.groups[index.row()].head
        return line

    # Qt overrides

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[index.column()] if index.column() < len(line.cells) else ""
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                seen = role == Qt.ItemDataRole.ToolTipRole
                return line.tip if seen else _heard_beside(line, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case self.TONE_ROLE:
                return line.tone
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return super().headerData(section, orientation, role)


def _heard_beside(line: FactRow, column: int) -> str:
    """Return what a screen reader is told of a line beside its name: once, not with each cell."""
    return "" if column else line.tip.removeprefix(f"{line.cells[0]}\n")


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Names stand left, figures right."""
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
