# SPDX-License-Identifier: MIT
"""The heads of the matrix: regions above, entries on the left, and the keyboard in both."""

from collections.abc import Callable
from itertools import accumulate

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from azmodels_gui.window.grids.frozen import FrozenHead
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.regions.matrix_model import RegionMatrixModel
from azmodels_gui.window.regions.region_columns import grouped
from azmodels_gui.window.theme import NOTE_PT, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.texts import LaidOutText, scaled

_LONGEST_LETTERS, _WIDEST_LETTERS = 32, 40
"""Of the name of a region; of name and version of an entry."""
_PIN_PX = 13
_MEASURED_ROWS = 1_000
"""Names beyond these rows do not widen the column."""
_ALONG_COLUMNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FAR = 1_000_000
"""More than any table has; for Home and End."""


class RegionHeader(FrozenHead):
    """A band of groups, names from bottom to top, counts; a click chooses a region."""

    def __init__(self, matrix: RegionMatrixModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, parent)
        self._matrix = matrix
        self.region = -1
        """Column of the chosen region; -1: none."""
        self._is_low = False
        self._picture = QPixmap()
        self.prepare()

    def prepare(self) -> None:
        """Compute what depends on font, look and columns."""
        font = self.font()
        self._groups = LaidOutText(scaled(font, NOTE_PT, bold=True))
        self._names = LaidOutText(scaled(font, 0))
        self._bold = LaidOutText(scaled(font, 0, bold=True))
        self._counts = LaidOutText(scaled(font, NOTE_PT))
        self._name_room = self._needed_name_room()
        # Headings of few columns are longer than these are wide: they stand on two lines by turns.
        groups = [group for group, _ in grouped(self._matrix.columns) if group]
        self._lines = 2 if len(groups) > 1 else 1
        self._shown: tuple[object, ...] = ()
        super().prepare()

    def set_low(self, low: bool) -> None:
        """Write names on two lines, so that a low window has room for rows below them."""
        if low is not self._is_low:
            self._is_low = low
            self.prepare()

    def width_for(self, narrowest: int, room: int = 0) -> int:
        """Return the one width of all columns.

        Args:
            narrowest: width that the signs need.
            room: width of the whole; what is left over is shared out, within reason.
        """
        fitting = room // max(1, len(self._matrix.columns))
        return max(narrowest, min(fitting, narrowest * 3 // 2))

    def _needed_name_room(self) -> int:
        longest = self.fontMetrics().averageCharWidth() * _LONGEST_LETTERS
        names = (self._name_lines(column.region.name) for column in self._matrix.columns)
        widths = (self._bold.width(line) for lines in names for line in lines)
        return min(longest, max(widths, default=0)) + SPACE_S

    def _name_lines(self, name: str) -> tuple[str, ...]:
        """Return a name as it is written: at once, or on two lines of about the same length."""
        words = name.split(" ")
        if not self._is_low or len(words) == 1:
            return (name,)
        splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        return min(splits, key=lambda lines: max(map(self._bold.width, lines)))

    @property
    def _band(self) -> int:
        """Height of the lines of groups."""
        return self._lines * self._groups.height + SPACE_S

    @property
    def _foot(self) -> int:
        """Height of the line of counts."""
        return self._counts.height + SPACE_XS

    def _paint_column(self, painter: QPainter, at: int) -> None:
        column = self._matrix.columns[at]
        left, width = self.sectionViewportPosition(at), self.sectionSize(at)
        chosen = at == self.region or column.region.id in self._matrix.scope.marked
        current = at == self.current()
        if chosen or current:
            box = QRect(left, self._band, width, self.height() - self._band)
            painter.fillRect(box, self._here)
        names = self._bold if chosen or current else self._names
        lines = self._name_lines(column.region.name)
        across = left + (width - len(lines) * names.height) // 2
        painter.save()
        painter.translate(across, self.height() - self._foot - SPACE_XS)
        painter.rotate(-90)
        painter.setFont(names.font)
        painter.setPen(self._accent if chosen else self._text)
        for number, words in enumerate(lines):
            line = names.line(words, self._name_room - SPACE_S)
            painter.drawStaticText(0, number * names.height, line.text)
        painter.restore()
        count = self._counts.line(column.count, width)
        painter.setFont(self._counts.font)
        painter.setPen(self._muted)
        painter.drawStaticText(
            left + (width - count.width) // 2, self.height() - self._foot, count.text
        )

    def _paint_groups(self, painter: QPainter) -> None:
        """Write the headings; one that is wider than its columns goes on above the next ones."""
        painter.setFont(self._groups.font)
        spans = [span for span in self._spans() if span[2] > 0]
        for at, (group, left, right) in enumerate(spans):
            seen, line = max(left, 0), at % self._lines
            # The one after the next stands on the same line.
            after = spans[at + self._lines :]
            room = (after[0][1] if after else self.length()) - seen - SPACE_S
            if at == len(spans) - 1 and self._groups.width(group) > room:
                room = self._groups.width(group)
                seen = max(0, right - room - SPACE_S)  # to the left, above the one before
            text = self._groups.line(group, max(room, right - seen - SPACE_S, 0))
            painter.setPen(self._muted)
            top = SPACE_XS + line * self._groups.height
            painter.drawStaticText(seen + SPACE_XS, top, text.text)
            painter.setPen(self._edge)
            painter.drawLine(right - 1, top, right - 1, self.height())

    def _spans(self) -> list[tuple[str, int, int]]:
        """Return each heading with where its columns begin and end, in pixels."""
        groups = grouped(self._matrix.columns)
        ends = list(accumulate(count for _, count in groups))
        edge = self.sectionViewportPosition
        return [
            (group, edge(after - count), edge(after - 1) + self.sectionSize(after - 1))
            for (group, count), after in zip(groups, ends, strict=True)
        ]

    def _paint_focus(self, painter: QPainter) -> None:
        at = self.current()
        if self.hasFocus() and at >= 0:
            left, width = self.sectionViewportPosition(at), self.sectionSize(at)
            painter.setPen(self._focus)
            painter.drawRect(left + 1, self._band + 2, width - 4, self.height() - self._band - 5)

    def _current_picture(self) -> QPixmap:
        """Return the headings as they are now; turning pages changes nothing in them."""
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        here = (self.current(), self.region, self.hasFocus())
        shown = (self.offset(), self.length(), size, ratio, *here)
        if shown != self._shown:
            self._shown = shown
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._raised)
            painter = QPainter(self._picture)
            self._paint_all(painter)
            painter.end()
        return self._picture

    def _paint_all(self, painter: QPainter) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        seen = self.seen(0, width - 1)
        for at in seen:
            self._paint_column(painter, at)
        if seen:
            self._paint_groups(painter)
        self._paint_focus(painter)
        painter.fillRect(0, self._band, width, 1, self._line)
        painter.fillRect(0, height - 1, width, 1, self._edge)

    # Qt overrides

    def sizeHint(self) -> QSize:
        # A table asks for the height alone; for a width Qt would measure 200 headings.
        return QSize(0, self._band + self._name_room + self._foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._current_picture())
        painter.end()


class EntryHeader(FrozenHead):
    """Name and version of each entry, and a pin."""

    def __init__(
        self, matrix: RegionMatrixModel, pins: Pins, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, parent)
        self._matrix = matrix
        self._pins = pins
        self._width = 0
        self.hovered = -1
        """Row below the mouse."""
        self.prepare()
        pins.changed.connect(self.viewport().update)

    def prepare(self) -> None:
        """Compute what depends on font, look and rows."""
        font = self.font()
        self._names = LaidOutText(scaled(font, 0, bold=True))
        self._versions = LaidOutText(scaled(font, NOTE_PT))
        self._width = self._needed_width()
        super().prepare()

    def _needed_width(self) -> int:
        widest = self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS
        rows = range(min(self._matrix.rowCount(), _MEASURED_ROWS))
        needed = (self._needed_by(row) for row in rows)
        return min(widest, max(needed, default=0)) + 2 * SPACE_S + _PIN_PX

    def _needed_by(self, row: int) -> int:
        entry = self._matrix.entry(row)
        name = self._names.width(entry.model.id)
        return name + SPACE_S + self._versions.width(entry.version.version)

    def _paint_ground(self, painter: QPainter, rows: dict[int, int]) -> None:
        width, height = self.viewport().width(), self.defaultSectionSize()
        for row, ground in ((self.hovered, self._raised), (self.current(), self._here)):
            if row in rows:
                painter.fillRect(0, rows[row], width, height, ground)
        for top in rows.values():
            painter.fillRect(0, top + height - 1, width, 1, self._line)
        painter.fillRect(width - 1, 0, 1, max(rows.values()) + height, self._edge)
        if self.hasFocus() and self.current() in rows:
            painter.setPen(self._focus)
            painter.drawRect(1, rows[self.current()] + 1, width - 4, height - 4)

    def _paint_texts(self, painter: QPainter, rows: dict[int, int]) -> None:
        """Paint all names, then all versions: changing the font costs more than a text."""
        height, width = self.defaultSectionSize(), self.viewport().width()
        room = width - _PIN_PX - 2 * SPACE_S
        lefts = {}
        painter.setFont(self._names.font)
        painter.setPen(self._text)
        for row, top in rows.items():
            name = self._names.line(self._matrix.entry(row).model.id, room)
            lefts[row] = 2 * SPACE_S + name.width
            painter.drawStaticText(SPACE_S, top + (height - self._names.height) // 2, name.text)
        painter.setFont(self._versions.font)
        painter.setPen(self._muted)
        inset = (height - self._versions.height) // 2
        for row, top in rows.items():
            left = width - _PIN_PX - SPACE_S - lefts[row]
            if left > 2 * SPACE_S:
                version = self._versions.line(self._matrix.entry(row).version.version, left)
                painter.drawStaticText(lefts[row], top + inset, version.text)

    def _paint_pins(self, painter: QPainter, rows: dict[int, int]) -> None:
        height, left = self.defaultSectionSize(), self.viewport().width() - _PIN_PX - 3
        for row, top in rows.items():
            if self._matrix.entry(row).key in self._pins:
                pin = QRect(left, top + (height - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
                self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, pin)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._width, 0)  # as of a height above

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._surface)
        seen = self.seen(area.top(), area.bottom())
        rows = {row: self.sectionViewportPosition(row) for row in seen}
        if rows:
            self._paint_ground(painter, rows)
            self._paint_texts(painter, rows)
        if rows and self._pins:
            self._paint_pins(painter, rows)
        painter.end()


class HeadingUse(Struct, frozen=True):
    """What a heading is used for; each is asked with its row or column."""

    tell: Callable[[int], tuple[str, list[str]]]
    """Returns a title and lines."""
    open: Callable[[int], object]
    choose: Callable[[int], object]
    menu: Callable[[int], QMenu]


class HeadingKeys(QObject):
    """Arrow keys go along a heading, with the cell below; across it they lead to the cells.

    The heading has no place of its own: it is on the row or column of the current cell. Enter
    opens, Space and, of a column, R choose.

    Signals:
        told: a title and lines on the row or column that has the keyboard.
        left: the heading lost the keyboard.
    """

    told = Signal(str, list)
    left = Signal()

    def __init__(self, header: FrozenHead, view: QTableView, use: HeadingUse) -> None:
        super().__init__(header)
        self._header, self._view, self._use = header, view, use
        self._across = header.orientation() is Qt.Orientation.Horizontal
        self._along = _ALONG_COLUMNS if self._across else _ALONG_ROWS
        self._inwards = Qt.Key.Key_Down if self._across else Qt.Key.Key_Right
        header.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        header.installEventFilter(self)
        header.viewport().installEventFilter(self)

    def _step(self, by: int) -> None:
        index, model = self._view.currentIndex(), self._view.model()
        last = (model.columnCount() if self._across else model.rowCount()) - 1
        to = max(0, min(last, self._header.current() + by))
        row, column = (index.row(), to) if self._across else (to, index.column())
        self._view.setCurrentIndex(model.index(row, column))
        self._tell()

    def _tell(self) -> None:
        section = self._header.current()
        if section < 0:
            self.left.emit()
            return
        title, lines = self._use.tell(section)
        self._header.setAccessibleDescription(". ".join((title, *lines)))
        self.told.emit(title, lines)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything here."""
        key, section = Qt.Key(event.key()), self._header.current()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or section < 0:
            return False
        match key:
            case _ if key in self._along:
                self._step(self._along[key])
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._step(-_FAR if key is Qt.Key.Key_Home else _FAR)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._use.open(section)
            case Qt.Key.Key_Space:
                self._use.choose(section)
            case Qt.Key.Key_R if self._across:
                self._use.choose(section)
            case self._inwards:
                self._view.setFocus()
            case _:
                return False
        return True

    def _ask_menu(self, event: QContextMenuEvent) -> bool:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        section = self._header.logicalIndexAt(event.pos()) if by_mouse else self._header.current()
        if section >= 0:
            menu = self._use.menu(section)
            menu.popup(event.globalPos() if by_mouse else self._below(section))
        return True

    def _below(self, section: int) -> QPoint:
        """Return where the menu of a section opens without a mouse."""
        header = self._header
        start, size = header.sectionViewportPosition(section), header.sectionSize(section)
        room = header.viewport().rect()
        box = (
            QRect(start, 0, size, room.height())
            if self._across
            else QRect(0, start, room.width(), size)
        )
        return header.viewport().mapToGlobal(box.center())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ContextMenu if isinstance(event, QContextMenuEvent):
                return self._ask_menu(event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return watched is self._header and self._press(event)
            case QEvent.Type.FocusIn if watched is self._header:
                self._tell()
            case QEvent.Type.FocusOut if watched is self._header:
                self.left.emit()
        return False
