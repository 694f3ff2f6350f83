# SPDX-License-Identifier: MIT
"""The answer of `azmodels where` as text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from azmodels_gui.catalog.age_words import dates_told
from azmodels_gui.catalog.coverage import Coverage, RegionCoverage, alike
from azmodels_gui.catalog.coverage_notes import CoverageNote, used_sources
from azmodels_gui.catalog.coverage_words import counts, headline, note_sentence, place
from azmodels_gui.catalog.region_pairs import RegionPair
from azmodels_gui.cli.statement_output import listed, row_lines, source_lines
from azmodels_gui.cli.words import Words
from azmodels_gui.language.words import N_

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
