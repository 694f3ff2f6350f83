# SPDX-License-Identifier: MIT
"""The answer of `azmodels where` as JSON."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.coverage import Coverage, EntrySets, RegionCoverage
from azmodels_gui.catalog.coverage_notes import CoverageNote, used_sources
from azmodels_gui.catalog.coverage_words import headline, note_sentence
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.region_pairs import RegionPair
from azmodels_gui.cli.age_output import dates_json, end_json
from azmodels_gui.cli.statement_output import sources_json


def where_json(
    found: Coverage, pairs: Iterable[RegionPair], notes: tuple[CoverageNote, ...], today: date
) -> dict[str, Any]:
    """Return everything that is known; both languages where there are texts."""
    asked = found.conditions
    return {
        "models": _names(found.entries),
        "conditions": {
            "data_zone": asked.data_zone,
            "country": asked.country,
            "deployment_types": sorted(asked.deployment_types),
            "billing": sorted(asked.billings),
        },
        "fitting_deployment_types": [kind.id for kind in found.deployment_types],
        "catalog_published": found.catalog.published.isoformat(),
        "as_of": dates_json(found.dates_on_show, [FactKind.AVAILABILITY]),
        "as_of_by_model": {
            _name(entry): _span(found.fact_dates.get(entry)) for entry in found.entries
        },
        "answer": _both(headline(found, "en", today), headline(found, "de", today)),
        "complete": [_complete(here, found) for here in found.complete],
        "partial": [_partial(here) for here in (*found.almost, *found.unsure, *found.open)],
        "pairs": [_pair(pair) for pair in pairs],
        "warnings": [_note(note) for note in notes],
        "sources": sources_json(used_sources(found, notes), found.catalog),
    }


def _complete(here: RegionCoverage, found: Coverage) -> dict[str, Any]:
    offers = [
        {"model": _name(entry), "deployment_types": list(found.ways(entry, here.region))}
        for entry in here.offered
    ]
    return {**_region(here.region), "offers": offers}


def _partial(here: RegionCoverage) -> dict[str, Any]:
    return {**_region(here.region), **_sets(here)}


def _pair(pair: RegionPair) -> dict[str, Any]:
    apart = pair.distance_km
    return {
        "regions": [region.id for region in pair.regions],
        "distance_km": None if apart is None else round(apart),
        **_sets(pair),
    }


def _sets(found: EntrySets) -> dict[str, Any]:
    return {
        "offered": _names(found.offered),
        "missing": _names(found.missing),
        "unknown": _names(found.unknown),
        "disputed": _names(found.disputed),
    }


def _region(region: Region) -> dict[str, Any]:
    country = country_of(region)
    return {
        "region": region.id,
        "name": region.name,
        "country": None if country is None else country.code,
        "data_zone": region.data_zone,
        "data_zone_disputed": region.data_zone_disputed,
    }


def _note(note: CoverageNote) -> dict[str, Any]:
    return {
        "id": note.id.value,
        "data": {
            "models": _names(note.models),
            "regions": [region.id for region in note.regions],
            "data_zone": note.data_zone.id if note.data_zone else None,
            "country": note.country.code if note.country else None,
            "sources": list(note.sources),
            "ends": [
                {"model": _name(entry), "deployment_type": offer.deployment_type, **end_json(offer)}
                for entry, offer in note.ends
            ],
        },
        "text": _both(note_sentence(note, "en"), note_sentence(note, "de")),
    }


def _span(dates: FactDate | None) -> dict[str, str] | None:
    return None if dates is None else {"oldest": dates.oldest, "newest": dates.newest}


def _both(english: str, german: str) -> dict[str, str]:
    return {"en": english, "de": german}


def _names(entries: Iterable[Entry]) -> list[str]:
    return [_name(entry) for entry in entries]


def _name(entry: Entry) -> str:
    """Return an entry as the command takes it."""
    return "@".join(entry.key)
