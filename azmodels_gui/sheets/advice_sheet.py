# SPDX-License-Identifier: MIT
"""The article's tables, kept up to date by the catalogue: for the guide's pages and for paper."""

from collections.abc import Callable, Iterable, Iterator

from azmodels_gui.answers.advice import (
    NOTES_OF,
    Advice,
    RegionChoice,
    Topic,
    all_advice,
    notes_about,
    region_choices,
    speech_entries,
    speech_sections,
)
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.language import figures
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import DASH, groups
from azmodels_gui.sheets.comparison_sheet import price_assumptions
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.guide_told import today_told
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import (
    Block,
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


def advice_sheet(index: CatalogIndex, order: SheetOrder) -> Sheet:
    """Return all pages of advice one after the other."""
    beside = speech_entries(index.entries, order.view)
    content = Content(
        kind=SheetKind.ADVICE,
        title=order.words("advice_sheet"),
        parts=tuple(part for topic in Topic if (part := advice_part(topic, index, order)).blocks),
        assumptions=price_assumptions(order),
        remarks=disputed(beside, order),
        dates={kind: index.fact_dates[kind] for kind in _KINDS if kind in index.fact_dates},
    )
    return framed(content, order)


_KINDS = (FactKind.AVAILABILITY, FactKind.PRICES, FactKind.LIFECYCLE)


def advice_part(topic: Topic, index: CatalogIndex, order: SheetOrder) -> Part:
    """Return one page: its notes, and its table where there is one."""
    blocks = (*_notes(topic, order), *_TABLES[topic](index, order))
    return Part(topic.value, order.words(f"advice_{topic}"), tuple(blocks))


def _notes(topic: Topic, order: SheetOrder) -> Iterator[Block]:
    notes = [note for about in NOTES_OF[topic] for note in notes_about(about, order.catalog)]
    if notes:
        told = (Sentence(note.text.in_language(order.language), (note.source,)) for note in notes)
        yield Text(tuple(told), points=True)


def _of_2025(order: SheetOrder) -> Text:
    day = figures.day(order.day, order.language)
    return Text((Sentence(order.words("advice_of_2025", day=day)),))


def _models(_index: CatalogIndex, order: SheetOrder) -> Iterator[Block]:
    advice = all_advice(order.view)
    if advice:
        yield _of_2025(order)
        yield _advice_table(advice, order)


def _advice_table(advice: Iterable[Advice], order: SheetOrder) -> Table:
    words = order.words
    columns = (
        Column(words("advice_named"), weight=3),
        Column(words("advice_why"), weight=4),
        Column(words("advice_start")),
        Column(words("advice_switch"), weight=3),
    )
    rows = tuple(_advice_row(each, order) for each in advice)
    return Table(words("advice_use_case"), columns, (Group("models", "", rows),), by_column=True)


def _advice_row(advice: Advice, order: SheetOrder) -> Row:
    cells = order.cells
    models = "; ".join(today_told(each, order.words) for each in advice.models)
    start = DASH if advice.start_with is None else order.words.named(advice.start_with)
    return Row(
        advice.use_case.id,
        advice.use_case.name.in_language(order.language),
        (
            cells.text(models, *advice.sources),
            cells.text(_local(advice.why, order), advice.source),
            cells.text(start, advice.source),
            cells.text(_local(advice.switch, order), advice.source),
        ),
    )


def _capacity(_index: CatalogIndex, order: SheetOrder) -> Iterator[Block]:
    """Yield the use cases by how to begin, each with when to change."""
    words = order.words
    advice = all_advice(order.view)
    groups = []
    for billing in (Billing.PAYG, Billing.PROVISIONED):
        begun = [each for each in advice if each.start_with is billing]
        rows = tuple(
            Row(
                f"{billing}:{each.use_case.id}",
                each.use_case.name.in_language(order.language),
                (order.cells.text(_local(each.switch or each.why, order), each.source),),
            )
            for each in begun
        )
        if rows:
            groups.append(Group(billing.value, words(f"advice_begin_{billing}"), rows))
    if groups:
        yield _of_2025(order)
        columns = (Column(words("advice_switch"), weight=4),)
        yield Table(words("advice_use_case"), columns, tuple(groups), by_column=True)


def _speech(index: CatalogIndex, order: SheetOrder) -> Iterator[Block]:
    shown = speech_entries(index.entries, order.view)
    if shown:
        yield Text((Sentence(order.words("no_conversion")),))
        columns = tuple(Column(entry.title) for entry in shown)
        told = groups(speech_sections(shown, order.view), order)
        yield Table(order.words("model"), columns, told)


def _places(index: CatalogIndex, order: SheetOrder) -> Iterator[Block]:
    words = order.words
    choices = sorted(region_choices(index), key=lambda each: -each.by_scope[Scope.REGIONAL])
    if not choices:
        return
    columns = (
        Column(words("advice_zone")),
        *(Column(capitalized(words.named(scope, "scope_")), figures=True) for scope in _SCOPES),
        Column(words("advice_on_ptu"), figures=True),
    )
    zones = order.zone_names
    by_group: dict[str, list[Row]] = {}
    for each in choices:
        row = _choice_row(each, zones, order)
        by_group.setdefault(each.region.geography_group, []).append(row)
    first = sorted(by_group, key=lambda name: (name != "Europe", name))
    told = tuple(Group(name, _area(name, order), tuple(by_group[name])) for name in first)
    yield Text((Sentence(words("advice_choice")),))
    yield Table(words("advice_region"), columns, told)


_SCOPES = (Scope.REGIONAL, Scope.DATA_ZONE, Scope.GLOBAL)


def _choice_row(found: RegionChoice, zones: dict[str, str], order: SheetOrder) -> Row:
    cells, region = order.cells, found.region
    zone = DASH if region.data_zone is None else zones.get(region.data_zone, region.data_zone)
    if region.data_zone_disputed:
        zone = order.words("advice_disputed_zone", zone=zone)
    counts = (*(found.by_scope[scope] for scope in _SCOPES), found.provisioned)
    return Row(
        region.id,
        region.name,
        (cells.text(zone, region.source), *(cells.number(each, region.source) for each in counts)),
    )


def _area(name: str, order: SheetOrder) -> str:
    key = f"group_{name}"
    return order.words(key) if order.words.has(key) else name


def _nothing(_index: CatalogIndex, _order: SheetOrder) -> Iterator[Block]:
    return iter(())


def _local(text: LocalText | None, order: SheetOrder) -> str:
    return DASH if text is None else text.in_language(order.language)


Tables = Callable[[CatalogIndex, SheetOrder], Iterator[Block]]
_TABLES: dict[Topic, Tables] = {
    Topic.MODELS: _models,
    Topic.CAPACITY: _capacity,
    Topic.SPEECH: _speech,
    Topic.PLACES: _places,
    Topic.OPERATIONS: _nothing,
}
