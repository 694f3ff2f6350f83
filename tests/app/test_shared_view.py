# SPDX-License-Identifier: MIT
"""What one consultant copies, another sees: every page, from window to window."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from azmodels_gui.calculator.scenarios import one
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.view_link import LinkDialog, LinkInvalid, SharedView, link_to, read_link
from tests.app.conftest import Start
from tests.app.test_old_state import FILE

pytestmark = pytest.mark.usefixtures("few_models")


@pytest.fixture
def mine(start: Start, tmp_path: Path) -> MainWindow:
    """Return a window in which everything was changed once."""
    file = tmp_path / "mine.json"
    shutil.copy(FILE, file)
    return start("en", file).window


@pytest.fixture
def theirs(start: Start, tmp_path: Path) -> MainWindow:
    return start("en", tmp_path / "theirs.json").window


def every_page(window: MainWindow) -> list[str]:
    return [place.key for place in window.pages]


def copied(window: MainWindow) -> str:
    window.actions_by_name["copy_link"].trigger()
    return QGuiApplication.clipboard().text()


def paste(window: MainWindow, text: str) -> LinkDialog:
    QGuiApplication.clipboard().setText(text)
    window.actions_by_name["open_link"].trigger()
    dialog = window.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    return dialog


def test_all_pages_are_there_as_they_were(mine: MainWindow, theirs: MainWindow) -> None:
    for place in mine.pages:
        _ = place.page
    mine.navigation.show_page_named("compare")
    link = copied(mine)
    sent = read_link(link)
    assert set(sent.pages) >= {"models", "regions", "calculator", "compare", "news"}
    dialog = paste(theirs, link)
    assert dialog.text.toPlainText() == link
    dialog.accept()
    assert theirs.stack.place.key == "compare"
    assert theirs.history.query == mine.history.query != CatalogQuery()
    assert theirs.pins.keys == mine.pins.keys
    assert theirs.models.presented() == mine.models.presented()
    got = read_link(copied(theirs))
    for key in every_page(mine):
        assert got.pages.get(key) == sent.pages.get(key), key
    assert got == sent


def test_every_page_tells_something(mine: MainWindow) -> None:
    told = (place for place in mine.pages if place.key != "client")  # a link names no client
    silent = [place.key for place in told if not place.page.shared()]
    assert silent == []


def test_no_file_client_or_note_is_in_a_link(mine: MainWindow, tmp_path: Path) -> None:
    secret = "Geheim GmbH"
    wishes = replace(mine.wishes.now, client=secret, note=secret, folder=f"/home/{secret}")
    mine.wishes.keep(wishes)
    page = mine.stack.place_of("calculator").page
    assert isinstance(page, CalculatorPage)
    file = f"/home/{secret}/load.csv"
    page.history.begin_with(one(replace(page.inputs, profile_file=file, profile_key="5ec4e7")))
    for place in mine.pages:
        _ = place.page
    link = copied(mine)
    told = repr(read_link(link))
    assert secret not in told
    assert "folder" not in told
    assert "5ec4e7" not in told
    assert "/home" not in told
    assert str(tmp_path) not in told


def test_a_link_makes_no_file_be_read(theirs: MainWindow, tmp_path: Path) -> None:
    """Else somebody could have a colleague's program open what it likes."""
    page = theirs.stack.place_of("calculator").page
    assert isinstance(page, CalculatorPage)
    told = written_state(page.inputs)
    inputs = told | {"profile_file": str(FILE), "requests_per_minute": "777"}
    theirs.views.show_view(SharedView(pages={"calculator": {"inputs": inputs}}))
    assert page.inputs.requests_per_minute == Decimal(777)
    assert page.inputs.profile_file == ""


def test_what_was_there_before_a_link_can_be_taken_back(theirs: MainWindow) -> None:
    before: tuple[tuple[str, str], ...] = (("gpt-5.2", "2025-12-11"),)
    theirs.pins.pin_only(before)
    calculator = theirs.stack.place_of("calculator").page
    assert isinstance(calculator, CalculatorPage)
    mine, query = calculator.inputs, theirs.history.query
    told = replace(mine, requests_per_minute=Decimal(777), currency="EUR")
    record = {"requests_per_minute": "777", "model": told.model, "version": told.version}
    view = SharedView(
        page="compare",
        filter="region:germanywestcentral",
        pinned=(("gpt-4.1", "2025-04-14"),),
        pages={"calculator": {"inputs": record}, "compare": {"only_differences": True}},
    )
    theirs.views.show_view(view)
    assert theirs.pins.keys == view.pinned
    theirs.actions_by_name["undo"].trigger()
    assert theirs.pins.keys == before
    theirs.navigation.show_page_named("calculator")
    theirs.actions_by_name["undo"].trigger()
    assert calculator.inputs == mine
    theirs.navigation.show_page_named("models")
    theirs.actions_by_name["undo"].trigger()
    assert theirs.history.query == query


def test_rubbish_in_a_record_is_passed_over(theirs: MainWindow) -> None:
    rubbish = {place.key: {"parts": 3, "inputs": [1], "folded": "x"} for place in theirs.pages}
    theirs.views.show_view(SharedView(page="nowhere", pages={**rubbish, "elsewhere": {}}))
    for place in theirs.pages:
        theirs.navigation.show_page_named(place.key)
    assert "The link was opened." in theirs.status.news.text()


def test_another_catalogue_and_pins_it_lacks_are_told(theirs: MainWindow) -> None:
    theirs.views.show_view(SharedView(pinned=(("no-such-model", "1"),), catalog=1))
    told = theirs.status.news.text()
    assert "catalogue 1" in told
    assert "does not have: 1" in told


def test_a_damaged_link_is_told_in_the_dialog_and_changes_nothing(
    mine: MainWindow, theirs: MainWindow
) -> None:
    before = theirs.state()
    dialog = paste(theirs, copied(mine)[:-5])
    dialog.accept()
    assert dialog.isVisible()
    assert "A part of the link is missing" in dialog.problem.text()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert theirs.state() == before


def test_what_else_the_clipboard_holds_is_not_shown(theirs: MainWindow) -> None:
    assert paste(theirs, "a password").text.toPlainText() == ""


def test_the_program_opens_a_link_at_start(tmp_path: Path, start: Start) -> None:
    pinned = (("gpt-4.1", "2025-04-14"), ("gpt-5.2", "2025-12-11"))
    view = SharedView(page="compare", filter="gpt", pinned=pinned)
    window = start("en", tmp_path / "state.json", "--open", link_to(view)).window
    assert window.stack.place.key == "compare"
    assert isinstance(window.stack.page, ComparePage)
    assert [entry.key for entry in window.stack.page.entries] == list(pinned)
    assert window.history.query.text == "gpt"


def test_a_damaged_link_stops_the_start(tmp_path: Path, start: Start) -> None:
    with pytest.raises(LinkInvalid):
        start("en", tmp_path / "state.json", "--open", "azmodels:view/1/oops")
