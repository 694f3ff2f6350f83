# SPDX-License-Identifier: MIT
"""The matrix on the screen: frozen heads, keyboard, commands on cells, rows and columns."""

from collections.abc import Callable
from functools import partial
from itertools import chain

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QTableView

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.language.words import tr
from azmodels_gui.window import formats
from azmodels_gui.window.grids.frozen import FrozenTable
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.regions.matrix_heads import (
    EntryHeader,
    HeadingKeys,
    HeadingUse,
    RegionHeader,
)
from azmodels_gui.window.regions.matrix_model import FEW_UNPLACED, RegionMatrixModel, table_part
from azmodels_gui.window.regions.matrix_painter import MatrixPainter
from azmodels_gui.window.theme import SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import plain_label, without_mnemonic

LOW_PX = 420
"""Height below which the headings give rows some of their room."""


class MatrixCorner(QFrame):
    """Says how large the matrix is; the switch is there while it would change something.

    Signals:
        placed_only_asked: True: leave out the entries that are open in every region.
    """

    placed_only_asked = Signal(bool)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.size_words = plain_label()
        self.unplaced = QCheckBox()
        self.unplaced.toggled.connect(self._on_toggled)
        edges = (SPACE_S, SPACE_S, SPACE_S, SPACE_XS)
        lines = column(1, self.unplaced, self.size_words, within=self, gap=SPACE_XS, edges=edges)
        lines.setAlignment(self.unplaced, Qt.AlignmentFlag.AlignLeft)

    def show_matrix(self, matrix: RegionMatrixModel, language: str) -> None:
        """Tell the size of a matrix and how much of it no source places."""
        words = tr("{entries} entries × {regions} regions")
        self.size_words.setText(
            words.format(
                entries=formats.number(matrix.rowCount(), language),
                regions=formats.number(matrix.columnCount(), language),
            )
        )
        count = formats.number(matrix.unplaced, language)
        self.unplaced.setText(tr("&Show {count} that no source places").format(count=count))
        tip = tr("Entries for which no source names a region: unknown, which is not “no”")
        self.unplaced.setToolTip(tool_tip(tip))
        self.unplaced.setAccessibleDescription(tip)
        with QSignalBlocker(self.unplaced):
            self.unplaced.setChecked(not matrix.placed_only)
        self.unplaced.setVisible(matrix.unplaced > FEW_UNPLACED)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.placed_only_asked.emit(not shown)


Cell = tuple[EntryKey, str]
"""An entry and the id of a region."""
Commands = list[tuple[str, Callable[[int], object], int]]
"""Words, what they do, and the row or column it is done with."""


class MatrixView(FrozenTable):
    """Arrow keys go from cell to cell and on into the headings; Enter opens, R chooses.

    Signals:
        cell_changed: row and column to be told about: below the mouse, else the keyboard's.
        told: a title and lines on the heading that has the keyboard.
        entry_asked: the key of the entry the user wants to read about.
        region_asked: the id of the region the user chose.
        page_asked: the id of the region the user wants to read about.
        copied: how many rows are on the clipboard now.
    """

    cell_changed = Signal(int, int)
    told = Signal(str, list)
    entry_asked = Signal(object)
    region_asked = Signal(str)
    page_asked = Signal(str)
    copied = Signal(int)

    def __init__(self, matrix: RegionMatrixModel, pins: Pins, theme: Theme) -> None:
        super().__init__(theme)
        self._matrix, self._pins = matrix, pins
        self._cells = MatrixPainter(matrix, theme)
        self._kept: Cell | None = None
        self._region = ""
        self.entries = EntryHeader(matrix, pins, theme, self)
        self.regions = RegionHeader(matrix, theme, self)
        self.corner = MatrixCorner(self)
        self._freeze(self.entries, self.regions, self.corner)
        self.setHorizontalScrollMode(FrozenTable.ScrollMode.ScrollPerItem)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setModel(matrix)
        self._write_words()
        self._prepare()
        self._connect()

    def current_cell(self) -> Cell | None:
        """Return entry and region the keyboard is on."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        region = self._matrix.columns[index.column()].region.id
        return self._matrix.entry(index.row()).key, region

    def go_to(self, key: EntryKey, region: str = "") -> bool:
        """Put the keyboard on an entry and make it visible; False if it is not on show."""
        row = self._matrix.row_of(key)
        if row < 0 or not self._matrix.columns:
            return False
        column = self._matrix.column_of(region) if region else self.currentIndex().column()
        index = self._matrix.index(row, max(0, column))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def go_to_first(self) -> None:
        """Put the keyboard on the first entry, in a region that stands out if there is one."""
        if not self._matrix.rowCount() or not self._matrix.columns:
            self.cell_changed.emit(-1, -1)
            return
        asked = [self._matrix.column_of(region) for region in self._matrix.scope.marked]
        column = min((at for at in asked if at >= 0), default=0)
        self.setCurrentIndex(self._matrix.index(0, column))

    def show_region(self, region: str) -> None:
        """Let a region stand out as the chosen one."""
        self._region = region
        self._cells.region = self.regions.region = self._matrix.column_of(region)
        if self._cells.region >= 0 and self._matrix.rowCount():
            row = max(0, self.currentIndex().row())
            self.scrollTo(self._matrix.index(row, self._cells.region))
        self._repaint()

    def menu(self, index: QModelIndex) -> QMenu:
        """Return a menu of all that can be done with a cell."""
        menu = self._menu(self._entry_commands(index.row()), self._region_commands(index.column()))
        menu.addAction(tr("&Copy"), self.copy)
        return menu

    def open_row(self, row: int) -> None:
        """Ask for the entry of a row."""
        self.entry_asked.emit(self._matrix.entry(row).key)

    @Slot(int)
    def choose_column(self, column: int) -> None:
        """Choose the region of a column."""
        self.region_asked.emit(self._matrix.columns[column].region.id)

    @Slot()
    def copy(self) -> None:
        """Put the selected cells, one rectangle, on the clipboard below their headings."""
        for ranged in self.selectionModel().selection().toList():
            rows = range(ranged.top(), ranged.bottom() + 1)
            columns = range(ranged.left(), ranged.right() + 1)
            text = table_part(self._matrix, rows, columns).tab_separated()
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(rows))
            return

    def _page_column(self, column: int) -> None:
        self.page_asked.emit(self._matrix.columns[column].region.id)

    def _pin_row(self, row: int) -> None:
        self._pins.toggle([self._matrix.entry(row).key])

    def _entry_commands(self, row: int) -> Commands:
        name = without_mnemonic(self._matrix.entry(row).title)
        return [
            (tr("&Open {name} among the models").replace("{name}", name), self.open_row, row),
            (tr("&Pin or unpin {name}").replace("{name}", name), self._pin_row, row),
        ]

    def _region_commands(self, at: int) -> Commands:
        name = without_mnemonic(self._matrix.columns[at].region.name)
        return [
            (tr("&About the region {name}").replace("{name}", name), self._page_column, at),
            (tr("Choose the &region {name}").replace("{name}", name), self.choose_column, at),
        ]

    def _region_menu(self, column: int) -> QMenu:
        return self._menu(self._region_commands(column))

    def _entry_menu(self, row: int) -> QMenu:
        return self._menu(self._entry_commands(row))

    def _menu(self, *commands: Commands) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, command, at in chain(*commands):
            menu.addAction(words, partial(command, at))
        return menu

    def _tell_region(self, column: int) -> tuple[str, list[str]]:
        name, lines = self._matrix.region_words(column)
        return name, [*lines, tr("Enter opens the page of the region, R chooses it")]

    def _tell_entry(self, row: int) -> tuple[str, list[str]]:
        return self._matrix.entry(row).title, [tr("Enter opens the model, Space pins it")]

    def _write_words(self) -> None:
        self.setAccessibleName(tr("Matrix of models and regions"))
        self.setAccessibleDescription(
            tr(
                "Enter opens the model, R chooses the region, Space pins the model. Arrow keys "
                "lead on into the headings."
            )
        )
        self.regions.setAccessibleName(tr("Regions, headings of the columns"))
        self.entries.setAccessibleName(tr("Models, headings of the rows"))

    def _connect(self) -> None:
        self._matrix.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._matrix.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.entered.connect(self._on_entered)
        self.activated.connect(self._on_activated)
        self.entries.sectionDoubleClicked.connect(self.open_row)
        self.regions.sectionClicked.connect(self.choose_column)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        choose, menu = self.choose_column, self._region_menu
        regions = HeadingUse(self._tell_region, self._page_column, choose, menu)
        entries = HeadingUse(self._tell_entry, self.open_row, self._pin_row, self._entry_menu)
        for head, use in ((self.regions, regions), (self.entries, entries)):
            keys = HeadingKeys(head, self, use)
            keys.told.connect(self.told)
            keys.told.connect(self._repaint)
            keys.left.connect(self._on_heading_left)

    def _measure(self) -> int:
        self._cells.prepare(self.font())
        return self._cells.row_height

    def _spread(self) -> None:
        """Give all columns one width, wider where there is room to spare."""
        width = self.regions.width_for(self._cells.cell_width, self.viewport().width())
        if self.regions.defaultSectionSize() != width:
            self.regions.setDefaultSectionSize(width)

    def _enter_heading(self, key: int) -> bool:
        """Leave the cells by an arrow key at their edge; tell whether that was meant."""
        index = self.currentIndex()
        if key == Qt.Key.Key_Up and index.row() == 0:
            self.regions.setFocus()
        elif key == Qt.Key.Key_Left and index.column() == 0:
            self.entries.setFocus()
        else:
            return False
        return True

    def _hover(self, row: int, column: int) -> None:
        self._cells.hovered = (row, column)
        self.entries.hovered = row
        self.viewport().update()
        self.entries.viewport().update()
        current = self.currentIndex()
        told = (row, column) if row >= 0 else (current.row(), current.column())
        self.cell_changed.emit(*told)

    @Slot()
    def _on_heading_left(self) -> None:
        self._repaint()
        self.cell_changed.emit(self.currentIndex().row(), self.currentIndex().column())

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept = self.current_cell()

    @Slot()
    def _on_reset(self) -> None:
        self._cells.hovered, self.entries.hovered = (-1, -1), -1
        self._prepare()
        self.show_region(self._region)
        if self._kept is None or not self.go_to(*self._kept):
            self.go_to_first()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        if current.row() != previous.row():
            self.entries.viewport().update()
        if current.column() != previous.column():
            self.regions.viewport().update()
        self.cell_changed.emit(current.row(), current.column())

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row(), index.column())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.open_row(index.row())

    @Slot(QPoint)
    def _on_menu_requested(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.menu(index).popup(self.viewport().mapToGlobal(at))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, self, self._seen(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.regions.set_low(self.height() < LOW_PX)
        self._spread()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1, -1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, plain = self.currentIndex(), not event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and event.key() == Qt.Key.Key_R and index.isValid():
            self.choose_column(index.column())
        elif plain and event.key() == Qt.Key.Key_Space and index.isValid():
            self._pin_row(index.row())
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._enter_heading(
            event.key()
        ):
            super().keyPressEvent(event)
