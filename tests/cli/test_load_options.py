# SPDX-License-Identifier: MIT
"""Loads from whatever is known: users, sessions, pages, turns, presets; and what is refused."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.cli.load_options import load_json
from tests.calculator.samples import load
from tests.cli.calculator_runs import assert_refused, json_of
from tests.cli.ran import Ran, Run

GLOBAL = ("gpt-5.2", "--deployment-type", "GlobalProvisionedManaged")
OFFICE = (
    *("--users", "500", "--requests-per-user", "20", "--working-days", "22"),
    *("--busy-hours", "8", "--peak-factor", "3"),
)
TOKENS = ("--input-tokens", "5000", "--output-tokens", "400")
JSON = ("--format", "json")
DAY = Path(__file__).parents[2] / "docs" / "examples" / "load-by-hour.csv"


@pytest.fixture(autouse=True)
def shipped_catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def asked(run: Run) -> Callable[..., Ran]:
    """Return a way to ask for gpt-5.2, global, in English unless another language is named."""

    def call(command: str, *arguments: object) -> Ran:
        language = () if "--language" in arguments else ("--language", "en")
        return run(command, *GLOBAL, *arguments, "--on", "2026-11-29", *language)

    return call


def ids(told: dict[str, Any]) -> list[str]:
    return [said["id"] for said in told["assumptions"]]


def test_five_hundred_employees_cost_3157_dollars_a_month(asked: Callable[..., Ran]) -> None:
    told = json_of(asked("cost", *OFFICE, *TOKENS, *JSON))
    assert told["load"] == {
        "made_of": "users",
        "peak_rpm": "62.5",
        "average_rpm": "20.83333333333333333333333333",
        "average_load": "0.08036529680365296803652968037",
        "monthly_requests": "220000",
        "peak_tpm": "337500",
        "preset": None,
        "request": None,
    }
    assert told["payg_monthly"] == "3157.00"
    out = asked("cost", *OFFICE, *TOKENS, "--language", "en").out
    assert "  - Requests in the busiest minute: 500 × 20 ÷ (8 × 60) × 3 = 62.5\n" in out
    assert "  - Requests a month: 500 × 20 × 22 = 220,000\n" in out
    assert "  - Per token (PAYG), a month: 220,000 × $0.01435 = $3,157.00\n" in out


def test_all_commands_have_the_same_load(asked: Callable[..., Ran], run: Run) -> None:
    given = (*OFFICE, *TOKENS, *JSON)
    loads = [json_of(asked(command, *given))["load"] for command in ("cost", "size")]
    loads.append(run("guide", *given).json["load"])
    assert loads[0] == loads[1] == loads[2]


def test_ten_sessions_of_half_a_minute(asked: Callable[..., Ran]) -> None:
    sessions = ("--sessions", "10", "--session-seconds", "30")
    hours = ("--working-days", "22", "--busy-hours", "8", "--peak-factor", "2")
    told = json_of(asked("size", *sessions, *hours, *TOKENS, *JSON))["load"]
    assert (told["made_of"], told["peak_rpm"]) == ("sessions", "20")
    assert told["monthly_requests"] == str(10 * 60 * 8 * 22)
    out = asked("size", *sessions, *TOKENS, "--average", "25", "--language", "de").out
    assert "  - Anfragen in der stärksten Minute: 10 × 60 ÷ 30 = 20\n" in out
    assert "  - Anfragen im Monat: 20 × 730 × 60 × 25,0 % = 219.000\n" in out


@pytest.mark.parametrize(("model", "cautioned"), [("gpt-4o", True), ("o4-mini", False)])
def test_reasoning_of_a_model_that_nobody_says_reasons_is_told(
    run: Run, model: str, cautioned: bool
) -> None:
    where = ("--deployment-type", "GlobalStandard", "--on", "2026-09-01", "--language", "en")
    load = ("--rpm", "20", "--input-tokens", "500", "--output-tokens", "100", "--reasoning", "high")
    told = json_of(run("cost", model, *where, *load, *JSON))
    assert ("reasoning_not_known" in [each["id"] for each in told["warnings"]]) is cautioned


def test_a_request_from_pages_turns_and_reasoning(asked: Callable[..., Ran]) -> None:
    """Of four turns: 2.5 questions of (30 + 2 x 500) x 1.33 tokens, 1.5 answers of 266."""
    shape = (
        *("--pages", "2", "--words", "30", "--output-words", "200", "--turns", "4"),
        *("--system-prompt", "1500", "--reasoning", "medium"),
    )
    told = json_of(asked("size", "--rpm", "20", *shape, *JSON))
    assert told["workload"]["input_tokens"] == "5323.75"
    assert told["workload"]["cached_tokens"] == "1500"
    assert told["workload"]["output_tokens"] == "1064"
    assert told["load"]["request"] == {
        "question_tokens": "1369.9",
        "answer_tokens": "266",
        "system_prompt": "1500",
        "turns": 4,
        "reasoning": "3",
    }
    assert {"tokens_of_words", "words_of_pages", "history_grows", "reasoning"} < set(ids(told))
    out = asked("size", "--rpm", "20", *shape, "--language", "en").out
    assert "  - Tokens that are new in a prompt: (30 + 2 × 500) × 1.33 = 1,369.9\n" in out
    assert "  - Input tokens of a request: 1,500 + 2.5 × 1,369.9 + 1.5 × 266 = 5,323.75\n" in out
    assert "  - Output tokens of a request: 266 × (1 + 3) = 1,064\n" in out


def test_other_factors_are_taken_and_told(asked: Callable[..., Ran]) -> None:
    factors = ("--tokens-per-word", "2", "--words-per-page", "300", "--words-per-minute", "100")
    text = ("--pages", "1", "--speech-minutes", "2", "--input-tokens", "50", "--output-words", "10")
    told = json_of(asked("size", "--rpm", "1", *text, *factors, *JSON))
    assert told["workload"]["input_tokens"] == str(50 + 2 * (300 + 200))
    assert told["workload"]["output_tokens"] == "20"


def test_a_system_prompt_is_cached_unless_the_cache_is_stated(asked: Callable[..., Ran]) -> None:
    shape = ("--rpm", "1", *TOKENS, "--system-prompt", "1000")
    assert json_of(asked("size", *shape, *JSON))["workload"]["cached_tokens"] == "1000"
    told = json_of(asked("size", *shape, "--cached", "0", *JSON))
    assert told["workload"]["cached_tokens"] == "0"
    assert told["workload"]["input_tokens"] == "6000"
    assert "system_prompt_cached" not in ids(told)


def test_a_preset_fills_in_what_is_not_given(asked: Callable[..., Ran]) -> None:
    told = json_of(asked("cost", "--users", "500", "--preset", "internal-assistant", *JSON))
    assert told["payg_monthly"] == "3157.00"
    assert told["load"]["preset"] == "internal-assistant"
    assert "load_preset" in ids(told)
    other = (
        "--users",
        "500",
        "--requests-per-user",
        "10",
        "--input-tokens",
        "2500",
        "--output-tokens",
        "200",
    )
    told = json_of(asked("cost", *other, "--preset", "internal-assistant", *JSON))
    assert told["load"]["monthly_requests"] == "110000"
    assert told["workload"]["input_tokens"] == "2500"


def test_a_preset_fills_in_the_hours_of_sessions(asked: Callable[..., Ran]) -> None:
    sessions = ("--sessions", "10", "--session-seconds", "30", "--preset", "customer-chat")
    told = json_of(asked("cost", *sessions, *JSON))
    assert told["load"]["monthly_requests"] == str(20 * 60 * 16 * 30 // 4)
    told = json_of(asked("cost", *sessions, "--average", "10", *JSON))
    assert told["load"]["average_load"] == "0.1"


def test_a_profile_is_the_load(asked: Callable[..., Ran]) -> None:
    told = json_of(
        asked("profile", "--day", DAY, "--input-tokens", "200", "--output-tokens", "20", *JSON)
    )
    assert told["load"]["made_of"] == "profile"
    assert told["load"]["peak_rpm"] == str(told["peak_requests_per_minute"])
    average = Decimal(told["load"]["average_load"]) * told["peak_requests_per_minute"]
    assert abs(average - Decimal(told["average_requests_per_minute"])) < Decimal("1E-20")
    requests = Decimal(told["load"]["monthly_requests"]) * Decimal(told["payg_per_request"])
    assert abs(requests - Decimal(told["curve"][0]["payg_cost"])) <= Decimal("0.005")


def test_a_file_is_the_load_of_size_and_cost_as_of_profile(asked: Callable[..., Ran]) -> None:
    told = json_of(asked("profile", "--day", DAY, *TOKENS, *JSON))
    cost = json_of(asked("cost", "--day", DAY, *TOKENS, *JSON))
    size = json_of(asked("size", "--day", DAY, *TOKENS, *JSON))
    assert cost["load"] == size["load"] == told["load"]
    assert cost["payg_monthly"] == told["curve"][0]["cost"]["hour"]
    # Hours of a working day add up to 8,090 a minute, of the weekend to 809: (5 x 8,090 +
    # 2 x 809) x 60 in 10,080 minutes, 10,967,728.57 in 43,800; one costs 5,000 x $1.75 and
    # 400 x $14 a million, $0.01435: $157,386.905.
    assert cost["payg_monthly"] == "157386.91"
    assert cost["deployable_ptu"] == size["deployable_ptu"] == told["curve"][-1]["ptu"]
    assert cost["verdict"]["monthly"] == cost["payg_monthly"]
    assert {"load_of_profile", "week_of_five_and_two"} <= set(ids(size))
    (step,) = (each for each in cost["steps"] if each["id"] == "monthly_requests")
    assert step["result"]["en"] == "10,967,729"


def test_two_models_share_the_load_of_a_file(run: Run, asked: Callable[..., Ran]) -> None:
    load = (*GLOBAL[1:], "--day", DAY, *TOKENS, *JSON)
    both = json_of(run("cost", "gpt-5.2", "gpt-5-mini", *load, "--on", "2026-11-29"))
    first, second = (each["verdict"]["monthly"] for each in both["models"])
    assert first == json_of(asked("cost", "--day", DAY, *TOKENS, *JSON))["verdict"]["monthly"]
    # At 5,000 x $0.25 + 400 x $2 a million, $0.00205.
    assert second == "22483.84"


def test_ptu_are_held_against_the_load_of_a_file(asked: Callable[..., Ran]) -> None:
    told = json_of(asked("size", "--day", DAY, "--ptu", "5000", *TOKENS, *JSON))
    assert told["deployable_ptu"] == 5000
    assert told["load"]["made_of"] == "profile"


def test_a_missing_minute_is_told_by_size_and_cost(
    asked: Callable[..., Ran], tmp_path: Path
) -> None:
    path = tmp_path / "gap.csv"
    path.write_text("time,requests\n2026-03-01T00:00,5\n2026-03-01T00:01,7\n2026-03-01T00:03,6\n")
    for command in ("size", "cost"):
        told = json_of(asked(command, "--csv", path, *TOKENS, *JSON))
        texts = [each["text"]["en"] for each in told["warnings"] if each["id"] == "minutes_missing"]
        assert texts == [
            "One minute between the first and the last is missing; missing is not zero, so the "
            "month is projected from the 3 that are there."
        ]


@pytest.mark.parametrize("command", ["size", "cost"])
@pytest.mark.parametrize(
    ("language", "refused"),
    [
        pytest.param("en", "the load profile says how much there is", id="English"),
        pytest.param("de", "das Lastprofil sagt", id="German"),
    ],
)
@pytest.mark.parametrize("option", ["--rpm", "--users", "--sessions", "--average"])
def test_a_file_and_another_load_are_refused(
    asked: Callable[..., Ran], command: str, language: str, refused: str, option: str
) -> None:
    ran = asked(command, "--day", DAY, *TOKENS, option, "5", "--language", language)
    assert_refused(ran, refused)
    assert option in ran.err


def test_tokens_per_minute_are_told_whole_and_written_exactly(asked: Callable[..., Ran]) -> None:
    load = (
        "--sessions",
        "1000",
        "--session-seconds",
        "57.6",
        "--input-tokens",
        "1000",
        "--output-tokens",
        "200",
    )
    out = asked("cost", *load, "--language", "en").out
    assert "  Input TPM                       1,041,667\n" in out
    assert "  Output TPM                      208,333\n" in out
    told = json_of(asked("cost", *load, *JSON))
    assert told["input_tpm"] == "1041666.666667"


@pytest.mark.parametrize(
    ("given", "english", "german"),
    [
        pytest.param((), "a load is needed", "eine Last wird gebraucht", id="no load"),
        pytest.param(
            ("--users", "1.5 users", *OFFICE[2:]), "is no number", "ist keine Zahl",
            id="users with a word",
        ),
        pytest.param(
            (*OFFICE, "--users", "0"), "must be above zero", "muss größer als null", id="nobody"
        ),
        pytest.param(
            (*OFFICE, "--users", "-3"), "must be above zero", "muss größer als null", id="negative"
        ),
        pytest.param(
            (*OFFICE, "--users", "99999999999"), "is more than", "ist mehr als", id="absurd"
        ),
        pytest.param(
            (*OFFICE, "--busy-hours", "25"), "is more than", "ist mehr als", id="a day of 25 hours"
        ),
        pytest.param(
            (*OFFICE, "--peak-factor", "0.5"), "must not be below one", "nicht unter eins",
            id="a peak below the average",
        ),
        pytest.param(
            (*OFFICE, "--rpm", "5"), "--rpm and --users both say", "--rpm und --users",
            id="two loads",
        ),
        pytest.param(
            (*OFFICE, "--average", "5"), "--average does not go with --users",
            "--average passt nicht zu --users", id="an average of users",
        ),
        pytest.param(
            ("--rpm", "5", "--average", "5", "--busy-hours", "8"),
            "--average and --busy-hours both say", "--average und --busy-hours", id="two averages",
        ),
        pytest.param(
            ("--sessions", "5"), "needs --session-seconds", "--session-seconds", id="no seconds"
        ),
        pytest.param(
            ("--users", "5", "--busy-hours", "8"), "needs --requests-per-user",
            "--requests-per-user", id="half an office",
        ),
        pytest.param(
            ("--rpm", "5", "--turns", "0"), "--turns '0' is no whole number", "keine ganze Zahl",
            id="no turn",
        ),
        pytest.param(
            ("--rpm", "5", "--turns", "2.5"), "--turns '2.5' is no whole number",
            "keine ganze Zahl", id="half a turn",
        ),
        pytest.param(
            ("--rpm", "5", "--reasoning", "huge"), "is no number", "ist keine Zahl", id="no effort"
        ),
        pytest.param(
            ("--rpm", "5", "--pages", "99999999"), "is more than", "ist mehr als", id="a library"
        ),
        pytest.param(
            ("--rpm", "5", "--tokens-per-word", "0", "--words", "5"), "must be above zero",
            "muss größer als null", id="words of nothing",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_both_languages(
    asked: Callable[..., Ran], given: tuple[str, ...], english: str, german: str
) -> None:
    for language, part in (("en", english), ("de", german)):
        tokens = TOKENS if given else ()
        assert_refused(asked("cost", *tokens, *given, "--language", language), part)


def test_a_profile_leaves_no_room_for_another_load(run: Run, tmp_path: Path) -> None:
    ran = run(
        *("compare", "gpt-5.2", "--sheet", "sizing", "--deployment-type", GLOBAL[2]),
        *("--day", DAY, "--input-tokens", "200", "--output-tokens", "20", "--rpm", "5"),
        *("--output", tmp_path / "sheet.md"),
    )
    assert ran.code == 2
    assert "the load profile says how much there is: leave --rpm out." in ran.err


def test_without_a_load_there_is_nothing_to_tell() -> None:
    assert load_json(None) is None
    told = load_json(MonthLoad.of_peak(load(1, 5, 5), Decimal("0.5")))
    assert told is not None
    assert told["made_of"] == "typed"


def test_names_of_tokens_before_1_0_are_still_understood(asked: Callable[..., Ran]) -> None:
    """A file is what `--output` means in a help; scripts have it for tokens, too."""
    before = asked("size", "--rpm", 1000, "--input", 200, "--output", 20)
    assert before.code == 0
    assert before == asked("size", "--rpm", 1000, "--input-tokens", 200, "--output-tokens", 20)
    assert not re.search(r"--(in|out)put\b(?!-)", asked("size", "--help").out)
