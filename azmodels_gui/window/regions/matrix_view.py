# SPDX-License-Identifier: MIT
"""The matrix on the screen: frozen headings, keyboard, copying."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.regions.cell_commands import CellCommands
from azmodels_gui.window.regions.entry_header import EntryHeader
from azmodels_gui.window.regions.heading_keys import HeadingKeys
from azmodels_gui.window.regions.matrix_painter import MatrixPainter
from azmodels_gui.window.regions.region_header import RegionHeader
from azmodels_gui.window.regions.region_matrix import FEW_UNPLACED, RegionMatrixModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.texts import plain_label

LOW_PX = 420
"""Height below which the headings give rows some of their room."""


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


class MatrixCorner(QFrame):
    """Says how large the matrix is; the switch is there while it would change something.

    Signals:
        placed_only_asked: True: leave out the entries that are open in every region.
    """

    placed_only_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_corner")
        self.size_words = plain_label()
        self.unplaced = QCheckBox()
        self.unplaced.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_XS)
        column.setSpacing(SPACE_XS)
        column.addStretch(1)
        column.addWidget(self.unplaced)
        column.addWidget(self.size_words)
        column.setAlignment(self.unplaced, Qt.AlignmentFlag.AlignLeft)

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
        self.unplaced.blockSignals(True)
        self.unplaced.setChecked(not matrix.placed_only)
        self.unplaced.blockSignals(False)
        self.unplaced.setVisible(matrix.unplaced > FEW_UNPLACED)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.placed_only_asked.emit(not shown)


Cell = tuple[EntryKey, str]
"""An entry and the id of a region."""


class MatrixView(QTableView):
    """Arrow keys go from cell to cell and on into the headings; Enter opens, R chooses.

    Signals:
        cell_changed: row and column to be told about: below the mouse, else the keyboard's.
    """

    cell_changed = Signal(int, int)

    def __init__(
        self, matrix: RegionMatrixModel, pins: Pins, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._theme = theme
        self.commands = CellCommands(self, matrix, pins)
        self._cells = MatrixPainter(matrix, theme)
        self._kept: Cell | None = None
        self._region = ""
        self.entries = EntryHeader(matrix, pins, theme, self)
        self.regions = RegionHeader(matrix, theme, self)
        self.corner = MatrixCorner(self)
        self._build()
        self.headings = MatrixHeadings(self, matrix, self.commands)
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

    def _write_words(self) -> None:
        self.setAccessibleName(tr("Matrix of models and regions"))
        self.setAccessibleDescription(
            tr(
                "Enter opens the model, R chooses the region, Space pins the model. Arrow keys "
                "lead on into the headings."
            )
        )

    def _build(self) -> None:
        self.setVerticalHeader(self.entries)
        self.setHorizontalHeader(self.regions)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as everywhere else
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self._matrix.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._matrix.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.entered.connect(self._on_entered)
        self.activated.connect(self._on_activated)
        for keys in (self.headings.region_keys, self.headings.entry_keys):
            keys.reached.connect(self._repaint)
        self.headings.left.connect(self._on_headings_left)
        self.entries.sectionDoubleClicked.connect(self.commands.open_row)
        self.regions.sectionClicked.connect(self.commands.choose_column)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        # Words across a row stay where they are while the columns move.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self._theme.changed.connect(self._prepare)

    @Slot()
    def _prepare(self) -> None:
        """Measure rows, columns and headings anew."""
        self._cells.prepare(self.font())
        self.entries.prepare()
        self.regions.prepare()
        self.entries.setDefaultSectionSize(self._cells.row_height)
        self.updateGeometries()
        self._spread()
        self._repaint()

    def _spread(self) -> None:
        """Give all columns one width, wider where there is room to spare."""
        width = self.regions.width_for(self._cells.cell_width, self.viewport().width())
        if self.regions.defaultSectionSize() != width:
            self.regions.setDefaultSectionSize(width)

    @Slot()
    def _repaint(self) -> None:
        for part in (self, self.entries, self.regions):
            part.viewport().update()

    def _hover(self, row: int, column: int) -> None:
        self._cells.hovered = (row, column)
        self.entries.hovered = row
        self.viewport().update()
        self.entries.viewport().update()
        current = self.currentIndex()
        told = (row, column) if row >= 0 else (current.row(), current.column())
        self.cell_changed.emit(*told)

    @Slot()
    def _on_headings_left(self) -> None:
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
        self.commands.open_row(index.row())

    @Slot(QPoint)
    def _on_menu_requested(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.commands.menu(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, self, event.rect())
        painter.end()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        width, height = self.entries.width(), self.regions.height()
        self.corner.setGeometry(0, 0, width, height)
        self.corner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.regions.set_low(self.height() < LOW_PX)
        self._spread()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1, -1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.commands.copy()
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.commands.choose()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.commands.pin()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.headings.enter(
            event.key()
        ):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)
