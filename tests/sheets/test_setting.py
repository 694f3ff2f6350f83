# SPDX-License-Identifier: MIT
"""Pages set in a process of their own are the same, and it can be stopped at any time."""

import sys
import threading
from pathlib import Path

import pytest
from typst import TypstError

from azmodels_gui.sheets import setting
from azmodels_gui.sheets.picture import logo_picture
from azmodels_gui.sheets.setting import Apart, CalledOff, Job, NotSet, forget
from azmodels_gui.sheets.sheet import Logo, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes, svg_pages
from tests.held import held_bytes, tells_held
from tests.sheets.samples import made, order

SHEET = made(SheetKind.LIST, order("de"))
JOB = Job("{}", "svg", 0)


def test_a_process_of_its_own_makes_the_same_document() -> None:
    assert pdf_bytes(SHEET, PageSetup.of(), Apart()) == pdf_bytes(SHEET, PageSetup.of())


def test_what_is_wrong_with_a_document_is_told_from_the_other_process() -> None:
    with pytest.raises(TypstError):
        Apart()(JOB)


def test_stopped_before_or_while_it_works_it_sets_nothing() -> None:
    before, during = Apart(), Apart()
    before.stop()
    with pytest.raises(CalledOff):
        before(JOB)
    threading.Timer(0.05, during.stop).start()
    with pytest.raises(CalledOff):
        svg_pages(made(SheetKind.COMPARISON, order("de")), PageSetup.of(), during)


@pytest.mark.parametrize("command", [["/no/such/program"], [sys.executable, "-c", "exit(3)"]])
def test_where_no_process_can_be_started_this_one_sets_the_pages(command: list[str]) -> None:
    setup, apart = PageSetup.of(), Apart(command)
    assert svg_pages(SHEET, setup, apart, packed=True) == svg_pages(SHEET, setup, packed=True)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_process_that_the_system_ends_is_told() -> None:
    killed = [sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]
    with pytest.raises(NotSet, match="not enough memory"):
        Apart(killed)(JOB)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_what_is_still_being_set_ends_with_the_program() -> None:
    threading.Timer(0.3, setting.end_all).start()
    with pytest.raises(NotSet):
        Apart([sys.executable, "-c", "import time; time.sleep(60)"])(JOB)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use stays")
def test_pages_are_set_from_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert svg_pages(SHEET, PageSetup.of(), Apart())


AGES = 11


@tells_held
def test_pictures_that_were_drawn_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "_AGES", AGES)  # as outside of these tests
    forget()
    before = held_bytes()
    for shade in range(10):
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 4"><path d="M{shade}"/></svg>'
        )
        logo_picture(Logo(svg.encode(), "image/svg+xml", 600, 400), (500, 500))
    drawn = held_bytes() - before
    forget()
    left = held_bytes() - before
    assert (drawn > 25 * 1024**2, left < 10 * 1024**2) == (True, True), (drawn, left)
