# SPDX-License-Identifier: MIT
"""What tables have in common that are painted in one go between heads that stay in sight."""

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QColor, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from azmodels_gui.window.theme import Theme


class FrozenHead(QHeaderView):
    """The heads of rows or columns; whoever paints them measures in `prepare`."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def prepare(self) -> None:
        """Measure anew after a change of font, rows or columns."""
        tokens = self._theme.tokens
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._surface, self._raised = QColor(tokens.surface), QColor(tokens.raised)
        self._here, self._accent = QColor(tokens.selection), QColor(tokens.accent)
        self._line, self._edge = QColor(tokens.border), QColor(tokens.muted)
        self._focus = QPen(QColor(tokens.focus), 2)
        self.updateGeometry()
        self.viewport().update()

    def current(self) -> int:
        """Return the row or column the keyboard is on; -1: none."""
        selection = self.selectionModel()
        if selection is None:
            return -1
        index = selection.currentIndex()
        return index.column() if self.orientation() is Qt.Orientation.Horizontal else index.row()

    def seen(self, first_px: int, last_px: int) -> range:
        """Return the rows or columns between two pixels."""
        first, last = self.logicalIndexAt(first_px), self.logicalIndexAt(last_px)
        return (
            range(first, (last if last >= 0 else self.count() - 1) + 1) if first >= 0 else range(0)
        )


class FrozenTable(QTableView):
    """Measured anew when font or look change; rows and columns are as large as it says."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as everywhere else
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        # Words across a row stay where they are while the columns move.
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def _freeze(self, rows: FrozenHead, columns: FrozenHead, corner: QFrame) -> None:
        """Take the parts that stay in sight; all three are made inside the table."""
        self._row_head, self._column_head, self._corner = rows, columns, corner
        self.setVerticalHeader(rows)
        self.setHorizontalHeader(columns)
        corner.setObjectName("matrix_corner")

    def _measure(self) -> int:
        """Measure what cells need, and return the height of a row."""
        raise NotImplementedError

    def _spread(self) -> None:
        """Give the columns their widths."""
        raise NotImplementedError

    def _prepare(self) -> None:
        height = self._measure()
        for head in (self._row_head, self._column_head):
            head.prepare()
        self._row_head.setDefaultSectionSize(height)
        self.updateGeometries()
        self._spread()
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        for part in (self, self._row_head, self._column_head):
            part.viewport().update()
        self._corner.update()

    def _seen(self, area: QRect) -> tuple[range, range]:
        """Return the rows and columns in a part of the viewport."""
        rows = self._row_head.seen(area.top(), area.bottom())
        return rows, self._column_head.seen(area.left(), area.right())

    # Qt overrides

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self._row_head.width(), self._column_head.height())
        self._corner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._prepare()
        super().changeEvent(event)
