# SPDX-License-Identifier: MIT
"""The coverage sheet: question and answer of "where can we have all of them?"."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.age_words import span_told
from azmodels_gui.catalog.coverage import Coverage, alike
from azmodels_gui.catalog.coverage_notes import CoverageNote, CoverageNoteId, coverage_notes
from azmodels_gui.catalog.coverage_words import counts, headline, listed, note_sentence, place
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.region_pairs import RegionPair, best_pairs
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.coverage_tables import FEW, answer_table, coverage_no, type_table
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import offer_conflicts
from azmodels_gui.sheets.sheet import Block, Part, Sentence, Sheet, SheetKind, Text

SHOWN_PAIRS = 5
SHOWN_REMARKS = 40
"""Conflicts that are spelled out; of the others the number is told."""
SERIOUS = frozenset(
    {
        CoverageNoteId.PAST_DATE,
        CoverageNoteId.OFFER_ENDS,
        CoverageNoteId.OFFER_DISPUTED,
        CoverageNoteId.ZONE_DISPUTED,
        CoverageNoteId.CROSSES_BORDERS,
    }
)


def coverage_sheet(found: Coverage, order: SheetOrder) -> Sheet:
    """Return an answer of `catalog.coverage` as a sheet; nothing is decided anew here.

    Args:
        found: the answer for all regions.
        order: what the user asks for; its regions, if any, are shown, and the others named.
    """
    words, entries = order.words, found.entries
    notes = coverage_notes(found, order.day)
    title = words("coverage_many", count=len(entries))
    if len(entries) == 1:
        title = words("coverage", name=entries[0].title)
    content = Content(
        kind=SheetKind.COVERAGE,
        title=title,
        parts=tuple(_parts(found, notes, order)),
        head=tuple(_question(found, order)),
        assumptions=tuple(_assumptions(found, order)),
        remarks=_remarks(found, notes, order),
        dates=found.dates_on_show,
        priced=False,
    )
    return framed(content, order)


def _question(found: Coverage, order: SheetOrder) -> Iterator[str]:
    words, asked = order.words, found.conditions
    if len(found.entries) > 1:
        names = listed([entry.title for entry in found.entries], order.language)
        yield words("models_asked", names=names)
    where = place(found, order.language)
    yield words("processed_in", place=where) if where else words("processed_anywhere")
    either = words("or")
    if asked.deployment_types:
        kinds = (order.kind_names[each] for each in sorted(asked.deployment_types))
        yield words("types_asked", types=either.join(kinds))
    if asked.billings:
        named = (words(each.value) for each in sorted(asked.billings))
        yield words("billing_asked", kinds=either.join(named))
    if order.regions:
        yield words("in_regions", regions=", ".join(each.name for each in order.regions))


def _parts(found: Coverage, notes: Sequence[CoverageNote], order: SheetOrder) -> Iterator[Part]:
    words = order.words
    told = headline(found, order.language, order.day)
    yield Part("answer", told, _answer(found, order), name=words("answer"))
    lacking = tuple(_lacking(found, order))
    if lacking:
        yield Part("lacking", words("what_is_missing"), (Text(lacking, points=True),))
    pairs = () if found.complete else best_pairs(found)
    if pairs:
        yield Part(
            "pairs", words("pairs"), (Text(tuple(_pairs(pairs, found, order)), points=True),)
        )
    told_notes = tuple(_notes(found, notes, order))
    if told_notes:
        yield Part("notes", words("to_be_known"), (Text(told_notes, points=True),))
    if 1 < len(found.entries) <= FEW:
        tables = [(each, type_table(found, each, order)) for each in found.entries]
        for entry, table in tables:
            if table is not None:
                yield Part(f"types:{entry.title}", words("by_type", name=entry.title), (table,))


def _answer(found: Coverage, order: SheetOrder) -> tuple[Block, ...]:
    """Return the table, and in words which regions it leaves out."""
    words, table = order.words, answer_table(found, order)
    one = len(found.entries) == 1
    told = []
    if order.regions and found.complete:
        names = ", ".join(here.region.name for here in found.complete)
        told.append(Sentence(words("complete_in_one" if one else "complete_in", regions=names)))
    if not order.regions:
        nothing = [here for here in found.inside if here.missing_count == len(found.entries)]
        names = ", ".join(here.region.name for here in nothing)
        if names:
            told.append(Sentence(_nowhere(names, found, order)))
    return (*(() if table is None else (table,)), *((Text(tuple(told)),) if told else ()))


def _nowhere(names: str, found: Coverage, order: SheetOrder) -> str:
    if len(found.entries) == 1:
        no = coverage_no(found, order)
        return order.words("nowhere_of", regions=names, no=capitalized(no))
    dates = found.dates_on_show.get(FactKind.AVAILABILITY)
    day = order.words("day_unknown") if dates is None else span_told(dates, order.language)
    return order.words("none_in", regions=names, day=day)


def _lacking(found: Coverage, order: SheetOrder) -> Iterator[Sentence]:
    """Yield a line for all regions that lack the same; where few are asked, the table says it."""
    if len(found.entries) == 1 or order.regions:
        return
    for group in (*alike(found.almost), *alike((*found.unsure, *found.open))):
        names = ", ".join(here.region.name for here in group)
        told = counts(group[0], order.language, named=True, answer=found)
        yield Sentence(order.words("lacking", regions=names, counts=told))


def _pairs(pairs: Sequence[RegionPair], found: Coverage, order: SheetOrder) -> Iterator[Sentence]:
    for pair in pairs[:SHOWN_PAIRS]:
        names = " + ".join(region.name for region in pair.regions)
        if pair.distance_km is not None:
            distance = figures.number(round(pair.distance_km), order.language)
            names += order.words("apart", distance=distance)
        told = counts(pair, order.language, named=True, answer=found)
        yield Sentence(order.words("lacking", regions=names, counts=told))
    if len(pairs) > SHOWN_PAIRS:
        yield Sentence(order.words("more_pairs", count=len(pairs) - SHOWN_PAIRS))


def _notes(found: Coverage, notes: Sequence[CoverageNote], order: SheetOrder) -> Iterator[Sentence]:
    for note in notes:
        if note.id is CoverageNoteId.NO_LEGAL_ADVICE:
            continue  # every sheet says so
        if note.id is CoverageNoteId.NOWHERE and len(found.entries) == 1:
            continue  # the headline says so
        told = note_sentence(note, order.language)
        yield Sentence(told, note.sources, warning=note.id in SERIOUS)


def _assumptions(found: Coverage, order: SheetOrder) -> Iterator[Sentence]:
    yield Sentence(order.words("assume_offered"))
    yield Sentence(order.words("assume_one_deployment"))
    if not place(found, order.language):
        yield Sentence(order.words("assume_global"))


def _remarks(
    found: Coverage, notes: Sequence[CoverageNote], order: SheetOrder
) -> tuple[Sentence, ...]:
    kinds = frozenset(kind.id for kind in found.deployment_types)
    inside = frozenset(here.region.id for here in found.inside)
    told = [
        each for entry in found.entries for each in offer_conflicts(entry, kinds, inside, order)
    ]
    more = len(told) - SHOWN_REMARKS
    if more > 0:
        told = [*told[:SHOWN_REMARKS], Sentence(order.words("remark_more", count=more))]
    if any(note.id is CoverageNoteId.ZONE_DISPUTED for note in notes):
        told.append(Sentence(order.words("remark_zone_disputed"), warning=True))
    return tuple(told) or (Sentence(order.words("remark_none_conflict")),)
