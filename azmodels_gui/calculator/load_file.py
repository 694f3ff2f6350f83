# SPDX-License-Identifier: MIT
"""From the bytes of a file to the load it holds: CSV in any encoding, or metrics as JSON."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.load_profile import (
    HOURS_PER_DAY,
    MINUTES_PER_DAY,
    DayProfile,
    LoadProfile,
    Steps,
    by_minute,
    in_local_time,
    steps_of,
)
from azmodels_gui.calculator.load_table import (
    BadCell,
    Clock,
    Faults,
    RowFault,
    Table,
    parted,
    read_clock,
    read_day_text,
)
from azmodels_gui.calculator.measured_load import MeasuredRequest, measured_load
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.statements import FIRST_TOLD, CautionId, RefusalId, caution
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_DECIMAL_PLACES, MAX_REQUESTS_PER_MINUTE

SERIES_COLUMNS = ("time", "requests")
DAY_COLUMNS = ("hour", "working_day", "weekend")
MAX_DIGITS = 14


def read_csv(lines: Iterable[str]) -> LoadProfile | DayProfile:
    """Return what a file holds, hours of a day or a series; its first line tells.

    Columns of a series: a time (`2026-03-01T09:15`, `01.03.2026 09:15`, `3/1/2026 9:15 AM`; a
    whole minute, with a zone or without) and requests (a whole number). Rows may come in any
    order; those that lack are counted as missing, and what is coarser than a minute is spread
    evenly.

    Raises:
        UnreadableProfile: some rows cannot be read, come twice or stand aside of the others.
        Refusal: columns are missing, times do not tell, or there is no load.
    """
    table = Table(lines)
    return _day(table) if table.holds("hour") else _series(table)


def read_day(lines: Iterable[str]) -> DayProfile:
    """Return hourly values of a working day and of the weekend.

    Columns: the hour (`8`, `08:00`; 0 to 23, each once), working day and weekend (requests per
    minute in that hour; fractions are allowed).

    Raises:
        UnreadableProfile: some rows cannot be read, or an hour comes twice.
        Refusal: columns are missing, or not all 24 hours are there.
    """
    return _day(Table(lines))


@dataclass
class _Cells:
    """The cells of a column: the different texts, and which of them stands in each row."""

    texts: dict[str, int] = field(default_factory=dict)
    rows: "array[int]" = field(default_factory=lambda: array("q"))

    def places(self, wrong: Callable[[int], bool]) -> Iterator[int]:
        """Yield the rows of texts that are wrong."""
        bad = {at for at in range(len(self.texts)) if wrong(at)}
        if bad:
            yield from (place for place, at in enumerate(self.rows) if at in bad)

    def numbers(self, by_text: Sequence[int]) -> Any:
        """Return a number for each row, as numpy has them."""
        import numpy as np

        return np.array(by_text, dtype=np.int64)[np.frombuffer(self.rows, dtype=np.int64)]


@dataclass
class _Rows:
    """Everything that the rows of a series hold."""

    lines: "array[int]" = field(default_factory=lambda: array("q"))
    days: _Cells = field(default_factory=_Cells)
    clocks: _Cells = field(default_factory=_Cells)
    counts: _Cells = field(default_factory=_Cells)

    @property
    def cells(self) -> tuple[_Cells, _Cells, _Cells]:
        """The three columns."""
        return self.days, self.clocks, self.counts


def _series(table: Table) -> LoadProfile:
    faults = Faults()
    rows = _rows(table, faults)
    clocks = _clocks(rows, faults)
    counts = [_count(table, text) for text in rows.counts.texts]
    group = [counts[at] is None and table.ambiguous(each) for each, at in rows.counts.texts.items()]
    _tell(faults, rows, RowFault.GROUP_OR_PARTS, rows.counts.places(lambda at: group[at]))
    _tell(faults, rows, RowFault.COUNT, rows.counts.places(lambda at: counts[at] is None))
    orders = _orders(rows, faults)
    faults.check()
    if not rows.lines:
        raise Refusal(RefusalId.NO_LOAD)
    steps = _steps(rows, orders, clocks)
    _tell(faults, rows, RowFault.TWICE, steps.twice)
    _tell(faults, rows, RowFault.ASIDE, steps.aside)
    most = MAX_REQUESTS_PER_MINUTE * steps.minutes
    known = [count or 0 for count in counts]
    _tell(faults, rows, RowFault.COUNT, rows.counts.places(lambda at: known[at] > most))
    faults.check()
    requests = by_minute(rows.counts.numbers(known)[steps.order], steps.minutes)
    said = steps.said
    if steps.before_gaps:
        lines = tuple(str(rows.lines[place]) for place in steps.before_gaps[:FIRST_TOLD])
        said += (caution(CautionId.GAPS, count=len(steps.before_gaps), lines=lines),)
    return LoadProfile(requests, steps.missing_minutes, origin=said, step_minutes=steps.minutes)


def _rows(table: Table, faults: Faults) -> _Rows:
    wanted = ("date", *SERIES_COLUMNS) if table.clock_apart else SERIES_COLUMNS
    if not table.holds("time") and table.holds("date"):
        wanted = ("date", "requests")
    found, apart = _Rows(), table.clock_apart
    days, clocks, counts = (each.texts for each in found.cells)
    of_day, of_clock, of_count = (each.rows for each in found.cells)
    for line, cells in table.rows(wanted):
        if len(cells) != len(wanted):
            faults.add(line, BadCell(RowFault.COLUMNS, cells[0]))
            continue
        day, clock = cells[:2] if apart else parted(cells[0])
        count = cells[-1]
        found.lines.append(line)
        of_day.append(days.setdefault(day, len(days)))
        of_clock.append(clocks.setdefault(clock, len(clocks)))
        of_count.append(counts.setdefault(count, len(counts)))
    return found


def _tell(faults: Faults, rows: _Rows, fault: RowFault, places: Iterable[int]) -> None:
    """Tell what is wrong with some rows, with the cells it is about."""
    of_count = fault in (RowFault.COUNT, RowFault.GROUP_OR_PARTS)
    cells = [rows.counts] if of_count else [rows.days, rows.clocks]
    texts = [list(each.texts) for each in cells]
    for place in places:
        given = (text[each.rows[place]] for each, text in zip(cells, texts, strict=True))
        faults.add(rows.lines[place], BadCell(fault, " ".join(given).strip()))


def _clocks(rows: _Rows, faults: Faults) -> list[Clock]:
    """Return the times of the clock; days alone are midnights if no row has such a time."""
    texts = list(rows.clocks.texts)
    midnight = Clock(0, None) if texts == [""] else None
    found = [read_clock(text) if text else midnight for text in texts]
    first = next((each.offset for each in found if each is not None), None)

    def other_zone(at: int) -> bool:
        clock = found[at]
        return clock is not None and (clock.offset is None) is not (first is None)

    def with_seconds(at: int) -> bool:
        clock = found[at]
        return clock is not None and not clock.whole

    for fault, wrong in (
        (RowFault.TIME, lambda at: found[at] is None),
        (RowFault.PART_OF_A_MINUTE, with_seconds),
        (RowFault.ZONES_MIXED, other_zone),
    ):
        _tell(faults, rows, fault, rows.clocks.places(wrong))
    return [each or Clock(0, None) for each in found]


def _orders(rows: _Rows, faults: Faults) -> list[list[int]]:
    """Return the days of all texts: once, or in both orders of day and month if nothing tells."""
    days = [read_day_text(text) for text in rows.days.texts]
    first = [day.day_first for day in days]
    last = [day.month_first for day in days]
    possible = [first, last]
    if any(day.month_first is None and day.day_first is not None for day in days):
        possible = [first]
    elif any(day.day_first is None and day.month_first is not None for day in days):
        possible = [last]
    elif not any(day.open for day in days):
        possible = [first]
    chosen = possible[0]
    _tell(faults, rows, RowFault.TIME, rows.days.places(lambda at: chosen[at] is None))
    return [[day or 0 for day in order] for order in possible]


def _steps(rows: _Rows, orders: list[list[int]], clocks: list[Clock]) -> Steps:
    """Return how the rows follow each other.

    Raises:
        Refusal: that depends on which is the day and which the month; or see `steps_of`.
    """
    minutes = rows.clocks.numbers([clock.minute - (clock.offset or 0) for clock in clocks])
    local = all(clock.offset is None for clock in clocks)
    found = [
        _followed(rows.days.numbers(days) * MINUTES_PER_DAY + minutes, local) for days in orders
    ]
    first, last = found[0], found[-1]
    if not _alike(first, last):
        open_day = next(text for text in rows.days.texts if read_day_text(text).open)
        raise Refusal(RefusalId.DAY_OR_MONTH, given=open_day)
    if isinstance(first, Refusal):
        raise first
    return first


def _followed(times: Sequence[int], local: bool) -> Steps | Refusal:
    try:
        steps = steps_of(times)
        return in_local_time(steps, times) if local and steps.twice else steps
    except Refusal as refusal:
        return refusal


def _alike(first: Steps | Refusal, last: Steps | Refusal) -> bool:
    """Tell whether both orders of day and month make the same profile."""
    if isinstance(first, Refusal):
        return isinstance(last, Refusal) and first.statement == last.statement
    if isinstance(last, Refusal):
        return False
    return (first.minutes, first.missing, len(first.twice), len(first.aside)) == (
        *(last.minutes, last.missing, len(last.twice), len(last.aside)),
    )


def _count(table: Table, text: str) -> int | None:
    """Return whole requests; None: the text is no such number."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= MAX_DIGITS else None
    number = table.number(text)
    if number is None or number < 0 or number != number.to_integral_value():
        return None
    return int(number)


def _day(table: Table) -> DayProfile:
    faults = Faults()
    by_hour: dict[int, list[Decimal]] = {}
    for line, cells in table.rows(DAY_COLUMNS):
        try:
            hour, rates = _hour_of_day(table, cells, by_hour)
        except BadCell as bad:
            faults.add(line, bad)
        else:
            by_hour[hour] = rates
    faults.check()
    if len(by_hour) != HOURS_PER_DAY:
        raise Refusal(RefusalId.NOT_24_HOURS, given=len(by_hour))
    hours = [by_hour[hour] for hour in range(HOURS_PER_DAY)]
    return DayProfile(tuple(hour[0] for hour in hours), tuple(hour[1] for hour in hours))


def _hour_of_day(
    table: Table, cells: list[str], by_hour: Mapping[int, list[Decimal]]
) -> tuple[int, list[Decimal]]:
    if len(cells) != len(DAY_COLUMNS):
        raise BadCell(RowFault.COLUMNS, cells[0])
    hour = _hour(cells[0])
    if hour in by_hour:
        raise BadCell(RowFault.TWICE, cells[0])
    return hour, [_rate(table, cell) for cell in cells[1:]]


def _hour(text: str) -> int:
    clock = read_clock(text)
    if clock is None or clock.offset is not None or clock.minute % MINUTES_PER_HOUR:
        raise BadCell(RowFault.HOUR, text)
    if not clock.whole:
        raise BadCell(RowFault.HOUR, text)
    return clock.minute // MINUTES_PER_HOUR


def _rate(table: Table, text: str) -> Decimal:
    number = table.number(text)
    if number is None and table.ambiguous(text):
        raise BadCell(RowFault.GROUP_OR_PARTS, text)
    if number is None or not 0 <= number <= MAX_REQUESTS_PER_MINUTE:
        raise BadCell(RowFault.RATE, text)
    if -int(number.as_tuple().exponent) > MAX_DECIMAL_PLACES:
        raise BadCell(RowFault.RATE, text)
    return number


_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LOOKED_AT = 400
"""Bytes in which a text of two bytes a letter shows itself."""
_JSON_BEGINS = ("{", "[")
"""An answer of Azure Monitor is JSON; a CSV never begins so."""


@dataclass(frozen=True)
class HeldLoad:
    """What a file held."""

    profile: LoadProfile | DayProfile
    request: MeasuredRequest | None = None
    """What an average request was made of; None: the file does not tell."""


def read_load(
    data: bytes, watched: Callable[[Iterable[str]], Iterable[str]] = lambda lines: lines
) -> HeldLoad:
    """Return the load that a file holds.

    Args:
        data: all bytes of the file.
        watched: passes the lines of a CSV on, and may count them or stop.

    Raises:
        UnreadableProfile, UnreadableMetrics: rows or points that cannot be read.
        Refusal: it is no load.
    """
    text = text_of(data)
    if text.lstrip()[:1] in _JSON_BEGINS:
        from azmodels_gui.calculator.metrics_answer import read_answer  # needs pydantic

        measured = measured_load(read_answer(data))
        return HeldLoad(measured.profile, measured.request)
    return HeldLoad(read_csv(watched(lines_of(text))))


def text_of(data: bytes) -> str:
    """Return the text: UTF-8 or UTF-16, with a mark of it or without, else Windows-1252.

    Raises:
        Refusal: the file is empty, or no text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal(RefusalId.EMPTY_FILE)
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refusal(RefusalId.NO_TEXT)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines without what ends them; a list of them would take several times the text."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end]
        begin = end + 1
    if begin < len(text):
        yield text[begin:]


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return (encoding,)
    first, second = data[0:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    if second.count(0) * 2 > len(second):
        return ("utf-16-le",)
    if first.count(0) * 2 > len(first):
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
