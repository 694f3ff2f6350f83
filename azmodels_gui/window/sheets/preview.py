# SPDX-License-Identifier: MIT
"""The preview of a sheet: it opens at once, its pages are set in the background.

What sets them is a process of its own (`sheets/setting.py`), which ends when the preview is closed
or wants other paper. Pages go to a printer one after the other, while a sign says how many; a file
of all of them is written as one that is saved, since Qt holds the window for each full page.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from functools import partial
from os import SEEK_END
from pathlib import Path
from typing import NamedTuple
from zlib import decompress

from PySide6.QtCore import QEventLoop, QMarginsF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QWidget,
)

from azmodels_gui.language.words import N_, ToldError, shown_language, tr
from azmodels_gui.sheets.setting import Apart, CalledOff
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes, svg_pages
from azmodels_gui.window.background import BackgroundTask, LatestTask, switching_soon
from azmodels_gui.window.ending import end, waiting_within
from azmodels_gui.window.page import WriteFile
from azmodels_gui.window.sheets.shown_pages import ShownPages, drawings
from azmodels_gui.window.theme import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.layouts import column

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


def is_whole_file(printer: QPrinter) -> bool:
    """Tell whether every page goes into a PDF, once and in its order."""
    return (
        printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        and printer.printRange() is QPrinter.PrintRange.AllPages
        and printer.pageOrder() is QPrinter.PageOrder.FirstPageFirst
        and printer.copyCount() == 1
    )


SHARE_OF_SCREEN = 0.8
MakeSheet = Callable[[], Sheet]
"""Makes what is printed; it is called in the background."""


class SheetPreview(QPrintPreviewDialog):
    """From here the user prints and sets up the page.

    Signals:
        page_changed: the page's layout, whenever pages are laid on it.
        pages_set: all pages are there; those on show are painted one by one.
        told: why they cannot be, or why they are not printed.
    """

    page_changed = Signal(QPageLayout)
    pages_set = Signal()
    told = Signal(str)

    def __init__(
        self, make: MakeSheet, setup: PageSetup, write: WriteFile, parent: QWidget
    ) -> None:
        # The dialog makes its own printer: one made here and passed in would be collected
        # while the dialog is open, and the process would crash.
        super().__init__(parent)
        self.printer().setPageLayout(qt_layout(setup))
        # By itself it would be as high as an empty page is before it has a place.
        self.resize(parent.screen().availableSize() * SHARE_OF_SCREEN)
        self._source = _Source(make)
        self._write_file = write
        self._apart = Apart()
        self._pages: Sequence[bytes] = ()
        self._set_for: PageSetup | None = None
        self._asked_for: PageSetup | None = None
        self._prints = False
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._on_set)
        self._task.failed.connect(self._on_failed)
        self.shown_pages = ShownPages(self)
        self._sign = _WaitingSign(self.shown_pages.view)
        self._sign.cancelled.connect(self.reject)
        self.paintRequested.connect(self._on_paint_requested)
        self.finished.connect(self._on_finished)

    @property
    def view(self) -> QPrintPreviewWidget:
        """What shows and turns the pages."""
        found = self.findChild(QPrintPreviewWidget)
        assert isinstance(found, QPrintPreviewWidget)
        return found

    @Slot(QPrinter)
    def _on_paint_requested(self, printer: QPrinter) -> None:
        setup = page_setup(printer.pageLayout())
        if is_preview(printer):
            self._lay_out(printer, setup)
        else:
            with waiting_within():
                self._print(printer, setup)
        self.page_changed.emit(printer.pageLayout())

    def _lay_out(self, printer: QPrinter, setup: PageSetup) -> None:
        """Give the preview empty pages, and show on them what is set for this paper."""
        self._ask(setup)
        show_empty(printer, max(1, len(self._pages)))
        layout, is_set = printer.pageLayout(), setup == self._set_for
        paper = layout.fullRectPixels(printer.resolution()).size()
        self.shown_pages.show_pages(self._pages if is_set else (), paper)

    def _ask(self, setup: PageSetup) -> None:
        """Let the pages be set for some paper, unless they are or will be."""
        if setup == self._asked_for:
            return
        self._asked_for = setup
        self._apart.stop()
        self._apart = Apart()
        self._task.ask(partial(_set, self._source, setup, self._apart))
        self._sign.show()

    @Slot(object)
    def _on_set(self, made: "_Set | None") -> None:
        if made is None:
            return
        self._pages, self._set_for = made.pages, made.setup
        self.printer().setDocName(made.title)
        self._sign.hide()
        if not self._prints:
            self.view.updatePreview()
        self.pages_set.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.reject()
        self._on_not_written(error)

    def _print(self, printer: QPrinter, setup: PageSetup) -> None:
        """Print page by page; the sign lets nobody do anything else meanwhile."""
        sign = QProgressDialog(self)
        sign.setLabelText(tr("The sheet is being printed ..."))
        sign.setWindowModality(Qt.WindowModality.ApplicationModal)
        sign.setMinimumDuration(0)
        sign.setRange(0, 0)
        sign.show()
        self._prints = True
        try:
            self._ask(setup)
            while self._task.busy and not sign.wasCanceled():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if setup != self._set_for or sign.wasCanceled():
                return
            if is_whole_file(printer):
                self._write(Path(printer.outputFileName()), setup, sign)
            else:
                self._print_pages(printer, sign)
        except NotPrinted as error:
            self._on_not_written(error)
        finally:
            self._prints = False
            sign.deleteLater()

    def _write(self, path: Path, setup: PageSetup, sign: QProgressDialog) -> None:
        apart = Apart()
        source, write = self._source, self._write_file

        def work() -> None:
            with suppress(CalledOff), switching_soon():
                write(path, pdf_bytes(source.sheet(), setup, apart))

        task = BackgroundTask(work, self)
        task.failed.connect(self._on_not_written)
        task.start()
        while task.running:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if sign.wasCanceled():
                apart.stop()

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        if not isinstance(error, ToldError):
            raise error
        self.told.emit(error.told(shown_language()))

    def _print_pages(self, printer: QPrinter, sign: QProgressDialog) -> None:
        sign.setRange(0, len(pages_asked(printer, len(self._pages))))
        with closing(printing(self._pages, printer)) as going:
            for number in going:
                sign.setValue(number)
                QApplication.processEvents()
                if sign.wasCanceled():
                    printer.abort()
                    break

    @Slot()
    def _on_finished(self) -> None:
        self._apart.stop()
        self._task.drop()
        end(self)  # with its pages


class _Source:
    """Makes the sheet once, whatever paper it is set for."""

    def __init__(self, make: MakeSheet) -> None:
        self._make = make
        self._made: Sheet | None = None

    def sheet(self) -> Sheet:
        if self._made is None:
            self._made = self._make()
        return self._made


class _Set(NamedTuple):
    """What the background brings."""

    setup: PageSetup
    title: str
    pages: Sequence[bytes]


def _set(source: _Source, setup: PageSetup, apart: Apart) -> _Set | None:
    """Set the pages, in the background; None: they are not wanted any more."""
    try:
        with switching_soon():
            sheet = source.sheet()
            return _Set(setup, sheet.title, svg_pages(sheet, setup, apart, packed=True))
    except CalledOff:
        return None


class _WaitingSign(QFrame):
    """Says that the pages are being set, in the middle of where they will be.

    Signals:
        cancelled: they are not wanted.
    """

    cancelled = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        bar, cancel = QProgressBar(), QPushButton(tr("Cancel"))
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        cancel.setAutoDefault(False)  # Enter belongs to the field of the page's number
        cancel.clicked.connect(self.cancelled)
        words = QLabel(tr("The pages are being set ..."))
        edges = (SPACE_L,) * 4
        column(words, bar, cancel, within=self, gap=SPACE_S, edges=edges)
        column(self, within=view).setAlignment(self, Qt.AlignmentFlag.AlignCenter)


def open_preview(
    make: MakeSheet, setup: PageSetup, write: WriteFile, parent: QWidget
) -> SheetPreview:
    """Open the preview of a sheet.

    Args:
        make: makes the sheet.
        setup: paper and direction to begin with.
        write: writes what is printed into a file as a whole.
        parent: the window it belongs to.
    """
    dialog = SheetPreview(make, setup, write, parent)
    dialog.open()
    return dialog
