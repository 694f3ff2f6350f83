# SPDX-License-Identifier: MIT
"""Copies and saves what is new, also as a page for the browser and as a calendar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.calendar_file import calendar_bytes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.radar import Retirement
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.exporting import SeenTable, TableExport
from azmodels_gui.window.surroundings import WriteFile

SeenRetirements = Callable[[], tuple[Sequence[Retirement], Catalog]]
"""Returns the retirements on show and the catalogue that names their sources."""


class NewsExport(TableExport):
    """The menu of a table with HTML and a calendar added."""

    def __init__(
        self,
        seen: SeenTable,
        retirements: SeenRetirements,
        write: WriteFile,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(seen, write, language, parent)
        self._retirements = retirements
        self.menu.addAction(tr("Save as &HTML page ..."), self.save_html)
        self.menu.addSeparator()
        self.menu.addAction(tr("Save retirements as ca&lendar ..."), self.save_calendar)

    @Slot()
    def save_html(self) -> None:
        """Ask where, and save as one HTML file."""
        table = self._table()
        path = None if table is None else self._asked(tr("HTML page"), ".html")
        if table is not None and path is not None:
            from azmodels_gui.sheets.table_html import table_html_bytes

            self._save(path, table_html_bytes(table, self.language))

    @Slot()
    def save_calendar(self) -> None:
        """Ask where, and save the retirements on show as calendar events with a reminder."""
        found, catalog = self._retirements()
        if not found:
            self.news.emit(tr("There is no retirement to save."))
            return
        path = self._asked(tr("Calendar"), ".ics")
        if path is not None:
            self._save(path, calendar_bytes(found, catalog, self.language))
