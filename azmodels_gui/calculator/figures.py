# SPDX-License-Identifier: MIT
"""Numbers, money and days as English and German write them."""

from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.exact import Number, to_cents, to_places

_GERMAN = str.maketrans(",.", ".,")
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Signs of currencies; others go by their code."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def day(value: date, language: str) -> str:
    """Return a day: 22 Nov 2026 or 22.11.2026."""
    if language == "de":
        return f"{value:%d.%m.%Y}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def partial_day(text: str, language: str) -> str:
    """Return a year, month or day, as exact as it is: Aug 2025, 08.2025.

    Args:
        text: `2025`, `2025-08` or `2025-08-31`. Anything else comes back as it is.
        language: "de", or anything else for English.
    """
    try:
        if len(text) == len("2025-08-31"):
            return day(date.fromisoformat(text), language)
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    if language == "de":
        return f"{first.month:02}.{first.year}"
    return f"{_MONTHS[first.month - 1]} {first.year}"
