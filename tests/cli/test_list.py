# SPDX-License-Identifier: MIT
"""`azmodels list`: what it finds, and the form of its JSON, CSV and table."""

import csv
import io
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.builders import catalog, model
from tests.cli.ran import Ran, Run

ON = ("--on", "2026-11-22")


@pytest.fixture
def listed(run: Run, catalog_file: Path) -> Run:
    def run_list(*arguments: str) -> Ran:
        return run("list", "--catalog", catalog_file, *ON, "--format", "json", *arguments)

    return run_list


def test_without_a_filter_every_entry_is_listed_in_the_order_of_the_file(listed: Run) -> None:
    entries = listed().entries
    assert [(entry["model"], entry["version"]) for entry in entries] == [
        ("gpt-broad", "2026-03-01"),
        ("gpt-broad", "2025-01-01"),
        ("grok-dim", "1"),
        ("gpt-old", "0613"),
    ]


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_the_best_hits_of_a_text_come_first_in_every_form(
    run: Run, catalog_file: Path, form: str
) -> None:
    told = run("list", "--catalog", catalog_file, *ON, "--format", form, "--text", "gpt o").out
    assert 0 < told.index("gpt-old") < told.index("gpt-broad")  # not as in the file


FIRST = {
    "model": "gpt-broad",
    "version": "2026-03-01",
    "newest_version": True,
    "kind": "model",
    "provider": "openai",
    "provider_name": "OpenAI",
    "family": "gpt",
    "channel": None,
    "stage": "generally_available",
    "past_date": False,
    "retirement_date": "2027-03-01",
    "retirement_not_before": False,
    "days_left": 99,
    "replacements": [],
    "context_window": 400_000,
    "max_input": None,
    "max_output": None,
    "use_cases": ["chat", "code"],
    "input_modalities": ["text"],
    "output_modalities": ["text"],
    "capabilities": ["vision"],
    "capabilities_not_supported": [],
    "capability_levels": {},
    "hosted_by": None,
    "features": [],
    "data_zones": {"EU": "offered", "US": "offered", "APAC": "conflict"},
    "not_offered": [
        {
            "deployment_type": "Standard",
            "as_of": "2026-10-05",
            "retirement_date": None,
            "retirement_source": None,
            "sources": ["matrix"],
        }
    ],
}
"""What is listed of the first entry, its offers left out."""


def test_an_entry_has_all_documented_keys_with_their_values(listed: Run) -> None:
    first = listed().entries[0]
    offers = first.pop("offers")
    assert first == FIRST
    assert offers[0] == {
        "deployment_type": "GlobalStandard",
        "scope": "global",
        "billing": "payg",
        "regions": ["germanywestcentral", "swedencentral", "eastus2"],
        "unknown_regions": [],
        "disputed_regions": [],
        "as_of": "2026-10-05",
        "retirement_date": None,
        "retirement_source": None,
        "sources": ["matrix"],
    }


def test_unknown_and_disputed_regions_are_told_apart_from_offered_ones(listed: Run) -> None:
    offers = {offer["deployment_type"]: offer for offer in listed().entries[0]["offers"]}
    assert offers["DataZoneStandard"]["disputed_regions"] == ["japaneast"]
    assert offers["ProvisionedManaged"]["regions"] == ["eastus2"]
    assert offers["ProvisionedManaged"]["unknown_regions"] == [
        "swedencentral",
        "switzerlandnorth",
        "japaneast",
    ]
    assert len(offers["GlobalBatch"]["unknown_regions"]) == 5, "no source speaks of it"
    assert "Standard" not in offers, "known to be offered nowhere"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param(["--region", "swedencentral"], ["gpt-broad"], id="a region by its id"),
        pytest.param(["--region", "sweden CENTRAL"], ["gpt-broad"], id="a region by its name"),
        pytest.param(
            ["--region", "germanywestcentral", "--deployment-type", "DataZoneStandard"],
            [],
            id="one offer must satisfy region and deployment type together",
        ),
        pytest.param(
            ["--region", "switzerlandnorth", "--region", "eastus2"],
            ["gpt-broad"],
            id="values of one filter are alternatives",
        ),
        pytest.param(["--data-zone", "eu"], ["gpt-broad"], id="a data zone"),
        pytest.param(["--data-zone", "Europa"], ["gpt-broad"], id="a data zone by its usual name"),
        pytest.param(["--region", "Frankfurt"], ["gpt-broad"], id="a region by its city"),
        pytest.param(["--region", "Schweiz"], [], id="all regions of a country"),
        pytest.param(["--data-zone", "APAC"], [], id="a disputed offer is no offer"),
        pytest.param(["--provider", "xAI"], ["grok-dim"], id="a provider by its name"),
        pytest.param(["--stage", "GA"], ["gpt-broad"], id="a stage by its abbreviation"),
        pytest.param(["--stage", "abgeschaltet"], ["gpt-old"], id="a stage in German"),
        pytest.param(["--stage", "unknown"], ["grok-dim"], id="an unknown stage"),
        pytest.param(["--stage", "past-date"], ["gpt-broad", "gpt-old"], id="past its date"),
        pytest.param(
            ["--use-case", "Chat und Kundensupport", "--newest"],
            ["gpt-broad"],
            id="a use case in German",
        ),
        pytest.param(["--usable"], ["gpt-broad", "grok-dim"], id="what can still be used"),
        pytest.param(["--capability", "Vision"], ["gpt-broad"], id="a capability by its name"),
        pytest.param(["--modality", "out:audio"], None, id="a modality that nothing has"),
        pytest.param(["--modality", "text", "--newest"], ["gpt-broad", "grok-dim", "gpt-old"],
                     id="a modality of either side"),
        pytest.param(["--text", "Broad ALLES"], ["gpt-broad", "gpt-broad"], id="words in German"),
        pytest.param(["--text", "no such thing"], [], id="words that occur nowhere"),
    ],
)  # fmt: skip
def test_filters(listed: Run, filters: list[str], found: list[str] | None) -> None:
    ran = listed(*filters)
    if found is None:
        assert ran.code == 2
    else:
        assert ran.code == 0
        assert ran.models == found


def test_with_a_region_each_offer_says_how_it_is_there(listed: Run) -> None:
    offers = listed("--region", "germanywestcentral").entries[0]["offers"]
    assert {offer["deployment_type"]: offer["in_asked_regions"] for offer in offers} == {
        "GlobalStandard": "offered",
        "DataZoneStandard": "not_offered",
        "ProvisionedManaged": "not_offered",
        "GlobalProvisionedManaged": "unknown",
        "DataZoneProvisionedManaged": "unknown",
        "GlobalBatch": "unknown",
        "DataZoneBatch": "unknown",
    }


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        pytest.param(["--region", "germnywestcentral"], "germanywestcentral", id="region"),
        pytest.param(["--use-case", "chatt"], "chat", id="use case"),
        pytest.param(["--deployment-type", "GlobalStandart"], "GlobalStandard", id="type"),
        pytest.param(["--provider", "openia"], "openai", id="provider"),
        pytest.param(["--stage", "retird"], "retired", id="stage"),
        pytest.param(["--capability", "visoin"], "vision", id="capability"),
        pytest.param(["--data-zone", "Mars"], "known are EU, US, APAC", id="data zone"),
    ],
)
def test_an_unknown_name_ends_with_2_and_a_suggestion(
    listed: Run, filters: list[str], told: str
) -> None:
    ran = listed(*filters)
    assert ran.code == 2
    assert ran.out == ""
    assert f"unknown {filters[0][2:].replace('-', ' ')} '{filters[1]}'" in ran.err
    assert told in ran.err


def test_the_table_says_how_it_is_offered_in_the_region(run: Run, catalog_file: Path) -> None:
    arguments = ("list", "--catalog", catalog_file, *ON, "--region", "eastus2")
    lines = run(*arguments, "--language", "en").out.splitlines()
    assert "Zone" in lines[0]
    assert lines[2].split() == [
        *("gpt-broad", "2026-03-01", "available", "1", "Mar", "2027", "99", "400,000"),
        *("TP?B?", "?", "P"),
    ]
    assert "1 of 4 entries" in lines[-1]


def test_the_table_speaks_german(run: Run, catalog_file: Path) -> None:
    out = run("list", "--catalog", catalog_file, *ON, "--language", "de").out
    assert "Abschalt." in out
    assert "18.10.2026  -35 !" in out
    assert out.endswith(
        "\n4 von 4 Einträgen, Verfügbarkeit 05.10.2026 · Lebenszyklus 05.10.2026 "
        "· Grenzen 05.10.2026.\n"
    )


def test_no_row_of_the_table_is_wider_than_120(run: Run) -> None:
    lines = run("list", *ON, "--language", "de").out.splitlines()
    assert max(map(len, lines)) <= 120


def test_a_list_without_entries_says_so(run: Run, catalog_file: Path) -> None:
    arguments = ("list", "--catalog", catalog_file, "--language", "en", "--text", "nothing")
    ran = run(*arguments)
    assert ran.code == 0
    assert ran.out.startswith("No entry fits all filters.\n")


def test_csv_has_one_column_for_each_deployment_type(run: Run, catalog_file: Path) -> None:
    out = run("list", "--catalog", catalog_file, *ON, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 4
    assert rows[0]["GlobalStandard"] == "germanywestcentral swedencentral eastus2"
    assert rows[0]["DataZoneStandard"] == "swedencentral !japaneast"
    assert rows[0]["ProvisionedManaged"] == "eastus2 ?"
    assert rows[0]["Standard"] == ""
    assert rows[2]["GlobalStandard"] == "?"
    assert rows[2]["stage"] == ""
    assert rows[1]["past_date"] == "true"


def test_the_language_changes_nothing_in_json(run: Run, catalog_file: Path) -> None:
    arguments = ("list", "--catalog", catalog_file, *ON, "--format", "json")
    assert run(*arguments, "--language", "de").out == run(*arguments, "--language", "en").out


def test_the_bundled_catalogue_answers_the_meetings_question(run: Run) -> None:
    ran = run(
        *("list", "--region", "Germany West Central", "--deployment-type", "DataZoneStandard"),
        *("--format", "json", *ON),
    )
    assert len(ran.models) > 5
    for entry in ran.entries:
        offers = {offer["deployment_type"]: offer["regions"] for offer in entry["offers"]}
        assert "germanywestcentral" in offers["DataZoneStandard"]


@pytest.mark.parametrize(
    ("asked", "models"),
    [
        pytest.param(["--min-context", "400000"], ["gpt-broad"], id="context from"),
        pytest.param(["--max-context", "399999"], [], id="context up to"),
        pytest.param(["--max-input-price", "2.50"], ["gpt-broad", "gpt-broad"], id="input price"),
        pytest.param(["--min-output-price", "1"], [], id="output price"),
        pytest.param(["--country", "Deutschland"], [], id="processed in a country"),
        pytest.param(["--country", "US"], ["gpt-broad"], id="by its code"),
        pytest.param(["--retires-after", "2027-02-28"], ["gpt-broad"], id="retired later"),
        pytest.param(["--retires-after", "1.3.2027"], [], id="retired on that day"),
    ],
)
def test_figures_and_places_are_asked_for_as_in_the_window(
    listed: Run, asked: list[str], models: list[str]
) -> None:
    assert [entry["model"] for entry in listed(*asked).entries] == models


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(["--retires-after", "July"], "no day such as 2027-07-31", id="a month"),
        pytest.param(["--min-context", "128k"], "no whole number", id="thousands in short"),
        pytest.param(["--max-input-price", "1.000"], "two numbers", id="one or a thousand"),
    ],
)
def test_what_is_no_figure_is_refused(listed: Run, asked: list[str], told: str) -> None:
    ran = listed(*asked, "--language", "en")
    assert ran.code == 2
    assert told in ran.err


def test_a_name_in_csv_is_no_formula(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(catalog_bytes(catalog(model("=cmd|' /C calc'!A0"), model("-1+1"))))
    rows = run("list", "--catalog", path, "--format", "csv").out.splitlines()[1:]
    assert sorted(row[:5] for row in rows) == ["'-1+1", "'=cmd"]
