# SPDX-License-Identifier: MIT
"""What can be done with a cell of the matrix: open, choose, pin, copy."""

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QTableView

from azmodels_gui.qtmodels.matrix_table import table_part
from azmodels_gui.qtmodels.region_matrix import RegionMatrixModel
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.plain_text import without_mnemonic


class CellCommands(QObject):
    """Acts on the cell the keyboard is on, or on the selection.

    Signals:
        entry_asked: the key of the entry the user wants to read about.
        region_asked: the id of the region the user chose.
        copied: how many rows are on the clipboard now.
    """

    entry_asked = Signal(object)
    region_asked = Signal(str)
    copied = Signal(int)

    def __init__(self, view: QTableView, matrix: RegionMatrixModel, pins: Pins) -> None:
        super().__init__(view)
        self._view = view
        self._matrix = matrix
        self._pins = pins

    def menu(self, index: QModelIndex) -> QMenu:
        """Return a menu of all commands, with the names they act on."""
        menu = QMenu(self._view)
        entry = self._matrix.entry(index.row())
        region = self._matrix.columns[index.column()].region
        for words, name, slot in (
            (self.tr("&Open {name} among the models"), entry.title, self.open),
            (self.tr("Choose the &region {name}"), region.name, self.choose),
            (self.tr("&Pin or unpin {name}"), entry.title, self.pin),
            (self.tr("&Copy"), "", self.copy),
        ):
            menu.addAction(words.replace("{name}", without_mnemonic(name)), slot)
        return menu

    def copied_text(self) -> str:
        """Return the selected cells below their headings, tab-separated."""
        return table_part(self._matrix, *self._selected()).tab_separated()

    @Slot(int)
    def open_row(self, row: int) -> None:
        """Ask for the entry of a row."""
        self.entry_asked.emit(self._matrix.entry(row).key)

    @Slot(int)
    def choose_column(self, column: int) -> None:
        """Choose the region of a column."""
        self.region_asked.emit(self._matrix.columns[column].region.id)

    @Slot()
    def open(self) -> None:
        """Ask for the entry of the cell."""
        if self._view.currentIndex().isValid():
            self.open_row(self._view.currentIndex().row())

    @Slot()
    def choose(self) -> None:
        """Choose the region of the cell."""
        if self._view.currentIndex().isValid():
            self.choose_column(self._view.currentIndex().column())

    @Slot()
    def pin(self) -> None:
        """Pin the entry of the cell, or unpin it."""
        if self._view.currentIndex().isValid():
            self._pins.toggle([self._matrix.entry(self._view.currentIndex().row()).key])

    @Slot()
    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        rows, columns = self._selected()
        if rows and columns:
            QGuiApplication.clipboard().setText(self.copied_text())
            self.copied.emit(len(rows))

    def _selected(self) -> tuple[range, range]:
        """Return rows and columns of the selection, which is one rectangle."""
        for ranged in self._view.selectionModel().selection().toList():
            rows = range(ranged.top(), ranged.bottom() + 1)
            return rows, range(ranged.left(), ranged.right() + 1)
        return range(0), range(0)
