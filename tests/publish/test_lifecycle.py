# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import (
    CapabilityFact,
    FineTuningFact,
    LifecycleFact,
    NamedFact,
    NoteFact,
)
from azmodels_gui.publish.lifecycle import read_retired_models, read_retirement_schedule
from tests.publish.sample_pages import of, read_text, refusals

COLUMNS = """
| Model | Version | Lifecycle | Retirement date | Replacement |
| --- | --- | --- | --- | --- |
"""
AZURE = "## Foundry Models sold by Azure\n\n### Azure OpenAI\n" + COLUMNS
RETIRED = """
| Model | Deprecation date | Retirement date | Suggested replacement |
| --- | --- | --- | --- |
"""


def test_a_row_states_stage_date_and_successors(tmp_path: Path) -> None:
    row = "| `gpt-x` | `2026-01-31` | Legacy | 2027-01-31 | `gpt-y`<sup>1</sup>, `gpt-z` |"
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + row)
    (fact,) = of(LifecycleFact, facts)
    assert (fact.name, fact.version, fact.stage) == ("gpt-x", "2026-01-31", Stage.LEGACY)
    assert (fact.retirement_date, fact.retirement_not_before) == (date(2027, 1, 31), False)
    assert fact.replacements == ("gpt-y", "gpt-z")
    assert (fact.provider, of(NamedFact, facts)[0].channel) == ("Azure OpenAI", "azure_openai")


def test_a_dash_is_no_version_no_date_and_no_successor(tmp_path: Path) -> None:
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + "| `x` | — | GA | — | — |")
    (fact,) = of(LifecycleFact, facts)
    assert (fact.version, fact.retirement_date, fact.replacements) == (None, None, ())


def test_successors_are_named_as_models_too(tmp_path: Path) -> None:
    row = "| `gpt-x` | 1 | Preview | 2026-07-15 | `gpt-x` (2025-12-08) |"
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + row)
    assert [(fact.name, fact.version) for fact in of(NamedFact, facts)] == [
        ("gpt-x", "1"),
        ("gpt-x", "2025-12-08"),
    ]


def test_a_version_listed_twice_gives_both_rows(tmp_path: Path) -> None:
    rows = "| `x` | 1 | GA | 2027-04-06 | — |\n| `x` | 1 | GA | 2026-09-21 | — |"
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + rows)
    assert [fact.retirement_date for fact in of(LifecycleFact, facts)] == [
        date(2027, 4, 6),
        date(2026, 9, 21),
    ]


def test_sections_tell_provider_and_channel(tmp_path: Path) -> None:
    row = "| `x` | 1 | GA | — | — |\n\n"
    text = (
        f"## Foundry Models sold by Azure\n\n### Acme\n{COLUMNS}{row}"
        f"## Foundry Models from partners and community\n\n### Acme\n{COLUMNS}{row}"
        f"### Fireworks\n{COLUMNS}{row}"
    )
    facts, _ = read_text(read_retirement_schedule, tmp_path, text)
    assert [(fact.provider, fact.channel) for fact in of(NamedFact, facts)] == [
        ("Acme", "azure_direct"),
        ("Acme", "marketplace"),
        ("Fireworks", "fireworks"),
    ]


def test_a_remark_behind_the_name_is_kept_as_a_note(tmp_path: Path) -> None:
    row = "| `x` (gated preview) | — | Preview | 2027-04-02 | — |"
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + row)
    assert [fact.name for fact in of(LifecycleFact, facts)] == ["x"]
    assert [fact.note_en for fact in of(NoteFact, facts)] == ["The schedule adds: gated preview."]


def test_fine_tuned_models_retire_in_two_steps(tmp_path: Path) -> None:
    text = """## Foundry Models sold by Azure

### Azure OpenAI

#### Fine-tuned models

| Model | Version | Training retirement date | Deployment retirement date |
| --- | --- | --- | --- |
| `gpt-x` | 2026-01-31 | No earlier than 2027-04-14<sup>1</sup> | 2027-10-14 |
"""
    facts, _ = read_text(read_retirement_schedule, tmp_path, text)
    (fact,) = of(FineTuningFact, facts)
    assert (fact.training_retirement, fact.training_not_before) == (date(2027, 4, 14), True)
    assert fact.deployment_retirement == date(2027, 10, 14)
    assert [fact.capabilities for fact in of(CapabilityFact, facts)] == [("fine-tuning",)]


def test_a_row_that_cannot_be_read_is_refused_with_its_cell(tmp_path: Path) -> None:
    rows = "| `x` | 1 | GA | soon | — |"
    facts, ledger = read_text(read_retirement_schedule, tmp_path, AZURE + rows)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == ["cannot be read: soon"]


def test_a_stage_that_is_new_is_taken_as_it_is(tmp_path: Path) -> None:
    row = "| `y` | 1 | Resting | 2027-01-31 | — |"
    facts, _ = read_text(read_retirement_schedule, tmp_path, AZURE + row)
    (lifecycle,) = of(LifecycleFact, facts)
    assert (str(lifecycle.stage), lifecycle.retirement_date) == ("Resting", date(2027, 1, 31))
    assert lifecycle.stage is not None
    assert not lifecycle.stage.known


def test_other_tables_are_refused(tmp_path: Path) -> None:
    text = "## Acme\n\n| Colour |\n| --- |\n| red |\n"
    for reader in (read_retirement_schedule, read_retired_models):
        facts, ledger = read_text(reader, tmp_path, text)
        assert facts == []
        assert ledger.totals() == {"page": (1, 0, 1)}


def test_a_retired_row_may_name_several_models_of_one_version(tmp_path: Path) -> None:
    row = "| `gpt-x`<br>`gpt-x-32k` - 0314 | July 6, 2023 | June 6, 2025 | `gpt-y` version: 2 |"
    facts, _ = read_text(read_retired_models, tmp_path, f"## Azure OpenAI\n{RETIRED}{row}")
    assert [
        (fact.name, fact.version, fact.stage, fact.retirement_date, fact.deprecation_date)
        for fact in of(LifecycleFact, facts)
    ] == [
        ("gpt-x", "0314", Stage.RETIRED, date(2025, 6, 6), date(2023, 7, 6)),
        ("gpt-x-32k", "0314", Stage.RETIRED, date(2025, 6, 6), date(2023, 7, 6)),
    ]
    assert of(LifecycleFact, facts)[0].replacements == ("gpt-y (2)",)


def test_successors_are_split_however_they_are_joined(tmp_path: Path) -> None:
    rows = (
        "| `a` | | June 6, 2025 | `x` (0125)<br>`y` |\n"
        "| `b` | | June 6, 2025 | `x` (version 2024-12-17) or `y` (version 2024-12-18) |\n"
        "| `c` | | June 6, 2025 | N/A |"
    )
    facts, _ = read_text(read_retired_models, tmp_path, f"## Azure OpenAI\n{RETIRED}{rows}")
    assert [fact.replacements for fact in of(LifecycleFact, facts)] == [
        ("x (0125)", "y"),
        ("x (2024-12-17)", "y (2024-12-18)"),
        (),
    ]


def test_a_kind_of_model_is_no_successor(tmp_path: Path) -> None:
    text = (
        "## Acme\n\n| Model | Retirement date | Suggested replacement |\n| --- | --- | --- |\n"
        "| Acme R1 | June 6, 2025 | Any other model |"
    )
    facts, ledger = read_text(read_retired_models, tmp_path, text)
    assert [(fact.name, fact.replacements) for fact in of(LifecycleFact, facts)] == [
        ("Acme R1", ())
    ]
    assert refusals(ledger) == [("Any other model", "names a kind of model instead of a model")]
    assert [fact.channel for fact in of(NamedFact, facts)] == [None]


def test_without_a_known_section_provider_and_channel_stay_open(tmp_path: Path) -> None:
    row = "| `x` | 1 | GA | — | — |\n\n"
    text = f"{COLUMNS.strip()}\n{row}## Somewhere else\n\n### Acme\n{COLUMNS}{row}"
    facts, _ = read_text(read_retirement_schedule, tmp_path, text)
    assert [(fact.provider, fact.channel) for fact in of(NamedFact, facts)] == [
        (None, None),
        ("Acme", None),
    ]
