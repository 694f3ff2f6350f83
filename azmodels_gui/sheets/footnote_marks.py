# SPDX-License-Identifier: MIT
"""Numbers of footnotes as small raised digits, which every text format can carry."""

from functools import lru_cache

from azmodels_gui.sheets.sheet import Row, Sheet, Table

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BETWEEN = "\N{NARROW NO-BREAK SPACE}"


@lru_cache(maxsize=1_000)
def raised(numbers: tuple[int, ...]) -> str:
    """Return numbers as raised digits, such as ¹ ²; empty for none."""
    return _BETWEEN.join(str(number).translate(_RAISED) for number in numbers)


def column_numbers(sheet: Sheet, table: Table, position: int) -> tuple[int, ...]:
    """Return the footnotes beside a column's title, in tables that have them there."""
    return sheet.numbers(table.column_sources(position)) if table.by_column else ()


def label_numbers(sheet: Sheet, table: Table, row: Row) -> tuple[int, ...]:
    """Return the footnotes beside a row's label: the sources of all its figures."""
    return () if table.by_column else sheet.numbers(row.shared_sources)


def figure_numbers(sheet: Sheet, table: Table, row: Row) -> tuple[tuple[int, ...], ...]:
    """Return the footnotes beside each figure of a row, where they have several sources."""
    if table.by_column or row.shared_sources:
        return ((),) * len(row.cells)
    return tuple(sheet.numbers(cell.sources) for cell in row.cells)
