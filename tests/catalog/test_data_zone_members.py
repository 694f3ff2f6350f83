# SPDX-License-Identifier: MIT
"""Members of data zones, certain and disputed, by which document."""

import pytest

from azmodels_gui.catalog.document import Catalog, DataZone, Source
from azmodels_gui.catalog.facts import Claim
from azmodels_gui.catalog.residency import (
    NO_LEGAL_ADVICE,
    SCOPE_MEANINGS,
    SCOPE_SOURCE,
    ZoneMembers,
    zone_members,
)
from azmodels_gui.catalog.terms import Scope
from tests.builders import catalog, region, shipped_catalog, text


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return shipped_catalog()


def members(found: ZoneMembers, which: str) -> dict[str, list[str]]:
    return {
        "?" if each.country is None else each.country.code: [here.name for here in each.regions]
        for each in getattr(found, which)
    }


def of(bundled: Catalog, zone_id: str) -> ZoneMembers:
    return next(zone_members(zone, bundled) for zone in bundled.data_zones if zone.id == zone_id)


def test_norway_and_switzerland_are_disputed_members_of_the_eu_zone(bundled: Catalog) -> None:
    found = of(bundled, "EU")
    assert members(found, "disputed") == {
        "NO": ["Norway East", "Norway West"],
        "CH": ["Switzerland North", "Switzerland West"],
    }
    certain = members(found, "certain")
    assert certain["DE"] == ["Germany North", "Germany West Central"]
    assert (certain["NL"], certain["IE"]) == (["West Europe"], ["North Europe"])
    assert "GB" not in certain


def test_the_two_wordings_for_the_eu_zone_come_with_their_documents(bundled: Catalog) -> None:
    found = of(bundled, "EU")
    assert found.disputed
    told = {
        each.claim.value.partition(":")[0]: [(here.id, here.as_of) for here in each.sources]
        for each in found.definitions
    }
    assert told["EU Data Boundary"] == [("deployment-types", "2026-08-06")]
    assert ("matrix-standard", "2026-10-05") in told["EU member states only"]
    assert ("matrix-provisioned", "2026-10-08") in told["EU member states only"]
    assert len(told) == 2


def test_the_us_zone_is_one_country_without_dispute(bundled: Catalog) -> None:
    found = of(bundled, "US")
    assert list(members(found, "certain")) == ["US"]
    assert not found.disputed
    assert len(found.definitions) == 1


def test_the_asia_pacific_zone_has_the_regions_of_the_matrix(bundled: Catalog) -> None:
    found = of(bundled, "APAC")
    named = {name for names in members(found, "certain").values() for name in names}
    assert named == {
        "Australia East",
        "Japan East",
        "Korea Central",
        "South India",
        "Southeast Asia",
    }
    assert {name for names in members(found, "disputed").values() for name in names} == {
        "Central India",
        "East Asia",
        "Japan West",
        "Jio India West",
    }


def test_the_newest_document_of_a_wording_comes_first() -> None:
    sources = tuple(
        Source(id=name, title=name, as_of=day)
        for name, day in (("old", "2025-01-01"), ("new", "2026-01-01"), ("newest", "2026-02"))
    )
    zone = DataZone(
        id="EU",
        name=text("EU"),
        definitions=(
            Claim(value="A", source="old"),
            Claim(value="A", source="new"),
            Claim(value="B", source="newest"),
            Claim(value="C", source="lost"),
        ),
    )
    found = zone_members(zone, catalog(sources=sources)).definitions
    assert [(each.claim.value, [here.id for here in each.sources]) for each in found] == [
        ("B", ["newest"]),
        ("A", ["new", "old"]),
        ("C", []),
    ]


def test_a_region_of_unknown_country_is_listed_without_one() -> None:
    lost = region("Mid Europe", "EU", "Europe", "Europe")
    found = zone_members(catalog().data_zones[0], catalog(regions=(lost,)))
    assert members(found, "certain") == {"?": ["Mid Europe"]}


def test_every_scope_is_explained_and_its_page_is_a_source(bundled: Catalog) -> None:
    assert set(SCOPE_MEANINGS) == set(Scope)
    assert SCOPE_SOURCE in {source.id for source in bundled.sources}
    for meaning in SCOPE_MEANINGS.values():
        for both in (meaning.processed, meaning.stored, meaning.keeps):
            assert both.en != both.de
    assert "no legal advice" in NO_LEGAL_ADVICE.en
    assert "keine Rechtsberatung" in NO_LEGAL_ADVICE.de
