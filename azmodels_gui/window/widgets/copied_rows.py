# SPDX-License-Identifier: MIT
"""Rows of a table as text that spreadsheets and mails understand."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt


def tab_separated(
    model: QAbstractItemModel, rows: Iterable[int], columns: Sequence[int], *, headers: bool
) -> str:
    """Return the cells as lines with tabs between them.

    Args:
        model: where the cells come from.
        rows: rows in the order wanted.
        columns: columns in the order wanted.
        headers: put a line with the headings first.
    """
    lines = [[one_line(model.index(row, column).data()) for column in columns] for row in rows]
    if headers:
        side = Qt.Orientation.Horizontal
        lines.insert(0, [one_line(model.headerData(column, side)) for column in columns])
    return "\n".join("\t".join(cells) for cells in lines)


def one_line(cell: object) -> str:
    """Return a cell without the characters that would start another cell or line."""
    return " ".join(str(cell).split()) if cell is not None else ""
