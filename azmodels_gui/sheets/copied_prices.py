# SPDX-License-Identifier: MIT
"""Prices of secondary sources in narrow columns: a sign beside each, the words once below."""

from msgspec.structs import replace

from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.answer_cells import DASH
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, Row, Table

_SIGN = f"†{NO_BREAK_SPACE}"


def signed(cell: Cell, order: SheetOrder) -> Cell:
    """Return a cell with the sign for the words; files of data find these beside the figure."""
    words = order.words("price_secondary", amount="")
    if words not in cell.text:
        return cell
    return replace(cell, text=f"{_SIGN}{cell.text.replace(words, '')}")


def explained(table: Table, order: SheetOrder) -> Table:
    """Return a table with the sign in its legend, if it is in a cell."""
    if not any(cell.text.startswith(_SIGN) for row in table.rows for cell in row.cells):
        return table
    told = f"{_SIGN}{order.words('secondary')}"
    return replace(table, legend="   ".join(filter(None, (table.legend, told))))


def explained_once(table: Table, order: SheetOrder) -> Table:
    """Return a table of prices alike; where all of them are copied, cells need no sign."""
    texts = [cell.text for row in table.rows for cell in row.cells if cell.text != DASH]
    if not texts or not all(each.startswith(_SIGN) for each in texts):
        return explained(table, order)

    def bare(row: Row) -> Row:
        shown = (replace(each, text=each.text.removeprefix(_SIGN)) for each in row.cells)
        return replace(row, cells=tuple(shown))

    groups = tuple(replace(each, rows=tuple(map(bare, each.rows))) for each in table.groups)
    legend = " ".join(filter(None, (order.words("all_copied"), table.legend)))
    return replace(table, groups=groups, legend=legend)
