# SPDX-License-Identifier: MIT
"""Tells the table of models how large its cells want to be; `TablePainter` paints them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.window.models.table_painter import TablePainter

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """For columns that are fitted to their contents."""

    def __init__(self, cells: TablePainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = cells

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._cells.width(index.row(), index.column()), self._cells.row_height)
