# SPDX-License-Identifier: MIT
"""A sheet on a printer: the system's dialogs, and a preview of the very same pages."""

import re
from base64 import b64decode
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.sheets.typeset import PageSetup, svg_pages

_PICTURE = re.compile(rb"<image ([^>]*data:image/svg\+xml;base64,[^>]*)/>")
_FILLED = re.compile(rb'<(use|path(?= fill="#)) ')
_NO_OUTLINE = b'stroke-width="0.001" stroke-dasharray="0.001 99999"'
_ROOT = re.compile(rb"<((?:\w+:)?)svg\b([^>]*)>(.*)</(?:\w+:)?svg\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([\w:-]+)\s*=\s*["']([^"']*)["']""")
_NUMBER = re.compile(rb"(-?[\d.]+)(px|pt|mm|cm|in)?")
_UNITS = {b"pt": 96 / 72, b"mm": 96 / 25.4, b"cm": 96 / 2.54, b"in": 96.0}
"""Of a drawing's sizes, in its own units."""
_MILLIMETRE = QPageLayout.Unit.Millimeter


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
    dialog.printer().setDocName(sheet.title)
    dialog.printer().setPageLayout(qt_layout(setup))

    def show(printer: QPrinter) -> None:
        print_sheet(sheet, printer)
        if page_changed is not None:
            page_changed(printer.pageLayout())

    dialog.paintRequested.connect(show)
    dialog.finished.connect(dialog.deleteLater)  # it holds its pages, 3 MB of them
    dialog.open()
    return dialog


def print_sheet(sheet: Sheet, printer: QPrinter) -> None:
    """Paint the pages that the printer's settings ask for, as vectors."""
    pages = svg_pages(sheet, page_setup(printer.pageLayout()))
    painter = QPainter()
    # Texts stand where the sheet says, from the paper's corner on.
    printer.setFullPage(True)
    painter.begin(printer)
    resolution = printer.resolution()
    paper = QRectF(printer.pageLayout().fullRectPixels(resolution))
    for number, at in enumerate(pages_asked(printer, len(pages))):
        if number:
            printer.newPage()
        QSvgRenderer(QByteArray(_whole(pages[at]))).render(painter, paper)
    painter.end()
    printer.setFullPage(False)


def pages_asked(printer: QPrinter, count: int) -> Sequence[int]:
    """Return the pages in the order in which they go on paper, counted from nought.

    A preview shows all of them, whatever is printed from it afterwards.
    """
    engine = printer.paintEngine()
    if engine is not None and engine.type() is QPaintEngine.Type.Picture:
        return range(count)
    asked = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        asked = asked[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        asked.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return asked * copies
    return [page for page in asked for _ in range(copies)]


def _whole(page: bytes) -> bytes:
    """Return a page as Qt paints it well.

    An embedded picture would be painted as dots; and around what is filled and has no stroke, Qt's
    writer of PDF and PostScript fills an outline one unit wide (6.11): it is made a speck.
    """
    filled = _FILLED.sub(rb"<\1 " + _NO_OUTLINE + b" ", page)
    return _PICTURE.sub(_in_place, filled)


def _in_place(found: re.Match[bytes]) -> bytes:
    """Return an embedded drawing as a group: Qt passes over a drawing within a drawing."""
    shown = dict(_ATTRIBUTE.findall(found[1]))
    root = _ROOT.search(b64decode(shown[b"xlink:href"].partition(b",")[2]))
    if root is None:
        return b""
    named = dict(_ATTRIBUTE.findall(root[2]))
    box = [float(each) for each, _ in _NUMBER.findall(named.pop(b"viewBox", b""))]
    own = [_NUMBER.match(named.pop(side, b"")) for side in (b"width", b"height")]
    sizes = [float(each[1]) * _UNITS.get(each[2], 1.0) if each else 1.0 for each in own]
    left, top, wide, high = box or (0.0, 0.0, *sizes)
    across, down = float(shown[b"width"]) / wide, float(shown[b"height"]) / high
    place = f"scale({across:.5f} {down:.5f}) translate({-left} {-top})".encode()
    kept = b"".join(b' %s="%s"' % each for each in named.items())
    return b'<g transform="%s %s"><%sg%s>%s</%sg></g>' % (
        shown.get(b"transform", b""),
        place,
        root[1],
        kept,
        root[3],
        root[1],
    )
