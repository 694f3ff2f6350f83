# SPDX-License-Identifier: MIT
"""`azmodels where`: the regions that have all of some models, and what others lack."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.coverage import Coverage, EntrySets, RegionCoverage, alike, coverage
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    coverage_notes,
    used_sources,
    version_notes,
)
from azmodels_gui.catalog.coverage_words import counts, headline, note_sentence, place
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.fact_told import dates_told
from azmodels_gui.catalog.region_alternatives import RegionPair, best_pairs
from azmodels_gui.cli.arguments import (
    add_common_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
)
from azmodels_gui.cli.console import DONE, dates_json, end_json, print_json, print_lines
from azmodels_gui.cli.statement_output import listed, row_lines, source_lines, sources_json
from azmodels_gui.cli.where_options import (
    add_condition_options,
    conditions_from,
    entries_from,
    unnamed,
)
from azmodels_gui.cli.words import Words
from azmodels_gui.language.words import N_


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


SHOWN_PAIRS = 5
"""More pairs of equal rank are counted; the JSON has all of them."""

_WORDS = {
    "models": N_("Models"),
    "processed_in": N_("Processed in"),
    "deployment_types": N_("Deployment type"),
    "billing": N_("Billing"),
    "or": N_(" or "),
    "complete": N_("Complete"),
    "almost": N_("Almost: one or two are missing"),
    "open": N_("Unknown or disputed"),
    "pairs": N_("Best pairs of regions"),
    "more_pairs": N_("further pairs that offer as much: {count}; the JSON has all of them"),
    "apart": N_("{distance} km apart"),
    "warnings": N_("To be known"),
}


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
    for name, regions in (("almost", found.almost), ("open", (*found.unsure, *found.open))):
        heading = f"{words.of(_WORDS[name])} ({len(regions)})"
        yield from listed(heading, _grouped(regions, found, language), "-")
    yield from listed(words.of(_WORDS["pairs"]), _pair_lines(pairs, found, words), "-")
    told = (note_sentence(note, language) for note in notes)
    yield from listed(words.of(_WORDS["warnings"]), told, "!")
    yield from source_lines(words("sources"), used_sources(found, notes), found.catalog, language)
    if found.dates_on_show:
        yield ""
        yield dates_told(found.dates_on_show, language)


def _question(found: Coverage, words: Words) -> Iterator[tuple[str, str]]:
    asked, either = found.conditions, words.of(_WORDS["or"])
    yield words.of(_WORDS["models"]), ", ".join(entry.title for entry in found.entries)
    where = place(found, words.language)
    if where:
        yield words.of(_WORDS["processed_in"]), where
    if asked.deployment_types:
        yield words.of(_WORDS["deployment_types"]), either.join(sorted(asked.deployment_types))
    if asked.billings:
        kinds = (words(billing.value) for billing in sorted(asked.billings))
        yield words.of(_WORDS["billing"]), either.join(kinds)


def _complete_lines(found: Coverage, words: Words) -> Iterator[str]:
    if found.complete:
        yield ""
        yield f"{words.of(_WORDS['complete'])} ({len(found.complete)})"
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
            distance = words.count(round(pair.distance_km))
            apart = f" ({words.of(_WORDS['apart']).format(distance=distance)})"
        yield f"{names}{apart}: {counts(pair, words.language, named=True, answer=found)}"
    if len(pairs) > SHOWN_PAIRS:
        yield words.of(_WORDS["more_pairs"]).format(count=len(pairs) - SHOWN_PAIRS)


EXAMPLES = """
  azmodels where gpt-5.2 gpt-5-mini gpt-4.1 --data-zone EU --billing provisioned
  azmodels where gpt-5.2 --country DE
  azmodels where gpt-4.1@2025-04-14 --deployment-type Standard --format json
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "where",
        help=N_("where all of some models can be had"),
        description=N_(
            "List the regions that offer all of the models, then those that lack one or two, "
            "and those where it is unknown or disputed. Where no region has all, the best pairs."
        ),
        examples=EXAMPLES,
    )
    add_condition_options(parser)
    add_common_options(parser, run)


def run(arguments: argparse.Namespace) -> int:
    """Print where the models are offered.

    Raises:
        Refused: an unknown name.
        CoverageRefused: conditions that exclude each other.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    conditions, day = conditions_from(arguments, catalog), chosen_day(arguments)
    asked = entries_from(arguments, catalog)
    found = coverage(asked, conditions, catalog, day)
    notes = (*version_notes(found, unnamed(arguments, asked)), *coverage_notes(found, day))
    pairs = () if found.complete else best_pairs(found)
    if arguments.format == "json":
        print_json(where_json(found, pairs, notes, day))
    else:
        words = Words(chosen_language(arguments))
        print_lines(where_lines(found, pairs, notes, words, day))
    return DONE
