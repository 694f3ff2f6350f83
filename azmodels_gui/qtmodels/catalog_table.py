# SPDX-License-Identifier: MIT
"""The table of models: the rows that fit the query, in the order chosen."""

from collections.abc import Iterable
from html import escape
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_result import QueryResult
from azmodels_gui.qtmodels.cell_context import CellContext
from azmodels_gui.qtmodels.columns import COLUMNS, CONTEXT
from azmodels_gui.qtmodels.formats import Language

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class CatalogTableModel(QAbstractTableModel):
    """A read-only table with one row for each entry that fits the query.

    A query resets the model: `KeptSelection` restores what was selected by key.

    Signals:
        result_changed: the new `QueryResult`, after the rows have changed.
    """

    ENTRY_ROLE: ClassVar[int] = Qt.ItemDataRole.UserRole
    """The `Entry`."""
    KEY_ROLE: ClassVar[int] = Qt.ItemDataRole.UserRole + 1
    """The `EntryKey`: (model id, version)."""
    CHIPS_ROLE: ClassVar[int] = Qt.ItemDataRole.UserRole + 2
    """A tuple of `Chip`, or None for cells that are plain text."""
    TONE_ROLE: ClassVar[int] = Qt.ItemDataRole.UserRole + 3
    """`past`, `soon`, `muted` or an empty string."""

    result_changed = Signal(object)

    def __init__(self, index: CatalogIndex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = CellContext(index)
        self._result = index.run(CatalogQuery())
        self._rows: list[int] = self._result.rows()
        self._sort: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def result(self) -> QueryResult:
        """What the table shows, with the counts of every facet."""
        return self._result

    @property
    def query(self) -> CatalogQuery:
        """The query the table answers."""
        return self._result.query

    def set_catalog(self, index: CatalogIndex) -> None:
        """Show another catalogue through the same query."""
        self._context = CellContext(index, self._context.language, self._context.regions)
        self._show(index.run(self.query))

    def set_query(self, query: CatalogQuery) -> QueryResult:
        """Show what fits the query, and return it; an equal query changes nothing."""
        if query != self.query:
            regions = tuple(sorted(query.regions))
            if regions != self._context.regions:
                self._context = CellContext(self._context.index, self._context.language, regions)
            self._show(self._context.index.run(query))
        return self._result

    def set_language(self, language: Language) -> None:
        """Show texts, figures and headings in another language.

        The translator for the window's words must be installed before.
        """
        self._context = CellContext(self._context.index, language, self._context.regions)
        self._show(self._result)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def entry(self, row: int) -> Entry:
        """Return the entry of a visible row."""
        return self._context.index.entries[self._rows[row]]

    def rows_of(self, keys: Iterable[EntryKey]) -> list[int]:
        """Return the visible rows of entries; those not on show are left out."""
        wanted = {self._context.index.row_of(key) for key in keys}
        return [at for at, row in enumerate(self._rows) if row in wanted]

    def _show(self, result: QueryResult) -> None:
        self.beginResetModel()
        self._result = result
        self._rows = result.rows(self._order())
        self.endResetModel()
        self.result_changed.emit(result)

    def _order(self) -> list[int] | None:
        column, order = self._sort
        if column < 0:
            return None
        key = COLUMNS[column].sort_key
        keys = [key(entry, self._context) for entry in self._context.index.entries]
        present = [row for row, found in enumerate(keys) if found is not None]
        missing = [row for row, found in enumerate(keys) if found is None]
        descending = order is Qt.SortOrder.DescendingOrder
        present.sort(key=lambda row: keys[row], reverse=descending)  # type: ignore[arg-type,return-value]
        return present + missing

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self.entry(index.row()), COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(entry, self._context)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(column.tooltip(entry, self._context))
            case self.CHIPS_ROLE:
                return column.chips(entry, self._context) if column.chips else None
            case self.TONE_ROLE:
                return column.tone(entry, self._context)
            case self.ENTRY_ROLE:
                return entry
            case self.KEY_ROLE:
                return entry.key
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heading(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return COLUMNS[section].alignment
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order)
        self._show(self._result)

    def _heading(self, section: int) -> str:
        names = self._context.region_names
        regions = ", ".join(names.get(region, region) for region in self._context.regions)
        heading = QCoreApplication.translate(CONTEXT, COLUMNS[section].header)
        return heading.replace("{regions}", regions or "…")


def plain_tooltip(text: str) -> str | None:
    """Return a tooltip that shows `text` as it is, even where it looks like markup."""
    if not text:
        return None
    if "<" not in text and "&" not in text:
        return text
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
