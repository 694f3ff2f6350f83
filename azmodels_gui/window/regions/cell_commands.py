# SPDX-License-Identifier: MIT
"""What can be done with a cell of the matrix: open, choose, pin, copy."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QTableView

from azmodels_gui.language.shown import tr
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.regions.matrix_table import table_part
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel
from azmodels_gui.window.widgets.texts import without_mnemonic


class CellCommands(QObject):
    """Acts on the cell the keyboard is on, or on the selection.

    Signals:
        entry_asked: the key of the entry the user wants to read about.
        region_asked: the id of the region the user chose.
        page_asked: the id of the region the user wants to read about.
        copied: how many rows are on the clipboard now.
    """

    entry_asked = Signal(object)
    region_asked = Signal(str)
    page_asked = Signal(str)
    copied = Signal(int)

    def __init__(self, view: QTableView, matrix: RegionMatrixModel, pins: Pins) -> None:
        super().__init__(view)
        self._view = view
        self._matrix = matrix
        self._pins = pins

    def menu(self, index: QModelIndex) -> QMenu:
        """Return a menu of all commands, with the names they act on."""
        menu = QMenu(self._view)
        self._add_entry(menu, index.row())
        self._add_region(menu, index.column())
        menu.addAction(tr("&Copy"), self.copy)
        return menu

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with the entry of a row."""
        menu = QMenu(self._view)
        self._add_entry(menu, row)
        return menu

    def column_menu(self, column: int) -> QMenu:
        """Return a menu of what can be done with the region of a column."""
        menu = QMenu(self._view)
        self._add_region(menu, column)
        return menu

    def _add_entry(self, menu: QMenu, row: int) -> None:
        name = without_mnemonic(self._matrix.entry(row).title)
        for words, slot in (
            (tr("&Open {name} among the models"), self.open_row),
            (tr("&Pin or unpin {name}"), self.pin_row),
        ):
            menu.addAction(words.replace("{name}", name), partial(slot, row))

    def _add_region(self, menu: QMenu, column: int) -> None:
        name = without_mnemonic(self._matrix.columns[column].region.name)
        for words, slot in (
            (tr("&About the region {name}"), self.page_column),
            (tr("Choose the &region {name}"), self.choose_column),
        ):
            menu.addAction(words.replace("{name}", name), partial(slot, column))

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

    @Slot(int)
    def page_column(self, column: int) -> None:
        """Ask for the page of a column's region."""
        self.page_asked.emit(self._matrix.columns[column].region.id)

    @Slot(int)
    def pin_row(self, row: int) -> None:
        """Pin the entry of a row, or unpin it."""
        self._pins.toggle([self._matrix.entry(row).key])

    @Slot()
    def choose(self) -> None:
        """Choose the region of the cell."""
        if self._view.currentIndex().isValid():
            self.choose_column(self._view.currentIndex().column())

    @Slot()
    def pin(self) -> None:
        """Pin the entry of the cell, or unpin it."""
        if self._view.currentIndex().isValid():
            self.pin_row(self._view.currentIndex().row())

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
