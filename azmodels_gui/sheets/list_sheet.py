# SPDX-License-Identifier: MIT
"""The list sheet: the entries that fit a filter, one row each."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from azmodels_gui.answers.answer import known, message
from azmodels_gui.answers.availability import with_scope
from azmodels_gui.answers.lifecycle import days_left, retirement, stage
from azmodels_gui.answers.overview import limit, provider
from azmodels_gui.answers.prices import MAIN, entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.filter_words import filters_in_words, unknown_told
from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.catalog.offered import scopes_of
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.comparison_sheet import price_assumptions, region_lines
from azmodels_gui.sheets.fact_prices import explained, signed
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import (
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
    filters: tuple[str, ...] = ()
    if result is not None:
        similar = result.is_similar
        filters = filters_in_words(result.query, catalog, order.language, similar=similar)
    total = sum(len(model.versions) for model in order.catalog.models)
    counted = words("count_of", count=len(entries), total=total)
    view = order.view
    if result is not None:
        query = result.query
        view = replace(
            view,
            data_zones=query.data_zones,
            countries=query.countries,
            deployment_types=query.deployment_types,
        )
    block = (
        list_table(entries, view, order) if entries else Text((Sentence(words("nothing_fits")),))
    )
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


def list_table(entries: Sequence[Entry], view: Viewpoint, order: SheetOrder) -> Table:
    """Return the table alone."""
    words = order.words
    currency = order.conversion.currency
    columns = (
        Column(words("version")),
        # Name and price stand on one page, however narrow it is.
        Column(words("price_input", currency=currency), figures=True),
        Column(words("price_output", currency=currency), figures=True),
        Column(words("provider")),
        Column(words("stage"), weight=2),
        Column(words("retirement")),
        Column(words("days_left"), figures=True),
        Column(words("context_window"), figures=True),
        *(Column(capitalized(words.named(scope, "scope_"))) for scope in scopes_of(order.catalog)),
    )
    rows = tuple(_row(entry, view, order) for entry in entries)
    groups = (Group("list", "", rows),)
    dates = order.dates(entries, (FactKind.AVAILABILITY,))
    legend = words("list_legend", no=order.dated_no(dates.get(FactKind.AVAILABILITY)))
    made = Table(words("model"), columns, groups, legend, by_column=True, signs=True)
    return explained(made, order)


def _row(entry: Entry, view: Viewpoint, order: SheetOrder) -> Row:
    version = known(entry.version.version or message("dash"))
    told = (
        version,
        *(entry_price(entry, category, view) for category in MAIN),
        *(provider(entry, view), stage(entry, view), retirement(entry, view)),
        *(days_left(entry, view), limit(entry, "context_window", view)),
        *(with_scope(entry, scope, view) for scope in scopes_of(order.catalog)),
    )
    cells = (signed(cell(each, order), order) for each in told)
    return Row(entry.title, entry.model.id, tuple(cells))


def _remarks(entries: Sequence[Entry], order: SheetOrder) -> tuple[Sentence, ...]:
    found = disputed(entries, order)
    if len(found) <= MAX_REMARKS:
        return found
    more = order.words("remark_more", count=len(found) - MAX_REMARKS)
    return (*found[:MAX_REMARKS], Sentence(more))
