# SPDX-License-Identifier: MIT
"""Series by minute and 24-hour profiles, and their CSV files."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.load_file import read_csv, read_day
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.load_table import RowFault, UnreadableProfile
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal

YEAR_MINUTES = 525_600


def minutes(*rows: str, header: str = "time,requests") -> LoadProfile:
    return series_of([header, *rows])


def series_of(lines: Iterable[str]) -> LoadProfile:
    found = read_csv(lines)
    assert isinstance(found, LoadProfile)
    return found


def faults(error: pytest.ExceptionInfo[UnreadableProfile]) -> list[tuple[int, RowFault]]:
    return [(row.line, row.fault) for row in error.value.rows]


def test_a_series_by_minute() -> None:
    found = minutes("2026-03-01T09:00,10", "2026-03-01T09:01,30", "2026-03-01T09:02,20")
    assert list(found.requests) == [10, 30, 20]
    assert (found.minutes, found.peak, found.total_requests) == (3, 30, 60)
    assert found.average == 20
    assert found.cautions == ()
    assert [said.id for said in found.assumptions] == [AssumptionId.SERIES_SCALED]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufefftime,requests\n{day}T09:00Z,10\n{day}T09:01Z,20", id="byte order mark"),
        pytest.param("Time;Requests\r\n{day} 09:00:00;10.0\r\n{day} 09:01:00;20,0", id="Excel"),
        pytest.param(
            '"time","requests"\n"{day}T09:00+01:00","10"\n"{day}T09:01+01:00","20"', id="quoted"
        ),
        pytest.param(
            "region,requests,time\nx,10,{day}T09:00\n\ny,20,{day}T09:01\n", id="other columns too"
        ),
        pytest.param("{day} 09:00,10\n{day} 09:01,20", id="no names of columns"),
        pytest.param(
            "date,time,requests\n{day},09:00,10\n{day},09:01,20", id="two columns of time"
        ),
        pytest.param(
            'TimeGenerated [UTC],count_\n"3/1/2026, 9:00:00.000 AM",10\n'
            '"3/1/2026, 9:01:00.000 AM",20',
            id="Log Analytics",
        ),
    ],
)
def test_the_usual_ways_to_write_a_csv_file_are_read(text: str) -> None:
    lines = io.StringIO(text.replace("{day}", "2026-03-01"), newline=None)
    assert list(series_of(lines).requests) == [10, 20]


def test_missing_minutes_are_counted_and_not_taken_for_zero() -> None:
    found = minutes("2026-03-01T09:00,10", "2026-03-01T09:01,20", "2026-03-01T09:06,30")
    assert (found.minutes, found.missing_minutes) == (3, 4)
    assert found.average == 20
    gaps, missing = found.cautions
    assert (gaps.id, gaps.data) == (CautionId.GAPS, {"count": 1, "lines": ("3",)})
    assert missing.id is CautionId.MINUTES_MISSING
    assert missing.data == {"missing": 4, "present": 3}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        pytest.param("yesterday,1", RowFault.TIME, id="no time"),
        pytest.param("2026-02-30T00:00,1", RowFault.TIME, id="no such day"),
        pytest.param("2026-03-01,1", RowFault.TIME, id="a day"),
        pytest.param("2026-03-01T24:00,1", RowFault.TIME, id="no such time"),
        pytest.param("2026-03-01T09:00:30,1", RowFault.PART_OF_A_MINUTE, id="seconds"),
        pytest.param("2026-03-01T09:00,-1", RowFault.COUNT, id="negative"),
        pytest.param("2026-03-01T09:00,1.5", RowFault.COUNT, id="half a request"),
        pytest.param("2026-03-01T09:00,many", RowFault.COUNT, id="text"),
        pytest.param("2026-03-01T09:00,NaN", RowFault.COUNT, id="NaN"),
        pytest.param("2026-03-01T09:00,1e12", RowFault.COUNT, id="absurd"),
        pytest.param("2026-03-01T09:00,1000000000000", RowFault.COUNT, id="absurd in full"),
        pytest.param("2026-03-01T09:00,1_0", RowFault.COUNT, id="underscore"),
        pytest.param("2026-03-01T09:00,1e3", RowFault.COUNT, id="an exponent"),
        pytest.param("2026-03-01T09:00,١٢", RowFault.COUNT, id="Arabic digits"),
        pytest.param("2026-03-01T09:00,１２", RowFault.COUNT, id="full-width digits"),
        pytest.param("2026-03-01T09:00,1.000", RowFault.GROUP_OR_PARTS, id="one or a thousand"),
        pytest.param("2026-03-01T09:00,", RowFault.COUNT, id="empty cell"),
        pytest.param("2026-03-01T09:00", RowFault.COLUMNS, id="a cell too few"),
        pytest.param("2026-03-01T09:00,1,2", RowFault.COLUMNS, id="a cell too many"),
        pytest.param("2026-03-01T09:00:30,1", RowFault.PART_OF_A_MINUTE, id="half a minute"),
        pytest.param('"2026-03-01T09:00,1', None, id="a stray quotation mark swallows nothing"),
        pytest.param("2026-03-01T08:59,1", RowFault.TWICE, id="a minute that was there"),
        pytest.param("2026-03-01T09:00Z,1", RowFault.ZONES_MIXED, id="suddenly a zone"),
    ],
)
def test_bad_rows_are_told_with_their_line(row: str, fault: RowFault | None) -> None:
    rows = ("2026-03-01T08:59,1", row, "2026-03-01T09:01,4", "2026-03-01T09:02,4")
    if fault is None:
        assert minutes(*rows).minutes == 4
        return
    with pytest.raises(UnreadableProfile) as error:
        minutes(*rows)
    assert faults(error) == [(3, fault)]


def test_all_bad_rows_are_counted_and_the_first_ones_told() -> None:
    with pytest.raises(UnreadableProfile) as error:
        minutes(*["x,y"] * 50, "", "2026-03-01T09:00,1")
    assert len(error.value.rows) == 5
    assert error.value.statement.data["count"] == 50
    assert error.value.rows[0].line == 2


def test_an_empty_line_holds_no_row_and_keeps_the_numbers_of_the_others() -> None:
    with pytest.raises(UnreadableProfile) as error:
        minutes("2026-03-01T09:00,1", "", "x,1")
    assert faults(error) == [(4, RowFault.TIME)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing at all"),
        pytest.param(["2026-03-01T09:00,1,2"], id="no header"),
        pytest.param(["time,tokens", "2026-03-01T09:00,1"], id="another column"),
    ],
)
def test_columns_that_lack_are_named(lines: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        read_csv(lines)
    assert refused.value.statement.id is RefusalId.COLUMNS_MISSING
    assert refused.value.statement.data["wanted"] == ("time", "requests")


def test_a_column_that_is_named_twice_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        minutes("2026-03-01T09:00,1,2", header="time,requests,Requests")
    assert refused.value.statement.id is RefusalId.COLUMNS_TWICE


@pytest.mark.parametrize("count", ["1.000", "12.500", "1,000", "1.234"])
def test_a_point_before_three_digits_is_not_guessed_beside_semicolons(count: str) -> None:
    """In German files 1.000 is a thousand, in others one."""
    with pytest.raises(UnreadableProfile) as error:
        minutes(f"2026-03-01T09:00;{count}", header="time;requests")
    assert faults(error) == [(2, RowFault.GROUP_OR_PARTS)]
    rows = [row.replace(",", ";") for row in day_rows()]
    rows[1] = f"0;{count};0"
    with pytest.raises(UnreadableProfile) as error:
        read_day(rows)
    assert faults(error) == [(2, RowFault.GROUP_OR_PARTS)]


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        pytest.param("12,5", "12.5", id="a comma"),
        pytest.param("12.5", "12.5", id="a point"),
        pytest.param("0,125", "0.125", id="after a zero three digits are parts"),
        pytest.param("12,500", None, id="a comma before three digits"),
        pytest.param("1２", None, id="full-width digits"),
    ],
)
def test_decimal_commas_stand_beside_semicolons(value: str, rate: str | None) -> None:
    rows = [row.replace(",", ";") for row in day_rows()]
    rows[1] = f"0;{value};0"
    if rate is None:
        with pytest.raises(UnreadableProfile):
            read_day(rows)
    else:
        assert read_day(rows).working_day[0] == Decimal(rate)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((), id="no row"),
        pytest.param(("2026-01-01T00:00,0", "2026-01-01T00:01,0"), id="all zero"),
    ],
)
def test_a_profile_without_a_request_is_refused(rows: Iterable[str]) -> None:
    with pytest.raises(Refusal) as refused:
        minutes(*rows)
    assert refused.value.statement.id is RefusalId.NO_LOAD


def year() -> Iterator[str]:
    yield "time,requests"
    clock = [f"T{hour:02}:{minute:02}," for hour in range(24) for minute in range(60)]
    for day in range(365):
        date = (datetime(2026, 1, 1) + timedelta(days=day)).strftime("%Y-%m-%d")
        yield from (f"{date}{time}{place % 997}" for place, time in enumerate(clock))


def test_a_year_of_minutes_is_read() -> None:
    found = series_of(year())
    assert (found.minutes, found.missing_minutes, found.peak) == (YEAR_MINUTES, 0, 996)


@given(st.lists(st.integers(0, 10_000_000), min_size=2, max_size=50).filter(any))
def test_what_is_written_is_read_back(requests: list[int]) -> None:
    start = datetime(2026, 1, 1)
    rows = [
        f"{(start + timedelta(minutes=place)).isoformat()},{count}"
        for place, count in enumerate(requests)
    ]
    assert list(minutes(*rows).requests) == requests


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail_in_another_way_than_told(text: str) -> None:
    for read in (read_csv, read_day):
        for lines in (text.splitlines(), ["time,requests,hour,working_day,weekend", text]):
            try:
                read(lines)
            except Refusal:
                continue


@pytest.mark.parametrize(
    "count", [pytest.param(-1, id="negative"), pytest.param(10**8, id="absurd")]
)
def test_a_series_refuses_impossible_counts(count: int) -> None:
    with pytest.raises(Refusal):
        LoadProfile.of([1, count])


# 24 hours

FLAT = (Decimal(10),) * 24
IDLE = (Decimal(0),) * 24


def day_rows(*changed: str) -> list[str]:
    rows = {str(hour): f"{hour},{hour * 10},0" for hour in range(24)}
    rows |= {row.split(",")[0]: row for row in changed}
    return ["hour,working_day,weekend", *rows.values()]


def test_a_week_has_five_working_days_and_two_of_the_weekend() -> None:
    week = DayProfile(FLAT, IDLE).week()
    assert week.minutes == 10_080
    assert week.total_requests == 5 * 24 * 60 * 10
    assert week.peak == 10
    assert [said.id for said in week.assumptions] == [AssumptionId.WEEK_OF_FIVE_AND_TWO]


def test_a_fraction_of_a_request_a_minute_is_a_load() -> None:
    week = DayProfile((Decimal("0.01"),) * 24, IDLE).week()
    assert week.peak == Decimal("0.01")
    assert week.total_requests == 5 * 24 * Decimal("0.6")
    assert week.average == Decimal("72") / 10_080


def test_the_busiest_hour_is_exact_also_with_nine_places() -> None:
    rates = (Decimal("62.500000001"), *(Decimal(1),) * 23)
    assert DayProfile(rates, IDLE).week().peak == Decimal("62.500000001")


def test_a_day_is_read_from_csv() -> None:
    day = read_day(day_rows())
    assert day.working_day[9] == 90
    assert day.weekend == IDLE


def test_a_decimal_comma_is_read_where_semicolons_separate() -> None:
    rows = [row.replace(",", ";") for row in day_rows()]
    rows[1] = "0;12,5;0"
    assert read_day(rows).working_day[0] == Decimal("12.5")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        pytest.param("24,1,1", RowFault.HOUR, id="hour 24"),
        pytest.param("x,1,1", RowFault.HOUR, id="no hour"),
        pytest.param("³,1,1", RowFault.HOUR, id="a superscript is no hour"),
        pytest.param("23,1", RowFault.COLUMNS, id="a cell too few"),
        pytest.param("23,-1,1", RowFault.RATE, id="negative"),
        pytest.param("23,Infinity,1", RowFault.RATE, id="endless"),
        pytest.param("23,1e-30,1", RowFault.RATE, id="absurdly exact"),
        pytest.param("23,1,1e9", RowFault.RATE, id="absurd"),
        pytest.param("05,1,1", RowFault.TWICE, id="an hour that was there"),
    ],
)
def test_bad_hours_are_told_with_their_line(row: str, fault: RowFault) -> None:
    with pytest.raises(UnreadableProfile) as error:
        read_day([*day_rows()[:-1], row])
    assert faults(error) == [(25, fault)]


def test_all_24_hours_are_needed() -> None:
    with pytest.raises(Refusal) as refused:
        read_day(day_rows()[:-1])
    assert refused.value.statement.id is RefusalId.NOT_24_HOURS
    assert refused.value.statement.data["given"] == 23


def test_a_profile_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(Refusal):
        DayProfile(FLAT, IDLE[1:])


def test_an_impossible_rate_is_refused() -> None:
    with pytest.raises(Refusal):
        DayProfile((Decimal(-1), *FLAT[1:]), IDLE)
