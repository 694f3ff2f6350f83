# SPDX-License-Identifier: MIT
"""The table of models: the rows that fit the query, in the order chosen."""

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import ENGLISH, N_
from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.models.columns import COLUMNS
from azmodels_gui.window.tooltips import plain_tooltip


class RowOrders:
    """Keeps the orders of a catalogue, so that a keystroke does not sort again."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._orders: dict[tuple[int, bool], list[int]] = {}

    def set_context(self, context: CellContext) -> None:
        """Forget the orders that a change of language, place or catalogue makes wrong."""
        only_place = (
            context.index is self._context.index and context.language is self._context.language
        )
        self._context = context
        self._orders = {
            key: order
            for key, order in self._orders.items()
            if only_place and not COLUMNS[key[0]].by_place
        }

    def order(self, column: int, direction: Qt.SortOrder) -> Sequence[int]:
        """Return all rows by a column; without one, the newest usable versions first.

        Rows without a value come last in both directions; equal rows stay in the order
        of the catalogue.
        """
        if not 0 <= column < len(COLUMNS):
            return self._context.index.first_order
        key = (column, direction == Qt.SortOrder.DescendingOrder)
        if key not in self._orders:
            self._orders[key] = self._sorted(*key)
        return self._orders[key]

    def _sorted(self, column: int, descending: bool) -> list[int]:
        sort_key, context = COLUMNS[column].sort_key, self._context
        # One column's keys are all of one type; which one, only the column knows.
        keys: list[Any] = [sort_key(entry, context) for entry in context.index.entries]
        present = [row for row, key in enumerate(keys) if key is not None]
        missing = [row for row, key in enumerate(keys) if key is None]
        present.sort(key=keys.__getitem__, reverse=descending)
        return present + missing


class Cell(NamedTuple):
    """All that is painted of one cell."""

    text: str
    chips: tuple[Chip, ...] | None
    """None: plain text."""
    tone: str
    """`past`, `soon`, `muted` or nothing."""


class CellStore:
    """Cells by column and row of the catalogue."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._columns: list[dict[int, Cell]] = [{} for _ in COLUMNS]

    def set_context(self, context: CellContext) -> None:
        """Forget what a change of language, place or catalogue makes wrong."""
        only_place = (
            context.index is self._context.index and context.language is self._context.language
        )
        self._context = context
        for column, kept in zip(COLUMNS, self._columns, strict=True):
            if column.by_place or not only_place:
                kept.clear()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, `row` counted in the catalogue."""
        kept = self._columns[column]
        cell = kept.get(row)
        if cell is None:
            cell = kept[row] = self._made(row, column)
        return cell

    def _made(self, row: int, number: int) -> Cell:
        column, context = COLUMNS[number], self._context
        entry = context.index.entries[row]
        if column.chips is None:
            return Cell(column.text(entry, context), None, column.tone(entry, context))
        chips = column.chips(entry, context)
        return Cell(", ".join(chip.text for chip in chips), chips, column.tone(entry, context))


Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole
_MAY_FIT = N_("Nothing known speaks against it, but not all that is asked is known of it.")


class CatalogTableModel(QAbstractTableModel):
    """A read-only table with one row for each entry that fits the query.

    Rows are a list of numbers rather than a proxy over all entries: that is what keeps a
    keystroke fast. A query resets the model; `KeptSelection` restores what was selected.

    Signals:
        result_changed: the new `QueryResult`, after the rows have changed.
    """

    ENTRY_ROLE: ClassVar[int] = Role.UserRole
    """The `Entry`."""
    KEY_ROLE: ClassVar[int] = Role.UserRole + 1
    """The `EntryKey`: (model id, version)."""
    CHIPS_ROLE: ClassVar[int] = Role.UserRole + 2
    """A tuple of `Chip`, or None for cells that are plain text."""
    TONE_ROLE: ClassVar[int] = Role.UserRole + 3
    """`past`, `soon`, `muted` or an empty string."""

    result_changed = Signal(object)

    def __init__(
        self, index: CatalogIndex, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = CellContext(index, language)
        self._cells = CellStore(self._context)
        self._orders = RowOrders(self._context)
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._result = index.run(CatalogQuery())
        self._with_unknown = False
        order = self._orders.order(*self._sorted_by)
        self._rows: Sequence[int] = self._result.rows_in_order(order)
        self._fitting = len(self._rows)

    @property
    def result(self) -> QueryResult:
        """What the table shows, with the counts of every facet."""
        return self._result

    @property
    def query(self) -> CatalogQuery:
        """The query the table answers."""
        return self._result.query

    @property
    def fitting(self) -> int:
        """How many rows fit the query; they stand above those that may fit."""
        return self._fitting

    @property
    def with_unknown(self) -> bool:
        """Tell whether entries that may fit, for all that is known, stand below the others."""
        return self._with_unknown

    def set_with_unknown(self, with_unknown: bool) -> None:
        """Show entries that may fit below the others, until the next query."""
        if with_unknown != self._with_unknown:
            self._with_unknown = with_unknown
            self._show(self._result, self._context)

    def set_catalog(self, index: CatalogIndex) -> None:
        """Show another catalogue through the same query."""
        context = CellContext(index, self._context.language, self._context.asked)
        self._show(index.run(self.query), context)

    def set_query(self, query: CatalogQuery) -> QueryResult:
        """Show what fits the query, and return it; an equal query changes nothing."""
        if query != self.query:
            context, asked = self._context, query.place
            if asked != context.asked:
                context = CellContext(context.index, context.language, asked)
            self._with_unknown = False
            self._show(context.index.run(query), context)
        return self._result

    def entry(self, row: int) -> Entry:
        """Return the entry of a visible row."""
        return self._context.index.entries[self._rows[row]]

    def cell(self, row: int, column: int) -> Cell:
        """Return all that is painted of a visible cell.

        For delegates: one call in Python instead of several through `QModelIndex.data`.
        """
        cell = self._cells.cell(self._rows[row], column)
        if row < self._fitting:
            return cell
        text = cell.text if column else f"? {cell.text}"
        return cell._replace(text=text, tone=cell.tone or "muted")

    def rows_of(self, keys: Iterable[EntryKey]) -> list[int]:
        """Return the visible rows of entries; those not on show are left out."""
        wanted = {self._context.index.row_of(key) for key in keys}
        if not wanted:
            return []
        return list(compress(range(len(self._rows)), map(wanted.__contains__, self._rows)))

    def _show(self, result: QueryResult, context: CellContext) -> None:
        """Replace rows and context in one step."""
        self.beginResetModel()
        if context is not self._context:
            self._set_context(context)
        self._result = result
        order = self._orders.order(*self._sorted_by)
        self._rows = result.rows_in_order(order)
        self._fitting = len(self._rows)
        if self._with_unknown:
            self._rows = [*self._rows, *result.unknown_rows(order)]
        self.endResetModel()
        self.result_changed.emit(result)

    def _set_context(self, context: CellContext) -> None:
        self._context = context
        self._cells.set_context(context)
        self._orders.set_context(context)

    def _tooltip(self, row: int, column: int) -> str | None:
        told = COLUMNS[column].tooltip(self.entry(row), self._context)
        if row >= self._fitting and not column:
            told = tr(_MAY_FIT)
        return plain_tooltip(told)

    def _heading(self, section: int) -> str:
        names = self._context.region_names
        regions = ", ".join(names.get(region, region) for region in self._context.regions)
        heading = tr(COLUMNS[section].header)
        return heading.replace("{regions}", regions or "…")

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self, index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Role.DisplayRole:
                return self._heading(section)
            case Role.TextAlignmentRole:
                return COLUMNS[section].alignment
            case Role.ToolTipRole if COLUMNS[section].header_tip:
                return tr(COLUMNS[section].header_tip)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._show(self._result, self._context)


# A table rather than `match`: comparing enum members one after another costs more than
# the answer, and a repaint asks a thousand times.
_READERS: dict[int, Callable[[CatalogTableModel, int, int], Any]] = {
    Role.DisplayRole: lambda table, row, column: table.cell(row, column).text,
    Role.TextAlignmentRole: lambda _, __, column: COLUMNS[column].alignment,
    Role.ToolTipRole: lambda table, row, column: table._tooltip(row, column),
    CatalogTableModel.CHIPS_ROLE: lambda table, row, column: table.cell(row, column).chips,
    CatalogTableModel.TONE_ROLE: lambda table, row, column: table.cell(row, column).tone,
    CatalogTableModel.ENTRY_ROLE: lambda table, row, _: table.entry(row),
    CatalogTableModel.KEY_ROLE: lambda table, row, _: table.entry(row).key,
}
