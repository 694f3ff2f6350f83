# SPDX-License-Identifier: MIT
"""A printer gets the very pages of the PDF, as many as are asked for, as vectors."""

import re
from pathlib import Path
from zlib import compress

import pypdf
import pytest
from PySide6 import __version_info__
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, svg_pages
from azmodels_gui.window.sheets.preview import page_setup, pages_asked, printing, qt_layout
from azmodels_gui.window.sheets.shown_pages import drawings
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


def print_all(sheet: Sheet, printer: QPrinter) -> None:
    pages = svg_pages(sheet, page_setup(printer.pageLayout()))
    assert list(printing([compress(page) for page in pages], printer))


def painted(*parts: QSvgRenderer) -> QImage:
    image = QImage(500, 700, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    for part in parts:
        part.render(painter, QRectF(image.rect()))
    painter.end()
    return image


@pytest.mark.parametrize("setup", [PageSetup.of(), LANDSCAPE, PageSetup(148, 210, 10)])
def test_a_page_is_the_same_for_qt_and_for_the_typesetter(setup: PageSetup) -> None:
    assert page_setup(qt_layout(setup)) == setup


def test_a_printer_gets_every_page_of_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    print_all(comparison(), printer_into(tmp_path / "printed.pdf"))
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    pages = svg_pages(comparison(), LANDSCAPE)
    assert len(printed.pages) == len(pages) > 2
    for page in printed.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (792, 612)
        assert not pictures(page)


def test_filled_letters_have_no_outline(qtbot: QtBot, tmp_path: Path) -> None:
    print_all(comparison(), printer_into(tmp_path / "printed.pdf"))
    (first, *_) = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    drawn = first.get_contents()
    assert drawn is not None
    # An outline is a second shape about as long as the first; what is left of it is a speck.
    outlines = re.findall(rb"f\nq\n(.*?)\nQ\n", drawn.get_data(), re.DOTALL)
    assert len(outlines) > 100 or __version_info__ < (6, 11)  # from then on Qt writes them
    assert max((outline.count(b"\n") for outline in outlines), default=0) < 40


def test_a_logo_of_vectors_stays_vectors(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = made(SheetKind.LIST, order("de", logo=read_logo(GREEN_LOGO)))
    print_all(sheet, printer_into(tmp_path / "printed.pdf"))
    (page, *_) = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    drawn = page.get_contents()
    assert drawn is not None
    assert GREEN in drawn.get_data()
    assert not pictures(page)


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg {} viewBox="0 0 1e2 1e2"/>',
        '<svg {} width="10.5.5" height="10"/>',
        '<svg {} width="10" height="10" viewBox="0 0 0 0"/>',
        '<!-- <svg a="b"> --><svg {} width="10" height="10"/>',
    ],
)
def test_a_page_with_a_strangely_measured_logo_is_painted(qtbot: QtBot, drawing: str) -> None:
    logo = read_logo(drawing.format('xmlns="http://www.w3.org/2000/svg"').encode())
    pages = svg_pages(made(SheetKind.LIST, order("de", logo=logo)), PageSetup.of())
    assert all(each.isValid() for each in drawings(pages[0]))


def test_a_range_of_pages_is_all_that_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_all(comparison(), printer)
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


def test_a_page_in_slices_is_the_same_page(qtbot: QtBot) -> None:
    sheet = made(SheetKind.COMPARISON, order("de", sheet_catalog(3), logo=read_logo(GREEN_LOGO)), 3)
    for page in svg_pages(sheet, PageSetup.of()):
        (whole,) = drawings(page, size=len(page))
        parts = list(drawings(page, size=2_000))
        assert len(parts) > 3
        assert painted(*parts) == painted(whole)
