# SPDX-License-Identifier: MIT
"""Keeps the selected entries through a change of rows."""

from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Slot

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.window.models.catalog_table import CatalogTableModel


class Selected(NamedTuple):
    """What is selected, and where the keyboard is."""

    keys: list[EntryKey]
    current: EntryKey | None


class KeptSelection(QObject):
    """Remembers selection and current row by key before a reset, and restores them after.

    While somebody searches the best hit is selected; once the search is empty again, what was
    selected before it.

    Make it after `view.setModel(...)`, with the view's selection model. What the filter
    hides is no longer selected.
    """

    def __init__(self, table: CatalogTableModel, selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._table = table
        self._selection = selection
        self._selected = self._before_search = Selected([], None)
        self._hit: Selected | None = None
        """What was selected as the best hit; None: nobody searches."""
        self._searched = ""
        table.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        table.modelReset.connect(self.restore)

    def selected_keys(self) -> list[EntryKey]:
        """Return the keys of the selected rows, top to bottom."""
        # Not `selectedRows`: that asks the model for the flags of every cell.
        ranges = self._selection.selection().toList()
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        keys = map(self._table.key, sorted(rows))
        return [key for key in keys if key is not None]

    def select(self, keys: list[EntryKey]) -> None:
        """Select the rows of these entries, as far as they are on show."""
        last = self._table.columnCount() - 1
        ranges = QItemSelection()
        for row in self._table.rows_of(keys):
            ranges.select(self._table.index(row, 0), self._table.index(row, last))
        self._selection.select(ranges, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def handed_on(self) -> tuple[Selected, Selected | None]:
        """Return what was selected before the search, and what as its best hit."""
        return self._before_search, self._hit

    def take_over(self, handed: tuple[Selected, Selected | None]) -> None:
        """Go on with the search of another table."""
        self._before_search, self._hit = handed

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        current = self._selection.currentIndex()
        entry = self._table.entry(current.row()) if current.isValid() else None
        self._selected = Selected(self.selected_keys(), None if entry is None else entry.key)
        self._searched = self._table.query.text.strip()

    @Slot()
    def restore(self) -> None:
        """Select again what was selected before the last reset; each view forgets it once more."""
        text, before = self._table.query.text.strip(), self._selected
        if text and not self._searched:
            self._before_search = before
        # What the user selected while searching stays until the text becomes another one.
        is_own = bool(before.keys) and before != self._hit
        if text and (text != self._searched or not is_own):
            self._select_best()
        elif self._searched and not text and not is_own:
            self._hit = None
            self._restore(self._before_search)
        else:
            self._restore(before)
        if text and not self._selection.hasSelection():
            self._select_best()

    def _select_best(self) -> None:
        row = self._table.best_row()
        if row is None:
            self._hit = Selected([], None)
            return
        key = self._table.key(row)
        self._hit = Selected([] if key is None else [key], key)
        flags = QItemSelectionModel.SelectionFlag
        whole = flags.ClearAndSelect | flags.Rows
        self._selection.setCurrentIndex(self._table.index(row, 0), whole)

    def _restore(self, selected: Selected) -> None:
        rows = self._table.rows_of([selected.current]) if selected.current else []
        if rows:
            self._selection.setCurrentIndex(
                self._table.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        if selected.keys:
            self.select(selected.keys)
