# SPDX-License-Identifier: MIT
"""Copies and saves a table as it is seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.surroundings import WriteFile
from azmodels_gui.window.widgets.files import AskPath, WantedFile, ask_path

SeenTable = Callable[[], Table | None]
"""Returns what is seen at the moment; None where there is nothing to export."""


class TableExport(QObject):
    """A menu with copying, CSV and Excel.

    Signals:
        news: what was done, or why it was not.
        folder_changed: files go to another folder from now on.
    """

    news = Signal(str)
    folder_changed = Signal()

    def __init__(self, seen: SeenTable, write: WriteFile, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._seen = seen
        self._write = write
        self._window = parent
        self.language = language
        self.file_stem = "azmodels-regions"
        """Proposed name of files, without suffix."""
        self.folder = ""
        """Where files went last; empty: the user's documents."""
        self.ask_path: AskPath = ask_path
        self.menu = QMenu(parent)
        self.menu.addAction(tr("&Copy the whole table"), self.copy)
        self.menu.addSeparator()
        self.menu.addAction(tr("Save as C&SV ..."), self.save_csv)
        self.menu.addAction(tr("Save as &Excel workbook ..."), self.save_xlsx)

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
        table = self._table()
        path = None if table is None else self._asked(tr("CSV table"), ".csv")
        if table is not None and path is not None:
            from azmodels_gui.sheets.csv_file import CsvStyle
            from azmodels_gui.sheets.table import csv_bytes

            delimiter = CsvStyle.of(self.language).separator
            self._save(path, csv_bytes(table, delimiter))

    @Slot()
    def save_xlsx(self) -> None:
        """Ask where, and save as an Excel workbook."""
        table = self._table()
        path = None if table is None else self._asked(tr("Excel workbook"), ".xlsx")
        if table is not None and path is not None:
            from azmodels_gui.sheets.table import xlsx_bytes

            self._save(path, xlsx_bytes(table))

    def _table(self) -> Table | None:
        table = self._seen()
        if table is None or not table.rows:
            self.news.emit(tr("There is nothing to export."))
            return None
        return table

    def _asked(self, kind: str, suffix: str) -> Path | None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self.folder or QStandardPaths.writableLocation(documents)
        proposed = Path(folder) / f"{self.file_stem}{suffix}"
        wanted = WantedFile(tr("Save the table"), kind, suffix, proposed)
        path = self.ask_path(wanted, self._window)
        return path.with_name(path.name + suffix) if path and not path.suffix else path

    def _save(self, path: Path, data: bytes) -> None:
        try:
            self._write(path, data)
        except ToldError as problem:
            self.news.emit(problem.told(shown_language()))
            return
        if self.folder != str(path.parent):
            self.folder = str(path.parent)
            self.folder_changed.emit()
        self.news.emit(tr("Saved as {file}").replace("{file}", str(path)))
