# SPDX-License-Identifier: MIT
"""Age, unknowns, levels, host and ends in what the commands print."""

import csv
import io
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.document import CapabilityKind
from azmodels_gui.catalog.doubts import doubts_of
from azmodels_gui.catalog.facts import Capability, Hosting
from azmodels_gui.catalog.terms import ContextBand, PriceTier
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.catalog_file import read_catalog
from tests.builders import DEPLOYMENT_TYPES, catalog, model, offer, price, text, version
from tests.cli.ran import Run

DAY = "2026-11-22"
LAST_DAY = date(2026, 3, 31)


@pytest.fixture(scope="session")
def aged_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One model that is known, with an old "no" and an end of its own, and one that is not."""
    known = {
        "Standard": offer("Standard", "eastus2").but(
            retirement_date=LAST_DAY, retirement_source="schedule"
        ),
        "GlobalStandard": offer("GlobalStandard", "eastus2"),
        "GlobalBatch": offer("GlobalBatch").but(as_of="2026-05-11"),
        "DataZoneBatch": offer("DataZoneBatch").but(as_of="2026-05-11"),
    }
    others = [offer(kind.id) for kind in DEPLOYMENT_TYPES if kind.id not in known]
    built = catalog(
        model(
            "gpt-known",
            version(
                offers=[*known.values(), *others],
                capabilities=(
                    Capability(id="thinking", levels=("low", "high"), source="types"),
                    Capability(id="vision", source="types"),
                    Capability(id="tools", supported=False, source="types"),
                ),
                hosted_by=Hosting(by="azure", source="types"),
            ),
            prices=(
                price(
                    "1",
                    tier=PriceTier.PRIORITY,
                    context_band=ContextBand.SHORT,
                    secondary=True,
                    at_least_until=date(2026, 11, 30),
                ),
            ),
        ),
        model("gpt-dim", version(stage=None, hosted_by=Hosting(by="xai", source="types"))),
        capabilities=tuple(
            CapabilityKind(id=each, name=text(each.capitalize(), f"{each} (de)"))
            for each in ("thinking", "vision", "tools")
        ),
    )
    path = tmp_path_factory.mktemp("aged") / "catalog.json"
    path.write_bytes(catalog_bytes(built))
    return path


@pytest.fixture
def aged(run: Run, aged_file: Path) -> Run:
    def run_aged(command: str, *arguments: str) -> Any:
        return run(command, *arguments, "--catalog", aged_file)

    return partial(run_aged)


def test_a_list_counts_what_may_fit_and_shows_it_on_demand(aged: Run) -> None:
    asked = ("list", "--region", "swedencentral", "--language", "en", "--on", DAY)
    without = aged(*asked).out
    assert (
        "1 more entry of which the offer there is unknown: to be seen with --include-unknown."
        in (without)
    )
    assert "gpt-dim" not in without
    assert without.endswith("\n0 of 2 entries, availability 5 Oct 2026 · lifecycle 5 Oct 2026.\n")
    with_it = aged(*asked, "--include-unknown").out
    assert "1 more entry of which the offer there is unknown:\n" in with_it
    assert "gpt-dim" in with_it
    assert with_it.endswith("\n0 of 2 entries, lifecycle 5 Oct 2026.\n")


def test_the_bare_list_stays_and_standard_error_counts(aged: Run) -> None:
    asked = ("list", "--region", "eastus2", "--format", "json", "--language", "de", "--on", DAY)
    ran = aged(*asked)
    assert ran.models == ["gpt-known"]
    assert (
        "1 weiterer Eintrag, von dem das Angebot dort unbekannt ist: zu sehen mit --incl" in ran.err
    )
    included = aged(*asked, "--include-unknown")
    assert [(each["model"], each["fits"]) for each in included.entries] == [
        ("gpt-known", True),
        ("gpt-dim", None),
    ]
    assert included.err == ""


def test_csv_tells_what_may_fit_in_a_column_of_its_own(aged: Run) -> None:
    asked = ("list", "--region", "eastus2", "--format", "csv", "--include-unknown", "--on", DAY)
    rows = list(csv.DictReader(io.StringIO(aged(*asked).out)))
    assert [(row["model"], row["fits"]) for row in rows] == [("gpt-known", "true"), ("gpt-dim", "")]


@pytest.mark.parametrize(
    ("capability", "found"),
    [
        pytest.param("thinking", ["gpt-known"], id="it can"),
        pytest.param("tools", [], id="it cannot"),
        pytest.param("Thinking=HIGH", ["gpt-known"], id="a level"),
    ],
)
def test_a_capability_filters_by_what_is_supported(
    aged: Run, capability: str, found: list[str]
) -> None:
    ran = aged("list", "--capability", capability, "--format", "json", "--language", "en")
    assert ran.models == found
    assert "1 more entry of which the capability is unknown" in ran.err


def test_an_unknown_level_ends_with_a_suggestion(aged: Run) -> None:
    ran = aged("list", "--capability", "thinking=hihg", "--language", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "unknown level of thinking 'hihg'; did you mean high?" in ran.err


def test_json_says_age_levels_host_and_end(aged: Run) -> None:
    known, dim = aged("list", "--format", "json", "--on", DAY).entries
    assert known["capabilities"] == ["thinking", "vision"]
    assert known["capabilities_not_supported"] == ["tools"]
    assert known["capability_levels"] == {"thinking": ["low", "high"]}
    assert known["hosted_by"] == {"by": "azure", "source": "types"}
    assert [each["deployment_type"] for each in known["offers"]] == ["GlobalStandard"]
    ages = {
        each["deployment_type"]: (each["as_of"], each["retirement_date"])
        for each in known["not_offered"]
    }
    assert ages["Standard"] == ("2026-10-05", "2026-03-31")
    assert ages["GlobalBatch"] == ("2026-05-11", None)
    assert {each["as_of"] for each in dim["offers"]} == {None}


def test_an_offer_that_ends_is_one_until_its_last_day(aged: Run) -> None:
    offers = aged("list", "--format", "json", "--on", "2026-03-31").entries[0]["offers"]
    ends = {each["deployment_type"]: each["retirement_date"] for each in offers}
    assert ends == {"GlobalStandard": None, "Standard": "2026-03-31"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "en",
            [
                "Processed by: Azure [types, 5 Oct 2026]",
                "Thinking: low, high [types, 5 Oct 2026]",
                "Tools: no (as of 5 Oct 2026) [types, 5 Oct 2026]",
                "Standard: ended on 31 Mar 2026 [schedule, 5 Oct 2026]",
                "GlobalBatch, DataZoneBatch: as of 11 May 2026: not offered",
                "DataZoneStandard, GlobalProvisionedManaged, DataZoneProvisionedManaged, "
                "ProvisionedManaged: not offered (as of 5 Oct 2026)",
                "promised until 30 Nov 2026",
                "\navailability 5 Oct 2026 · prices 5 Oct 2026 · lifecycle 5 Oct 2026 · "
                "capabilities 5 Oct 2026",
            ],
            id="English",
        ),
        pytest.param(
            "de",
            [
                "Verarbeitet von: Azure [types, 05.10.2026]",
                "tools (de): nein (Stand 05.10.2026)",
                "Standard: beendet am 31.03.2026",
                "GlobalBatch, DataZoneBatch: Stand 11.05.2026: nicht angeboten",
                "zugesagt bis 30.11.2026",
                "\nVerfügbarkeit 05.10.2026 · Preise 05.10.2026 · Lebenszyklus 05.10.2026 · "
                "Fähigkeiten 05.10.2026",
            ],
            id="German",
        ),
    ],
)
def test_show_tells_age_levels_host_and_end(aged: Run, language: str, expected: list[str]) -> None:
    out = aged("show", "gpt-known", "--language", language, "--on", DAY).out
    plain = " ".join(out.split())
    for sentence in expected:
        assert " ".join(sentence.split()) in plain
    assert out.rstrip().splitlines()[-1] in expected[-1]


def test_show_names_a_provider_that_processes(aged: Run) -> None:
    assert "Processed by: xAI" in aged("show", "gpt-dim", "--language", "en").out


def test_the_end_of_an_offer_that_goes_on_stands_beside_it(aged: Run) -> None:
    out = aged("show", "gpt-known", "--language", "en", "--on", "2026-03-31").out
    assert "Standard (regional, per token): eastus2, ends on 31 Mar 2026 [matrix" in out


def test_info_says_how_old_the_facts_are_and_how_many(run: Run, aged_file: Path) -> None:
    asked = ("catalog", "info", "--catalog", aged_file, "--on", DAY)
    info = run(*asked, "--format", "json").answer
    assert info["counts"].pop("doubts") == len(
        doubts_of(read_catalog(aged_file), date.fromisoformat(DAY))
    )
    assert info == {
        "serial": 20261122001,
        "published": "2026-11-22",
        "as_of": {
            "availability": "2026-10-05",
            "prices": "2026-10-05",
            "lifecycle": "2026-10-05",
            "quotas": None,
            "ptu": None,
            "limits": None,
            "capabilities": "2026-10-05",
        },
        "counts": {
            "models": 2,
            "entries": 2,
            "offers": 1,
            "prices": 1,
            "unknowns": 40,
        },
    }
    told = run(*asked, "--language", "de").out
    assert "Katalog 20261122001, veröffentlicht am 22.11.2026" in told
    assert "Verfügbarkeit  05.10.2026 (von 11.05.2026 bis 05.10.2026)" in told
    assert "limits        unknown" in run(*asked, "--language", "en").out
