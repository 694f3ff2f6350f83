# SPDX-License-Identifier: MIT
"""Bars of the lowest prices (input, output) and the context window of compared entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.lowest_price import is_plain
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.language import figures
from azmodels_gui.reports import svg
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.price_rows import concerns
from azmodels_gui.reports.sheet import Chart

WIDTH, NAME_WIDTH, ROW, TOP, GAP = 720, 190, 40, 40, 16
VALUE_WIDTH = 74
LONGEST_NAME = 25
MOST_ROWS = 10
"""Entries of one chart; more would be too high for a page."""
_CATEGORIES = (TokenCategory.INPUT, TokenCategory.OUTPUT)


@dataclass(frozen=True)
class Bars:
    """What one entry shows; None: unknown."""

    name: str
    prices: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    context: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Scale:
    """What the longest bars stand for."""

    price: Decimal
    context: int


def price_charts(entries: Sequence[Entry], order: SheetOrder) -> tuple[Chart, ...]:
    """Return charts of a few entries each, all to one scale.

    None where fewer than two entries have a price to show.
    """
    bars = [_bars(entry, order) for entry in entries]
    if sum(any(price is not None for price in each.prices) for each in bars) < 2:
        return ()
    scale = Scale(
        max((price for each in bars for price in each.prices if price), default=Decimal(1)),
        max((each.context or 0 for each in bars), default=1) or 1,
    )
    parts = (bars[first : first + MOST_ROWS] for first in range(0, len(bars), MOST_ROWS))
    return tuple(_chart(part, scale, order) for part in parts)


def _chart(bars: Sequence[Bars], scale: Scale, order: SheetOrder) -> Chart:
    height = TOP + ROW * len(bars) + 4
    title = order.words("price_chart")
    summary = "; ".join(f"{each.name}: {' / '.join(each.texts)}" for each in bars)
    picture = svg.drawing(WIDTH, height, _parts(bars, scale, order), title)
    sources = dict.fromkeys(source for each in bars for source in each.sources)
    return Chart(title, picture, WIDTH, height, summary, tuple(sources))


def _bars(entry: Entry, order: SheetOrder) -> Bars:
    priced = order.conversion.priced(entry)
    found = [_lowest(priced, category, order) for category in _CATEGORIES]
    context = entry.version.limits.context_window
    unknown = order.words("unknown")
    return Bars(
        entry.title,
        tuple(None if each is None else each[0] for each in found),
        tuple(unknown if each is None else each[1] for each in found),
        None if context is None else context.tokens,
        tuple(each[2] for each in found if each is not None)
        + (() if context is None else (context.source,)),
    )


def _lowest(
    entry: Entry, category: TokenCategory, order: SheetOrder
) -> tuple[Decimal, str, str] | None:
    """Return the lowest plain price in force: amount, text, source."""
    plain = [
        price
        for price in prices_on(entry, order.day)
        if is_plain(price, category, price.currency) and concerns(price, order)
    ]
    best = min(plain, key=lambda price: (price.secondary, price.amount), default=None)
    if best is None:
        return None
    cell = order.cells.price(best.amount, best.currency, best.source)
    if cell.currency != order.conversion.currency:
        return None
    return Decimal(str(cell.value)), cell.text, best.source


def _parts(bars: Sequence[Bars], scale: Scale, order: SheetOrder) -> Iterator[str]:
    words = order.words
    room = (WIDTH - NAME_WIDTH - 2 * VALUE_WIDTH - GAP) / 2
    second = NAME_WIDTH + room + VALUE_WIDTH + GAP
    yield svg.label(0, 12, words("price_chart_axis"), size=9.5, fill=svg.MUTED)
    yield from _key(NAME_WIDTH, 20, order)
    yield svg.label(second, 12, words("context_label"), size=9.5, fill=svg.MUTED)
    for position, each in enumerate(bars):
        y = TOP + position * ROW
        yield svg.line(0, y - 4, WIDTH, y - 4)
        yield svg.label(0, y + 18, _cut(each.name), font_weight="bold")
        for index, (price, text) in enumerate(zip(each.prices, each.texts, strict=True)):
            top = y + 3 + index * 15
            length = 0.0 if price is None else float(price / scale.price) * room
            yield from _bar(NAME_WIDTH, top, length, svg.TONES[index], text)
        context = words("unknown") if each.context is None else _number(each.context, order)
        length = 0.0 if each.context is None else each.context / scale.context * room
        yield from _bar(second, y + 10, length, svg.FAINT, context)


def _key(x: float, y: float, order: SheetOrder) -> Iterator[str]:
    for index, word in enumerate(("input", "output")):
        left = x + index * 90
        yield svg.bar(left, y, 9, 9, svg.TONES[index])
        yield svg.label(left + 13, y + 8, order.words(word), size=9.5)


def _bar(x: float, y: float, length: float, fill: str, text: str) -> Iterator[str]:
    if length > 0:
        yield svg.bar(x, y, max(length, 1.0), 11, fill)
    yield svg.label(x + length + 5, y + 9.5, text, size=9.5)


def _number(value: int, order: SheetOrder) -> str:
    return figures.number(value, order.language)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:14]}…{name[-10:]}"
