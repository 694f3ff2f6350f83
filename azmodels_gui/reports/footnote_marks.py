# SPDX-License-Identifier: MIT
"""Numbers of footnotes as small raised digits, which every text format can carry."""

from collections.abc import Iterable

from azmodels_gui.reports.sheet import Cell, Row, Sheet, Table

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BETWEEN = "\N{NARROW NO-BREAK SPACE}"


def raised(numbers: Iterable[int]) -> str:
    """Return numbers as raised digits, such as ¹ ²; empty for none."""
    return _BETWEEN.join(str(number).translate(_RAISED) for number in numbers)


def column_numbers(sheet: Sheet, table: Table, position: int) -> tuple[int, ...]:
    """Return the footnotes beside a column's title, in tables that have them there."""
    return sheet.numbers(table.column_sources(position)) if table.by_column else ()


def label_numbers(sheet: Sheet, table: Table, row: Row) -> tuple[int, ...]:
    """Return the footnotes beside a row's label: the sources of all its figures."""
    return () if table.by_column else sheet.numbers(row.shared_sources)


def cell_numbers(sheet: Sheet, table: Table, row: Row, cell: Cell) -> tuple[int, ...]:
    """Return the footnotes beside a figure, where the figures of its row have several sources."""
    return () if table.by_column or row.shared_sources else sheet.numbers(cell.sources)
