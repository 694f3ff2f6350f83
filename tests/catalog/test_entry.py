# SPDX-License-Identifier: MIT
import pytest

from azmodels_gui.catalog.document import Route
from azmodels_gui.catalog.entry import Entry, entries
from azmodels_gui.catalog.prices import Quota
from azmodels_gui.catalog.terms import Availability
from tests.builders import catalog, entry, model, offer, price, version


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        pytest.param("eastus2", Availability.OFFERED, id="marked as offered"),
        pytest.param("japaneast", Availability.CONFLICT, id="sources disagree"),
        pytest.param("swedencentral", Availability.NOT_OFFERED, id="covered, not marked"),
        pytest.param("switzerlandnorth", Availability.UNKNOWN, id="covered by no source"),
    ],
)
def test_a_region_has_one_of_four_answers(region: str, expected: Availability) -> None:
    partly = offer(
        "GlobalStandard", "eastus2", covered=("eastus2", "swedencentral"), disputed=["japaneast"]
    )
    found = entry("gpt-x", version(offers=[partly]))
    assert found.availability("GlobalStandard", region) is expected


def test_a_deployment_type_that_nobody_speaks_of_is_unknown() -> None:
    assert entry().availability("GlobalBatch", "eastus2") is Availability.UNKNOWN


def test_a_type_offered_nowhere_is_not_offered_where_all_is_covered() -> None:
    found = entry("gpt-x", version(offers=[offer("Standard")]))
    assert found.availability("Standard", "eastus2") is Availability.NOT_OFFERED


def test_figures_without_a_version_are_for_every_version() -> None:
    general, special = price("1"), price("2", versions=("2",))
    quota = Quota(deployment_type="Standard", tier="1", tpm=1000, versions=("1",), source="matrix")
    built = model("a", version("1"), version("2"), prices=(general, special), quotas=(quota,))
    first, second = (Entry(built, one) for one in built.versions)
    assert first.prices == (general,)
    assert second.prices == (general, special)
    assert (first.quotas, second.quotas) == ((quota,), ())


def test_entries_are_the_versions_of_all_models_in_order() -> None:
    built = catalog(model("b", version("1"), version("2")), model("a", version("")))
    assert [one.key for one in entries(built)] == [("b", "1"), ("b", "2"), ("a", "")]
    assert [one.title for one in entries(built)] == ["b 1", "b 2", "a"]


def test_a_router_version_has_its_own_routes() -> None:
    routes = (
        Route(versions=("1",), target="gpt-a (1)", source="matrix"),
        Route(versions=("2",), target="gpt-b (1)", source="matrix"),
        Route(target="gpt-c (1)", source="matrix"),
    )
    built = model("router", version("1"), version("2"), routes_to=routes)
    found = [[route.target for route in Entry(built, one).routes] for one in built.versions]
    assert found == [["gpt-a (1)", "gpt-c (1)"], ["gpt-b (1)", "gpt-c (1)"]]
