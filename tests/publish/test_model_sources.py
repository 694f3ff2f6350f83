# SPDX-License-Identifier: MIT
"""The readers of models and lifecycles on the public sources: totals and single figures."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.arm import read_arm_models, read_arm_usage, read_monitor_metrics
from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.fact_tables import read_model_router, read_priority_processing
from azmodels_gui.publish.facts import (
    AnyFact,
    CapabilityFact,
    ConflictFact,
    Fact,
    FineTuningFact,
    LifecycleFact,
    LimitFact,
    NamedFact,
    NoteFact,
    OfferFact,
    RouteFact,
)
from azmodels_gui.publish.identity import Identity, canonical_names, load_aliases, version_conflicts
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.lifecycle import read_retired_models, read_retirement_schedule
from azmodels_gui.publish.lifecycle_assembly import lifecycle_of
from azmodels_gui.publish.limits_assembly import limits_of
from azmodels_gui.publish.model_tables import UNKNOWN_WORDING, read_openai_tables, read_other_models
from azmodels_gui.publish.statements import Standing
from tests.publish.near_duplicates import near_duplicates
from tests.publish.sample_pages import Reader, of

DOCS = "azure-ai-docs/"
INCLUDES = DOCS + "articles/foundry/openai/includes/"
OTHERS = DOCS + "articles/foundry/foundry-models/includes/models-azure-direct-others.md"
FILES: dict[str, tuple[str, Reader]] = {
    DOCS + "models-sold-by-azure-openai-2026-09-21.part1.md": ("tables-9", read_openai_tables),
    DOCS + "models-sold-by-azure-openai-2026-09-21.part2.md": ("tables-9", read_openai_tables),
    INCLUDES + "models-azure-direct-openai.md": ("tables-6", read_openai_tables),
    INCLUDES + "azure-openai-models-list.md": ("tables-4", read_openai_tables),
    OTHERS: ("others", read_other_models),
    INCLUDES + "concepts-model-retirement-schedule-content.md": (
        "schedule",
        read_retirement_schedule,
    ),
    INCLUDES + "concepts-retired-models-content.md": ("retired", read_retired_models),
    INCLUDES + "model-router-supported.md": ("router", read_model_router),
    INCLUDES + "concepts-model-router-2.md": ("router-2", read_model_router),
    INCLUDES + "concepts-priority-processing-1.md": ("priority", read_priority_processing),
    INCLUDES + "concepts-priority-processing-2.md": ("priority-2", read_priority_processing),
    "arm-model-list-sample.json": ("arm", read_arm_models),
    "arm-usage-list-sample.json": ("usage", read_arm_usage),
    "azure-monitor-metrics-sample.json": ("metrics", read_monitor_metrics),
    "azure-monitor-metrics-sample.md": ("metrics-2", read_monitor_metrics),
}
DATES = {
    "schedule": date(2026, 10, 5),
    "tables-9": date(2026, 9, 21),
    "arm": date(2026, 9, 1),
    "tables-6": date(2026, 6, 11),
    "retired": date(2026, 4, 23),
}
PREFERENCE = ("schedule", "tables-9", "others", "tables-6")

Read = tuple[list[AnyFact], Ledger]


@pytest.fixture(scope="module")
def everything(sources_dir: Path) -> Read:
    ledger = Ledger()
    facts = [
        fact
        for name, (source, reader) in FILES.items()
        for fact in reader(sources_dir / name, source, ledger)
    ]
    ledger.close()
    return facts, ledger


def test_every_row_is_used_or_refused_and_the_totals_are_those_of_the_pages(
    everything: Read,
) -> None:
    assert everything[1].totals() == {
        "tables-9": (93, 65, 28),
        "tables-6": (147, 83, 64),
        "tables-4": (16, 7, 9),
        "others": (84, 40, 44),
        "schedule": (189, 189, 0),
        "retired": (76, 75, 1),
        "router": (3, 3, 0),
        "router-2": (8, 0, 8),
        "priority": (9, 9, 0),
        "priority-2": (5, 0, 5),
        "arm": (10, 7, 3),
        "usage": (75, 0, 75),
        "metrics": (18, 0, 18),
        "metrics-2": (11, 0, 11),
    }


def test_no_wording_of_the_model_tables_is_unknown(everything: Read) -> None:
    assert [row for row in everything[1].refused() if row.reason == UNKNOWN_WORDING] == []


def test_each_source_gives_the_facts_it_holds(everything: Read) -> None:
    found = Counter((fact.source, type(fact)) for fact in everything[0] if isinstance(fact, Fact))
    assert found["schedule", LifecycleFact] == 183
    assert found["schedule", FineTuningFact] == 6
    assert found["retired", LifecycleFact] == 77
    assert found["others", NamedFact] == 40
    assert found["router", RouteFact] == 40
    assert found["arm", OfferFact] == 17
    assert found["priority", CapabilityFact] == 9


def test_the_newest_model_has_its_limits_and_capabilities(everything: Read) -> None:
    about = [
        fact
        for fact in everything[0]
        if isinstance(fact, Fact) and (fact.name, fact.version) == ("gpt-6.1-sol", "2026-09-29")
    ]
    (limits,) = of(LimitFact, about)
    assert (limits.context_window, limits.max_input, limits.max_output, limits.training_data) == (
        1_050_000,
        922_000,
        128_000,
        "2026-04",
    )
    (capable,) = of(CapabilityFact, about)
    assert {"reasoning", "vision", "computer-use", "multi-agent"} <= set(capable.capabilities)


def test_versions_that_only_the_assistants_table_names_are_found(everything: Read) -> None:
    named = {(fact.name, fact.version) for fact in of(NamedFact, everything[0])}
    assert {("gpt-4", "1106-Preview"), ("gpt-35-turbo", "1106"), ("gpt-35-turbo", "0125")} <= named
    assert {("gpt-4-32k", "0314"), ("MAI-Transcribe-1.5", None)} <= named


def test_the_mistyped_limit_is_a_conflict_and_the_newer_page_fills_it(everything: Read) -> None:
    def about(facts: list[LimitFact] | list[ConflictFact]) -> list[Fact]:
        return [fact for fact in facts if (fact.name, fact.version) == ("gpt-audio", "2025-08-28")]

    faults = of(ConflictFact, about(of(ConflictFact, everything[0])))
    limits = of(LimitFact, about(of(LimitFact, everything[0])))
    found, (conflict,) = limits_of(limits, Standing(DATES), faults=faults)
    assert found.max_input is not None
    assert (found.max_input.tokens, found.max_input.source) == (128_000, "tables-9")
    assert [claim.value for claim in conflict.claims] == ["128,000", "128,00"]


@pytest.mark.parametrize(
    ("name", "version", "stage", "retirement", "disputed"),
    [
        pytest.param(
            "gpt-realtime-mini",
            "2025-10-06",
            Stage.GENERALLY_AVAILABLE,
            date(2027, 4, 6),
            ["retirement_date"],
            id="listed twice, the later date counts",
        ),
        pytest.param(
            "gpt-chat-latest",
            "2026-05-05",
            Stage.PREVIEW,
            date(2026, 8, 5),
            ["retirement_date"],
            id="the service itself says a later date",
        ),
        pytest.param(
            "gpt-4o",
            "2024-05-13",
            Stage.DEPRECATED,
            date(2026, 12, 9),
            [],
            id="schedule and service agree",
        ),
        pytest.param(
            "gpt-5.2-chat",
            "2026-02-10",
            Stage.RETIRED,
            date(2026, 6, 29),
            [],
            id="preview in June, retired since",
        ),
        pytest.param(
            "Mistral-large",
            "1",
            Stage.GENERALLY_AVAILABLE,
            date(2025, 4, 15),
            ["stage"],
            id="retired in one list, offered in the newer one without a date",
        ),
    ],
)
def test_lifecycles_are_those_of_the_newest_page(
    everything: Read,
    name: str,
    version: str,
    stage: Stage,
    retirement: date | None,
    disputed: list[str],
) -> None:
    about = [
        fact
        for fact in everything[0]
        if isinstance(fact, LifecycleFact | NamedFact)
        and fact.name == name
        and fact.version in (version, None)
    ]
    lifecycle, conflicts = lifecycle_of(about, (), Standing(DATES))
    assert (lifecycle.stage, lifecycle.retirement_date) == (stage, retirement)
    assert [conflict.about for conflict in conflicts] == disputed


def test_two_dates_of_one_version_become_one_entry_and_a_conflict(everything: Read) -> None:
    facts = [fact for fact in everything[0] if isinstance(fact, Fact)]
    table = load_aliases(editorial_file("aliases.toml"))
    identity = Identity(table.alias, canonical_names(facts, PREFERENCE))
    assert sorted(version_conflicts(facts, identity, DATES)) == [
        ("gpt-5-codex", "2025-09-15"),
        ("gpt-image-2.5-flare", "2026-09-08"),
        ("gpt-realtime-2", "2026-05-06"),
    ]


def test_names_that_look_alike_are_one_model_or_kept_apart_for_a_reason(everything: Read) -> None:
    facts = [fact for fact in everything[0] if isinstance(fact, Fact)]
    table = load_aliases(editorial_file("aliases.toml"))
    identity = Identity(table.alias, canonical_names(facts, PREFERENCE))
    models = {identity.resolve(fact.name, fact.version)[0] for fact in facts}
    apart = [set(decided.names) for decided in table.distinct]
    alike = near_duplicates(models)
    assert [group for group in alike if not any(set(group) <= names for names in apart)] == []


def test_notes_are_in_two_languages(everything: Read) -> None:
    notes = of(NoteFact, everything[0])
    assert len(notes) > 50
    assert all(note.note_en and note.note_de and note.note_en != note.note_de for note in notes)
