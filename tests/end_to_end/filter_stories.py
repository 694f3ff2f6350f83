# SPDX-License-Identifier: MIT
"""Questions of a meeting put to the filters; each action of the user is counted."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from time import monotonic

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.query import Asked, CatalogQuery
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.models.facet_view import FacetView

TIMEOUT_S = 10


def chat_in_the_eu_per_token(opened: Opened) -> None:
    """From a fresh window: chat models processed in the EU per token, with price; 3 actions."""
    window = opened.window
    filters = window.models.panel.view
    _click(filters, "Chat and customer support")  # 1
    _click(filters, "EU data zone")  # 2
    _click(filters, "Pay as you go")  # 3
    asked = window.history.query
    assert asked.use_cases == frozenset({"chat-support"})
    assert asked.data_zones == frozenset({"EU"})
    assert {"DataZoneStandard", "Standard"} <= asked.deployment_types
    table = window.models.table
    assert table.result.count >= 5
    price = COLUMN_NUMBERS["input_price"]
    (row,) = table.rows_of([("gpt-5-mini", "2025-08-07")])
    assert "0.275" in table.cell(row, price).shown
    # With nothing selected, the advice on the use case stands beside the table.
    _wait_until(lambda: window.models.details.advice is not None)
    advice = window.models.details.advice
    assert advice is not None
    assert advice.isVisible()
    assert "Begin with" in advice.toPlainText()
    assert "gpt-5-chat (retired) → " in advice.toPlainText()


def lasting_long_and_cheap(opened: Opened) -> None:
    """GA, retires after July 2027, context from 400k, input below 2 $; 4 actions."""
    window = opened.window
    panel = window.models.panel
    _click(panel.view, "Generally available")  # 1
    _type(panel.view, panel.ranges[Asked.RETIREMENT].low, "07/2027")  # 2
    _type(panel.view, panel.ranges[Asked.CONTEXT].low, "400k")  # 3
    _type(panel.view, panel.ranges[Asked.PRICE].high, "2")  # 4
    assert window.history.query == CatalogQuery(
        stages=frozenset({"generally_available"}),
        retires_after=date(2027, 7, 31),
        min_context_tokens=400_000,
        max_input_price=Decimal(2),
        usable_only=True,
    )
    found = window.models.table.result
    entries = [window.index.entries[row] for row in found.rows()]
    assert entries
    for entry in entries:
        retirement = entry.version.lifecycle.retirement_date
        assert retirement is not None
        assert retirement > date(2027, 7, 31)
    assert found.unknown, "what has no date, window or price is counted apart"
    assert not {each.key for each in entries} & {
        window.index.entries[row].key for row in found.unknown_by_rank()
    }


def gpt_5_2_in_germany_west_central(opened: Opened) -> None:
    """Is gpt-5.2 offered in Germany West Central, and how; 3 actions: words, and two clicks."""
    window = opened.window
    QTest.keyClicks(window.page_bar.search, "gpt-5.2")  # 1
    _wait_until(lambda: window.models.view.selected_keys() == [("gpt-5.2", "2025-12-11")])
    _click(window.models.panel.view, "Germany West Central")  # 2
    table = window.models.table
    (row,) = table.rows_of([("gpt-5.2", "2025-12-11")])
    marks = table.cell(row, COLUMN_NUMBERS["processing"]).marks
    assert [(mark.sign, mark.known) for mark in marks or ()] == [
        ("regional", Availability.NOT_OFFERED),
        ("data_zone", Availability.OFFERED),
        ("global", Availability.OFFERED),
    ]
    details = window.models.details.full
    place = next(n for n, pane in enumerate(details.panes) if pane.key == "availability")
    bar = details.tabs.tabBar()
    tab = bar.tabRect(place).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=tab)  # 3
    assert details.pane_key() == "availability"
    assert details.panes[place].texts()[0] == "Offered in Germany West Central"


def found_by_a_sloppy_name(opened: Opened) -> None:
    """Find gpt-5-mini without knowing how it is written; 1 action."""
    window = opened.window
    QTest.keyClicks(window.page_bar.search, "gtp 5 mini")  # 1
    _wait_until(lambda: window.models.view.selected_keys() == [("gpt-5-mini", "2025-08-07")])
    details = window.models.details.full
    _wait_until(lambda: details.name.text() == "gpt-5-mini")


def _wait_until(reached: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    started = monotonic()
    while not reached() and monotonic() - started < TIMEOUT_S:
        QApplication.processEvents()
    assert reached()


def _click(view: FacetView, words: str) -> None:
    """Scroll to a row of the filters and click it."""
    index = _named(view, words, QModelIndex())
    assert index is not None, words
    view.scrollTo(index)
    place = QPoint(view.visualRect(index).center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _named(view: FacetView, words: str, parent: QModelIndex) -> QModelIndex | None:
    """Return the row on show that says these words."""
    model = view.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if index.data() == words and view.visualRect(index).isValid():
            return index
        found = _named(view, words, index)
        if found is not None:
            return found
    return None


def _type(view: FacetView, field: QLineEdit, words: str) -> None:
    """Click a field among the filters and type."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, words)
