# SPDX-License-Identifier: MIT
"""Which regions belong to which data zone: a rule kept as data, with its disagreements."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from msgspec import convert

from azmodels_gui.catalog.document import DataZone, Region
from azmodels_gui.catalog.facts import Claim, Conflict, LocalText
from azmodels_gui.catalog.outside import AS_IN_THE_CATALOGUE, FilePart
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.facts import AnyFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger


class ZoneRule(FilePart):
    """A data zone and its members."""

    id: str
    name: Annotated[LocalText, AS_IN_THE_CATALOGUE]
    geographies: tuple[str, ...] = ()
    """Azure's names; all their regions belong to the zone."""
    regions: tuple[str, ...] = ()
    """Single regions that belong to it, whatever their geography."""
    disputed_geographies: tuple[str, ...] = ()
    disputed_regions: tuple[str, ...] = ()
    definition: tuple[Annotated[Claim, AS_IN_THE_CATALOGUE], ...] = ()
    note: Annotated[LocalText, AS_IN_THE_CATALOGUE] | None = None

    def disputes(self, region: str, geography: str) -> bool:
        """Tell whether the sources disagree that the region belongs to the zone."""
        return region in self.disputed_regions or geography in self.disputed_geographies

    def holds(self, region: str, geography: str) -> bool:
        """Tell whether the region belongs to the zone, at least by one source."""
        member = region in self.regions or geography in self.geographies
        return member or self.disputes(region, geography)


class ZoneRules(FilePart):
    """All data zones."""

    zone: tuple[ZoneRule, ...]

    def of(self, region: str, geography: str) -> ZoneRule | None:
        """Return the zone of a region; None: it is in none."""
        return next((rule for rule in self.zone if rule.holds(region, geography)), None)


def load_zone_rules(path: Path) -> ZoneRules:
    """Return the rules of the data zones.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, ZoneRules)


def data_zones(rules: ZoneRules) -> tuple[DataZone, ...]:
    """Return the zones as the catalogue lists them."""
    return tuple(
        DataZone(
            id=rule.id,
            name=rule.name,
            definitions=rule.definition,
            geographies=rule.geographies,
            disputed_geographies=rule.disputed_geographies,
            note=rule.note,
        )
        for rule in rules.zone
    )


def membership_conflicts(rules: ZoneRules, regions: Sequence[Region]) -> tuple[Conflict, ...]:
    """Return one conflict for each zone of which sources disagree on the members."""
    found = []
    for rule in rules.zone:
        disputed = [region for region in regions if region.data_zone == rule.id]
        names = tuple(region.id for region in disputed if region.data_zone_disputed)
        if names:
            found.append(
                Conflict(about="data_zone", claims=rule.definition, note=rule.note, regions=names)
            )
    return tuple(found)


TEST_GEOGRAPHIES = frozenset({"Canary (US)", "Stage (US)"})
"""Where Azure tries out its own changes; no customer deploys there."""
UNKNOWN = "unknown"
"""Geography of a region that only a matrix names."""


def read_regions(path: Path, source: str, ledger: Ledger, rules: ZoneRules) -> tuple[Region, ...]:
    """Return the regions sorted by id; the test regions are refused in the ledger."""
    found: list[Region] = []
    for number, item in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        read = partial(_listed, item, source, rules)
        found += ledger.attempt(source, f"item {number}", item, read)
    return tuple(sorted(found, key=lambda region: region.id))


def _listed(
    item: Mapping[str, Any], source: str, rules: ZoneRules, ledger: Ledger
) -> Iterator[Region]:
    row = ledger.read(source, item["name"], item.get("regionalDisplayName") or item["name"])
    if item["geography"] in TEST_GEOGRAPHIES:
        ledger.refuse(row, "test region: customers cannot deploy there")
        return
    ledger.use(row)
    yield _region(item, source, rules)


def _region(item: Mapping[str, object], source: str, rules: ZoneRules) -> Region:
    name, geography = convert((item["name"], item["geography"]), tuple[str, str])
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
