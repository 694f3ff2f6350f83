# SPDX-License-Identifier: MIT
"""Prices of an entry as a table: in force first, then the ended and the coming ones."""

from collections.abc import Iterator, Sequence

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import promised_told
from azmodels_gui.catalog.prices import Price
from azmodels_gui.cli.entry_details import prices_by_time
from azmodels_gui.cli.sourced import Sourced
from azmodels_gui.cli.text_table import aligned
from azmodels_gui.cli.words import Words
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.fact_tables import price_rank, price_row

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
        shown = sorted(prices, key=price_rank)[: SHOWN[time]]
        yield f"{words(time)}:"
        yield from (f"  {line}" for line in _table(shown, said))
        if len(prices) > len(shown):
            yield "  " + words("more", count=len(prices) - len(shown))


def _table(prices: Sequence[Price], said: Sourced) -> list[str]:
    words = said.words
    header = [words(key) for key in ("what", "amount", "per", "where", "how", "from", "until")]
    rows = [[*_cells(price, said), said.cite(price.source)] for price in prices]
    return aligned([*header, words("source")], rows, _RIGHT)


def _cells(price: Price, said: Sourced) -> list[str]:
    # On one line there is room for few regions, and a promise stands where the end does.
    row = price_row(price.but(at_least_until=None), said.order)
    told = [cell.text.replace(NO_BREAK_SPACE, " ") for cell in row.cells]
    promised = promised_told(price, said.words.language)
    where = " ".join(_where(price, said.words))
    return [row.label, *told[:2], where, *told[3:5], promised or told[5]]


def _where(price: Price, words: Words) -> Iterator[str]:
    if price.scope is not None:
        yield words.named(price.scope, "scope_")
    if price.data_zone is not None:
        yield price.data_zone
    if len(price.regions) > NAMED_REGIONS:
        yield words("regions", count=len(price.regions))
    else:
        yield from price.regions
