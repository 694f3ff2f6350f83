# SPDX-License-Identifier: MIT
"""The heads of a table of signs: rows with a note beside the title, columns with lines below."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.grids.frozen import FrozenHead
from azmodels_gui.window.grids.grid import GridModel, GridRow
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled, text_colour

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
        """Measure anew after a change of font, look or rows."""
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
        """Measure anew after a change of font, look or columns."""
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
