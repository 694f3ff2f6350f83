# SPDX-License-Identifier: MIT
"""The matrix, or a part of it, as a table of words: exactly what is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from azmodels_gui.qtmodels.region_columns import grouped
from azmodels_gui.qtmodels.region_matrix import RegionMatrixModel
from azmodels_gui.reports.table import Table

CONTEXT = "MatrixTable"
FIXED = 2
"""Columns before the regions: model and version."""
_NAME = QT_TRANSLATE_NOOP("MatrixTable", "Regions")
_NOTES_NAME = QT_TRANSLATE_NOOP("MatrixTable", "Sources")
_MODEL = QT_TRANSLATE_NOOP("MatrixTable", "Model")
_VERSION = QT_TRANSLATE_NOOP("MatrixTable", "Version")


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
        name=_words(_NAME),
        headings=(_words(_MODEL), _words(_VERSION), *(each.region.name for each in shown)),
        rows=tuple(_row(matrix, row, columns) for row in rows),
        groups=(("", FIXED), *groups) if any(words for words, _ in groups) else (),
        notes=tuple(notes),
        notes_name=_words(_NOTES_NAME),
        frozen=FIXED,
    )


def _row(matrix: RegionMatrixModel, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    model, version = matrix.entry(row).key
    cells = (matrix.index(row, at).data(Qt.ItemDataRole.DisplayRole) for at in columns)
    return (model, version, *map(str, cells))


def _words(source: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(source))
