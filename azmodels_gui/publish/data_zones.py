# SPDX-License-Identifier: MIT
"""Which regions belong to which data zone: a rule kept as data, with its disagreements."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from azmodels_gui.catalog.document import DataZone, Region
from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.publish.price_merging import read_list


class ZoneRule(Struct, frozen=True, kw_only=True):
    """A data zone and its members; a misspelled key is an error."""

    id: str
    name: LocalText
    geographies: tuple[str, ...] = ()
    """Azure's names; all their regions belong to the zone."""
    regions: tuple[str, ...] = ()
    """Single regions that belong to it, whatever their geography."""
    disputed_geographies: tuple[str, ...] = ()
    disputed_regions: tuple[str, ...] = ()
    definition: tuple[Claim, ...] = ()
    note: LocalText | None = None

    def disputes(self, region: str, geography: str) -> bool:
        """Tell whether the sources disagree that the region belongs to the zone."""
        return region in self.disputed_regions or geography in self.disputed_geographies

    def holds(self, region: str, geography: str) -> bool:
        """Tell whether the region belongs to the zone, at least by one source."""
        member = region in self.regions or geography in self.geographies
        return member or self.disputes(region, geography)


class ZoneRules(Struct, frozen=True, kw_only=True):
    """All data zones."""

    zone: tuple[ZoneRule, ...]

    def of(self, region: str, geography: str) -> ZoneRule | None:
        """Return the zone of a region; None: it is in none."""
        return next((rule for rule in self.zone if rule.holds(region, geography)), None)


def load_zone_rules(path: Path) -> ZoneRules:
    """Return the rules of the data zones.

    Raises:
        ValidationError: a key is misspelled or missing.
    """
    return read_list(path, ZoneRules)


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
