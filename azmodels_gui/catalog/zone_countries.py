# SPDX-License-Identifier: MIT
"""Which countries a data zone has: beyond dispute, and by some source only."""

from dataclasses import dataclass

from azmodels_gui.catalog.document import Catalog, DataZone


@dataclass(frozen=True)
class ZoneCountries:
    """The countries of one zone, as Azure spells its geographies."""

    zone: str
    certain: frozenset[str]
    """In the zone by every source that speaks of them."""
    disputed: frozenset[str]
    """In the zone by some source, or with a region of which the sources disagree."""


def zone_countries(catalog: Catalog) -> tuple[ZoneCountries, ...]:
    """Return the countries of every zone, in the order of the catalogue.

    What the zone lists, and where its regions are: a catalogue may say only one of the two.
    """
    return tuple(_of(zone, catalog) for zone in catalog.data_zones)


def _of(zone: DataZone, catalog: Catalog) -> ZoneCountries:
    members = [region for region in catalog.regions if region.data_zone == zone.id]
    certain = {region.geography for region in members if not region.data_zone_disputed}
    disputed = {region.geography for region in members if region.data_zone_disputed}
    certain = (certain | set(zone.geographies)) - set(zone.disputed_geographies)
    disputed = (disputed | set(zone.disputed_geographies)) - certain
    return ZoneCountries(zone.id, frozenset(certain), frozenset(disputed))
