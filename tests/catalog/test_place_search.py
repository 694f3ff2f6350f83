# SPDX-License-Identifier: MIT
"""A text that names a place offers it as a filter; it filters by nothing unasked."""

import pytest

from azmodels_gui.catalog.facets import _LONGEST_NAME, _PLACES, FACETS, called, places_named
from azmodels_gui.catalog.query import CatalogQuery, Facet
from tests.publish.shipped import checked_catalog

CATALOG = checked_catalog()
GERMANY = frozenset({"germanywestcentral", "germanynorth"})


def offered(typed: str) -> list[tuple[Facet, frozenset[str], str]]:
    found = places_named(CatalogQuery(text=typed), CATALOG)
    return [(each.facet, each.values, each.query.text) for each in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "Frankfurt", [(Facet.REGIONS, frozenset({"germanywestcentral"}), "")], id="a city"
        ),
        pytest.param(
            "deutschland",
            [(Facet.COUNTRIES, frozenset({"DE"}), ""), (Facet.REGIONS, GERMANY, "")],
            id="a country, as where processing stays and where it is offered",
        ),
        pytest.param("EU", [(Facet.DATA_ZONES, frozenset({"EU"}), "")], id="a data zone"),
        pytest.param(
            "USA",
            [(Facet.COUNTRIES, frozenset({"US"}), ""), (Facet.DATA_ZONES, frozenset({"US"}), "")],
            id="a country with too many regions to name",
        ),
        pytest.param(
            "gpt-5 in West Europe mini",
            [(Facet.REGIONS, frozenset({"westeurope"}), "gpt-5 mini")],
            id="words among others, and what leads to them",
        ),
        pytest.param(
            "Frankfrut",
            [(Facet.REGIONS, frozenset({"germanywestcentral"}), "")],
            id="letters that changed places",
        ),
        pytest.param(
            "gpt-5 in zurch",
            [(Facet.REGIONS, frozenset({"switzerlandnorth"}), "gpt-5")],
            id="a letter that is missing, among other words",
        ),
        pytest.param(
            "Germany West Centrl",
            [(Facet.REGIONS, frozenset({"germanywestcentral"}), "")],
            id="a name of several words rather than the country in it",
        ),
        pytest.param("while texts tune", [], id="words that are like short names"),
        pytest.param("de", [], id="no code of a country: a name may begin so"),
        pytest.param("Frank", [], id="no beginning"),
        pytest.param("gpt-5 mini", [], id="no place"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_a_place_that_is_named_exactly_is_offered(
    typed: str, expected: list[tuple[Facet, frozenset[str], str]]
) -> None:
    assert offered(typed) == expected


def test_a_place_is_added_to_what_is_asked_and_not_offered_twice() -> None:
    asked = CatalogQuery(
        text="gpt frankfurt", regions=frozenset({"swedencentral"}), newest_only=True
    )
    (place,) = places_named(asked, CATALOG)
    taken = place.query
    assert taken == CatalogQuery(
        text="gpt", regions=frozenset({"swedencentral", "germanywestcentral"}), newest_only=True
    )
    again = CatalogQuery(text="frankfurt", regions=taken.regions)
    assert places_named(again, CATALOG) == ()


def test_a_page_that_is_pasted_costs_no_more_than_a_line() -> None:
    page = "so viele Wörter " * 2_000  # each run of which was looked for: minutes
    assert offered(f"frankfurt {page}")[0][:2] == (
        Facet.REGIONS,
        frozenset({"germanywestcentral"}),
    )
    assert offered(f"{page} frankfurt") == [], "what is typed beyond 200 characters is ignored"


def test_no_place_has_more_words_than_are_looked_for() -> None:
    names = (name for facet in _PLACES for one in FACETS[facet].choices(CATALOG)
             for name in called(one))  # fmt: skip
    assert max(len(name.split()) for name in names) <= _LONGEST_NAME
