# SPDX-License-Identifier: MIT
"""An offer that has ended is not offered, whatever its source still marks."""

from datetime import date

import pytest

from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability
from tests.builders import catalog, model, offer, version

LAST_DAY = date(2026, 3, 31)
ENDING = offer("Standard", "eastus2", covered=("eastus2",), disputed=["japaneast"]).but(
    retirement_date=LAST_DAY, retirement_source="schedule"
)
CATALOG = catalog(
    model("gpt-x", version(offers=[ENDING, offer("GlobalStandard", "eastus2")])), model("gpt-y")
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        pytest.param(LAST_DAY, Availability.OFFERED, id="its last day"),
        pytest.param(date(2026, 4, 1), Availability.NOT_OFFERED, id="the day after"),
    ],
)
def test_an_offer_ends_after_its_last_day(day: date, known: Availability) -> None:
    (entry, _) = entries(as_on(CATALOG, day))

    assert entry.availability("Standard", "eastus2") is known
    assert entry.availability("GlobalStandard", "eastus2") is Availability.OFFERED
    assert entry.offers["Standard"].retirement_date == LAST_DAY


def test_an_ended_offer_is_nowhere_disputed_or_unknown() -> None:
    (entry, _) = entries(as_on(CATALOG, date(2026, 4, 1)))

    for region in ("japaneast", "swedencentral"):
        assert entry.availability("Standard", region) is Availability.NOT_OFFERED


def test_an_ended_offer_is_as_old_as_the_source_of_its_end() -> None:
    marked = offer("Standard", "eastus2").but(as_of="2026-11-01", sources=("matrix",))
    ended = marked.but(retirement_date=LAST_DAY, retirement_source="schedule")
    nameless = ended.but(retirement_source=None)
    versions = [version("2", offers=[ended]), version("1", offers=[nameless])]
    built = catalog(model("gpt-x", *versions))
    named, unnamed = (each.offers["Standard"] for each in entries(as_on(built, date(2026, 4, 1))))

    assert (named.as_of, named.sources) == (source_dates(built)["schedule"], ("schedule",))
    assert (unnamed.as_of, unnamed.sources) == ("2026-11-01", ("matrix",))


def test_a_catalogue_in_which_nothing_has_ended_is_left_alone() -> None:
    assert as_on(CATALOG, LAST_DAY) is CATALOG


def test_the_index_finds_no_ended_offer() -> None:
    regional = CatalogQuery(deployment_types=frozenset({"Standard"}))

    assert CatalogIndex(CATALOG, LAST_DAY).run(regional).count == 1
    assert CatalogIndex(CATALOG, date(2026, 4, 1)).run(regional).count == 0
