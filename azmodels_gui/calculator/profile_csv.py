# SPDX-License-Identifier: MIT
"""Load profiles from CSV: by minute (`time`, `requests`) or by hour (`hour`, ...).

Bad rows are all counted and the first ones told with their line numbers; no row is skipped.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from azmodels_gui.calculator.load_profile import HOURS_PER_DAY, DayProfile, LoadProfile
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.calculator.workload import MAX_DECIMAL_PLACES, MAX_REQUESTS_PER_MINUTE
from azmodels_gui.language.figures import read_plain
from azmodels_gui.language.words import N_, Joined, Message, Phrase, told

MINUTE_COLUMNS = ("time", "requests")
DAY_COLUMNS = ("hour", "working_day", "weekend")
TOLD_ROWS = 20
SHOWN_CHARACTERS = 40
MAX_DIGITS = 18
TIME_OF_DAY_COLON = slice(13, 14)
"""Where `2026-03-01T09:15` has its first colon."""
_THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
_MINUTE = timedelta(minutes=1)


class RowFault(StrEnum):
    """What is wrong with a row."""

    COLUMNS = "columns"
    TIME = "time"
    PART_OF_A_MINUTE = "part_of_a_minute"
    ZONES_MIXED = "zones_mixed"
    TWICE = "twice"
    COUNT = "count"
    RATE = "rate"
    HOUR = "hour"


ROW_FAULTS: Mapping[RowFault, Message] = {
    RowFault.COLUMNS: N_("not as many cells as the first line"),
    RowFault.TIME: N_("no time such as 2026-03-01T09:15"),
    RowFault.PART_OF_A_MINUTE: N_("not a whole minute"),
    RowFault.ZONES_MIXED: N_("with a time zone while others have none, or the reverse"),
    RowFault.TWICE: N_("comes twice"),
    RowFault.COUNT: N_("no possible whole number of requests"),
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
        """Return the sentence and what is wrong with the first rows."""
        message = N_("{why}: {rows}; and others.")
        if self._count == len(self.rows):
            message = N_("{why}: {rows}.")
        rows = Joined((row.phrase for row in self.rows), "; ")
        return told(message, language, why=sentence(self.statement, language), rows=rows)


class _BadCell(Exception):
    def __init__(self, fault: RowFault, given: str) -> None:
        super().__init__(fault, given)
        self.fault = fault
        self.given = given


@dataclass
class _Faults:
    """Bad rows found so far."""

    rows: list[BadRow] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, bad: _BadCell) -> None:
        """Count a row, and keep it if it is among the first."""
        self.count += 1
        if len(self.rows) < TOLD_ROWS:
            self.rows.append(BadRow(line, bad.fault, bad.given[:SHOWN_CHARACTERS]))

    def check(self) -> None:
        """Raise `UnreadableProfile` if there was any."""
        if self.count:
            raise UnreadableProfile(self.rows, self.count)


def read_minutes(lines: Iterable[str]) -> LoadProfile:
    """Return a series by minute.

    Columns: `time` (ISO 8601, a whole minute, with a zone or without) and `requests` (a whole
    number). Minutes may come in any order; those that lack are counted as missing.

    Raises:
        UnreadableProfile: some rows cannot be read, or a minute comes twice.
        Refusal: columns are missing, or there is no load.
    """
    faults = _Faults()
    requests = array("q")
    times: dict[datetime, None] = {}
    rows = _Rows(lines, MINUTE_COLUMNS)
    for line, cells in rows:
        try:
            time, count = _minute(cells, times, rows.decimal_comma)
        except _BadCell as bad:
            faults.add(line, bad)
        else:
            times[time] = None
            requests.append(count)
    faults.check()
    return LoadProfile(requests, _missing(times))


def read_day(lines: Iterable[str]) -> DayProfile:
    """Return hourly values of a working day and of the weekend.

    Columns: `hour` (0 to 23, each once), `working_day` and `weekend` (requests per minute in
    that hour; fractions are allowed).

    Raises:
        UnreadableProfile: some rows cannot be read, or an hour comes twice.
        Refusal: columns are missing, or not all 24 hours are there.
    """
    rows = _Rows(lines, DAY_COLUMNS)
    faults = _Faults()
    by_hour: dict[int, list[Decimal]] = {}
    for line, cells in rows:
        try:
            hour, rates = _hour_of_day(cells, by_hour, rows.decimal_comma)
        except _BadCell as bad:
            faults.add(line, bad)
        else:
            by_hour[hour] = rates
    faults.check()
    if len(by_hour) != HOURS_PER_DAY:
        raise Refusal(RefusalId.NOT_24_HOURS, given=len(by_hour))
    hours = [by_hour[hour] for hour in range(HOURS_PER_DAY)]
    return DayProfile(tuple(hour[0] for hour in hours), tuple(hour[1] for hour in hours))


def _minute(
    cells: list[str], times: Mapping[datetime, None], decimal_comma: bool
) -> tuple[datetime, int]:
    if len(cells) != len(MINUTE_COLUMNS):
        raise _BadCell(RowFault.COLUMNS, cells[0])
    time, count = _time(cells[0]), _count(cells[1], decimal_comma)
    first = next(iter(times), time)
    if (time.tzinfo is None) is not (first.tzinfo is None):
        raise _BadCell(RowFault.ZONES_MIXED, cells[0])
    if time in times:
        raise _BadCell(RowFault.TWICE, cells[0])
    return time, count


def _hour_of_day(
    cells: list[str], by_hour: Mapping[int, list[Decimal]], decimal_comma: bool
) -> tuple[int, list[Decimal]]:
    if len(cells) != len(DAY_COLUMNS):
        raise _BadCell(RowFault.COLUMNS, cells[0])
    hour = _hour(cells[0])
    if hour in by_hour:
        raise _BadCell(RowFault.TWICE, cells[0])
    return hour, [_rate(cell, decimal_comma) for cell in cells[1:]]


class _Rows:
    """The rows of a file under its header, each with its line number.

    Cells hold no separators, so lines are simply split: a stray quotation mark cannot
    swallow the lines after it, as it would with a full CSV reader.
    """

    def __init__(self, lines: Iterable[str], wanted: tuple[str, ...]) -> None:
        self._lines = iter(lines)
        header = next(self._lines, "").removeprefix("\ufeff")
        self._separator = ";" if ";" in header else ","
        self.decimal_comma = self._separator == ";"
        names = [name.casefold() for name in self._split(header)]
        doubled = tuple(name for name in wanted if names.count(name) > 1)
        if doubled:
            raise Refusal(RefusalId.COLUMNS_TWICE, doubled=doubled)
        lacking = tuple(name for name in wanted if name not in names)
        if lacking:
            raise Refusal(RefusalId.COLUMNS_MISSING, lacking=lacking, wanted=wanted)
        self._places = [names.index(name) for name in wanted]
        self._width = len(names)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the line number and the wanted cells; too few where the row is malformed."""
        for number, line in enumerate(self._lines, 2):
            if not line.strip():
                continue  # an empty line holds no row
            cells = self._split(line)
            fits = len(cells) == self._width
            yield number, [cells[place] for place in self._places] if fits else [line.strip()]

    def _split(self, line: str) -> list[str]:
        return [cell.strip().strip('"') for cell in line.split(self._separator)]


def _time(text: str) -> datetime:
    if text[TIME_OF_DAY_COLON] != ":":
        raise _BadCell(RowFault.TIME, text)  # a day or an hour alone is no minute
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise _BadCell(RowFault.TIME, text) from error
    if time.second or time.microsecond:
        raise _BadCell(RowFault.PART_OF_A_MINUTE, text)
    return time


def _count(text: str, decimal_comma: bool) -> int:
    if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        count = int(text)
    else:
        number = _decimal(text, RowFault.COUNT, decimal_comma)
        if number != number.to_integral_value():
            raise _BadCell(RowFault.COUNT, text)
        count = int(number)
    if count > MAX_REQUESTS_PER_MINUTE:
        raise _BadCell(RowFault.COUNT, text)
    return count


def _rate(text: str, decimal_comma: bool) -> Decimal:
    number = _decimal(text, RowFault.RATE, decimal_comma)
    exponent = number.as_tuple().exponent
    if number > MAX_REQUESTS_PER_MINUTE or -int(exponent) > MAX_DECIMAL_PLACES:
        raise _BadCell(RowFault.RATE, text)
    return number


def _decimal(text: str, fault: RowFault, decimal_comma: bool) -> Decimal:
    """Return a number that is finite and not below zero.

    Where it may be a thousand or one, such as `1.000`, nobody guesses which.
    """
    if decimal_comma and _THOUSANDS.fullmatch(text):
        raise _BadCell(fault, text)
    number = read_plain(text, "," if decimal_comma and "," in text else ".")
    if number is None or number < 0 or number > MAX_REQUESTS_PER_MINUTE:
        raise _BadCell(fault, text)
    return number


def _hour(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and int(text) < HOURS_PER_DAY):
        raise _BadCell(RowFault.HOUR, text)
    return int(text)


def _missing(times: Mapping[datetime, None]) -> int:
    if not times:
        return 0
    return (max(times) - min(times)) // _MINUTE + 1 - len(times)
