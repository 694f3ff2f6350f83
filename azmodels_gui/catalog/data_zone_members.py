# SPDX-License-Identifier: MIT
"""Which countries and regions a data zone has, certain and disputed, and what documents say."""

from collections.abc import Iterable
from dataclasses import dataclass

from azmodels_gui.catalog.countries import Country, country_of
from azmodels_gui.catalog.document import Catalog, DataZone, Region, Source
from azmodels_gui.catalog.part import Claim

RESIDENCY = "residency"
"""Topic of the notes on where data is processed and stored."""


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


@dataclass(frozen=True, eq=False)
class CountryMembers:
    """The regions of one country in a data zone."""

    country: Country | None
    """None: the catalogue does not say which country."""
    regions: tuple[Region, ...]


@dataclass(frozen=True, eq=False)
class Definition:
    """What documents that agree say of a zone's countries."""

    claim: Claim
    """In both languages; its source is the newest of `sources`."""
    sources: tuple[Source, ...]
    """The newest first."""


@dataclass(frozen=True, eq=False)
class ZoneMembers:
    """A data zone as the catalogue knows it."""

    zone: DataZone
    certain: tuple[CountryMembers, ...]
    disputed: tuple[CountryMembers, ...]
    """Documents disagree whether these belong to it."""
    definitions: tuple[Definition, ...]
    """Each wording once; those with the newest document first."""


def zone_members(zone: DataZone, catalog: Catalog) -> ZoneMembers:
    """Return what is known of a zone's members."""
    regions = [region for region in catalog.regions if region.data_zone == zone.id]
    return ZoneMembers(
        zone,
        certain=_by_country(region for region in regions if not region.data_zone_disputed),
        disputed=_by_country(region for region in regions if region.data_zone_disputed),
        definitions=_definitions(zone, catalog),
    )


def _by_country(regions: Iterable[Region]) -> tuple[CountryMembers, ...]:
    found: dict[str, tuple[Country | None, list[Region]]] = {}
    for region in sorted(regions, key=lambda each: each.name):
        country = country_of(region)
        key = "" if country is None else country.name.en
        found.setdefault(key, (country, []))[1].append(region)
    return tuple(CountryMembers(found[key][0], tuple(found[key][1])) for key in sorted(found))


def _definitions(zone: DataZone, catalog: Catalog) -> tuple[Definition, ...]:
    known = {source.id: source for source in catalog.sources}
    wordings: dict[tuple[str, str], list[Source]] = {}
    for claim in zone.definitions:
        sources = wordings.setdefault((claim.value, claim.de), [])
        if claim.source in known:
            sources.append(known[claim.source])
    found = [_definition(wording, sources) for wording, sources in wordings.items()]
    return tuple(sorted(found, key=_newest, reverse=True))


def _definition(wording: tuple[str, str], sources: list[Source]) -> Definition:
    newest = tuple(sorted(sources, key=lambda source: source.as_of, reverse=True))
    value, german = wording
    source = newest[0].id if newest else "unknown"
    return Definition(Claim(value=value, de=german, source=source), newest)


def _newest(definition: Definition) -> str:
    return definition.sources[0].as_of if definition.sources else ""
