# SPDX-License-Identifier: MIT
"""Ranges are typed as people write numbers, and mistakes are shown, not guessed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import RANGES, Asked, CatalogQuery
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.filter_panel import (
    DAYS_AHEAD,
    DayField,
    FilterPanel,
    RangeField,
    read_number,
)
from azmodels_gui.window.theme import Theme
from tests.builders import TODAY
from tests.window.samples import sample_catalog

EN, DE = "en", "de"


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        pytest.param("128000", EN, "128000", id="plain digits"),
        pytest.param("128,000", EN, "128000", id="English grouping"),
        pytest.param("128.000", DE, "128000", id="German grouping"),
        pytest.param("2.50", EN, "2.50", id="English decimals"),
        pytest.param("2,50", DE, "2.50", id="German decimals"),
        pytest.param("128k", EN, "128000", id="thousands in short"),
        pytest.param("1,5 Mio.", DE, "1500000.0", id="millions in German"),
        pytest.param(" 1M ", EN, "1000000", id="millions with spaces around"),
        pytest.param("128 000", EN, "128000", id="spaces between groups"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(text: str, language: str, number: str) -> None:
    assert read_number(text, language) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("many", id="a word"),
        pytest.param("-5", id="a negative number"),
        pytest.param("1.2.3", id="two decimal points"),
        pytest.param("5 parsecs", id="an unknown unit"),
        pytest.param("1e9", id="an exponent"),
        pytest.param("9" * 30, id="a number without end"),
        pytest.param("٣", id="a digit of another script"),
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text, EN) is None


def make_field(qtbot: QtBot, theme: Theme, language: str = EN) -> RangeField:
    field = RangeField(RANGES[Asked.PRICE], theme, language)
    qtbot.addWidget(field)
    return field


def test_typing_tells_both_ends(qtbot: QtBot, theme: Theme) -> None:
    field = make_field(qtbot, theme)
    field.set_range(None, 10)
    with qtbot.waitSignal(field.range_changed) as told:
        field.low.setText("5")
        field.low.textEdited.emit("5")
    assert told.args == [Decimal(5), Decimal(10)]


def test_a_mistake_changes_nothing_and_is_named(qtbot: QtBot, theme: Theme) -> None:
    field = make_field(qtbot, theme)
    field.low.setText("lots")
    with qtbot.assertNotEmitted(field.range_changed):
        field.low.textEdited.emit("lots")
    assert field.low.toolTip() == "lots is no number such as 1,234.5."
    assert field.low.accessibleDescription() == field.low.toolTip()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(DE, "1.5", id="German 1.5 was 15"),
        pytest.param(DE, "1,000", id="German 1,000 was 1"),
        pytest.param(EN, "12,5", id="English 12,5 was 125"),
        pytest.param(EN, "1.000", id="English 1.000 was 1"),
        pytest.param(EN, "1 5", id="a space between two figures"),
    ],
)
def test_what_is_typed_and_no_number_leaves_the_range_as_it_was(
    qtbot: QtBot, theme: Theme, language: str, text: str
) -> None:
    field = make_field(qtbot, theme, language)
    told: list[tuple[object, object]] = [(7, None)]
    field.range_changed.connect(lambda low, high: told.append((low, high)))
    field.range_changed.connect(field.set_range)  # as the panel does
    field.set_range(7, None)
    field.show()
    field.activateWindow()
    field.low.setFocus()
    field.low.selectAll()
    QTest.keyClicks(field.low, text)
    field.high.setFocus()
    assert told[-1] == (7, None)
    assert field.low.text() == text
    assert field.low.toolTip()


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        pytest.param(EN, "0.175", 7, id="0.175 was 75"),
        pytest.param(EN, "1.5", 7, id="1.5 was 1"),
        pytest.param(EN, "1.5m", 1_500_000, id="1.5m was 1m"),
        pytest.param(DE, "1,5 Mio.", 1_500_000, id="German millions"),
        pytest.param(EN, "1.2345k", 7, id="a part of a token"),
    ],
)
def test_whole_numbers_are_not_rounded_while_they_are_typed(
    qtbot: QtBot, theme: Theme, language: str, text: str, low: int
) -> None:
    panel = FilterPanel(FacetTreeModel(CatalogIndex(sample_catalog(), TODAY)), theme, language)
    qtbot.addWidget(panel)
    panel.query_asked.connect(panel.set_query)
    panel.set_query(CatalogQuery(min_context_tokens=7))
    asked: list[CatalogQuery] = [CatalogQuery(min_context_tokens=7)]
    panel.query_asked.connect(asked.append)
    panel.show()
    panel.activateWindow()
    field = panel.ranges[Asked.CONTEXT].low
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    assert field.text() == text
    assert asked[-1].min_context_tokens == low
    assert bool(field.toolTip()) == (low == 7)


def test_a_range_from_outside_keeps_letters_that_mean_the_same(qtbot: QtBot, theme: Theme) -> None:
    field = make_field(qtbot, theme)
    field.low.setText("128k")
    field.set_range(128_000, None)
    assert field.low.text() == "128k"
    field.set_range(64_000, None)
    assert field.low.text() == "64,000"
    field.set_range(None, None)
    assert field.low.text() == ""


def test_numbers_are_shown_as_the_language_writes_them(qtbot: QtBot, theme: Theme) -> None:
    field = make_field(qtbot, theme, DE)
    field.set_range(128_000, None)
    assert field.low.text() == "128.000"


def make_day_field(qtbot: QtBot, theme: Theme, language: str = EN) -> DayField:
    field = DayField(RANGES[Asked.RETIREMENT], theme, language, lambda: TODAY)
    qtbot.addWidget(field)
    return field


def test_a_month_is_asked_for_by_its_last_day(qtbot: QtBot, theme: Theme) -> None:
    field = make_day_field(qtbot, theme)
    told: list[object] = []
    field.range_changed.connect(lambda low, _high: told.append(low))
    QTest.keyClicks(field.low, "07/2027")
    assert told == [date(2027, 7, 31)]
    field.set_range(date(2027, 7, 31), None)
    assert field.low.text() == "07/2027", "the letters of the user stay"
    field.set_range(date(2028, 2, 29), None)
    assert field.low.text().split() == ["29", "Feb", "2028"]


def test_what_is_no_day_is_marked_and_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    field = make_day_field(qtbot, theme)
    with qtbot.assertNotEmitted(field.range_changed):
        QTest.keyClicks(field.low, "soon")
    assert "07/2027" in field.low.toolTip()


def test_days_ahead_are_one_click_and_a_second_takes_them_back(qtbot: QtBot, theme: Theme) -> None:
    field = make_day_field(qtbot, theme)
    field.range_changed.connect(field.set_range)  # as the panel does
    for days, button in zip(DAYS_AHEAD, field.ahead, strict=True):
        with qtbot.waitSignal(field.range_changed) as told:
            button.click()
        assert told.args == [TODAY + timedelta(days=days), None]
        assert [each.isChecked() for each in field.ahead].count(True) == 1
    with qtbot.waitSignal(field.range_changed) as told:
        field.ahead[-1].click()
    assert told.args == [None, None]
    assert field.low.text() == ""


def test_days_ahead_of_the_last_days_are_the_last(qtbot: QtBot, theme: Theme) -> None:
    field = DayField(RANGES[Asked.RETIREMENT], theme, EN, lambda: date.max)
    qtbot.addWidget(field)
    field.set_range(TODAY, None)
    with qtbot.waitSignal(field.range_changed) as told:
        field.ahead[0].click()
    assert told.args == [date.max, None]
