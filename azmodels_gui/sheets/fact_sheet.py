# SPDX-License-Identifier: MIT
"""The fact sheet: what a client asks of one model, on one page in two columns."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from azmodels_gui.answers.answer import Section, Status, cited, unique
from azmodels_gui.answers.headline import strip
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.overview import capabilities, limits, overview
from azmodels_gui.answers.successor import successor
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.advice_words import answered, recommended, replaced
from azmodels_gui.sheets.answer_cells import cell, label, row
from azmodels_gui.sheets.answer_lines import answer_lines
from azmodels_gui.sheets.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.sheets.fact_offers import offer_grid
from azmodels_gui.sheets.fact_prices import price_table
from azmodels_gui.sheets.fact_tables import can_rows, offer_table, ptu_tables, quota_tables
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import remarks
from azmodels_gui.sheets.sheet import (
    Block,
    CellKind,
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

NAMES = ("provider", "family", "channel", "version")
"""Rows of the overview that stand in the line below the title."""
KINDS = ("input_kinds", "output_kinds")
"""Those that stand in one row."""


def fact_sheet(entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the facts of one entry, or of several one after the other."""
    words = order.words
    title = words("facts_many", count=len(entries))
    if len(entries) == 1:
        title = words("facts", name=entries[0].title)
    parts = tuple(
        part
        for position, entry in enumerate(entries)
        for part in _parts(entry, order, alone=len(entries) == 1, later=position > 0)
    )
    tables = [block for part in parts for block in part.blocks if isinstance(block, Table)]
    plain = [each for each in tables if len(each.columns) == 1]
    content = Content(
        kind=SheetKind.FACTS,
        title=title,
        parts=parts,
        head=region_lines(order),
        assumptions=price_assumptions(order),
        remarks=remarks(entries, plain, order, whole=False),
        dates=order.dates(entries),
    )
    return framed(content, order)


def _parts(entry: Entry, order: SheetOrder, *, alone: bool, later: bool) -> Iterator[Part]:
    words, name = order.words, entry.title
    about = _about(entry, order)
    yield Part(
        f"facts:{name}",
        "" if alone else name,
        (Text(about),) if about else (),
        new_page=later,
        name=name,
        answer=answer_lines(strip(entry, order.view), order),
        strip=True,
    )
    for key, heading, blocks in _narrow(entry, order):
        if blocks:
            level = 1 if alone else 2
            narrow = not (entry.is_service and key == "offers")  # which names regions by feature
            yield Part(f"{key}:{name}", heading, blocks, narrow=narrow, level=level)
    questions = tuple(Sentence(*told) for told in answered(entry, order.view, words))
    if questions and order.questions:
        heading = words("general_facts")
        yield Part(f"questions:{name}", heading, (Text(questions, points=True),), new_page=True)


def _narrow(entry: Entry, order: SheetOrder) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Yield what stands in two columns, from the top of the first one to the end of the last."""
    words = order.words
    if entry.is_service:
        yield "offers", words("features_of", name=entry.model.id), (offer_table(entry, order),)
    else:
        yield "offers", words("offers"), offer_grid(entry, order)
    yield "quotas", words("quotas"), quota_tables(entry, order)
    yield "lifecycle", words("lifecycle"), tuple(_ends(entry, order))
    yield "advice", words("use_cases"), tuple(_advice(entry, order))
    notes = tuple(_notes(entry, order))
    yield "notes", words("notes"), (Text(notes, points=True),) if notes else ()
    yield "prices", words("prices"), price_table(entry, order)
    if not entry.is_service:
        yield "ptu", words("ptu"), ptu_tables(entry, order)
    yield "limits", words("limits_and_more"), (_limits(entry, order),)


def _advice(entry: Entry, order: SheetOrder) -> Iterator[Block]:
    """Yield what it is for: use cases by name alone on one line, then those with advice."""
    told = list(recommended(entry, order.view, order.words))
    names = [text for text, sources in told if not sources]
    if names:
        yield Text((Sentence(" · ".join(names)),))
    said = tuple(Sentence(*each) for each in told if each[1])
    if said:
        about = ", ".join(dict.fromkeys(each.text.partition(":")[0] for each in said))
        yield Text(said, points=True, spare=order.words("spare_advice", names=about))
    others = tuple(Sentence(*each) for each in replaced(entry, order.view, order.words))
    if others:
        yield Text(others)


def _ends(entry: Entry, order: SheetOrder) -> Iterator[Block]:
    """Yield stage, dates and what comes after; what the source names where nothing better is.

    How many days are left the strip above has said.
    How the successor differs stands in a line below, a row each would take a third of a column.
    """
    asked, view = (entry,), order.view
    ends, after = lifecycle(asked, view), successor(asked, view)
    rows = {each.key: each for each in after.rows}
    said = {"days_left"}
    if "successor" in rows and rows["successor"].answers[0].status is Status.KNOWN:
        said.add("replacement")
    ends = structs.replace(ends, rows=tuple(each for each in ends.rows if each.key not in said))
    yield _table(entry, order, ends, structs.replace(after, rows=after.rows[:1]))
    compared = [(label(each.label, order), each.answers[0]) for each in after.rows[1:]]
    told = [f"{name}: {cell(each, order).text}" for name, each in compared]
    if told:
        sources = cited(each for _, each in compared)
        yield Text((Sentence("; ".join(told), sources),), spare=order.words("spare_successor"))


def _limits(entry: Entry, order: SheetOrder) -> Table:
    """Return limits, what the model is, and what it can do."""
    asked, view = (entry,), order.view
    found = () if entry.is_service else (limits(asked, view),)  # tokens are of models only
    is_what = overview(asked, view)
    kinds = structs.replace(
        is_what, rows=tuple(each for each in is_what.rows if each.key not in NAMES)
    )
    more = can_rows(capabilities(asked, view), order)
    made = _table(entry, order, *found, kinds, more=tuple(more))
    (group,) = made.groups
    return structs.replace(made, groups=(structs.replace(group, rows=tuple(_paired(group.rows))),))


def _paired(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows, those of what goes in and comes out in one where both are known."""
    pair = {each.key: each for each in rows if each.key in KINDS}
    told = [each.cells[0] for each in pair.values()]
    one = len(pair) == len(KINDS) and all(each.kind is CellKind.TEXT for each in told)
    for each in rows:
        if one and each.key == KINDS[0]:
            label = " · ".join(row.label for row in pair.values())
            sources = unique(source for cell in told for source in cell.sources)
            text = " · ".join(cell.text for cell in told)
            yield Row(each.key, label, (structs.replace(told[0], text=text, sources=sources),))
        elif not (one and each.key in KINDS):
            yield each


def _table(entry: Entry, order: SheetOrder, *found: Section, more: tuple[Row, ...] = ()) -> Table:
    rows = (*(row(each, order) for section in found for each in section.rows), *more)
    return Table(order.words("model"), (Column(entry.title),), (Group(found[0].key, "", rows),))


def _about(entry: Entry, order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what it is called besides its name, and what it is good at."""
    rows = {each.key: each.answers[0] for each in overview((entry,), order.view).rows}
    names = [rows[key] for key in NAMES if key in rows and rows[key].status is Status.KNOWN]
    called = " · ".join(dict.fromkeys(cell(each, order).text for each in names))
    texts = (entry.model.summary, *entry.model.strengths)
    told = (_local(text, order) for text in texts if text is not None)
    return (Sentence(" · ".join(filter(None, (called, " ".join(told)))), cited(names)),)


def _notes(entry: Entry, order: SheetOrder) -> Iterator[Sentence]:
    for note in entry.model.notes:
        told = _local(note.text, order).removeprefix(f"{entry.title}: ")  # as the title says
        yield Sentence(capitalized(told), (note.source,))
    targets = {
        route.source: [each for each in entry.routes if each.source == route.source]
        for route in entry.routes
    }
    for source, routes in targets.items():
        names = ", ".join(each.target for each in routes)
        yield Sentence(f"{order.words('routes')}: {names}", (source,))


def _local(text: LocalText, order: SheetOrder) -> str:
    return text.in_language(order.language)
