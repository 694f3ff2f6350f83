# SPDX-License-Identifier: MIT
"""Keys that belong to no menu: Esc and F6."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from azmodels_gui.views.pages.models_page import ModelsPage


class Keyboard(QObject):
    """Esc empties the search; F6 goes from part to part."""

    def __init__(self, window: QWidget, search: QLineEdit, page: ModelsPage) -> None:
        super().__init__(window)
        self._search = search
        self._page = page
        QShortcut(QKeySequence("Esc"), window, self.empty_search)
        QShortcut(QKeySequence("F6"), window, self.next_part)

    @Slot()
    def empty_search(self) -> None:
        """Empty the search, or the field above the filters while it has the keyboard."""
        finder = self._page.panel.finder
        (finder if finder.hasFocus() else self._search).clear()

    @Slot()
    def next_part(self) -> None:
        """Go from the filters to the table to the details, and round again."""
        page = self._page
        parts = (page.panel.view, page.view, page.details.full.tabs.tabBar())
        here = next((at for at, part in enumerate(parts) if part.hasFocus()), -1)
        parts[(here + 1) % len(parts)].setFocus()
