# SPDX-License-Identifier: MIT
"""The names of the models, which stay where they are while the table is scrolled sideways."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.models.kept_selection import KeptSelection
from azmodels_gui.window.models.table_header import TableHeader
from azmodels_gui.window.models.table_painter import TablePainter
from azmodels_gui.window.theme.theme import Theme

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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(self._below.verticalScrollMode())
        for side in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
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
