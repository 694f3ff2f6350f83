# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import CapabilityFact, ConflictFact, LimitFact, NamedFact, NoteFact
from azmodels_gui.publish.model_tables import (
    ASSISTANTS_REGIONS,
    BENCHMARK,
    SERIES_IN_WORDS,
    read_openai_tables,
)
from tests.publish.sample_pages import of, read_text, refusals

CAPABILITIES = """## GPT-X

### Capabilities

| Model ID | Description | Context Window | Max Output Tokens | Training Data (up to) |
| --- | :--- | :--- | :--- | :---: |
"""


def test_a_row_names_a_model_with_limits_and_capabilities(tmp_path: Path) -> None:
    row = (
        "| `gpt-x` (2026-01-31)<br>**Preview** | - [Reasoning](r.md). <br> - Text and image "
        "processing. <br> - Structured outputs "
        "| 400,000<br><br>Input: 272,000<br>Output: 128,000 | 128,000 | August 2025 |"
    )
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    (named,) = of(NamedFact, facts)
    assert (named.name, named.version, named.stage) == ("gpt-x", "2026-01-31", Stage.PREVIEW)
    assert (named.provider, named.channel) == ("OpenAI", "azure_openai")
    (limits,) = of(LimitFact, facts)
    assert (limits.context_window, limits.max_input, limits.max_output) == (
        400_000,
        272_000,
        128_000,
    )
    assert limits.training_data == "2025-08"
    (capable,) = of(CapabilityFact, facts)
    assert capable.capabilities == ("reasoning", "vision", "structured-outputs")
    assert capable.input_modalities == ("text", "image")


def test_models_that_share_a_cell_share_its_limits_but_not_its_stage(tmp_path: Path) -> None:
    page = """### Audio

| Model ID | Description | Max request (tokens) | Training data (up to) |
| --- | --- | --- | --- |
| `voice-x` (2026-01-31) (GA)<br>`voice-x-mini` (2026-02-28) | Audio model for audio and \
text generation. | Input: 32,000<br>Output: 4,096 | October 2023 |
"""
    facts, _ = read_text(read_openai_tables, tmp_path, page)
    assert [(fact.name, fact.stage) for fact in of(NamedFact, facts)] == [
        ("voice-x", Stage.GENERALLY_AVAILABLE),
        ("voice-x-mini", None),
    ]
    assert [(fact.name, fact.max_input) for fact in of(LimitFact, facts)] == [
        ("voice-x", 32_000),
        ("voice-x-mini", 32_000),
    ]


def test_a_mistyped_number_stays_unknown_and_is_reported(tmp_path: Path) -> None:
    row = "| `gpt-x` (2026-01-31) | - Streaming | Input: 128,00<br>Output: 16,384 | | |"
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    (limits,) = of(LimitFact, facts)
    assert (limits.max_input, limits.max_output) == (None, 16_384)
    (conflict,) = of(ConflictFact, facts)
    assert (conflict.about, conflict.values) == ("max_input", ("128,00",))


def test_two_cells_that_disagree_show_the_smaller_figure(tmp_path: Path) -> None:
    row = "| `gpt-x` (2026-01-31) | - Streaming | 128,000<br>Output: 16,384 | 32,768 | |"
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    assert [fact.max_output for fact in of(LimitFact, facts)] == [16_384]
    assert [fact.values for fact in of(ConflictFact, facts)] == [("16,384", "32,768")]


def test_a_window_that_depends_on_the_deployment_is_noted(tmp_path: Path) -> None:
    row = (
        "| `gpt-x` (2026-01-31) | - Streaming | - 1,047,576 <br> - 300,000 (standard deployments)"
        " | 32,768 | May 31, 2024 |"
    )
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    assert [fact.context_window for fact in of(LimitFact, facts)] == [1_047_576]
    (note,) = of(NoteFact, facts)
    assert "standard deployments: 300,000" in note.note_en
    assert "Standard: 300.000" in note.note_de


def test_a_retired_row_keeps_its_date(tmp_path: Path) -> None:
    row = "| `gpt-x-chat` (2026-01-31)<br>**Retired June 29, 2026** | - Streaming | 8 | 8 | |"
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    assert [(fact.stage, fact.retirement_date) for fact in of(NamedFact, facts)] == [
        (Stage.RETIRED, date(2026, 6, 29))
    ]


def test_a_bullet_without_a_meaning_is_reported_beside_its_row(tmp_path: Path) -> None:
    row = "| `gpt-x` (2026-01-31) | - Streaming <br> - Telepathy | 8 | 8 | |"
    _, ledger = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    assert refusals(ledger) == [("Telepathy", "no word of capability_words.toml fits")]
    assert ledger.totals() == {"page": (2, 1, 1)}


def test_open_weight_models_are_not_sold_as_azure_openai(tmp_path: Path) -> None:
    page = """## gpt-oss

| Model ID | Description | Context Window | Max Output Tokens | Training Data (up to) |
| --- | --- | --- | --- | --- |
| `oss-120b`<sup>1</sup> (Preview) | - Streaming <br> - Available for deployment and via \
managed compute | 131,072 | 131,072 | May 31, 2024 |
| `oss-20b` (Preview) | - Streaming <br> - Available via managed compute | 131,072 | 131,072 | |
"""
    facts, _ = read_text(read_openai_tables, tmp_path, page)
    assert [(fact.name, fact.channel) for fact in of(NamedFact, facts)] == [
        ("oss-120b", "azure_direct"),
        ("oss-20b", "managed_compute"),
    ]


def test_sizes_without_a_field_become_notes(tmp_path: Path) -> None:
    page = """## Embeddings

| Model ID | Max request (tokens) | Output dimensions | Training data (up to) |
| --- | --- | --- | --- |
| `embed-x` (version 2) | 8,192 | 1,536 | Sep 2021 |
"""
    facts, _ = read_text(read_openai_tables, tmp_path, page)
    assert [(fact.version, fact.max_input) for fact in of(LimitFact, facts)] == [("2", 8_192)]
    assert [(fact.note_en, fact.note_de) for fact in of(NoteFact, facts)] == [
        (
            "embed-x 2: vectors have 1,536 dimensions.",
            "embed-x 2: Vektoren haben 1.536 Dimensionen.",
        )
    ]
    assert [fact.output_modalities for fact in of(CapabilityFact, facts)] == [("embedding",)]


def test_highlights_name_models_and_words_about_a_series_are_refused(tmp_path: Path) -> None:
    page = """### Model highlights

| Models | Description |
| --- | --- |
| [GPT-X series](#x) | **NEW** `gpt-x-mini`, `gpt-x` **Preview** |
| [Voices](#v) | A series of models that speak. |
"""
    facts, ledger = read_text(read_openai_tables, tmp_path, page)
    assert [(fact.name, fact.stage) for fact in of(NamedFact, facts)] == [
        ("gpt-x-mini", None),
        ("gpt-x", Stage.PREVIEW),
    ]
    assert refusals(ledger) == [("Voices | A series of models that speak.", SERIES_IN_WORDS)]


def test_the_assistants_table_names_versions_but_gives_no_regions(tmp_path: Path) -> None:
    page = """## Assistants (preview)

| Region | gpt-x, 0613 | gpt-x, 1106-Preview |
| --- | --- | --- |
| sampleregion | ✅ | - |
"""
    facts, ledger = read_text(read_openai_tables, tmp_path, page)
    assert [(fact.name, fact.version) for fact in of(NamedFact, facts)] == [
        ("gpt-x", "0613"),
        ("gpt-x", "1106-Preview"),
    ]
    assert len(facts) == 2
    assert refusals(ledger) == [("sampleregion | ✅ | -", ASSISTANTS_REGIONS)]


def test_benchmarks_and_other_tables_are_refused(tmp_path: Path) -> None:
    page = """## Embeddings

| Evaluation benchmark | embed-x |
| --- | --- |
| Average | 31.4 |

| Colour | Taste |
| --- | --- |
| red | sweet |
"""
    facts, ledger = read_text(read_openai_tables, tmp_path, page)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == [
        BENCHMARK,
        "a table of another kind, without models",
    ]


def test_a_row_without_a_model_is_refused(tmp_path: Path) -> None:
    facts, ledger = read_text(read_openai_tables, tmp_path, CAPABILITIES + "| | x | 8 | 8 | |")
    assert facts == []
    assert refusals(ledger) == [("| x | 8 | 8 |", "names no model")]


def test_training_data_that_is_no_time_stays_unknown_and_is_reported(tmp_path: Path) -> None:
    row = "| `gpt-x` (2026-01-31) | - Streaming | 8,192 | 8,192 | Octember 2025 |"
    facts, _ = read_text(read_openai_tables, tmp_path, CAPABILITIES + row)
    assert [fact.training_data for fact in of(LimitFact, facts)] == [None]
    assert [(fact.about, fact.values) for fact in of(ConflictFact, facts)] == [
        ("training_data", ("Octember 2025",))
    ]
