# SPDX-License-Identifier: MIT
"""From a model in the table to "from which load on do PTU pay?", with mouse and keys."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField

TIMEOUT_MS = 10_000
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "load-by-minute.csv"


def when_do_ptu_pay(opened: Opened) -> None:
    """Take gpt-5.2 in East US 2 into the calculator, type a load, drag it, read a file."""
    window = opened.window
    window.history.change(CatalogQuery(regions=frozenset({"eastus2"})))
    assert window.select(("gpt-5.2", "2025-12-11"))
    window.actions_by_name["use_in_calculator"].trigger()
    (lazy,) = (page for page in window.further if page.key == "calculator")
    page = lazy.page
    assert isinstance(page, CalculatorPage)
    assert page.isVisible()
    assert (page.inputs.model, page.inputs.region) == ("gpt-5.2", "eastus2")
    _ask(page)
    assert page.results.cards.texts[0].badge == ""
    _add_a_scenario(page)
    token, year = page.results.cards.texts
    assert token.place.endswith("Per token (PAYG)")
    assert "110 PTU" in year.place
    assert (token.badge, year.badge) == ("cheapest", "")
    assert "= 105.88" in page.results.explanation.text.toPlainText()
    _drag(page)
    read = QSignalSpy(page.profile.series_loaded)
    page.load_file(EXAMPLE)
    assert read.wait(TIMEOUT_MS)
    assert page.inputs.profile_file == EXAMPLE.name
    window.actions_by_name["undo"].trigger()
    assert page.inputs.profile_file == ""


def _add_a_scenario(page: CalculatorPage) -> None:
    """Choose "Paid another way > PTU, one-year reservation" in the menu of the plus."""
    page.menus.fill_add_menu()
    (ways,) = (a.menu() for a in page.menus.add_menu.actions() if "&way" in a.text())
    assert isinstance(ways, QMenu)
    ways.actions()[-1].trigger()


def _ask(page: CalculatorPage) -> None:
    kind = page.panel.fields["deployment_type"]
    assert isinstance(kind, ChoiceField)
    kind.show_choice("DataZoneProvisionedManaged")
    kind.edited.emit()
    field = page.panel.fields["requests_per_minute"]
    assert isinstance(field, FigureField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1000")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert page.inputs.requests_per_minute == Decimal(1_000)


def _drag(page: CalculatorPage) -> None:
    chart = page.results.profile.load
    canvas = chart.canvas
    before = page.inputs.working_day[3]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(3.5, 10).toPoint())
    QTest.mouseMove(canvas, canvas.point(3.5, 600).toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.point(3.5, 600).toPoint())
    assert before < page.inputs.working_day[3]
    assert abs(page.inputs.working_day[3] - 60) <= 2
    assert not page.inputs.profile_is_example
