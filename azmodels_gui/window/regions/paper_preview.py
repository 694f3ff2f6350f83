# SPDX-License-Identifier: MIT
"""Print previews of the Regions page: every view is a sheet, in the language of the window."""

from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.sheets.matrix_sheet import matrix_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.sheets.table import Table
from azmodels_gui.sheets.typeset import PageSetup
from azmodels_gui.window.sheets.printing import open_preview
from azmodels_gui.window.sheets.subject import Subject


def preview(sheet: Sheet, parent: QWidget, *, landscape: bool = False) -> QPrintPreviewDialog:
    """Open the preview of a sheet."""
    return open_preview(sheet, PageSetup.of(landscape=landscape), parent)


def preview_table(
    table: Table, index: CatalogIndex, language: str, parent: QWidget
) -> QPrintPreviewDialog:
    """Open the preview of a table as it is seen, in parts where it is wider than the page."""
    order = SheetOrder(index.catalog, index.today, language)
    return preview(matrix_sheet(table, order), parent, landscape=True)


def preview_subject(
    subject: Subject, index: CatalogIndex, language: str, parent: QWidget
) -> QPrintPreviewDialog:
    """Open the preview of a sheet without title, client and logo of its own."""
    order = SheetOrder(index.catalog, index.today, language, subject.regions)
    return preview(subject.make(order), parent, landscape=True)
