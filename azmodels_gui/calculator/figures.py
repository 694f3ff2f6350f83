# SPDX-License-Identifier: MIT
"""Numbers, money and days as English and German write them."""

from decimal import Decimal

from azmodels_gui.calculator.exact import Number, to_cents, to_places
from azmodels_gui.catalog.day_words import day as day
from azmodels_gui.catalog.day_words import partial_day as partial_day

_GERMAN = str.maketrans(",.", ".,")
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Signs of currencies; others go by their code."""


def number(value: Number, language: str, places: int | None = None) -> str:
    """Return a number with separators: 1,234.5 or 1.234,5.

    Args:
        value: the number.
        language: "de", or anything else for English.
        places: digits after the point; None: as many as it has.
    """
    exact = Decimal(value) if places is None else to_places(Decimal(value), places)
    text = f"{exact:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_GERMAN) if language == "de" else text


def money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount rounded to cents: $1,234.50 or 1.234,50 $; other currencies by code."""
    text = number(to_cents(amount), language, 2)
    sign = "$" if currency == "USD" else currency
    if language == "de":
        return f"{text} {sign}"
    return f"{sign}{text}" if sign == "$" else f"{text} {sign}"


def unit_price(amount: Decimal, currency: str, language: str) -> str:
    """Return a price with all its places, at least cents: $2.50, $0.0375, 2,50 €, CHF 2.50."""
    plain = f"{amount.normalize():f}"
    places = max(2, len(plain.partition(".")[2]))
    return _with_currency(number(amount, language, places), currency, language)


def whole_money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount rounded to whole units: $11,000, 11.000 €, CHF 11,000."""
    return _with_currency(number(amount, language, 0), currency, language)


def _with_currency(text: str, currency: str, language: str) -> str:
    sign = CURRENCY_SIGNS.get(currency)
    if language == "de":
        return f"{text} {sign or currency}"
    return f"{sign}{text}" if sign else f"{currency} {text}"


def percent(ratio: Decimal, language: str, places: int = 1) -> str:
    """Return a share as percent: 84.8% or 84,8 %."""
    text = number(ratio * 100, language, places)
    return f"{text} %" if language == "de" else f"{text}%"
