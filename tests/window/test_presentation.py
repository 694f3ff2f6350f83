# SPDX-License-Identifier: MIT
"""Presentation mode: the page alone, keys for it, and everything back as it was.

Large type is another window, as another look is; who makes windows puts it in the place of the
one before.
"""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.presentation import KEPT_ACTIONS, Presentation
from azmodels_gui.window.state import WindowState
from tests.window.conftest import MakeWindow
from tests.window.regions.conftest import regions_page

ALPHA, BETA, GAMMA = ("alpha-large", "2026-03-05"), ("beta-mini", "2026-01-01"), ("gamma", "1")
Key = Qt.Key


class Shown:
    """Whatever window is on show; another one when one is asked to present, or to leave."""

    def __init__(self, window: MainWindow, windows: list[MainWindow]) -> None:
        self.window, self._windows = window, windows
        window.presentation_asked.connect(self._go_on)

    def _go_on(self, presents: bool) -> None:
        before, self.window = self.window, self.window.successor(presents=presents)
        self.window.presentation_asked.connect(self._go_on)
        self._windows[self._windows.index(before)] = self.window
        self.window.show()
        self.window.follow(before)
        before.hide()
        before.deleteLater()


Show = Callable[..., Shown]


@pytest.fixture
def show(make_window: MakeWindow, windows: list[MainWindow]) -> Iterator[Show]:
    """Return a function that shows a window in some state."""
    font = QApplication.font()
    yield lambda state=None: Shown(make_window(state), windows)
    for window in windows:
        window.end_presentation()
    assert QApplication.font() == font


@pytest.fixture
def presenting(show: Show) -> Shown:
    """Return a window that presents the models, with two of them pinned."""
    shown = show(WindowState(pinned=(GAMMA, ALPHA)))
    shown.window.navigation.select_first()
    shown.window.present()
    return shown


def around(window: MainWindow) -> tuple[QWidget, ...]:
    return (window.menuBar(), window.page_bar, window.status, window.models.panel)


def presentation(window: MainWindow) -> Presentation:
    return window.presentation


def test_the_page_stands_alone_in_large_type(presenting: Shown) -> None:
    window = presenting.window
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    assert not any(part.isVisible() for part in around(window))
    assert window.models.view.isVisible()
    larger = window.models.view.font().pointSizeF()
    assert "Esc leaves" in presentation(window).hint.text()
    window.present()
    assert larger > 1.4 * presenting.window.models.view.font().pointSizeF()


def test_escape_puts_everything_back_exactly(qtbot: QtBot, show: Show) -> None:
    shown = show(WindowState(pinned=(GAMMA,), size_px=(1000, 700)))
    window = shown.window
    window.models.present(ALPHA)
    window.models.splitter.setSizes([240, 328, 430])
    before, font = window.state(), QApplication.font()
    geometry, seen = window.geometry(), [part.isVisible() for part in around(window)]
    window.actions_by_name["present"].trigger()
    assert presentation(shown.window).is_on
    QTest.keyClick(shown.window.models.view, Key.Key_Escape)
    window = shown.window
    assert not presentation(window).is_on
    qtbot.waitUntil(lambda: window.state() == before)  # a splitter settles in the next turn
    assert window.geometry() == geometry
    assert QApplication.font() == font
    assert window.models.view.font() == font
    assert [part.isVisible() for part in around(window)] == seen


def test_f11_enters_and_leaves(qtbot: QtBot, show: Show) -> None:
    shown = show()
    for expected in (True, False):
        shown.window.activateWindow()
        qtbot.waitUntil(shown.window.isActiveWindow)
        QTest.keyClick(shown.window, Key.Key_F11)
        assert presentation(shown.window).is_on is expected


def test_keys_of_the_hidden_menu_that_a_meeting_needs_still_work(presenting: Shown) -> None:
    window = presenting.window
    assert {window.actions_by_name[name] for name in KEPT_ACTIONS} <= set(window.actions())
    window.present()
    window = presenting.window
    assert not {window.actions_by_name[name] for name in KEPT_ACTIONS} & set(window.actions())


def test_ctrl_p_prints_while_presenting(qtbot: QtBot, presenting: Shown) -> None:
    window = presenting.window
    action = window.actions_by_name["print"]
    action.triggered.disconnect()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(window, Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_what_was_hidden_before_stays_hidden(show: Show) -> None:
    shown = show()
    shown.window.actions_by_name["show_filters"].setChecked(False)
    for _ in range(2):
        shown.window.actions_by_name["present"].trigger()
    assert not shown.window.models.panel.isVisible()
    assert not shown.window.message_bar.isVisible()
    assert shown.window.models.chips.isVisible()


def test_filters_that_were_seen_come_back(presenting: Shown) -> None:
    assert not presenting.window.models.panel.isVisible()
    presenting.window.present()
    assert presenting.window.models.panel.isVisible()
    assert presenting.window.actions_by_name["show_filters"].isChecked()


PRESENTED = {
    "right: the first": ([Key.Key_Right], GAMMA),
    "on to the next": ([Key.Key_Right, Key.Key_Down], ALPHA),
    "and round": ([Key.Key_Right, Key.Key_Down, Key.Key_PageDown], GAMMA),
    "left: the last": ([Key.Key_Left], ALPHA),
    "back": ([Key.Key_PageUp, Key.Key_Up], GAMMA),
}


def test_arrow_keys_and_presenters_go_through_the_pinned_models(show: Show) -> None:
    shown = show(WindowState(pinned=(GAMMA, ALPHA)))
    shown.window.actions_by_name["present"].trigger()
    window = shown.window
    for what, (keys, expected) in PRESENTED.items():
        window.models.present(BETA)
        for key in keys:
            QTest.keyClick(window.models.view, key)
        assert window.models.view.selected_keys() == [expected], what
        assert window.models.details.full.name.text() == expected[0], what


def test_a_pinned_model_that_the_filter_hides_is_passed_over(presenting: Shown) -> None:
    window = presenting.window
    window.history.change_text("alpha")
    for _ in range(2):
        QTest.keyClick(window.models.view, Key.Key_Right)
        assert window.models.view.selected_keys() == [ALPHA]


def test_with_nothing_pinned_the_keys_work_as_ever(show: Show) -> None:
    shown = show()
    shown.window.models.view.selectRow(0)
    shown.window.actions_by_name["present"].trigger()
    QTest.keyClick(shown.window.models.view, Key.Key_Down)
    assert shown.window.models.view.currentIndex().row() == 1


def test_the_regions_page_presents_without_its_toolbar(qtbot: QtBot, show: Show) -> None:
    shown = show(WindowState(page="regions", pinned=(GAMMA, ALPHA)))
    page = regions_page(shown.window)
    qtbot.waitUntil(page.toolbar.isVisible)
    page.toolbar.present_button.click()
    assert presentation(shown.window).is_on
    page = regions_page(shown.window)
    assert not page.toolbar.isVisible()
    QTest.keyClick(page.part, Key.Key_Right)
    assert page.presented() in (GAMMA, ALPHA)
    first = page.presented()
    QTest.keyClick(page.part, Key.Key_Right)
    assert page.presented() != first
    QTest.keyClick(page.part, Key.Key_Escape)
    assert not presentation(shown.window).is_on
    assert regions_page(shown.window).toolbar.isVisible()


def test_the_rows_presented_are_those_that_were_on_show(qtbot: QtBot, show: Show) -> None:
    """Pins alone stand there when there are any at first, but not once all have been seen."""
    shown = show(WindowState(page="regions"))
    qtbot.waitUntil(regions_page(shown.window).toolbar.isVisible)
    rows = regions_page(shown.window).scope.rows
    shown.window.pins.toggle([GAMMA])
    for _ in range(2):
        shown.window.present()
        assert regions_page(shown.window).scope.rows == rows


def test_another_page_goes_on_presenting(presenting: Shown) -> None:
    window = presenting.window
    window.navigation.show_page_named("regions")
    page = regions_page(window)
    assert not page.toolbar.isVisible()
    window.navigation.show_page_named("calculator")
    assert presentation(window).is_on
    assert not presentation(window).step(1)
    window.present()
    window = presenting.window
    page = regions_page(window)
    assert page.toolbar.isVisibleTo(page)
    window.navigation.show_page_named("models")
    assert window.models.panel.isVisibleTo(window.models)


def test_the_projectors_sizes_are_never_kept(show: Show) -> None:
    shown = show(WindowState(size_px=(1000, 700)))
    before = shown.window.state()
    shown.window.actions_by_name["present"].trigger()
    shown.window.pins.toggle([GAMMA])
    assert shown.window.state() == replace(before, pinned=(GAMMA,))


def sizes(window: MainWindow) -> object:
    return window.state().pages.get("calculator", {}).get("splitters")


def test_larger_fields_of_the_calculator_are_never_kept(qtbot: QtBot, show: Show) -> None:
    """In larger type they need more room, be they made before the presentation or in it."""
    shown = show(WindowState(page="calculator", size_px=(1280, 720)))
    qtbot.waitUntil(shown.window.stack.page.isVisible)
    before = sizes(shown.window)
    assert before
    for _ in range(2):
        shown.window.present()
        assert sizes(shown.window) == before
    shown = show(WindowState(size_px=(1280, 720)))
    shown.window.present()
    shown.window.navigation.show_page_named("calculator")
    assert sizes(shown.window) is None


def test_what_changed_meanwhile_is_as_it_was_left(presenting: Shown) -> None:
    presenting.window.history.change_text("alpha")
    presenting.window.pins.toggle([BETA])
    presenting.window.present()
    window = presenting.window
    assert window.history.query.text == "alpha"
    assert BETA in window.pins.keys
    assert window.models.view.selected_keys() == [ALPHA]


def test_closing_ends_the_presentation(presenting: Shown) -> None:
    large = QApplication.font()
    presenting.window.close()
    assert QApplication.font() != large
