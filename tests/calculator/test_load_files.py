# SPDX-License-Identifier: MIT
"""Load profiles as people have them: coarse steps, German and English Excel, any encoding."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.calculator.load_file import read_load, text_of
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.load_table import RowFault, UnreadableProfile
from azmodels_gui.calculator.measured_load import measured_load, minutes_of
from azmodels_gui.calculator.metrics_answer import read_answer
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from tests.calculator.metrics_samples import answer, requests, series

START = datetime(2026, 3, 1)
COUNTS = st.lists(st.integers(0, 100_000), min_size=2, max_size=40).filter(any)


def profile_of(data: bytes | str) -> LoadProfile:
    held = read_load(data.encode() if isinstance(data, str) else data)
    assert isinstance(held.profile, LoadProfile)
    return held.profile


def series_text(counts: list[int], step: int, form: str = "%Y-%m-%dT%H:%M") -> str:
    times = (START + timedelta(minutes=step * place) for place in range(len(counts)))
    rows = (f"{time:{form}};{count}" for time, count in zip(times, counts, strict=True))
    return "\n".join(["Zeit;Anfragen", *rows])


def refusal_of(data: bytes | str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        profile_of(data)
    return refused.value


# Steps


def test_two_days_of_hours_with_6000_requests_are_100_a_minute() -> None:
    found = profile_of(series_text([6_000] * 48, 60))
    assert (found.minutes, found.peak, found.total_requests) == (2_880, 100, 288_000)
    assert (found.step_minutes, found.missing_minutes) == (60, 0)
    spread = found.assumptions[0]
    assert (spread.id, spread.data) == (AssumptionId.SPREAD_EVENLY, {"minutes": 60})


@pytest.mark.parametrize("step", [1, 5, 15, 30, 60, 1_440])
def test_the_rows_tell_how_long_one_stands_for(step: int) -> None:
    found = profile_of(series_text([step * 7, step * 3, step * 5], step))
    assert Counter(found.requests) == {7: step, 3: step, 5: step}
    assert found.step_minutes == step


def test_of_a_row_a_day_it_is_said_that_busy_hours_are_not_seen() -> None:
    found = profile_of(series_text([1_440, 2_880], 1_440, "%d.%m.%Y"))
    assert (found.minutes, found.peak) == (2_880, 2)
    assert found.assumptions[0].id is AssumptionId.SPREAD_OVER_DAY


def test_requests_that_do_not_divide_are_spread_without_losing_one() -> None:
    assert list(profile_of(series_text([7, 0], 5)).requests) == [1, 1, 2, 1, 2, 0, 0, 0, 0, 0]


def test_gaps_are_told_with_the_lines_before_them() -> None:
    lines = series_text([60] * 10, 60).splitlines()
    found = profile_of("\n".join(line for at, line in enumerate(lines) if at not in {3, 4, 8}))
    gaps, missing = found.cautions
    assert (gaps.id, gaps.data) == (CautionId.GAPS, {"count": 2, "lines": ("3", "6")})
    assert missing.data == {"missing": 180, "present": 7 * 60}


def test_rows_aside_of_the_step_are_refused_with_their_lines() -> None:
    text = series_text([60] * 5, 60) + "\n2026-03-01T02:30;9\n2026-03-01T09:10;9"
    error = refusal_of(text)
    assert isinstance(error, UnreadableProfile)
    assert [(row.line, row.fault) for row in error.rows] == [
        (7, RowFault.ASIDE),
        (8, RowFault.ASIDE),
    ]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param(series_text([5], 1), RefusalId.ONE_TIME, id="one row"),
        pytest.param(series_text([5, 5, 5], 7), RefusalId.STEP_UNUSABLE, id="seven minutes"),
        pytest.param(series_text([5, 5], 7 * 1_440), RefusalId.STEP_UNUSABLE, id="a week"),
        pytest.param(series_text([1] * 3_700, 1_440), RefusalId.TOO_LONG, id="over ten years"),
        pytest.param("", RefusalId.EMPTY_FILE, id="an empty file"),
        pytest.param("\n\n", RefusalId.EMPTY_FILE, id="empty lines"),
    ],
)
def test_what_does_not_tell_its_load_is_refused(text: str, refusal: RefusalId) -> None:
    assert refusal_of(text).statement.id is refusal


@settings(deadline=None)
@given(minutes=st.lists(st.integers(0, 10_000), min_size=120, max_size=240).filter(any))
def test_coarser_rows_hold_the_same_requests(minutes: list[int]) -> None:
    whole = minutes[: len(minutes) // 60 * 60]
    by_hour = [sum(whole[at : at + 60]) for at in range(0, len(whole), 60)]
    if any(by_hour):
        found = profile_of(series_text(by_hour, 60))
        assert (found.total_requests, found.minutes) == (sum(whole), len(whole))
        assert found.peak <= max(whole)


def hours_in_local_time(first: str, doubled: str) -> str:
    """Return two days by the half hour; those of an hour come twice."""
    start = datetime.fromisoformat(first)
    times = [f"{start + timedelta(minutes=30 * at):%d.%m.%Y %H:%M}" for at in range(96)]
    rows = [f"{time};30" for time in (*times, *(each for each in times if doubled in each))]
    return "\n".join(["Zeit;Anfragen", *rows])


@pytest.mark.parametrize(
    ("first", "hour"),
    [("2026-10-24", "25.10.2026 02:"), ("2026-10-31", "01.11.2026 01:")],
)
def test_the_hour_that_clocks_repeat_in_autumn_counts_twice(first: str, hour: str) -> None:
    found = profile_of(hours_in_local_time(first, hour))
    assert (found.minutes, found.total_requests) == (98 * 30, 98 * 30)
    said = found.assumptions[0]
    assert said.id is AssumptionId.CLOCKS_PUT_BACK
    day, month, year = hour[:10].split(".")
    assert said.data == {"days": (f"{year}-{month}-{day}",)}


@pytest.mark.parametrize(
    ("first", "doubled"),
    [
        pytest.param("2026-10-24", "25.10.2026 05:", id="another hour"),
        pytest.param("2026-10-17", "18.10.2026 02:", id="a Sunday before"),
        pytest.param("2026-10-24", "24.10.2026 02:", id="the day before"),
        pytest.param("2026-10-24", "25.10.2026 02:30", id="half an hour"),
        pytest.param("2026-10-24", "25.10.2026 0", id="ten hours"),
    ],
)
def test_other_times_that_come_twice_are_refused(first: str, doubled: str) -> None:
    error = refusal_of(hours_in_local_time(first, doubled))
    assert isinstance(error, UnreadableProfile)
    assert {row.fault for row in error.rows} == {RowFault.TWICE}
    assert error.rows[0].line == 98


# Metrics


def test_hourly_rows_that_say_they_are_by_minute_are_told() -> None:
    rows = series([6_000] * 48)
    for place, row in enumerate(rows["data"]):
        row["timeStamp"] = f"{START + timedelta(hours=place):%Y-%m-%dT%H:%M:%SZ}"
    found = profile_of(answer(requests(rows)))
    assert (found.minutes, found.peak, found.step_minutes) == (2_880, 100, 60)
    (said,) = (each for each in found.cautions if each.id is CautionId.INTERVAL_CONTRADICTED)
    assert said.data == {"interval": "PT1M", "minutes": 60}


@pytest.mark.parametrize(
    ("interval", "minutes"),
    [
        ("PT1M", 1),
        ("PT15M", 15),
        ("PT1H", 60),
        ("P1D", 1_440),
        ("0:05:00", 5),
        ("1 day, 0:00:00", 1_440),
        ("FULL", None),
        ("PT0M", None),
    ],
)
def test_intervals_as_the_service_and_its_command_line_write_them(
    interval: str, minutes: int | None
) -> None:
    assert minutes_of(interval) == minutes


def test_metrics_aside_of_their_step_are_refused() -> None:
    odd = series([1, 2, 3, 4])
    odd["data"][2]["timeStamp"] = "2026-03-02T10:00:00Z"
    odd["data"][3]["timeStamp"] = "2026-03-02T09:30:00Z"
    for place in (0, 1):
        odd["data"][place]["timeStamp"] = f"2026-03-02T0{7 + place}:00:00Z"
    assert refusal_of(answer(requests(odd))).statement.id is RefusalId.STEP_UNEVEN


@settings(deadline=None)
@given(counts=COUNTS, parts=st.data())
def test_a_series_in_two_parts_is_the_same_load(counts: list[int], parts: st.DataObject) -> None:
    """In two series of one answer, such as by status, and in two answers, one after the other."""
    first = [parts.draw(st.integers(0, count)) for count in counts]
    rest = [count - part for count, part in zip(counts, first, strict=True)]
    cut = parts.draw(st.integers(1, len(counts)))
    whole = [answer(requests(series(counts)))]
    by_status = [answer(requests(series(first, statuscode="200"), series(rest, statuscode="429")))]
    by_time = [
        answer(requests(series(counts[:cut]))),
        answer(requests(series(counts[cut:], start=cut))),
    ]
    found = [
        measured_load([each for data in answers for each in read_answer(data)]).profile
        for answers in (whole, by_status, by_time)
    ]
    for other in found[1:]:
        assert list(other.requests) == list(found[0].requests)
        assert other.missing_minutes == 0


# Dialects

DIALECTS = {
    "ISO, commas": ("Time,Requests", "{:%Y-%m-%dT%H:%M},{}", "utf-8"),
    "German Excel": ("sep=;\r\nZeit;Anfragen", "{:%d.%m.%Y %H:%M};{},00", "cp1252"),
    "English Excel": ("Timestamp,Count", "{:%m/%d/%Y %I:%M %p},{}.0", "utf-8-sig"),
    "Unicode text": ("Zeitstempel\tAnzahl", "{:%d.%m.%Y %H:%M:%S}\t{},0", "utf-16"),
    "no mark": ("Datum;Uhrzeit;Anfragen (gesamt)", "{0:%d.%m.%Y};{0:%H:%M};{1}", "utf-16-be"),
    "no names": ("", "{:%Y/%m/%d %H:%M}\t{}", "utf-16-le"),
    "quoted": ('"Prüfung";"Zeit";"Aufrufe"', '"ä";"{:%d-%m-%Y %H:%M}";"{}"', "cp1252"),
}


def written(dialect: str, counts: list[int], step: int) -> bytes:
    names, row, encoding = DIALECTS[dialect]
    # Begins on the 13th, so that 03/13/2026 is no other day.
    times = (datetime(2026, 3, 13) + timedelta(minutes=step * at) for at in range(len(counts)))
    rows = [row.format(time, count) for time, count in zip(times, counts, strict=True)]
    return "\r\n".join([names, *rows] if names else rows).encode(encoding)


@settings(deadline=None)
@given(counts=COUNTS, step=st.sampled_from([1, 5, 15, 60]))
def test_every_way_of_writing_a_series_is_read_the_same(counts: list[int], step: int) -> None:
    found = [profile_of(written(dialect, counts, step)) for dialect in DIALECTS]
    for each in found:
        assert list(each.requests) == list(found[0].requests)
        assert (each.step_minutes, each.missing_minutes) == (step, 0)
    assert found[0].total_requests == sum(counts)


@pytest.mark.parametrize(
    ("times", "total"),
    [
        pytest.param(["3/1/2026 9:15 AM", "3/1/2026 9:16 AM"], 2, id="one day: no matter which"),
        pytest.param(["3/12/26 23:59", "3/13/26 0:00"], 2, id="only month first is possible"),
        pytest.param(["12/3/2026 23:59", "13/3/2026 0:00"], 2, id="only day first is possible"),
        pytest.param(["12-03-2026 23:59", "13-03-2026 00:00"], 2, id="hyphens"),
        pytest.param(["3/1/2026 9:15", "3/2/2026 9:15"], None, id="a day apart, or a month"),
        pytest.param(["3/1/2026 11:59 PM", "3/2/2026 12:00 AM"], None, id="minutes, or a month"),
    ],
)
def test_day_and_month_are_told_apart_by_the_whole_file_or_refused(
    times: list[str], total: int | None
) -> None:
    text = "\n".join(["time,requests", *(f"{time},1" for time in times)])
    if total is None:
        error = refusal_of(text)
        assert error.statement.id is RefusalId.DAY_OR_MONTH
        assert error.statement.data["given"] == times[0].split()[0]
    else:
        found = profile_of(text)
        assert (found.total_requests, found.missing_minutes) == (total, 0)


def test_days_that_fit_no_order_of_the_file_are_told() -> None:
    error = refusal_of("time,requests\n13/3/2026 9:00,1\n3/14/2026 9:00,1\n14/3/2026 9:00,1")
    assert isinstance(error, UnreadableProfile)
    assert [(row.line, row.fault, row.given) for row in error.rows] == [
        (3, RowFault.TIME, "3/14/2026 9:00")
    ]


@pytest.mark.parametrize(
    ("clock", "minute"),
    [
        ("12:00 AM", 0),
        ("12:30 PM", 750),
        ("1:05 p.m.", 785),
        ("09:05:00.0000000Z", 545),
        ("9", 540),
    ],
)
def test_times_of_the_clock(clock: str, minute: int) -> None:
    text = f"time,requests\n2026-03-01 {clock},1\n2026-03-02 {clock},1"
    found = profile_of(text)
    assert found.minutes == 2_880
    near = (datetime(2026, 3, 1) + timedelta(minutes=minute + 1)).strftime("%H:%M")
    zone = "Z" if "Z" in clock else ""
    beside = profile_of(f"time,requests\n2026-03-01 {clock},1\n2026-03-01 {near}{zone},1")
    assert (beside.step_minutes, beside.missing_minutes) == (1, 0)


@pytest.mark.parametrize("bad", ["13:00 PM", "0:30 AM", "9:60", "24:00", "９:00", "٠٩:٠٠"])
def test_no_times_of_the_clock(bad: str) -> None:
    error = refusal_of(f"time,requests\n2026-03-01 09:00,1\n2026-03-01 {bad},1")
    assert isinstance(error, UnreadableProfile)
    assert [(row.line, row.fault) for row in error.rows] == [(3, RowFault.TIME)]


@pytest.mark.parametrize("first", ["hour,working_day,weekend", "Stunde;Werktag;Wochenende"])
@pytest.mark.parametrize("hour", ["{}", "{:02}", "{:02}:00", "{}:00:00"])
def test_hours_of_a_day_as_people_write_them(first: str, hour: str) -> None:
    sign = ";" if ";" in first else ","
    rows = (sign.join([hour.format(at), str(at * 10), "1"]) for at in range(24))
    held = read_load("\n".join([first, *rows]).encode())
    assert not isinstance(held.profile, LoadProfile)
    assert held.profile.working_day[8] == 80


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", id="a workbook of Excel"),
        pytest.param(b"\xff\xfet", id="half a letter"),
        pytest.param(b"time,requests\n\x81", id="no letter of Windows"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        text_of(data)
    assert refused.value.statement.id is RefusalId.NO_TEXT
