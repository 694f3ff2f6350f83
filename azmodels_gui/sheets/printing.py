# SPDX-License-Identifier: MIT
"""A sheet on a printer: the system's dialogs, and a preview of the very same pages."""

from collections.abc import Callable

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from azmodels_gui.sheets.paper.painting import paint
from azmodels_gui.sheets.pdf import PageSetup
from azmodels_gui.sheets.sheet import Sheet


def prepare(printer: QPrinter, sheet: Sheet, setup: PageSetup) -> None:
    """Give a printer the sheet's name, paper and margins; the user may change them later."""
    printer.setDocName(sheet.title)
    printer.setPageLayout(setup.layout)


def open_preview(
    sheet: Sheet,
    setup: PageSetup,
    parent: QWidget,
    page_changed: Callable[[QPageLayout], None] | None = None,
) -> QPrintPreviewDialog:
    """Open the preview, from which the user prints and sets up the page.

    Args:
        sheet: what is printed.
        setup: paper and direction to begin with.
        parent: the window it belongs to.
        page_changed: is told the page's layout whenever the preview is painted.
    """
    # The dialog makes its own printer: one made here and passed in would be collected
    # while the dialog is open, and the process would crash.
    dialog = QPrintPreviewDialog(parent)
    prepare(dialog.printer(), sheet, setup)

    def show(printer: QPrinter) -> None:
        paint(sheet, printer)
        if page_changed is not None:
            page_changed(printer.pageLayout())

    dialog.paintRequested.connect(show)
    dialog.open()
    return dialog
