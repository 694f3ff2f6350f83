# SPDX-License-Identifier: MIT
"""Print previews of the Regions page: tables, texts and the map, always in the light look."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.sheets.matrix_sheet import matrix_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.table import Table
from azmodels_gui.sheets.typeset import PageSetup
from azmodels_gui.window.regions.document_view import PARAGRAPHS
from azmodels_gui.window.sheets.printing import open_preview, qt_layout
from azmodels_gui.window.sheets.subject import Subject

PaintPicture = Callable[[QPainter, QRectF], None]


def preview_table(
    table: Table, index: CatalogIndex, language: str, parent: QWidget
) -> QPrintPreviewDialog:
    """Open the preview of a table as it is seen, in parts where it is wider than the page."""
    order = SheetOrder(index.catalog, index.today, language)
    return open_preview(matrix_sheet(table, order), PageSetup.of(landscape=True), parent)


def preview_subject(
    subject: Subject, index: CatalogIndex, language: str, parent: QWidget
) -> QPrintPreviewDialog:
    """Open the preview of a sheet without title, client and logo of its own."""
    order = SheetOrder(index.catalog, index.today, language, subject.regions)
    return open_preview(subject.make(order), PageSetup.of(landscape=True), parent)


def preview_text(title: str, html: str, parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of a rich text, as wide as the page; table headings are repeated."""

    def show(printer: QPrinter) -> None:
        document = QTextDocument()
        document.setDefaultStyleSheet(PARAGRAPHS)
        document.setHtml(html)
        document.print_(printer)

    return _opened(title, PageSetup.of(), show, parent)


def preview_picture(title: str, paint: PaintPicture, parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of a picture that fills one page across."""

    def show(printer: QPrinter) -> None:
        painter = QPainter(printer)
        paint(painter, QRectF(painter.viewport()))
        painter.end()

    return _opened(title, PageSetup.of(landscape=True), show, parent)


def _opened(
    title: str, setup: PageSetup, show: Callable[[QPrinter], None], parent: QWidget
) -> QPrintPreviewDialog:
    dialog = QPrintPreviewDialog(parent)
    printer = dialog.printer()
    printer.setDocName(title)
    printer.setPageLayout(qt_layout(setup))
    dialog.paintRequested.connect(show)
    dialog.open()
    return dialog
