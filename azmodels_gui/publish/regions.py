# SPDX-License-Identifier: MIT
"""Azure regions with their geography, place and data zone."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import convert

from azmodels_gui.catalog.document import Region
from azmodels_gui.publish.data_zones import ZoneRules
from azmodels_gui.publish.facts import AnyFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger

TEST_GEOGRAPHIES = frozenset({"Canary (US)", "Stage (US)"})
"""Where Azure tries out its own changes; no customer deploys there."""
UNKNOWN = "unknown"
"""Geography of a region that only a matrix names."""


def read_regions(path: Path, source: str, ledger: Ledger, rules: ZoneRules) -> tuple[Region, ...]:
    """Return the regions sorted by id; the test regions are refused in the ledger."""
    found = []
    for item in json.loads(path.read_text(encoding="utf-8")):
        row = ledger.read(source, item["name"], item.get("regionalDisplayName") or item["name"])
        if item["geography"] in TEST_GEOGRAPHIES:
            ledger.refuse(row, "test region: customers cannot deploy there")
            continue
        ledger.use(row)
        found.append(_region(item, source, rules))
    return tuple(sorted(found, key=lambda region: region.id))


def _region(item: Mapping[str, object], source: str, rules: ZoneRules) -> Region:
    name, geography = str(item["name"]), str(item["geography"])
    zone = rules.of(name, geography)
    return convert(
        {
            "id": name,
            "name": item["displayName"],
            "geography": geography,
            "geography_group": item["geographyGroup"],
            "data_zone": zone and zone.id,
            "data_zone_disputed": zone is not None and zone.disputes(name, geography),
            "latitude": item.get("latitude"),
            "longitude": item.get("longitude"),
            "paired_region": next(iter(_names(item.get("pairedRegion"))), None),
            "source": source,
        },
        Region,
        strict=False,  # the list spells coordinates as text
    )


def _names(value: object) -> list[str]:
    return [str(name) for name in value] if isinstance(value, list) else []


def unlisted_regions(
    facts: Iterable[AnyFact], regions: Iterable[Region]
) -> dict[str, tuple[str, ...]]:
    """Return the regions that matrices name but the list lacks, each with the sources."""
    known = {region.id for region in regions}
    found: dict[str, set[str]] = {}
    for fact in facts:
        if isinstance(fact, OfferFact | MatrixFact):
            for name in _named_by(fact) - known:
                found.setdefault(name, set()).add(fact.source)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def new_regions(facts: Iterable[AnyFact], regions: Mapping[str, Region]) -> Iterator[Region]:
    """Yield regions that matrices name but the list lacks, with what little is known of them."""
    for name, sources in unlisted_regions(facts, regions.values()).items():
        yield Region(
            id=name, name=name, geography=UNKNOWN, geography_group=UNKNOWN, source=sources[0]
        )


def _named_by(fact: OfferFact | MatrixFact) -> frozenset[str]:
    return fact.listed | fact.unclear if isinstance(fact, OfferFact) else fact.regions
