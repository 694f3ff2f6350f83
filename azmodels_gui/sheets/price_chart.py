# SPDX-License-Identifier: MIT
"""Charts of bars beside key facts: prices and context windows, or what a month costs."""

from collections.abc import Sequence
from decimal import Decimal

from azmodels_gui.answers.answer import Answer, Qualifier, cited
from azmodels_gui.answers.key_facts import lowest_price
from azmodels_gui.answers.overview import limit
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.charts.chart import Amount, Chart, Fill, Row, Rows
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets import sheet
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind

MOST_ROWS = 10
"""Entries of one chart; more would be too high for a page."""
_CATEGORIES = ((TokenCategory.INPUT, Fill.STRONG), (TokenCategory.OUTPUT, Fill.SOFT))
_Found = tuple[Row, tuple[str, ...]]
"""A row and the ids of its sources."""


def price_charts(entries: Sequence[Entry], order: SheetOrder) -> tuple[Chart, ...]:
    """Return charts of a few entries each, all to one scale.

    None where fewer than two entries have a price to show.
    """
    found = [_row(entry, order) for entry in entries]
    rows = [row for row, _ in found]
    if sum(any(amount.value is not None for amount in row.groups[0]) for row in rows) < 2:
        return ()
    highs = tuple(
        max((amount.value or 0.0 for row in rows for amount in row.groups[at]), default=0) or 1.0
        for at in (0, 1)
    )
    parts = (found[first : first + MOST_ROWS] for first in range(0, len(found), MOST_ROWS))
    return tuple(_chart(part, highs, order) for part in parts)


def scope_charts(entry: Entry, order: SheetOrder) -> tuple[Chart, ...]:
    """Return the chart of the prices of one entry, by where it is processed.

    None where fewer than two scopes have a price to show.
    """
    scopes = reversed([*order.view.paid_in])
    found = [(scope, _scope_row(entry, scope, order)) for scope in scopes]
    shown = [row for _, row in found if any(each.value is not None for each in row[0].groups[0])]
    if len(shown) < 2:
        return ()
    high = max(amount.value or 0.0 for row, _ in shown for amount in row.groups[0])
    return (_chart(shown, (high or 1.0,), order),)


def cost_charts(
    rows: Sequence[sheet.Row], names: Sequence[str], order: SheetOrder
) -> tuple[Chart, ...]:
    """Return the chart of what a month costs: models below each other, or the ways to pay one.

    None where fewer than two costs are known: there is nothing to compare.

    Args:
        rows: ways to pay by their keys, each with the cost of every model.
        names: of the models.
        order: place and language.
    """
    shown = [row for row in rows if any(each.kind is CellKind.MONEY for each in row.cells)]
    costs = [each for row in shown for each in row.cells if each.kind is CellKind.MONEY]
    if len(costs) < 2:
        return ()
    high = max(float(str(each.value)) for each in costs) or 1.0
    if len(names) == 1:
        headings: tuple[str, ...] = (order.words("costs"),)
        made = [Row(order.words(row.key), ((_cost(row.cells[0]),),)) for row in shown]
    else:
        headings = tuple(order.words(row.key) for row in shown)
        made = [
            Row(name, tuple((_cost(row.cells[at]),) for row in shown))
            for at, name in enumerate(names)
        ]
    summary = "; ".join(": ".join((row.name, " / ".join(row.told[1:]))) for row in made)
    sources = tuple(dict.fromkeys(source for each in costs for source in each.sources))
    body = Rows(headings, (high,) * len(headings), tuple(made))
    return (Chart(order.words("costs"), body, 0, summary, sources),)


def _cost(cell: Cell) -> Amount:
    known = cell.kind is CellKind.MONEY
    return Amount(Fill.STRONG, float(str(cell.value)) if known else None, cell.text)


def _scope_row(entry: Entry, scope: Scope, order: SheetOrder) -> _Found:
    view = order.view.paid_in[scope]
    prices = [(entry_price(entry, each, view), fill) for each, fill in _CATEGORIES]
    amounts = tuple(_amount(price, fill, order) for price, fill in prices)
    name = capitalized(order.words.named(scope, "scope_"))
    return Row(name, (amounts,)), cited([price for price, _ in prices])


def _chart(found: Sequence[_Found], highs: tuple[float, ...], order: SheetOrder) -> Chart:
    words = order.words
    rows = tuple(row for row, _ in found)
    fills = {amount.fill for row in rows for amount in row.groups[0] if amount.value is not None}
    legend = [(fill, words(category.value)) for category, fill in _CATEGORIES]
    if Fill.OPEN in fills:
        legend.append((Fill.OPEN, words("secondary")))
    summary = "; ".join(
        f"{row.name}: {' / '.join(amount.text for amount in row.groups[0])}" for row in rows
    )
    sources = tuple(dict.fromkeys(source for _, each in found for source in each))
    headings = (words("price_chart_axis"), words("context_label"))[: len(highs)]
    title = words("price_chart" if len(highs) > 1 else "price_chart_scopes")
    return Chart(title, Rows(headings, highs, rows), 0, summary, sources, tuple(legend))


def _row(entry: Entry, order: SheetOrder) -> _Found:
    prices = [(lowest_price(entry, each, order.view), fill) for each, fill in _CATEGORIES]
    amounts = tuple(_amount(price, fill, order) for price, fill in prices)
    context = limit(entry, "context_window", order.view)
    told, tokens = cell(context, order).text, context.value
    shown = Amount(Fill.FAINT, float(tokens) if isinstance(tokens, int) else None, told)
    return Row(entry.title, (amounts, (shown,))), cited([*(each for each, _ in prices), context])


def _amount(price: Answer, fill: Fill, order: SheetOrder) -> Amount:
    """Return the bar of a price with its scope; one of a secondary source is an outline."""
    told = cell(price, order)
    if told.kind is not CellKind.MONEY or told.currency != order.conversion.currency:
        return Amount(fill, None, order.words("unknown"))
    secondary = Qualifier.SECONDARY in price.qualifiers
    return Amount(Fill.OPEN if secondary else fill, float(Decimal(str(told.value))), told.text)
