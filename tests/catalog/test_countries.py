# SPDX-License-Identifier: MIT
"""From a geography to a country."""

import pytest

from azmodels_gui.catalog.countries import countries_of, country_of, crosses_borders
from azmodels_gui.catalog.document import Catalog
from tests.builders import catalog, region, shipped_catalog


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return shipped_catalog()


@pytest.mark.parametrize(
    ("name", "geography", "code"),
    [
        pytest.param("Germany North", "Germany", "DE", id="a country"),
        pytest.param("West Europe", "Europe", "NL", id="a region of a wider geography"),
        pytest.param("Mid Europe", "Europe", None, id="a new region of a wider geography"),
        pytest.param("Iceland West", "Iceland", "Iceland", id="a country without a code here"),
    ],
)
def test_the_country_of_a_region(name: str, geography: str, code: str | None) -> None:
    found = country_of(region(name, None, geography, "Europe"))
    assert (None if found is None else found.code) == code


def test_only_geographies_of_several_countries_cross_borders(bundled: Catalog) -> None:
    crossing = {each.id for each in bundled.regions if crosses_borders(each)}
    assert crossing == {"northeurope", "westeurope", "eastasia", "southeastasia"}


def test_every_region_of_the_bundled_catalogue_lies_in_a_country_with_a_code(
    bundled: Catalog,
) -> None:
    found = {each.id: country_of(each) for each in bundled.regions}
    without = [name for name, country in found.items() if country is None or len(country.code) != 2]
    assert without == []


def test_countries_are_listed_once_by_name() -> None:
    assert [each.code for each in countries_of(catalog())] == ["DE", "JP", "SE", "CH", "US"]
