# SPDX-License-Identifier: MIT
"""Numbers, money, days and percentages: written and read as each language does.

How a language writes them stands in its catalogue of texts, as a translation of the English way;
so a new language needs no code. Plain functions without Qt: a table paints hundreds of cells for
one keystroke, and a QLocale call costs several times as much as these.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from msgspec import Struct

from azmodels_gui.language.words import N_, NC_, Message, Phrase, in_language

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""Between a figure and its unit, so that a line never ends between them."""
CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Signs of currencies; others go by their code."""

_NUMBER = NC_("format of numbers", "1,234.5")
_PERCENT = NC_("format of percentages", "{number}%")
_MONEY = NC_("format of money", "{sign}{amount}")
_MONEY_BY_CODE = NC_("format of money", "{code} {amount}")
_DAY = NC_("format of days", "{day} {month_name} {year}")
_MONTH = NC_("format of months", "{month_name} {year}")
_MONTHS = (
    *(NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr")),
    *(NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug")),
    *(NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec")),
)
_NORTH, _SOUTH = NC_("compass", "N"), NC_("compass", "S")
_EAST, _WEST = NC_("compass", "E"), NC_("compass", "W")

_ROUNDING = Context(prec=200)
_LONGEST = 40


class _Style(Struct, frozen=True):
    """How a language writes figures."""

    grouping: str
    point: str
    percent: str
    money: str
    money_by_code: str
    day: str
    month: str
    months: tuple[str, ...]
    swap: dict[int, int]
    """From Python's separators to those of the language."""


@cache
def _style(language: str) -> _Style:
    def of(message: Message) -> str:
        return in_language(message, language)

    sample = of(_NUMBER)
    grouping, point = sample[1], sample[-2]
    return _Style(
        grouping,
        point,
        of(_PERCENT),
        of(_MONEY),
        of(_MONEY_BY_CODE),
        of(_DAY),
        of(_MONTH),
        tuple(of(each) for each in _MONTHS),
        str.maketrans(",.", grouping + point),
    )


def decimal_point(language: str) -> str:
    """Return what stands between whole and parts: "." or ","."""
    return _style(language).point


def number(value: int | Decimal, language: str, places: int | None = None) -> str:
    """Return a number with separators: 1,234.5 or 1.234,5.

    Args:
        value: the number.
        language: code of the language.
        places: digits after the point, rounded half up; None: as many as it has, without
            zeros at the end.
    """
    if places is None:
        text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    else:
        text = f"{rounded(Decimal(value), places):,f}"
    return text.translate(_style(language).swap)


def places_of(value: int | Decimal, least: int = 0) -> int:
    """Return how many digits a number has after its point, zeros at the end included.

    Args:
        value: the number.
        least: at least so many; then zeros at the end beyond it do not count.
    """
    if least:
        value = Decimal(value).normalize()
    exponent = Decimal(value).as_tuple().exponent
    return max(least, -exponent if isinstance(exponent, int) else 0)


def money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount rounded to cents: $1,234.50 or 1.234,50 $, CHF 1,234.50."""
    return _with_currency(number(amount, language, 2), currency, language)


def unit_price(amount: Decimal, currency: str, language: str) -> str:
    """Return a price with all its places, at least cents: $2.50, $0.0375, 2,50 €, CHF 2.50."""
    return _with_currency(number(amount, language, places_of(amount, 2)), currency, language)


def exact_money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount with all its places and no more: a request costs fractions of a cent."""
    return _with_currency(number(amount, language), currency, language)


def whole_money(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount rounded to whole units: $11,000, 11.000 €, CHF 11,000."""
    return _with_currency(number(amount, language, 0), currency, language)


def percent(ratio: Decimal, language: str, places: int = 1) -> str:
    """Return a share (1 is all) as percent: 84.8% or 84,8 %."""
    return _style(language).percent.format(number=number(ratio * 100, language, places))


def coordinates(latitude: float, longitude: float, language: str) -> str:
    """Return degrees with the quarter of the globe: `40.43° N, 3.70° W`, `40,43° N, 3,70° W`."""
    told = []
    for value, letter in (
        (latitude, _NORTH if latitude >= 0 else _SOUTH),
        (longitude, _EAST if longitude >= 0 else _WEST),
    ):
        degrees = number(Decimal(f"{abs(value):.2f}"), language, 2)
        told.append(f"{degrees}° {in_language(letter, language)}")
    return ", ".join(told)


def day(value: date, language: str) -> str:
    """Return a day: 22 Nov 2026 or 22.11.2026."""
    style = _style(language)
    return style.day.format(
        day=value.day,
        month=value.month,
        month_name=style.months[value.month - 1],
        year=value.year,
    )


def partial_day(text: str, language: str) -> str:
    """Return a year, month or day, as exact as it is: Aug 2025, 08/2025.

    Args:
        text: `2025`, `2025-08` or `2025-08-31`. Anything else comes back as it is.
        language: code of the language.
    """
    try:
        if len(text) == len("2025-08-31"):
            return day(date.fromisoformat(text), language)
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    style = _style(language)
    return style.month.format(
        month=first.month, month_name=style.months[first.month - 1], year=first.year
    )


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a number rounded half up to so many places."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_ROUNDING)


def kept_together(text: str) -> str:
    """Return a figure whose parts no line break separates."""
    return text.replace(" ", NO_BREAK_SPACE)


def read_number(text: str, language: str, *, whole: bool = False) -> Decimal | None:
    """Return the number somebody typed or pasted; None where it is none or could be two.

    A separator of groups counts before exactly three digits only, spaces likewise: "1.000" is a
    thousand in German and "0.92" nothing, rather than 92. The decimal sign before three digits
    that end in zero ("1.000" in English) may be meant as a group in the other way of writing,
    and so may any three in a whole number; neither is guessed.

    Args:
        text: as typed; a unit or a sign of a currency makes it no number.
        language: code of the language whose separators count.
        whole: the number has no parts.
    """
    style = _style(language)
    found = _reading(text, style.grouping, style.point)
    return None if found is None or found.ambiguous(whole) else found.value(whole)


def read_plain(text: str, *, whole: bool = False) -> Decimal | None:
    """Return a number as commands and files hold it: no separators of groups, no guess.

    Args:
        text: as given; "1.000" is none, since others mean a thousand by it.
        whole: the number has no parts.
    """
    found = _reading(text, "", ".")
    return None if found is None or found.ambiguous(whole) else found.value(whole)


def number_fault(text: str, language: str, *, whole: bool = False) -> Phrase:
    """Return why `read_number` reads nothing, and how to write it."""
    style, given = _style(language), text.strip()[:_LONGEST]
    if not given:
        return Phrase(N_("A number is missing."))
    found = _reading(text, style.grouping, style.point)
    if found is None:
        meant = _reading(text, style.point, style.grouping)
        if meant is None or meant.ambiguous(whole):
            words = N_("{given} is no number such as {example}.")
            return Phrase(words, given=given, example=_NUMBER)
        return Phrase(
            N_("{given} is no number: parts stand after “{point}”, as in {example}."),
            given=given,
            point=style.point,
            example=number(Decimal(meant.digits), language),
        )
    if found.ambiguous(whole):
        return Phrase(
            N_("{given} can mean {first} or {second}: write one of these."),
            given=given,
            first=number(Decimal(found.digits), language),
            second=number(Decimal(found.digits.replace(".", "")), language),
        )
    return Phrase(N_("{given} is no whole number."), given=given)


class _Reading(Struct, frozen=True):
    """What a text says as a number, if its separators mean what they should."""

    sign: str
    whole: str
    parts: str

    @property
    def digits(self) -> str:
        return f"{self.sign}{re.sub(r'[^0-9]', '', self.whole)}" + (
            f".{self.parts}" if self.parts else ""
        )

    def ambiguous(self, whole: bool) -> bool:
        """Tell whether the parts may be meant as a group in the other way of writing."""
        may_be_group = len(self.parts) == 3 and len(self.whole) <= 3 and self.whole != "0"
        return may_be_group and (whole or self.parts.endswith("0"))

    def value(self, whole: bool) -> Decimal | None:
        return None if whole and self.parts.strip("0") else Decimal(self.digits)


def _reading(text: str, grouping: str, point: str) -> _Reading | None:
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return None
    match = _pattern(grouping, point).fullmatch(stripped)
    if match is None:
        return None
    return _Reading(match["sign"].replace("−", "-"), match["whole"], match["parts"] or "")


@cache
def _pattern(grouping: str, point: str) -> re.Pattern[str]:
    """Return what numbers look like; an empty `grouping`: no groups at all."""
    spaces = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}']"
    whole = "[0-9]+"
    if grouping:
        for separator in (re.escape(grouping), spaces):
            whole += rf"|[1-9][0-9]{{0,2}}(?:{separator}[0-9]{{3}})+"
    return re.compile(
        rf"(?P<sign>[-+−]?)(?P<whole>{whole})(?:{re.escape(point)}(?P<parts>[0-9]+))?"
    )


def read_day(text: str) -> date | None:
    """Return a day written as 2026-11-22 or 22.11.2026; None where it is none.

    No other order of the parts is guessed.
    """
    stripped = text.strip()
    try:
        return date.fromisoformat(stripped)
    except ValueError:
        pass
    match = re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", stripped)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def read_last_day(text: str, language: str) -> date | None:
    """Return the last day of what somebody typed; None where it is none.

    Args:
        text: a day as `read_day` takes it, a month (`07/2027`, `2027-07`, `Jul 2027`), or a year.
        language: code of the language that names the months.
    """
    day = read_day(text)
    if day is not None:
        return day
    match = re.fullmatch(_MONTH_TYPED, text.strip())
    if match is None:
        return None
    year = int(match["year"] or match["first"])
    month = match["month"] or match["last"] or match["name"]
    number = 12 if month is None else int(month) if month.isdecimal() else _named(month, language)
    if not 1 <= number <= 12 or year < 1000:
        return None
    from calendar import monthrange  # 1 ms of a start, where nobody has typed a month yet

    return date(year, number, monthrange(year, number)[1])


_MONTH_TYPED = (
    r"(?:(?P<month>[0-9]{1,2})\s?[/.]\s?|(?P<name>[^\W\d_]{3,})\.?\s)?(?P<year>[0-9]{4})"
    r"|(?P<first>[0-9]{4})-(?P<last>[0-9]{2})"
)


def _named(month: str, language: str) -> int:
    """Return the number of a month by the first letters of its name; 0: there is none."""
    short = [each[:3].casefold() for each in _style(language).months]
    name = month[:3].casefold()
    return short.index(name) + 1 if name in short else 0


def _with_currency(text: str, currency: str, language: str) -> str:
    sign = CURRENCY_SIGNS.get(currency)
    style = _style(language)
    if sign is None:
        return style.money_by_code.format(code=currency, amount=text)
    return style.money.format(sign=sign, amount=text)
