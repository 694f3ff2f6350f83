# SPDX-License-Identifier: MIT
"""Prices of an entry as a table: in force first, then the ended and the coming ones."""

from collections.abc import Iterator, Sequence
from datetime import date

from azmodels_gui.app.commands.entry_details import prices_by_time
from azmodels_gui.app.commands.sourced import Sourced
from azmodels_gui.app.commands.text_table import aligned
from azmodels_gui.app.commands.viewpoint import Viewpoint
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.reports import price_words

SHOWN = {"in_force": 80, "expired": 8, "future": 20}
"""Rows of each time; the JSON has all of them."""
NAMED_REGIONS = 2

_RIGHT = frozenset({1})


def price_lines(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield the prices by time, with a number for those that are left out."""
    words = said.words
    for time, prices in prices_by_time(entry.prices, view.day).items():
        if not prices:
            continue
        shown = sorted(prices, key=_order)[: SHOWN[time]]
        yield f"{words(time)}:"
        yield from (f"  {line}" for line in _table(shown, said))
        if len(prices) > len(shown):
            yield "  " + words("more", count=len(prices) - len(shown))


def _order(price: Price) -> tuple[int, int, int, int, str, date]:
    """Sort by scope, tier, context and what is paid for, as somebody would look it up."""
    return (
        -1 if price.scope is None else price.scope.position,
        price.tier.position + price.fine_tuned * (len(PriceTier) + 1),
        -1 if price.context_band is None else price.context_band.position,
        price.category.position,
        price.variant,
        price.effective_from or date.min,
    )


def _table(prices: Sequence[Price], said: Sourced) -> list[str]:
    words = said.words
    header = [words(key) for key in ("what", "amount", "per", "where", "how", "from", "until")]
    rows = [[*_cells(price, words), said.cite(price.source)] for price in prices]
    return aligned([*header, words("source")], rows, _RIGHT)


def _cells(price: Price, words: Words) -> list[str]:
    return [
        price_words.category(price.category, words.language),
        f"{words.decimal(price.amount)} {price.currency}",
        price_words.unit(price.unit, words.language),
        " ".join(_where(price, words)),
        ", ".join(_how(price, words)),
        _day(price.effective_from, words),
        _until(price, words),
    ]


def _where(price: Price, words: Words) -> Iterator[str]:
    if price.scope is not None:
        yield words.named(price.scope, "scope_")
    if price.data_zone is not None:
        yield price.data_zone
    if len(price.regions) > NAMED_REGIONS:
        yield words("regions", count=len(price.regions))
    else:
        yield from price.regions


def _how(price: Price, words: Words) -> Iterator[str]:
    if price.tier is not PriceTier.STANDARD:
        yield price_words.in_words(price_words.TIERS, price.tier, words.language)
    if price.context_band is not None:
        yield price_words.in_words(price_words.BANDS, price.context_band, words.language)
    if price.fine_tuned:
        yield words("fine_tuned")
    if price.variant:
        yield price.variant
    if price.secondary:
        yield words("secondary")


def _until(price: Price, words: Words) -> str:
    if price.effective_until is None and price.at_least_until is not None:
        return words("at_least", day=words.day(price.at_least_until))
    return _day(price.effective_until, words)


def _day(day: date | None, words: Words) -> str:
    return "" if day is None else words.day(day)
