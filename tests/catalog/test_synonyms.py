# SPDX-License-Identifier: MIT
"""Places are found by what people call them, in both languages."""

import json
from pathlib import Path

import pytest

from azmodels_gui.catalog.facets import FACETS, called, found_by
from azmodels_gui.catalog.folding import compact, sought_in
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.synonyms import region_words, short_region
from tests.publish.shipped import checked_catalog

CATALOG = checked_catalog()


def found(facet: Facet, typed: str) -> set[str]:
    """Return the values of a facet that what is typed into the panel finds."""
    return {
        each.value for each in FACETS[facet].choices(CATALOG) if sought_in(typed, found_by(each))
    }


def named(facet: Facet, word: str) -> set[str]:
    """Return the values that go by a word."""
    choices = ((each.value, called(each)) for each in FACETS[facet].choices(CATALOG))
    return {value for value, names in choices if compact(word) in map(compact, (value, *names))}


@pytest.mark.parametrize(
    ("word", "regions"),
    [
        ("Frankfurt", {"germanywestcentral"}),
        ("Deutschland", {"germanywestcentral", "germanynorth"}),
        ("Schweiz", {"switzerlandnorth", "switzerlandwest"}),
        ("Zurich", {"switzerlandnorth"}),
        ("zürich", {"switzerlandnorth"}),
        ("Genf", {"switzerlandwest"}),
        ("Niederlande", {"westeurope"}),
        ("Holland", {"westeurope"}),
        ("Amsterdam", {"westeurope"}),
        ("Dublin", {"northeurope"}),
        ("Irland", {"northeurope"}),
        ("Wien", {"austriaeast"}),
        ("Österreich", {"austriaeast"}),
        ("UK", {"uksouth", "ukwest"}),
        ("Großbritannien", {"uksouth", "ukwest"}),
        ("Polen", {"polandcentral"}),
    ],
)
def test_a_region_goes_by_its_city_and_its_country(word: str, regions: set[str]) -> None:
    assert named(Facet.REGIONS, word) == regions
    assert found(Facet.REGIONS, word) >= regions


@pytest.mark.parametrize("word", ["EU", "Europa", "europe", "Europäische Union", "EU-Datenzone"])
def test_the_zone_of_the_union_goes_by_all_its_names(word: str) -> None:
    assert named(Facet.DATA_ZONES, word) == {"EU"}


def test_a_country_goes_by_its_code_and_its_usual_names() -> None:
    for word in ("NL", "Niederlande", "Netherlands", "holland"):
        assert named(Facet.COUNTRIES, word) == {"NL"}
    assert named(Facet.COUNTRIES, "USA") == {"US"}


def test_a_group_finds_all_that_is_in_it_and_a_short_word_nothing_by_accident() -> None:
    europe = {each.id for each in CATALOG.regions if each.geography_group == "Europe"}
    assert found(Facet.REGIONS, "Europa") == europe
    assert found(Facet.REGIONS, "eu") == europe  # as the beginning of "Europe", inside no word
    assert found(Facet.REGIONS, "west us") == {"westus", "westus2", "westus3", "westcentralus"}


def test_other_values_are_found_in_both_languages_too() -> None:
    assert "chat-support" in found(Facet.USE_CASES, "Kundendienst")
    assert "vision" in found(Facet.CAPABILITIES, "bildeingabe")
    assert "GlobalStandard" in found(Facet.DEPLOYMENT_TYPES, "nutzungsbasiert")


def test_every_region_of_the_catalogue_has_a_city_or_a_country() -> None:
    assert [each.id for each in CATALOG.regions if not region_words(each)] == []


def test_the_cities_are_those_of_azures_own_list(sources_dir: Path) -> None:
    listed = json.loads((sources_dir / "azure-regions.json").read_text("utf-8"))
    by_id = {each.id: each for each in CATALOG.regions}
    assert [
        (name, place)
        for each in listed
        if (name := each["name"]) in by_id
        for place in each["physicalLocation"].removesuffix(" State").split(", ")
        if compact(place) not in map(compact, region_words(by_id[name]))
    ] == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        pytest.param("Germany West Central", "Germany W. Central", id="a point of the compass"),
        pytest.param("West Europe", "W. Europe", id="it comes first"),
        pytest.param("South Africa North", "S. Africa North", id="the last word stays"),
        pytest.param("France Central", "France Central", id="nothing to shorten"),
    ],
)
def test_a_region_has_a_short_name_that_one_still_knows(name: str, short: str) -> None:
    assert short_region(name) == short
    shortened = [short_region(region.name) for region in CATALOG.regions]
    assert len(set(shortened)) == len(shortened), "no two share one"
