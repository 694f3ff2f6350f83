# SPDX-License-Identifier: MIT
"""Where all entries can be had: rules by hand, and against a plain loop for any catalogue."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.coverage import (
    Coverage,
    CoverageConditions,
    CoverageRefused,
    RefusedBecause,
    RegionCoverage,
    coverage,
    processed_inside,
)
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region, entries
from azmodels_gui.catalog.offered import in_data_zone, strongest
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope, Stage
from tests.builders import (
    DEPLOYMENT_TYPES,
    TODAY,
    catalog,
    deployment_type,
    entry,
    offer,
    region,
    version,
)
from tests.catalog.queries import ALL_REGIONS, SKUS, catalogs

NOWHERE_LAND = region("Asia North", None, "Asia Pacific", "Asia Pacific")
REGIONS = (*ALL_REGIONS, NOWHERE_LAND)
CATALOG = catalog(regions=REGIONS)
EVERYWHERE = [each.id for each in REGIONS]

YES, NO = Availability.OFFERED, Availability.NOT_OFFERED
CONFLICT, UNKNOWN = Availability.CONFLICT, Availability.UNKNOWN


def one_offered(sku: str, *regions: str, name: str = "gpt-x") -> Entry:
    """Return an entry with one offer; every other deployment type is known not to exist."""
    others = [offer(kind) for kind in SKUS if kind != sku]
    return entry(name, version(offers=[offer(sku, *regions), *others]))


def answer(*asked: Entry, **conditions: object) -> Coverage:
    return coverage(asked, CoverageConditions(**conditions), CATALOG, TODAY)  # type: ignore[arg-type]


def names(found: tuple[RegionCoverage, ...]) -> list[str]:
    return [each.region.name for each in found]


def of(found: Coverage, region_id: str) -> RegionCoverage:
    return next(each for each in found.regions if each.region.id == region_id)


def told(found: RegionCoverage) -> dict[str, list[str]]:
    return {
        word: [each.title for each in listed]
        for word, listed in (
            ("offered", found.offered),
            ("missing", found.missing),
            ("unknown", found.unknown),
            ("disputed", found.disputed),
        )
        if listed
    }


@pytest.mark.parametrize(
    ("sku", "expected"),
    [
        pytest.param("Standard", ["Germany West Central"], id="regional, in a German region"),
        pytest.param("ProvisionedManaged", ["Germany West Central"], id="regional PTU too"),
        pytest.param("DataZoneStandard", [], id="a data zone may process elsewhere"),
        pytest.param("GlobalStandard", [], id="global may process anywhere"),
    ],
)
def test_processed_in_germany_takes_a_regional_deployment_there(
    sku: str, expected: list[str]
) -> None:
    assert names(answer(one_offered(sku, *EVERYWHERE), country="DE").complete) == expected


@pytest.mark.parametrize(
    ("sku", "inside"),
    [
        pytest.param("Standard", True, id="regional in a region of the zone"),
        pytest.param("DataZoneProvisionedManaged", True, id="data zone in a region of the zone"),
        pytest.param("GlobalBatch", False, id="global never"),
    ],
)
def test_inside_the_eu_zone_takes_a_zone_or_regional_deployment(sku: str, inside: bool) -> None:
    found = answer(one_offered(sku, *EVERYWHERE), data_zone="EU")
    certain = ["Germany West Central", "Sweden Central", "West Europe"]
    assert names(found.complete) == (certain if inside else [])
    assert names(found.open) == (["Norway East"] if inside else [])


def test_a_region_of_disputed_membership_is_told_apart() -> None:
    found = of(answer(one_offered("Standard", "norwayeast"), data_zone="EU"), "norwayeast")
    assert told(found) == {"disputed": ["gpt-x 2026-01-01"]}
    assert found.open


def test_without_the_zone_the_same_region_is_no_matter_of_dispute() -> None:
    found = answer(one_offered("Standard", "norwayeast"), country="NO")
    assert names(found.complete) == ["Norway East"]


def test_a_geography_of_several_countries_leaves_the_country_in_dispute() -> None:
    """Microsoft may move regional processing within "Europe": Netherlands and Ireland."""
    asked = one_offered("Standard", "westeurope")
    assert names(answer(asked, country="NL").open) == ["West Europe"]
    assert names(answer(asked, data_zone="EU").complete) == ["West Europe"]


def test_a_global_deployment_is_processed_nowhere_in_particular() -> None:
    here = REGIONS[0]
    for wanted in (CoverageConditions(country="DE"), CoverageConditions(data_zone="EU")):
        assert processed_inside(Scope.GLOBAL, here, wanted) is NO
        assert processed_inside(Scope.REGIONAL, here, wanted) is YES
    assert processed_inside(Scope.GLOBAL, here, CoverageConditions()) is None


def test_a_region_of_unknown_country_is_unknown() -> None:
    found = of(answer(one_offered("Standard", NOWHERE_LAND.id), country="DE"), NOWHERE_LAND.id)
    assert told(found) == {"unknown": ["gpt-x 2026-01-01"]}


def test_the_us_zone_is_one_country_so_its_deployments_stay_in_it() -> None:
    assert names(answer(one_offered("DataZoneBatch", "eastus2"), country="US").complete) == [
        "East US 2"
    ]


def test_type_billing_and_place_are_met_by_one_deployment() -> None:
    asked = entry(
        "gpt-x",
        version(
            offers=[
                offer("DataZoneStandard", "swedencentral"),
                offer("GlobalProvisionedManaged", "swedencentral"),
                *(offer(sku) for sku in ("Standard", "ProvisionedManaged", "DataZoneBatch")),
                offer("DataZoneProvisionedManaged"),
            ]
        ),
    )
    ptu = frozenset({Billing.PROVISIONED})
    assert answer(asked, data_zone="EU", billings=ptu).complete == ()
    assert names(answer(asked, billings=ptu).complete) == ["Sweden Central"]
    assert names(answer(asked, data_zone="EU").complete) == ["Sweden Central"]
    kinds = frozenset({"DataZoneStandard", "Standard"})
    assert names(answer(asked, deployment_types=kinds).complete) == ["Sweden Central"]


def test_missing_unknown_and_disputed_are_told_apart() -> None:
    unknown = entry("unheard", version(offers=[]))
    disputed = entry("disputed", version(offers=[offer("Standard", disputed=["eastus2"])]))
    asked = (one_offered("Standard", "eastus2"), one_offered("Standard", name="nowhere"))
    kinds = frozenset({"Standard"})
    found = of(answer(*asked, unknown, disputed, deployment_types=kinds), "eastus2")
    assert told(found) == {
        "offered": ["gpt-x 2026-01-01"],
        "missing": ["nowhere 2026-01-01"],
        "unknown": ["unheard 2026-01-01"],
        "disputed": ["disputed 2026-01-01"],
    }
    assert (found.almost, found.unsure) == (False, True)  # two more may be missing


def test_a_model_without_any_offer_is_unknown_everywhere_and_never_missing() -> None:
    found = answer(entry("unheard", version(offers=[])))
    assert found.complete == ()
    assert len(found.open) == len(REGIONS)
    assert {len(each.missing) for each in found.regions} == {0}


def test_a_region_that_lacks_one_or_two_comes_before_one_that_lacks_more() -> None:
    asked = [one_offered("Standard", "eastus2", name=f"m{number}") for number in range(2)]
    asked += [one_offered("Standard", "eastus2", "swedencentral", name="m2")]
    asked += [one_offered("Standard", "swedencentral", name=f"m{number}") for number in (3, 4, 5)]
    found = answer(*asked)
    assert found.complete == ()
    assert names(found.almost) == ["Sweden Central"]
    assert len(of(found, "eastus2").missing) == 3


def test_a_region_that_offers_none_is_not_almost_there() -> None:
    found = answer(one_offered("Standard", "eastus2"))
    assert (names(found.complete), names(found.almost)) == (["East US 2"], [])


def test_an_entry_named_twice_counts_once() -> None:
    asked = one_offered("Standard", "eastus2")
    assert of(answer(asked, asked), "eastus2").offered_count == 1


def test_the_developer_tier_is_no_answer_unless_it_is_asked_for() -> None:
    developer = deployment_type(DEVELOPER_TIER, Billing.PAYG, Scope.GLOBAL)
    built = catalog(regions=REGIONS, deployment_types=(*DEPLOYMENT_TYPES, developer))
    asked = one_offered("Standard", "eastus2")
    silent = coverage([asked], CoverageConditions(), built, TODAY)
    assert told(of(silent, "swedencentral")) == {"missing": ["gpt-x 2026-01-01"]}
    wanted = CoverageConditions(deployment_types=frozenset({DEVELOPER_TIER}))
    assert len(coverage([asked], wanted, built, TODAY).open) == len(REGIONS)


def test_the_ways_are_the_types_that_meet_the_conditions() -> None:
    asked = entry(
        "gpt-x",
        version(offers=[offer(sku, "swedencentral") for sku in ("GlobalStandard", "Standard")]),
    )
    found = answer(asked, data_zone="EU")
    assert found.ways(asked, of(found, "swedencentral").region) == ("Standard",)


@pytest.mark.parametrize(
    ("conditions", "reason", "name"),
    [
        pytest.param({"data_zone": "MARS"}, "unknown_data_zone", "MARS", id="a data zone"),
        pytest.param({"country": "XX"}, "unknown_country", "XX", id="a country"),
        pytest.param(
            {"deployment_types": frozenset({"Spot"})}, "unknown_deployment_type", "Spot", id="a SKU"
        ),
        pytest.param(
            {"country": "DE", "deployment_types": frozenset({"GlobalStandard"})},
            "no_type_fits",
            "",
            id="a global type in one country",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    conditions: dict[str, object], reason: str, name: str
) -> None:
    with pytest.raises(CoverageRefused) as refused:
        answer(one_offered("Standard"), **conditions)
    assert (refused.value.reason.value, refused.value.values["name"]) == (reason, name)


def test_an_empty_selection_is_refused() -> None:
    with pytest.raises(CoverageRefused) as refused:
        answer()
    assert refused.value.reason is RefusedBecause.NO_MODEL


def plainly(asked: Entry, here: Region, built: Catalog, wanted: CoverageConditions) -> Availability:
    """The rules once more, one deployment type after the other, without sets."""
    found = []
    for kind in built.deployment_types:
        if wanted.deployment_types and kind.id not in wanted.deployment_types:
            continue
        if wanted.billings and kind.billing not in wanted.billings:
            continue
        sure = _plainly_inside(kind, here, wanted)
        offered = asked.availability(kind.id, here.id)
        if NO in (sure, offered):
            found.append(NO)
        elif UNKNOWN in (sure, offered):
            found.append(UNKNOWN)
        else:
            found.append(CONFLICT if CONFLICT in (sure, offered) else YES)
    return _ended(asked, strongest(found))


def _ended(asked: Entry, found: Availability) -> Availability:
    on = asked.stage_on(TODAY)
    if on.published is Stage.RETIRED:
        return NO
    return CONFLICT if on.contradicts and found is YES else found


def _plainly_inside(kind: DeploymentType, here: Region, wanted: CoverageConditions) -> Availability:
    disputed = False
    if wanted.data_zone is not None:
        if kind.scope is Scope.GLOBAL or here.data_zone != wanted.data_zone:
            return NO
        disputed = here.data_zone_disputed
    if wanted.country is not None and kind.scope is Scope.DATA_ZONE:
        if not wanted.country == "US" == here.data_zone:
            return NO
        disputed = disputed or here.data_zone_disputed
    elif wanted.country is not None:
        country = country_of(here)
        if kind.scope is Scope.GLOBAL or (country is not None and country.code != wanted.country):
            return NO
        if country is None:
            return UNKNOWN
        disputed = disputed or here.geography in ("Europe", "Asia Pacific")
    return CONFLICT if disputed else YES


wishes = st.builds(
    CoverageConditions,
    data_zone=st.sampled_from([None, None, "EU", "US", "APAC"]),
    country=st.sampled_from([None, None, "DE", "US", "NL", "NO"]),
    deployment_types=st.frozensets(st.sampled_from(SKUS), max_size=2),
    billings=st.frozensets(st.sampled_from(list(Billing)), max_size=2),
)


@given(built=catalogs(), wanted=wishes)
def test_the_sets_say_what_a_plain_loop_says(built: Catalog, wanted: CoverageConditions) -> None:
    built = built.but(regions=REGIONS)
    asked = list(entries(built))
    assume(asked)
    with suppress(CoverageRefused):  # conditions that exclude each other
        _compare(coverage(asked, wanted, built, TODAY), asked, wanted)


def _compare(found: Coverage, asked: list[Entry], wanted: CoverageConditions) -> None:
    for here in found.regions:
        expected: dict[Availability, list[Entry]] = {each: [] for each in Availability}
        for each in asked:
            expected[plainly(each, here.region, found.catalog, wanted)].append(each)
        counted = (here.offered, here.missing, here.unknown, here.disputed)
        assert [list(each) for each in counted] == [
            expected[each] for each in (YES, NO, UNKNOWN, CONFLICT)
        ]
        assert here.complete == (expected[YES] == asked)
    listed = [*found.complete, *found.almost, *found.unsure, *found.open]
    assert len({each.region.id for each in listed}) == len(listed)


@given(built=catalogs(), zone=st.sampled_from(["EU", "US", "APAC"]))
def test_over_all_regions_it_is_what_the_table_says_of_the_zone(built: Catalog, zone: str) -> None:
    """The same question is asked by the filter "data zone" and by the comparison."""
    for asked in entries(built):
        found = coverage([asked], CoverageConditions(data_zone=zone), built, TODAY)
        here = [each for each in found.regions if each.region.data_zone == zone]
        amounts = {
            YES if each.offered else CONFLICT if each.disputed else UNKNOWN if each.unknown else NO
            for each in here
        }
        expected = in_data_zone(asked, zone, built)
        if asked.stage_on(TODAY).usable:
            assert strongest(amounts) is expected
        else:
            assert not found.complete


def test_what_is_retired_or_past_its_date_is_not_counted_as_offered() -> None:
    everywhere = [offer("GlobalStandard", *(each.id for each in REGIONS))]
    yesterday = TODAY - timedelta(days=1)
    retired = entry("retired", version("1", stage=Stage.RETIRED, offers=everywhere))
    overdue = entry("overdue", version("1", retirement=yesterday, offers=everywhere))
    assert coverage([retired], CoverageConditions(), CATALOG, TODAY).complete == ()
    found = coverage([overdue], CoverageConditions(), CATALOG, TODAY)
    assert found.complete == ()
    assert {each.disputed for each in found.regions} == {(overdue,)}
    assert len(coverage([overdue], CoverageConditions(), CATALOG, yesterday).complete) == len(
        REGIONS
    )


def test_unknown_entries_are_not_counted_as_missing() -> None:
    """One of twelve models is offered, one is not, of ten nobody knows: that is not almost all."""
    asked = [one_offered("Standard", "eastus2", name="here"), one_offered("Standard", name="not")]
    asked += [entry(f"unheard{number}", version(offers=[])) for number in range(10)]
    found = answer(*asked)
    assert names(found.almost) == []
    assert names(found.unsure) == ["East US 2"]
