# SPDX-License-Identifier: MIT
"""Copies and saves what is new, also as a page for the browser."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from azmodels_gui.views.regions.exporting import SeenTable, TableExport
from azmodels_gui.views.surroundings import WriteFile


class NewsExport(TableExport):
    """The menu of a table with HTML added."""

    _html: QAction | None = None

    def __init__(self, seen: SeenTable, write: WriteFile, parent: QWidget) -> None:
        super().__init__(seen, write, parent)
        self._html = self.menu.addAction("", self.save_html)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        super().retranslate()
        if self._html is not None:
            self._html.setText(self.tr("Save as &HTML page ..."))

    @Slot()
    def save_html(self) -> None:
        """Ask where, and save as one HTML file."""
        table = self._table()
        path = None if table is None else self._asked(self.tr("HTML page"), ".html")
        if table is not None and path is not None:
            from azmodels_gui.reports.table_html import table_html_bytes

            self._save(path, table_html_bytes(table, self.language.value))
