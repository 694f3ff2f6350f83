# SPDX-License-Identifier: MIT
"""The rows of a CSV file with a load: separators, names of columns, numbers, rows at fault.

Cells are in the way of writing of whoever wrote the file, so nothing depends on the language
of the program. Bad rows are all counted and the first ones told with their line numbers.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.statements import FIRST_TOLD, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.language.figures import number, read_number, read_plain
from azmodels_gui.language.words import N_, Joined, Message, Phrase, told

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_EITHER_ORDER = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,](?P<parts>[0-9]+))?)?)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:\s?(?P<zone>Z|UTC|(?P<sign>[+-])(?P<zone_hour>[0-9]{2}):?(?P<zone_minute>[0-9]{2})))?"
)
_CENTURY = 2_000
HOURS, HALF_A_DAY = 24, 12


def parted(time: str) -> tuple[str, str]:
    """Return the day and the time of the clock of `2026-03-01T09:15` or `3/1/2026, 9:15 AM`."""
    if time[10:11] == "T":
        return time[:10], time[11:]
    day, _, clock = time.partition(" ")
    return day.rstrip(","), clock


@dataclass(frozen=True)
class Day:
    """What a text says as a day; its order of day and month may be open."""

    day_first: int | None
    """Days since the first of January of the year 1; None: no such day."""
    month_first: int | None

    @property
    def open(self) -> bool:
        """Tell whether it is one day or another, as the order of day and month is."""
        both = self.day_first is not None and self.month_first is not None
        return both and self.day_first != self.month_first


@dataclass(frozen=True)
class Clock:
    """A time of the clock, to the minute."""

    minute: int
    """Since midnight."""
    offset: int | None
    """Minutes that the zone is ahead of UTC; None: no zone is named."""
    whole: bool = True
    """False: seconds beside the minute."""


def read_day_text(text: str) -> Day:
    """Return the day: `2026-03-01`, `01.03.2026`, or `3/1/2026`, which may be two."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        only = _ordinal(match[1], match[3], match[4])
        return Day(only, only)
    match = _GERMAN.fullmatch(text)
    if match is not None:
        only = _ordinal(match[3], match[2], match[1])
        return Day(only, only)
    match = _EITHER_ORDER.fullmatch(text)
    if match is None:
        return Day(None, None)
    first, second, year = match[1], match[3], match[4]
    return Day(_ordinal(year, second, first), _ordinal(year, first, second))


def read_clock(text: str) -> Clock | None:
    """Return the time of the clock: `09:15`, `9`, `9:15 AM`, `09:15:00+01:00`; None: it is none."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= HALF_A_DAY:
            return None
        hour = hour % HALF_A_DAY + (HALF_A_DAY if match["half"] in "Pp" else 0)
    if hour >= HOURS or minute >= MINUTES_PER_HOUR:
        return None
    parts = int(match["second"] or 0), int((match["parts"] or "0")[:9])
    return Clock(hour * MINUTES_PER_HOUR + minute, _offset(match), not any(parts))


def _offset(match: re.Match[str]) -> int | None:
    if not match["zone"]:
        return None
    if not match["sign"]:
        return 0
    ahead = int(match["zone_hour"]) * MINUTES_PER_HOUR + int(match["zone_minute"])
    return -ahead if match["sign"] == "-" else ahead


def _ordinal(year: str, month: str, day: str) -> int | None:
    whole_year = int(year) + (_CENTURY if len(year) == 2 else 0)
    try:
        return date(whole_year, int(month), int(day)).toordinal()
    except ValueError:
        return None


SHOWN_CHARACTERS = 40
_KEPT_ROWS = 1_000


def _words(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.split(","))


COLUMNS: Mapping[str, frozenset[str]] = {
    "time": _words(
        "time, timestamp, time stamp, datetime, date time, date/time, timegenerated, "
        "zeit, zeitstempel, zeitpunkt, uhrzeit, datum/uhrzeit"
    ),
    "date": _words("date, day, datum, tag"),
    "requests": _words(
        "requests, request, request count, requestcount, number of requests, count, calls, "
        "azureopenairequests, modelrequests, "
        "anfragen, anzahl, anzahl anfragen, anzahl der anfragen, aufrufe"
    ),
    "hour": _words("hour, stunde"),
    "working_day": _words("working day, workday, werktag, arbeitstag"),
    "weekend": _words("weekend, wochenende"),
}
"""What columns are called, by what they hold; small letters, spaces for underscores."""
_CLOCK_ALONE = frozenset(("time", "zeit", "uhrzeit"))
"""Beside a column of days these hold the time of the clock only."""
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_UNIT = re.compile(r"\s*[(\[].*[)\]]$")
_ONE_OR_A_THOUSAND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class RowFault(StrEnum):
    """What is wrong with a row."""

    COLUMNS = "columns"
    TIME = "time"
    PART_OF_A_MINUTE = "part_of_a_minute"
    ZONES_MIXED = "zones_mixed"
    TWICE = "twice"
    ASIDE = "aside"
    COUNT = "count"
    GROUP_OR_PARTS = "group_or_parts"
    RATE = "rate"
    HOUR = "hour"


ROW_FAULTS: Mapping[RowFault, Message] = {
    RowFault.COLUMNS: N_("not as many cells as the first line"),
    RowFault.TIME: N_("no time such as 2026-03-01T09:15 or 01.03.2026 09:15"),
    RowFault.PART_OF_A_MINUTE: N_("not a whole minute"),
    RowFault.ZONES_MIXED: N_("with a time zone while others have none, or the reverse"),
    RowFault.TWICE: N_("comes twice"),
    RowFault.ASIDE: N_("does not stand in the step of the other rows"),
    RowFault.COUNT: N_("no possible whole number of requests"),
    RowFault.GROUP_OR_PARTS: N_(
        "can mean thousands or parts of one; write it without a sign between, such as 6000"
    ),
    RowFault.RATE: N_("no possible number of requests per minute"),
    RowFault.HOUR: N_("no hour from 0 to 23"),
}


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be read."""

    line: int
    """Line of the file, the header is 1."""
    fault: RowFault
    given: str
    """What stands there, shortened."""

    @property
    def phrase(self) -> Phrase:
        """What is wrong with it, in words."""
        return Phrase(
            N_("line {line}: {fault} ({given})"),
            line=self.line,
            fault=ROW_FAULTS[self.fault],
            given=repr(self.given),
        )


class UnreadableProfile(Refusal):
    """The file is no load profile; `rows` are the first bad ones."""

    def __init__(self, rows: list[BadRow], count: int) -> None:
        lines = tuple(str(row.line) for row in rows)
        super().__init__(RefusalId.BAD_ROWS, count=count, lines=lines)
        self.rows = tuple(rows)
        self._count = count

    def told(self, language: str) -> str:
        """Return how many rows are bad, and what is wrong with the first of them."""
        message = N_("rows of the load profile that cannot be read: {count}; {rows}; and others.")
        if self._count == len(self.rows):
            message = N_("rows of the load profile that cannot be read: {count}; {rows}.")
        rows = Joined((row.phrase for row in self.rows), "; ")
        return told(message, language, count=number(self._count, language), rows=rows)


class BadCell(Exception):
    """A cell that cannot be read."""

    def __init__(self, fault: RowFault, given: str) -> None:
        super().__init__(fault, given)
        self.fault = fault
        self.given = given


@dataclass
class Faults:
    """Bad rows found so far, and of the first of them what is wrong."""

    lines: set[int] = field(default_factory=set)
    rows: list[BadRow] = field(default_factory=list)

    def add(self, line: int, bad: BadCell) -> None:
        """Take down what is wrong with a row, unless something else is already."""
        if line in self.lines:
            return
        self.lines.add(line)
        self.rows.append(BadRow(line, bad.fault, bad.given[:SHOWN_CHARACTERS]))
        if len(self.rows) > _KEPT_ROWS:
            self.rows = self._first()

    def check(self) -> None:
        """Raise `UnreadableProfile` if there was any."""
        if self.lines:
            raise UnreadableProfile(self._first(), len(self.lines))

    def _first(self) -> list[BadRow]:
        return sorted(self.rows, key=lambda row: row.line)[:FIRST_TOLD]


class Table:
    """A file whose first line names its columns, or has a time and a count already.

    A row is one line, so that a stray quotation mark cannot swallow the lines after it.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = enumerate(lines, 1)
        first = next(self._lines, (1, ""))
        stated = _SEPARATOR_LINE.fullmatch(first[1].lstrip("\ufeff").rstrip("\r\n"))
        if stated is not None:
            first = next(self._lines, (2, ""))
        header = first[1].removeprefix("\ufeff")
        self._separator = stated[1] if stated else _separator(header)
        self._names = [_plain(name) for name in self._split(header)]
        if self._is_row(header):
            self._names = ["time", "requests"]
            self._lines = chain([(first[0], header)], self._lines)  # type: ignore[assignment]

    def holds(self, column: str) -> bool:
        """Tell whether there is such a column."""
        return any(name in COLUMNS[column] for name in self._names)

    @property
    def clock_apart(self) -> bool:
        """Tell whether days and times of the clock stand in two columns."""
        return self.holds("date") and any(name in _CLOCK_ALONE for name in self._names)

    def rows(self, wanted: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
        """Yield the line number and the wanted cells; too few where the row is malformed.

        Raises:
            Refusal: a column is missing, or there are two of its kind.
        """
        places = [self._place(column, wanted) for column in wanted]
        width, separator = len(self._names), self._separator
        for line_number, line in self._lines:
            if not line.strip():
                continue  # an empty line holds no row
            cells = line.split(separator) if '"' not in line else self._split(line)
            if len(cells) == width:
                yield line_number, [cells[at].strip() for at in places]
            else:
                yield line_number, [line.strip()]

    def number(self, text: str) -> Decimal | None:
        """Return a number; None where it is none, or may be one or a thousand.

        Beside commas that separate, parts stand after a point. Else a comma may stand for it.
        """
        if self._separator == ",":
            return read_plain(text)
        if self.ambiguous(text):
            return None
        readings = {read_number(text, language) for language in ("de", "en")} - {None}
        return readings.pop() if len(readings) == 1 else None

    def ambiguous(self, text: str) -> bool:
        """Tell whether a number has a sign that may stand before a group or before parts."""
        return _ONE_OR_A_THOUSAND.fullmatch(text) is not None

    def _place(self, column: str, wanted: tuple[str, ...]) -> int:
        places = [at for at, name in enumerate(self._names) if name in COLUMNS[column]]
        if len(places) > 1:
            doubled = tuple(self._names[at] for at in places)
            raise Refusal(RefusalId.COLUMNS_TWICE, doubled=doubled)
        if not places:
            lacking = tuple(each for each in wanted if not self.holds(each))
            raise Refusal(RefusalId.COLUMNS_MISSING, lacking=lacking, wanted=wanted)
        return places[0]

    def _split(self, line: str) -> list[str]:
        if '"' not in line:
            return [cell.strip() for cell in line.split(self._separator)]
        if line.count('"') % 2:
            return [cell.strip().strip('"') for cell in line.split(self._separator)]
        read = csv.reader([line], delimiter=self._separator, skipinitialspace=True)
        return [cell.strip() for cell in next(read, [])]

    def _is_row(self, header: str) -> bool:
        cells = self._split(header)
        if len(cells) != 2 or self.number(cells[1]) is None:
            return False
        day, clock = parted(cells[0])
        found = read_day_text(day)
        is_day = found.day_first is not None or found.month_first is not None
        return is_day and (not clock or read_clock(clock) is not None)


def _separator(header: str) -> str:
    return next((each for each in "\t;" if each in header), ",")


def _plain(name: str) -> str:
    """Return a column's name in small letters, without its unit: `timegenerated`."""
    return _UNIT.sub("", name).strip().casefold().replace("_", " ").strip()
