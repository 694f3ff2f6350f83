# SPDX-License-Identifier: MIT
"""`azmodels profile --metrics`: a load as Azure Monitor measured it."""

from pathlib import Path

import pytest

from tests.calculator.metrics_samples import answer, requests, series, tokens_in, tokens_out
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
MEASURED = ("--input-tokens", "measured", "--output-tokens", "measured")
CHAT = {"modeldeploymentname": "chat"}
CODE = {"modeldeploymentname": "code"}


@pytest.fixture
def profile(run: Run, calculator_file: Path) -> Call:
    call = caller(run, calculator_file, "profile")
    return lambda *arguments: call("gpt-5.2", *DATA_ZONE, *EAST_US_2, *arguments)


@pytest.fixture
def metrics(tmp_path: Path) -> Path:
    return written(
        tmp_path / "metrics.json",
        answer(
            requests(series([900, 1_100, None], **CHAT), series([5, 5, 5], **CODE)),
            tokens_in(series([180_000, 220_000, 0], **CHAT)),
            tokens_out(series([18_000, 22_000, 0], **CHAT)),
        ),
    )


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_was_measured_of_a_request_is_offered_and_not_used(
    profile: Call, metrics: Path
) -> None:
    chat = ("--metrics", metrics, "--series", "ModelDeploymentName=chat")
    told = json_of(profile(*chat, "--input-tokens", "100", "--output-tokens", "10", *JSON))
    assert told["measured_request"] == {"input_tokens": "200", "output_tokens": "20"}
    assert told["workload"]["input_tokens"] == "100"
    assert "measured_tokens" not in ids(told["assumptions"])
    assert (told["minutes"], told["missing_minutes"], told["requests"]) == (2, 1, 2_000)
    assert "minutes_missing" in ids(told["warnings"])


def test_measured_tokens_are_taken_when_they_are_asked_for(profile: Call, metrics: Path) -> None:
    chat = ("--metrics", metrics, "--series", "modeldeploymentname=chat")
    told = json_of(profile(*chat, *MEASURED, *JSON))
    assert told["workload"]["input_tokens"] == "200"
    assert told["workload"]["output_tokens"] == "20"
    assert ids(told["assumptions"]).count("measured_tokens") == 2
    same = json_of(profile(*chat, *SHAPE, *JSON))
    assert same["curve"] == told["curve"]


def test_all_series_are_added_with_a_warning(profile: Call, metrics: Path) -> None:
    told = json_of(profile("--metrics", metrics, *SHAPE, *JSON))
    assert (told["requests"], told["missing_minutes"]) == (2_015, 0)
    assert "silence_is_zero" in ids(told["assumptions"])
    assert told["measured_request"] == {"input_tokens": None, "output_tokens": None}
    assert "deployments_added" in ids(told["warnings"])


def test_the_text_says_what_was_measured(profile: Call, metrics: Path) -> None:
    chat = ("--metrics", metrics, "--series", "ModelDeploymentName=chat")
    out = profile(*chat, *SHAPE).out
    assert "Input tokens of a request, measured   200" in out
    unknown = profile("--metrics", metrics, *SHAPE).out
    assert "Output tokens of a request, measured  unknown" in unknown


def test_several_files_are_one_series(profile: Call, metrics: Path, tmp_path: Path) -> None:
    later = written(tmp_path / "later.json", answer(requests(series([7], start=9, **CHAT))))
    chat = ("--metrics", metrics, "--metrics", later, "--series", "ModelDeploymentName=chat")
    told = json_of(profile(*chat, *SHAPE, *JSON))
    assert (told["requests"], told["minutes"], told["missing_minutes"]) == (2_007, 3, 7)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--series", "chat"), "is not of the form NAME=VALUE", id="no assignment"),
        pytest.param(
            ("--series", "a=b", "--series", "A=c"), "--series is given twice", id="a name twice"
        ),
        pytest.param(("--series", "region=eu"), "modeldeploymentname=code", id="no such series"),
        pytest.param(
            (), "--input-tokens measured: the metrics do not tell", id="tokens not measured"
        ),
    ],
)
def test_what_the_metrics_do_not_hold_is_refused(
    profile: Call, metrics: Path, options: tuple[str, ...], told: str
) -> None:
    assert_refused(profile("--metrics", metrics, *MEASURED, *options), told)


def test_what_one_metric_does_not_tell_needs_a_number(profile: Call, tmp_path: Path) -> None:
    only_in = answer(requests(series([2], **CHAT)), tokens_in(series([90], **CHAT)))
    only_in_file = written(tmp_path / "in.json", only_in)
    told = "--output-tokens measured: the metrics do not tell"
    assert_refused(profile("--metrics", only_in_file, *MEASURED), told)
    taken = json_of(
        profile(
            "--metrics", only_in_file, "--input-tokens", "measured", "--output-tokens", "9", *JSON
        )
    )
    assert taken["workload"]["input_tokens"] == "45"


def test_a_file_that_is_no_answer_is_named(profile: Call, tmp_path: Path) -> None:
    other = written(tmp_path / "other.json", b'{"interval": "PT1M"}')
    assert_refused(profile("--metrics", other, *SHAPE), f"{other}: this is no answer of Azure")
    bad = written(tmp_path / "bad.json", answer(requests(series([-1]))))
    assert_refused(
        profile("--metrics", bad, *SHAPE),
        "read: 1; first at value[0].timeseries[0].data[0].total: -1.",
    )
    assert_refused(profile("--metrics", tmp_path, *SHAPE), "it is a folder")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--series", "a=b", *SHAPE), "--series needs --metrics", id="series"),
        pytest.param(MEASURED, "--input-tokens measured needs --metrics", id="measured tokens"),
    ],
)
def test_options_for_metrics_need_metrics(
    profile: Call, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    csv = written(tmp_path / "load.csv", b"time,requests\n2026-03-01T00:00,5\n2026-03-01T00:01,5\n")
    assert_refused(profile("--csv", csv, *options), told)
