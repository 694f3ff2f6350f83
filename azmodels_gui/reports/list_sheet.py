# SPDX-License-Identifier: MIT
"""The list sheet: the entries that fit a filter, one row each."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.filter_words import filters_in_words
from azmodels_gui.catalog.lowest_price import lowest_price
from azmodels_gui.catalog.offered import scopes_of, strongest
from azmodels_gui.catalog.query_result import QueryResult
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.catalog.unknown_words import unknown_told
from azmodels_gui.reports.availability_rows import availability_cell, shown_types
from azmodels_gui.reports.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.reports.frame import Content, framed
from azmodels_gui.reports.lifecycle_rows import (
    days_left_cell,
    limit_cell,
    retirement_cell,
    stage_cell,
)
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.remarks import conflicts
from azmodels_gui.reports.sheet import (
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
from azmodels_gui.reports.sheet_words import capitalized

LISTED = (FactKind.AVAILABILITY, FactKind.PRICES, FactKind.LIFECYCLE, FactKind.LIMITS)
"""Kinds of facts in a list."""
MAX_REMARKS = 40
"""Conflicts that a list spells out; of the others it tells the number."""


def list_sheet(
    entries: Sequence[Entry], order: SheetOrder, result: QueryResult | None = None
) -> Sheet:
    """Return the list of some entries.

    Args:
        entries: what fits, in their order.
        order: what the user asks for.
        result: of the filter that they fit, for the head; None: there is none.
    """
    words, catalog = order.words, order.catalog
    filters = () if result is None else filters_in_words(result.query, catalog, order.language)
    total = sum(len(model.versions) for model in order.catalog.models)
    counted = words("count_of", count=len(entries), total=total)
    block = list_table(entries, order) if entries else Text((Sentence(words("nothing_fits")),))
    content = Content(
        kind=SheetKind.LIST,
        title=words("list"),
        parts=(Part("list", "", (block,)),),
        head=(*region_lines(order), *filters, counted, *_left_out(result, order)),
        assumptions=price_assumptions(order),
        remarks=_remarks(entries, order),
        dates=order.dates(entries, LISTED),
    )
    return framed(content, order)


def _left_out(result: QueryResult | None, order: SheetOrder) -> Iterator[str]:
    """Yield how many entries are not listed because it is unknown whether they fit."""
    told = "" if result is None else unknown_told(result, order.language)
    if told:
        yield told


def list_table(entries: Sequence[Entry], order: SheetOrder) -> Table:
    """Return the table alone."""
    words = order.words
    currency = order.conversion.currency
    columns = (
        Column(words("version")),
        Column(words("provider")),
        Column(words("stage"), weight=2),
        Column(words("retirement")),
        Column(words("days_left"), figures=True),
        Column(words("context_window"), figures=True),
        Column(words("price_input", currency=currency), figures=True),
        Column(words("price_output", currency=currency), figures=True),
        *(Column(capitalized(words.named(scope, "scope_"))) for scope in scopes_of(order.catalog)),
    )
    providers = {each.id: each.name for each in order.catalog.providers}
    rows = tuple(_row(entry, providers, order) for entry in entries)
    groups = (Group("list", "", rows),)
    dates = order.dates(entries, (FactKind.AVAILABILITY,))
    legend = words("list_legend", no=order.dated_no(dates.get(FactKind.AVAILABILITY)))
    return Table(words("model"), columns, groups, legend, by_column=True, signs=True)


def _row(entry: Entry, providers: dict[str, str], order: SheetOrder) -> Row:
    cells, model = order.cells, entry.model
    return Row(
        entry.title,
        model.id,
        (
            cells.text(entry.version.version or "–"),
            cells.text(providers.get(model.provider, model.provider)),
            stage_cell(entry, order),
            retirement_cell(entry, order),
            days_left_cell(entry, order),
            limit_cell(entry, "context_window", order),
            _price(entry, TokenCategory.INPUT, order),
            _price(entry, TokenCategory.OUTPUT, order),
            *(_scope(entry, scope, order) for scope in scopes_of(order.catalog)),
        ),
    )


def _price(entry: Entry, category: TokenCategory, order: SheetOrder) -> Cell:
    for currency in order.conversion.currencies:
        found = lowest_price(entry, category, order.day, currency)
        if found is not None:
            return order.cells.price(found.amount, found.currency, found.source)
    return order.cells.unknown()


def _scope(entry: Entry, scope: Scope, order: SheetOrder) -> Cell:
    """Return whether it is offered with a scope in some chosen region, or anywhere."""
    regions = order.regions or order.catalog.regions
    kinds = [kind.id for kind in shown_types(order) if kind.scope is scope]
    known = strongest(entry.availability(kind, region.id) for kind in kinds for region in regions)
    return availability_cell(known, [entry.offers.get(kind) for kind in kinds], order)


def _remarks(entries: Sequence[Entry], order: SheetOrder) -> tuple[Sentence, ...]:
    found = [each for entry in entries for each in conflicts(entry, order)]
    if not found:
        return (Sentence(order.words("remark_none_conflict")),)
    if len(found) <= MAX_REMARKS:
        return tuple(found)
    more = order.words("remark_more", count=len(found) - MAX_REMARKS)
    return (*found[:MAX_REMARKS], Sentence(more))
