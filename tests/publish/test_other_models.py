# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import CapabilityFact, LimitFact, NamedFact, NoteFact
from azmodels_gui.publish.model_tables import OTHER_SIZE, read_other_models
from tests.publish.sample_pages import of, read_text, refusals


def page(model: str, kind: str, capabilities: str, heading: str = "Acme") -> str:
    return f"""## {heading} models sold by Azure

| Model | Type | Capabilities |
| --- | --- | --- |
| {model} | {kind} | {capabilities} |
"""


def test_a_row_names_provider_limits_and_capabilities(tmp_path: Path) -> None:
    text = page(
        "[`acme-chat`](https://example.com)<br>**Preview**",
        "chat-completion <br> (with reasoning content)",
        "- **Input:** text and image (128,000 tokens and up to 10 images) <br> - **Output:** text "
        "(64,000 tokens) <br> - **Languages:** en, de, and ar <br> - **Tool calling:** Yes <br> "
        "- **Response formats:** Text, JSON",
    )
    facts, _ = read_text(read_other_models, tmp_path, text)
    (named,) = of(NamedFact, facts)
    assert (named.name, named.provider, named.channel, named.stage) == (
        "acme-chat",
        "Acme",
        "azure_direct",
        Stage.PREVIEW,
    )
    (limits,) = of(LimitFact, facts)
    assert (limits.context_window, limits.max_input, limits.max_output) == (None, 128_000, 64_000)
    (capable,) = of(CapabilityFact, facts)
    assert capable.capabilities == (
        "chat-completions",
        "reasoning",
        "function-calling",
        "json-mode",
        "vision",
    )
    assert (capable.input_modalities, capable.output_modalities) == (("text", "image"), ("text",))
    assert [note.note_de for note in of(NoteFact, facts)] == ["Sprachen laut Quelle: en, de, ar."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("- Input: text (1M tokens)", (None, 1_000_000, None), id="millions"),
        pytest.param("- Output: text (up to 64,000 tokens).", (None, None, 64_000), id="up to"),
        pytest.param("- Context length: 256,000 tokens", (256_000, None, None), id="length"),
        pytest.param("Context window: 200,000<sup>3</sup>", (200_000, None, None), id="window"),
    ],
)
def test_limits_are_found_in_the_bullets(
    tmp_path: Path, line: str, expected: tuple[int | None, ...]
) -> None:
    facts, _ = read_text(read_other_models, tmp_path, page("acme", "chat-completion", line))
    (limits,) = of(LimitFact, facts)
    assert (limits.context_window, limits.max_input, limits.max_output) == expected


def test_a_size_that_is_no_number_of_tokens_gives_no_limit_and_is_reported(tmp_path: Path) -> None:
    line = "- Output: text (limit: context window minus input)"
    facts, ledger = read_text(read_other_models, tmp_path, page("acme", "chat-completion", line))
    assert of(LimitFact, facts) == []
    assert [reason for _, reason in refusals(ledger)] == [OTHER_SIZE]


def test_what_stands_in_brackets_is_no_kind_of_input(tmp_path: Path) -> None:
    text = page(
        "draw",
        "Image generation",
        "- Input: text (5,000 tokens and 1 image) <br> - Output: One Image <br> - Tool calling: No",
    )
    facts, _ = read_text(read_other_models, tmp_path, text)
    (capable,) = of(CapabilityFact, facts)
    assert (capable.input_modalities, capable.output_modalities) == (("text",), ("image",))
    assert capable.capabilities == ("image-generation",)


def test_prose_is_reported_bullet_by_bullet(tmp_path: Path) -> None:
    text = page("acme", "chat-completion", "- Input: text <br> - Key features: Fine control")
    _, ledger = read_text(read_other_models, tmp_path, text)
    assert [text for text, _ in refusals(ledger)] == ["Key features: Fine control"]


def test_a_table_under_another_heading_is_refused(tmp_path: Path) -> None:
    text = page("acme", "chat-completion", "- Input: text").replace(" models sold by Azure", "")
    facts, ledger = read_text(read_other_models, tmp_path, text)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == ["not a table of models sold by Azure"]
