# SPDX-License-Identifier: MIT
"""Days as English and German write them: the one formatter of dates that people read."""

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date, language: str) -> str:
    """Return a day: 22 Nov 2026 or 22.11.2026."""
    if language == "de":
        return f"{value:%d.%m.%Y}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def partial_day(text: str, language: str) -> str:
    """Return a year, month or day, as exact as it is: Aug 2025, 08/2025.

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
        return f"{first.month:02}/{first.year}"
    return f"{_MONTHS[first.month - 1]} {first.year}"
