# SPDX-License-Identifier: MIT
"""The chart of the lowest prices (input, output) and the context window of compared entries."""

from collections.abc import Sequence
from decimal import Decimal

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.lowest_price import is_plain
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.charts.chart import Amount, Chart, Fill, Row, Rows
from azmodels_gui.language import figures
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.price_rows import concerns

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


def _chart(found: Sequence[_Found], highs: tuple[float, ...], order: SheetOrder) -> Chart:
    words = order.words
    rows = tuple(row for row, _ in found)
    fills = {amount.fill for row in rows for amount in row.groups[0] if amount.value is not None}
    legend = [(fill, words(category.value)) for category, fill in _CATEGORIES]
    if Fill.OPEN in fills:
        legend.append((Fill.OPEN, words("secondary")))
    summary = "; ".join(f"{row.name}: {' / '.join(row.told[1:-1])}" for row in rows)
    sources = tuple(dict.fromkeys(source for _, each in found for source in each))
    headings = (words("price_chart_axis"), words("context_label"))
    body = Rows(headings, highs, rows)
    return Chart(words("price_chart"), body, 0, summary, sources, tuple(legend))


def _row(entry: Entry, order: SheetOrder) -> _Found:
    priced = order.conversion.priced(entry)
    amounts, sources = [], []
    for category, fill in _CATEGORIES:
        price = _lowest(priced, category, order)
        amounts.append(_amount(price, fill, order))
        sources += [] if price is None else [price.source]
    context = entry.version.limits.context_window
    shown = Amount(Fill.FAINT, None, order.words("unknown"))
    if context is not None:
        told = figures.number(context.tokens, order.language)
        shown = Amount(Fill.FAINT, float(context.tokens), told)
        sources.append(context.source)
    return Row(entry.title, (tuple(amounts), (shown,))), tuple(sources)


def _lowest(entry: Entry, category: TokenCategory, order: SheetOrder) -> Price | None:
    """Return the lowest plain price in force that is in the currency of the sheet."""
    plain = [
        price
        for price in prices_on(entry, order.day)
        if is_plain(price, category, price.currency) and concerns(price, order)
    ]
    best = min(plain, key=lambda price: (price.secondary, price.amount), default=None)
    wanted = order.conversion.currency
    if best is None or order.conversion.converted(best.amount, best.currency)[1] != wanted:
        return None
    return best


def _amount(price: Price | None, fill: Fill, order: SheetOrder) -> Amount:
    """Return the bar of a price with its scope; one of a secondary source is an outline."""
    if price is None:
        return Amount(fill, None, order.words("unknown"))
    cell = order.cells.price(price.amount, price.currency, price.source)
    text = cell.text
    if price.scope is not None:
        text = order.words("price_row", what=text, scope=order.words.named(price.scope, "scope_"))
    if price.secondary:
        text = order.words("price_secondary", amount=text)
    value = float(Decimal(str(cell.value)))
    return Amount(Fill.OPEN if price.secondary else fill, value, text)
