# SPDX-License-Identifier: MIT
"""A table of words as it is seen, as a sheet for paper."""

from itertools import pairwise

from azmodels_gui.reports import table as seen
from azmodels_gui.reports.frame import Content, framed
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import (
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)


def matrix_sheet(table: seen.Table, order: SheetOrder) -> Sheet:
    """Return the sheet; the frozen columns label the rows, and paper repeats them in every part.

    Args:
        table: what is seen; its notes become remarks.
        order: language, day and catalogue.
    """
    parts = tuple(
        Part(f"matrix:{start}", heading, (_block(table, range(start, end), order),))
        for heading, start, end in _spans(table)
    )
    remarks = tuple(Sentence(note) for note in table.notes)
    return framed(Content(SheetKind.COVERAGE, table.name, parts, remarks=remarks), order)


def _block(table: seen.Table, columns: range, order: SheetOrder) -> Table:
    rows = tuple(
        Row(
            str(number),
            " ".join(filter(None, row[: table.frozen])),
            tuple(order.cells.text(row[at]) for at in columns),
        )
        for number, row in enumerate(table.rows)
    )
    titles = tuple(Column(table.headings[at]) for at in columns)
    return Table(table.headings[0], titles, (Group("matrix", "", rows),))


def _spans(table: seen.Table) -> list[tuple[str, int, int]]:
    """Return heading, first and last column of each group after the frozen ones."""
    if not table.groups:
        return [("", table.frozen, len(table.headings))]
    ends = [0]
    for _, count in table.groups:
        ends.append(ends[-1] + count)
    named = [heading for heading, _ in table.groups]
    spans = zip(named, pairwise(ends), strict=True)
    return [(heading, start, end) for heading, (start, end) in spans if start >= table.frozen]
