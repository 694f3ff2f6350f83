# SPDX-License-Identifier: MIT
"""`azmodels size` where input is cached, on the shipped catalogue: case B9 of the calculator."""

from typing import Any

from tests.cli.calculator_runs import json_of
from tests.cli.ran import Run

GLOBAL = ("--deployment-type", "GlobalProvisionedManaged", "--rpm", 100)


def size(run: Run, model: str, *options: object) -> Any:
    return json_of(run("size", model, *GLOBAL, *options, "--format", "json"))


def test_cached_tokens_of_a_fireworks_model_are_deducted_fully(run: Run) -> None:
    """The page has no output ratio for it, so the user states one: 1,000 - 400 + 3 x 100."""
    load = ("--input", 1_000, "--cached-tokens", 400, "--output", 100, "--weight", "output=3")
    told = size(run, "FW-DeepSeek-V3.2", *load)
    assert told["normalized_tpm"] == "90000"
    assert told["raw_ptu"] == "30"  # 3,000 TPM a PTU
    weights = {part["category"]: (part["weight"], part["given"]) for part in told["weights"]}
    assert weights["cached_input"] == ("0", False)


def test_what_gpt_5_6_writes_into_the_cache_counts_as_input(run: Run) -> None:
    """The older formula: all that is not read from the cache counts 1, output 6."""
    load = ("--input", 1_000, "--cached-tokens", 400, "--cache-write", 300, "--output", 100)
    told = size(run, "gpt-5.6-terra", *load)
    assert told["normalized_tpm"] == "120000"  # 100 x (300 + 300 + 6 x 100)
    assert told["raw_ptu"] == "40"


def test_gpt_6_has_weights_of_its_own(run: Run) -> None:
    """100 x (300 + 400 x 0.1 + 300 x 1.25 + 100 x 5)."""
    load = ("--input", 1_000, "--cached-tokens", 400, "--cache-write", 300, "--output", 100)
    assert size(run, "gpt-6-sol", *load)["normalized_tpm"] == "121500"
