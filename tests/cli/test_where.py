# SPDX-License-Identifier: MIT
"""`azmodels where`: the answer as JSON and text, and what cannot be asked."""

from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.cli.where_offered import SHOWN_PAIRS
from azmodels_gui.publish.build import catalog_bytes
from tests.builders import DEPLOYMENT_TYPES, catalog, model, offer, version
from tests.cli.ran import Run

ON = ("--on", "2026-11-22")
SKUS = [kind.id for kind in DEPLOYMENT_TYPES]


def sample() -> Catalog:
    """Return models whose every deployment type is known, but for one of each oddity."""
    zone = version("1", offers=[offer("DataZoneStandard", "swedencentral", "germanywestcentral")])
    german = version("2", offers=[offer("Standard", "germanywestcentral"), *_others("Standard")])
    american = version("1", offers=[offer("Standard", "eastus2"), *_others("Standard")])
    disputed = version(
        "1", offers=[offer("Standard", disputed=["swedencentral"]), *_others("Standard")]
    )
    return catalog(
        model("zonal", zone, version("2", offers=[*zone.offers, *_others("DataZoneStandard")])),
        model("german", german),
        model("american", american),
        model("disputed", disputed),
        model("unheard"),
    )


def _others(*skus: str) -> list[Offer]:
    return [offer(sku) for sku in SKUS if sku not in skus]


@pytest.fixture(scope="session")
def where_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("where") / "catalog.json"
    path.write_bytes(catalog_bytes(sample()))
    return path


def test_a_region_that_has_all_says_by_which_types(run: Run, where_file: Path) -> None:
    asked = ("zonal", "german", "--data-zone", "EU", "--catalog", where_file)
    told = run("where", *asked, "--format", "json").json
    assert told["models"] == ["zonal@2", "german@2"]
    (here,) = told["complete"]
    assert (here["region"], here["country"], here["data_zone"]) == (
        "germanywestcentral",
        "DE",
        "EU",
    )
    assert here["offers"] == [
        {"model": "zonal@2", "deployment_types": ["DataZoneStandard"]},
        {"model": "german@2", "deployment_types": ["Standard"]},
    ]
    assert [each["region"] for each in told["partial"]] == ["swedencentral"]
    assert told["partial"][0]["missing"] == ["german@2"]
    assert told["pairs"] == []


def test_missing_unknown_and_disputed_have_lists_of_their_own(run: Run, where_file: Path) -> None:
    asked = ("zonal", "german", "disputed", "unheard", "--catalog", where_file)
    told = run("where", *asked, "--data-zone", "EU", "--format", "json").json
    sweden = next(each for each in told["partial"] if each["region"] == "swedencentral")
    sets = {key: sweden[key] for key in ("offered", "missing", "unknown", "disputed")}
    assert sets == {
        "offered": ["zonal@2"],
        "missing": ["german@2"],
        "unknown": ["unheard@2026-01-01"],
        "disputed": ["disputed@1"],
    }


def test_where_no_region_has_all_the_best_pair_is_named(run: Run, where_file: Path) -> None:
    asked = ("zonal", "american", "--catalog", where_file)
    told = run("where", *asked, "--format", "json").json
    assert told["complete"] == []
    assert [pair["regions"] for pair in told["pairs"]] == [
        ["eastus2", "germanywestcentral"],
        ["eastus2", "swedencentral"],
    ]
    text = run("where", *asked, "--language", "de")
    assert "Beste Paare von Regionen" in text.out
    assert "East US 2 + Germany West Central: angeboten: 2 von 2" in text.out


def test_a_version_can_be_named(run: Run, where_file: Path) -> None:
    told = run("where", "zonal@1", "--catalog", where_file, "--format", "json").json
    assert told["models"] == ["zonal@1"]


def test_the_country_points_to_the_zone(run: Run, where_file: Path) -> None:
    asked = ("zonal", "--country", "Deutschland", "--catalog", where_file, *ON)
    told = run("where", *asked, "--format", "json").json
    assert told["conditions"]["country"] == "DE"
    assert told["answer"]["de"] == "Keine Region bietet zonal 2 an (Stand 05.10.2026)."
    hint = next(each for each in told["warnings"] if each["id"] == "in_the_zone_instead")
    assert hint["data"]["regions"] == ["germanywestcentral", "swedencentral"]
    assert "keine Rechtsberatung" in run("where", *asked, "--language", "de").out


def test_the_text_says_the_question_the_answer_and_the_sources(run: Run, where_file: Path) -> None:
    asked = ("zonal", "german", "--data-zone", "EU", "--billing", "standard", *ON)
    out = run("where", *asked, "--catalog", where_file, "--language", "en").out
    assert "Processed in  EU data zone" in out
    assert "1 region offers all 2 models." in out
    assert "Germany West Central  zonal: DataZoneStandard; german: Standard" in out
    assert "Sweden Central: offered: 1 of 2; as of 5 Oct 2026 not offered: 1 (german 2)" in out
    assert "Document matrix, 5 Oct 2026" in out
    assert out.endswith("\navailability 5 Oct 2026\n")


def test_an_answer_without_any_dated_fact_has_no_last_line(run: Run, where_file: Path) -> None:
    out = run("where", "unheard", "--catalog", where_file, "--language", "en", *ON).out
    assert out.endswith(" Unknown does not mean no.\n")


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [
        pytest.param(
            "2026-12-04",
            "No region offers zonal 2 (as of 5 Oct 2026).",
            "Keine Region bietet zonal 2 an (Stand 05.10.2026).",
            id="60 days",
        ),
        pytest.param(
            "2026-12-05",
            "As of 5 Oct 2026 no region offers zonal 2.",
            "Stand 05.10.2026 bietet keine Region zonal 2 an.",
            id="61 days",
        ),
    ],
)
def test_a_no_has_its_date_and_an_old_one_has_it_first(
    run: Run, where_file: Path, day: str, english: str, german: str
) -> None:
    asked = ("where", "zonal", "--country", "DE", "--catalog", where_file, "--on", day)
    told = run(*asked, "--format", "json").json
    assert told["answer"] == {"en": english, "de": german}
    assert told["as_of"] == {"availability": "2026-10-05"}
    assert told["as_of_by_model"] == {
        "zonal@2": {"oldest": "2026-10-05", "newest": "2026-10-05"},
    }


def test_a_version_that_was_not_named_is_told_and_one_that_answers_yes(
    run: Run, tmp_path: Path
) -> None:
    built = catalog(
        model(
            "gpt-x",
            version("1", offers=[offer("Standard", "eastus2")]),
            version("2", offers=_others()),
            version("3", offers=_others()),
        )
    )
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(built))
    asked = ("--country", "US", "--catalog", path, "--format", "json")
    warnings = {each["id"]: each for each in run("where", "gpt-x", *asked).json["warnings"]}
    assert warnings["newest_taken"]["data"]["models"] == ["gpt-x@3"]
    assert warnings["other_version_offered"]["data"]["models"] == ["gpt-x@1"]
    named = run("where", "gpt-x@3", *asked).json["warnings"]
    assert "newest_taken" not in {each["id"] for each in named}


@pytest.mark.parametrize(
    ("day", "complete"),
    [
        pytest.param("2026-03-31", ["eastus2"], id="its last day"),
        pytest.param("2026-04-01", [], id="the day after"),
    ],
)
def test_an_offer_that_has_ended_is_no_yes(
    run: Run, tmp_path: Path, day: str, complete: list[str]
) -> None:
    ending = offer("Standard", "eastus2").but(
        retirement_date=date(2026, 3, 31), retirement_source="schedule"
    )
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(catalog(model("gpt-x", version("1", offers=[ending])))))
    asked = ("where", "gpt-x", "--deployment-type", "Standard", "--catalog", path, "--on", day)
    told = run(*asked, "--format", "json").json
    assert [each["region"] for each in told["complete"]] == complete
    (note,) = (each for each in told["warnings"] if each["id"] == "offer_ends")
    assert note["data"]["ends"] == [
        {
            "model": "gpt-x@1",
            "deployment_type": "Standard",
            "retirement_date": "2026-03-31",
            "retirement_source": "schedule",
        }
    ]
    assert "gpt-x 1 Standard (31.03.2026)" in note["text"]["de"]


def test_the_text_names_the_types_asked_for_and_how_far_a_pair_is_apart(
    run: Run, tmp_path: Path
) -> None:
    places = {"swedencentral": (60.7, 17.1), "eastus2": (36.7, -78.4)}
    regions = tuple(
        region.but(latitude=places[region.id][0], longitude=places[region.id][1])
        for region in catalog().regions
        if region.id in places
    )
    built = catalog(
        model("a", version(offers=[offer("Standard", "swedencentral")])),
        model("b", version(offers=[offer("Standard", "eastus2")])),
        regions=regions,
    )
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(built))
    asked = ("a", "b", "--deployment-type", "Standard", "--deployment-type", "GlobalStandard")
    out = run("where", *asked, "--catalog", path, "--language", "en").out
    assert "Deployment type  GlobalStandard or Standard" in out
    assert "East US 2 + Sweden Central (6,792 km apart): offered: 2 of 2" in out


def test_many_pairs_are_counted_in_the_text(run: Run, tmp_path: Path) -> None:
    here, there = ["swedencentral", "japaneast"], ["eastus2", "germanywestcentral"]
    there.append("switzerlandnorth")
    built = catalog(
        model("a", version(offers=[offer("Standard", *here)])),
        model("b", version(offers=[offer("Standard", *there)])),
    )
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(built))
    asked = ("a", "b", "--deployment-type", "Standard", "--catalog", path, "--language", "en")
    assert len(here) * len(there) == SHOWN_PAIRS + 1
    assert "further pairs that offer as much: 1;" in run("where", *asked).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["zonnal"], "did you mean zonal?", id="a model"),
        pytest.param(["zonal@9"], "unknown version of zonal '9'", id="a version"),
        pytest.param(["zonal", "--data-zone", "Mars"], "known are EU, US, APAC", id="a zone"),
        pytest.param(
            ["zonal", "--country", "Atlantis"], "known are DE, CH, SE, US, JP", id="a country"
        ),
        pytest.param(
            ["zonal", "--deployment-type", "Spot"], "unknown deployment type 'Spot'", id="a SKU"
        ),
        pytest.param(["zonal", "--billing", "cash"], "unknown billing 'cash'", id="a billing"),
        pytest.param(
            ["zonal", "--country", "DE", "--billing", "batch"],
            "No deployment type can meet these conditions together",
            id="conditions that exclude each other",
        ),
        pytest.param([], "MODEL[@VERSION]", id="no model at all"),
    ],
)
def test_what_cannot_be_asked_ends_with_two_and_a_sentence(
    run: Run, where_file: Path, arguments: list[str], said: str
) -> None:
    ran = run("where", *arguments, "--catalog", where_file)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
