# SPDX-License-Identifier: MIT
"""Undo on the Compare page: order, what is pinned, and regions, step by step."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from azmodels_gui.window.main_window import MainWindow
from tests.window.compare.test_compare_page import ALPHA, DELTA, GAMMA, PINNED, page_of
from tests.window.conftest import MakeWindow
from tests.window.samples import GERMANY


@pytest.fixture
def compared(make_window: MakeWindow) -> MainWindow:
    window = make_window(PINNED)
    page_of(window)
    return window


def move(window: MainWindow) -> None:
    view = page_of(window).view
    view.go_to_column(0)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)


def remove(window: MainWindow) -> None:
    view = page_of(window).view
    view.go_to_column(1)
    QTest.keyClick(view, Qt.Key.Key_Delete)


def unpin_all(window: MainWindow) -> None:
    window.actions_by_name["unpin_all"].trigger()


def choose_region(window: MainWindow) -> None:
    field = page_of(window).bar.regions.field
    field.show_choice(GERMANY)
    field.edited.emit()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(move, id="another order"),
        pytest.param(remove, id="a column taken away"),
        pytest.param(unpin_all, id="all unpinned"),
        pytest.param(choose_region, id="a region added"),
    ],
)
def test_a_step_is_taken_back_and_made_again(
    compared: MainWindow, change: Callable[[MainWindow], None]
) -> None:
    page, undo = page_of(compared), compared.actions_by_name["undo"]
    redo = compared.actions_by_name["redo"]
    before = (compared.pins.keys, page.bar.regions.ids())
    assert not undo.isEnabled()
    change(compared)
    after = (compared.pins.keys, page.bar.regions.ids())
    assert after != before
    undo.trigger()
    assert (compared.pins.keys, page.bar.regions.ids()) == before
    assert [entry.key for entry in page.entries] == [ALPHA, GAMMA, DELTA]
    assert not undo.isEnabled()
    redo.trigger()
    assert (compared.pins.keys, page.bar.regions.ids()) == after
    assert not redo.isEnabled()


def test_steps_are_taken_back_one_by_one_in_their_order(compared: MainWindow) -> None:
    page, undo = page_of(compared), compared.actions_by_name["undo"]
    for change in (move, choose_region, remove):
        change(compared)
    undo.trigger()
    assert compared.pins.keys == (GAMMA, ALPHA, DELTA)
    assert page.bar.regions.ids() == (GERMANY,)
    undo.trigger()
    assert page.bar.regions.ids() == ()
    undo.trigger()
    assert compared.pins.keys == (ALPHA, GAMMA, DELTA)


def test_what_is_brought_back_is_on_show(compared: MainWindow) -> None:
    page = page_of(compared)
    unpin_all(compared)
    assert page.middle.currentWidget() is page.empty
    compared.actions_by_name["undo"].trigger()
    assert page.model.columnCount() == 3
    assert page.middle.currentWidget() is not page.empty


def test_the_way_back_is_told(compared: MainWindow) -> None:
    remove(compared)
    assert "undo brings it back" in compared.status.news.text()


def test_undo_among_the_models_is_still_the_filters(compared: MainWindow) -> None:
    remove(compared)
    compared.navigation.show_page_named("models")
    assert not compared.actions_by_name["undo"].isEnabled()
    assert compared.pins.keys == (ALPHA, DELTA)


def test_a_page_that_was_just_made_has_nothing_to_take_back(make_window: MakeWindow) -> None:
    """The filter's steps are those of the models."""
    fresh = make_window(replace(PINNED, page="models"))
    fresh.history.change_text("alpha")
    assert fresh.actions_by_name["undo"].isEnabled()
    fresh.navigation.show_page_named("compare")
    page_of(fresh)
    assert not fresh.actions_by_name["undo"].isEnabled()


def test_what_a_restart_brings_is_no_step(make_window: MakeWindow, compared: MainWindow) -> None:
    choose_region(compared)
    again = make_window(compared.state())
    page_of(again)
    assert not again.actions_by_name["undo"].isEnabled()
