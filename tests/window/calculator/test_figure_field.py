# SPDX-License-Identifier: MIT
"""Figures are typed by keys: what is wrong is marked and changes nothing."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.language.figures import read_number
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.theme import Theme

BEFORE = Decimal(7)
RATE, PRICE = "exchange_rate", "input_price"
TOKENS, PERCENT = "input_tokens", "average_percent"
BOUNDS = {
    RATE: Bounds(0, 1_000_000, places=6),
    PRICE: Bounds(0, 1_000_000, places=4),
    TOKENS: Bounds(0, 9_999_999),
    PERCENT: Bounds(0, 100, places=1),
}


class Fields(QWidget):
    """One field of each kind, and another to go to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.by_name = {name: FigureField(bounds, theme) for name, bounds in BOUNDS.items()}
        self.by_name[PERCENT].set_unit("%")
        self.other = FigureField(BOUNDS[TOKENS], theme)
        for field in (*self.by_name.values(), self.other):
            column.addWidget(field)

    def begin(self, name: str, language: str) -> FigureField:
        """Return a field of a language with the keyboard in it, 7 on show and selected."""
        field = self.by_name[name]
        self.leave()
        field.set_language(language)
        field.show_figure(BEFORE + 1)
        field.show_figure(BEFORE)
        field.setFocus()
        field.selectAll()
        return field

    def leave(self) -> None:
        self.other.setFocus()


@pytest.fixture
def fields(qtbot: QtBot, theme: Theme) -> Fields:
    made = Fields(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def typed(fields: Fields, name: str, language: str, text: str) -> FigureField:
    field = fields.begin(name, language)
    QTest.keyClicks(field, text)
    fields.leave()
    return field


WRONG = [
    pytest.param("de", RATE, "0.92", "0,92", id="German rate 0.92 was 92"),
    pytest.param("de", PRICE, "0.175", "0,175", id="German price 0.175 was 175"),
    pytest.param("de", PRICE, "12.5", "12,5", id="German 12.5 was 125"),
    pytest.param("de", PERCENT, "0.5", "0,5", id="German percent 0.5 was 5"),
    pytest.param("de", TOKENS, "1.5", "1,5", id="German tokens 1.5 was 15"),
    pytest.param("de", PRICE, "1,000", "1 oder 1.000", id="German 1,000 was 1"),
    pytest.param("de", TOKENS, "1,000", "1 oder 1.000", id="German tokens 1,000 was 1"),
    pytest.param("en", PRICE, "12,5", "12.5", id="English 12,5 was 125"),
    pytest.param("en", PRICE, "1.000", "1 or 1,000", id="English 1.000 was 1"),
    pytest.param("en", TOKENS, "1e6", "1,234.5", id="English 1e6 was 16"),
    pytest.param("de", TOKENS, "1e6", "1.234,5", id="German 1e6 was 16"),
    pytest.param("en", PERCENT, "150", "100", id="English 150 % was 15"),
    pytest.param("de", PERCENT, "150", "100", id="German 150 % was 15"),
    pytest.param("en", TOKENS, "99999999999", "9,999,999", id="English too many"),
    pytest.param("de", TOKENS, "99999999999", "9.999.999", id="German too many"),
    pytest.param("en", RATE, "0.1234567", "6", id="more places than the field has"),
    pytest.param("en", PRICE, "-1", "0", id="below zero"),
]


@pytest.mark.parametrize(("language", "name", "text", "told"), WRONG)
def test_what_is_wrong_marks_the_field_and_changes_nothing(
    fields: Fields, language: str, name: str, text: str, told: str
) -> None:
    field = typed(fields, name, language, text)
    assert field.figure() == BEFORE
    assert field.cleanText().startswith(text)
    assert told in field.fault
    assert field.accessibleDescription() == field.fault
    assert field.fault.split()[0] in field.toolTip()


@pytest.mark.parametrize(
    ("language", "name", "text", "figure"),
    [
        pytest.param("de", RATE, "0,92", "0.92", id="German rate"),
        pytest.param("de", PRICE, "0,175", "0.175", id="German price"),
        pytest.param("de", TOKENS, "1.000", "1000", id="a German group"),
        pytest.param("en", TOKENS, "1,000", "1000", id="an English group"),
        pytest.param("en", PRICE, "12.5", "12.5", id="English parts"),
        pytest.param("en", PERCENT, "85.5", "85.5", id="a share"),
    ],
)
def test_a_number_is_taken_as_it_is_typed(
    fields: Fields, language: str, name: str, text: str, figure: str
) -> None:
    field = typed(fields, name, language, text)
    assert (field.figure(), field.fault, field.toolTip()) == (Decimal(figure), "", "")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_number_with_a_space_can_be_pasted(fields: Fields, language: str) -> None:
    field = fields.begin(TOKENS, language)
    QGuiApplication.clipboard().setText("1 000")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.figure() == 1000


def test_a_mark_stays_until_it_is_corrected(fields: Fields) -> None:
    field = typed(fields, PRICE, "de", "0.92")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.fault
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0,92")
    assert (field.figure(), field.fault, field.accessibleDescription()) == (Decimal("0.92"), "", "")


def test_a_figure_from_elsewhere_takes_the_mark_away(fields: Fields) -> None:
    field = typed(fields, PRICE, "de", "0.92")
    field.show_figure(Decimal("1.5"))
    assert (field.figure(), field.fault, field.cleanText()) == (Decimal("1.5"), "", "1,50")


def test_an_arrow_key_first_shows_the_figure_from_before(fields: Fields) -> None:
    field = typed(fields, PRICE, "de", "0.92")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (field.figure(), field.fault, field.cleanText()) == (BEFORE, "", "7,00")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.figure() == BEFORE + 1


def test_nothing_at_all_is_refused_where_there_must_be_something(
    qtbot: QtBot, theme: Theme
) -> None:
    field = FigureField(Bounds(0, 100, places=9, least=0, above=True), theme)
    qtbot.addWidget(field)
    field.show_figure(BEFORE)
    for text, figure, wrong in (("0", BEFORE, True), ("0.000000001", Decimal("1e-9"), False)):
        field.lineEdit().setText(text)
        assert (field.figure(), bool(field.fault)) == (figure, wrong)


def test_the_unit_is_told_beside_the_figure_and_may_be_pasted_with_it(fields: Fields) -> None:
    field = typed(fields, PERCENT, "en", "85.5 %")
    assert (field.figure(), field.fault) == (Decimal("85.5"), "")
    assert field.cleanText() == "85.5"
    assert field.accessibleDescription() == "%"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    text=st.text("0123456789.,' -+e%", max_size=12),
    language=st.sampled_from(["en", "de"]),
    name=st.sampled_from(sorted(BOUNDS)),
)
def test_whatever_is_typed_is_read_as_a_number_or_marked(
    fields: Fields, text: str, language: str, name: str
) -> None:
    field = typed(fields, name, language, text)
    if field.fault:
        assert field.figure() == BEFORE
    else:
        whole = not BOUNDS[name].places
        read = text.strip().removesuffix("%")
        assert field.figure() == (
            read_number(read, language, whole=whole) if text.strip() else BEFORE
        )


def test_the_page_reckons_on_with_the_figure_from_before(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    calculator_window.activateWindow()
    field = page.panel.fields["requests_per_minute"]
    assert isinstance(field, FigureField)
    before = page.inputs
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1e6")
    page.panel.fields["input_tokens"].setFocus()
    assert page.inputs == before
    assert field.fault
