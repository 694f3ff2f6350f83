# SPDX-License-Identifier: MIT
"""`azmodels show`: every fact with source and date."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.publish.build import catalog_bytes
from tests.builders import with_old_advice
from tests.cli.ran import Ran, Run

ON = ("--on", "2026-11-22")


@pytest.fixture
def shown(run: Run, catalog_file: Path) -> Run:
    def run_show(*arguments: str) -> Ran:
        return run("show", "--catalog", catalog_file, *ON, *arguments)

    return run_show


def facts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that names a source."""
    if isinstance(value, dict):
        if "source" in value:
            yield value
        for inner in value.values():
            yield from facts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from facts(inner)


def test_all_versions_are_shown_newest_first_or_the_one_asked_for(shown: Run) -> None:
    versions = [entry["version"] for entry in shown("gpt-broad", "--format", "json").entries]
    assert versions == ["2026-03-01", "2025-01-01"]
    only = shown("gpt-broad", "--version", "2025-01-01", "--format", "json").entries
    assert [entry["version"] for entry in only] == ["2025-01-01"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("GPT-Broad", id="in another case"),
        pytest.param("gpt broad", id="with a space"),
        pytest.param("GPT_Broad_Chat", id="by another spelling of a source"),
    ],
)
def test_a_model_is_found(shown: Run, name: str) -> None:
    assert shown(name, "--format", "json").entries[0]["model"] == "gpt-broad"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["gpt-braod"], "did you mean gpt-broad", id="model"),
        pytest.param(["gpt"], "did you mean gpt-old or gpt-broad", id="part of a name"),
        pytest.param(["zzz"], "known are gpt-broad, grok-dim, gpt-old", id="nothing similar"),
        pytest.param(
            ["gpt-broad", "--version", "2026-03-02"], "did you mean 2026-03-01", id="version"
        ),
        pytest.param(["x" * 100_000], "unknown model", id="an endless name"),
    ],
)
def test_an_unknown_name_ends_with_2_and_a_suggestion(
    shown: Run, arguments: list[str], told: str
) -> None:
    ran = shown(*arguments)
    assert ran.code == 2
    assert told in ran.err
    assert len(ran.err) < 500


def test_every_fact_carries_source_and_date(shown: Run) -> None:
    entry = shown("gpt-broad", "--format", "json").entries[0]
    found = list(facts(entry))
    assert len(found) > 10
    assert all(fact["as_of"] == "2026-10-05" for fact in found)
    named = {fact["source"] for fact in found} | {
        name for offer in entry["offers"] for name in offer["sources"]
    }
    assert {source["id"] for source in entry["sources"]} == named


def test_an_entry_has_the_documented_keys(shown: Run) -> None:
    entry = shown("gpt-broad", "--format", "json").entries[0]
    assert {
        *("limits", "offers", "ptu", "prices", "quotas", "lifecycle", "sources", "conflicts"),
        *("capabilities", "use_cases", "recommendations", "notes", "summary", "modalities"),
        *("strengths", "aliases", "routes_to", "named_by", "general_facts"),
    } <= entry.keys()
    assert entry["lifecycle"]["retirement_date"] == "2027-03-01"
    assert entry["limits"]["context_window"]["tokens"] == 400_000
    assert entry["limits"]["max_output"] is None
    assert entry["recommendations"][0]["use_case"] == "chat"


def test_prices_are_split_by_the_day_and_stay_exact(shown: Run) -> None:
    prices = shown("gpt-broad", "--format", "json").entries[0]["prices"]
    amounts = {time: [price["amount"] for price in found] for time, found in prices.items()}
    assert amounts == {
        "in_force": ["2.50", "0.0000001"],
        "expired": ["3.00"],
        "future": ["2.00"],
        "replaced": [],
    }


def test_on_another_day_other_prices_are_in_force(run: Run, catalog_file: Path) -> None:
    ran = run(
        "show", "gpt-broad", "--catalog", catalog_file, "--on", "2027-01-01", "--format", "json"
    )
    prices = ran.entries[0]["prices"]
    assert [price["amount"] for price in prices["in_force"]] == ["2.00", "0.0000001"]
    assert [price["amount"] for price in prices["replaced"]] == ["2.50"]
    assert ran.entries[0]["days_left"] == 59


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "en",
            [
                "A model for everything.",
                "Retirement date: 1 Mar 2027 [schedule, 5 Oct 2026]",
                "Days left: 99 [schedule, 5 Oct 2026]",
                "Context window: 400,000 tokens [matrix, 5 Oct 2026]",
                "DataZoneStandard (data zone, per token): swedencentral;",
                "conflicting sources: japaneast",
                "Unknown: GlobalProvisionedManaged",
                "Minimum PTU, global: 15 [matrix, 5 Oct 2026]",
                "Increment PTU, global: 5 [matrix, 5 Oct 2026]",
                "Token weight, output: 8.5 [matrix, 5 Oct 2026]",
                "GlobalStandard, tier 1: 1,000,000 TPM, 10,000 RPM",
                "default quota: 5 requests per 10 s",
                "2,000,000 tokens in the queue",
                "It answers quickly.",
                "$2.50 1M tokens global",
            ],
            id="English",
        ),
        pytest.param(
            "de",
            [
                "Ein Modell für alles.",
                "Abschaltung am: 01.03.2027 [schedule, 05.10.2026]",
                "Tage bis zur Abschaltung: 99 [schedule, 05.10.2026]",
                "Kontextfenster: 400.000 Token [matrix, 05.10.2026]",
                "widersprüchliche Quellen: japaneast",
                "Kleinste Bereitstellung (PTU), global: 15",
                "Schrittweite (PTU), global: 5",
                "Tokengewicht, Ausgabe: 8,5",
                "1.000.000 TPM, 10.000 RPM",
                "Es antwortet schnell.",
                "2,50 $ 1 Mio. Token global",
            ],
            id="German",
        ),
    ],
)
def test_the_text_speaks_both_languages(shown: Run, language: str, expected: list[str]) -> None:
    out = " ".join(shown("gpt-broad", "--language", language).out.split())
    for sentence in expected:
        assert " ".join(sentence.split()) in out


def test_a_version_past_its_date_says_so_beside_its_stage(shown: Run) -> None:
    out = shown("gpt-broad", "--version", "2025-01-01", "--language", "en").out
    assert "Stage: deprecated, past its date" in out
    assert "Retirement date: 18 Oct 2026 [schedule, 5 Oct 2026]" in out
    assert "Days left: -35" in out
    assert "Deprecated on: 1 Apr 2026" in out
    assert "Replacement: gpt-broad 2026-03-01" in out
    assert "Fine-tuning: training until: 18 Oct 2026" in out
    assert "Fine-tuning: deployments until: 18 Oct 2027" in out


def test_a_stage_that_another_source_states_carries_that_ones_date(shown: Run) -> None:
    ran = shown("gpt-broad", "--version", "2025-01-01", "--format", "json")
    lifecycle = ran.entries[0]["lifecycle"]
    assert (lifecycle["stage_source"], lifecycle["stage_as_of"]) == ("types", "2026-10-05")
    text = shown("gpt-broad", "--version", "2025-01-01", "--language", "en").out
    assert "Stage: deprecated, past its date [types, 5 Oct 2026]" in text


def test_a_model_of_which_nothing_is_known_says_unknown_and_not_no(shown: Run) -> None:
    out = shown("grok-dim", "--language", "en").out
    assert "Stage: unknown" in out
    assert "Context window: unknown" in out
    assert "Unknown: GlobalStandard, DataZoneStandard" in out
    assert "nowhere" not in out


@pytest.fixture
def old_advice(run: Run, sample: Catalog, tmp_path: Path) -> Run:
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(with_old_advice(sample, "gpt-broad")))

    def run_show(*arguments: str) -> Ran:
        return run("show", "gpt-broad", "--catalog", path, *ON, *arguments)

    return run_show


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "en",
            [
                "retired (retired) → gpt-broad 2026-03-01. [schedule, 5 Oct 2026]",
                "vanished (not in the catalogue) → no successor named. "
                "Nobody makes it any more. [types, 5 Oct 2026]",
                "For the client's questions What is kept? Nothing is kept. [matrix, 5 Oct 2026] "
                "Where? No source on hand.",
            ],
            id="English",
        ),
        pytest.param(
            "de",
            [
                "retired (abgeschaltet) → gpt-broad 2026-03-01.",
                "vanished (nicht im Katalog) → kein Nachfolger genannt. "
                "Niemand stellt es noch her.",
                "Für Fragen des Kunden Was wird aufbewahrt? Nichts wird aufbewahrt. "
                "[matrix, 05.10.2026] Wo? Keine Quelle zur Hand.",
            ],
            id="German",
        ),
    ],
)
def test_dead_advice_has_its_successor_and_open_questions_stay_open(
    old_advice: Run, language: str, expected: list[str]
) -> None:
    out = " ".join(old_advice("--version", "2026-03-01", "--language", language).out.split())
    for sentence in expected:
        assert out.count(sentence) == 1


def test_the_json_tells_what_became_of_the_advised_models(old_advice: Run) -> None:
    entry = old_advice("--format", "json").entries[0]
    live, retired, vanished = entry["recommendations"][0]["models_today"]
    assert (live["model"], live["standing"], live["successor"]) == ("gpt-broad", "live", None)
    assert (retired["standing"], retired["successor"]) == ("retired", "gpt-broad")
    assert (retired["successor_version"], retired["chain"]) == (
        "2026-03-01",
        ["retired", "gpt-broad"],
    )
    assert (retired["successor_source"], retired["successor_as_of"]) == ("schedule", "2026-10-05")
    assert (vanished["standing"], vanished["successor"]) == ("no_entry", None)
    assert vanished["reason"]["de"] == "Niemand stellt es noch her."


def test_the_json_tells_answers_with_date_and_open_questions_without(old_advice: Run) -> None:
    kept, place = old_advice("--format", "json").entries[0]["general_facts"]
    assert (kept["topic"], kept["answer"]["en"]) == ("storage", "Nothing is kept.")
    assert (kept["source"], kept["as_of"]) == ("matrix", "2026-10-05")
    assert place == {
        "topic": "place",
        "question": {"en": "Where?", "de": "Wo?"},
        "answer": None,
        "source": None,
        "as_of": None,
    }


def test_every_entry_of_the_bundled_catalogue_can_be_shown(run: Run) -> None:
    names = {entry["model"] for entry in run("list", "--format", "json").entries}
    assert len(names) > 100
    for name in sorted(names)[::25]:
        assert run("show", name, "--language", "de").code == 0
        assert run("show", name, "--format", "json").code == 0
