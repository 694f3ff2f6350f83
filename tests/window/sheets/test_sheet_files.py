# SPDX-License-Identifier: MIT
"""Sheets on disk from the window: where they cannot be written, and closing while they are."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.storage.files import write_file
from azmodels_gui.window.ending import FIELD_EVERY_MS
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.sheet_actions import UnfinishedFiles
from azmodels_gui.window.sheets.desk import SheetDesk
from azmodels_gui.window.sheets.subject import Subject
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY, catalog, model, price
from tests.sheets.paper import page_texts
from tests.window.conftest import MakeWindow
from tests.window.sheets.conftest import PINNED

NAMES = tuple(f"model-{number:02}" for number in range(20))


@dataclass
class HeldDisk:
    """Writes when it is let go, as a slow network drive does."""

    failing: bool = False
    waiting: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)

    def write(self, path: Path, data: bytes) -> None:
        self.waiting.set()
        assert self.let_go.wait(20)
        if self.failing:
            raise ToldError(N_("{name} was not saved: the drive is gone."), name=path.name)
        write_file(path, data)


@pytest.fixture
def disk() -> HeldDisk:
    return HeldDisk()


def saving(window: MainWindow, path: Path) -> SheetDesk:
    """Let the window export what it shows to a path, through its own action and dialog."""
    desk = window.sheets.desk
    desk.ask_path = lambda _wanted, _parent: path
    desk.kept.keep(replace(desk.wishes, format=path.suffix.removeprefix("."), client="Muster GmbH"))
    window.actions_by_name["export_sheet"].trigger()
    assert desk.dialog is not None
    desk.dialog.buttons.button(desk.dialog.buttons.StandardButton.Save).click()
    return desk


def told(window: MainWindow, words: str) -> Callable[[], bool]:
    return lambda: words in window.status.news.text()


EACH_WAY = pytest.mark.parametrize(
    "name",
    [
        pytest.param("sheet.pdf", id="made in the window's thread"),
        pytest.param("sheet.html", id="made in the background"),
    ],
)


def stays_open(window: MainWindow) -> None:
    """Check that what was entered is still there to be saved elsewhere."""
    dialog = window.sheets.desk.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.lines["client"].text() == "Muster GmbH"


@EACH_WAY
def test_a_full_disk_is_told_and_leaves_the_old_sheet(
    compared: MainWindow, small_disk: Path, qtbot: QtBot, name: str
) -> None:
    (small_disk / name).write_bytes(b"the old sheet")
    (small_disk / "filler").write_bytes(b"x" * 12_000)
    saving(compared, small_disk / name)
    qtbot.waitUntil(told(compared, "the disk is full"))
    assert (small_disk / name).read_bytes() == b"the old sheet"
    assert {each.name for each in small_disk.iterdir()} == {name, "filler"}
    stays_open(compared)


@EACH_WAY
def test_a_read_only_disk_is_told(
    compared: MainWindow, read_only_disk: Path, qtbot: QtBot, name: str
) -> None:
    saving(compared, read_only_disk / name)
    qtbot.waitUntil(told(compared, "the disk is read-only"))
    assert list(read_only_disk.iterdir()) == []
    stays_open(compared)


@EACH_WAY
def test_a_missing_folder_is_told_and_not_made(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    saving(compared, tmp_path / "taken away" / name)
    qtbot.waitUntil(told(compared, "there is no such folder"))
    assert list(tmp_path.iterdir()) == []
    stays_open(compared)


@EACH_WAY
def test_a_path_below_a_file_is_told(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    (tmp_path / "file").write_text("no folder")
    saving(compared, tmp_path / "file" / name)
    qtbot.waitUntil(told(compared, "a part of its path is not a folder"))
    stays_open(compared)


def test_after_a_failure_the_same_dialog_saves_elsewhere(
    compared: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = saving(compared, tmp_path / "taken away" / "sheet.md")
    qtbot.waitUntil(told(compared, "there is no such folder"))
    desk.ask_path = lambda _wanted, _parent: tmp_path / "sheet.md"
    assert desk.dialog is not None
    with qtbot.waitSignal(desk.dialog.accepted):
        desk.dialog.buttons.button(desk.dialog.buttons.StandardButton.Save).click()
    assert "Muster GmbH" in (tmp_path / "sheet.md").read_text()


def test_twenty_models_become_a_pdf(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    models = (model(name, prices=(price("1"), price("2", TokenCategory.OUTPUT))) for name in NAMES)
    state = WindowState(pinned=tuple((name, "2026-01-01") for name in NAMES), page="compare")
    window = make_window(state, current=CurrentCatalog(catalog(*models), TODAY))
    saving(window, tmp_path / "sheet.pdf")
    qtbot.waitUntil(told(window, str(tmp_path / "sheet.pdf")))
    text = "\n".join(page_texts((tmp_path / "sheet.pdf").read_bytes()))
    assert [name for name in NAMES if name not in text] == []
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]


def closing_held(
    make_window: MakeWindow, disk: HeldDisk, path: Path, qtbot: QtBot
) -> tuple[MainWindow, UnfinishedFiles]:
    """Close a window while its sheet is being written."""
    window = make_window(PINNED, write_file=disk.write)
    saving(window, path)
    qtbot.waitUntil(disk.waiting.is_set)
    window.close()
    assert window.isVisible()
    assert "closes when it is done" in window.status.news.text()
    assert window.sheets.unfinished is not None
    return window, window.sheets.unfinished


def test_a_window_closes_once_the_sheet_is_written(
    make_window: MakeWindow, disk: HeldDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "sheet.csv"
    window, _ = closing_held(make_window, disk, path, qtbot)
    with qtbot.waitSignal(window.closing):
        disk.let_go.set()
    assert not window.isVisible()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_window_stays_when_the_sheet_cannot_be_written(
    make_window: MakeWindow, disk: HeldDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    disk.failing = True
    window, _ = closing_held(make_window, disk, tmp_path / "sheet.csv", qtbot)
    disk.let_go.set()
    qtbot.waitUntil(told(window, "the drive is gone"))
    assert window.isVisible()
    assert window.close()


def test_who_changes_their_mind_keeps_window_and_sheet(
    make_window: MakeWindow, disk: HeldDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    window, unfinished = closing_held(make_window, disk, tmp_path / "sheet.csv", qtbot)
    qtbot.waitUntil(lambda: unfinished.question is not None)
    assert unfinished.question is not None
    unfinished.question.reject()
    with qtbot.waitSignal(window.sheets.desk.saved):
        disk.let_go.set()
    assert window.isVisible()
    assert (tmp_path / "sheet.csv").exists()


def test_who_closes_without_the_sheet_gets_no_file(
    make_window: MakeWindow, disk: HeldDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    def make(order: SheetOrder) -> Sheet:
        disk.waiting.set()
        assert disk.let_go.wait(20)
        return list_sheet((), order)

    window = make_window(PINNED)
    desk = window.sheets.desk
    desk.ask_path = lambda _wanted, _parent: tmp_path / "sheet.csv"
    desk.keep(replace(desk.wishes, format="csv"))
    desk.save([Subject(SheetKind.LIST, make)])
    qtbot.waitUntil(disk.waiting.is_set)
    window.close()
    unfinished = window.sheets.unfinished
    assert unfinished is not None
    qtbot.waitUntil(lambda: unfinished.question is not None)
    assert unfinished.without is not None
    unfinished.without.click()
    with qtbot.waitSignal(desk.finished):
        disk.let_go.set()
    assert list(tmp_path.iterdir()) == []


def test_a_drive_that_hangs_need_not_be_waited_for(
    make_window: MakeWindow, disk: HeldDisk, tmp_path: Path, qtbot: QtBot
) -> None:
    window, unfinished = closing_held(make_window, disk, tmp_path / "sheet.csv", qtbot)
    qtbot.waitUntil(lambda: unfinished.question is not None)
    assert unfinished.without is not None
    unfinished.without.click()
    assert not window.isVisible()
    with qtbot.waitSignal(window.sheets.desk.finished):
        disk.let_go.set()


def test_a_preview_stays_when_a_sheet_asked_for_before_is_written(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, disk: HeldDisk
) -> None:
    window = make_window(PINNED, write_file=disk.write)
    desk = saving(window, tmp_path / "sheet.html")
    dialog = desk.dialog
    assert dialog is not None
    dialog.preview_button.click()
    preview = desk.preview_dialog
    assert preview is not None
    with qtbot.waitSignal(preview.pages_set, timeout=20_000), qtbot.waitSignal(desk.finished):
        disk.let_go.set()
    qtbot.wait(3 * FIELD_EVERY_MS)
    assert preview.isVisible()
    preview.reject()
    assert desk.preview_dialog is None
    qtbot.waitUntil(lambda: not isValid(dialog))
