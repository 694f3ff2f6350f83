# SPDX-License-Identifier: MIT
"""Ctrl+Z in a field takes back what was typed there; Ctrl+F leads to the page's own search."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import FigureField
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.state import WindowState
from tests.window.conftest import MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    window = make_window(WindowState(pinned=(("gamma", "1"),)))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def line_of(field: QWidget | None) -> QLineEdit:
    within = field.lineEdit() if isinstance(field, QAbstractSpinBox | QComboBox) else field
    assert isinstance(within, QLineEdit)
    return within


def own_field(window: MainWindow, page: str) -> QWidget:
    """Return a field of a page to type into."""
    made = window.stack.place_of(page).page
    match made:
        case CalculatorPage():
            return made.panel.fields["input_tokens"]
        case ComparePage():
            return made.bar.models
        case NewsPage():
            return made.choosing.search
    return window.page_bar.search


@pytest.mark.parametrize("page", ["models", "calculator", "compare", "news"])
def test_letters_are_taken_back_in_the_field(window: MainWindow, page: str) -> None:
    field = own_field(window, page)
    window.navigation.show_page_named(page)
    pins = window.pins.keys
    field.setFocus()
    line = line_of(field)
    before = line.text()
    line.setCursorPosition(min(3, len(before)))
    QTest.keyClicks(line, "0")
    assert line.text() != before
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() == before
    assert window.pins.keys == pins


def test_once_the_letters_are_taken_back_the_page_takes_back_its_steps(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.navigation.show_page_named("calculator")
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    first = page.inputs
    for name in ("input_tokens", "output_tokens"):
        field = page.panel.fields[name]
        field.setFocus()
        line_of(field).selectAll()
        QTest.keyClicks(field, "77")
    second = page.inputs
    assert second.input_tokens == second.output_tokens == 77
    for wanted in (first.output_tokens, first.output_tokens):
        QTest.keyClick(page.panel.fields["output_tokens"], Qt.Key.Key_Z, CONTROL)
        assert page.inputs.output_tokens == wanted
    assert page.inputs == first
    QTest.keyClick(page.panel.fields["output_tokens"], Qt.Key.Key_Y, CONTROL)
    assert page.inputs.input_tokens == 77


def test_a_figure_that_was_typed_is_taken_back_and_brought_back(window: MainWindow) -> None:
    window.navigation.show_page_named("calculator")
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    first = page.inputs
    for name, figure in (("input_tokens", "77"), ("output_tokens", "88")):
        field = page.panel.fields[name]
        field.setFocus()
        line_of(field).selectAll()
        QTest.keyClicks(field, figure)
    field = page.panel.fields["output_tokens"]
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (page.inputs.input_tokens, page.inputs.output_tokens) == (
        Decimal(77),
        first.output_tokens,
    )
    QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert (page.inputs.output_tokens, line_of(field).text()) == (Decimal(88), "88")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert page.inputs == first
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert (page.inputs.input_tokens, page.inputs.output_tokens) == (Decimal(77), Decimal(88))


def test_letters_that_are_no_figure_are_taken_back_before_any_step(window: MainWindow) -> None:
    window.navigation.show_page_named("calculator")
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    page.show_inputs(replace(page.inputs, input_tokens=Decimal(5)))
    before = page.inputs
    field = page.panel.fields["output_tokens"]
    assert isinstance(field, FigureField)
    field.setFocus()
    line_of(field).selectAll()
    QTest.keyClicks(field, "1.000")
    assert field.fault
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (field.fault, page.inputs) == ("", before)
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert page.inputs.input_tokens != 5


def test_a_search_in_a_choice_leaves_the_steps_to_the_page(window: MainWindow) -> None:
    window.navigation.show_page_named("calculator")
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    before = page.inputs
    page.show_inputs(replace(before, input_tokens=Decimal(5)))
    page.panel.fields["entry"].setFocus()
    QTest.keyClick(page.panel.fields["entry"], Qt.Key.Key_Z, CONTROL)
    assert page.inputs == before


SEARCHES = {
    "models": lambda page, window: window.page_bar.search,
    "regions": lambda page, window: window.page_bar.search,
    "calculator": lambda page, window: page.panel.fields["entry"],
    "compare": lambda page, window: page.bar.models,
    "news": lambda page, window: page.choosing.search,
}


@pytest.mark.parametrize("page", SEARCHES)
def test_find_leads_to_the_search_of_the_page_and_then_to_that_of_all(
    window: MainWindow, page: str
) -> None:
    window.navigation.show_page_named(page)
    made = window.stack.page
    wanted = SEARCHES[page](made, window)
    window.actions_by_name["find"].trigger()
    assert QApplication.focusWidget() in (wanted, line_of(wanted))
    assert window.stack.place.key == page
    window.actions_by_name["find"].trigger()
    assert QApplication.focusWidget() is window.page_bar.search
