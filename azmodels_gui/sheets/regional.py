# SPDX-License-Identifier: MIT
"""A table with a column for each region, so that every figure in it is one figure."""

from collections.abc import Iterator

from msgspec.structs import replace

from azmodels_gui.sheets.sheet import Cell, CellKind, Column, Group, Mark, Table

MOST_REGIONS = 6
"""More of them would make more columns than anybody reads."""


def by_region(table: Table) -> Table:
    """Return the table with a column for each region below the name of what it tells of.

    What holds in all regions stands in the column of each, what is told of one in that one. A
    table whose cells do not differ by region, or do so in too many, comes back as it is.
    """
    regions = tuple(dict.fromkeys(_regions(table)))
    if not 2 <= len(regions) <= MOST_REGIONS or table.spans:
        return table
    return replace(
        table,
        columns=tuple(
            Column(region, column.figures, column.weight)
            for column in table.columns
            for region in regions
        ),
        groups=tuple(_group(group, regions) for group in table.groups),
        spans=tuple((column.title, len(regions)) for column in table.columns),
    )


def _regions(table: Table) -> Iterator[str]:
    return (name for row in table.rows for cell in row.cells for name, _ in cell.by_region)


def _group(group: Group, regions: tuple[str, ...]) -> Group:
    named = [region for region in regions if region in group.heading]
    only = max(named, key=len, default="")  # "East US 2" is not East US
    rows = (
        replace(
            row, cells=tuple(part for cell in row.cells for part in _parts(cell, regions, only))
        )
        for row in group.rows
    )
    return replace(group, rows=tuple(rows))


def _parts(cell: Cell, regions: tuple[str, ...], only: str) -> Iterator[Cell]:
    """Yield what a cell tells of each region; of one only, where its group is about that."""
    found = dict(cell.by_region)
    for region in regions:
        if only not in ("", region):
            yield Cell(CellKind.TEXT, "")
        # Best is the whole, not each part of it.
        elif region in found:
            yield replace(found[region], mark=_mark(found[region]))
        else:
            yield cell


def _mark(cell: Cell) -> Mark:
    return Mark.NONE if cell.mark is Mark.BEST else cell.mark
