# SPDX-License-Identifier: MIT
"""Cells with a price: the lowest plain one in force, or that the last one has ended."""

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.lowest_price import last_ended_price, lowest_price
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels.cell_context import CellContext
from azmodels_gui.qtmodels.formats import day, money

_ENDED = N_("Last known price: {price}, until {date}")
_SINCE = N_("Since {date}")
_SECONDARY = N_("From a list that copies prices, not from the price list")


def text(entry: Entry, context: CellContext, category: TokenCategory) -> str:
    """Return the amount, "expired", or "unknown"."""
    price = lowest_price(entry, category, context.index.today)
    if price is not None:
        return money(price.amount, context.language, price.currency)
    ended = last_ended_price(entry, category, context.index.today)
    return context.word(labels.FIGURES, "unknown" if ended is None else "expired")


def sort_key(entry: Entry, context: CellContext, category: TokenCategory) -> float | None:
    """Sort by amount; a float is exact enough to sort by."""
    price = lowest_price(entry, category, context.index.today)
    return None if price is None else float(price.amount)


def tone(entry: Entry, context: CellContext, category: TokenCategory) -> str:
    """Return `muted` where no price is in force."""
    return "muted" if lowest_price(entry, category, context.index.today) is None else ""


def tooltip(entry: Entry, context: CellContext, category: TokenCategory) -> str:
    """Return since when the price holds or when the last one ended, and the source."""
    today = context.index.today
    price = lowest_price(entry, category, today)
    if price is not None:
        lines = _about(price, context)
    else:
        ended = last_ended_price(entry, category, today)
        lines = [] if ended is None else _about_ended(ended, context)
    return "\n".join(filter(None, lines))


def start_text(entry: Entry, context: CellContext) -> str:
    """Return since when the input price holds."""
    price = lowest_price(entry, TokenCategory.INPUT, context.index.today)
    if price is None or price.effective_from is None:
        return context.word(labels.FIGURES, "unknown")
    return day(price.effective_from, context.language)


def start_key(entry: Entry, context: CellContext) -> int | None:
    """Sort by the first day of the input price."""
    price = lowest_price(entry, TokenCategory.INPUT, context.index.today)
    start = None if price is None else price.effective_from
    return None if start is None else start.toordinal()


def start_tone(entry: Entry, context: CellContext) -> str:
    """Return `muted` where no source says since when."""
    return "muted" if start_key(entry, context) is None else ""


def start_tip(entry: Entry, context: CellContext) -> str:
    """Return the source of the input price."""
    return tooltip(entry, context, TokenCategory.INPUT)


def _about(price: Price, context: CellContext) -> list[str]:
    since = price.effective_from
    return [
        "" if since is None else _words(_SINCE, date=day(since, context.language)),
        _words(_SECONDARY) if price.secondary else "",
        context.source_line(price.source),
    ]


def _about_ended(price: Price, context: CellContext) -> list[str]:
    until = price.effective_until
    amount = money(price.amount, context.language, price.currency)
    last = "" if until is None else day(until, context.language)
    return [_words(_ENDED, price=amount, date=last), context.source_line(price.source)]


def _words(source: str, **values: str) -> str:
    return tr(source).format(**values)
