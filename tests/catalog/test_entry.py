# SPDX-License-Identifier: MIT
"""Entries: what belongs to a version, its stage on a day, the order of versions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import (
    Entry,
    Route,
    entries,
    newest_version,
    stage_on,
    version_key,
    version_sort_text,
)
from azmodels_gui.catalog.facts import Lifecycle, Quota
from azmodels_gui.catalog.terms import Availability, Stage
from tests.builders import TODAY, catalog, entry, model, offer, price, version


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


@pytest.mark.parametrize(
    ("retirement", "days_left", "past"),
    [
        pytest.param(date(2026, 11, 23), 1, False, id="retires tomorrow"),
        pytest.param(TODAY, 0, False, id="still there on the day itself"),
        pytest.param(date(2026, 11, 21), -1, True, id="past since yesterday"),
        pytest.param(None, None, False, id="no date announced"),
    ],
)
def test_days_left_are_counted_from_the_day_given(
    retirement: date | None, days_left: int | None, past: bool
) -> None:
    stage = stage_on(Lifecycle(retirement_date=retirement), TODAY)
    assert (stage.days_left, stage.past_date) == (days_left, past)


def test_a_passed_date_contradicts_a_stage_that_says_available() -> None:
    passed = Lifecycle(stage=Stage.GENERALLY_AVAILABLE, retirement_date=date(2026, 11, 19))
    stage = stage_on(passed, TODAY)
    assert stage.published is Stage.GENERALLY_AVAILABLE
    assert stage.contradicts
    assert not stage.usable


def test_a_passed_date_of_a_retired_version_is_no_contradiction() -> None:
    retired = Lifecycle(stage=Stage.RETIRED, retirement_date=date(2026, 6, 29))
    assert not stage_on(retired, TODAY).contradicts


def test_a_version_without_stage_and_date_counts_as_usable() -> None:
    assert stage_on(Lifecycle(), TODAY).usable


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        pytest.param("2024-08-06", "2024-11-20", id="days in order"),
        pytest.param("2024-11-20", "20250929", id="a day without hyphens"),
        pytest.param("1106-preview", "turbo-2024-04-09", id="a day beats other numbers"),
        pytest.param("9", "10", id="numbers are not text"),
        pytest.param("001", "2", id="zeros in front do not count"),
        pytest.param("2.1", "2.10", id="each number by itself"),
        pytest.param("latest", "1", id="numbers beat words"),
        pytest.param("", "latest", id="no name is the oldest"),
        pytest.param("2024-11-20", "2024-12-17-preview", id="previews count as well"),
        pytest.param("20259999", "2025-01-01", id="digits that are no day are a number"),
    ],
)
def test_versions_sort_by_day_then_number_then_text(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)
    assert newest_version(model("a", version(newer), version(older))) == newer


@given(st.lists(st.text(alphabet="0123456789-.ap", max_size=12)))
def test_the_sort_text_orders_as_the_key_does(versions: list[str]) -> None:
    dated = [*versions, "2024-11-20", "2025-08-07", "0613", "turbo-2024-04-09", ""]
    by_text = [version_key(one)[:2] for one in sorted(dated, key=version_sort_text)]
    assert by_text == sorted(by_text)
