# SPDX-License-Identifier: MIT
"""The menu that sorts the table, for those who do not reach for the headings with a mouse."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.catalog_view import CatalogView
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.widgets.texts import without_mnemonic


class SortMenu(QMenu):
    """One entry a column on show; the same again turns the order round."""

    def __init__(self, view: CatalogView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """List the columns from left to right, the sorted one with an arrow."""
        self.clear()
        sorted_by, descending = self._view.sort_state()
        for state in self._view.columns.states():
            number = COLUMN_NUMBERS[state.id]
            if self._view.isColumnHidden(number):
                continue
            heading = str(self._view.model().headerData(number, Qt.Orientation.Horizontal))
            arrow = ("  ↓" if descending else "  ↑") if state.id == sorted_by else ""
            action = self.addAction(without_mnemonic(heading) + arrow)
            action.setData(state.id)
            action.triggered.connect(self._on_chosen)
        self.addSeparator()
        first = self.addAction(tr("First order"))
        first.setData("")
        first.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        key = str(action.data())
        sorted_by, descending = self._view.sort_state()
        self._view.sort_by(key, descending=bool(key) and key == sorted_by and not descending)
