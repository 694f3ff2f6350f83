# SPDX-License-Identifier: MIT
"""Copies and saves a table as it is seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.page import WriteFile
from azmodels_gui.window.widgets.files import SavingMenu

SeenTable = Callable[[], Table | None]
"""Returns what is seen at the moment; None where there is nothing to export."""


class TableExport(SavingMenu):
    """A menu with copying, CSV and Excel.

    Attributes:
        file_stem: proposed name of files, without suffix.
    """

    def __init__(self, seen: SeenTable, write: WriteFile, language: str, parent: QWidget) -> None:
        super().__init__(write, parent)
        self._seen = seen
        self.language = language
        self.file_stem = "azmodels-regions"
        self.addAction(tr("&Copy the whole table"), self.copy)
        self.addSeparator()
        self.addAction(tr("Save as C&SV ..."), self.save_csv)
        self.addAction(tr("Save as &Excel workbook ..."), self.save_xlsx)

    @Slot()
    def copy(self) -> None:
        """Put the whole table on the clipboard, in words."""
        table = self._table()
        if table is not None:
            QGuiApplication.clipboard().setText(table.tab_separated())
            self.news.emit(tr("The table was copied, rows: {n}").format(n=len(table.rows)))

    @Slot()
    def save_csv(self) -> None:
        """Ask where, and save as CSV."""
        from azmodels_gui.sheets.csv_file import CsvStyle
        from azmodels_gui.sheets.table import csv_bytes

        delimiter = CsvStyle.of(self.language).separator
        self._save_table(tr("CSV table"), ".csv", lambda table: csv_bytes(table, delimiter))

    @Slot()
    def save_xlsx(self) -> None:
        """Ask where, and save as an Excel workbook."""
        from azmodels_gui.sheets.table import xlsx_bytes

        self._save_table(tr("Excel workbook"), ".xlsx", xlsx_bytes)

    def _table(self) -> Table | None:
        table = self._seen()
        if table is None or not table.rows:
            self.news.emit(tr("There is nothing to export."))
            return None
        return table

    def _save_table(self, kind: str, suffix: str, written: Callable[[Table], bytes]) -> None:
        """Ask where, and save what is seen."""
        table = self._table()
        path = None if table is None else self._path_of(kind, suffix)
        if table is not None and path is not None:
            self._save(path, written(table))

    def _path_of(self, kind: str, suffix: str) -> Path | None:
        return self._asked(tr("Save the table"), kind, f"{self.file_stem}{suffix}")
