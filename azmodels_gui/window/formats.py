# SPDX-License-Identifier: MIT
"""Figures as the window shows them: those of `language.figures`, which no line break separates."""

from datetime import date
from decimal import Decimal

from azmodels_gui.language import figures
from azmodels_gui.language.figures import kept_together


def number(value: int | Decimal, language: str) -> str:
    """Return a figure with its decimals as they are: `1,234.50`, `1.234,50`."""
    return figures.number(value, language, figures.places_of(value))


def money(amount: Decimal, language: str, currency: str = "USD") -> str:
    """Return an amount with at least two decimals, more where it has more: `$0.0375`."""
    return kept_together(figures.unit_price(amount, currency, language))


def whole_money(amount: Decimal, language: str, currency: str = "USD") -> str:
    """Return a large amount without cents: `$11,000`, `11.000 $`."""
    return kept_together(figures.whole_money(amount, currency, language))


def percent(ratio: Decimal, language: str, places: int = 0) -> str:
    """Return a ratio (1 is all) in percent: `85%`, `85 %`."""
    return kept_together(figures.percent(ratio, language, places))


def day(value: date, language: str) -> str:
    """Return a day: `22 Nov 2026`, `22.11.2026`."""
    return kept_together(figures.day(value, language))


def partial_day(text: str, language: str) -> str:
    """Return a year, month or day, as exact as it is: `Aug 2025`, `08/2025`."""
    return kept_together(figures.partial_day(text, language))
