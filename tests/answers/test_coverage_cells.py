# SPDX-License-Identifier: MIT
"""The cells of a coverage answer: nearest way first, and never another answer than is counted."""

from datetime import date

import pytest

from azmodels_gui.answers.coverage_cells import CoverageCells, Way
from azmodels_gui.catalog.coverage import Coverage, CoverageConditions, coverage
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from tests.builders import TODAY, catalog, model, offer, shipped_catalog, version
from tests.window.regions.samples import GERMANY, NORWAY, REGIONS, SWEDEN, known

EU = CoverageConditions(data_zone="EU")


def found_of(*models: object, conditions: CoverageConditions = EU) -> Coverage:
    made = catalog(*models, regions=REGIONS)  # type: ignore[arg-type]
    if not made.data_zones:
        made = made.but(data_zones=shipped_catalog().data_zones)

    return coverage(tuple(entries(made)), conditions, made, TODAY)


def way(found: Coverage, region: str, billing: Billing = Billing.PAYG) -> Way:
    here = next(each for each in found.regions if each.region.id == region)
    ways = CoverageCells(found).cell(here, 0).ways
    return next(each for each in ways if each.billing is billing)


def test_of_several_ways_the_nearest_is_told() -> None:
    both = known(offer("GlobalStandard", SWEDEN), offer("Standard", SWEDEN))
    assert way(found_of(model("m", version(offers=both))), SWEDEN) == Way(
        Billing.PAYG, Availability.OFFERED, Scope.REGIONAL, Availability.OFFERED
    )


def test_a_global_offer_is_told_and_does_not_meet_a_data_zone() -> None:
    only = known(offer("GlobalStandard", SWEDEN))
    assert way(found_of(model("m", version(offers=only))), SWEDEN) == Way(
        Billing.PAYG, Availability.OFFERED, Scope.GLOBAL, Availability.NOT_OFFERED
    )


def test_where_the_zone_is_disputed_nothing_counts() -> None:
    zonal = known(offer("DataZoneStandard", NORWAY))
    told = way(found_of(model("m", version(offers=zonal))), NORWAY)
    assert (told.scope, told.met) == (Scope.DATA_ZONE, Availability.CONFLICT)
    assert not told.counts


def test_without_an_offer_a_conflict_goes_before_unknown_and_unknown_before_no() -> None:
    disputed = (offer("DataZoneStandard", disputed=(GERMANY,)),)
    assert way(found_of(model("m", version(offers=disputed))), GERMANY).known is (
        Availability.CONFLICT
    )
    assert way(found_of(model("m", version(offers=()))), GERMANY).known is Availability.UNKNOWN
    assert way(found_of(model("m", version(offers=known()))), GERMANY).known is (
        Availability.NOT_OFFERED
    )


def test_what_has_ended_counts_nowhere() -> None:
    zonal = known(offer("DataZoneStandard", SWEDEN))
    found = found_of(model("m", version(offers=zonal, retirement=date(2026, 1, 1))))
    assert not way(found, SWEDEN).counts
    assert found.living == ()
    assert found.best == ()


@pytest.mark.parametrize(
    "conditions",
    [
        CoverageConditions(),
        EU,
        CoverageConditions(country="DE"),
        CoverageConditions(data_zone="EU", billings=frozenset({Billing.PROVISIONED})),
    ],
    ids=str,
)
def test_every_cell_of_the_catalogue_says_what_is_counted(conditions: CoverageConditions) -> None:
    shipped = shipped_catalog()

    asked = tuple(entries(shipped))[::9]
    found = coverage(asked, conditions, shipped, date(2026, 11, 29))
    cells = CoverageCells(found)
    for here in found.regions:
        told = [cells.cell(here, at) for at in range(len(asked))]
        counted = sum(each.known is Availability.OFFERED for each in told)
        assert counted == here.offered_count
        for entry, cell in zip(asked, told, strict=True):
            if not entry.is_service and cell.known is Availability.OFFERED:
                assert any(each.counts for each in cell.ways), (entry.title, here.region.id)
            elif not entry.is_service:
                assert not any(each.counts for each in cell.ways), (entry.title, here.region.id)
