# SPDX-License-Identifier: MIT
"""`azmodels cost` for what is no text, on the shipped catalogue: case A4 of the calculator."""

from typing import Any

import pytest

from tests.cli.calculator_runs import assert_refused, ids, json_of
from tests.cli.ran import Run

GLOBAL = ("--deployment-type", "GlobalStandard", "--rpm", 1, "--on", "2026-11-30")
TEXT = ("--input-tokens", 1_000, "--output-tokens", 100)
SEEN = ("--input-tokens", 235, "--image-input", 765, "--output-tokens", 100)


def cost(run: Run, model: str, *options: object) -> Any:
    return json_of(run("cost", model, *GLOBAL, *options, "--format", "json"))


def test_speech_is_priced_as_speech(run: Run) -> None:
    """600 x $32 and 1,200 x $64 a million make $0.096, times 43,800 minutes."""
    told = cost(run, "gpt-realtime", "--audio-input", 600, "--audio-output", 1_200)
    assert told["payg_per_request"] == "0.096"
    assert told["payg_monthly"] == "4204.80"
    assert told["workload"]["audio_output_tokens"] == "1200"
    assert [part["counted_as"] for part in told["payg_prices"]] == [
        "audio_input_tokens",
        "audio_output_tokens",
    ]


def test_speech_without_its_figures_is_refused(run: Run) -> None:
    refused = run("cost", "gpt-realtime", *GLOBAL, "--input-tokens", 600, "--output-tokens", 1_200)
    assert_refused(refused, "Options: --audio-input, --audio-output; 0 where there is none.")


@pytest.mark.parametrize(
    ("model", "options", "category", "unit", "per_request"),
    [
        pytest.param("whisper", ("--audio-minutes", 10), "audio", "hour", "0.06", id="hours"),
        pytest.param(
            *("tts-hd", ("--characters", 2_000), "characters", "1M characters", "0.06"),
            id="characters",
        ),
        pytest.param(
            "sora-2", ("--video-seconds", 10), "video_output", "second", "1", id="seconds"
        ),
        pytest.param("FLUX-1.1-pro", ("--images", 5), "image", "image", "0.2", id="images"),
        pytest.param(
            *("mistral-document-ai-2512", ("--document-pages", 7), "page", "1K pages", "0.021"),
            id="pages",
        ),
        pytest.param(
            *("Cohere-rerank-v4.0-pro", ("--searches", 4), "search", "1K searches", "0.01"),
            id="searches",
        ),
    ],
)
def test_what_is_no_token_has_its_own_unit(
    run: Run, model: str, options: tuple[object, ...], category: str, unit: str, per_request: str
) -> None:
    told = cost(run, model, *options)
    (part,) = told["payg_prices"]
    assert (part["category"], part["unit"]) == (category, unit)
    assert told["payg_per_request"] == per_request
    assert part["tokens"] is None


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
