# SPDX-License-Identifier: MIT
"""Pages on a printer: its paper, and which of them are asked for."""

from collections.abc import Generator, Sequence
from os import SEEK_END
from pathlib import Path
from zlib import decompress

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.typeset import PageSetup
from azmodels_gui.window.sheets.page_slices import drawings

_MILLIMETRE = QPageLayout.Unit.Millimeter
_END, _END_BYTES = b"%%EOF", 16
"""What the last bytes of a PDF hold."""


class NotPrinted(ToldError):
    """Nothing came of the pages, or only the first of them."""

    def __init__(self, printer: QPrinter) -> None:
        told = N_("The sheet was not printed: {target} does not take all pages.")
        super().__init__(told, target=printer.outputFileName() or printer.printerName())


def qt_layout(setup: PageSetup) -> QPageLayout:
    """Return a page as Qt wants it."""
    upright = QSizeF(*sorted((setup.width_mm, setup.height_mm)))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy(1))
    across = setup.width_mm > setup.height_mm
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(*(setup.margin_mm,) * 4), _MILLIMETRE)


def page_setup(layout: QPageLayout) -> PageSetup:
    """Return the page of a printer; its widest margin is the margin all around."""
    paper, margins = layout.fullRect(_MILLIMETRE), layout.margins(_MILLIMETRE)
    widest = max(margins.left(), margins.top(), margins.right(), margins.bottom())
    return PageSetup(round(paper.width(), 2), round(paper.height(), 2), round(widest, 2))


def printing(pages: Sequence[bytes], printer: QPrinter) -> Generator[int]:
    """Paint the pages that the printer's settings ask for, as vectors; come back now and then.

    Args:
        pages: packed ones of Typst's, set for the printer's paper.
        printer: which is ready.

    Yields:
        How many pages are painted already.

    Raises:
        NotPrinted: the printer or its file takes no pages, or not all of them.
    """
    painter = QPainter()
    # Texts stand where the sheet says, from the paper's corner on.
    printer.setFullPage(True)
    try:
        if not painter.begin(printer):
            raise NotPrinted(printer)
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        for number, at in enumerate(pages_asked(printer, len(pages))):
            if number:
                printer.newPage()
            for drawing in drawings(decompress(pages[at]), on_paper=True):
                drawing.render(painter, paper)
                yield number
    finally:
        if painter.isActive():
            painter.end()
        printer.setFullPage(False)
    if not _is_whole(Path(printer.outputFileName())):
        raise NotPrinted(printer)


def _is_whole(file: Path) -> bool:
    """Tell whether a PDF has its end: where there is no more room, Qt says nothing."""
    if not file.is_file():  # a printer, or what goes on elsewhere
        return True
    with file.open("rb") as written:
        written.seek(max(written.seek(0, SEEK_END) - _END_BYTES, 0))
        return _END in written.read()


def show_empty(printer: QPrinter, count: int) -> None:
    """Give a preview so many empty pages."""
    painter = QPainter(printer)
    for _ in range(count - 1):
        printer.newPage()
    painter.end()


def is_preview(printer: QPrinter) -> bool:
    """Tell whether it is a preview that is painted, and nothing goes on paper."""
    engine = printer.paintEngine()
    return engine is not None and engine.type() is QPaintEngine.Type.Picture


def pages_asked(printer: QPrinter, count: int) -> Sequence[int]:
    """Return the pages in the order in which they go on paper, counted from nought."""
    asked = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        asked = asked[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        asked.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return asked * copies
    return [page for page in asked for _ in range(copies)]
