# SPDX-License-Identifier: MIT
"""The fact sheet: everything a client asks of one model."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.general_facts import general_facts_for
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.successors import Successors
from azmodels_gui.reports.advice_words import answered, replaced
from azmodels_gui.reports.capacity_rows import capacity
from azmodels_gui.reports.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.reports.fact_tables import feature_table, offer_table, price_table, quota_table
from azmodels_gui.reports.frame import Content, framed
from azmodels_gui.reports.lifecycle_rows import lifecycle, limits
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.overview_rows import capabilities, overview
from azmodels_gui.reports.remarks import remarks
from azmodels_gui.reports.sheet import (
    Block,
    Column,
    Group,
    Part,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)


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
    if entry.is_service:
        heading = words("features_of", name=entry.model.id)
        yield Part(f"features:{entry.title}", heading, (feature_table(entry, order),))
    else:
        yield Part(f"offers:{entry.title}", words("offers"), (offer_table(entry, order),))
    yield Part(f"prices:{entry.title}", words("prices"), price_table(entry, order))
    quotas = quota_table(entry, order)
    if quotas is not None:
        yield Part(f"quotas:{entry.title}", words("quotas"), (quotas,))
    advice = tuple(_advice(entry, order))
    if advice:
        yield Part(f"advice:{entry.title}", words("use_cases"), (Text(advice, points=True),))
    questions = tuple(_questions(entry, order))
    if questions:
        heading = words("general_facts")
        yield Part(f"questions:{entry.title}", heading, (Text(questions, points=True),))
    notes = tuple(_notes(entry, order))
    if notes:
        yield Part(f"notes:{entry.title}", words("notes"), (Text(notes, points=True),))


def _facts(entry: Entry, order: SheetOrder) -> Table:
    groups: tuple[Group, ...] = (overview([entry], order), lifecycle([entry], order))
    if entry.is_service:  # tokens and PTU are of models only
        groups += (capabilities([entry], order),)
    else:
        of_a_model = (limits, capabilities, capacity)
        groups += tuple(group([entry], order) for group in of_a_model)
    kept = tuple(group for group in groups if group.rows)
    return Table(order.words("model"), (Column(entry.title),), kept)


def _about(entry: Entry, order: SheetOrder) -> tuple[Sentence, ...]:
    texts = (entry.model.summary, *entry.model.strengths)
    return tuple(Sentence(_local(text, order)) for text in texts if text is not None)


def _advice(entry: Entry, order: SheetOrder) -> Iterator[Sentence]:
    """Yield the use cases of the model, with the advice of a source where there is one."""
    successors = Successors(order.catalog, order.day)
    for use_case in order.catalog.use_cases:
        name = _local(use_case.name, order)
        given = [each for each in use_case.recommendations if entry.model.id in each.models]
        if not given and use_case.id in entry.model.use_cases:
            yield Sentence(name)
        for each in given:
            start = "" if each.start_with is None else order.words.named(each.start_with, "start_")
            texts = [_local(text, order) for text in (each.why, each.switch) if text is not None]
            told = " ".join((*texts, f"({start})" if start else ""))
            yield Sentence(
                order.words("advice_for", use_case=name, advice=told).rstrip(), (each.source,)
            )
        for told, sources in replaced(given, successors, order.words, order.language):
            yield Sentence(told, sources)


def _questions(entry: Entry, order: SheetOrder) -> Iterator[Sentence]:
    for fact in general_facts_for(entry, order.catalog, order.day):
        told, sources = answered(fact, order.words, order.language)
        yield Sentence(told, sources)


def _notes(entry: Entry, order: SheetOrder) -> Iterator[Sentence]:
    for note in entry.model.notes:
        yield Sentence(_local(note.text, order), (note.source,))
    for route in entry.routes:
        yield Sentence(f"{order.words('routes')}: {route.target}", (route.source,))


def _local(text: LocalText, order: SheetOrder) -> str:
    return text.in_language(order.language)
