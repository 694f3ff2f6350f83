# SPDX-License-Identifier: MIT
"""The comparison sheet: entries side by side, section by section."""

from collections.abc import Sequence

from msgspec.structs import replace

from azmodels_gui.answers.key_facts import key_facts
from azmodels_gui.answers.sources import sections
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.sheets.answer_cells import groups
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.price_chart import price_charts
from azmodels_gui.sheets.remarks import remarks
from azmodels_gui.sheets.sheet import Block, Column, Group, Part, Sentence, Sheet, SheetKind, Table


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
        # What is unknown among the key facts stands below as well.
        remarks=remarks(entries, (replace(table, groups=table.groups[1:]),), order),
        dates=order.dates(entries),
    )
    return framed(content, order)


def comparison_table(entries: Sequence[Entry], order: SheetOrder) -> Table:
    """Return the table alone; the window's page is made of the same groups."""
    view = order.view
    told = groups((key_facts(entries, view), *sections(entries, view)), order)
    if len(entries) == 1:
        told = tuple(_without_differences(group) for group in told)
    columns = tuple(Column(entry.title) for entry in entries)
    legend = order.words("legend_comparison") if len(entries) > 1 else ""
    return Table(order.words("model"), columns, told, legend)


def region_lines(order: SheetOrder) -> tuple[str, ...]:
    """Return the lines of the head that name the chosen place."""
    zones = ", ".join(order.zone_names.get(zone, zone) for zone in order.data_zones)
    inside = (order.words("inside_zones", zones=zones),) if zones else ()
    if not order.regions:
        return inside or (order.words("all_regions"),)
    names = ", ".join(region.name for region in order.regions)
    return (*inside, order.words("in_regions", regions=names))


def price_assumptions(order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what every table of prices takes for granted."""
    keys = ("assume_standard", "assume_month", "assume_no_cache", "assume_no_discount")
    return tuple(Sentence(order.words(key)) for key in keys)


def _without_differences(group: Group) -> Group:
    return replace(group, rows=tuple(replace(row, differs=False) for row in group.rows))
