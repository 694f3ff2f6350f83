# SPDX-License-Identifier: MIT
"""The table of the comparison: labels stay at the left, columns are dragged into another order."""

from collections.abc import Iterable, Sized

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from azmodels_gui.language.words import tr
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark
from azmodels_gui.window.compare.comparison_table import SIGNS, ComparisonModel
from azmodels_gui.window.model_index import Index
from azmodels_gui.window.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.texts import one_line, text_colour

CROSS_PX, CROSS_BOX_PX = 12, 24
"""Of the cross, and of the box around it that takes clicks."""
BREAKS = " -._"
"""After these a name may go on in the next line."""


def broken(text: str, metrics: QFontMetrics, room_px: int) -> list[str]:
    """Return a text in one line or two, the second cut with dots where it has no room."""
    if metrics.horizontalAdvance(text) <= room_px:
        return [text]
    places = [at + 1 for at, letter in enumerate(text) if letter in BREAKS]
    fitting = [at for at in places if metrics.horizontalAdvance(text[:at].rstrip()) <= room_px]
    right = Qt.TextElideMode.ElideRight
    if not fitting:
        return [metrics.elidedText(text, right, room_px)]
    first, second = text[: fitting[-1]].rstrip(), text[fitting[-1] :]
    return [first, metrics.elidedText(second, right, room_px)]


class ComparisonHeader(QHeaderView):
    """Measures its sections once: Qt does it again whenever one of them gets another size."""

    def __init__(self, orientation: Qt.Orientation, comparison: ComparisonModel) -> None:
        super().__init__(orientation)
        self.comparison = comparison
        self._measured: object = None
        self._sizes: tuple[int, ...] = ()
        self._hint = QSize()

    def _sections(self) -> tuple[Sized, tuple[int, ...]]:
        """Return what the sections say, and the sizes their measure depends on."""
        return self.comparison.lines, ()

    # Qt overrides

    def sizeHint(self) -> QSize:
        told, sizes = self._sections()
        other = told is not self._measured or sizes != self._sizes
        if other and self.count() == len(told):  # else Qt is in the midst of a change
            self._measured, self._sizes, self._hint = told, sizes, super().sizeHint()
        return self._hint


class ColumnHeadings(ComparisonHeader):
    """Can be dragged into another order; a cross takes a column away.

    Signals:
        remove_asked: number of the column to take away.
    """

    remove_asked = Signal(int)

    def __init__(self, comparison: ComparisonModel, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal, comparison)
        self._theme = theme
        self._over = self._pressed = -1
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def cross(self, logical: int) -> QRect:
        """Return where a click takes a column away."""
        right = self.sectionViewportPosition(logical) + self.sectionSize(logical)
        return QRect(right - CROSS_BOX_PX, 0, CROSS_BOX_PX, CROSS_BOX_PX)

    def _sections(self) -> tuple[Sized, tuple[int, ...]]:
        return self.comparison.headings, tuple(map(self.sectionSize, range(self.count())))

    def _crossed(self, place: QPoint) -> int:
        """Return the column whose cross is at a place; -1: none."""
        column = self.logicalIndexAt(place)
        return column if column >= 0 and self.cross(column).contains(place) else -1

    def _lines(self, logical: int, text: str) -> list[str]:
        metrics = QFontMetrics(self._bold())
        room = self.sectionSize(logical) - SPACE_S - CROSS_BOX_PX
        return [piece for line in text.split("\n") for piece in broken(line, metrics, room)]

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    # Qt overrides

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        option.text = "\n".join(self._lines(logicalIndex, option.text))

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        text = self.model().headerData(logicalIndex, self.orientation())
        told = "\n".join(self._lines(logicalIndex, str(text)))
        # Not by the space between lines, which is rounded down: several are higher together.
        high = QFontMetrics(self._bold()).size(0, told).height()
        return QSize(size.width(), high + 2 * SPACE_XS + 1)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        box, tokens = self.cross(logicalIndex), self._theme.tokens
        over = logicalIndex == self._over
        if over:
            painter.fillRect(box, tokens.selection)
        icon = self._theme.icon("close", tokens.text if over else tokens.muted)
        inset = (CROSS_BOX_PX - CROSS_PX) // 2
        icon.paint(painter, box.adjusted(inset, inset, -inset, -inset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._crossed(event.position().toPoint())
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._crossed(event.position().toPoint())
        if over != self._over:
            self._over = over
            self.viewport().update()
        if self._pressed < 0:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._crossed(event.position().toPoint()):
            self.remove_asked.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick clicks on crosses for two clicks."""
        self._pressed = self._crossed(event.position().toPoint())
        if self._pressed < 0:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._crossed(event.pos()) >= 0:
            QToolTip.showText(event.globalPos(), tr("Take out of the comparison"), self)
            return True
        return super().viewportEvent(event)


LEFT_PX, RIGHT_PX = SPACE_S, 2
"""Beside the text; the next column begins with the wider one."""
_TONES = {Mark.BEST: Tone.GOOD, Mark.WARNING: Tone.WARN, Mark.NONE: Tone.PLAIN}
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class CellLook(QStyledItemDelegate):
    """Colours say nothing that a sign or a word does not say too.

    The text is painted here: Qt's own margin is not that of the headings above.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        model, tokens = index.model(), self._theme.tokens
        if not isinstance(model, ComparisonModel):
            return
        option.text = index.data()
        cell = model.cell(index.row(), index.column())
        tone = Tone.MUTED if cell is None else _tone(cell)
        colour = QColor(text_colour(tone, tokens))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)
        if cell is None:
            option.backgroundBrush = QBrush(QColor(tokens.raised))
        elif model.differs(index.row()):
            patch = QColor(tokens.selection)
            patch.setAlphaF(0.35)
            option.backgroundBrush = QBrush(patch)
        if cell is not None and cell.mark is Mark.BEST:
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, tokens = QStyleOptionViewItem(option), self._theme.tokens
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget
        )
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(LEFT_PX, 0, -RIGHT_PX, 0), _FLAGS, text)
        painter.setPen(QPen(QColor(tokens.border), tokens.outline_px))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _tone(cell: Cell) -> Tone:
    return Tone.MUTED if cell.kind is CellKind.UNKNOWN else _TONES[cell.mark]


def copied_cells(view: QTableView) -> str:
    """Return the selected cells with their headings and labels; gaps stay empty."""
    model, chosen = view.model(), view.selectionModel().selectedIndexes()
    columns = sorted({index.column() for index in chosen})
    found = {(index.row(), index.column()): index.data() for index in chosen}
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    lines = [_line("", (model.headerData(column, across) for column in columns))]
    for row in sorted({index.row() for index in chosen}):
        cells = (found.get((row, column)) for column in columns)
        lines.append(_line(model.headerData(row, down), cells))
    return "\n".join(lines) if chosen else ""


def _line(label: object, cells: Iterable[object]) -> str:
    return "\t".join(one_line(each) for each in (label, *cells))


NARROWEST_EM, WIDEST_EM, LABELS_EM = 20, 60, 48
"""Least and greatest width of a column, and greatest width of the labels, in letters."""
MANY = 1_000
"""Further than any comparison has columns."""
_FOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -MANY,
    Qt.Key.Key_End: MANY,
}


def wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the height of a text that is broken into lines of a width."""
    box = QRect(0, 0, width, 10_000)
    return metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).height()


def _height(text: str, metrics: QFontMetrics, room: int) -> int:
    fits = metrics.horizontalAdvance(text) <= room
    return metrics.height() if fits else wrapped_height(metrics, text, room)


class ComparisonView(QTableView):
    """Sections fold by click, Enter or space; Ctrl and arrows move a column, Delete removes it.

    Signals:
        order_asked: the columns' numbers in the order the user wants.
        remove_asked: number of the column to take away.
        open_asked: number of the column to read about.
    """

    order_asked = Signal(object)
    remove_asked = Signal(int)
    open_asked = Signal(int)

    def __init__(self, model: ComparisonModel, theme: Theme) -> None:
        super().__init__()
        self.comparison = model
        self._fitted_px = 0
        """How wide the columns were made."""
        self.setModel(model)
        self.setItemDelegate(CellLook(theme, self))
        headings = ColumnHeadings(model, theme)
        self.setHorizontalHeader(headings)
        self.setVerticalHeader(ComparisonHeader(Qt.Orientation.Vertical, model))
        headings.remove_asked.connect(self.remove_asked)
        self._build()
        model.modelReset.connect(self.fit)
        self.horizontalHeader().sectionMoved.connect(self._on_moved)
        self.horizontalHeader().sectionDoubleClicked.connect(self.open_asked)
        self.verticalHeader().sectionClicked.connect(model.toggle)
        self.doubleClicked.connect(self._on_double_click)
        self.clicked.connect(self._on_click)

    def current_column(self) -> int:
        """Return the column the keyboard is on; -1: none."""
        return self.currentIndex().column()

    def go_to_column(self, column: int) -> None:
        """Let a column stand out and be seen."""
        line = max(self.currentIndex().row(), 0)
        if self.comparison.is_heading(line) and line + 1 < self.comparison.rowCount():
            line += 1
        self.setCurrentIndex(self.comparison.index(line, column))
        self.scrollTo(self.currentIndex())

    def move_column(self, by: int) -> None:
        """Move the current column to the left or right, at most to the end."""
        here, count = self.current_column(), self.comparison.columnCount()
        there = min(max(here + by, 0), count - 1)
        if here >= 0 and there != here:
            order = list(range(count))
            order.insert(there, order.pop(here))
            line = self.currentIndex().row()
            self.order_asked.emit(tuple(order))
            self.setCurrentIndex(self.comparison.index(line, there))

    def least_width(self) -> int:
        """Return the width in which no column needs to be scrolled to."""
        em, labels = self.fontMetrics().averageCharWidth(), self.verticalHeader()
        wide = min(labels.sizeHint().width(), LABELS_EM * em)
        return wide + self.comparison.columnCount() * NARROWEST_EM * em + 2 * SPACE_L

    def copy(self) -> None:
        """Put the selected cells on the clipboard, with their headings."""
        copied = copied_cells(self)
        if copied:
            QGuiApplication.clipboard().setText(copied)

    @Slot()
    def fold_all(self) -> None:
        """Leave nothing but the headings of the sections."""
        self.comparison.set_folded({line.group.key for line in self.comparison.lines})

    @Slot()
    def unfold_all(self) -> None:
        """Show every line of every section."""
        self.comparison.set_folded(())

    @Slot()
    def fit(self) -> None:
        """Share out the width, and make lines as high as their texts ask."""
        model, em = self.comparison, self.fontMetrics().averageCharWidth()
        self.clearSpans()
        count = model.columnCount()
        if not count:
            return
        width = self._fitted_px = self._column_px()
        self.verticalHeader().setMaximumWidth(LABELS_EM * em)
        for column in range(count):
            self.setColumnWidth(column, width)
        if count > 1:
            for line in filter(model.is_heading, range(model.rowCount())):
                self.setSpan(line, 0, 1, count)
        self._fit_lines(width)

    def _column_px(self) -> int:
        """Return how wide a column is with the room there is."""
        em = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() // max(1, self.comparison.columnCount())
        return max(NARROWEST_EM * em, min(room, WIDEST_EM * em))

    def _fit_lines(self, width: int) -> None:
        """Give lines whose texts wrap the height they need.

        Qt's own way asks the delegate for every cell: 99 against 19 ms with twenty entries.
        """
        header, room = self.verticalHeader(), width - LEFT_PX - RIGHT_PX
        plain, font = self.fontMetrics(), self.font()
        font.setBold(True)
        bold = QFontMetrics(font)
        least = bold.height() + 2 * SPACE_S - 2
        header.setDefaultSectionSize(least)
        known: dict[tuple[str, Mark], int] = {}  # of thousands of cells, most say the same
        for line, shown in enumerate(self.comparison.lines):
            high = least
            cells = () if shown.row is None else shown.row.cells
            for text, mark in {(cell.text, cell.mark) for cell in cells}:
                if (text, mark) not in known:
                    metrics = bold if mark is Mark.BEST else plain
                    known[text, mark] = _height(SIGNS[mark] + text, metrics, room) + SPACE_S
                high = max(high, known[text, mark])
            header.resizeSection(line, high)
        self.horizontalHeader().updateGeometry()

    def _build(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as everywhere else
        self.setAccessibleName(tr("Comparison of pinned models"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        down = self.verticalHeader()
        down.setDefaultAlignment(left)
        down.setSectionsClickable(True)
        down.setHighlightSections(True)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(self.fontMetrics().height() + SPACE_S)

    def menu_for(self, event: QContextMenuEvent) -> QMenu | None:
        """Return what can be done with the cell that is asked about; None: there is none."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return None
        self.setCurrentIndex(index)
        menu = QMenu(self)
        if not self.comparison.is_heading(index.row()):
            self._add_column_actions(menu, index)
        menu.addAction(tr("Fold all sections"), self.fold_all)
        menu.addAction(tr("Unfold all sections"), self.unfold_all)
        return menu

    def _add_column_actions(self, menu: QMenu, index: QModelIndex) -> None:
        last = self.comparison.columnCount() - 1
        menu.addAction(tr("Show among the models"), lambda: self._on_double_click(index))
        left = menu.addAction(tr("Move to the left"), lambda: self.move_column(-1))
        right = menu.addAction(tr("Move to the right"), lambda: self.move_column(1))
        left.setEnabled(index.column() > 0)
        right.setEnabled(index.column() < last)
        menu.addAction(tr("Take out of the comparison"), self._remove_current)
        menu.addSeparator()
        menu.addAction(tr("Copy"), self.copy)
        menu.addSeparator()

    @Slot()
    def _on_moved(self) -> None:
        QTimer.singleShot(0, self._ask_for_order)  # Qt is in the midst of the drag

    @Slot()
    def _ask_for_order(self) -> None:
        """Tell the new order; the columns themselves follow the model."""
        header = self.horizontalHeader()
        order = tuple(header.logicalIndex(place) for place in range(header.count()))
        if order == tuple(range(header.count())):
            return
        with QSignalBlocker(header):
            for place in range(header.count()):
                header.moveSection(header.visualIndex(place), place)
        self.order_asked.emit(order)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.comparison.is_heading(index.row()):
            self.open_asked.emit(index.column())

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        self.comparison.toggle(index.row())

    @Slot()
    def _remove_current(self) -> None:
        if self.current_column() >= 0:
            self.remove_asked.emit(self.current_column())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column_px() != self._fitted_px:  # many are as narrow in any room
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = Qt.Key(event.key()), self.currentIndex().row()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif control and key in _MOVES:
            self.move_column(_MOVES[key])
        elif key in _FOLDING and self.comparison.is_heading(line):
            self.comparison.toggle(line)
            self.setCurrentIndex(self.comparison.index(line, 0))
        elif key == Qt.Key.Key_Delete:
            self._remove_current()
        elif key in _FOLDING[:2] and line >= 0:
            self.open_asked.emit(self.current_column())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu_for(event)
        if menu is not None:
            menu.exec(event.globalPos())
            menu.deleteLater()
