# SPDX-License-Identifier: MIT
"""`azmodels profile`: the cost curve of a file, and files that cannot be read."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.calculator.test_load_profile import YEAR_MINUTES, day_rows, year
from tests.cli.calculator_runs import (
    DATA_ZONE,
    EAST_US_2,
    SHAPE,
    Call,
    assert_refused,
    caller,
    ids,
    json_of,
)
from tests.cli.ran import Run

JSON = ("--format", "json")
STEADY = [f"2026-03-01T{hour:02}:{minute:02},1000" for hour in range(2) for minute in range(60)]


@pytest.fixture
def profile(run: Run, calculator_file: Path) -> Call:
    call = caller(run, calculator_file, "profile")
    return lambda *arguments: call("gpt-5.2", *DATA_ZONE, *EAST_US_2, *SHAPE, *arguments)


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    return written(tmp_path / "minutes.csv", "time,requests", *STEADY, "2026-03-01T02:00,1500")


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_curve_of_a_series_and_its_minimum(profile: Call, minutes_file: Path) -> None:
    told = json_of(profile("--csv", minutes_file, *JSON))
    assert (told["minutes"], told["missing_minutes"]) == (121, 0)
    assert told["peak_requests_per_minute"] == 1_500
    assert told["curve"][0]["ptu"] == 0
    assert [point["ptu"] for point in told["curve"][1:4]] == [15, 20, 25]
    assert told["curve"][-1]["spilled_requests"] == 0
    # A year would end after the model, on 8 June 2027.
    assert told["minimum"]["reservation"] == "month"
    # 90 PTU carry 850 requests without a remainder; a month pays just where nothing is lost.
    assert told["minimum"]["ptu"] == 90
    costs = [Decimal(point["cost"]["month"]) for point in told["curve"]]
    assert Decimal(told["minimum"]["cost"]) == min(costs)
    assert told["minimum_by_reservation"]["hour"]["ptu"] == 0


def test_the_sentence_says_the_cheapest_size(profile: Call, minutes_file: Path) -> None:
    told = json_of(profile("--csv", minutes_file, *JSON))
    said, least = told["verdict"], told["minimum"]
    assert (said["way"], said["ptu"]) == ("month_spill", least["ptu"])
    assert (said["monthly"], said["spilled_share"]) == (least["cost"], least["spilled_share"])
    lead = said["parts"]["en"]["lead"].replace("\N{NO-BREAK SPACE}", " ")
    assert lead in " ".join(profile("--csv", minutes_file).out.split())


def test_cost_and_profile_say_one_thing_of_a_file(
    run: Run, calculator_file: Path, profile: Call, minutes_file: Path
) -> None:
    cost = caller(run, calculator_file, "cost")
    asked = ("gpt-5.2", *DATA_ZONE, *EAST_US_2, *SHAPE, "--csv", minutes_file, *JSON)
    told, curve = json_of(cost(*asked)), json_of(profile("--csv", minutes_file, *JSON))
    assert told["verdict"] == curve["verdict"]
    assert told["cheapest"] == "month_spill"
    assert told["base_load"]["month"]["cost"] == curve["minimum"]["cost"]


def test_only_the_reservation_asked_for(profile: Call, minutes_file: Path) -> None:
    told = json_of(profile("--csv", minutes_file, "--reservation", "month", *JSON))
    assert set(told["curve"][0]["cost"]) == {"month"}
    assert set(told["minimum_by_reservation"]) == {"month"}
    assert told["minimum"]["reservation"] == "month"


def test_a_day_stands_for_a_week(profile: Call, tmp_path: Path) -> None:
    path = written(tmp_path / "day.csv", *day_rows())
    told = json_of(profile("--day", path, *JSON))
    assert told["minutes"] == 10_080
    assert told["peak_requests_per_minute"] == 230
    assert "week_of_five_and_two" in ids(told["assumptions"])


def test_missing_minutes_are_said(profile: Call, tmp_path: Path) -> None:
    path = written(tmp_path / "gap.csv", "time,requests", *STEADY[:2], "2026-03-01T00:10,5")
    told = json_of(profile("--csv", path, *JSON))
    assert told["missing_minutes"] == 8
    assert "minutes_missing" in ids(told["warnings"])


def test_without_a_price_there_is_no_minimum_but_a_reason(
    profile: Call, minutes_file: Path
) -> None:
    told = json_of(profile("--csv", minutes_file, "--region", "germanywestcentral", *JSON))
    assert told["minimum"] is None
    assert told["curve"][1]["cost"] == {"hour": None, "month": None, "year": None}
    assert told["curve"][1]["spilled_requests"] > 0
    assert "price_elsewhere" in ids(told["warnings"])


def test_the_text_shows_the_curve_and_each_minimum(profile: Call, minutes_file: Path) -> None:
    out = profile("--csv", minutes_file).out
    told = [line.split() for line in out.splitlines()]
    assert ["PTU,", "one-year", "reservation", "105"] in [line[:4] for line in told]
    assert ["PTU,", "hourly", "0"] in [line[:3] for line in told]
    assert ["No", "PTU,", "all", "per", "token", "0"] in [line[:6] for line in told]
    assert out.count("\n") < 84


def test_without_ptu_none_are_ever_full(profile: Call, tmp_path: Path) -> None:
    """At 12.5 requests a minute all are paid per token: "PTU full 71.4% of the time" of none."""
    hours = [f"{hour},{12.5 if 8 <= hour < 18 else 1},0" for hour in range(24)]
    day = written(tmp_path / "day.csv", "hour,working_day,weekend", *hours)
    text = profile("--day", str(day), "--language", "en").out
    _, risk = text.split("Risk at 0 PTU, in a month")
    rows = dict(line.strip().rsplit("  ", 1) for line in risk.partition("\n\n")[0].split("\n")[1:])
    told = {name.strip(): value.strip() for name, value in rows.items()}
    assert told["Minutes with full PTU (429 or spillover)"] == "does not apply"
    assert told["Share of the requests that find them full"] == "does not apply"
    assert told["Minutes without any request"] == "12,514"


def test_the_text_says_unknown_without_prices(profile: Call, minutes_file: Path) -> None:
    out = profile("--csv", minutes_file, "--region", "germanywestcentral").out
    told = [line.split() for line in out.splitlines()]
    assert ["PTU,", "hourly", *("unknown",) * 4] in told


def test_a_year_of_minutes_is_reckoned(profile: Call, tmp_path: Path) -> None:
    told = json_of(profile("--csv", written(tmp_path / "year.csv", *year()), *JSON))
    assert told["minutes"] == YEAR_MINUTES
    assert told["minimum"] is not None


def test_bad_rows_are_told_with_their_lines_and_nothing_is_reckoned(
    profile: Call, tmp_path: Path
) -> None:
    path = written(
        tmp_path / "bad.csv",
        *("time,requests", "2026-03-01T00:00,5", "2026-03-01T00:01,-3", "soon,1"),
    )
    ran = profile("--csv", path, *JSON)
    assert_refused(ran, "rows of the load profile that cannot be read: 2; line 3: ")
    assert "line 3: no possible whole number of requests ('-3')" in ran.err
    assert "line 4: no time such as 2026-03-01T09:15 or 01.03.2026 09:15 ('soon')" in ran.err


def test_of_many_bad_rows_the_first_are_told(profile: Call, tmp_path: Path) -> None:
    path = written(tmp_path / "bad.csv", "time,requests", *["x,y"] * 1_000)
    ran = profile("--csv", path)
    assert ran.code == 2
    assert ran.err.startswith("azmodels: rows of the load profile that cannot be read: 1,000")
    assert "line 6: " in ran.err
    assert "line 7: " not in ran.err
    assert ran.err.endswith("; and others.\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "the file is empty", id="an empty file"),
        pytest.param(b"a,b\n1,2\n", "it lacks time, requests", id="other columns"),
        pytest.param(b"time,requests\n", "holds no request", id="no rows"),
        pytest.param(b"\xff\xfe\x00t,", "the file is no text", id="half a letter"),
        pytest.param(b"time,requests\n\x00,\x00\n", "the file is no text", id="binary"),
    ],
)
def test_a_file_that_is_no_profile_ends_with_a_sentence(
    profile: Call, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "profile.csv"
    path.write_bytes(content)
    assert_refused(profile("--csv", path), told)


def test_a_day_without_all_hours_is_refused(profile: Call, tmp_path: Path) -> None:
    path = written(tmp_path / "day.csv", *day_rows()[:-1])
    assert_refused(profile("--day", path), "each of its 24 hours; there are 23")


def test_a_file_that_is_not_there_is_refused(profile: Call, tmp_path: Path) -> None:
    assert_refused(profile("--csv", tmp_path / "none.csv"), "there is no such file")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param([], "one of the arguments --csv --day --metrics is required", id="no file"),
        pytest.param(["--csv", "a", "--day", "b"], "not allowed with", id="two files"),
        pytest.param(["--csv", "a", "--input-tokens", "0"], "must be above zero", id="no input"),
        pytest.param(["--csv", "a", "--discount", "x"], "is no number", id="discount as text"),
    ],
)
def test_input_that_makes_no_sense_ends_with_a_sentence(
    profile: Call, options: list[str], told: str
) -> None:
    assert_refused(profile(*options), told)


def test_a_model_without_ptu_is_refused(
    run: Run, calculator_file: Path, minutes_file: Path
) -> None:
    call = caller(run, calculator_file, "profile")
    ran = call("gpt-plain", *DATA_ZONE, *SHAPE, "--csv", minutes_file)
    assert_refused(ran, "what a PTU carries of gpt-plain 1")


def test_how_much_spill_is_accepted_gives_the_smallest_size(
    profile: Call, minutes_file: Path
) -> None:
    # 120 minutes of 1,000 and one of 1,500: 1 % of 121,500 is 1,215.
    told = json_of(profile("--csv", minutes_file, "--accept-spill", "1", *JSON))
    accepted = told["accepted"]
    by_size = {point["ptu"]: point for point in told["curve"]}
    assert by_size[accepted["ptu"]]["spilled_requests"] <= 1_215
    assert by_size[accepted["ptu"] - 5]["spilled_requests"] > 1_215
    assert accepted["cost"] == by_size[accepted["ptu"]]["cost"]
    text = profile("--csv", minutes_file, "--accept-spill", "1").out
    assert f"Smallest size with at most 1.0% spilling over: {accepted['ptu']} PTU" in text
    assert "Share of the time with full PTU" in text


@pytest.mark.parametrize("tier", ["batch", "flex"])
def test_batch_and_flex_take_no_spillover(profile: Call, minutes_file: Path, tier: str) -> None:
    assert_refused(
        profile("--csv", minutes_file, "--processing", tier),
        "PTU spill over to a standard deployment only",
    )
