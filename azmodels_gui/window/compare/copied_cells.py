# SPDX-License-Identifier: MIT
"""Selected cells of the comparison as text for spreadsheets and mails."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from azmodels_gui.window.widgets.copied_rows import one_line


def copied_cells(view: QTableView) -> str:
    """Return the selected cells with their headings and labels; gaps stay empty."""
    model, chosen = view.model(), view.selectionModel().selectedIndexes()
    columns = sorted({index.column() for index in chosen})
    found = {(index.row(), index.column()): index.data() for index in chosen}
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    lines = [_line("", (model.headerData(column, across) for column in columns))]
    for row in sorted({index.row() for index in chosen}):
        cells = (found.get((row, column)) for column in columns)
        lines.append(_line(model.headerData(row, down), cells))
    return "\n".join(lines) if chosen else ""


def _line(label: object, cells: Iterable[object]) -> str:
    return "\t".join(one_line(each) for each in (label, *cells))
