# SPDX-License-Identifier: MIT
"""Keeps the selected entries through a change of rows."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Slot

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.window.models.catalog_table import CatalogTableModel


class KeptSelection(QObject):
    """Remembers selection and current row by key before a reset, and restores them after.

    Make it after `view.setModel(...)`, with the view's selection model. What the filter
    hides is no longer selected.
    """

    def __init__(self, table: CatalogTableModel, selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._table = table
        self._selection = selection
        self._keys: list[EntryKey] = []
        self._current: EntryKey | None = None
        table.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        table.modelReset.connect(self._on_reset)

    def selected_keys(self) -> list[EntryKey]:
        """Return the keys of the selected rows, top to bottom."""
        rows = sorted(index.row() for index in self._selection.selectedRows())
        entries = map(self._table.entry, rows)
        return [entry.key for entry in entries if entry is not None]

    def select(self, keys: list[EntryKey]) -> None:
        """Select the rows of these entries, as far as they are on show."""
        last = self._table.columnCount() - 1
        ranges = QItemSelection()
        for row in self._table.rows_of(keys):
            ranges.select(self._table.index(row, 0), self._table.index(row, last))
        self._selection.select(ranges, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        current = self._selection.currentIndex()
        entry = self._table.entry(current.row()) if current.isValid() else None
        self._current = None if entry is None else entry.key
        self._keys = self.selected_keys()

    @Slot()
    def _on_reset(self) -> None:
        rows = self._table.rows_of([self._current]) if self._current else []
        if rows:
            self._selection.setCurrentIndex(
                self._table.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        if self._keys:
            self.select(self._keys)
