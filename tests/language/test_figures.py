# SPDX-License-Identifier: MIT
"""Figures are written and read as each language does, and nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.language import figures
from azmodels_gui.language.figures import read_day, read_last_day, read_number

decimals = st.decimals(
    min_value=Decimal(-10) ** 9, max_value=Decimal(10) ** 9, places=4, allow_nan=False
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("1.234,5", "de", "1234.5", id="German groups and parts"),
        pytest.param("1,234.5", "en", "1234.5", id="English groups and parts"),
        pytest.param("1.000", "de", "1000", id="a German group"),
        pytest.param("1,000", "en", "1000", id="an English group"),
        pytest.param("12,5", "de", "12.5", id="German parts"),
        pytest.param("0,175", "de", "0.175", id="after a zero three digits are parts"),
        pytest.param("1,125", "de", "1.125", id="a price with three places"),
        pytest.param("1 000 000", "de", "1000000", id="spaces as groups"),
        pytest.param("1\N{NARROW NO-BREAK SPACE}000", "en", "1000", id="pasted narrow spaces"),
        pytest.param("-3,5", "de", "-3.5", id="below zero"),
        pytest.param(" 42 ", "en", "42", id="space around"),
        pytest.param("0.92", "de", None, id="never 92"),
        pytest.param("12.5", "de", None, id="never 125"),
        pytest.param("0.175", "de", None, id="no group begins with zero"),
        pytest.param("12,5", "en", None, id="a German figure in English"),
        pytest.param("1.000", "en", None, id="one or a thousand?"),
        pytest.param("1,250", "de", None, id="one and a quarter or 1250?"),
        pytest.param("1.5000,0", "de", None, id="groups have three digits"),
        pytest.param("1e6", "en", None, id="no exponents"),
        pytest.param("15 %", "de", None, id="a unit is no figure"),
        pytest.param("٣", "en", None, id="Arabic digits"),
        pytest.param("１２", "en", None, id="full-width digits"),
        pytest.param("", "en", None, id="nothing"),
        pytest.param("9" * 50, "en", None, id="too long"),
    ],
)
def test_numbers_are_read_by_language_or_not_at_all(
    text: str, language: str, expected: str | None
) -> None:
    found = read_number(text, language)
    assert found == (None if expected is None else Decimal(expected))


def test_a_whole_number_has_no_parts() -> None:
    assert read_number("1,125", "de", whole=True) is None
    assert read_number("12,5", "de", whole=True) is None
    assert read_number("12,00", "de", whole=True) == 12
    assert read_number("1.125", "de", whole=True) == 1_125


@given(decimals, st.sampled_from(["en", "de"]))
def test_what_is_written_is_read_back_or_refused(value: Decimal, language: str) -> None:
    assert read_number(figures.number(value, language, 4), language) == value
    assert read_number(figures.number(value, language), language) in {value, None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2026-11-22", date(2026, 11, 22), id="ISO 8601"),
        pytest.param("22.11.2026", date(2026, 11, 22), id="German"),
        pytest.param("1. 3. 2026", date(2026, 3, 1), id="with spaces"),
        pytest.param("31.02.2026", None, id="no such day"),
        pytest.param("11/22/2026", None, id="which is the month?"),
    ],
)
def test_days_are_read(text: str, expected: date | None) -> None:
    assert read_day(text) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "english", "german"),
    [
        pytest.param("1234.5", "USD", "$1,234.50", "1.234,50 $", id="dollars"),
        pytest.param("0.125", "EUR", "€0.13", "0,13 €", id="half a cent goes up"),
        pytest.param("2", "CHF", "CHF 2.00", "2,00 CHF", id="by its code"),
    ],
)
def test_money(amount: str, currency: str, english: str, german: str) -> None:
    assert figures.money(Decimal(amount), currency, "en") == english
    assert figures.money(Decimal(amount), currency, "de") == german


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("31.07.2027", "de", date(2027, 7, 31), id="a day"),
        pytest.param("2027-07-30", "en", date(2027, 7, 30), id="a day as files have it"),
        pytest.param("07/2027", "de", date(2027, 7, 31), id="a month by its last day"),
        pytest.param("2.2028", "de", date(2028, 2, 29), id="a month in a leap year"),
        pytest.param("2027-07", "en", date(2027, 7, 31), id="a month as files have it"),
        pytest.param("July 2027", "en", date(2027, 7, 31), id="a month by its name"),
        pytest.param("Jul. 2027", "en", date(2027, 7, 31), id="a month in short"),
        pytest.param("Mai 2027", "de", date(2027, 5, 31), id="a month by its German name"),
        pytest.param("Mai 2027", "en", None, id="in another language"),
        pytest.param("2027", "en", date(2027, 12, 31), id="a year"),
        pytest.param("13/2027", "en", None, id="no month"),
        pytest.param("0000", "en", None, id="no year"),
        pytest.param("soon", "en", None, id="a word"),
    ],
)
def test_a_month_or_year_is_read_as_its_last_day(
    text: str, language: str, expected: date | None
) -> None:
    assert read_last_day(text, language) == expected
