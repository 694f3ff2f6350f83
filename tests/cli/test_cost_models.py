# SPDX-License-Identifier: MIT
"""`azmodels cost MODEL MODEL ...`: one load on several models."""

from decimal import Decimal

import pytest

from tests.cli.calculator_runs import assert_refused, json_of
from tests.cli.ran import Ran, Run

NAMES = ("gpt-5", "gpt-5.4", "gpt-realtime", "o3", "gpt-4.1@2025-04-14")
OPTIONS = (
    *("--deployment-type", "DataZoneStandard", "--region", "eastus2", "--on", "2026-11-29"),
    *("--rpm", "60", "--input-tokens", "5000", "--output-tokens", "400", "--average", "8"),
)


def cost(run: Run, *names: str, language: str = "en") -> Ran:
    return run("cost", *names, *OPTIONS, "--language", language)


def test_each_model_has_the_figures_it_has_alone(run: Run) -> None:
    told = json_of(run("cost", *NAMES, *OPTIONS, "--format", "json"))
    by_name = {each["model"]: each for each in told["models"]}
    assert [each["model"] for each in told["models"]] == [name.partition("@")[0] for name in NAMES]
    for name in ("gpt-5", "gpt-5.4"):
        alone = json_of(run("cost", name, *OPTIONS, "--format", "json"))
        assert by_name[name]["verdict"] == alone["verdict"]
    first, dearer = (Decimal(by_name[name]["verdict"]["monthly"]) for name in ("gpt-5", "gpt-5.4"))
    assert abs(Decimal(by_name["gpt-5.4"]["difference"]["monthly"]) - (dearer - first)) <= Decimal(
        "0.01"
    )
    assert by_name["gpt-5"]["difference"] == {"monthly": "0.00", "ptu": 0}


def test_the_best_is_marked_and_the_best_that_lasts_beside_it(run: Run) -> None:
    told = json_of(run("cost", *NAMES, *OPTIONS, "--format", "json"))["models"]
    assert [each["model"] for each in told if each["best"]] == ["gpt-5"]
    assert [each["model"] for each in told if each["best_lasting"]] == ["gpt-5.4"]
    text = cost(run, *NAMES).out
    assert [line.split()[1] for line in text.splitlines() if line[:2] in ("▲ ", "△ ")][:2] == [
        "gpt-5",
        "gpt-5.4",
    ]
    assert "Take gpt-5 2025-08-07 per token in the US data zone" in text


def test_what_is_refused_or_dead_stays_with_its_reason(run: Run) -> None:
    told = {
        each["model"]: each
        for each in json_of(run("cost", *NAMES, *OPTIONS, "--format", "json"))["models"]
    }
    assert told["gpt-realtime"]["verdict"] is None
    assert "audio" in told["gpt-realtime"]["refused"]["en"]
    assert told["o3"]["verdict"]["model"] != "o3"
    assert not told["o3"]["best"]
    text = " ".join(cost(run, *NAMES, language="de").out.split())
    assert "o3 2025-04-16 endete am 19.11.2026" in text
    assert "Nicht gerechnet" in text
    assert text.count("gpt-realtime 2025-08-28: ") == 1


@pytest.mark.parametrize(
    ("names", "told"),
    [
        pytest.param(("gpt-5", "gpt-nonsense-9"), "unknown model", id="an unknown name"),
        pytest.param(("gpt-5", "GPT-5@2025-08-07"), "is named twice", id="one twice"),
        pytest.param(("gpt-5", "gpt-5.4", "--version", "1"), "MODEL@VERSION", id="a version"),
    ],
)
def test_names_that_make_no_sense(run: Run, names: tuple[str, ...], told: str) -> None:
    assert_refused(cost(run, *names), told)
