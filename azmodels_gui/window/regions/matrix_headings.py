# SPDX-License-Identifier: MIT
"""What the headings of the matrix do and say: regions above, entries on the left."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.cell_commands import CellCommands
from azmodels_gui.window.regions.heading_keys import HeadingKeys
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel


class MatrixHeadings(QObject):
    """Enter opens the page of a region or the entry among the models.

    Signals:
        told: a title and lines on the heading that has the keyboard.
        left: the keyboard left the headings.
    """

    told = Signal(str, list)
    left = Signal()

    def __init__(self, view: QTableView, matrix: RegionMatrixModel, commands: CellCommands) -> None:
        super().__init__(view)
        self._view = view
        self._matrix = matrix
        self._commands = commands
        self._regions, self._entries = view.horizontalHeader(), view.verticalHeader()
        self.region_keys = HeadingKeys(self._regions, view)
        self.entry_keys = HeadingKeys(self._entries, view)
        self._regions.setAccessibleName(tr("Regions, headings of the columns"))
        self._entries.setAccessibleName(tr("Models, headings of the rows"))
        self._connect()

    def enter(self, key: int) -> bool:
        """Leave the cells by an arrow key at their edge; tell whether that was meant."""
        index = self._view.currentIndex()
        if key == Qt.Key.Key_Up and index.row() == 0:
            self._regions.setFocus()
        elif key == Qt.Key.Key_Left and index.column() == 0:
            self._entries.setFocus()
        else:
            return False
        return True

    def _connect(self) -> None:
        commands = self._commands
        self.region_keys.opened.connect(commands.page_column)
        self.region_keys.chosen.connect(commands.choose_column)
        self.region_keys.menu_asked.connect(self._on_region_menu)
        self.region_keys.reached.connect(self._on_region)
        self.entry_keys.opened.connect(commands.open_row)
        self.entry_keys.chosen.connect(commands.pin_row)
        self.entry_keys.menu_asked.connect(self._on_entry_menu)
        self.entry_keys.reached.connect(self._on_entry)

    @Slot(int)
    def _on_region(self, column: int) -> None:
        if column < 0:
            self.left.emit()
            return
        name, *lines = self._matrix.region_words(column).split("\n")
        hint = tr("Enter opens the page of the region, R chooses it")
        self._tell(self._regions, name, [*lines, hint])

    @Slot(int)
    def _on_entry(self, row: int) -> None:
        if row < 0:
            self.left.emit()
            return
        hint = tr("Enter opens the model, Space pins it")
        self._tell(self._entries, self._matrix.entry(row).title, [hint])

    def _tell(self, header: QHeaderView, title: str, lines: list[str]) -> None:
        header.setAccessibleDescription(". ".join((title, *lines)))
        self.told.emit(title, lines)

    @Slot(int, QPoint)
    def _on_region_menu(self, column: int, at: QPoint) -> None:
        self._pop_up(self._commands.column_menu(column), at)

    @Slot(int, QPoint)
    def _on_entry_menu(self, row: int, at: QPoint) -> None:
        self._pop_up(self._commands.row_menu(row), at)

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
