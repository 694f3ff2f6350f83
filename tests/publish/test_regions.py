# SPDX-License-Identifier: MIT
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Region
from azmodels_gui.publish.data_zones import (
    ZoneRule,
    ZoneRules,
    data_zones,
    load_zone_rules,
    membership_conflicts,
    read_regions,
    unlisted_regions,
)
from azmodels_gui.publish.facts import AnyFact, LimitFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from tests.builders import text

EDITORIAL = Path(__file__).parents[2] / "resources" / "editorial"

RULES = ZoneRules(
    zone=(
        ZoneRule(
            id="EU",
            name=text("EU data zone"),
            geographies=("Germany",),
            disputed_geographies=("Norway",),
            note=text("Sources disagree."),
        ),
        ZoneRule(id="APAC", name=text("APAC data zone"), disputed_regions=("japaneast",)),
    )
)


def listed(name: str, geography: str, **more: object) -> dict[str, object]:
    known: dict[str, object] = {
        "name": name,
        "displayName": name.title(),
        "geography": geography,
        "geographyGroup": "Somewhere",
        "latitude": "50.5",
        "longitude": "-8.25",
        "pairedRegion": [],
    }
    return known | more


def read(folder: Path, *items: dict[str, object]) -> tuple[tuple[Region, ...], Ledger]:
    path = folder / "regions.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    ledger = Ledger()
    regions = read_regions(path, "regions", ledger, RULES)
    ledger.close()
    return regions, ledger


def test_a_region_has_a_place_and_a_pair(tmp_path: Path) -> None:
    (region,), _ = read(tmp_path, listed("germanynorth", "Germany", pairedRegion=["germanywest"]))
    assert (region.latitude, region.longitude) == (50.5, -8.25)
    assert region.paired_region == "germanywest"


def test_regions_are_sorted_by_id(tmp_path: Path) -> None:
    regions, _ = read(tmp_path, listed("b", "X"), listed("a", "X"))
    assert [region.id for region in regions] == ["a", "b"]


@pytest.mark.parametrize("geography", ["Canary (US)", "Stage (US)"])
def test_test_regions_are_dropped_and_reported(geography: str, tmp_path: Path) -> None:
    regions, ledger = read(tmp_path, listed("eastusstg", geography), listed("a", "X"))
    assert [region.id for region in regions] == ["a"]
    assert [row.place for row in ledger.refused()] == ["eastusstg"]
    assert ledger.totals() == {"regions": (2, 1, 1)}


@pytest.mark.parametrize(
    ("name", "geography", "zone", "disputed"),
    [
        pytest.param("germanynorth", "Germany", "EU", False, id="a member by its geography"),
        pytest.param("norwayeast", "Norway", "EU", True, id="a disputed geography"),
        pytest.param("japaneast", "Japan", "APAC", True, id="a disputed region"),
        pytest.param("japanwest", "Japan", None, False, id="its neighbour in no zone"),
    ],
)
def test_zone_of_a_region(
    name: str, geography: str, zone: str | None, disputed: bool, tmp_path: Path
) -> None:
    (region,), _ = read(tmp_path, listed(name, geography))
    assert (region.data_zone, region.data_zone_disputed) == (zone, disputed)


def test_a_zone_with_disputed_members_is_a_conflict(tmp_path: Path) -> None:
    regions, _ = read(tmp_path, listed("germanynorth", "Germany"), listed("norwayeast", "Norway"))
    (conflict,) = membership_conflicts(RULES, regions)
    assert (conflict.about, conflict.regions) == ("data_zone", ("norwayeast",))
    assert conflict.note == text("Sources disagree.")


def test_regions_that_only_matrices_name_are_reported(tmp_path: Path) -> None:
    regions, _ = read(tmp_path, listed("eastus2", "United States"))
    facts: list[AnyFact] = [
        OfferFact(
            name="gpt-x",
            source="matrix-b",
            row="1",
            deployment_type="Standard",
            available=frozenset({"eastus2"}),
            listed=frozenset({"eastus2", "atlantis"}),
        ),
        MatrixFact(
            deployment_type="Standard",
            channel="azure_openai",
            as_of=date(2026, 1, 1),
            regions=frozenset({"atlantis", "eastus2"}),
            source="matrix-a",
        ),
        LimitFact(name="gpt-x", source="page", row="1"),
    ]
    assert unlisted_regions(facts, regions) == {"atlantis": ("matrix-a", "matrix-b")}


def test_the_editorial_rules_name_three_zones_in_two_languages() -> None:
    zones = data_zones(load_zone_rules(EDITORIAL / "data_zones.toml"))
    assert [zone.id for zone in zones] == ["EU", "US", "APAC"]
    assert all(zone.name.en != zone.name.de and zone.definitions for zone in zones)


def test_the_real_regions(sources_dir: Path) -> None:
    ledger = Ledger()
    rules = load_zone_rules(EDITORIAL / "data_zones.toml")
    regions = read_regions(sources_dir / "azure-regions.json", "regions", ledger, rules)
    zones = {region.id: (region.data_zone, region.data_zone_disputed) for region in regions}
    assert ledger.totals() == {"regions": (62, 58, 4)}
    assert zones["germanywestcentral"] == zones["westeurope"] == ("EU", False)
    assert zones["switzerlandnorth"] == zones["norwayeast"] == ("EU", True)
    assert zones["uksouth"] == zones["canadacentral"] == (None, False)
    assert zones["westus3"] == ("US", False)
    assert zones["japaneast"] == ("APAC", False)
    assert Counter(zone for zone in zones.values() if zone[0] == "APAC") == {
        ("APAC", True): 4,
        ("APAC", False): 5,
    }
    conflicts = membership_conflicts(rules, regions)
    assert [len(conflict.regions) for conflict in conflicts] == [4, 4]
