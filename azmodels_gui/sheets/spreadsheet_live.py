# SPDX-License-Identifier: MIT
"""Formulas of a sheet as Excel writes them: figures of other rows become cells."""

import re
from collections.abc import Mapping

from azmodels_gui.sheets.live_sizing import INPUTS, PARAMETERS
from azmodels_gui.sheets.sheet import Table

CHANGED = frozenset({INPUTS, PARAMETERS})
"""Groups whose figures are to be changed."""
_NAMED = re.compile(r"\{(\w+)(@first)?\}")


def rows_by_key(table: Table, top: int) -> dict[str, int]:
    """Return the rows of a table by key, as they are written below its titles.

    Args:
        table: what is written.
        top: row of the titles.
    """
    found, row = {}, top
    for group in table.groups:
        row += bool(group.heading)
        for line in group.rows:
            row += 1
            found[line.key] = row
    return found


def excel_formula(formula: str, column: int, rows: Mapping[str, int]) -> str:
    """Return a formula with the cells of its figures.

    Args:
        formula: as a cell has it.
        column: where it stands.
        rows: rows by key.
    """
    from xlsxwriter.utility import xl_rowcol_to_cell

    def cell(found: re.Match[str]) -> str:
        at = 1 if found[2] else column
        return str(xl_rowcol_to_cell(rows[found[1]], at, col_abs=bool(found[2])))

    return f"={_NAMED.sub(cell, formula)}"
