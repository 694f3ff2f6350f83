# SPDX-License-Identifier: MIT
"""Numbers, days and money as each language writes them.

Plain functions without Qt: a table paints hundreds of cells for one keystroke, and a
QLocale call costs several times as much as these.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from azmodels_gui.calculator import figures

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""Between a figure and its unit, so that a line never ends between them."""

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
    return _kept_together(figures.unit_price(amount, currency, language))


def whole_money(amount: Decimal, language: Language, currency: str = "USD") -> str:
    """Return a large amount without cents: `$11,000`, `11.000 $`."""
    return _kept_together(figures.whole_money(amount, currency, language))


def percent(ratio: Decimal, language: Language, places: int = 0) -> str:
    """Return a ratio (1 is all) in percent: `85%`, `85 %`."""
    figure = number(round(ratio * 100, places), language)
    return f"{figure}{NO_BREAK_SPACE}%" if language is Language.GERMAN else f"{figure}%"


def coordinates(latitude: float, longitude: float, language: Language) -> str:
    """Return degrees with the quarter of the globe: `40.43° N, 3.70° W`, `40,43° N, 3,70° W`."""
    east = "O" if language is Language.GERMAN else "E"
    told = []
    for value, letter in (
        (latitude, "N" if latitude >= 0 else "S"),
        (longitude, east if longitude >= 0 else "W"),
    ):
        told.append(f"{number(Decimal(f'{abs(value):.2f}'), language)}° {letter}")
    return ", ".join(told)


def day(value: date, language: Language) -> str:
    """Return a day: `22 Nov 2026`, `22.11.2026`."""
    return _kept_together(figures.day(value, language))


def partial_day(text: str, language: Language) -> str:
    """Return a year, month or day, as exact as it is: `Aug 2025`, `08/2025`.

    Args:
        text: `2025`, `2025-08` or `2025-08-31`. Anything else comes back as it is.
    """
    return _kept_together(figures.partial_day(text, language))


def _kept_together(text: str) -> str:
    return text.replace(" ", NO_BREAK_SPACE)
