# SPDX-License-Identifier: MIT
"""A read-only tree of two levels: headings and the figures below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


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


class FactTreeModel(QAbstractItemModel):
    """Shows `FactGroup`s; new ones replace all old ones."""

    TONE_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ("",)
        self._groups: tuple[FactGroup, ...] = ()

    def set_groups(self, headers: Sequence[str], groups: Sequence[FactGroup]) -> None:
        """Replace everything.

        Args:
            headers: one heading per column, in the language on show.
            groups: lines with at most as many cells.
        """
        self.beginResetModel()
        self._headers = tuple(headers) or ("",)
        self._groups = tuple(groups)
        self.endResetModel()

    def row_at(self, index: Index) -> FactRow:
        """Return the line behind a valid index."""
        group = index.internalId()
        if group == 0:
            return self._groups[index.row()].head
        return self._groups[group - 1].rows[index.row()]

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
            return len(self._groups)
        if parent.column() > 0 or parent.internalId() != 0:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[index.column()] if index.column() < len(line.cells) else ""
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return line.tip
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case self.TONE_ROLE:
                return line.tone
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headers):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Names stand left, figures right."""
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
