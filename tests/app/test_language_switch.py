# SPDX-License-Identifier: MIT
"""Another language or look is another window that goes on where the one before stood."""

import json
import weakref
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace as replace_struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from azmodels_gui.app.application import Opened
from azmodels_gui.app.saved_state import state_from_json
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.storage.preferences import JsonValue, StateFile
from azmodels_gui.window import theme
from azmodels_gui.window.background import collect_everything, works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import FigureField
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.ending import AGAIN_MS, Depth, waiting_within
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.entry_details import EntryDetails
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import FIRST_FILTER
from azmodels_gui.window.theme import DARK, LIGHT, ThemeChoice
from tests.app.conftest import Start

pytestmark = pytest.mark.usefixtures("few_models")

PAGES = ("models", "regions", "calculator", "compare", "guide", "news", "client")
KEYS = [("gpt-4.1", "2025-04-14"), ("gpt-4.1-mini", "2025-04-14")]
"""In the order of the table."""
TIMES = 12


@pytest.fixture
def opened(start: Start) -> Opened:
    return start("en")


def speak(opened: Opened, language: str) -> MainWindow:
    """Choose a language in the menu; return the window that speaks it, the only one."""
    return chosen(opened, "language", language)


def chosen(opened: Opened, menu: str, choice: str) -> MainWindow:
    choose(opened, menu, choice)
    return gone_on(opened)


def choose(opened: Opened, menu: str, choice: str) -> None:
    for action in opened.window.menus[menu].actions():
        if action.data() == choice:
            action.trigger()


def gone_on(opened: Opened) -> MainWindow:
    """Return the window on show once the one before went."""
    QTest.qWaitForWindowExposed(opened.window)
    for before in QApplication.topLevelWidgets():
        another = isinstance(before, MainWindow) and before is not opened.window
        if another and isValid(before):  # it may have gone while another one was waited for
            assert QSignalSpy(before.destroyed).wait(5_000)
    return opened.window


def texts(window: QWidget) -> set[str]:
    """Return all that is read in a window, by the eye or by a screen reader."""
    found: set[str] = {action.text() for action in window.actions()}
    for widget in window.findChildren(QWidget):
        found |= {widget.accessibleName(), widget.toolTip()}
        found |= {action.text() for action in widget.actions()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        elif isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
    return found


@pytest.mark.parametrize("page", PAGES)
def test_after_a_switch_all_is_said_as_if_started_in_that_language(
    opened: Opened, start: Start, qtbot: QtBot, tmp_path: Path, page: str
) -> None:
    opened.window.history.change(CatalogQuery(text="gpt-4.1", newest_only=True))
    opened.window.pins.toggle(KEYS)
    opened.window.models.present(KEYS[0])
    opened.window.navigation.show_page_named(page)
    window = speak(opened, "de")
    opened.keeper.save()
    other = tmp_path / "other.json"
    other.write_bytes((tmp_path / "state.json").read_bytes())
    fresh = start("de", other).window
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    qtbot.waitUntil(lambda: texts(window) == texts(fresh))
    assert window.state() == fresh.state()


def test_another_look_changes_the_colours_of_each_page_and_nothing_else(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.window.pins.toggle(KEYS)
    opened.window.models.present(KEYS[0])
    gone = []
    looks = (ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.CONTRAST)
    for page, look in zip(("models", "calculator", "client"), looks, strict=True):
        opened.window.navigation.show_page_named(page)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
        state = opened.window.state()
        gone.append(weakref.ref(opened.window))
        window = chosen(opened, "theme", look)
        assert window.state() == replace_struct(state, theme=look)
        edge = window.grab().toImage().pixelColor(2, window.height() // 2)
        assert (edge.lightness() < 60) is (look is not ThemeChoice.LIGHT), page
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    collect_everything()
    assert [each for each in gone if each() is not None] == []


def test_a_window_in_which_a_dialog_is_waited_for_goes_when_that_is_closed(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A system may turn dark while somebody chooses a file."""
    before, done = opened.window, []
    before.destroyed.connect(lambda: done.append("window"))
    dialog = QDialog(before)

    def meanwhile() -> None:
        choose(opened, "theme", "dark")
        QTest.qWaitForWindowExposed(opened.window)
        QTimer.singleShot(3 * AGAIN_MS, dialog.accept)

    QTimer.singleShot(0, meanwhile)
    with monkeypatch.context() as patch:
        patch.setattr(Depth, "outermost", 0)  # tests run without a loop
        assert dialog.exec() == QDialog.DialogCode.Accepted
    done.append("dialog")
    assert not before.isVisible()
    qtbot.waitUntil(lambda: "window" in done)
    assert done == ["dialog", "window"]


def test_garbage_is_looked_for_once_the_window_is_gone(opened: Opened, qtbot: QtBot) -> None:
    """It goes field by field; what it held would stay until the next look."""
    before = opened.window
    before.navigation.show_page_named("calculator")  # many fields
    opened.collecting.setInterval(1)
    looked: list[str] = []
    before.destroyed.connect(lambda: looked.append("gone"))
    opened.collecting.timeout.connect(lambda: looked.append("looked"))
    choose(opened, "theme", "dark")
    qtbot.waitUntil(lambda: len(looked) == 2)
    assert looked == ["gone", "looked"]


def test_the_look_of_the_system_is_followed_by_another_window(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(opened, "theme", "light")
    window = chosen(opened, "theme", "system")
    assert window.theme.tokens is LIGHT
    assert chosen(opened, "theme", "system") is window
    monkeypatch.setattr(theme, "_system_tokens", lambda: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert gone_on(opened) is not window
    assert opened.window.styleSheet() == opened.around.theme.rules
    assert opened.around.theme.tokens is DARK


def test_nothing_is_lost_that_is_not_remembered_either(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.history.change_text("gpt")
    QApplication.processEvents()
    window.models.view.kept.select(KEYS)
    window.models.panel.finder.setText("chat")
    window.actions_by_name["show_filters"].setChecked(False)
    window.models.view.verticalScrollBar().setValue(3)
    scrolled = window.models.view.verticalScrollBar().value()
    assert scrolled
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page_bar.search.setFocus()
    window.page_bar.search.setCursorPosition(2)
    window.status.say("Said before.")
    window.message_bar.show_problem(lambda: "Still a problem.")
    window.move(20, 30)
    geometry = window.geometry()
    window = speak(opened, "de")
    assert window.models.view.selected_keys() == KEYS
    assert window.models.panel.finder.text() == "chat"
    assert window.models.panel.isHidden()
    assert window.models.view.verticalScrollBar().value() == scrolled
    qtbot.waitUntil(window.page_bar.search.hasFocus)
    assert window.page_bar.search.cursorPosition() == 2
    assert window.status.news.text() == "Said before."
    assert window.message_bar.text.text() == "Still a problem."
    assert window.message_bar.isVisible()
    assert window.geometry() == geometry


def test_every_step_can_be_taken_back_after_a_switch(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.history.change_text("gpt")
    window.navigation.show_page_named("calculator")
    calculator = window.stack.page
    assert isinstance(calculator, CalculatorPage)
    before = calculator.inputs
    calculator.show_inputs(replace(before, requests_per_minute=Decimal(77)))
    window.navigation.show_page_named("compare")
    window.pins.toggle(KEYS)
    window.pins.toggle(KEYS[:1])
    window = speak(opened, "de")
    undo = window.actions_by_name["undo"]
    compare = window.stack.page
    assert isinstance(compare, ComparePage)
    undo.trigger()
    assert window.pins.keys == tuple(KEYS)
    window.navigation.show_page_named("calculator")
    calculator = window.stack.page
    assert isinstance(calculator, CalculatorPage)
    assert calculator.inputs.requests_per_minute == 77
    undo.trigger()
    assert calculator.inputs == before
    window.navigation.show_page_named("models")
    undo.trigger()
    assert window.history.query == FIRST_FILTER
    assert window.page_bar.search.text() == ""
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)


def test_what_is_being_typed_goes_on_in_the_other_language(opened: Opened) -> None:
    """Letters that are no figure in one language may be one in the next."""
    window = opened.window
    window.navigation.show_page_named("calculator")
    typed = {"output_tokens": "1e6", "input_price": "0,92"}
    for name, text in typed.items():
        field = calculator_field(window, name)
        field.lineEdit().setText(text)
        assert field.fault
    window = speak(opened, "de")
    left = calculator_field(window, "output_tokens")
    assert (left.text(), bool(left.fault)) == ("1e6", True)
    taken = calculator_field(window, "input_price")
    assert (taken.figure(), taken.fault) == (Decimal("0.92"), "")


def calculator_field(window: MainWindow, name: str) -> FigureField:
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    field = page.panel.fields[name]
    assert isinstance(field, FigureField)
    return field


def test_undo_and_redo_of_the_page_on_show_stay_possible(opened: Opened) -> None:
    opened.window.navigation.show_page_named("calculator")
    page = opened.window.stack.page
    assert isinstance(page, CalculatorPage)
    before = page.inputs.requests_per_minute
    page.show_inputs(replace(page.inputs, requests_per_minute=Decimal(77)))
    opened.window.actions_by_name["undo"].trigger()
    window = speak(opened, "de")
    for name, figure in (("redo", 77), ("undo", before)):
        assert window.actions_by_name[name].isEnabled()
        window.actions_by_name[name].trigger()
        page = window.stack.page
        assert isinstance(page, CalculatorPage)
        assert page.inputs.requests_per_minute == figure


def test_a_page_nobody_looked_at_since_keeps_its_steps(opened: Opened) -> None:
    window = opened.window
    window.navigation.show_page_named("calculator")
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    before = page.inputs
    page.show_inputs(replace(before, requests_per_minute=Decimal(77)))
    window.navigation.show_page_named("models")
    for language in ("de", "en"):
        window = speak(opened, language)
    assert not window.stack.place_of("calculator").is_made
    window.navigation.show_page_named("calculator")
    window.actions_by_name["undo"].trigger()
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    assert page.inputs == before


def test_a_table_that_was_not_seen_since_keeps_widths_and_place(opened: Opened) -> None:
    sizes = opened.window.models.splitter.sizes()
    opened.window.models.present(KEYS[0])
    bar = opened.window.models.view.verticalScrollBar()
    bar.setValue(7)
    assert bar.value() == 7
    opened.window.navigation.show_page_named("news")
    for language in ("de", "en", "de"):
        speak(opened, language)
    opened.window.navigation.show_page_named("models")
    QApplication.processEvents()
    assert opened.window.models.splitter.sizes()[0] == sizes[0]
    assert opened.window.models.view.verticalScrollBar().value() == 7


def test_a_maximised_window_stays_so_and_knows_where_it_came_from(opened: Opened) -> None:
    opened.window.setGeometry(20, 30, 760, 600)
    QApplication.processEvents()
    before = opened.window.geometry()
    opened.window.showMaximized()
    QApplication.processEvents()
    assert opened.window.size() != before.size()
    window = speak(opened, "de")
    assert window.isMaximized()
    window.showNormal()
    QApplication.processEvents()
    assert window.size() == before.size()


def test_a_presentation_goes_on(opened: Opened) -> None:
    opened.window.present()
    opened.speak("de")
    window = opened.window
    assert window.presentation.is_on
    assert window.page_bar.isHidden()
    assert "Esc" in window.presentation.hint.text()
    window.present()
    window = gone_on(opened)
    assert not window.page_bar.isHidden()
    assert not window.isFullScreen()


def test_many_switches_leave_one_window_and_nothing_behind(opened: Opened, qtbot: QtBot) -> None:
    for page in PAGES:
        opened.window.navigation.show_page_named(page)
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    opened.window.navigation.show_page_named("models")
    gone = []
    for number in range(TIMES):
        gone.append(weakref.ref(opened.window))
        speak(opened, ("de", "en")[number % 2])
    collect_everything()
    assert [each for each in gone if each() is not None] == []
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    assert shown == [opened.window]


def test_the_program_goes_on_and_saves_the_language_once(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.keeper.save()
    saved: list[object] = []
    update = StateFile.update

    def counted(file: StateFile, change: Callable[..., dict[str, JsonValue]]) -> None:
        saved.append(change)
        update(file, change)

    monkeypatch.setattr(StateFile, "update", counted)
    with qtbot.assertNotEmitted(QApplication.instance().lastWindowClosed):  # type: ignore[union-attr]
        speak(opened, "de")
        opened.keeper.save()
        opened.keeper.save()
    assert len(saved) == 1
    assert state_from_json(json.loads((tmp_path / "state.json").read_text())).language == "de"


def test_a_sheet_that_is_being_written_is_told_in_the_new_window(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened.window
    window.models.present(KEYS[0])
    desk = window.sheets.desk
    desk.ask_path = lambda _wanted, _parent: tmp_path / "sheet.csv"
    desk.keep(replace(desk.wishes, format="csv"))
    assert desk.save(window.models.sheet_subjects())
    window = speak(opened, "de")
    qtbot.waitUntil(lambda: "sheet.csv" in window.status.news.text(), timeout=20_000)
    assert window.status.news.text().startswith("Gespeichert")
    assert (tmp_path / "sheet.csv").exists()
    assert window.sheets.desk is desk


def test_a_dialog_that_is_open_goes_with_its_window(opened: Opened) -> None:
    opened.window.models.present(KEYS[0])
    opened.window.sheets.export()
    dialog = weakref.ref(opened.window.sheets.desk.dialog)
    speak(opened, "de")
    collect_everything()
    assert dialog() is None
    opened.window.sheets.export()
    made = opened.window.sheets.desk.dialog
    assert made is not None
    assert made.windowTitle() == "Blatt"
    made.reject()


def test_what_the_window_before_still_does_changes_no_steps_of_the_next(opened: Opened) -> None:
    """Found by a walk: a key that reached a menu of the window before added a scenario."""
    opened.window.navigation.show_page_named("calculator")
    before = calculator_page(opened.window)
    with waiting_within():
        choose(opened, "language", "de")
        before.show_scenarios(before.scenarios.added(before.inputs))
        page = calculator_page(opened.window)
        assert len(page.scenarios.all) == len(page.answers) == 1


def calculator_page(window: MainWindow) -> CalculatorPage:
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    return page


def test_the_views_of_the_regions_page_go_on(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.navigation.show_page_named("regions")
    page = window.stack.page
    assert isinstance(page, RegionsPage)
    page.choose(replace(page.choice, part="map", region="germanywestcentral"))
    state = page.state()
    again = speak(opened, "de").stack.page
    assert isinstance(again, RegionsPage)
    assert again.state() == state
    assert again.part.isVisible()


def test_a_state_that_cannot_be_told_is_said_to_the_user(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> dict[str, object]:
        raise RuntimeError("a header already deleted")

    monkeypatch.setattr(opened.window.wishes, "state", broken)
    opened.keeper.save()
    bar = opened.window.message_bar
    assert bar.isVisible()
    assert "no longer remembered" in bar.text.text()
    assert "a header already deleted" in bar.text.text()
    assert "a header already deleted" in caplog.text


def test_a_file_that_cannot_be_written_is_said_until_something_else_is(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("no folder")
    opened = start("en", tmp_path / "blocked" / "state.json")
    opened.window.history.change_text("gpt")
    opened.keeper.save()
    assert "state.json" in opened.window.status.news.text()


def test_what_is_told_of_an_entry_is_made_where_somebody_sees_it(opened: Opened) -> None:
    """On any other page it would be half of what another look takes."""
    opened.window.models.present(KEYS[0])
    told = chosen(opened, "theme", ThemeChoice.CONTRAST).models.details.full.grab().toImage()
    opened.window.navigation.show_page_named("calculator")
    assert chosen(opened, "theme", ThemeChoice.DARK).findChild(EntryDetails) is None
    window = chosen(opened, "theme", ThemeChoice.CONTRAST)
    window.navigation.show_page_named("models")
    QApplication.processEvents()
    assert window.models.presented() == KEYS[0]
    assert window.models.details.full.grab().toImage() == told
