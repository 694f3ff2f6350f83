# SPDX-License-Identifier: MIT
"""The matrix: entries in rows, regions in columns, in each cell how the entry is offered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from azmodels_gui.catalog.bitmask import flags_of
from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.words import ENGLISH
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.matrix_slots import MatrixSlots
from azmodels_gui.window.regions.region_codes import RegionCodes
from azmodels_gui.window.regions.region_columns import RegionColumn, region_columns
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.regions.region_words import RegionWords
from azmodels_gui.window.tooltips import plain_tooltip

FEW_UNPLACED = 5
"""So many rows without a place are no wall of question marks."""
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole


class RegionMatrixModel(QAbstractTableModel):
    """A read-only table; rows and regions are given from outside as a `RegionScope`.

    Cells are packed numbers that are unpacked when painted or read: of 11,000 rows only
    those that come to the screen are ever made.

    Signals:
        scope_changed: other rows, regions or deployment types are on show.
    """

    KEY_ROLE: ClassVar[int] = Role.UserRole
    """The `EntryKey` of the row."""
    REGION_ROLE: ClassVar[int] = Role.UserRole + 1
    """The id of the column's region."""

    scope_changed = Signal()

    def __init__(
        self, scope: RegionScope, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._placed_only = False
        self._take_catalog(scope.index)
        self._take(scope)

    @property
    def scope(self) -> RegionScope:
        """What is on show."""
        return self._scope

    @property
    def slots(self) -> MatrixSlots:
        """The deployment types on show and their places in a cell."""
        return self._slots

    @property
    def columns(self) -> tuple[RegionColumn, ...]:
        """The regions on show, from left to right."""
        return self._columns

    @property
    def placed_only(self) -> bool:
        """True: entries that are open in every region shall be left out, if they are many."""
        return self._placed_only

    @property
    def unplaced(self) -> int:
        """How many entries of the scope are open in every region, shown or left out."""
        return (self._asked.mask & self._open).bit_count()

    @property
    def left_out(self) -> int:
        """How many entries are left out: none where few are, or nothing else would be on show."""
        unplaced = self.unplaced
        many = FEW_UNPLACED < unplaced < len(self._asked.rows)
        return unplaced if self._placed_only and many else 0

    def set_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        if scope != self._asked:
            self._show(scope)

    def set_placed_only(self, placed_only: bool) -> None:
        """Leave out the entries that are open in every region, or show them again."""
        if placed_only != self._placed_only:
            self._placed_only = placed_only
            self._show(self._asked)

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._scope.entry(row)

    def codes(self, row: int) -> list[int]:
        """Return what is known in each column, cut down to the deployment types on show."""
        codes = self._cells.get(row)
        if codes is None:
            mask = self._slots.mask
            known = self._codes.row(self.entry(row))
            codes = self._cells[row] = [known[column.place] & mask for column in self._columns]
        return codes

    def is_unplaced(self, row: int) -> bool:
        """Tell whether no source says yes of any region on show, and all of them are open."""
        return bool(self._open >> self._scope.rows[row] & 1)

    def words(self, row: int, column: int) -> tuple[str, list[str]]:
        """Return which cell it is, and all that is known of it, in lines."""
        entry, region = self.entry(row), self._columns[column].region
        lines = self._words.lines(entry, region, self.codes(row)[column])
        return self._words.title(entry, region), lines

    def region_words(self, column: int) -> str:
        """Return where a region lies and how many of the rows it offers."""
        region = self._columns[column].region
        return self._words.region(region, self._shown[region.id].count(self._scope.mask))

    def row_of(self, key: EntryKey) -> int:
        """Return the row of an entry; -1 if it is not on show."""
        at = self._scope.index.row_of(key)
        return self._scope.rows.index(at) if at in self._scope.rows else -1

    def column_of(self, region: str) -> int:
        """Return the column of a region; -1 if it is not on show."""
        ids = [column.region.id for column in self._columns]
        return ids.index(region) if region in ids else -1

    def _show(self, scope: RegionScope) -> None:
        self.beginResetModel()
        if scope.index is not self._scope.index:
            self._take_catalog(scope.index)
        self._take(scope)
        self.endResetModel()
        self.scope_changed.emit()

    def _take_catalog(self, index: CatalogIndex) -> None:
        self._codes = RegionCodes(index.catalog)
        kinds = MatrixSlots(index.catalog, self._codes).kinds
        self._known = index.known_in_regions(kinds)
        self._by_kinds = {kinds: self._known}

    def _take(self, scope: RegionScope) -> None:
        context = CellContext(scope.index, self._language)
        self._asked = scope
        self._slots = MatrixSlots(scope.index.catalog, self._codes, scope.deployment_type)
        self._words = RegionWords(self._slots, context)
        kinds = self._slots.kinds
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = scope.index.known_in_regions(kinds)
        self._shown = self._by_kinds[kinds]
        self._scope = scope
        self._columns = region_columns(scope, self._shown, self._known, context)
        self._open = scope.index.everything
        for column in self._columns:
            self._open &= self._shown[column.region.id].unknown
        if self.left_out:
            self._scope = self._without_unplaced(scope)
            self._columns = region_columns(self._scope, self._shown, self._known, context)
        self._cells: dict[int, list[int]] = {}

    def _without_unplaced(self, scope: RegionScope) -> RegionScope:
        flags = flags_of(self._open, len(scope.index.entries))
        return replace(scope, rows=tuple(row for row in scope.rows if not flags[row]))

    def _short_words(self, row: int, column: int) -> str:
        return self._words.short(self.entry(row), self.codes(row)[column])

    def _full_words(self, row: int, column: int) -> str:
        title, lines = self.words(row, column)
        return "\n".join((title, *lines))

    def _region_data(self, column: int, role: int) -> str | None:
        match role:
            case Role.DisplayRole:
                return self._columns[column].region.name
            case Role.ToolTipRole:
                return plain_tooltip(self.region_words(column))
            case Role.AccessibleTextRole:
                return self.region_words(column)
            case self.REGION_ROLE:
                return self._columns[column].region.id
        return None

    def _entry_data(self, row: int, role: int) -> str | EntryKey | None:
        match role:
            case Role.DisplayRole:
                return self.entry(row).title
            case Role.ToolTipRole:
                return plain_tooltip(self.entry(row).title)
            case self.KEY_ROLE:
                return self.entry(row).key
        return None

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._scope.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self, index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        return self._region_data(section, role) if across else self._entry_data(section, role)


_READERS: dict[int, Callable[[RegionMatrixModel, int, int], Any]] = {
    Role.DisplayRole: lambda table, row, column: table._short_words(row, column),
    Role.ToolTipRole: lambda table, row, column: plain_tooltip(table._full_words(row, column)),
    Role.AccessibleTextRole: lambda table, row, column: table._full_words(row, column),
    RegionMatrixModel.KEY_ROLE: lambda table, row, _: table.entry(row).key,
    RegionMatrixModel.REGION_ROLE: lambda table, _, column: table.columns[column].region.id,
}
