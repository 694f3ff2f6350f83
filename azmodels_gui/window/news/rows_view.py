# SPDX-License-Identifier: MIT
"""A tree of lines in groups, with colours that say what the words say."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from azmodels_gui.sheets.grouped import RowGroup
from azmodels_gui.window.news.grouped_rows import GroupedRowsModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import Tone
from azmodels_gui.window.tooltips import tool_tip

NARROWEST_PX, WIDEST_PX, PADDING_PX = 90, 330, 16
ABOVE_CELLS = "QHeaderView::section { padding-left: 3px; }"
"""A cell of a tree has less room before its text than headings have elsewhere."""
ROOM_PX = 8
"""Added to the height of a line of text."""
MEASURED_ROWS = 60
"""Lines of each group that the first widths of the columns follow."""
MOST_OPEN_ROWS = 50
"""A group with more lines begins folded."""


def fitted(widths: list[int], room_px: int) -> tuple[int, ...]:
    """Return widths that fit into the room, as far as no column becomes too narrow.

    The widest give way first: what is cut there is only a little of it.
    """
    for most in range(max(widths, default=0), NARROWEST_PX, -10):
        if sum(min(width, most) for width in widths) <= room_px:
            return tuple(min(width, most) for width in widths)
    return tuple(min(width, NARROWEST_PX) for width in widths)


class _RowDelegate(QStyledItemDelegate):
    """Groups in bold, lines with the ink of their tone."""

    def __init__(self, theme: Theme, toned_column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._toned_column = toned_column

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            option.font.setBold(True)
        tone = index.data(GroupedRowsModel.TONE_ROLE)
        if tone and index.column() == self._toned_column:
            ink = self._theme.tokens.inks[Tone(tone)].text
            option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + ROOM_PX)


class RowsView(QTreeView):
    """Shows groups; what is folded, chosen and scrolled to stays when the lines change.

    Signals:
        entry_asked: the key of an entry to read about among the models.
        arranged: the user folded a group or made a column wider.
    """

    entry_asked = Signal(object)
    arranged = Signal()

    def __init__(self, theme: Theme, toned_column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = GroupedRowsModel(self)
        self._open: dict[str, bool] = {}
        self._widths: tuple[int, ...] = ()
        self._sized = self._sizing = False
        self.setModel(self.rows)
        self.setItemDelegate(_RowDelegate(theme, toned_column, self))
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        # Versions and the dates of sources stand at the end: they must not be what is cut.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.activated.connect(self._on_activated)
        self.expanded.connect(lambda index: self._remember(index, True))
        self.collapsed.connect(lambda index: self._remember(index, False))
        self.header().setStyleSheet(ABOVE_CELLS)
        self.header().sectionResized.connect(self._on_resized)

    def show_groups(self, headings: tuple[str, ...], groups: tuple[RowGroup, ...]) -> None:
        """Show other lines; what is folded and the place stay."""
        if (headings, groups) == (self.rows.headings, self.rows.groups):
            return
        place, chosen = self.verticalScrollBar().value(), self.rows.row_at(self.currentIndex())
        self.rows.show(headings, groups)
        self._fold(groups)
        if groups and not self._sized:
            self._size_columns()
        if chosen is not None:
            self.setCurrentIndex(self.rows.index_of(chosen))
        self.verticalScrollBar().setValue(place)

    def folds(self) -> dict[str, bool]:
        """Return which groups the user opened or folded."""
        return dict(self._open)

    def set_folds(self, folds: Mapping[str, bool]) -> None:
        """Fold as remembered."""
        self._open = dict(folds)
        self._fold(self.rows.groups)

    def widths(self) -> tuple[int, ...]:
        """Return the widths that the user gave the columns; empty: nobody did."""
        columns = range(self.rows.columnCount()) if self._sized else ()
        return tuple(self.columnWidth(column) for column in columns) or self._widths

    def set_widths(self, widths: Iterable[int]) -> None:
        """Make the columns as wide as remembered, when there are some."""
        self._widths = tuple(max(NARROWEST_PX // 2, min(each, 2_000)) for each in widths)

    def _fold(self, groups: tuple[RowGroup, ...]) -> None:
        for at, group in enumerate(groups):
            index = self.rows.index(at, 0)
            self.setFirstColumnSpanned(at, QModelIndex(), True)
            opened = self._open.get(group.id, len(group.rows) <= MOST_OPEN_ROWS)
            self.blockSignals(True)
            self.setExpanded(index, opened)
            self.blockSignals(False)

    def _size_columns(self) -> None:
        """Make columns as wide as remembered, else as suits their words and the window."""
        columns = self.rows.columnCount()
        remembered = len(self._widths) == columns
        # Without remembered ones they follow the window until the user sets one.
        self._sized = remembered
        widths = (
            self._widths
            if remembered
            else fitted(
                [self._usual_px(column) for column in range(columns)], self.viewport().width()
            )
        )
        self._sizing = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._sizing = False

    def _usual_px(self, column: int) -> int:
        """Return a width that most words of a column fit in, folded groups included."""
        metrics, indent = self.fontMetrics(), 2 * self.indentation() if column == 0 else 0
        rows = (row for group in self.rows.groups for row in group.rows[:MEASURED_ROWS])
        widths = sorted(metrics.horizontalAdvance(row.cells[column]) for row in rows)
        filled = [width for width in widths if width]
        most = filled[len(filled) * 9 // 10] + indent if filled else 0
        heading = self.header().sectionSizeHint(column)
        return max(NARROWEST_PX, min(max(most, heading) + PADDING_PX, WIDEST_PX))

    def _remember(self, index: QModelIndex, opened: bool) -> None:
        if index.row() < len(self.rows.groups):
            self._open[self.rows.groups[index.row()].id] = opened
            self.arranged.emit()

    @Slot()
    def _on_resized(self) -> None:
        dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if dragged and not self._sizing and self.rows.groups:
            self._sized = True
            self.arranged.emit()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.model and row.version:
            self.entry_asked.emit((row.model, row.version))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.rows.groups and not self._sized:
            self._size_columns()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        row = self.rows.row_at(current)
        self.setToolTip("" if row is None else tool_tip("\n".join(filter(None, row.cells))))
