# SPDX-License-Identifier: MIT
"""`azmodels size`: published examples, every key, and input that makes no sense."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.calculator_runs import (
    DATA_ZONE,
    EAST_US_2,
    LOAD,
    SHAPE,
    Call,
    assert_refused,
    caller,
    ids,
    json_of,
)
from tests.cli.ran import Run


@pytest.fixture
def size(run: Run, calculator_file: Path) -> Call:
    return caller(run, calculator_file, "size")


def test_the_published_example_comes_out_to_the_digit(size: Call) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *LOAD, "--format", "json"))
    assert told["input_tpm"] == "200000"
    assert told["output_tpm"] == "20000"
    assert told["normalized_tpm"] == "360000"
    assert Decimal(told["raw_ptu"]).quantize(Decimal("0.01")) == Decimal("105.88")
    assert told["deployable_ptu"] == 110
    assert (told["minimum_ptu"], told["scale_increment"]) == (15, 5)
    assert Decimal(told["utilization"]).quantize(Decimal("0.0001")) == Decimal("0.9626")
    assert told["warnings"] == []
    assert told["latency_target"] == ""


@pytest.mark.parametrize(
    "cache",
    [
        pytest.param(["--cached", "0.5"], id="as a share"),
        pytest.param(["--cached", "50%"], id="in percent"),
        pytest.param(["--cached-tokens", "100"], id="in tokens"),
    ],
)
def test_half_the_input_from_the_cache_as_published(size: Call, cache: list[str]) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *LOAD, *cache, "--format", "json"))
    assert told["normalized_tpm"] == "260000"
    assert told["deployable_ptu"] == 80
    assert told["input_tpm"] == "200000"
    assert told["workload"]["cached_tokens"] == "100"


def test_the_image_example_as_published(size: Call) -> None:
    pictures = ("--rpm", 10, "--input-tokens", 2_000, "--output-tokens", 0)
    images = ("--image-input", 1_229, "--image-output", 7_024)
    kind = ("--deployment-type", "GlobalProvisionedManaged")
    told = json_of(size("gpt-image-2", *kind, *pictures, *images, "--format", "json"))
    assert told["normalized_tpm"] == "461104"
    assert told["deployable_ptu"] == 400


def test_the_shipped_catalogue_is_read_without_an_option(run: Run) -> None:
    told = json_of(run("size", "gpt-5.2", *DATA_ZONE, *LOAD, "--format", "json"))
    assert told["deployable_ptu"] == 110


def test_names_are_found_in_any_spelling(size: Call) -> None:
    told = json_of(
        size(
            *("GPT 5.2", "--deployment-type", "datazone provisioned-managed", *LOAD),
            *("--region", "Germany West Central", "--format", "json"),
        )
    )
    assert (told["model"], told["region"]) == ("gpt-5.2", "germanywestcentral")
    assert told["deployment_type"] == "DataZoneProvisionedManaged"


def test_two_readings_are_said(size: Call) -> None:
    regional = ("--deployment-type", "ProvisionedManaged")
    small = ("--rpm", 26, "--input-tokens", 230, "--output-tokens", 0.0001)
    told = json_of(size("o1", *regional, *small, "--format", "json"))
    assert (told["deployable_ptu"], told["other_reading_ptu"]) == (50, 75)
    assert "two_size_readings" in ids(told["warnings"])


def test_a_quota_that_is_too_small_names_the_tier_that_would_do(size: Call) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *LOAD, "--tier", "1", "--format", "json"))
    assert told["quota"]["status"] == "exceeded"
    assert told["quota"]["sufficient_tier"] == "2"
    assert "peak_above_quota" in ids(told["warnings"])
    assert "matrix" in [source["id"] for source in told["sources"]]


def test_a_given_weight_is_marked_as_such(size: Call) -> None:
    weighted = ("--weight", "output=4", "--format", "json")
    told = json_of(size("FW-GLM", *DATA_ZONE, *LOAD, *weighted))
    assert told["normalized_tpm"] == "280000"
    assert [part["given"] for part in told["weights"]] == [False, True]
    assert "weight_given" in ids(told["assumptions"])


def test_statements_carry_figures_and_both_languages(size: Call) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *LOAD, "--tier", "1", "--format", "json"))
    (said,) = (each for each in told["warnings"] if each["id"] == "peak_above_quota")
    assert said["data"]["needed_tpm"] == "220000"
    assert "220,000 TPM" in said["text"]["en"]
    assert "220.000 TPM" in said["text"]["de"]


def test_the_text_has_the_numbers_and_the_warnings(size: Call) -> None:
    out = size("gpt-5.2", *DATA_ZONE, *LOAD, "--tier", "1", *EAST_US_2).out
    assert re.search(r"Raw PTU +105\.88\n", out)
    assert re.search(r"Deployable PTU +110\n", out)
    assert "  ! The peak (220,000 TPM, 1,000 RPM) is above the quota of tier 1" in out
    assert "Lowest sufficient tier (known: 1, 2)  2" in out


def test_the_text_tells_how_the_size_came_about_and_what_is_in_order(size: Call) -> None:
    out = size("gpt-5.2", *DATA_ZONE, *LOAD, *EAST_US_2).out
    told = out.partition("How it was reckoned\n")[2].partition("\n\n")[0].splitlines()
    assert told[-1] == "  - Utilisation at the peak: 360,000 ÷ (110 × 3,400) = 96.3%"
    assert len(told) == 9
    checked = out.partition("Checked, and in order\n")[2].partition("\n\n")[0].splitlines()
    assert "  - DataZoneProvisionedManaged is offered in East US 2." in checked
    assert "outlives" not in out


def test_steps_and_checks_have_ids_and_both_languages(size: Call) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *LOAD, *EAST_US_2, "--format", "json"))
    (step,) = (each for each in told["steps"] if each["id"] == "raw_ptu")
    assert step["label"] == {"en": "Raw PTU", "de": "Rechnerisch nötige PTU"}
    assert step["formula"]["de"] == "360.000 ÷ 3.400"
    assert step["result"] == {"en": "105.88", "de": "105,88"}
    assert step["sources"]
    assert "offered_in_region" in ids(told["checks"])


def test_the_text_is_german_on_request(run: Run, calculator_file: Path) -> None:
    ran = run(
        "size", "gpt-5.2", *DATA_ZONE, *LOAD, "--catalog", calculator_file, "--language", "de"
    )
    assert "Bereitzustellende PTU" in ran.out
    assert "105,88" in ran.out


def changed(*changes: str) -> list[str]:
    """Return the usual load with some of its options replaced."""
    options = dict(zip(LOAD[::2], LOAD[1::2], strict=True))
    options |= dict(zip(changes[::2], changes[1::2], strict=True))
    return [part for option in options.items() for part in option]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(["--rpm", "-5"], "--rpm '-5' must be above zero", id="negative requests"),
        pytest.param(["--rpm", "0"], "--rpm '0' must be above zero", id="no requests"),
        pytest.param(["--rpm", "many"], "--rpm 'many' is no number", id="text"),
        pytest.param(["--rpm", "NaN"], "--rpm 'NaN' is no number", id="NaN"),
        pytest.param(["--rpm", "inf"], "--rpm 'inf' is no number", id="endless"),
        pytest.param(["--rpm", "1e3"], "--rpm '1e3' is no number", id="an exponent"),
        pytest.param(["--rpm", "1,000"], "--rpm '1,000' is no number", id="a separator"),
        pytest.param(["--rpm", ""], "--rpm '' is no number", id="nothing"),
        pytest.param(["--rpm", "١٢"], "is no number", id="digits of another script"),
        pytest.param(
            ["--rpm", "1000000000000"],
            "requests per minute: 1000000000000 is more than the 10,000,000 that are possible",
            id="10^12 requests",
        ),
        pytest.param(["--rpm", "9" * 5_000], "is no number", id="5,000 digits"),
        pytest.param(["--rpm", "0.0000000000001"], "more than 9 decimal places", id="tiny parts"),
        pytest.param(
            ["--input-tokens", "0"], "--input-tokens '0' must be above zero", id="no input"
        ),
        pytest.param(
            ["--input-tokens", "-1"], "--input-tokens '-1' must be above zero", id="negative input"
        ),
        pytest.param(
            ["--input-tokens", "100000000"], "text input tokens: 100000000", id="absurd input"
        ),
        pytest.param(
            ["--output-tokens", "0"], "--output-tokens must be above zero", id="no output"
        ),
        pytest.param(["--output", "-1"], "must not be below zero", id="negative output"),
        pytest.param(["--cached-tokens", "201"], "more than the input (200)", id="cached above"),
        pytest.param(["--cached-tokens", "-1"], "must not be below zero", id="negative cache"),
        pytest.param(["--cached", "50"], "write 0.5 or 50%", id="a rate or percent?"),
        pytest.param(["--cached", "101%"], "no percentage from 0 to 100", id="above 100 percent"),
        pytest.param(["--cached", "NaN"], "is no number", id="NaN as a rate"),
        pytest.param(["--cache-write", "201"], "more than the input (200)", id="written above"),
        pytest.param(["--cache-write", "5"], "token of cache write", id="no weight for writes"),
        pytest.param(["--image-output", "5"], "token of image output", id="no image model"),
        pytest.param(["--image-input", "x"], "--image-input 'x' is no number", id="image text"),
        pytest.param(["--weight", "output"], "NAME=NUMBER", id="a weight without a number"),
        pytest.param(["--weight", "words=1"], "NAME=NUMBER", id="a weight for nothing"),
        pytest.param(["--weight", "output=-1"], "must not be below zero", id="negative weight"),
        pytest.param(
            ["--weight", "output=99999999999"], "that are possible", id="an absurd weight"
        ),
        pytest.param(["--tier", "7"], "invalid choice: '7'", id="no such tier"),
        pytest.param(["--region", "atlantis"], "unknown region 'atlantis'", id="no such region"),
        pytest.param(["--version", "1999"], "unknown version of gpt-5.2", id="no such version"),
        pytest.param(
            ["--deployment-type", "DataZoneProvisionedManged"],
            "did you mean DataZoneProvisionedManaged",
            id="unknown deployment type",
        ),
        pytest.param(
            ["--deployment-type", "DataZoneStandard"],
            "DataZoneStandard is not provisioned; the provisioned deployment type of the same "
            "scope is DataZoneProvisionedManaged",
            id="a type without PTU",
        ),
    ],
)
def test_input_that_makes_no_sense_ends_with_a_sentence(
    size: Call, changes: list[str], told: str
) -> None:
    for form in ("text", "json"):
        ran = size("gpt-5.2", *DATA_ZONE, *changed(*changes), "--format", form)
        assert_refused(ran, told)


@pytest.mark.parametrize(
    ("model", "kind", "told"),
    [
        pytest.param("gpt-9", "DataZoneProvisionedManaged", "unknown model 'gpt-9'", id="model"),
        pytest.param(
            "gpt-plain",
            "DataZoneProvisionedManaged",
            "no source states what a PTU carries of gpt-plain 1",
            id="a model without PTU",
        ),
        pytest.param(
            "o1",
            "GlobalProvisionedManaged",
            "no provisioned deployment in the scope global; it has: regional",
            id="a scope the model lacks",
        ),
        pytest.param(
            "FW-GLM",
            "DataZoneProvisionedManaged",
            "a token of output (short context) counts on PTU for this model. Give one by --weight",
            id="a weight no source states",
        ),
    ],
)
def test_what_the_model_lacks_is_refused_with_the_reason(
    size: Call, model: str, kind: str, told: str
) -> None:
    assert_refused(size(model, "--deployment-type", kind, *LOAD), told)


def test_both_ways_to_state_the_cache_are_refused(size: Call) -> None:
    both = ("--cached", "0.5", "--cached-tokens", "10")
    assert_refused(size("gpt-5.2", *DATA_ZONE, *LOAD, *both), "not allowed with")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    option=st.sampled_from(["--rpm", "--input-tokens", "--output", "--cached", "--cache-write"]),
    given_text=st.text(max_size=30) | st.floats().map(str) | st.integers().map(str),
)
def test_no_text_in_a_number_leads_to_a_traceback(size: Call, option: str, given_text: str) -> None:
    arguments = [*changed(), f"{option}={given_text}"]
    ran = size("gpt-5.2", *DATA_ZONE, *arguments, "--format", "json")
    assert ran.code in (0, 2)
    assert bool(ran.out) is (ran.code == 0)


def test_ptu_without_a_load_say_what_they_carry(size: Call) -> None:
    told = json_of(size("gpt-5.2", *DATA_ZONE, *SHAPE, "--ptu", "100", "--format", "json"))
    assert told["carries"] == {
        "ptu": 100,
        "requests_per_minute": "944.44",
        "input_tpm": 188_888,
        "output_tpm": 18_888,
        "normalized_tpm": "340000",
    }
    assert told["deployable_ptu"] == 100
    text = size("gpt-5.2", *DATA_ZONE, *SHAPE, "--ptu", "100").out
    assert "What 100 PTU carry\n  Such requests per minute  944.44\n" in text


def test_ptu_that_cannot_be_deployed_carry_nothing(size: Call) -> None:
    assert_refused(size("gpt-5.2", *DATA_ZONE, *SHAPE, "--ptu", "7"), "cannot be deployed")


def with_cache(run: Run, model: str, *load: object) -> Any:
    """Return the size of a load on the shipped catalogue."""
    kind = ("--deployment-type", "GlobalProvisionedManaged", "--rpm", 100)
    return json_of(run("size", model, *kind, *load, "--format", "json"))


def test_cached_tokens_of_a_fireworks_model_are_deducted_fully(run: Run) -> None:
    """The page has no output ratio for it, so the user states one: 1,000 - 400 + 3 x 100."""
    load = (
        "--input-tokens",
        1_000,
        "--cached-tokens",
        400,
        "--output-tokens",
        100,
        "--weight",
        "output=3",
    )
    told = with_cache(run, "FW-DeepSeek-V3.2", *load)
    assert told["normalized_tpm"] == "90000"
    assert told["raw_ptu"] == "30"  # 3,000 TPM a PTU
    weights = {part["category"]: (part["weight"], part["given"]) for part in told["weights"]}
    assert weights["cached_input"] == ("0", False)


WRITTEN = (
    *("--input-tokens", 1_000, "--cached-tokens", 400),
    *("--cache-write", 300, "--output-tokens", 100),
)


def test_what_gpt_5_6_writes_into_the_cache_counts_as_input(run: Run) -> None:
    """The older formula: all that is not read from the cache counts 1, output 6."""
    told = with_cache(run, "gpt-5.6-terra", *WRITTEN)
    assert told["normalized_tpm"] == "120000"  # 100 x (300 + 300 + 6 x 100)
    assert told["raw_ptu"] == "40"


def test_gpt_6_has_weights_of_its_own(run: Run) -> None:
    """100 x (300 + 400 x 0.1 + 300 x 1.25 + 100 x 5)."""
    assert with_cache(run, "gpt-6-sol", *WRITTEN)["normalized_tpm"] == "121500"
