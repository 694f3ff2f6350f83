# SPDX-License-Identifier: MIT
"""The comparison sheet: entries side by side, section by section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.reports.availability_rows import availability
from azmodels_gui.reports.capacity_rows import capacity
from azmodels_gui.reports.frame import Content, framed
from azmodels_gui.reports.lifecycle_rows import lifecycle, limits
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.overview_rows import capabilities, overview, use_cases
from azmodels_gui.reports.price_chart import price_charts
from azmodels_gui.reports.price_rows import other_prices, token_prices
from azmodels_gui.reports.remarks import remarks
from azmodels_gui.reports.sheet import (
    Block,
    Column,
    Group,
    Part,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)


def comparison_sheet(entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return the sheet that compares some entries, in their order."""
    words = order.words
    table = comparison_table(entries, order)
    blocks: tuple[Block, ...] = (table, *price_charts(entries, order))
    content = Content(
        kind=SheetKind.COMPARISON,
        title=words("comparison"),
        parts=(Part("comparison", "", blocks),),
        head=region_lines(order),
        assumptions=price_assumptions(order),
        remarks=remarks(entries, (table,), order),
        dates=order.dates(entries),
    )
    return framed(content, order)


def comparison_table(entries: Sequence[Entry], order: SheetOrder) -> Table:
    """Return the table alone; the window's page is made of the same groups."""
    groups = tuple(group for group in sections(entries, order) if group.rows)
    if len(entries) == 1:
        groups = tuple(_without_differences(group) for group in groups)
    columns = tuple(Column(entry.title) for entry in entries)
    legend = order.words("legend_comparison") if len(entries) > 1 else ""
    return Table(order.words("model"), columns, groups, legend)


def sections(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Group]:
    """Yield the sections of a comparison from top to bottom."""
    yield overview(entries, order)
    yield lifecycle(entries, order)
    yield limits(entries, order)
    yield from availability(entries, order)
    yield token_prices(entries, order)
    other = other_prices(entries, order)
    if other is not None:
        yield other
    yield capacity(entries, order)
    yield use_cases(entries, order)
    yield capabilities(entries, order)


def region_lines(order: SheetOrder) -> tuple[str, ...]:
    """Return the line of the head that names the chosen regions."""
    if not order.regions:
        return (order.words("all_regions"),)
    names = ", ".join(region.name for region in order.regions)
    return (order.words("in_regions", regions=names),)


def price_assumptions(order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what every table of prices takes for granted."""
    keys = ("assume_standard", "assume_month", "assume_no_cache", "assume_no_discount")
    return tuple(Sentence(order.words(key)) for key in keys)


def _without_differences(group: Group) -> Group:
    return replace(group, rows=tuple(replace(row, differs=False) for row in group.rows))
