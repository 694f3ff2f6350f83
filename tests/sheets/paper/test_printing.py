# SPDX-License-Identifier: MIT
"""Printer and preview show the very pages of the PDF."""

import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.sheets.paper.painting import paint
from azmodels_gui.sheets.pdf import PageSetup, pdf_bytes
from azmodels_gui.sheets.printing import open_preview, prepare
from azmodels_gui.sheets.sheet import SheetKind
from tests.sheets.paper.test_pdf import text_edges
from tests.sheets.samples import made, order, sheet_catalog

LANDSCAPE = PageSetup("Letter", landscape=True)


def test_a_printer_gets_the_pages_of_the_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = made(SheetKind.COMPARISON, order("de", sheet_catalog(8)), 8)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare(printer, sheet, LANDSCAPE)
    count = paint(sheet, printer)
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    pdf = pypdf.PdfReader(io.BytesIO(pdf_bytes(sheet, LANDSCAPE)))
    assert len(printed.pages) == len(pdf.pages) == count
    for one, other in zip(printed.pages, pdf.pages, strict=True):
        assert one.extract_text().split() == other.extract_text().split()
        for printed_at, drawn_at in zip(text_edges(one), text_edges(other), strict=True):
            assert printed_at == pytest.approx(drawn_at, abs=1)


def test_the_preview_opens_and_tells_the_page_layout(qtbot: QtBot) -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    window = QWidget()
    qtbot.addWidget(window)
    layouts: list[QPageLayout] = []
    dialog = open_preview(sheet, LANDSCAPE, window, layouts.append)
    preview = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(preview, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: preview.pageCount() > 1)
    assert dialog.printer().docName() == sheet.title
    assert layouts[-1].orientation() is QPageLayout.Orientation.Landscape
    dialog.reject()
