# SPDX-License-Identifier: MIT
"""A preview opens at once and is safe to close; its pages are set in the background."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.language.words import Message, ToldError
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from azmodels_gui.storage.files import write_file
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.sheets.preview import SheetPreview, open_preview, page_setup
from tests.sheets.samples import made, order, sheet_catalog

LANDSCAPE = PageSetup.of("Letter", landscape=True)
Open = Callable[[Callable[[], Sheet]], SheetPreview]


def comparison() -> Sheet:
    return made(SheetKind.COMPARISON, order("de", sheet_catalog(6)), 6)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window that waits for what is under way in the background."""
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    for dialog in window.findChildren(SheetPreview):
        dialog.reject()
    qtbot.waitUntil(lambda: not works_in_background())


@pytest.fixture
def opened(window: QWidget) -> Open:
    return partial(open_preview, setup=LANDSCAPE, write=write_file, parent=window)


def cancel_button(dialog: SheetPreview) -> QPushButton:
    (button,) = dialog.findChildren(QPushButton)
    return button


def test_it_opens_before_there_is_a_sheet_and_then_shows_its_pages(
    qtbot: QtBot, window: QWidget, opened: Open
) -> None:
    wanted = threading.Event()

    def make() -> Sheet:
        wanted.wait(5)
        return comparison()

    dialog = opened(make)
    qtbot.waitExposed(dialog)
    assert cancel_button(dialog).isVisible()
    assert dialog.view.pageCount() == 1
    assert dialog.height() > window.screen().availableSize().height() / 2
    white = dialog.grab().toImage()
    with qtbot.waitSignals([dialog.pages_set, dialog.shown_pages.painted]):
        wanted.set()
    assert dialog.view.pageCount() > 2
    assert dialog.printer().docName() == comparison().title
    assert not cancel_button(dialog).isVisible()
    first = dialog.shown_pages.grab().toImage()
    # The second page lies where the first did.
    with qtbot.waitSignal(dialog.shown_pages.painted):
        dialog.view.setCurrentPage(2)
    assert dialog.shown_pages.grab().toImage() != first != white


def test_other_paper_is_set_anew_and_told(qtbot: QtBot, opened: Open) -> None:
    times: list[None] = []

    def make() -> Sheet:
        times.append(None)
        return comparison()

    dialog = opened(make)
    layouts: list[QPageLayout] = []
    dialog.page_changed.connect(layouts.append)
    with qtbot.waitSignal(dialog.pages_set):
        dialog.view.setPortraitOrientation()  # while the first are being set
    upright = dialog.view.pageCount()
    with qtbot.waitSignal(dialog.pages_set):
        dialog.view.setLandscapeOrientation()
        assert cancel_button(dialog).isVisible()
    assert dialog.view.pageCount() != upright
    assert layouts[-1].orientation() is QPageLayout.Orientation.Landscape
    assert len(times) == 1


@pytest.mark.parametrize("how", ["closed", "cancelled", "window gone"])
def test_whoever_leaves_before_the_pages_are_there_leaves_nothing_behind(
    qtbot: QtBot, window: QWidget, opened: Open, how: str
) -> None:
    dialog = opened(comparison)
    gone = dialog.destroyed
    with qtbot.waitSignal(gone):
        match how:
            case "closed":
                dialog.close()
            case "cancelled":
                cancel_button(dialog).click()
            case _:
                dialog.setParent(None)
                dialog.deleteLater()
    qtbot.waitUntil(lambda: not works_in_background())
    assert window.findChildren(SheetPreview) == []


def test_why_there_are_no_pages_is_told(qtbot: QtBot, opened: Open) -> None:
    def make() -> Sheet:
        raise ToldError(Message("The rate is gone."))

    dialog = opened(make)
    with qtbot.waitSignal(dialog.told) as told:
        pass
    assert told.args == ["The rate is gone."]
    assert not dialog.isVisible()


def test_what_is_printed_is_the_range_and_the_preview_keeps_all_pages(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(comparison)
    with qtbot.waitSignal(dialog.pages_set):
        pass
    count = dialog.view.pageCount()
    printer = dialog.printer()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(printer.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    dialog.view.print_()
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 2
    dialog.view.updatePreview()
    assert dialog.view.pageCount() == count


PART = pytest.mark.parametrize("part", [False, True], ids=["whole", "part"])


def print_into(path: Path, dialog: SheetPreview, *, part: bool) -> None:
    """Print the whole sheet, or from the second page on."""
    printer = dialog.printer()
    printer.setOutputFileName(str(path))
    if part:
        printer.setPrintRange(printer.PrintRange.PageRange)
        printer.setFromTo(2, dialog.view.pageCount())
    dialog.view.print_()


def test_a_preview_that_is_left_while_it_prints_stays_until_that_is_done(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    """The window may go on in another look meanwhile; Qt goes on in the preview afterwards."""
    dialog, done = opened(comparison), []
    with qtbot.waitSignal(dialog.pages_set):
        pass
    dialog.destroyed.connect(lambda: done.append("gone"))
    dialog.view.paintRequested.connect(lambda: done.append("printed"))
    QTimer.singleShot(0, dialog.reject)
    print_into(tmp_path / "printed.pdf", dialog, part=True)
    qtbot.waitUntil(lambda: "gone" in done)
    assert done == ["printed", "gone"]


def test_a_whole_file_is_the_one_that_would_be_saved(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(comparison)
    with qtbot.waitSignal(dialog.pages_set):
        pass
    print_into(tmp_path / "printed.pdf", dialog, part=False)
    setup = page_setup(dialog.printer().pageLayout())
    assert (tmp_path / "printed.pdf").read_bytes() == pdf_bytes(comparison(), setup)


@PART
def test_printing_can_be_cancelled(
    qtbot: QtBot, opened: Open, tmp_path: Path, *, part: bool
) -> None:
    dialog, file = opened(comparison), tmp_path / "printed.pdf"
    with qtbot.waitSignal(dialog.pages_set):
        pass
    QTimer.singleShot(0, lambda: dialog.findChildren(QProgressDialog)[0].cancel())
    print_into(file, dialog, part=part)
    if part:
        assert len(pypdf.PdfReader(file).pages) == 1 < dialog.view.pageCount() - 1
    else:
        assert not file.exists()
    assert dialog.isVisible()


def test_who_prints_before_the_pages_are_there_waits_for_them(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(comparison)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.view.print_()
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) > 2


@pytest.mark.qt_log_ignore("Returned false")
@PART
@pytest.mark.parametrize("why", ["no such folder", "no more room"])
def test_what_cannot_be_printed_is_told(
    qtbot: QtBot, opened: Open, tmp_path: Path, why: str, *, part: bool
) -> None:
    dialog = opened(comparison)
    with qtbot.waitSignal(dialog.pages_set):
        pass
    target = tmp_path / why / "printed.pdf"
    with ExitStack() as stack, qtbot.waitSignal(dialog.told) as told:
        if why == "no more room":
            target.parent.mkdir()
            stack.enter_context(no_room_for(50_000))
        print_into(target, dialog, part=part)
    assert (str(target) if part else target.name) in told.args[0]
    assert part or not target.exists()


@contextmanager
def no_room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size."""
    resource = pytest.importorskip("resource", reason="no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
