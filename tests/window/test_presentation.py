# SPDX-License-Identifier: MIT
"""Presentation mode: the page alone, keys for it, and everything back as it was."""

from collections.abc import Iterator

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


@pytest.fixture
def presenting(make_window: MakeWindow) -> Iterator[MainWindow]:
    """Return a window that presents the models, with two of them pinned."""
    window = make_window(WindowState(pinned=(GAMMA, ALPHA)))
    window.navigation.select_first()
    window.actions_by_name["present"].trigger()
    yield window
    window.end_presentation()


def around(window: MainWindow) -> tuple[QWidget, ...]:
    return (window.menuBar(), window.page_bar, window.status, window.models.panel)


def presentation(window: MainWindow) -> Presentation:
    return window.presentation


def test_the_page_stands_alone_in_large_type(presenting: MainWindow) -> None:
    assert presenting.windowState() & Qt.WindowState.WindowFullScreen
    assert not any(part.isVisible() for part in around(presenting))
    assert presenting.models.view.isVisible()
    larger = presenting.models.view.font().pointSizeF()
    presenting.end_presentation()
    assert larger > 1.4 * presenting.models.view.font().pointSizeF()
    assert "Esc leaves" in presentation(presenting).hint.text()


def test_escape_puts_everything_back_exactly(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(WindowState(pinned=(GAMMA,), size_px=(1000, 700)))
    window.models.present(ALPHA)
    window.models.splitter.setSizes([240, 328, 430])
    before, font = window.state(), QApplication.font()
    geometry, shown = window.geometry(), [part.isVisible() for part in around(window)]
    window.actions_by_name["present"].trigger()
    QTest.keyClick(window.models.view, Key.Key_Escape)
    assert not presentation(window).is_on
    qtbot.waitUntil(lambda: window.state() == before)  # a splitter settles in the next turn
    assert window.geometry() == geometry
    assert QApplication.font() == font
    assert window.models.view.font() == font
    assert [part.isVisible() for part in around(window)] == shown


def test_f11_enters_and_leaves(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for expected in (True, False):
        QTest.keyClick(window, Key.Key_F11)
        assert presentation(window).is_on is expected


def test_keys_of_the_hidden_menu_that_a_meeting_needs_still_work(presenting: MainWindow) -> None:
    kept = [presenting.actions_by_name[name] for name in KEPT_ACTIONS]
    assert set(kept) <= set(presenting.actions())
    presentation(presenting).leave()
    assert not set(kept) & set(presenting.actions())


def test_ctrl_p_prints_while_presenting(qtbot: QtBot, presenting: MainWindow) -> None:
    action = presenting.actions_by_name["print"]
    action.triggered.disconnect()
    presenting.activateWindow()
    qtbot.waitUntil(presenting.isActiveWindow)
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(presenting, Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_what_was_hidden_before_stays_hidden(make_window: MakeWindow) -> None:
    window = make_window()
    window.actions_by_name["show_filters"].setChecked(False)
    window.actions_by_name["present"].trigger()
    window.actions_by_name["present"].trigger()
    assert not window.models.panel.isVisible()
    assert not window.message_bar.isVisible()
    assert window.models.chips.isVisible()


PRESENTED = {
    "right: the first": ([Key.Key_Right], GAMMA),
    "on to the next": ([Key.Key_Right, Key.Key_Down], ALPHA),
    "and round": ([Key.Key_Right, Key.Key_Down, Key.Key_PageDown], GAMMA),
    "left: the last": ([Key.Key_Left], ALPHA),
    "back": ([Key.Key_PageUp, Key.Key_Up], GAMMA),
}


def test_arrow_keys_and_presenters_go_through_the_pinned_models(make_window: MakeWindow) -> None:
    window = make_window(WindowState(pinned=(GAMMA, ALPHA)))
    window.actions_by_name["present"].trigger()
    for what, (keys, expected) in PRESENTED.items():
        window.models.present(BETA)
        for key in keys:
            QTest.keyClick(window.models.view, key)
        assert window.models.view.selected_keys() == [expected], what
        assert window.models.details.full.name.text() == expected[0], what


def test_a_pinned_model_that_the_filter_hides_is_passed_over(presenting: MainWindow) -> None:
    presenting.history.change_text("alpha")
    for _ in range(2):
        QTest.keyClick(presenting.models.view, Key.Key_Right)
        assert presenting.models.view.selected_keys() == [ALPHA]


def test_with_nothing_pinned_the_keys_work_as_ever(make_window: MakeWindow) -> None:
    window = make_window()
    window.models.view.selectRow(0)
    window.actions_by_name["present"].trigger()
    QTest.keyClick(window.models.view, Key.Key_Down)
    assert window.models.view.currentIndex().row() == 1


def test_the_regions_page_presents_without_its_toolbar(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(WindowState(page="regions", pinned=(GAMMA, ALPHA)))
    page = regions_page(window)
    qtbot.waitUntil(page.toolbar.isVisible)
    page.toolbar.present_button.click()
    assert presentation(window).is_on
    assert not page.toolbar.isVisible()
    QTest.keyClick(page.part, Key.Key_Right)
    assert page.presented() in (GAMMA, ALPHA)
    first = page.presented()
    QTest.keyClick(page.part, Key.Key_Right)
    assert page.presented() != first
    QTest.keyClick(page.part, Key.Key_Escape)
    assert not presentation(window).is_on
    assert page.toolbar.isVisible()


def test_another_page_goes_on_presenting(presenting: MainWindow) -> None:
    presenting.navigation.show_page_named("regions")
    page = regions_page(presenting)
    assert not page.toolbar.isVisible()
    presenting.navigation.show_page_named("calculator")
    assert presentation(presenting).is_on
    assert not presentation(presenting).step(1)
    presentation(presenting).leave()
    assert page.toolbar.isVisibleTo(page)
    presenting.navigation.show_page_named("models")
    assert presenting.models.panel.isVisibleTo(presenting.models)


def test_the_projectors_sizes_are_never_kept(make_window: MakeWindow) -> None:
    window = make_window(WindowState(size_px=(1000, 700)))
    before = window.state()
    window.actions_by_name["present"].trigger()
    window.pins.toggle([GAMMA])
    assert window.state() == replace(before, pinned=(GAMMA,))


def test_closing_ends_the_presentation(make_window: MakeWindow) -> None:
    window = make_window()
    font = QApplication.font()
    window.actions_by_name["present"].trigger()
    window.close()
    assert QApplication.font() == font
