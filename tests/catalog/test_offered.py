# SPDX-License-Identifier: MIT
"""How an entry is offered, inside a data zone and once an offer has ended."""

from datetime import date

import pytest

from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import Offer, PtuParameters
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import (
    as_on,
    how_offered,
    in_data_zone,
    offered_anywhere,
    offered_as_ptu,
)
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from tests.builders import DEPLOYMENT_TYPES, catalog, entry, model, offer, version
from tests.catalog.queries import ALL_REGIONS

CATALOG = catalog(regions=ALL_REGIONS)
NO_KEEPING_TYPES = [offer(kind.id) for kind in DEPLOYMENT_TYPES if kind.scope is not Scope.GLOBAL]


def test_each_deployment_type_says_how_it_is_offered_here() -> None:
    one = entry(
        "gpt-x",
        version(
            offers=[
                offer("GlobalStandard", "germanywestcentral"),
                offer("ProvisionedManaged", "eastus2"),
                offer("Standard", covered=("eastus2",)),
                offer("DataZoneBatch", disputed=["germanywestcentral"]),
            ]
        ),
    )
    told = how_offered(one, ["germanywestcentral"], CATALOG)
    assert [kind for kind, _ in told] == list(DEPLOYMENT_TYPES)
    found = {kind.id: known for kind, known in told}
    assert found["GlobalStandard"] is Availability.OFFERED
    assert found["ProvisionedManaged"] is Availability.NOT_OFFERED
    assert found["Standard"] is Availability.UNKNOWN
    assert found["DataZoneBatch"] is Availability.CONFLICT
    assert found["GlobalBatch"] is Availability.UNKNOWN


def test_one_of_several_regions_is_enough() -> None:
    one = entry("gpt-x", version(offers=[offer("Standard", "swedencentral")]))
    told = how_offered(one, ["japaneast", "swedencentral"], CATALOG)
    here = {kind.id: known for kind, known in told}
    assert here["Standard"] is Availability.OFFERED


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        pytest.param([offer("Standard", "swedencentral")], "offered", id="regional in a member"),
        pytest.param([offer("DataZoneBatch", "swedencentral")], "offered", id="data zone offer"),
        pytest.param(
            [offer("GlobalStandard", "swedencentral"), *NO_KEEPING_TYPES],
            "not_offered",
            id="global does not keep data in the zone",
        ),
        pytest.param([offer("GlobalStandard", "swedencentral")], "unknown", id="nothing stated"),
        pytest.param(NO_KEEPING_TYPES[1:], "unknown", id="one type left open is not a no"),
        pytest.param(
            [offer("DataZoneStandard", "norwayeast")], "conflict", id="membership disputed"
        ),
        pytest.param(
            [offer("DataZoneStandard", disputed=["swedencentral"])], "conflict", id="offer disputed"
        ),
    ],
)
def test_inside_a_zone_is_yes_no_unknown_or_conflict(offers: list[Offer], expected: str) -> None:
    found = in_data_zone(entry("gpt-x", version(offers=offers)), "EU", CATALOG)
    assert found.value == expected


def test_a_zone_without_known_regions_is_unknown() -> None:
    one = entry("gpt-x", version(offers=NO_KEEPING_TYPES))
    assert in_data_zone(one, "MARS", CATALOG) is Availability.UNKNOWN


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        pytest.param([], "unknown", id="no source"),
        pytest.param([offer("Standard", "eastus2")], "offered", id="somewhere"),
        pytest.param([offer("Standard")], "not_offered", id="nowhere, all covered"),
        pytest.param([offer("Standard", covered=("eastus2",))], "unknown", id="one covered"),
        pytest.param(
            [offer("Standard", "eastus2", disputed=["eastus2"])], "conflict", id="disputed only"
        ),
    ],
)
def test_over_all_regions_a_type_is_offered_or_not(offers: list[Offer], expected: str) -> None:
    assert offered_anywhere(entry("gpt-x", version(offers=offers)), "Standard").value == expected


PTU_TYPES = [offer(kind.id) for kind in DEPLOYMENT_TYPES if kind.billing is Billing.PROVISIONED]
SIZING = PtuParameters(input_tpm_per_ptu=1, weights=(), sizing=(), source="sizing")
HISTORY = SIZING.but(history=True)


@pytest.mark.parametrize(
    ("offers", "parameters", "expected"),
    [
        pytest.param([offer("ProvisionedManaged", "eastus2")], (), "offered", id="offered"),
        pytest.param(PTU_TYPES, (), "not_offered", id="every matrix says no"),
        pytest.param(PTU_TYPES, (SIZING,), "conflict", id="sizing page against the matrices"),
        pytest.param(PTU_TYPES, (HISTORY,), "not_offered", id="an old sizing page"),
        pytest.param([], (SIZING,), "offered", id="sizing page alone"),
        pytest.param([], (), "unknown", id="nothing"),
    ],
)
def test_ptu_is_yes_no_unknown_or_conflict(
    offers: list[Offer], parameters: tuple[PtuParameters, ...], expected: str
) -> None:
    one = entry("gpt-x", version(offers=offers), ptu=parameters)
    assert offered_as_ptu(one, CATALOG).value == expected


LAST_DAY = date(2026, 3, 31)
ENDING = offer("Standard", "eastus2", covered=("eastus2",), disputed=["japaneast"]).but(
    retirement_date=LAST_DAY, retirement_source="schedule"
)
PAST_AND_LASTING = catalog(
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
    (entry, _) = entries(as_on(PAST_AND_LASTING, day))

    assert entry.availability("Standard", "eastus2") is known
    assert entry.availability("GlobalStandard", "eastus2") is Availability.OFFERED
    assert entry.offers["Standard"].retirement_date == LAST_DAY


def test_an_ended_offer_is_nowhere_disputed_or_unknown() -> None:
    (entry, _) = entries(as_on(PAST_AND_LASTING, date(2026, 4, 1)))

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
    assert as_on(PAST_AND_LASTING, LAST_DAY) is PAST_AND_LASTING


def test_the_index_finds_no_ended_offer() -> None:
    regional = CatalogQuery(deployment_types=frozenset({"Standard"}))

    assert CatalogIndex(PAST_AND_LASTING, LAST_DAY).run(regional).count == 1
    assert CatalogIndex(PAST_AND_LASTING, date(2026, 4, 1)).run(regional).count == 0
