# SPDX-License-Identifier: MIT
"""The coverage sheet: for each entry, regions against deployment types."""

from collections.abc import Iterator, Sequence

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.reports.availability_rows import offer_cell, shown_types
from azmodels_gui.reports.comparison_sheet import region_lines
from azmodels_gui.reports.frame import Content, framed
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.remarks import conflicts
from azmodels_gui.reports.sheet import (
    Block,
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


def coverage_sheet(entries: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return where some entries are offered, each in a part of its own."""
    words = order.words
    title = words("coverage_many", count=len(entries))
    if len(entries) == 1:
        title = words("coverage", name=entries[0].title)
    remarks = tuple(each for entry in entries for each in conflicts(entry, order))
    content = Content(
        kind=SheetKind.COVERAGE,
        title=title,
        parts=tuple(_part(entry, order) for entry in entries),
        head=region_lines(order),
        remarks=remarks or (Sentence(words("remark_none_conflict")),),
    )
    return framed(content, order)


def _part(entry: Entry, order: SheetOrder) -> Part:
    """Return the table of the regions where something is known, and the others in words."""
    regions = order.regions or order.catalog.regions
    known = {region.id: _answers(entry, region, order) for region in regions}
    shown = [each for each in regions if order.regions or _says_something(known[each.id])]
    rest = [each for each in regions if each not in shown]
    nowhere = [each.name for each in rest if Availability.UNKNOWN not in known[each.id]]
    silent = [each.name for each in rest if Availability.UNKNOWN in known[each.id]]
    blocks: list[Block] = []
    if shown:
        blocks.append(_table(entry, shown, order))
    told = tuple(_rest(nowhere, silent, order))
    if told:
        blocks.append(Text(told))
    return Part(f"coverage:{entry.title}", entry.title, tuple(blocks))


def _answers(entry: Entry, region: Region, order: SheetOrder) -> set[Availability]:
    return {entry.availability(kind.id, region.id) for kind in shown_types(order)}


def _says_something(known: set[Availability]) -> bool:
    return bool(known & {Availability.OFFERED, Availability.CONFLICT})


def _table(entry: Entry, regions: Sequence[Region], order: SheetOrder) -> Table:
    kinds = tuple(shown_types(order))
    columns = tuple(Column(order.kind_name(kind)) for kind in kinds)
    groups: dict[str, list[Row]] = {}
    for region in regions:
        cells = tuple(offer_cell(entry, kind.id, region.id, order) for kind in kinds)
        row = Row(region.id, region.name, cells)
        groups.setdefault(region.geography_group, []).append(row)
    made = tuple(
        Group(name, _group_name(name, order), tuple(rows)) for name, rows in groups.items()
    )
    return Table(
        order.words("region"), columns, made, order.words("coverage_legend"), by_column=True
    )


def _group_name(name: str, order: SheetOrder) -> str:
    key = f"group_{name}"
    return order.words(key) if order.words.has(key) else name


def _rest(nowhere: Sequence[str], silent: Sequence[str], order: SheetOrder) -> Iterator[Sentence]:
    if nowhere:
        yield Sentence(order.words("nowhere_of", regions=", ".join(nowhere)))
    if silent:
        yield Sentence(order.words("silent_of", regions=", ".join(silent)))
