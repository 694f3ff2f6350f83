# SPDX-License-Identifier: MIT
"""The fact sheet: everything a client asks of one model."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.capacity import capacity
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.limits import limits
from azmodels_gui.answers.overview import capabilities, overview
from azmodels_gui.answers.successor import successor
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.sheets.advice_words import advised, answered
from azmodels_gui.sheets.answer_cells import groups
from azmodels_gui.sheets.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.sheets.fact_tables import offer_table, price_table, quota_table
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import remarks
from azmodels_gui.sheets.sheet import Block, Column, Part, Sentence, Sheet, SheetKind, Table, Text


def fact_sheet(entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the facts of one entry, or of several one after the other."""
    words = order.words
    title = words("facts_many", count=len(entries))
    if len(entries) == 1:
        title = words("facts", name=entries[0].title)
    tables = [_facts(entry, order) for entry in entries]
    parts = (
        part
        for position, (entry, table) in enumerate(zip(entries, tables, strict=True))
        for part in _parts(entry, table, order, later=position > 0)
    )
    content = Content(
        kind=SheetKind.FACTS,
        title=title,
        parts=tuple(parts),
        head=region_lines(order),
        assumptions=price_assumptions(order),
        remarks=remarks(entries, tables, order),
        dates=order.dates(entries),
    )
    return framed(content, order)


def _parts(entry: Entry, facts: Table, order: SheetOrder, *, later: bool) -> Iterator[Part]:
    words = order.words
    about = _about(entry, order)
    first: tuple[Block, ...] = (Text(about), facts) if about else (facts,)
    yield Part(f"facts:{entry.title}", entry.title, first, new_page=later)
    service = entry.is_service
    heading = words("features_of", name=entry.model.id) if service else words("offers")
    yield Part(f"offers:{entry.title}", heading, (offer_table(entry, order),))
    yield Part(f"prices:{entry.title}", words("prices"), price_table(entry, order))
    quotas = quota_table(entry, order)
    if quotas is not None:
        yield Part(f"quotas:{entry.title}", words("quotas"), (quotas,))
    advice = tuple(Sentence(*told) for told in advised(entry, order.view, words))
    if advice:
        yield Part(f"advice:{entry.title}", words("use_cases"), (Text(advice, points=True),))
    questions = tuple(Sentence(*told) for told in answered(entry, order.view, words))
    if questions:
        heading = words("general_facts")
        yield Part(f"questions:{entry.title}", heading, (Text(questions, points=True),))
    notes = tuple(_notes(entry, order))
    if notes:
        yield Part(f"notes:{entry.title}", words("notes"), (Text(notes, points=True),))


def _facts(entry: Entry, order: SheetOrder) -> Table:
    asked, view = (entry,), order.view
    found: tuple[Section, ...] = (
        overview(asked, view),
        lifecycle(asked, view),
        successor(asked, view),
    )
    if entry.is_service:  # tokens and PTU are of models only
        found += (capabilities(asked, view),)
    else:
        found += (limits(asked, view), capabilities(asked, view), capacity(asked, view))
    return Table(order.words("model"), (Column(entry.title),), groups(found, order))


def _about(entry: Entry, order: SheetOrder) -> tuple[Sentence, ...]:
    texts = (entry.model.summary, *entry.model.strengths)
    return tuple(Sentence(_local(text, order)) for text in texts if text is not None)


def _notes(entry: Entry, order: SheetOrder) -> Iterator[Sentence]:
    for note in entry.model.notes:
        yield Sentence(_local(note.text, order), (note.source,))
    for route in entry.routes:
        yield Sentence(f"{order.words('routes')}: {route.target}", (route.source,))


def _local(text: LocalText, order: SheetOrder) -> str:
    return text.in_language(order.language)
