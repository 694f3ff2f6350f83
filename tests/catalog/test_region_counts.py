# SPDX-License-Identifier: MIT
"""Counts of a region against the plain rule, entry by entry."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Entry, Feature, Model
from azmodels_gui.catalog.facts import LocalText, Offer
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.offered import strongest
from azmodels_gui.catalog.region_counts import KnownRows, RegionCount, known_rows, region_counts
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, EntryKind, Scope
from tests.builders import (
    DEPLOYMENT_TYPES,
    REGIONS,
    TODAY,
    catalog,
    deployment_type,
    entry,
    model,
    offer,
    version,
)

CATALOG = catalog()
REGION_IDS = [region.id for region in REGIONS]
KINDS = [kind.id for kind in DEPLOYMENT_TYPES]

some_regions = st.lists(st.sampled_from([*REGION_IDS, "elsewhere"]), unique=True).map(tuple)
offers = st.builds(
    Offer,
    deployment_type=st.sampled_from(KINDS[:3]),
    available=some_regions,
    covered=st.one_of(st.just("all"), some_regions),
    disputed=some_regions,
)
some_entries = st.lists(
    st.lists(offers, unique_by=lambda each: each.deployment_type).map(
        lambda listed: entry("gpt-x", version(offers=listed))
    ),
    max_size=5,
)


@given(entries=some_entries, kinds=st.lists(st.sampled_from(KINDS[:4]), unique=True))
def test_counts_are_those_of_the_plain_rule(entries: list[Entry], kinds: list[str]) -> None:
    counts = region_counts(entries, CATALOG, kinds)
    assert set(counts) == set(REGION_IDS)
    for region, count in counts.items():
        answers = Counter(
            strongest(each.availability(kind, region) for kind in kinds or KINDS)
            for each in entries
        )
        assert count.offered == answers[Availability.OFFERED]
        assert count.disputed == answers[Availability.CONFLICT]
        assert count.unknown == answers[Availability.UNKNOWN]
        assert count.total == len(entries)


@given(some_entries, st.sets(st.sampled_from(KINDS[:4]), min_size=1), st.integers(0, 31))
def test_rows_are_those_of_the_plain_rule(
    entries: list[Entry], kinds: set[str], among: int
) -> None:
    models = (model(f"gpt-{at}", each.version) for at, each in enumerate(entries))
    index = CatalogIndex(catalog(*models), TODAY)
    for region, known in index.known_in_regions(kinds).items():
        found = [strongest(each.availability(kind, region) for kind in kinds) for each in entries]
        assert [known.of(row) for row in range(len(found))] == found
        asked = [answer for row, answer in enumerate(found) if among >> row & 1]
        assert known.count(among).offered == asked.count(Availability.OFFERED)
        assert known.count(among).disputed == asked.count(Availability.CONFLICT)


def test_without_a_deployment_type_nothing_is_offered() -> None:
    known = model("known", version(offers=(offer("Standard", "swedencentral"),)))
    found = CatalogIndex(catalog(known), TODAY).known_in_regions([])
    assert set(found.values()) == {KnownRows()}


def test_nothing_chosen_is_no_entry_anywhere() -> None:
    assert set(region_counts([], CATALOG).values()) == {RegionCount(0, 0, 0, 0)}


def test_unknown_is_not_counted_as_no() -> None:
    silent = entry("silent", version(offers=()))
    known = entry("known", version(offers=(offer("Standard", "swedencentral"),)))
    counts = region_counts([silent, known], CATALOG, ["Standard"])
    assert counts["swedencentral"] == RegionCount(offered=1, disputed=0, unknown=1, total=2)
    assert counts["japaneast"] == RegionCount(offered=0, disputed=0, unknown=1, total=2)


def test_the_developer_tier_does_not_make_every_no_unknown() -> None:
    developer = deployment_type(DEVELOPER_TIER, Billing.PAYG, Scope.GLOBAL)
    standard = deployment_type("Standard", Billing.PAYG, Scope.REGIONAL)
    known = entry("known", version(offers=(offer("Standard", "swedencentral"),)))
    listed = catalog(deployment_types=(standard, developer))
    assert region_counts([known], listed)["japaneast"] == RegionCount(0, 0, 0, 1)
    asked = region_counts([known], listed, [DEVELOPER_TIER])
    assert asked["japaneast"] == RegionCount(offered=0, disputed=0, unknown=1, total=1)


def speech(available: str, covered: str) -> Model:
    name = LocalText(en="Live speech", de="Live speech")
    live = Feature(
        name=name, available=(available,), covered=(available, covered), as_of="2026", source="list"
    )
    return model("speech", kind=EntryKind.SERVICE, features=(live,))


def test_a_service_counts_by_its_features_and_under_no_deployment_type() -> None:
    here, denied, silent = REGION_IDS[:3]
    service = Entry(speech(here, denied), version())
    counts = region_counts([service], CATALOG)
    assert counts[here] == RegionCount(1, 0, 0, 1)
    assert counts[denied] == RegionCount(0, 0, 0, 1)
    assert counts[silent] == RegionCount(0, 0, 1, 1)
    assert region_counts([service], CATALOG, KINDS[:1])[here] == RegionCount(0, 0, 0, 1)


def test_no_deployment_type_is_open_of_a_service() -> None:
    here, denied, silent = REGION_IDS[:3]
    found = known_rows([Entry(speech(here, denied), version())], KINDS[0], REGION_IDS)
    assert found[silent] == found[here] == KnownRows()
