# SPDX-License-Identifier: MIT
"""The guide on paper: the four answers, the short list with reasons, the advice behind it."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.advice import Step, further_notes, note_of
from azmodels_gui.answers.guide import Candidate, Guide, Verdict
from azmodels_gui.answers.headline import until
from azmodels_gui.catalog.document import Note
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.answer_lines import BETWEEN, answer_lines
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.guide_told import (
    SIGNS,
    advice_told,
    caveat_told,
    cost_cell,
    cost_told,
    count_told,
    order_told,
    question_told,
    reason_told,
    telling,
    way_told,
)
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import (
    AnswerLine,
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

NEXT = 2
"""So many that come after the first one are told with their cost."""
_KINDS = (FactKind.AVAILABILITY, FactKind.PRICES, FactKind.LIFECYCLE, FactKind.QUOTAS)


def guide_sheet(found: Guide, order: SheetOrder) -> Sheet:
    """Return the sheet of one answer to the four questions."""
    words = order.words
    entries = [each.entry for each in found.candidates]
    content = Content(
        kind=SheetKind.GUIDE,
        title=words("guide"),
        parts=tuple(_parts(found, order)),
        head=tuple(f"{asked} {told}" for asked, told in question_told(found.question, order)),
        assumptions=tuple(_assumptions(found, order)),
        remarks=disputed(entries, order),
        dates=order.dates(entries, _KINDS),
        answer=tuple(_answer(found, order)),
    )
    return framed(content, order)


def _answer(found: Guide, order: SheetOrder) -> Iterator[AnswerLine]:
    """Yield what stands first and how it is had, what it costs, and until when it lasts."""
    words, fitting = order.words, found.of(Verdict.FITS)
    if not fitting:
        count = Sentence(f"{BETWEEN}{count_told(found, order)}")
        yield AnswerLine("first", words("guide_first"), words("guide_none_fits"), (count,))
        return
    first, *others = fitting
    way, cost = way_told(first.cost, order), words("answer_cost")
    more = (way, words("guide_first_of", count=len(fitting)))
    told = tuple(Sentence(f"{BETWEEN}{each}") for each in more if each)
    cited = tuple(dict.fromkeys(s for each in first.reasons[:1] for s in each.sources))
    yield AnswerLine("first", words("guide_first"), first.entry.title, told, cited)
    beside = tuple(
        Sentence(f"{BETWEEN}{each.entry.title}: {cost_told(each.cost, order)}", each.cost.sources)
        for each in others[:NEXT]
    )
    yield AnswerLine("cost", cost, cost_told(first.cost, order), beside, first.cost.sources)
    yield from answer_lines((until(first.entry, order.view),), order)


def _parts(found: Guide, order: SheetOrder) -> Iterator[Part]:
    words = order.words
    counted = [count_told(found, order), order_told(order)]
    if found.retired:
        counted.insert(1, words("guide_retired", count=found.retired) + ".")
    lines = Text(tuple(map(Sentence, counted)))
    short = short_list(found, order)
    listed = Text((Sentence(words("guide_nothing")),)) if short is None else short
    yield Part("guide", words("guide_short_list"), (lines, listed))
    advice = tuple(Sentence(*told) for told in advice_told(found.advice, words))
    if advice:
        yield Part("advice", words("guide_advice"), (Text(advice, points=True),))
    notes = tuple(_note(note, order) for note in _notes(order))
    if notes:
        yield Part("notes", words("guide_notes"), (Text(notes, points=True),))


def short_list(found: Guide, order: SheetOrder) -> Table | None:
    """Return the table of candidates, by verdict; None: there is none."""
    words = order.words
    cost = "guide_price" if found.question.load is None else "guide_cost"
    columns = (
        Column(words("version")),
        Column(words(cost), figures=True),
        Column(words("guide_way")),
        Column(words("retirement")),
        Column(words("guide_reasons"), weight=5),
    )
    groups = tuple(
        Group(verdict.value, words(f"guide_{verdict}"), _rows(found.of(verdict), order))
        for verdict in Verdict
        if found.of(verdict)
    )
    if not groups:
        return None
    return Table(words("model"), columns, groups, words("guide_legend"), by_column=True)


def _rows(found: Sequence[Candidate], order: SheetOrder) -> tuple[Row, ...]:
    return tuple(Row(each.entry.title, each.entry.model.id, _cells(each, order)) for each in found)


def _cells(found: Candidate, order: SheetOrder) -> tuple[Cell, ...]:
    cells = order.cells
    fails = found.verdict is Verdict.FAILS
    reasons = telling(found)
    told = "; ".join(f"{SIGNS[each.sign]} {reason_told(each, order)}" for each in reasons)
    sources = tuple(dict.fromkeys(each for reason in reasons for each in reason.sources))
    return (
        cells.text(found.entry.version.version or answer_cells.DASH),
        cells.text(answer_cells.DASH) if fails else cost_cell(found.cost, order),
        cells.text(answer_cells.DASH if fails else way_told(found.cost, order)),
        answer_cells.cell(found.retirement, order),
        cells.text(told, *sources),
    )


def _assumptions(found: Guide, order: SheetOrder) -> Iterator[Sentence]:
    words = order.words
    caveat = caveat_told(found.question, order)
    if caveat:
        yield Sentence(caveat)
    keys = ("assume_offered", "assume_no_discount", "assume_standard")
    yield from (Sentence(words(key)) for key in keys)
    if found.question.load is not None:
        yield Sentence(words("guide_assume_month"))


def _notes(order: SheetOrder) -> Iterator[Note]:
    """Yield the notes of the four questions, then what else must be known of place and terms."""
    asked = (note_of(step, order.catalog) for step in Step)
    yield from (note for note in asked if note is not None)
    for step in (Step.LOAD, Step.PLACE, Step.TERMS):
        yield from further_notes(step, order.catalog)


def _note(note: Note, order: SheetOrder) -> Sentence:
    return Sentence(note.text.in_language(order.language), (note.source,))
