# SPDX-License-Identifier: MIT
"""What one table cell says: token numbers, dates, months, lists of bullets."""

import re
from datetime import date, datetime

NOTHING = frozenset({"", "-", "—", "–", "n/a", "none", "unknown"})
"""How the pages write that there is nothing to say."""

FOOTNOTE = re.compile(r"\s*(<sup>[^<]*</sup>|\^[^^]*\^)")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+|\d+")
SHORTENED = re.compile(r"(\d+)([KM])")
SHORT_FOR = {"K": 1_000, "M": 1_000_000}
DAY_FORMATS = ("%Y-%m-%d", "%B %d, %Y", "%b %d, %Y")
MONTH_FORMATS = ("%Y-%m", "%B %Y", "%b %Y")


class UnreadableCell(ValueError):
    """The cell holds something, but not what its column promises; the text is the cell's."""


def without_footnotes(text: str) -> str:
    """Return the text without footnote marks (`<sup>1</sup>`, `^1^`), trimmed."""
    return FOOTNOTE.sub("", text).strip()


def name_in(cell: str) -> str:
    """Return the cell's text on one line, without footnote marks."""
    return " ".join(without_footnotes(cell).split())


def says_nothing(cell: str) -> bool:
    """Tell whether the cell is empty or holds a dash."""
    return without_footnotes(cell).casefold() in NOTHING


def bullets(cell: str) -> list[str]:
    """Return the lines of a cell without bullet marks and empty lines."""
    lines = (line.strip().removeprefix("-").strip() for line in cell.split("\n"))
    return [line for line in lines if line]


def read_tokens(text: str) -> int | None:
    """Return a number of tokens; None where the cell says nothing.

    Raises:
        UnreadableCell: no whole number, or one grouped wrongly such as `128,00`, of which
            nobody can say whether a digit is missing or a comma is too many.
    """
    if says_nothing(text):
        return None
    number = without_footnotes(text).removesuffix("tokens").strip()
    if short := SHORTENED.fullmatch(number):
        return int(short[1]) * SHORT_FOR[short[2]]
    if not GROUPED.fullmatch(number):
        raise UnreadableCell(text)
    return int(number.replace(",", ""))


def read_day(text: str) -> date | None:
    """Return a day written as `2026-11-15` or `July 28, 2025`; None where the cell is empty.

    Raises:
        UnreadableCell: anything else.
    """
    if says_nothing(text):
        return None
    for form in DAY_FORMATS:
        found = _parsed(without_footnotes(text), form)
        if found is not None:
            return found
    raise UnreadableCell(text)


def read_year_month(text: str) -> str | None:
    """Return a day, month or year as `2024-09-30`, `2024-09` or `2024`, as exact as written.

    Raises:
        UnreadableCell: none of these.
    """
    if says_nothing(text):
        return None
    plain = without_footnotes(text)
    if re.fullmatch(r"\d{4}", plain):
        return plain
    for form in MONTH_FORMATS:
        month = _parsed(plain, form)
        if month is not None:
            return f"{month:%Y-%m}"
    day = read_day(plain)
    return None if day is None else day.isoformat()


def _parsed(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None
