# SPDX-License-Identifier: MIT
"""The Tab key reaches everything once and in reading order; opening a page opens no window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.coverage_part import CoveragePart
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.widgets.told_list import ToldList
from tests.window.conftest import MakeWindow

FURTHER = ("regions", "calculator", "compare", "guide", "news")


@pytest.fixture
def windows_shown(qapp: QApplication) -> Iterator[list[str]]:
    """Return the kinds of windows that come to the screen."""

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow():  # type: ignore[attr-defined]
                found.append(type(watched).__name__)
            return False

    found: list[str] = []
    watch = Watch()
    qapp.installEventFilter(watch)
    yield found
    qapp.removeEventFilter(watch)


def activate(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def round_trip(start: QWidget) -> list[QWidget]:
    """Return what Tab goes through until it is back at the start."""
    start.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        holder = QApplication.focusWidget()
        assert holder is not None
        if seen and holder is start:
            return seen
        seen.append(picture_of(holder))
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    raise AssertionError("Tab never came back")


def picture_of(holder: QWidget) -> QWidget:
    """Return the picture whose list has the keyboard."""
    parent = holder.parentWidget()
    return parent if isinstance(holder, ToldList) and parent is not None else holder


def places(seen: list[QWidget], *asked: QWidget) -> list[int]:
    return [seen.index(each) for each in asked]


@pytest.mark.parametrize("pane", ["matrix", "map"])
def test_tab_goes_from_the_pages_over_the_choices_to_the_view(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage, pane: str
) -> None:
    page.show_pane(pane)
    activate(qtbot, regions_window)
    part = page.part
    assert isinstance(part, MatrixPart | MapPart)
    view = part.view if isinstance(part, MatrixPart) else part.map
    bar, toolbar = regions_window.page_bar, page.toolbar
    seen = round_trip(bar.search)
    asked = (
        bar.search,
        toolbar.entries,
        toolbar.part_buttons[pane],
        toolbar.present_button,
        view,
    )
    assert places(seen, *asked) == sorted(places(seen, *asked))
    assert bar.buttons[1] in seen
    assert len(set(map(id, seen))) == len(seen)


def test_tab_goes_through_the_question_of_coverage_in_reading_order(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage
) -> None:
    regions_window.pins.toggle([("gamma", "1")])
    page.show_pane("coverage")
    activate(qtbot, regions_window)
    part = page.part
    assert isinstance(part, CoveragePart)
    seen = round_trip(page.toolbar.part_buttons["coverage"])
    stops = [each for each in part.in_tab_order() if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert places(seen, *stops) == sorted(places(seen, *stops))


def test_tab_stops_once_in_a_row_of_choices_at_the_chosen_one(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage
) -> None:
    activate(qtbot, regions_window)
    seen = round_trip(page.toolbar.entries)
    for buttons in (regions_window.page_bar.buttons, list(page.toolbar.part_buttons.values())):
        assert [button for button in buttons if button in seen] == [
            button for button in buttons if button.isChecked()
        ]


def test_the_buttons_above_the_map_take_the_keyboard(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage
) -> None:
    page.show_pane("map")
    activate(qtbot, regions_window)
    assert isinstance(page.part, MapPart)
    seen = round_trip(page.toolbar.entries)
    before = places(seen, page.part.bar.legend, page.part.map)
    assert before == sorted(before)


def test_a_page_opened_by_keyboard_has_the_keyboard_in_its_view(
    qtbot: QtBot, window: MainWindow
) -> None:
    activate(qtbot, window)
    window.models.view.setFocus()
    QTest.keyClick(window.models.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    lazy = next(page for page in window.pages[1:] if page.key == "regions")
    assert isinstance(lazy.page, RegionsPage)
    assert isinstance(lazy.page.part, MatrixPart)
    assert QApplication.focusWidget() is lazy.page.part.view


def test_a_page_has_the_keyboard_where_it_was_left(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage
) -> None:
    activate(qtbot, regions_window)
    page.toolbar.order.setFocus()
    regions_window.navigation.show_page(0)
    regions_window.navigation.show_page_named("regions")
    assert QApplication.focusWidget() is page.toolbar.order


def test_opening_a_page_shows_no_other_window(
    make_window: MakeWindow, windows_shown: list[str]
) -> None:
    window = make_window(WindowState())
    windows_shown.clear()
    for key in FURTHER:
        window.navigation.show_page_named(key)
        assert windows_shown == [], key
