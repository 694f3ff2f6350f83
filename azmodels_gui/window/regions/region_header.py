# SPDX-License-Identifier: MIT
"""The headings of the matrix: a band of groups, region names from bottom to top, counts."""

from itertools import accumulate

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from azmodels_gui.window.regions.region_columns import grouped
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled

_LONGEST_LETTERS = 32


class RegionHeader(QHeaderView):
    """Painted in one go; a click chooses a region, the keyboard comes by `HeadingKeys`."""

    def __init__(
        self, matrix: RegionMatrixModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = matrix
        self._theme = theme
        self.region = -1
        """Column of the chosen region; -1: none."""
        self._is_low = False
        self._picture = QPixmap()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.prepare()

    def prepare(self) -> None:
        """Compute what depends on font, look and columns."""
        font, tokens = self.font(), self._theme.tokens
        self._groups = LaidOutText(scaled(font, NOTE_PT, bold=True))
        self._names = LaidOutText(scaled(font, 0))
        self._bold = LaidOutText(scaled(font, 0, bold=True))
        self._counts = LaidOutText(scaled(font, NOTE_PT))
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._ground, self._here = QColor(tokens.raised), QColor(tokens.selection)
        self._accent, self._focus = QColor(tokens.accent), QPen(QColor(tokens.focus), 2)
        self._line, self._edge = QColor(tokens.border), QColor(tokens.muted)
        self._name_room = self._needed_name_room()
        # Headings of few columns are longer than these are wide: they stand on two lines by turns.
        groups = [group for group, _ in grouped(self._matrix.columns) if group]
        self._lines = 2 if len(groups) > 1 else 1
        self._shown: tuple[object, ...] = ()
        self.updateGeometry()
        self.viewport().update()

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
        current = at == self._current_column()
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
        at = self._current_column()
        if self.hasFocus() and at >= 0:
            left, width = self.sectionViewportPosition(at), self.sectionSize(at)
            painter.setPen(self._focus)
            painter.drawRect(left + 1, self._band + 2, width - 4, self.height() - self._band - 5)

    def _current_column(self) -> int:
        selection = self.selectionModel()
        return selection.currentIndex().column() if selection is not None else -1

    def _current_picture(self) -> QPixmap:
        """Return the headings as they are now; turning pages changes nothing in them."""
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        here = (self._current_column(), self.region, self.hasFocus())
        shown = (self.offset(), self.length(), size, ratio, *here)
        if shown != self._shown:
            self._shown = shown
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._ground)
            painter = QPainter(self._picture)
            self._paint_all(painter)
            painter.end()
        return self._picture

    def _paint_all(self, painter: QPainter) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        first, last = self.logicalIndexAt(0), self.logicalIndexAt(width - 1)
        if first >= 0:
            for at in range(first, (last if last >= 0 else self.count() - 1) + 1):
                self._paint_column(painter, at)
            self._paint_groups(painter)
        self._paint_focus(painter)
        painter.fillRect(0, self._band, width, 1, self._line)
        painter.fillRect(0, height - 1, width, 1, self._edge)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._band + self._name_room + self._foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._current_picture())
        painter.end()
