# SPDX-License-Identifier: MIT
"""Printer and preview show the very pages of the PDF, as many as are asked for, as vectors."""

import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.sheets.logo import read_logo
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, svg_pages
from azmodels_gui.window.sheets.printing import (
    open_preview,
    page_setup,
    pages_asked,
    print_sheet,
    qt_layout,
)
from tests.sheets.samples import made, order, sheet_catalog
from tests.sheets.test_typeset import pictures

LANDSCAPE = PageSetup.of("Letter", landscape=True)
GREEN_LOGO = (
    b'<v:svg xmlns:v="http://www.w3.org/2000/svg" viewBox="0 0 60 20" fill="#00ff00">'
    b'<v:rect width="60" height="20"/></v:svg>'
)
GREEN = b"0 1 0 scn"


def comparison(count: int = 8) -> Sheet:
    return made(SheetKind.COMPARISON, order("de", sheet_catalog(count)), count)


def printer_into(path: Path, setup: PageSetup = LANDSCAPE) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(qt_layout(setup))
    return printer


@pytest.mark.parametrize("setup", [PageSetup.of(), LANDSCAPE, PageSetup(148, 210, 10)])
def test_a_page_is_the_same_for_qt_and_for_the_typesetter(setup: PageSetup) -> None:
    assert page_setup(qt_layout(setup)) == setup


def test_a_printer_gets_every_page_of_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    print_sheet(comparison(), printer_into(tmp_path / "printed.pdf"))
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    pages = svg_pages(comparison(), LANDSCAPE)
    assert len(printed.pages) == len(pages) > 2
    for page in printed.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (792, 612)
        assert not pictures(page)


def test_filled_letters_have_no_outline(qtbot: QtBot, tmp_path: Path) -> None:
    print_sheet(comparison(), printer_into(tmp_path / "printed.pdf"))
    (first, *_) = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    drawn = first.get_contents()
    assert drawn is not None
    # An outline is a second shape about as long as the first; what is left of it is a speck.
    outlines = re.findall(rb"f\nq\n(.*?)\nQ\n", drawn.get_data(), re.DOTALL)
    assert len(outlines) > 100
    assert max(outline.count(b"\n") for outline in outlines) < 40


def test_a_logo_of_vectors_stays_vectors(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = made(SheetKind.LIST, order("de", logo=read_logo(GREEN_LOGO)))
    print_sheet(sheet, printer_into(tmp_path / "printed.pdf"))
    (page, *_) = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    drawn = page.get_contents()
    assert drawn is not None
    assert GREEN in drawn.get_data()
    assert not pictures(page)


def test_a_range_of_pages_is_all_that_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_sheet(comparison(), printer)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 1
    printer.setFromTo(2, 3)
    assert list(pages_asked(printer, 5)) == [1, 2]
    printer.setFromTo(4, 9)
    assert list(pages_asked(printer, 5)) == [3, 4]


def test_copies_and_order_are_those_that_were_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "printed.pdf")
    printer.setCopyCount(2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    alone = 1 if printer.supportsMultipleCopies() else 2
    printer.setCollateCopies(True)
    assert list(pages_asked(printer, 3)) == [2, 1, 0] * alone
    printer.setCollateCopies(False)
    assert list(pages_asked(printer, 3)) == [page for page in (2, 1, 0) for _ in range(alone)]


def test_a_preview_shows_all_pages_also_after_a_range_was_printed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = open_preview(comparison(), LANDSCAPE, window)
    preview = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(preview, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: preview.pageCount() > 2)
    count = preview.pageCount()
    dialog.printer().setPrintRange(QPrinter.PrintRange.PageRange)
    dialog.printer().setFromTo(1, 1)
    preview.updatePreview()
    assert preview.pageCount() == count
    dialog.reject()


def test_a_preview_that_was_closed_is_gone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(2):
        open_preview(comparison(), LANDSCAPE, window).reject()
    qtbot.waitUntil(lambda: window.findChildren(QPrintPreviewDialog) == [])


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
