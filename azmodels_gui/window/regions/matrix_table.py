# SPDX-License-Identifier: MIT
"""The matrix, or a part of it, as a table of words: exactly what is seen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from azmodels_gui.answers.coverage_cells import BILLINGS, NEAREST_FIRST
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import SIGNS
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.regions.region_codes import availability_at
from azmodels_gui.window.regions.region_columns import grouped
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel

CONTEXT = "MatrixTable"
FIXED = 2
"""Columns before the regions: model and version."""
_NAME = N_("Regions")
_NOTES_NAME = N_("Sources")
_MODEL = N_("Model")
_VERSION = N_("Version")


def matrix_table(matrix: RegionMatrixModel, notes: Sequence[str] = ()) -> Table:
    """Return all rows and columns on show, in their order."""
    rows, columns = range(matrix.rowCount()), range(matrix.columnCount())
    return table_part(matrix, rows, columns, notes)


def table_part(
    matrix: RegionMatrixModel,
    rows: Sequence[int],
    columns: Sequence[int],
    notes: Sequence[str] = (),
) -> Table:
    """Return some rows and columns, in the order given."""
    shown = [matrix.columns[at] for at in columns]
    groups = grouped(shown)
    return Table(
        name=tr(_NAME),
        headings=(tr(_MODEL), tr(_VERSION), *(each.region.name for each in shown)),
        rows=tuple(_row(matrix, row, columns) for row in rows),
        groups=(("", FIXED), *groups) if any(words for words, _ in groups) else (),
        notes=tuple(notes),
        notes_name=tr(_NOTES_NAME),
        frozen=FIXED,
        signs=tuple(tuple(_signs(matrix, row, columns)) for row in rows),
    )


def _row(matrix: RegionMatrixModel, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    model, version = matrix.entry(row).key
    cells = (matrix.index(row, at).data(Qt.ItemDataRole.DisplayRole) for at in columns)
    return (model, version, *map(str, cells))


def _signs(matrix: RegionMatrixModel, row: int, columns: Sequence[int]) -> Iterator[str]:
    """Yield the signs of the cells: one, or a line for each scope with one for each billing."""
    codes, slots = matrix.codes(row), matrix.slots
    for at in columns:
        places = {
            (slot.line, slot.column): SIGNS[availability_at(codes[at], slot.place)]
            for slot in slots.slots
        }
        if slots.single:
            yield from places.values()
        else:
            yield "\n".join(
                "".join(places.get((line, column), " ") for column in range(len(BILLINGS)))
                for line in range(len(NEAREST_FIRST))
            )
