# SPDX-License-Identifier: MIT
"""The headings of the matrix by keyboard: in, along, out, open, choose, menu, and in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.matrix_view import MatrixView
from azmodels_gui.window.regions.region_page import RegionPagePart
from azmodels_gui.window.regions.regions_page import RegionsPage
from tests.window.samples import GERMANY

ALPHA = ("alpha-large", "2026-03-05")
Key = Qt.Key
offscreen_menus = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
"""What the offscreen platform says of every menu."""


@pytest.fixture
def view(qtbot: QtBot, regions_window: MainWindow, part: MatrixPart) -> MatrixView:
    """Return the matrix with the keyboard on its first cell."""
    regions_window.activateWindow()
    qtbot.waitUntil(regions_window.isActiveWindow)
    part.view.setCurrentIndex(part.matrix.index(0, 0))
    part.view.setFocus()
    return part.view


@pytest.fixture
def open_menus(qapp: QApplication) -> Iterator[list[QMenu]]:
    """Return the menus that are on the screen; they are closed afterwards."""

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QMenu):
                found.append(watched)
            return False

    found: list[QMenu] = []
    watch = Watch()
    qapp.installEventFilter(watch)
    yield found
    qapp.removeEventFilter(watch)
    for menu in found:
        menu.close()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        holder = QApplication.focusWidget()
        assert holder is not None
        QTest.keyClick(holder, key)


LED = {
    "up from the first row": ([Key.Key_Up], 0, 0, "regions"),
    "left from the first column": ([Key.Key_Left], 0, 0, "entries"),
    "up from another row stays": ([Key.Key_Down, Key.Key_Up], 0, 0, "cells"),
    "along the regions": ([Key.Key_Up, Key.Key_Right], 0, 1, "regions"),
    "along the entries": ([Key.Key_Left, Key.Key_Down], 1, 0, "entries"),
    "no further than the first": ([Key.Key_Up, Key.Key_Left], 0, 0, "regions"),
    "down again into the cells": ([Key.Key_Up, Key.Key_Down], 0, 0, "cells"),
    "right again into the cells": ([Key.Key_Left, Key.Key_Right], 0, 0, "cells"),
    "to the last entry": ([Key.Key_Left, Key.Key_End], 3, 0, "entries"),
    "and back": ([Key.Key_Left, Key.Key_End, Key.Key_Home], 0, 0, "entries"),
}


def test_arrow_keys_lead_into_the_headings_and_out(view: MatrixView) -> None:
    places = {"regions": view.regions, "entries": view.entries, "cells": view}
    for what, (keys, row, column, place) in LED.items():
        view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus()
        press(*keys)
        assert QApplication.focusWidget() is places[place], what
        assert (view.currentIndex().row(), view.currentIndex().column()) == (row, column), what


def test_tab_goes_from_the_cells_through_both_headings(view: MatrixView) -> None:
    seen = []
    for _ in range(2):
        press(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert set(map(id, seen)) == {id(view.entries), id(view.regions)}


def test_f6_knows_that_a_heading_belongs_to_the_matrix(
    qtbot: QtBot, view: MatrixView, page: RegionsPage
) -> None:
    press(Key.Key_Up, Key.Key_F6)
    qtbot.waitUntil(page.toolbar.entries.hasFocus)


def test_enter_on_a_region_opens_its_page(view: MatrixView, page: RegionsPage) -> None:
    view.setCurrentIndex(view.model().index(0, page.part.matrix.column_of(GERMANY)))  # type: ignore[attr-defined]
    press(Key.Key_Up, Key.Key_Return)
    assert isinstance(page.part, RegionPagePart)
    assert page.choice.region == GERMANY


def test_enter_on_an_entry_opens_it_among_the_models(
    view: MatrixView, regions_window: MainWindow
) -> None:
    view.go_to(ALPHA)
    press(Key.Key_Left, Key.Key_Return)
    assert regions_window.stack.currentIndex() == 0
    assert regions_window.models.view.selected_keys() == [ALPHA]


@pytest.mark.parametrize("key", [Key.Key_R, Key.Key_Space])
def test_r_or_space_on_a_region_chooses_it(
    view: MatrixView, page: RegionsPage, key: Qt.Key
) -> None:
    press(Key.Key_Up, key)
    assert page.choice.region == view.current_cell()[1]  # type: ignore[index]


def test_space_on_an_entry_pins_it(view: MatrixView, regions_window: MainWindow) -> None:
    view.go_to(ALPHA)
    press(Key.Key_Left, Key.Key_Space)
    assert regions_window.pins.keys == (ALPHA,)


def test_a_heading_is_told_in_words_seen_and_heard(part: MatrixPart, view: MatrixView) -> None:
    cell_title = part.line.title.text()
    press(Key.Key_Up)
    assert part.line.title.text() in view.regions.accessibleDescription()
    assert "Offered: " in view.regions.accessibleDescription()
    assert view.regions.accessibleName() == "Regions, headings of the columns"
    press(Key.Key_Down)
    assert part.line.title.text() == cell_title
    press(Key.Key_Left)
    assert part.line.title.text() == part.matrix.entry(0).title
    assert view.entries.accessibleDescription().startswith(part.matrix.entry(0).title)


@offscreen_menus
@pytest.mark.parametrize(
    ("key", "first"),
    [
        pytest.param(Key.Key_Up, "&About the region", id="of a region"),
        pytest.param(Key.Key_Left, "&Open", id="of an entry"),
    ],
)
def test_the_menu_key_opens_the_menu_of_the_heading(
    view: MatrixView, open_menus: list[QMenu], key: Qt.Key, first: str
) -> None:
    press(key)
    header = QApplication.focusWidget()
    assert isinstance(header, QHeaderView)
    _ask_menu(header, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0))
    (menu,) = open_menus
    assert menu.actions()[0].text().startswith(first)


@offscreen_menus
def test_the_mouse_opens_the_menu_of_the_heading_below_it(
    view: MatrixView, page: RegionsPage, open_menus: list[QMenu]
) -> None:
    at = QPoint(view.regions.sectionViewportPosition(1) + 3, 60)
    _ask_menu(view.regions, QContextMenuEvent.Reason.Mouse, at)
    (menu,) = open_menus
    menu.actions()[0].trigger()
    assert isinstance(page.part, RegionPagePart)


def test_the_focus_is_seen_on_the_heading_instead_of_the_cell(view: MatrixView) -> None:
    regions, cells = view.regions.grab().toImage(), view.viewport().grab().toImage()
    press(Key.Key_Up)
    assert view.regions.grab().toImage() != regions
    assert view.viewport().grab().toImage() != cells


def _ask_menu(header: QHeaderView, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    target = header.viewport() if reason is QContextMenuEvent.Reason.Mouse else header
    QGuiApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))


def test_in_a_low_window_names_of_two_lines_leave_rows_their_room(view: MatrixView) -> None:
    """Issue 14: at 150 % on 1280x720 the headings left room for three rows."""
    high = view.regions.sizeHint().height()
    view.regions.set_low(True)
    assert view.regions.sizeHint().height() < high
    view.regions.set_low(False)
    assert view.regions.sizeHint().height() == high
