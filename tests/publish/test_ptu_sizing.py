# SPDX-License-Identifier: MIT
from decimal import Decimal
from pathlib import Path

import pytest

from azmodels_gui.catalog.facts import TokenWeight
from azmodels_gui.catalog.terms import ContextBand, Scope, TokenCategory
from azmodels_gui.publish.facts import AnyFact, ConflictFact, PriceFact, PtuFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.ptu_sizing import read_older_ptu_sizing, read_ptu_sizing

TABLE = """
## Parameters

### Latest Azure OpenAI models

Prompts longer than 128K aren't supported for `gpt-x-mini`.

| Topic | **gpt-x**,<br>**2026-01-31** | **gpt-x-mini** |
|---|---|---|
| Global & data zone provisioned minimum deployment | 15 | 20 |
| Global & data zone provisioned scale increment | 5 | 10 |
| Regional provisioned minimum deployment | 50 | NA |
| Regional provisioned scale increment | 25 | NA |
| Input TPM per PTU | 3,400 | 230 |
| Output-to-input ratio | 8 | 2.5 |
| Latency target value<sup>1</sup> | 99% > 50 TPS | N/A<sup>2</sup> |

<sup>1</sup> Calculated as p50 request latency on a per 5-minute basis.

<sup>2</sup> Latency SLA not defined.
"""
FORMULA = (
    "\n## Formulas\n\n"
    "- Normalized TPM = (input TPM × (1 − cache rate)) + (output-to-input ratio × output TPM)\n"
)
CACHED_RULE = "\n## Throughput\n\nFor all of them, cached tokens are deducted 100% from the load.\n"
OWN_WEIGHTS = """
#### Prices and token weights

Prices are in USD per 1 million tokens.

| Token type | GPT-x Global Standard price | Price relative to input | Normalized token cost |
|---|---:|---:|---:|
| Short-context input | $4.00 | 1.0x | 1.0 |
| Short-context cached input | $0.40 | 0.1x | 0.1 |
| Long-context output | $30.00 | 7.5x | 7.5 |
"""
IMAGE = """
### Latest Azure OpenAI models

| Topic | **gpt-x-image** |
|---|---|
| Input TPM per PTU | 1,200 |
| Output-to-input ratio | See elsewhere |

### Throughput values for image model

GPT-x-image uses the following throughput values:

| Parameter | Value |
| --- | --- |
| Text input tokens per minute per PTU | 1,200 |
| Image input tokens per minute per PTU | 750 |
| Image-to-text conversion factor<sup>1</sup> | 1.6 |
| Image output-to-image-input token cost ratio<sup>2</sup> | 3.75 |
"""
CONFIRMING = """
#### Conversion

| Model | Version | Short-context input TPM per PTU | Normalized TPM per PTU |
|---|---|---:|---:|
| gpt-x | 2026-01-31 | 3,400 | {} |
"""


def read(folder: Path, text: str) -> tuple[list[AnyFact], list[str]]:
    """Return the facts of a page and the reasons of the rows that gave none."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    ledger = Ledger()
    facts = list(read_ptu_sizing(page, "ptu", ledger))
    ledger.close()
    return facts, [row.reason for row in ledger.refused()]


def columns(facts: list[AnyFact]) -> dict[str, PtuFact]:
    return {fact.name: fact for fact in facts if isinstance(fact, PtuFact)}


def conflicts(facts: list[AnyFact]) -> list[ConflictFact]:
    return [fact for fact in facts if isinstance(fact, ConflictFact)]


def weights(fact: PtuFact) -> dict[str, str]:
    return {
        f"{item.category} {item.context_band or ''}".strip(): str(item.weight)
        for item in fact.weights
    }


def sizes(fact: PtuFact) -> dict[Scope, tuple[int, int]]:
    return {item.scope: (item.minimum_ptu, item.scale_increment) for item in fact.sizing}


def test_a_column_is_a_model_with_its_version(tmp_path: Path) -> None:
    facts, refused = read(tmp_path, TABLE)
    fact = columns(facts)["gpt-x"]
    assert (fact.version, fact.channel, fact.input_tpm_per_ptu) == (
        "2026-01-31",
        "azure_openai",
        3400,
    )
    assert sizes(fact) == {
        Scope.GLOBAL: (15, 5),
        Scope.DATA_ZONE: (15, 5),
        Scope.REGIONAL: (50, 25),
    }
    assert refused == []


def test_not_offered_regionally_leaves_the_scope_out(tmp_path: Path) -> None:
    fact = columns(read(tmp_path, TABLE)[0])["gpt-x-mini"]
    assert fact.version is None
    assert sizes(fact) == {Scope.GLOBAL: (20, 10), Scope.DATA_ZONE: (20, 10)}


def test_the_ratio_weighs_output_and_the_rule_frees_cached_input(tmp_path: Path) -> None:
    assert weights(columns(read(tmp_path, TABLE + CACHED_RULE)[0])["gpt-x-mini"]) == {
        "input": "1",
        "cached_input": "0",
        "output": "2.5",
    }


def test_without_the_rule_the_weight_of_cached_input_is_unknown(tmp_path: Path) -> None:
    assert weights(columns(read(tmp_path, TABLE)[0])["gpt-x"]) == {"input": "1", "output": "8"}


def test_latency_targets_keep_how_they_are_measured(tmp_path: Path) -> None:
    found = columns(read(tmp_path, TABLE)[0])
    measured, undefined = found["gpt-x"], found["gpt-x-mini"]
    assert measured.latency_target == "99% > 50 TPS"
    assert measured.latency_basis is not None
    assert "5 minutes" in measured.latency_basis.en
    assert undefined.latency_target == ""
    assert undefined.latency_basis is not None
    assert "No latency target" in undefined.latency_basis.en


def test_a_footnote_in_other_words_says_nothing(tmp_path: Path) -> None:
    text = TABLE.replace("p50 request latency", "a feeling")
    assert columns(read(tmp_path, text)[0])["gpt-x"].latency_basis is None


def test_long_context_is_ruled_out_only_for_models_the_note_names(tmp_path: Path) -> None:
    found = columns(read(tmp_path, TABLE)[0])
    assert found["gpt-x-mini"].long_context is False
    assert found["gpt-x"].long_context is None


def test_own_weights_win_over_the_ratio_and_the_contradiction_is_told(tmp_path: Path) -> None:
    facts, refused = read(tmp_path, TABLE + OWN_WEIGHTS + CACHED_RULE)
    assert weights(columns(facts)["gpt-x"]) == {
        "input short": "1",
        "cached_input short": "0.1",
        "output long": "7.5",
    }
    assert [(fact.name, fact.about, fact.values) for fact in conflicts(facts)] == [
        ("gpt-x", "ptu:cached_input", ("0.1 (short)", "0"))
    ]
    assert refused == []


def test_the_prices_behind_the_weights_are_prices(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, TABLE + OWN_WEIGHTS)
    prices = [fact for fact in facts if isinstance(fact, PriceFact)]
    assert [(fact.name, fact.price.category, fact.price.amount) for fact in prices] == [
        ("gpt-x", TokenCategory.INPUT, Decimal("4.00")),
        ("gpt-x", TokenCategory.CACHED_INPUT, Decimal("0.40")),
        ("gpt-x", TokenCategory.OUTPUT, Decimal("30.00")),
    ]
    assert {fact.price.scope for fact in prices} == {Scope.GLOBAL}


def test_prices_of_unknown_unit_are_left_alone(tmp_path: Path) -> None:
    text = TABLE + OWN_WEIGHTS.replace("1 million", "1 thousand")
    assert not [fact for fact in read(tmp_path, text)[0] if isinstance(fact, PriceFact)]


def test_a_weight_that_is_not_the_ratio_of_the_prices_is_a_conflict(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, TABLE + OWN_WEIGHTS.replace("$30.00", "$31.00"))
    assert [(fact.about, fact.values) for fact in conflicts(facts)] == [
        ("ptu:output", ("7.5", "31.00 / 4.00"))
    ]


def test_an_image_model_weighs_text_and_images(tmp_path: Path) -> None:
    facts, refused = read(tmp_path, IMAGE + CACHED_RULE)
    assert columns(facts)["gpt-x-image"].weights == (
        TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1)),
        TokenWeight(category=TokenCategory.IMAGE_INPUT, weight=Decimal("1.6")),
        TokenWeight(category=TokenCategory.IMAGE_OUTPUT, weight=Decimal(6)),
    )
    assert (conflicts(facts), refused) == ([], [])


def test_an_image_factor_that_does_not_fit_is_a_conflict(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, IMAGE.replace("| 750 |", "| 700 |"))
    assert [(fact.about, fact.values) for fact in conflicts(facts)] == [
        ("ptu:image_input", ("1.6", "1200 / 700"))
    ]


FIREWORKS = """
### Fireworks on Foundry models

They have both Global and US Data Zone provisioned throughput.

| Topic | **Cat 7B** |
|---|---|
| Minimum deployment | 200 |
| Scale increment | 100 |
| Input TPM per PTU | 2,100 |
"""


def test_a_table_without_scopes_takes_those_of_its_section(tmp_path: Path) -> None:
    fact = columns(read(tmp_path, FIREWORKS + CACHED_RULE)[0])["Cat 7B"]
    assert sizes(fact) == {Scope.GLOBAL: (200, 100), Scope.DATA_ZONE: (200, 100)}
    assert (fact.data_zones, fact.channel) == (("US",), "fireworks")


def test_without_a_published_ratio_output_has_no_weight(tmp_path: Path) -> None:
    """The rule on cached tokens is for all deployments, also where no ratio is stated (case B9)."""
    assert weights(columns(read(tmp_path, FIREWORKS + CACHED_RULE)[0])["Cat 7B"]) == {
        "input": "1",
        "cached_input": "0",
    }


def test_the_older_formula_counts_what_is_written_to_the_cache_as_input(tmp_path: Path) -> None:
    """Case B9: all that is not read from the cache counts 1."""
    facts, _ = read(tmp_path, TABLE + CACHED_RULE + FORMULA)
    assert weights(columns(facts)["gpt-x-mini"]) == {
        "input": "1",
        "cached_input": "0",
        "cache_write": "1",
        "output": "2.5",
    }


def test_own_weights_stay_what_the_page_says_of_them(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, TABLE + OWN_WEIGHTS + CACHED_RULE + FORMULA)
    assert "cache_write" not in weights(columns(facts)["gpt-x"])


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        pytest.param(
            "both Global and US Data Zone provisioned throughput",
            "some throughput",
            ["names no deployment scope that is known"] * 2,
            id="the section names no scope",
        ),
        pytest.param(
            "| 2,100 |",
            "| 2,10 |",
            ["unreadable figure", "states no input TPM per PTU"],
            id="a figure grouped wrongly",
        ),
        pytest.param(
            "| 2,100 |", "| NA |", ["states no input TPM per PTU"], id="no throughput at all"
        ),
        pytest.param(
            "| Scale increment | 100 |",
            "| Colour | red |",
            ["unknown parameter", "a minimum and a scale increment belong together"],
            id="a row of unknown meaning",
        ),
        pytest.param(
            "| Scale increment | 100 |",
            "| Scale increment | 100 |\n| Output-to-input ratio | See there |",
            ["neither a ratio nor weights elsewhere on the page"],
            id="a reference that leads nowhere",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(
    old: str, new: str, reasons: list[str], tmp_path: Path
) -> None:
    assert FIREWORKS.count(old) == 1
    assert read(tmp_path, FIREWORKS.replace(old, new))[1] == reasons


def test_a_token_type_of_unknown_kind_is_refused(tmp_path: Path) -> None:
    text = "# Weights\n\n| Token type | Cost |\n|---|---|\n| Hope | 1 |\n"
    assert read(tmp_path, text) == ([], ["names no token category, or no weight"])


def test_an_image_table_that_names_no_model_is_refused(tmp_path: Path) -> None:
    text = IMAGE.replace("uses the following throughput values", "is a model")
    assert read(tmp_path, text)[1] == ["no known value of a named image model"] * 4 + [
        "neither a ratio nor weights elsewhere on the page"
    ]


def test_a_second_table_with_the_same_figure_confirms_it(tmp_path: Path) -> None:
    facts, refused = read(tmp_path, TABLE + CONFIRMING.format("3,400"))
    assert (conflicts(facts), refused) == ([], [])


@pytest.mark.parametrize("figure", ["3,500", "3,50"])
def test_a_second_table_with_another_figure_is_a_conflict(figure: str, tmp_path: Path) -> None:
    (conflict,) = conflicts(read(tmp_path, TABLE + CONFIRMING.format(figure))[0])
    assert (conflict.about, conflict.values) == ("ptu:input_tpm_per_ptu", ("3400", figure))


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        pytest.param(
            "Input | Description", "explains a term, states no figure of a model", id="glossary"
        ),
        pytest.param("Peak RPM | Estimated PTUs", "worked example", id="worked example"),
        pytest.param("Metric | gpt-x PTU", "worked example", id="cost illustration"),
        pytest.param("Colour | Taste", "not a table of PTU parameters", id="anything else"),
        pytest.param(
            "Model | Version | Short-context input TPM per PTU | Normalized TPM per PTU",
            "names a model that no parameter table has",
            id="figures of an unknown model",
        ),
    ],
)
def test_other_tables_give_no_facts(header: str, reason: str, tmp_path: Path) -> None:
    columns_count = header.count("|") + 1
    row = " | ".join(["1,000"] * columns_count)
    text = f"# Top\n\n| {header} |\n|{'---|' * columns_count}\n| {row} |\n"
    assert read(tmp_path, text) == ([], [reason])


def test_parameters_of_an_older_page_are_history(tmp_path: Path) -> None:
    page = tmp_path / "old.md"
    page.write_text(TABLE, encoding="utf-8")
    facts = columns(list(read_older_ptu_sizing(page, "old", Ledger())))
    assert {fact.history for fact in facts.values()} == {True}


def test_the_real_page_of_september_is_read_to_the_last_row(sources_dir: Path) -> None:
    path = sources_dir / "azure-ai-docs/provisioned-throughput-sizing-2026-09-23.md"
    ledger = Ledger()
    facts = list(read_ptu_sizing(path, "ptu", ledger))
    found = columns(facts)
    assert ledger.totals() == {"ptu": (68, 39, 29)}
    assert len(found) == 21 + 4 + 1 + 35
    assert weights(found["gpt-6-sol"]) == weights(found["gpt-6-astra"])
    assert {item.context_band for item in found["gpt-6-sol"].weights} == set(ContextBand)
    assert sizes(found["o1"])[Scope.REGIONAL] == (25, 50)
    assert weights(found["gpt-image-2"])["image_output"] == "6"
    assert [fact.name for fact in conflicts(facts)] == ["gpt-6-sol", "gpt-6-astra"]
    without = {name for name, fact in found.items() if fact.long_context is False}
    assert without == {"gpt-5.4", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano"}


def test_the_real_page_of_may_is_read_to_the_last_row(sources_dir: Path) -> None:
    folder = sources_dir / "azure-ai-docs/articles/foundry/openai/how-to"
    ledger = Ledger()
    path = folder / "provisioned-throughput-sizing.md"
    found = columns(list(read_older_ptu_sizing(path, "ptu", ledger)))
    assert ledger.totals() == {"ptu": (46, 25, 21)}
    assert len(found) == 14 + 4 + 3 + 11
    assert sizes(found["Kimi K2 Thinking"]) == {Scope.GLOBAL: (500, 275)}
