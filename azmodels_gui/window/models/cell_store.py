# SPDX-License-Identifier: MIT
"""What the cells of the table show, made once for each cell that has been on the screen."""

from typing import NamedTuple

from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.models.columns import COLUMNS


class Cell(NamedTuple):
    """All that is painted of one cell."""

    text: str
    chips: tuple[Chip, ...] | None
    """None: plain text."""
    tone: str
    """`past`, `soon`, `muted` or nothing."""


class CellStore:
    """Cells by column and row of the catalogue."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._columns: list[dict[int, Cell]] = [{} for _ in COLUMNS]

    def set_context(self, context: CellContext) -> None:
        """Forget what a change of language, place or catalogue makes wrong."""
        only_place = (
            context.index is self._context.index and context.language is self._context.language
        )
        self._context = context
        for column, kept in zip(COLUMNS, self._columns, strict=True):
            if column.by_place or not only_place:
                kept.clear()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, `row` counted in the catalogue."""
        kept = self._columns[column]
        cell = kept.get(row)
        if cell is None:
            cell = kept[row] = self._made(row, column)
        return cell

    def _made(self, row: int, number: int) -> Cell:
        column, context = COLUMNS[number], self._context
        entry = context.index.entries[row]
        if column.chips is None:
            return Cell(column.text(entry, context), None, column.tone(entry, context))
        chips = column.chips(entry, context)
        return Cell(", ".join(chip.text for chip in chips), chips, column.tone(entry, context))
