# SPDX-License-Identifier: MIT
"""Where data is processed and stored: what each scope means, and what a data zone consists of.

The texts are our words for what the page on deployment types says (source `deployment-types`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from azmodels_gui.catalog.countries import Country, country_of
from azmodels_gui.catalog.document import Catalog, DataZone, Region, Source
from azmodels_gui.catalog.facts import Claim, LocalText
from azmodels_gui.catalog.terms import Scope

SCOPE_SOURCE = "deployment-types"
"""Id of the source behind these texts."""


@dataclass(frozen=True)
class ScopeMeaning:
    """What one scope means for data."""

    processed: LocalText
    """Where prompts and answers are processed."""
    stored: LocalText
    """Where data rests."""
    keeps: LocalText
    """Which promise can be made to a client."""


_STORED = LocalText(
    en="In the Azure geography you choose.",
    de="In der gewählten Azure-Geografie.",
)

SCOPE_MEANINGS: Mapping[Scope, ScopeMeaning] = {
    Scope.REGIONAL: ScopeMeaning(
        processed=LocalText(
            en="In the region you choose; for operation perhaps in another region of the same "
            "Azure geography.",
            de="In der gewählten Region; aus betrieblichen Gründen eventuell in einer anderen "
            "Region derselben Azure-Geografie.",
        ),
        stored=_STORED,
        keeps=LocalText(
            en="“Processed in Germany” needs a regional deployment in a German region.",
            de="„Verarbeitet in Deutschland“ verlangt eine regionale Bereitstellung in einer "
            "deutschen Region.",
        ),
    ),
    Scope.DATA_ZONE: ScopeMeaning(
        processed=LocalText(
            en="Anywhere inside the data zone of the region you choose, in several countries if "
            "the zone has them.",
            de="Überall in der Datenzone der gewählten Region, auch in mehreren Ländern, wenn die "
            "Zone sie umfasst.",
        ),
        stored=_STORED,
        keeps=LocalText(
            en="“Processed inside the EU data zone” needs a data-zone or regional deployment in "
            "a region of the zone.",
            de="„Verarbeitet in der EU-Datenzone“ verlangt eine Datenzonen- oder regionale "
            "Bereitstellung in einer Region der Zone.",
        ),
    ),
    Scope.GLOBAL: ScopeMeaning(
        processed=LocalText(
            en="In any Azure region that runs the model, wherever the deployment was created.",
            de="In jeder Azure-Region, die das Modell betreibt, gleich wo die Bereitstellung "
            "angelegt wurde.",
        ),
        stored=LocalText(
            en=f"{_STORED.en} The developer tier promises nothing.",
            de=f"{_STORED.de} Die Entwicklungsstufe sagt nichts zu.",
        ),
        keeps=LocalText(
            en="No promise where data is processed: a global deployment created in Germany may "
            "process elsewhere.",
            de="Keine Zusage, wo Daten verarbeitet werden: Eine in Deutschland angelegte globale "
            "Bereitstellung kann anderswo verarbeiten.",
        ),
    ),
}
"""From the narrowest to the widest."""

NO_LEGAL_ADVICE = LocalText(
    en="This page restates published documents with their dates. It is no legal advice: what "
    "counts is your contract with Microsoft and your own assessment.",
    de="Diese Seite gibt veröffentlichte Dokumente mit ihrem Stand wieder. Sie ist keine "
    "Rechtsberatung: Maßgeblich sind Ihr Vertrag mit Microsoft und Ihre eigene Prüfung.",
)


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
    certain, disputed = (
        {region.geography for region in regions} for regions in catalog.zone_regions({zone.id})
    )
    certain = certain.union(zone.geographies).difference(zone.disputed_geographies)
    disputed = disputed.union(zone.disputed_geographies) - certain
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
    certain, disputed = map(_by_country, catalog.zone_regions({zone.id}))
    return ZoneMembers(zone, certain, disputed, _definitions(zone, catalog))


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
