# SPDX-License-Identifier: MIT
"""The table of models: its selection, the view, and the names that stay in sight beside it."""

from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView, QWidget

from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.language.words import tr
from azmodels_gui.window.model_index import Index
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.models.table_columns import TableColumns
from azmodels_gui.window.models.table_painter import (
    CellDelegate,
    TableHeader,
    TablePainter,
    selected_rows,
)
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.texts import tab_separated


class Selected(NamedTuple):
    """What is selected, and where the keyboard is."""

    keys: list[EntryKey]
    current: EntryKey | None


class KeptSelection(QObject):
    """Remembers selection and current row by key before a reset, and restores them after.

    While somebody searches the best hit is selected; once the search is empty again, what was
    selected before it.

    Make it after `view.setModel(...)`, with the view's selection model. What the filter
    hides is no longer selected.
    """

    def __init__(self, table: CatalogTableModel, selection: QItemSelectionModel) -> None:
        super().__init__(selection)
        self._table = table
        self._selection = selection
        self._selected = self._before_search = Selected([], None)
        self._hit: Selected | None = None
        """What was selected as the best hit; None: nobody searches."""
        self._searched = ""
        table.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        table.modelReset.connect(self.restore)

    def selected_keys(self) -> list[EntryKey]:
        """Return the keys of the selected rows, top to bottom."""
        keys = map(self._table.key, sorted(selected_rows(self._selection)))
        return [key for key in keys if key is not None]

    def select(self, keys: list[EntryKey]) -> None:
        """Select the rows of these entries, as far as they are on show."""
        last = self._table.columnCount() - 1
        ranges = QItemSelection()
        for row in self._table.rows_of(keys):
            ranges.select(self._table.index(row, 0), self._table.index(row, last))
        self._selection.select(ranges, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def handed_on(self) -> tuple[Selected, Selected | None]:
        """Return what was selected before the search, and what as its best hit."""
        return self._before_search, self._hit

    def take_over(self, handed: tuple[Selected, Selected | None]) -> None:
        """Go on with the search of another table."""
        self._before_search, self._hit = handed

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        current = self._selection.currentIndex()
        entry = self._table.entry(current.row()) if current.isValid() else None
        self._selected = Selected(self.selected_keys(), None if entry is None else entry.key)
        self._searched = self._table.query.text.strip()

    @Slot()
    def restore(self) -> None:
        """Select again what was selected before the last reset; each view forgets it once more."""
        text, before = self._table.query.text.strip(), self._selected
        if text and not self._searched:
            self._before_search = before
        # What the user selected while searching stays until the text becomes another one.
        is_own = bool(before.keys) and before != self._hit
        if text and (text != self._searched or not is_own):
            self._select_best()
        elif self._searched and not text and not is_own:
            self._hit = None
            self._restore(self._before_search)
        else:
            self._restore(before)
        if text and not self._selection.hasSelection():
            self._select_best()

    def _select_best(self) -> None:
        row = self._table.best_row()
        if row is None:
            self._hit = Selected([], None)
            return
        key = self._table.key(row)
        self._hit = Selected([] if key is None else [key], key)
        flags = QItemSelectionModel.SelectionFlag
        whole = flags.ClearAndSelect | flags.Rows
        self._selection.setCurrentIndex(self._table.index(row, 0), whole)

    def _restore(self, selected: Selected) -> None:
        rows = self._table.rows_of([selected.current]) if selected.current else []
        if rows:
            self._selection.setCurrentIndex(
                self._table.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        if selected.keys:
            self.select(selected.keys)


def show_rows(view: QTableView) -> None:
    """Let a view show whole rows that are painted in one go (`TablePainter`)."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    # The view then repaints the row the mouse comes to and the one it leaves.
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)


class CatalogView(QTableView):
    """Sortable, with movable columns; the selection survives every filter that keeps it.

    Signals:
        current_changed: the `Entry` the keyboard is on, or None.
        selected_count_changed: how many entries are selected.
    """

    current_changed = Signal(object)
    selected_count_changed = Signal(int)

    def __init__(
        self, table: CatalogTableModel, pins: Pins, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        table.pinned = pins
        self._theme = theme
        self._cells = TablePainter(table, pins, theme)
        self._resetting = False
        self._searched = table.query.text
        self.frozen: FrozenColumn | None = None
        """The names, while the table is scrolled sideways."""
        self.setHorizontalHeader(TableHeader(table, theme, self))
        self._build()
        self.setModel(table)
        self.columns = TableColumns(self)
        self.kept = KeptSelection(table, self.selectionModel())
        self.setAccessibleName(tr("Models"))
        self.setAccessibleDescription(
            tr("Table of model versions. Space pins the selected ones, and folds at a line.")
        )
        self._prepare()
        self._connect(pins)

    def current_entry(self) -> Entry | None:
        """Return the entry the keyboard is on, if it is selected."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isSelected(index)
        return self._table.entry(index.row()) if selected else None

    def selected_keys(self) -> list[EntryKey]:
        """Return the selected entries, top to bottom."""
        return self.kept.selected_keys()

    def go_to(self, key: EntryKey) -> bool:
        """Select one entry and make it visible; False if the filter hides it."""
        rows = self._table.rows_of([key])
        if not rows:
            return False
        index = self._table.index(rows[0], 0)
        # not `selectRow`: with Ctrl held it would take the row out of the selection
        whole = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | whole
        )
        self.scrollTo(index)
        return True

    def turn_line(self) -> bool:
        """Fold or unfold what is below the line the keyboard is on; False if it is on none."""
        row = self.currentIndex().row()
        on_line = self._table.is_line(row)
        if on_line:
            self._table.turn(row)
        return on_line

    def sort_state(self) -> tuple[str, bool]:
        """Return the sorted column's key (empty: none) and whether it is descending."""
        header = self.horizontalHeader()
        at = header.sortIndicatorSection()
        key = COLUMNS[at].key if 0 <= at < len(COLUMNS) else ""
        return key, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def sort_by(self, key: str, *, descending: bool) -> None:
        """Sort by a column; an unknown key leaves the table's own order."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(COLUMN_NUMBERS.get(key, -1), order)

    def copied_text(self, *, headers: bool) -> str:
        """Return the selected rows as they stand on the screen, tab-separated."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(at) for at in range(header.count())]
        columns = [at for at in places if not header.isSectionHidden(at)]
        name, version = COLUMN_NUMBERS["model"], COLUMN_NUMBERS["version"]
        if version not in columns:  # on the screen it stands below the name
            columns.insert(columns.index(name) + 1, version)
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tab_separated(self._table, rows, columns, headers=headers)

    def _build(self) -> None:
        self.setObjectName("catalog_view")
        self.setItemDelegate(CellDelegate(self._cells, self))
        show_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as everywhere else
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self, pins: Pins) -> None:
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._table.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._table.modelReset.connect(self._on_reset)
        self._table.folded_changed.connect(self._on_folded)
        pins.changed.connect(self._repaint)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def _prepare(self) -> None:
        self._cells.prepare(self.font())
        self.verticalHeader().setDefaultSectionSize(self._cells.row_height)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()
        if self.frozen is not None:
            self.frozen.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._cells.current_row = current.row()
        self._repaint()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._resetting:
            self._tell()

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._resetting = True
        self._searched = self._table.query.text

    @Slot()
    def _on_reset(self) -> None:
        """Tell once what is left of the selection, when it has been restored."""
        self._resetting = False
        self._cells.current_row = self.currentIndex().row()
        if self._table.query.text != self._searched:
            self.scrollTo(self.currentIndex())
        self._tell()

    @Slot()
    def _on_folded(self) -> None:
        self._cells.current_row = self.currentIndex().row()
        self._repaint()

    def _tell(self) -> None:
        entry = self.current_entry()
        self.selected_count_changed.emit(len(self.selected_keys()))
        self.current_changed.emit(entry)

    @Slot(int)
    def _on_scrolled(self, sideways: int) -> None:
        """Keep the names in sight; what does that is made when it is first needed."""
        if sideways and self.frozen is None:
            self.frozen = FrozenColumn(self, self.kept, self._table, self._cells, self._theme)
            self.frozen.customContextMenuRequested.connect(self._on_menu_requested)
            heading = self.frozen.horizontalHeader()
            heading.customContextMenuRequested.connect(self.columns.show_menu)
        if self.frozen is not None:
            self.frozen.setVisible(sideways > 0)
            self.frozen.place()

    @Slot(QPoint)
    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.viewport().mapToGlobal(at))

    # Qt overrides

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if not index.column():  # the names are in sight wherever it is scrolled to
            self.horizontalScrollBar().setValue(sideways)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self.turn_line()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if not self._table.is_line(row):
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._table.turn(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # of a line, each press counts

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.line_px = self.viewport().width()
        self._cells.paint(painter, self, event.rect())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)


FROZEN = COLUMN_NUMBERS["model"]


class FrozenColumn(QTableView):
    """A second view over the first column, on the same model and selection.

    It is there while the table below is scrolled sideways. The keyboard stays with that one.
    """

    def __init__(
        self,
        below: QTableView,
        kept: KeptSelection,
        table: CatalogTableModel,
        cells: TablePainter,
        theme: Theme,
    ) -> None:
        super().__init__(below)
        self._below = below
        self._table = table
        self._cells = cells
        self._theme = theme
        self.setHorizontalHeader(TableHeader(table, theme, self))
        self._build()
        self.setModel(table)
        self.setSelectionModel(below.selectionModel())
        for number in range(len(COLUMNS)):
            self.setColumnHidden(number, number != FROZEN)
        self._connect()
        table.modelReset.connect(kept.restore)  # this view forgets what both have selected
        self.place()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show_rows(self)
        self.setVerticalScrollMode(self._below.verticalScrollMode())
        for side in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self, self.horizontalHeader()):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        own, below = self.verticalScrollBar(), self._below.verticalScrollBar()
        below.valueChanged.connect(own.setValue)
        own.valueChanged.connect(below.setValue)
        self._below.horizontalHeader().sectionResized.connect(self.place)
        self._below.horizontalHeader().geometriesChanged.connect(self.place)
        self.horizontalHeader().sectionClicked.connect(self._on_heading)
        self._below.viewport().installEventFilter(self)

    @Slot()
    def place(self) -> None:
        """Lie over the first column of the table below, as high as it and its heading."""
        below, heading = self._below, self._below.horizontalHeader()
        width = heading.sectionSize(FROZEN)
        self.setColumnWidth(FROZEN, width)
        self.verticalHeader().setDefaultSectionSize(below.verticalHeader().defaultSectionSize())
        self.setGeometry(0, 0, width, heading.height() + below.viewport().height())
        self.horizontalHeader().setFixedHeight(heading.height())
        self.verticalScrollBar().setValue(below.verticalScrollBar().value())

    @Slot(int)
    def _on_heading(self, number: int) -> None:
        header = self._below.horizontalHeader()
        again = header.sortIndicatorSection() == number
        up = Qt.SortOrder.AscendingOrder
        turned = again and header.sortIndicatorOrder() == up
        self._below.sortByColumn(number, Qt.SortOrder.DescendingOrder if turned else up)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if self._table.is_line(row):
            self._table.turn(row)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, self, event.rect())
        edge = self.viewport().width() - 1
        painter.setPen(QPen(self._theme.tokens.edge))
        painter.drawLine(edge, event.rect().top(), edge, event.rect().bottom())
        painter.end()
