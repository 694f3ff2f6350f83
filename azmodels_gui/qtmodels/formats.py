# SPDX-License-Identifier: MIT
"""Numbers, days and money as each language writes them.

Plain functions without Qt: a table paints hundreds of cells for one keystroke, and a
QLocale call costs several times as much as these.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""Between a figure and its unit, so that a line never ends between them."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_TO_GERMAN = str.maketrans(",.", ".,")


class Language(StrEnum):
    """A language of the program; the value is what `LocalText.in_language` takes."""

    ENGLISH = "en"
    GERMAN = "de"


def number(value: int | Decimal, language: Language) -> str:
    """Return a figure with its decimals as they are: `1,234.56`, `1.234,56`."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    return text.translate(_TO_GERMAN) if language is Language.GERMAN else text


def money(amount: Decimal, language: Language, currency: str = "USD") -> str:
    """Return an amount with at least two decimals, more where it has more.

    `$2.50`, `$0.0375`; `2,50 $`. Other currencies without a sign of their own in the
    program go by their code: `CHF 2.50`, `2,50 CHF`.
    """
    figure = number(_at_least_cents(amount), language)
    sign = _SIGNS.get(currency)
    if language is Language.GERMAN:
        return f"{figure}{NO_BREAK_SPACE}{sign or currency}"
    return f"{sign}{figure}" if sign else f"{currency}{NO_BREAK_SPACE}{figure}"


def percent(ratio: Decimal, language: Language, places: int = 0) -> str:
    """Return a ratio (1 is all) in percent: `85%`, `85 %`."""
    figure = number(round(ratio * 100, places), language)
    return f"{figure}{NO_BREAK_SPACE}%" if language is Language.GERMAN else f"{figure}%"


def day(value: date, language: Language) -> str:
    """Return a day: `22 Nov 2026`, `22.11.2026`."""
    if language is Language.GERMAN:
        return f"{value.day:02}.{value.month:02}.{value.year}"
    return f"{value.day}{NO_BREAK_SPACE}{_MONTHS[value.month - 1]}{NO_BREAK_SPACE}{value.year}"


def partial_day(text: str, language: Language) -> str:
    """Return a year, month or day, as exact as it is: `Aug 2025`, `08.2025`.

    Args:
        text: `2025`, `2025-08` or `2025-08-31`. Anything else comes back as it is.
    """
    try:
        if len(text) == len("2025-08-31"):
            return day(date.fromisoformat(text), language)
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    if language is Language.GERMAN:
        return f"{first.month:02}.{first.year}"
    return f"{_MONTHS[first.month - 1]}{NO_BREAK_SPACE}{first.year}"


def _at_least_cents(amount: Decimal) -> Decimal:
    """Drop zeros at the end, but never below two decimals."""
    plain = amount.normalize()
    exponent = plain.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > -2:
        return amount.quantize(Decimal("0.01"))
    return plain
