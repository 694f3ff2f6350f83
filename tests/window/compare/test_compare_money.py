# SPDX-License-Identifier: MIT
"""Prices on the Compare page in the currency of the sheets, with rate and day to be seen."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY, catalog, model, price
from tests.window.compare.test_compare_page import page_of
from tests.window.conftest import MakeWindow, Present, Speak

PINNED = WindowState(
    pinned=tuple((name, "2026-01-01") for name in ("ours", "theirs")), page="compare"
)
DOLLARS = (price("2.50"), price("10", TokenCategory.OUTPUT))
EUROS = (price("2.30", currency="EUR"), price("9.20", TokenCategory.OUTPUT, currency="EUR"))


def priced(*of_each: tuple[Price, ...]) -> Catalog:
    named = zip(("ours", "theirs"), of_each, strict=True)
    return catalog(*(model(name, prices=prices) for name, prices in named))


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window(PINNED, current=CurrentCatalog(priced(DOLLARS, DOLLARS), TODAY))


def with_euros(make_window: MakeWindow, second: tuple[Price, ...]) -> MainWindow:
    return make_window(PINNED, current=CurrentCatalog(priced(EUROS, second), TODAY))


def inputs(page: ComparePage) -> list[str]:
    """Return what the line of input prices says."""
    for line, shown in enumerate(page.model.lines):
        if shown.row is not None and shown.row.key == "price:global:standard:short:input":
            return [str(page.model.index(line, column).data()) for column in range(2)]
    raise AssertionError("there is no line of input prices")


def state_rate(page: ComparePage, currency: str, rate: str = "", day: str = "") -> None:
    page.bar.money.currency.line().setText(currency)
    page.bar.money.rate.setText(rate)
    page.bar.money.day.setText(day)


def test_prices_are_in_dollars_and_nothing_is_said_of_it(window: MainWindow) -> None:
    page = page_of(window)
    assert inputs(page) == ["$2.50", "$2.50"]
    assert page.note.isHidden()
    assert not page.bar.money.rate.isVisible()


def test_a_stated_rate_converts_and_stands_there_with_its_day(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window)
    state_rate(page, "EUR", "0.92", "2026-11-20")
    qtbot.waitUntil(lambda: inputs(page) == ["€2.30", "€2.30"])
    assert "1 USD = 0.92 EUR, your rate of 20 Nov 2026" in page.note.text()
    assert page.note.isVisible()
    assert "€2.30" in page.charts.accessibleDescription()


def test_the_sheets_use_the_same_rate(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.92", "20.11.2026")
    assert window.wishes.now.conversion == page.order().conversion
    window.actions_by_name["export_sheet"].trigger()
    dialog = window.sheets.desk.dialog
    assert dialog is not None
    assert dialog.money.rate.text() == "0.92"


def test_a_rate_stated_in_the_dialog_shows_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        stated = replace(window.wishes.now, currency="CHF", rate="0.8", rate_for="CHF")
        window.wishes.keep(stated)
    assert inputs(page) == ["CHF\xa02.00", "CHF\xa02.00"]
    assert page.bar.money.currency.currentText() == "CHF"


def test_a_rate_that_makes_no_sense_is_told_and_changes_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.92")
    page.bar.money.rate.setText("a lot")
    assert "above zero" in page.note.text()
    assert inputs(page) == ["€2.30", "€2.30"]
    assert window.wishes.now.rate == "0.92"


def test_prices_of_the_catalogue_need_no_rate_and_what_it_lacks_is_unknown(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    page = page_of(with_euros(make_window, DOLLARS))
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR")
    assert inputs(page) == ["€2.30", "unknown"]
    assert "as the catalogue states them" in page.note.text()


def test_prices_of_the_catalogue_go_before_converted_ones(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    page = page_of(with_euros(make_window, DOLLARS))
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.5")
    assert inputs(page) == ["€2.30", "▲\xa0€1.25"]
    assert "others converted at 1 USD = 0.5 EUR" in page.note.text()


def test_a_currency_that_a_new_catalogue_lacks_is_told(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    current = CurrentCatalog(priced(EUROS, EUROS), TODAY)
    page = page_of(make_window(PINNED, current=current))
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR")
    current.show(priced(DOLLARS, DOLLARS))
    assert inputs(page) == ["unknown", "unknown"]
    assert "no prices in EUR and no rate is stated" in page.note.text()


def test_currency_and_rate_survive_a_restart(
    window: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.92", "2026-11-20")
    current = CurrentCatalog(priced(DOLLARS, DOLLARS), TODAY)
    again = page_of(make_window(window.state(), current=current))
    assert inputs(again) == ["€2.30", "€2.30"]
    assert again.bar.money.day.text() == "2026-11-20"


def test_a_projector_still_says_the_rate(
    window: MainWindow, present: Present, qtbot: QtBot
) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.92")
    page = page_of(present(window))
    assert page.bar.isHidden()
    assert page.note.isVisible()


def test_the_rate_is_told_in_german_too(window: MainWindow, speak: Speak, qtbot: QtBot) -> None:
    page = page_of(window)
    with qtbot.waitSignal(page.typing.timeout):
        state_rate(page, "EUR", "0.92", "2026-11-20")
    page = page_of(speak(window, "de"))
    assert "1 USD = 0,92 EUR" in page.note.text()
    assert "20.11.2026" in page.note.text()
    assert inputs(page) == ["2,30\xa0€", "2,30\xa0€"]
