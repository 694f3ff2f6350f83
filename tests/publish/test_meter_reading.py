# SPDX-License-Identifier: MIT
# ruff: noqa: E501 -- tables of meters read best a line each
"""What meter names are read as, by the reviewed table and by small ones."""

from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.catalog.terms import Scope, TokenCategory, Unit
from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.meter_reading import (
    MeterReader,
    MeterReading,
    MeterRefused,
    MeterTable,
    PtuReading,
    load_meter_table,
)

OPENAI = "Azure OpenAI"


def lines(table: str, columns: int) -> list[Any]:
    """Return the lines of a table as test cases, each called by its meter.

    The last column takes all cells that are left.
    """
    cases = []
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|", columns - 1)]
        cases.append(pytest.param(*cells, id=cells[1]))
    return cases


def written(*values: object) -> str:
    return " ".join(" | ".join(str(value or "") for value in values).split())


@pytest.fixture(scope="module")
def reader() -> MeterReader:
    return MeterReader(load_meter_table(editorial_file("meters.toml")))


def read_model(reader: MeterReader, product: str, name: str, measure: str) -> MeterReading:
    reading = reader.read(product, name, measure)
    assert isinstance(reading, MeterReading)
    return reading


@pytest.mark.parametrize(
    ("product", "name", "expected"),
    lines(
        """
        Azure OpenAI | gpt 4.1 mini Inp Data Zone Tokens | gpt-4.1-mini | | input | data_zone
        Azure OpenAI | gpt 4.1 nano Outp regnl Tokens | gpt-4.1-nano | | output | regional
        Azure OpenAI | gpt-4o-0806-Inp-glbl Tokens | gpt-4o | 2024-08-06 | input | global
        Azure OpenAI | gpt-4o-mini-tts-txt-inp-dz Tokens | gpt-4o-mini-tts | | input | data_zone
        Azure OpenAI | text-embedding-3-small-glbl Tokens | text-embedding-3-small | | input | global
        Azure OpenAI | o3 0416 cached Inp regnl Tokens | o3 | 2025-04-16 | cached_input | regional
        Azure OpenAI | gpt 4.5 0227 Inp glbl Tokens | gpt-4.5-preview | | input | global
        Azure OpenAI GPT5 | 5 mini pp cd Inp Gl 1M Tokens | gpt-5-mini | | cached_input | global
        Azure OpenAI GPT5 | 5.2 chat 0210 opt Dz 1M Tokens | gpt-5.2-chat | 2026-02-10 | output | data_zone
        Azure OpenAI GPT5 | gpt-5-codex-ccchd-inp-glbl Tokens | gpt-5-codex | | cached_input | global
        Azure OpenAI GPT5 | chat-latest 05282026 inp Gl 1M Tokens | gpt-chat-latest | 2026-05-28 | input | global
        Azure OpenAI GPT6 | 6-sol ShortCo Cd Wr PP Gl 1M Tokens | gpt-6-sol | | cache_write | global
        Azure OpenAI Reasoning | o3-deep research 0626-out-dzone 1M Tokens | o3-deep-research | 2025-06-26 | output | data_zone
        Azure OpenAI Media | gpt rt txt mn cd in gl 1215 1M Tokens | gpt-realtime-mini | 2025-12-15 | cached_input | global
        Azure Deepseek Models | V3.1 Inp glbl Tokens | DeepSeek-V3.1 | | input | global
        Azure Deepseek Models | V4 Flash cached DZ Tokens | DeepSeek-V4-Flash | | cached_input | data_zone
        Azure Llama Models | Llama 3.3 70B Outp glbl Tokens | Llama-3.3-70B-Instruct | | output | global
        Azure Fireworks Models | FW Kimi K2.7 Code Cd Inp DZ Tokens | FW-Kimi-K2.7-Code | | cached_input | data_zone
        Azure Phi Models | Phi-4-mini-reasoning-Input Tokens | Phi-4-mini-reasoning | | input |
        """,
        columns=3,
    ),
)
def test_token_meters_name_model_version_category_and_scope(
    reader: MeterReader, product: str, name: str, expected: str
) -> None:
    read = read_model(reader, product, name, "1M" if "1M" in name else "1K")
    version = read.versions[0] if read.versions else ""
    assert written(*read.models, version, read.category, read.scope) == expected
    assert read.unit is Unit.MILLION_TOKENS


@pytest.mark.parametrize(
    ("product", "name", "band", "tier"),
    lines(
        """
        Azure OpenAI GPT5 | 5.4 opt Dz 1M Tokens | short | standard
        Azure OpenAI GPT5 | 5.4 longco batch inp Gl 1M Tokens | long | batch
        Azure OpenAI GPT5 | 56terra LoCo Inp Fl Gl 1M Tokens | long | flex
        Azure OpenAI GPT5 | 5.6 sol ShortCo Inp PP DZ 1M Tokens | short | priority
        Azure OpenAI GPT5 | 5.4 mini Opt Gl 1M Tokens | | standard
        Azure Grok Models | 4.3 Cached Inp DZ L Tokens | long | standard
        Azure Grok Models | 4.3 Inp Glbl Tokens | short | standard
        Azure OpenAI | gpt 4.1 dev ft training glbl Tokens | | developer
        """,
        columns=4,
    ),
)
def test_meters_name_context_band_and_tier(
    reader: MeterReader, product: str, name: str, band: str, tier: str
) -> None:
    reading = read_model(reader, product, name, "1M" if "1M" in name else "1K")
    assert (reading.context_band or "", reading.tier) == (band, tier)


@pytest.mark.parametrize(
    ("product", "name", "category"),
    lines(
        """
        Azure OpenAI Media | gpt aud 1.5 inp Gl 1M Tokens | audio_input
        Azure OpenAI Media | gpt aud 1.5 txt inp Gl 1M Tokens | input
        Azure OpenAI Media | gpt-realtime-2.1-mini Image cd inp DZ 1M Tokens | cached_image_input
        Azure OpenAI Media | gpt rt aud mini cchd Inp glbl Tokens | cached_audio_input
        Azure OpenAI Media | Image 2 img Batch opt Gl 1M Tokens | image_output
        Azure OpenAI Media | Image 2 txt inp Gl 1M Tokens | input
        Azure OpenAI Media | gpt-latest 05052026 opt Gl 1M Tokens | audio_output
        Azure OpenAI | gpt4o realtimePrvwAudOutp DataZone Tokens | audio_output
        Azure OpenAI | gpt-4.1-ft mdl grdr cchd inpt Tokens | grader_cached_input
        Azure OpenAI | o1 model ft grader output Tokens | grader_output
        Azure OpenAI | text-embedding-3-large-grader Tokens | grader_input
        Azure OpenAI | gpt-4o-0806-FT-Trng-glbl tkn Tokens | training
        Azure Phi Models | Phi-4-FT Tokens | training
        Azure Phi Models | Phi-4-Mini MM-Audio-In Tokens | audio_input
        Cohere Models | Embed v4 Img Glbl Tokens | image_input
        MAI Models | Image 2e Output glbl Tokens | image_output
        """,
        columns=3,
    ),
)
def test_tokens_are_told_apart_by_what_they_are_of(
    reader: MeterReader, product: str, name: str, category: str
) -> None:
    measure = "1M" if "1M" in name else "1K"
    assert read_model(reader, product, name, measure).category == category


@pytest.mark.parametrize(
    ("product", "name", "measure", "expected"),
    lines(
        """
        Azure OpenAI | gpt-4.1-ft hosting regional Unit | 1 Hour | hosting | hour | 1 |
        Azure OpenAI Reasoning | o4-mini RFT Training global Unit | 1 Hour | training | hour | 1 | RFT
        Azure OpenAI | Image-Dall-E-3 HD LowRes-regnl EP Images | 100 | image | image | 0.01 | HD LowRes
        Azure OpenAI | Speech-Text to Speech HD-global Characters | 1M | characters | 1M characters | 1 |
        Azure OpenAI Media | Sora 2 pro high res glbl Second | 1 | video_output | second | 1 | high res
        Azure OpenAI Media | Sora 1080p Sq 6-10s glbl Video | 1 Second | video_output | second | 1 | 1080p Sq 6-10s
        Azure OpenAI Media | gpt-realtime-whisper Opt Gl Unit | 1 Hour | audio | hour | 1 |
        Azure Mistral Models | OCR 4 annot DZ Pages | 1K | page | 1K pages | 1 | annot
        Azure BFL Flux Models | Flux 1.1 Pro glbl Images | 1K | image | image | 0.001 |
        Azure BFL Flux Models | Flux 2 Pro Initial MP Megapixel | 1 | image | megapixel | 1 | Initial MP
        Cohere Models | Rerank v4 Pro DZ Search | 1K | search | 1K searches | 1 |
        Azure Speech | S1 Speech To Text | 1 Hour | audio | hour | 1 | S1 Speech To Text
        Azure Speech | Tier X 2K Unit | 1/Month | commitment | month | 1 | Tier X 2K Unit
        Azure Speech | Pro - LLM Audio Cached Tokens | 1K | cached_audio_input | 1M tokens | 1000 | Pro - LLM Audio Cached Tokens
        """,
        columns=4,
    ),
)
def test_other_meters_name_what_is_counted(
    reader: MeterReader, product: str, name: str, measure: str, expected: str
) -> None:
    read = read_model(reader, product, name, measure)
    assert written(read.category, read.unit, read.factor, read.variant) == expected


def test_fine_tuned_models_have_prices_of_their_own(reader: MeterReader) -> None:
    tuned = read_model(reader, OPENAI, "gpt-4.1-ft input global Tokens", "1K")
    plain = read_model(reader, OPENAI, "gpt 4.1 Inp glbl Tokens", "1K")
    assert (tuned.models, tuned.category) == (plain.models, plain.category)
    assert (tuned.fine_tuned, plain.fine_tuned) == (True, False)


def test_a_meter_for_two_models_is_read_for_both(reader: MeterReader) -> None:
    read = read_model(reader, "Azure Grok Models", "Grok 4.1 Inp DZone Tokens", "1K")
    assert read.models == ("grok-4-1-fast-reasoning", "grok-4-1-fast-non-reasoning")


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("Provisioned Managed Global Unit", Scope.GLOBAL),
        ("Provisioned Managed Data Zone Unit", Scope.DATA_ZONE),
        ("Provisioned Managed Regional Unit", Scope.REGIONAL),
    ],
)
def test_ptu_meters_are_read_for_any_product(reader: MeterReader, name: str, scope: Scope) -> None:
    assert reader.read("Some new product", name, "1/Hour") == PtuReading(scope)


@pytest.mark.parametrize(
    ("product", "name", "measure", "reason"),
    [
        ("MAI Models", "MAI r Tokens", "1K", "names no model"),
        ("Managed Compute", "Mngd H100_80GB Gl", "1 Hour", "GPU machine"),
        (OPENAI, "file-search-tool-calls-glbl Calls", "1K", "a tool"),
        (OPENAI, "Provisioned Throughput Units", "1/Month", "old commitment model"),
        (OPENAI, "gpt 4.1 Inp newword glbl Tokens", "1K", "without a meaning: newword"),
        (OPENAI, "gpt 99 Inp glbl Tokens", "1K", "names no model of the table"),
        (OPENAI, "gpt 4.1 Inp glbl DZ Tokens", "1K", "contradicts itself: scope"),
        (OPENAI, "gpt 4.1 glbl Tokens", "1K", "neither input nor output"),
        (OPENAI, "gpt 4.1 Inp glbl Tokens", "1 Day", "unit of measure 1 Day"),
        (OPENAI, "gpt 4.1 audio cd wr glbl Tokens", "1K", "no category"),
        (OPENAI, "Provisioned Managed Global Unit", "1/Month", "not by the hour"),
        ("New Models", "New Inp glbl Tokens", "1K", "product New Models"),
        ("Azure Speech", "Free Speech To Text", "1 Hour", "free allowance"),
        ("Azure Speech", "S1 Speech To Text", "1/Decade", "does not know what is counted"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    reader: MeterReader, product: str, name: str, measure: str, reason: str
) -> None:
    for _ in range(2):
        with pytest.raises(MeterRefused, match=reason):
            reader.read(product, name, measure)


def test_the_table_gives_a_reason_wherever_an_entry_is_not_plain() -> None:
    table = load_meter_table(editorial_file("meters.toml"))
    several = [
        entry for product in table.product for entry in product.meter if len(entry.model) > 1
    ]
    assert several
    assert all(entry.why for entry in several)


def test_a_small_table_is_enough() -> None:
    parts: dict[str, Any] = {
        "words": {"direction": {"input": ["in"]}, "unit": {"tokens": ["tokens"]}},
        "unit": [{"word": "tokens", "measure": "1K", "unit": "1M tokens", "factor": "1000"}],
        "product": [{"name": "P", "meter": [{"meter": "toy 1", "model": "toy-1"}]}],
    }
    read = MeterReader(MeterTable.model_validate(parts)).read("P", "Toy-1 In Tokens", "1K")
    assert read == MeterReading(
        ("toy-1",), (), TokenCategory.INPUT, Unit.MILLION_TOKENS, Decimal(1000)
    )
