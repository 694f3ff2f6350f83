# SPDX-License-Identifier: MIT
"""The answer "where can we have all of them?" as rich text: three columns, pairs, remarks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from azmodels_gui.catalog.coverage import Coverage, RegionCoverage, alike
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    CoverageNoteId,
    counts,
    headline,
    listed,
    note_sentence,
    used_sources,
)
from azmodels_gui.catalog.region_alternatives import RegionPair
from azmodels_gui.language.words import tr
from azmodels_gui.window.formats import number
from azmodels_gui.window.regions.document_view import SEPARATOR, RichText
from azmodels_gui.window.theme import Tone

SHOWN_PAIRS = 3
"""More pairs of equal rank are counted."""
SHOWN_WAYS = 3
"""Ways to deploy that are told by model; more would not be read."""
SHOWN_REGIONS = 24
"""Regions of one group that are named; the rest is counted."""
_GOOD, _ALMOST, _OPEN = "●", "◐", "?"
_TONES = {
    CoverageNoteId.IN_THE_ZONE_INSTEAD: Tone.PLAIN,
    CoverageNoteId.PAST_DATE: Tone.WARN,
    CoverageNoteId.OFFER_ENDS: Tone.WARN,
    CoverageNoteId.OFFER_DISPUTED: Tone.WARN,
    CoverageNoteId.ZONE_DISPUTED: Tone.WARN,
    CoverageNoteId.CROSSES_BORDERS: Tone.WARN,
}
_HERE = "{links}"
"""Stands for the links until the rest of a sentence is escaped."""


def coverage_text(
    found: Coverage,
    pairs: Sequence[RegionPair],
    notes: Sequence[CoverageNote],
    rich: RichText,
    today: date,
) -> str:
    """Return the whole answer, as pieces of a page."""
    answer = Tone.GOOD if found.complete else Tone.WARN
    parts = [
        rich.title(headline(found, rich.language, today), answer),
        rich.columns([_complete(found, rich), _almost(found, rich), _open(found, rich)]),
        *_pairs(pairs, found, rich),
        *_notes(found, notes, rich),
    ]
    return "".join(parts)


def _complete(found: Coverage, rich: RichText) -> str:
    words = tr("Complete ({count})")
    groups: dict[tuple[tuple[str, ...], ...], list[RegionCoverage]] = {}
    for here in found.complete:
        ways = tuple(found.ways(entry, here.region) for entry in here.offered)
        groups.setdefault(ways, []).append(here)
    parts = [_head(_GOOD, words, len(found.complete), Tone.GOOD, rich)]
    for ways, group in groups.items():
        parts.append(rich.block(_named(group, rich)))
        parts.append(rich.paragraph(_by(ways, found, rich), Tone.MUTED))
    return "".join(parts) if groups else parts[0] + _none(rich)


def _almost(found: Coverage, rich: RichText) -> str:
    words = tr("Almost: one or two missing ({count})")
    head = _head(_ALMOST, words, len(found.almost), Tone.WARN, rich)
    return head + (_grouped(found.almost, found, rich) or _none(rich))


def _open(found: Coverage, rich: RichText) -> str:
    words = tr("Unknown or disputed ({count})")
    regions = (*found.unsure, *found.open)
    head = _head(_OPEN, words, len(regions), Tone.MUTED, rich)
    return head + (_grouped(regions, found, rich) or _none(rich))


def _head(sign: str, words: str, count: int, tone: Tone, rich: RichText) -> str:
    return rich.heading(f"{sign} {words.format(count=count)}", tone if count else Tone.MUTED)


def _none(rich: RichText) -> str:
    return rich.paragraph(tr("none"), Tone.MUTED)


def _grouped(regions: Iterable[RegionCoverage], found: Coverage, rich: RichText) -> str:
    """Return one group for all regions that lack the same."""
    return "".join(
        rich.block(_named(group, rich))
        + rich.paragraph(counts(group[0], rich.language, named=True, answer=found), Tone.MUTED)
        for group in alike(regions)
    )


def _named(group: Sequence[RegionCoverage], rich: RichText) -> str:
    named = rich.regions(here.region for here in group[:SHOWN_REGIONS])
    if len(group) <= SHOWN_REGIONS:
        return named
    more = tr("and {count} more")
    return f"{named}{SEPARATOR}{more.format(count=len(group) - SHOWN_REGIONS)}"


def _by(ways: Sequence[tuple[str, ...]], found: Coverage, rich: RichText) -> str:
    """Return the deployment types of a group, by model where they are not the same for all."""
    models: dict[tuple[str, ...], list[str]] = {}
    for entry, kinds in zip(found.entries, ways, strict=True):
        models.setdefault(kinds, []).append(entry.model.id)
    if len(models) > SHOWN_WAYS:
        return tr("with types that differ by model")
    names = {kind.id: kind.name.in_language(rich.language) for kind in found.deployment_types}
    told = {kinds: SEPARATOR.join(names[kind] for kind in kinds) for kinds in models}
    if len(models) == 1:
        return told[ways[0]]
    return "; ".join(
        f"{listed(who, rich.language)}: {told[kinds]}" for kinds, who in models.items()
    )


def _pairs(pairs: Sequence[RegionPair], found: Coverage, rich: RichText) -> Iterator[str]:
    if not pairs:
        return
    yield rich.heading(tr("Best pair of regions"), Tone.ACCENT)
    apart = tr("{distance} km apart")
    for pair in pairs[:SHOWN_PAIRS]:
        told = [counts(pair, rich.language, named=True, answer=found)]
        if pair.distance_km is not None:
            distance = number(round(pair.distance_km), rich.language)
            told.insert(0, apart.format(distance=distance))
        names = " + ".join(rich.region(region) for region in pair.regions)
        yield rich.block(f"{names}&nbsp; {rich.toned(SEPARATOR.join(told), Tone.MUTED)}")
    if len(pairs) > SHOWN_PAIRS:
        more = tr("Further pairs that offer as much: {count}")
        yield rich.paragraph(more.format(count=len(pairs) - SHOWN_PAIRS), Tone.MUTED)


def _notes(found: Coverage, notes: Sequence[CoverageNote], rich: RichText) -> Iterator[str]:
    for note in notes:
        if note.id is CoverageNoteId.NOWHERE and len(found.entries) == 1:
            continue  # the headline says so
        tone = _TONES.get(note.id, Tone.MUTED)
        sign = "! " if tone is Tone.WARN else ""
        told = escape(f"{sign}{note_sentence(note, rich.language, regions=_HERE)}")
        yield rich.block(told.replace(_HERE, rich.regions(note.regions)), tone)
    sources = rich.sources(used_sources(found, notes), found.catalog)
    if sources:
        words = tr("Sources:")
        yield rich.block(f"{escape(words)} {sources}", Tone.MUTED)
