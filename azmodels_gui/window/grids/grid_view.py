# SPDX-License-Identifier: MIT
"""A table of signs on the screen: frozen heads, painted in one go, walked through by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.grids.frozen import FrozenHead, FrozenTable
from azmodels_gui.window.grids.grid import Grid, GridModel, GridRow
from azmodels_gui.window.grids.signs import GridSigns
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.texts import LaidOutText, scaled, tab_separated, text_colour

_LONGEST_LETTERS = 34
_CROSS_PX = 10


class RowHeads(FrozenHead):
    """The frozen columns on the left: title and note of each row."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, parent)
        self._grid = model
        self.marked = -1
        """Row that stands out; -1: none."""
        self.title_px = self.note_px = 0
        self.prepare()

    def prepare(self) -> None:
        """Measure anew after a change of font or rows."""
        font = self.font()
        self._plain, self._bold = LaidOutText(font), LaidOutText(scaled(font, 0, bold=True))
        rows, corner = self._grid.grid.rows, self._grid.grid.corner
        longest = self.fontMetrics().averageCharWidth() * _LONGEST_LETTERS
        titles = [self._bold.width(row.title) for row in rows if not row.heading]
        notes = [self._plain.width(row.note) for row in rows if not row.heading]
        self.title_px = min(longest, max([self._bold.width(corner[0]), *titles]))
        self.note_px = min(longest, max([self._bold.width(corner[1]), *notes]))
        super().prepare()

    @property
    def note_left(self) -> int:
        """Where the notes begin."""
        return SPACE_M + self.title_px + SPACE_M

    def _paint_row(self, painter: QPainter, at: int, row: GridRow, top: int) -> None:
        width, height, current = self.viewport().width(), self.sectionSize(at), self.current()
        tokens = self._theme.tokens
        if row.heading:
            painter.fillRect(0, top, width, height, self._raised)
        elif at == self.marked:
            painter.fillRect(0, top, width, height, self._here)
        elif at == current:
            painter.fillRect(0, top, width, height, self._raised)
        strong = row.heading or row.tone is not Tone.MUTED
        texts = self._bold if strong else self._plain
        room = width - 2 * SPACE_S if row.heading else self.title_px
        title = texts.line(row.title, room)
        left = SPACE_S if row.heading else SPACE_M
        y = top + (height - texts.height) // 2
        painter.setFont(texts.font)
        painter.setPen(QColor(text_colour(row.tone, tokens)))
        painter.drawStaticText(left, y, title.text)
        if row.struck:
            middle = top + height // 2
            painter.drawLine(left, middle, left + title.width, middle)
        if row.note and not row.heading:
            note = self._plain.line(row.note, self.note_px)
            painter.setFont(self._plain.font)
            quiet = row.tone if row.tone is Tone.GOOD else Tone.MUTED
            painter.setPen(QColor(text_colour(quiet, tokens)))
            painter.drawStaticText(self.note_left, y, note.text)
        painter.fillRect(0, top + height - 1, width, 1, self._line)
        if at == current and self.hasFocus():
            painter.setPen(self._focus)
            painter.drawRect(1, top + 1, width - 4, height - 4)

    # Qt overrides

    def sizeHint(self) -> QSize:
        notes = self.note_px + SPACE_M if self.note_px else 0
        # Qt's own would ask for every head.
        return QSize(2 * SPACE_M + self.title_px + notes, self.length())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._surface)
        for at in self.seen(area.top(), area.bottom()):
            row, top = self._grid.grid.rows[at], self.sectionViewportPosition(at)
            self._paint_row(painter, at, row, top)
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), self._edge)
        painter.end()


class ColumnHeads(FrozenHead):
    """A title with lines below it, and a cross where columns can be taken away.

    Signals:
        crossed: the number of the column whose cross was clicked.
    """

    crossed = Signal(int)

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget, *, removable: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, parent)
        self._grid = model
        self._removable = removable
        self.setMouseTracking(True)
        self.prepare()

    def prepare(self) -> None:
        """Measure anew after a change of font or columns."""
        font = self.font()
        self._titles = LaidOutText(scaled(font, 0, bold=True))
        self._small = LaidOutText(scaled(font, NOTE_PT))
        self._lines = max((len(each.lines) for each in self._grid.grid.columns), default=0)
        super().prepare()

    def needed_width(self, at: int) -> int:
        """Return the width of a column that lets its head be read; a very long one is cut."""
        longest = self.fontMetrics().averageCharWidth() * _LONGEST_LETTERS // 2
        cross = _CROSS_PX + SPACE_S if self._removable else 0
        column = self._grid.grid.columns[at]
        title = f"✓ {column.title}" if column.chosen else column.title
        lines = (self._small.width(line) for line, _ in column.lines)
        return min(longest, max(self._titles.width(title) + cross, *lines, 0)) + SPACE_M

    def _cross(self, at: int) -> QRect:
        """Return the place of a column's cross, larger than what is drawn of it."""
        right = self.sectionViewportPosition(at) + self.sectionSize(at)
        side = self._titles.height + SPACE_S
        return QRect(right - side, 0, side, side)

    def _paint_column(self, painter: QPainter, at: int) -> None:
        column, tokens = self._grid.grid.columns[at], self._theme.tokens
        left, width = self.sectionViewportPosition(at), self.sectionSize(at)
        if at == self.current() or column.chosen:
            painter.fillRect(left, 0, width, self.height(), self._here)
        cross = self._cross(at).width() if self._removable else 0
        titles = self._titles
        y = self.height() - SPACE_XS - len(column.lines) * self._small.height - self._titles.height
        painter.setFont(titles.font)
        plain = tokens.muted if column.struck else tokens.text
        painter.setPen(QColor(tokens.accent if column.chosen else plain))
        room = width - SPACE_S - max(cross, SPACE_XS)
        words = f"✓ {column.title}" if column.chosen else column.title
        title = titles.line(words, room)
        painter.drawStaticText(left + SPACE_S, y, title.text)
        if column.struck:
            middle = y + titles.height // 2 + 1
            painter.drawLine(left + SPACE_S, middle, left + SPACE_S + title.width, middle)
        painter.setFont(self._small.font)
        for number, (line, tone) in enumerate(column.lines):
            painter.setPen(QColor(text_colour(tone, tokens)))
            below = y + self._titles.height + number * self._small.height
            text = self._small.line(line, width - SPACE_S - SPACE_XS).text
            painter.drawStaticText(left + SPACE_S, below, text)
        if self._removable:
            place = QRect(0, 0, _CROSS_PX, _CROSS_PX)
            place.moveCenter(self._cross(at).center())
            self._theme.icon("close", tokens.muted).paint(painter, place)

    # Qt overrides

    def sizeHint(self) -> QSize:
        height = self._titles.height + self._lines * self._small.height + 2 * SPACE_XS + SPACE_XS
        return QSize(self.length(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._raised)
        for at in self.seen(0, self.viewport().width() - 1):
            self._paint_column(painter, at)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._edge)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._crossed_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("Take this model out") if at >= 0 else "")
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._crossed_at(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.crossed.emit(at)

    def _crossed_at(self, place: QPoint) -> int:
        at = self.logicalIndexAt(place)
        return at if self._removable and at >= 0 and self._cross(at).contains(place) else -1


NARROWEST_PX, WIDEST_PX = 96, 180
"""A column is cut no narrower for lack of room, and no wider where there is room to spare."""


class GridCorner(QFrame):
    """Says what the titles and the notes of the rows are."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(scaled(self._view.font(), 0, bold=True))
        title, note = self._view.grid_model.grid.corner
        bottom = self.rect().adjusted(0, 0, 0, -SPACE_XS - 1)
        flags = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(bottom.adjusted(SPACE_M, 0, 0, 0), flags, title)
        painter.drawText(bottom.adjusted(self._view.row_heads.note_left, 0, 0, 0), flags, note)
        painter.end()


class GridView(FrozenTable):
    """Arrow keys go from cell to cell; Enter opens the row, Delete takes a column away.

    Signals:
        told: a title and lines on the cell below the mouse, else on the keyboard's; empty: none.
        row_asked: the key of a row to read about.
        column_asked: the key of a column to read about.
        column_chosen: the key of a column whose head was clicked, or in which Space was pressed.
        column_removed: the key of a column that shall go.
    """

    told = Signal(str, list)
    row_asked = Signal(object)
    column_asked = Signal(object)
    column_chosen = Signal(object)
    column_removed = Signal(object)

    def __init__(self, theme: Theme, *, removable: bool = False) -> None:
        super().__init__(theme)
        self._removable = removable
        self._marked_key: object = None
        self.grid_model = GridModel(self)
        self.row_heads = RowHeads(self.grid_model, theme, self)
        self.column_heads = ColumnHeads(self.grid_model, theme, self, removable=removable)
        self.corner = GridCorner(self)
        self._freeze(self.row_heads, self.column_heads, self.corner)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setModel(self.grid_model)
        self._prepare()
        self._connect()

    def show_grid(self, grid: Grid) -> None:
        """Show another table; the keyboard stays in its row and column if they are still there."""
        before, index = self.grid_model.grid, self.currentIndex()
        kept: tuple[object, object] = (None, None)
        if index.isValid():
            kept = (before.rows[index.row()].key, before.columns[index.column()].key)
        scrolled = self.verticalScrollBar().value()
        self.grid_model.show_grid(grid)
        self._prepare()
        self.mark_row(self._marked_key)
        self.go_to(*kept)
        self.verticalScrollBar().setValue(scrolled)

    def go_to(self, row: object, column: object) -> None:
        """Put the keyboard on a cell by its keys; what is not there gives way to the first."""
        model = self.grid_model
        found = model.row_of(row)
        at = found if found >= 0 else model.first_row
        self.setCurrentIndex(model.index(at, max(0, model.column_of(column))))

    def mark_row(self, key: object) -> None:
        """Let a row stand out."""
        self._marked_key = key
        row = self.row_heads.marked = self.grid_model.row_of(key)
        if row >= 0:
            self.scrollTo(self.grid_model.index(row, max(0, self.currentIndex().column())))
        self._repaint()

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current)
        self.entered.connect(self._tell)
        self.activated.connect(self._on_activated)
        self.row_heads.sectionClicked.connect(self._on_row)
        self.column_heads.sectionDoubleClicked.connect(self._on_column)
        self.column_heads.sectionClicked.connect(self._on_column_chosen)
        self.column_heads.crossed.connect(self._on_crossed)

    def _measure(self) -> int:
        self._signs = GridSigns(self.font(), self._theme.tokens)
        self._notes = LaidOutText(scaled(self.font(), NOTE_PT))
        return self._signs.row_height

    def _spread(self) -> None:
        """Give all columns one width: what heads and signs need, or more where there is room.

        Where their heads are words of very different lengths, each column has its own.
        """
        model = self.grid_model
        columns = model.columnCount()
        if not columns:
            return
        first, needs = model.first_row, self._signs.needed_width
        signs = [] if first < 0 else [needs(model.cell(first, at)) for at in range(columns)]
        # Heads give way before columns go out of sight, down to what the signs need.
        room, heads = self.viewport().width() // columns, self.column_heads
        if model.grid.own_widths:
            for at in range(columns):
                width = max([heads.needed_width(at), min(WIDEST_PX, room), *signs])
                if heads.sectionSize(at) != width:
                    heads.resizeSection(at, width)
            return
        needed = max(map(heads.needed_width, range(columns)))
        width = max([min(needed, max(room, NARROWEST_PX)), min(WIDEST_PX, room), *signs])
        if heads.defaultSectionSize() != width:
            heads.setDefaultSectionSize(width)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.told.emit(*self.grid_model.told(index.row(), index.column()))
        else:
            self.told.emit("", [])

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Repaint what has changed: a key must not cost the whole table."""
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
            if index.isValid():
                top, height = self.rowViewportPosition(index.row()), self._signs.row_height
                self.row_heads.viewport().update(0, top, self.row_heads.width(), height)
        if current.column() != previous.column():
            self.column_heads.viewport().update()
        self._tell(current)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._on_row(index.row())

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < self.grid_model.rowCount() and not self.grid_model.grid.rows[row].heading:
            self.row_asked.emit(self.grid_model.grid.rows[row].key)

    @Slot(int)
    def _on_column(self, column: int) -> None:
        self.column_asked.emit(self.grid_model.grid.columns[column].key)

    @Slot(int)
    def _on_column_chosen(self, column: int) -> None:
        self.column_chosen.emit(self.grid_model.grid.columns[column].key)

    @Slot(int)
    def _on_crossed(self, column: int) -> None:
        self.column_removed.emit(self.grid_model.grid.columns[column].key)

    def _copy(self) -> None:
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        grid = self.grid_model.grid
        cells = tab_separated(self.grid_model, rows, columns, headers=True).split("\n")
        heads = [grid.corner[0], *(grid.rows[row].title for row in rows)]
        text = "\n".join(f"{head}\t{line}" for head, line in zip(heads, cells, strict=True))
        QGuiApplication.clipboard().setText(text)

    def _paint_row(self, painter: QPainter, row: int, columns: Sequence[int]) -> None:
        model, tokens = self.grid_model, self._theme.tokens
        head, width = model.grid.rows[row], self.viewport().width()
        top, height = self.rowViewportPosition(row), self._signs.row_height
        if head.heading:
            painter.fillRect(0, top, width, height, QColor(tokens.raised))
            note = self._notes.line(head.note, max(0, width - 2 * SPACE_S))
            painter.setFont(self._notes.font)
            painter.setPen(QColor(tokens.muted))
            painter.drawStaticText(SPACE_S, top + (height - self._notes.height) // 2, note.text)
        else:
            if row == self.row_heads.marked:
                painter.fillRect(0, top, width, height, QColor(tokens.selection))
            ratio = painter.device().devicePixelRatio()
            for column in columns:
                size = self.columnWidth(column)
                picture = self._signs.picture(model.cell(row, column), size, ratio)
                painter.drawPixmap(self.columnViewportPosition(column), top, picture)
        painter.fillRect(0, top + height - 1, width, 1, QColor(tokens.border))

    def _paint_chosen(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        current = self.currentIndex()
        for ranged in self.selectionModel().selection().toList():
            if ranged.topLeft() != ranged.bottomRight():
                box = self.visualRect(ranged.topLeft()) | self.visualRect(ranged.bottomRight())
                painter.setPen(QPen(QColor(tokens.focus), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        if current.isValid():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRect(self.visualRect(current).adjusted(1, 1, -2, -2))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rows, columns = self._seen(event.rect())
        if rows and columns:
            for row in rows:
                self._paint_row(painter, row, columns)
            self._paint_chosen(painter)
        painter.end()

    def leaveEvent(self, event: QEvent) -> None:
        self._tell(self.currentIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif self._removable and event.matches(QKeySequence.StandardKey.Delete):
            if self.currentIndex().isValid():
                self._on_crossed(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if self.currentIndex().isValid():
                self._on_column_chosen(self.currentIndex().column())
        else:
            super().keyPressEvent(event)
