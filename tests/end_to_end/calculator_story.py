# SPDX-License-Identifier: MIT
"""From a model in the table to "from which load on do PTU pay?", and from people to money."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu

from azmodels_gui.app.application import Opened
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from tests.window.calculator.conftest import explained

TIMEOUT_MS = 10_000
USUAL = {"de": "Interner Assistent", "en": "Internal assistant"}
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "load-by-minute.csv"


def when_do_ptu_pay(opened: Opened) -> None:
    """Take gpt-5.2 in East US 2 into the calculator, type a load, drag it, read a file."""
    window = opened.window
    window.history.change(CatalogQuery(regions=frozenset({"eastus2"})))
    assert window.models.present(("gpt-5.2", "2025-12-11"))
    window.actions_by_name["use_in_calculator"].trigger()
    (lazy,) = (page for page in window.pages[1:] if page.key == "calculator")
    page = lazy.page
    assert isinstance(page, CalculatorPage)
    assert page.isVisible()
    assert (page.inputs.model, page.inputs.region) == ("gpt-5.2", "eastus2")
    _ask(page)
    assert page.results.cards.texts[0].badge == ""
    _add_a_scenario(page)
    token, year = page.results.cards.texts
    assert "per token" in token.place
    assert "110 PTU" in year.place
    assert (token.badge, year.badge) == ("cheapest", "")
    assert "= 105.88" in explained(page)
    _drag(page)
    read = QSignalSpy(page.profile.series_loaded)
    page.load_file(EXAMPLE)
    deadline = monotonic() + TIMEOUT_MS / 1_000
    while not read.count() and monotonic() < deadline:
        read.wait(50)  # in short pieces: the other thread runs between them
    assert read.count()
    assert page.inputs.profile_file == EXAMPLE.name
    window.actions_by_name["undo"].trigger()
    assert page.inputs.profile_file == ""


def _add_a_scenario(page: CalculatorPage) -> None:
    """Choose "Paid another way > PTU, one-year reservation" in the menu of the plus."""
    page.menus.fill_add_menu()
    # Not by the action: PySide 6.10 takes the menu around it away with it.
    *_, ways = (each for each in page.menus.add_menu.findChildren(QMenu) if "&way" in each.title())
    ways.actions()[-1].trigger()


def five_hundred_employees(opened: Opened) -> None:
    """Start from people, not from requests per minute: 7 actions to what a month costs."""
    window = opened.window
    number = window.stack.number_of("calculator")
    QTest.mouseClick(window.page_bar.buttons[number], Qt.MouseButton.LeftButton)  # 1
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    assert not page.panel.example.isHidden(), "the load at the start is said to be an example"
    page.show_inputs(replace(page.inputs, users=Decimal(7), working_days=Decimal(30)))
    QApplication.processEvents()
    _choose(page, "entry", "gpt-5.2 2025-12-11")  # 2
    _choose(page, "processed_in", "Global")  # 3
    _choose(page, "usage", USUAL[page.panel.language])  # 4
    for name, text in (("users", "500"), ("input_tokens", "5000"), ("output_tokens", "400")):
        _type(page, name, text)  # 5, 6, 7
    told = [label.text() for label in page.panel.follows.figures.values()]
    german = page.panel.language == "de"
    assert told[0] == ("62,5 Anfragen/min" if german else "62.5 requests/min"), told
    assert told[2] == ("220.000" if german else "220,000"), told
    found = page.answer.estimate
    assert found is not None
    assert found.payg_monthly is not None
    assert to_cents(found.payg_monthly) == Decimal("3157.00")
    sentence = page.results.verdict.label.accessibleName().replace("\xa0", " ")
    first = sentence.partition("3,157.00" if not german else "3.157,00")[0]
    assert first != sentence, sentence
    assert ("je Token" if german else "per token") in first, sentence


def _choose(page: CalculatorPage, name: str, words: str) -> None:
    field = page.panel.fields[name]
    assert isinstance(field, ChoiceField)
    at = field.findText(words)
    assert at >= 0, [field.itemText(each) for each in range(field.count())]
    field.setCurrentIndex(at)
    field.activated.emit(at)


def _type(page: CalculatorPage, name: str, text: str) -> None:
    field = page.panel.fields[name]
    field.setFocus()
    assert isinstance(field, FigureField)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def _ask(page: CalculatorPage) -> None:
    """State 1,000 requests a minute of 200 and 20 tokens, processed in the data zone."""
    kind = page.panel.fields["processed_in"]
    assert isinstance(kind, ChoiceField)
    kind.show_choice("data_zone:US")
    kind.edited.emit()
    page.panel.way_asked.emit(LoadFrom.REQUESTS)
    for name, text in (
        *(("requests_per_minute", "1000"), ("average_percent", "50")),
        *(("input_tokens", "200"), ("output_tokens", "20")),
    ):
        _type(page, name, text)
    assert page.inputs.requests_per_minute == Decimal(1_000)


def _drag(page: CalculatorPage) -> None:
    page.panel.way_asked.emit(LoadFrom.PROFILE)
    QApplication.processEvents()
    chart = page.results.profile.load
    canvas = chart.canvas
    before = page.inputs.working_day[3]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(3.5, 10).toPoint())
    QTest.mouseMove(canvas, canvas.point(3.5, 600).toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(3.5, 600).toPoint())
    assert before < page.inputs.working_day[3]
    assert abs(page.inputs.working_day[3] - 60) <= 2
    assert not page.inputs.profile_is_example
