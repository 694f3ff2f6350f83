# SPDX-License-Identifier: MIT
"""The fact sheet: what a client asks of one model, on one page in two columns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from azmodels_gui.answers.answer import Section, Status, cited, unique
from azmodels_gui.answers.availability import regions_by_type
from azmodels_gui.answers.headline import strip
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.overview import capabilities, limits, overview
from azmodels_gui.answers.successor import successor
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.fact_dates import FactKind, end_told
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import cell, label, row
from azmodels_gui.sheets.answer_lines import answer_lines
from azmodels_gui.sheets.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.sheets.fact_prices import price_table
from azmodels_gui.sheets.fact_tables import can_rows, offer_table, ptu_tables, quota_tables
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.guide_told import answered, recommended, replaced
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import remarks
from azmodels_gui.sheets.sheet import (
    Block,
    Cell,
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

SCOPE_SIGNS = {Scope.REGIONAL: "■", Scope.DATA_ZONE: "◐", Scope.GLOBAL: "○"}
MOST_REGIONS = 12
"""More regions stand together where the same is offered in them."""
MOST_NAMED = 6
"""More regions in which nothing is offered are counted."""
_NO, _OPEN, _DISPUTED = "–", "?", "!"
_BETWEEN = "   "
"""Between the meanings of a legend, each of which begins with its sign."""


class _Line(Struct, frozen=True):
    """What is known of one region."""

    region: Region
    cells: tuple[Cell, ...]

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        return tuple((cell.sign, cell.text) for cell in self.cells)

    @property
    def offers_anything(self) -> bool:
        return any(sign not in (_NO, _OPEN) for cell in self.cells for sign in cell.sign)

    @property
    def says_anything(self) -> bool:
        return any(cell.sign != _NO for cell in self.cells)


def offer_grid(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return the grid; regions that offer nothing are counted where none was chosen."""
    words, kinds = order.words, order.view.shown_types
    billings = Billing.of(kind.billing for kind in kinds)
    lines = [
        _Line(region, tuple(_cell(entry, each, region, order) for each in billings))
        for region in _regions(order)
    ]
    told = [line for line in lines if order.regions or line.says_anything]
    columns = tuple(Column(capitalized(words.named(each))) for each in billings)
    grid = Table(
        words("region"),
        columns,
        (Group("offers", "", tuple(_rows(told, order))),),
        _legend(told, _no(entry, order), order),
        by_column=True,
        signs=True,
        spare="" if order.regions else _counted(told, billings, order),
    )
    below = tuple(_below(entry, len(lines) - len(told), order))
    table = (grid,) if told else ()
    return (*table, *((Text(below),) if below else ()))


def _counted(told: Sequence[_Line], billings: Sequence[Billing], order: SheetOrder) -> str:
    """Return in how many regions is offered what, where a page has no room for their names."""
    words, ways = order.words, []
    for at, billing in enumerate(billings):
        signs = Counter(sign for line in told for sign in line.cells[at].sign)
        counts = [
            f"{words.named(scope, 'scope_')} {signs[sign]}"
            for scope, sign in SCOPE_SIGNS.items()
            if signs[sign]
        ]
        if counts:
            ways.append(f"{words.named(billing)}: {', '.join(counts)}")
    return words("spare_offers", ways="; ".join(ways))


def _legend(told: Sequence[_Line], no: str, order: SheetOrder) -> str:
    """Return what the signs in the grid mean, and that of a no also where only words say it."""
    cells = [cell for line in told for cell in line.cells]
    seen = {sign for cell in cells for sign in cell.sign}
    if any(order.words("not_offered") in cell.text for cell in cells):
        seen.add(_NO)
    meanings = order.words("offer_legend", no=no).split(_BETWEEN)
    return _BETWEEN.join(each for each in meanings if each[0] in seen)


def _regions(order: SheetOrder) -> Sequence[Region]:
    if order.regions:
        return order.regions
    zones = order.data_zones
    return [each for each in order.catalog.regions if not zones or each.data_zone in zones]


def _rows(lines: Sequence[_Line], order: SheetOrder) -> Iterator[Row]:
    """Yield a row for each region, or of many regions one for those alike."""
    if len(lines) <= MOST_REGIONS:
        alike = [[line] for line in lines]
    else:
        by_key: dict[object, list[_Line]] = {}
        for line in lines:
            by_key.setdefault(line.key, []).append(line)
        alike = list(by_key.values())
    for same in alike:
        names = ", ".join(_name(line.region, order) for line in same)
        if len(same) > MOST_NAMED and not same[0].offers_anything:
            names = order.words("other_regions", count=len(same))
        yield Row(same[0].region.id, names, same[0].cells)


def _name(region: Region, order: SheetOrder) -> str:
    return f"{region.name} *" if order.data_zones and region.data_zone_disputed else region.name


def _cell(entry: Entry, billing: Billing, region: Region, order: SheetOrder) -> Cell:
    """Return by which scopes it is offered in a region, paid in one way."""
    by_answer: dict[Availability, list[DeploymentType]] = {}
    for kind in order.view.shown_types:
        if kind.billing is billing:
            known = entry.availability(kind.id, region.id)
            by_answer.setdefault(known, []).append(kind)
    words = order.words
    offers = (entry.offers.get(kind.id) for kinds in by_answer.values() for kind in kinds)
    sources = unique(source for offer in offers if offer is not None for source in offer.sources)
    told, sign = [], ""
    for known, mark in _MARKS.items():
        kinds = sorted(by_answer.get(known, ()), key=lambda each: -each.scope.position)
        if not kinds:
            continue
        scopes = ", ".join(words.named(kind.scope, "scope_") for kind in kinds)
        alone = len(by_answer) == 1 and known is not Availability.OFFERED
        told.append(words(known.value) if alone else f"{words(known.value)}: {scopes}")
        sign += mark or "".join(SCOPE_SIGNS.get(kind.scope, "●") for kind in kinds)
    sign = sign if sign == _NO else sign.replace(_NO, "")
    held = CellKind.UNKNOWN if set(by_answer) == {Availability.UNKNOWN} else CellKind.TEXT
    if Availability.CONFLICT in by_answer:
        held = CellKind.CONFLICT
    return Cell(held, "; ".join(told), sources=sources, sign=sign)


_MARKS = {
    Availability.OFFERED: "",
    Availability.CONFLICT: _DISPUTED,
    Availability.UNKNOWN: _OPEN,
    Availability.NOT_OFFERED: _NO,
}
"""The sign of each answer; of an offer it is that of its scope."""


def _no(entry: Entry, order: SheetOrder) -> str:
    """Return that it is not offered, with the dates of the sources."""
    return order.dated_no(
        order.dates((entry,), (FactKind.AVAILABILITY,)).get(FactKind.AVAILABILITY)
    )


def _below(entry: Entry, left_out: int, order: SheetOrder) -> Iterator[Sentence]:
    words = order.words
    if left_out:
        yield Sentence(words("offers_nowhere_else", count=left_out, no=_no(entry, order)))
    if order.data_zones and any(each.data_zone_disputed for each in _regions(order)):
        yield Sentence(words("offers_zone_disputed"))
    for each in regions_by_type(entry, order.view, order.view.shown_types):
        until = each.together.until
        if each.regions.offered and until is not None:
            name = each.name.in_language(order.language)
            end = end_told(until, order.day, order.language)
            yield Sentence(f"{name}: {end}", each.together.sources)


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
