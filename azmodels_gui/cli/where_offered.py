# SPDX-License-Identifier: MIT
"""`azmodels where`: the regions that have all of some models, and what others lack."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.coverage import (
    Coverage,
    CoverageConditions,
    EntrySets,
    RegionCoverage,
    alike,
    coverage,
)
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    counts,
    coverage_notes,
    headline,
    note_sentence,
    place,
    used_sources,
    version_notes,
)
from azmodels_gui.catalog.document import Catalog, Entry, Region
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, dates_told
from azmodels_gui.catalog.names import billing_named, entry_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.region_alternatives import RegionPair, best_pairs
from azmodels_gui.cli.options import (
    COMMON,
    Command,
    Group,
    catalog_json,
    chosen_catalog,
    chosen_day,
    maybe,
    option,
    print_answer,
)
from azmodels_gui.cli.output import (
    Words,
    dates_json,
    end_json,
    in_both,
    listed,
    row_lines,
    source_lines,
    sources_json,
)
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_

SHOWN_PAIRS = 5
"""More pairs of equal rank are counted; the JSON has all of them."""


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
        **catalog_json(found.catalog),
        "as_of": dates_json(found.dates_on_show, [FactKind.AVAILABILITY]),
        "as_of_by_model": {
            _name(entry): _span(found.fact_dates.get(entry)) for entry in found.entries
        },
        "answer": in_both(lambda language: headline(found, language, today)),
        "complete": [
            {
                **_region(here.region),
                "offers": [
                    {"model": _name(entry), "deployment_types": found.ways(entry, here.region)}
                    for entry in here.offered
                ],
            }
            for here in found.complete
        ],
        "partial": [
            {**_region(here.region), **_sets(here)}
            for here in (*found.almost, *found.unsure, *found.open)
        ],
        "pairs": [_pair(pair) for pair in pairs],
        "warnings": [_note(note) for note in notes],
        "sources": sources_json(used_sources(found, notes), found.catalog),
    }


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
        "country": country and country.code,
        "data_zone": region.data_zone,
        "data_zone_disputed": region.data_zone_disputed,
    }


def _note(note: CoverageNote) -> dict[str, Any]:
    return {
        "id": note.id,
        "data": {
            "models": _names(note.models),
            "regions": [region.id for region in note.regions],
            "data_zone": note.data_zone and note.data_zone.id,
            "country": note.country and note.country.code,
            "sources": list(note.sources),
            "ends": [
                {"model": _name(entry), "deployment_type": offer.deployment_type, **end_json(offer)}
                for entry, offer in note.ends
            ],
        },
        "text": in_both(lambda language: note_sentence(note, language)),
    }


def _span(dates: FactDate | None) -> dict[str, str] | None:
    return None if dates is None else {"oldest": dates.oldest, "newest": dates.newest}


def _names(entries: Iterable[Entry]) -> list[str]:
    return [_name(entry) for entry in entries]


def _name(entry: Entry) -> str:
    """Return an entry as the command takes it."""
    return "@".join(entry.key)


def where_lines(
    found: Coverage,
    pairs: Sequence[RegionPair],
    notes: tuple[CoverageNote, ...],
    words: Words,
    today: date,
) -> Iterator[str]:
    """Yield the question as understood, the answer, and what it rests on."""
    language = words.language
    yield from row_lines(dict(_question(found, words)))
    yield ""
    yield headline(found, language, today)
    yield from _complete_lines(found, words)
    for name, regions in (
        ("where_almost", found.almost),
        ("where_open", (*found.unsure, *found.open)),
    ):
        heading = f"{words(name)} ({len(regions)})"
        yield from listed(heading, _grouped(regions, found, language), "-")
    yield from listed(words("where_pairs"), _pair_lines(pairs, found, words), "-")
    told = (note_sentence(note, language) for note in notes)
    yield from listed(words("where_notes"), told, "!")
    yield from source_lines(words("sources"), used_sources(found, notes), found.catalog, language)
    if found.dates_on_show:
        yield ""
        yield dates_told(found.dates_on_show, language)


def _question(found: Coverage, words: Words) -> Iterator[tuple[str, str]]:
    asked, either = found.conditions, words("where_or")
    yield words("where_models"), ", ".join(entry.title for entry in found.entries)
    where = place(found, words.language)
    if where:
        yield words("where_place"), where
    if asked.deployment_types:
        yield words("where_types"), either.join(sorted(asked.deployment_types))
    if asked.billings:
        kinds = (words(billing.value) for billing in sorted(asked.billings))
        yield words("where_billing"), either.join(kinds)


def _complete_lines(found: Coverage, words: Words) -> Iterator[str]:
    if found.complete:
        yield ""
        yield f"{words('where_complete')} ({len(found.complete)})"
        yield from row_lines({here.region.name: _how(here, found) for here in found.complete})


def _how(here: RegionCoverage, found: Coverage) -> str:
    """Return the deployment types, once where they are the same for all."""
    ways = {entry: ", ".join(found.ways(entry, here.region)) for entry in here.offered}
    if len(set(ways.values())) == 1:
        return next(iter(ways.values()))
    return "; ".join(f"{entry.model.id}: {types}" for entry, types in ways.items())


def _grouped(regions: Iterable[RegionCoverage], found: Coverage, language: str) -> Iterator[str]:
    """Yield one line for all regions that lack the same."""
    for group in alike(regions):
        names = ", ".join(here.region.name for here in group)
        yield f"{names}: {counts(group[0], language, named=True, answer=found)}"


def _pair_lines(pairs: Sequence[RegionPair], found: Coverage, words: Words) -> Iterator[str]:
    for pair in pairs[:SHOWN_PAIRS]:
        names = " + ".join(region.name for region in pair.regions)
        apart = ""
        if pair.distance_km is not None:
            distance = figures.number(round(pair.distance_km), words.language)
            apart = f" ({words('where_apart', distance=distance)})"
        yield f"{names}{apart}: {counts(pair, words.language, named=True, answer=found)}"
    if len(pairs) > SHOWN_PAIRS:
        yield words("where_more", count=len(pairs) - SHOWN_PAIRS)


def run(arguments: argparse.Namespace) -> int:
    """Print where the models are offered.

    Raises:
        Refused: an unknown name.
        CoverageRefused: conditions that exclude each other.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    conditions, day = conditions_from(arguments, catalog), chosen_day(arguments)
    asked = [entry_named(catalog, name) for name in arguments.models]
    unnamed = [
        entry for entry, name in zip(asked, arguments.models, strict=True) if "@" not in name
    ]
    found = coverage(asked, conditions, catalog, day)
    notes = (*version_notes(found, unnamed), *coverage_notes(found, day))
    pairs = () if found.complete else best_pairs(found)
    return print_answer(
        arguments,
        lambda: where_json(found, pairs, notes, day),
        lambda: where_lines(found, pairs, notes, Words(arguments.language), day),
    )


def conditions_from(arguments: argparse.Namespace, catalog: Catalog) -> CoverageConditions:
    """Return the conditions that the options make.

    Raises:
        NameUnknown: a name that the catalogue does not know.
    """
    types = facet_names(Facet.DEPLOYMENT_TYPES, catalog)
    return CoverageConditions(
        data_zone=maybe(facet_names(Facet.DATA_ZONES, catalog).find, arguments.data_zone),
        country=maybe(facet_names(Facet.COUNTRIES, catalog).find, arguments.country),
        deployment_types=frozenset(types.find(name) for name in arguments.deployment_type),
        billings=frozenset(map(billing_named, arguments.billing)),
    )


COUNTRY = option("--country CODE", N_("processed in one country, such as DE: regional only"))
BILLING = option("--billing KIND ...", N_("standard (per token), provisioned (PTU) or batch"))
WHERE = Command(
    "where",
    run,
    N_("where all of some models can be had"),
    N_(
        "List the regions that offer all of the models, then those that lack one or two, "
        "and those where it is unknown or disputed. Where no region has all, the best pairs."
    ),
    (
        option(
            "models MODEL[@VERSION]",
            N_("name of a model, in any spelling; the newest version where none is named"),
            nargs="+",
        ),
        Group(
            N_("conditions"),
            (
                option(
                    "--data-zone ZONE",
                    N_("processed inside EU, US or APAC: data-zone or regional deployments there"),
                ),
                COUNTRY,
                option("--deployment-type SKU ...", N_("such as DataZoneStandard")),
                BILLING,
            ),
            N_(
                "All conditions must be met by one deployment in the region. Values of one option "
                "given several times are alternatives."
            ),
        ),
        *COMMON,
    ),
    examples="""
  azmodels where gpt-5.2 gpt-5-mini gpt-4.1 --data-zone EU --billing provisioned
  azmodels where gpt-5.2 --country DE
  azmodels where gpt-4.1@2025-04-14 --deployment-type Standard --format json
""",
)
