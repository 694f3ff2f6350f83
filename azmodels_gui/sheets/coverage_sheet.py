# SPDX-License-Identifier: MIT
"""The coverage sheet: question and answer of "where can we have all of them?"."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.availability import offered
from azmodels_gui.catalog.coverage import Coverage, RegionCoverage, alike, availability_of
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    CoverageNoteId,
    counts,
    coverage_notes,
    headline,
    listed,
    note_sentence,
    place,
)
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.fact_dates import FactKind, span_told
from azmodels_gui.catalog.region_alternatives import RegionPair, best_pairs
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import cell as answer_cell
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import no_conflict, offer_conflicts
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Block,
    Cell,
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)

FEW = 8
"""So many models stand side by side; more stand below each other, the regions across."""
Grouped = list[tuple[str, list[RegionCoverage]]]


def answer_table(found: Coverage, order: SheetOrder) -> Table | None:
    """Return all regions by what they offer; None where they offer nothing at all."""
    groups = _grouped(found, order)
    if not groups:
        return None
    if len(found.entries) == 1:
        return _one(found, groups, order)
    if len(found.entries) <= FEW:
        return _regions_by_models(found, groups, order)
    return _models_by_regions(found, groups, order)


def type_table(found: Coverage, entry: Entry, order: SheetOrder) -> Table | None:
    """Return by which deployment types one model is offered; None: nowhere by any."""
    regions = [here.region for here in _shown(found, order)]
    rows = [_type_row(found, entry, region, order) for region in regions]
    told = [row for row in rows if order.regions or _says_something(row, order)]
    if not told:
        return None
    return Table(
        order.words("region"),
        tuple(Column(order.kind_name(kind)) for kind in found.deployment_types),
        (Group("types", "", tuple(told)),),
        by_column=True,
        signs=True,
    )


def _grouped(found: Coverage, order: SheetOrder) -> Grouped:
    """Return the regions to show under the answer that each of them is."""
    words, shown = order.words, _shown(found, order)
    one = len(found.entries) == 1
    sets: dict[str, Sequence[RegionCoverage]] = {
        words("complete_one" if one else "complete"): found.complete,
        words("almost"): found.almost,
        words("open"): (*found.unsure, *found.open),
    }
    groups = [
        (f"{name} ({len(chosen)})", chosen)
        for name, regions in sets.items()
        if (chosen := [here for here in regions if here in shown])
    ]
    told = {here for _, regions in groups for here in regions}
    rest = [here for here in shown if here not in told]
    if rest:
        name = coverage_no(found, order) if one else words("fewer")
        groups.append((f"{capitalized(name)} ({len(rest)})", rest))
    return groups


def _shown(found: Coverage, order: SheetOrder) -> list[RegionCoverage]:
    """Return the regions that were chosen; none chosen: those not known to offer nothing."""
    chosen = {region.id for region in order.regions}
    if chosen:
        return [here for here in found.regions if here.region.id in chosen]
    return [here for here in found.regions if here.missing_count < len(found.entries)]


def _one(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    (entry,) = found.entries
    made = tuple(
        Group(
            f"answer{at}",
            name,
            tuple(_type_row(found, entry, here.region, order) for here in regions),
        )
        for at, (name, regions) in enumerate(groups)
    )
    columns = tuple(Column(order.kind_name(kind)) for kind in found.deployment_types)
    legend = _legend(found, order)
    return Table(order.words("region"), columns, made, legend, by_column=True, signs=True)


def coverage_no(found: Coverage, order: SheetOrder) -> str:
    """Return that models are not offered, with the oldest date that the answer rests on."""
    return order.dated_no(found.dates_on_show.get(FactKind.AVAILABILITY))


def _legend(found: Coverage, order: SheetOrder) -> str:
    return order.words("coverage_legend", no=coverage_no(found, order))


def _regions_by_models(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    made = tuple(
        Group(f"answer{at}", name, tuple(_region_row(found, here, order) for here in regions))
        for at, (name, regions) in enumerate(groups)
    )
    columns = tuple(Column(entry.title) for entry in found.entries)
    legend = _legend(found, order)
    return Table(order.words("region"), columns, made, legend, by_column=True, signs=True)


def _models_by_regions(found: Coverage, groups: Grouped, order: SheetOrder) -> Table:
    regions = [here for _, each in groups for here in each]
    by_region = [_cells(found, here, order) for here in regions]
    rows = tuple(
        Row(entry.title, entry.title, tuple(cells[at] for cells in by_region))
        for at, entry in enumerate(found.entries)
    )
    return Table(
        order.words("model"),
        tuple(Column(here.region.name) for here in regions),
        (Group("answer", "", rows),),
        _legend(found, order),
        spans=tuple((name, len(each)) for name, each in groups),
        compact=True,
    )


def _region_row(found: Coverage, here: RegionCoverage, order: SheetOrder) -> Row:
    return Row(here.region.id, here.region.name, _cells(found, here, order))


def _cells(found: Coverage, here: RegionCoverage, order: SheetOrder) -> tuple[Cell, ...]:
    """Return what one region has of each entry: the very sets that the answer is made of."""
    known = {
        entry: answer
        for answer, entries in (
            (Availability.OFFERED, here.offered),
            (Availability.UNKNOWN, here.unknown),
            (Availability.CONFLICT, here.disputed),
        )
        for entry in entries
    }
    return tuple(
        _cell(known.get(entry, Availability.NOT_OFFERED), entry, found.deployment_types, order)
        for entry in found.entries
    )


def _type_row(found: Coverage, entry: Entry, region: Region, order: SheetOrder) -> Row:
    cells = tuple(
        _cell(availability_of(entry, kind, region, found.conditions), entry, (kind,), order)
        for kind in found.deployment_types
    )
    return Row(region.id, region.name, cells)


def _cell(
    known: Availability, entry: Entry, kinds: Sequence[DeploymentType], order: SheetOrder
) -> Cell:
    offers = [entry.offers.get(kind.id) for kind in kinds]
    return answer_cell(offered(known, offers, order.view), order)


def _says_something(row: Row, order: SheetOrder) -> bool:
    told = {order.words(each.value) for each in (Availability.OFFERED, Availability.CONFLICT)}
    return any(cell.text in told for cell in row.cells)


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
        answer=tuple(_headlines(found, notes, order)),
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


def _headlines(
    found: Coverage, notes: Sequence[CoverageNote], order: SheetOrder
) -> Iterator[AnswerLine]:
    """Yield where all are offered, what comes next, and what is serious about it."""
    words, one = order.words, len(found.entries) == 1
    told = headline(found, order.language, order.day)
    names = ", ".join(here.region.name for here in found.complete)
    key = "complete_in_one" if one else "complete_in"
    where = (Sentence(words(key, regions=names)),) if names else ()
    yield AnswerLine("where", words("answer_where"), told, where, warning=not names)
    pairs = () if found.complete else tuple(_pairs(best_pairs(found), found, order))
    for key, lines in (("next", tuple(_lacking(found, order))), ("pair", pairs)):
        if lines:
            yield AnswerLine(key, words(f"answer_{key}"), lines[0].text)
    serious = [each for each in _notes(found, notes, order) if each.warning]
    if serious:
        label, (first, *others) = words("to_be_known"), serious
        yield AnswerLine("notes", label, first.text, tuple(others), first.sources, warning=True)


def _parts(found: Coverage, notes: Sequence[CoverageNote], order: SheetOrder) -> Iterator[Part]:
    words = order.words
    yield Part("answer", words("matrix"), _answer(found, order), name=words("answer"))
    lacking = tuple(_lacking(found, order))
    if lacking:
        yield Part("lacking", words("what_is_missing"), (Text(lacking, points=True),))
    pairs = () if found.complete else best_pairs(found)
    if pairs:
        yield Part(
            "pairs", words("pairs"), (Text(tuple(_pairs(pairs, found, order)), points=True),)
        )
    # What is serious the answer says.
    told_notes = tuple(each for each in _notes(found, notes, order) if not each.warning)
    if told_notes:
        yield Part("notes", words("to_be_known"), (Text(told_notes, points=True),))
    if 1 < len(found.entries) <= FEW:
        tables = [(each, type_table(found, each, order)) for each in found.entries]
        for entry, table in tables:
            if table is not None:
                yield Part(f"types:{entry.title}", words("by_type", name=entry.title), (table,))


def _answer(found: Coverage, order: SheetOrder) -> tuple[Block, ...]:
    """Return the table, and in words which regions it leaves out."""
    table = answer_table(found, order)
    told = []
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
    return tuple(told) or no_conflict(order)
