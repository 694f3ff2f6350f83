# SPDX-License-Identifier: MIT
"""Lines in groups as a tree of two levels."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from azmodels_gui.sheets.grouped import GroupedRow, RowGroup

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TOP = 0
"""Internal id of groups; lines have the place of their group plus one."""


class GroupedRowsModel(QAbstractItemModel):
    """Groups with their counts, and their lines beneath."""

    TONE_ROLE = int(Role.UserRole) + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = ("",)
        self.groups: tuple[RowGroup, ...] = ()

    def show(self, headings: tuple[str, ...], groups: tuple[RowGroup, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.headings, self.groups = headings, groups
        self.endResetModel()

    def row_at(self, index: Index) -> GroupedRow | None:
        """Return the line at an index; None for a group."""
        if not index.isValid() or index.internalId() == TOP:
            return None
        return self.groups[index.internalId() - 1].rows[index.row()]

    def index_of(self, wanted: GroupedRow) -> QModelIndex:
        """Return where an equal line stands; an invalid index where there is none."""
        for place, group in enumerate(self.groups):
            if wanted in group.rows:
                return self.index(group.rows.index(wanted), 0, self.index(place, 0))
        return QModelIndex()

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() == TOP and parent.column() == 0:
            return len(self.groups[parent.row()].rows)
        return 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.headings)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if row is None:
            group = self.groups[index.row()]
            shown = role == Role.DisplayRole and index.column() == 0
            return f"{group.title} ({len(group.rows)})" if shown else None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return row.cells[index.column()]
        return row.tone if role == self.TONE_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        shown = role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.headings[section] if shown and section < len(self.headings) else None
