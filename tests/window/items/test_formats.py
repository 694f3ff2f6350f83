# SPDX-License-Identifier: MIT
"""Figures as each language writes them. A no-break space stands before a unit."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.language.figures import coordinates
from azmodels_gui.window.formats import day, money, number, partial_day, percent

EN, DE = "en", "de"


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        pytest.param(0, "0", "0", id="nothing"),
        pytest.param(999, "999", "999", id="no group"),
        pytest.param(1_047_576, "1,047,576", "1.047.576", id="groups of three"),
        pytest.param(-12, "-12", "-12", id="below zero"),
        pytest.param(Decimal("1234.56"), "1,234.56", "1.234,56", id="decimals"),
        pytest.param(Decimal("1E+3"), "1,000", "1.000", id="no exponent"),
        pytest.param(Decimal("0.000001"), "0.000001", "0,000001", id="small, no exponent"),
    ],
)
def test_numbers(value: int | Decimal, english: str, german: str) -> None:
    assert (number(value, EN), number(value, DE)) == (english, german)


@pytest.mark.parametrize(
    ("amount", "currency", "english", "german"),
    [
        pytest.param("2.5", "USD", "$2.50", "2,50\xa0$", id="two decimals at least"),
        pytest.param("0.0375", "USD", "$0.0375", "0,0375\xa0$", id="as many as it has"),
        pytest.param("2.500", "USD", "$2.50", "2,50\xa0$", id="no zeros at the end"),
        pytest.param("1200", "USD", "$1,200.00", "1.200,00\xa0$", id="groups"),
        pytest.param("0", "USD", "$0.00", "0,00\xa0$", id="nothing"),
        pytest.param("3", "EUR", "€3.00", "3,00\xa0€", id="euro"),
        pytest.param("3", "CHF", "CHF\xa03.00", "3,00\xa0CHF", id="by its code"),
    ],
)
def test_money(amount: str, currency: str, english: str, german: str) -> None:
    found = [money(Decimal(amount), language, currency) for language in (EN, DE)]
    assert found == [english, german]


def test_days() -> None:
    assert day(date(2026, 3, 5), EN) == "5\xa0Mar\xa02026"
    assert day(date(2026, 3, 5), DE) == "05.03.2026"


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        pytest.param("2025", "2025", "2025", id="a year"),
        pytest.param("2025-08", "Aug\xa02025", "08/2025", id="a month"),
        pytest.param("2025-08-31", "31\xa0Aug\xa02025", "31.08.2025", id="a day"),
        pytest.param("2025-13", "2025-13", "2025-13", id="no such month comes back as it is"),
        pytest.param("2025-02-30", "2025-02-30", "2025-02-30", id="no such day neither"),
    ],
)
def test_a_date_is_shown_as_exact_as_it_is(text: str, english: str, german: str) -> None:
    assert (partial_day(text, EN), partial_day(text, DE)) == (english, german)


def test_percent() -> None:
    assert percent(Decimal("0.85"), EN) == "85%"
    assert percent(Decimal("0.85"), DE) == "85\xa0%"
    assert percent(Decimal("2.8054"), DE, places=1) == "280,5\xa0%"


@pytest.mark.parametrize(
    ("latitude", "longitude", "english", "german"),
    [
        pytest.param(40.4259, -3.7, "40.43° N, 3.70° W", "40,43° N, 3,70° W", id="west of 0"),
        pytest.param(50.11, 8.68, "50.11° N, 8.68° E", "50,11° N, 8,68° O", id="east of 0"),
        pytest.param(-35.3, 149.0, "35.30° S, 149.00° E", "35,30° S, 149,00° O", id="south"),
        pytest.param(0.0, 0.0, "0.00° N, 0.00° E", "0,00° N, 0,00° O", id="where both are 0"),
    ],
)
def test_coordinates_name_the_quarter_of_the_globe(
    latitude: float, longitude: float, english: str, german: str
) -> None:
    assert coordinates(latitude, longitude, EN) == english
    assert coordinates(latitude, longitude, DE) == german
