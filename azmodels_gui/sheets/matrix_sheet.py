# SPDX-License-Identifier: MIT
"""The matrix of models and regions as it is seen, as a sheet for paper."""

from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.sheets import table as seen
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import (
    Cell,
    CellKind,
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)

SCOPES, BILLINGS = ("regional", "data_zone", "global"), ("payg", "provisioned", "batch")
"""The lines and the columns of a cell that shows several deployment types."""


def matrix_sheet(table: seen.Table, order: SheetOrder) -> Sheet:
    """Return the sheet; the frozen columns label the rows.

    Args:
        table: what is seen, its signs included.
        order: language, day and catalogue.
    """
    assumptions = (
        Sentence(order.words("assume_offered"), table.sources),
        Sentence(order.words("assume_global")),
    )
    content = Content(
        SheetKind.COVERAGE,
        order.words("matrix"),
        (Part("matrix", "", (_block(table, order),)),),
        head=table.asked,
        assumptions=assumptions,
        dates={} if table.as_of is None else {FactKind.AVAILABILITY: table.as_of},
        priced=False,
    )
    return framed(content, order)


def _block(table: seen.Table, order: SheetOrder) -> Table:
    rows = tuple(
        Row(str(number), " ".join(filter(None, row[: table.frozen])), _cells(table, number))
        for number, row in enumerate(table.rows)
    )
    return Table(
        table.headings[0],
        tuple(Column(heading) for heading in table.headings[table.frozen :]),
        (Group("matrix", "", rows),),
        _legend(table, order),
        spans=_spans(table),
        compact=True,
    )


def _cells(table: seen.Table, number: int) -> tuple[Cell, ...]:
    words = table.rows[number][table.frozen :]
    return tuple(
        Cell(CellKind.TEXT, text, sign=sign)
        for text, sign in zip(words, table.signs[number], strict=True)
    )


def _spans(table: seen.Table) -> tuple[tuple[str, int], ...]:
    """Return the headings above the columns after the frozen ones."""
    found, begin = [], 0
    for heading, count in table.groups:
        if begin >= table.frozen:
            found.append((heading, count))
        begin += count
    return tuple(found)


def _legend(table: seen.Table, order: SheetOrder) -> str:
    """Return what the signs mean, and how a cell of several types is read."""
    legend = order.words("coverage_legend", no=order.dated_no(table.as_of))
    if not any("\n" in sign for row in table.signs for sign in row):
        return legend
    lines = ", ".join(order.words(f"scope_{each}") for each in SCOPES)
    columns = ", ".join(order.words(each) for each in BILLINGS)
    return f"{legend}\n{order.words('matrix_reading', lines=lines, columns=columns)}"
