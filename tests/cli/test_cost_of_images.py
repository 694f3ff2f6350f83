# SPDX-License-Identifier: MIT
"""`azmodels cost` for models that see, on the shipped catalogue: case B2 of the calculator."""

from typing import Any

import pytest

from tests.cli.calculator_runs import ids, json_of
from tests.cli.ran import Run

GLOBAL = ("--deployment-type", "GlobalStandard", "--rpm", 1, "--on", "2026-11-30")
TEXT = ("--input", 1_000, "--output", 100)
SEEN = ("--input", 235, "--image-input", 765, "--output", 100)


def cost(run: Run, model: str, *options: object) -> Any:
    return json_of(run("cost", model, *GLOBAL, *options, "--format", "json"))


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-5.4"])
def test_an_image_is_part_of_the_prompt_of_a_chat_model(run: Run, model: str) -> None:
    seen, text = cost(run, model, *SEEN), cost(run, model, *TEXT)
    assert seen["payg_monthly"] == text["payg_monthly"] is not None
    assert seen["workload"]["image_input_tokens"] == "765"
    assert {"images_as_prompt", "image_tokens_given"} <= set(ids(seen["assumptions"]))


def test_an_image_price_of_its_own_goes_first(run: Run) -> None:
    """gpt-realtime: 765 image tokens at $5, 100 tokens of audio each way at $32 and $64."""
    audio = ("--audio-input", 100, "--audio-output", 100)
    told = cost(run, "gpt-realtime", *audio, "--image-input", 765)
    assert told["payg_per_request"] == "0.013425"
    assert "images_as_prompt" not in ids(told["assumptions"])
