# SPDX-License-Identifier: MIT
"""The headings of the table of models: two lines, the upper one over several columns."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QLine, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPolygon
from PySide6.QtWidgets import QHeaderView, QTableView

from azmodels_gui.catalog.synonyms import short_region
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMNS
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.mark_painter import SLOT_PX
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled

_ARROW_PX = 9


class _Span(Struct, frozen=True):
    """The room that the upper line of some headings has."""

    number: int
    left: int
    width: int


class TableHeader(QHeaderView):
    """Painted in one go: a rule of the style sheet for each section costs several times as much."""

    def __init__(self, table: CatalogTableModel, theme: Theme, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._table = table
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self._prepare()
        theme.changed.connect(self._prepare)

    def needed(self, number: int) -> int:
        """Return the width that shows both lines of a heading, but for those of a group."""
        upper, lower = self._table.heading(number)
        lines = (lower,) if COLUMNS[number].group else (upper, lower)
        return max(map(self._texts.width, lines)) + 2 * SPACE_S + 2

    def _prepare(self) -> None:
        self._texts = LaidOutText(scaled(self.font(), NOTE_PT, bold=True))
        self._painted: object = None
        self._picture = QPixmap()
        self.update()

    def _shown(self) -> Iterator[_Span]:
        for place in range(self.count()):
            number = self.logicalIndex(place)
            if not self.isSectionHidden(number):
                yield _Span(number, self.sectionViewportPosition(number), self.sectionSize(number))

    def _groups(self, shown: tuple[_Span, ...]) -> Iterator[_Span]:
        """Yield the upper lines: one over neighbours of a group, one over each other column."""
        at = 0
        while at < len(shown):
            first, group = shown[at], COLUMNS[shown[at].number].group
            width, at = first.width, at + 1
            while group and at < len(shown) and COLUMNS[shown[at].number].group == group:
                width, at = width + shown[at].width, at + 1
            yield _Span(first.number, first.left, width)

    def _upper(self, span: _Span) -> str:
        """Return an upper line; where it has no room it is told shorter, then the place is cut."""
        table, number = self._table, span.number
        text, room = table.heading(number)[0], span.width - 2 * SPACE_S
        if not COLUMNS[number].group or not table.place:
            return text
        short = short_region(table.place)
        forms = (text, *(table.narrow_heading(number, each) for each in (table.place, short)))
        fitting = (form for form in forms if self._texts.width(form) <= room)
        rest = room - (self._texts.width(forms[-1]) - self._texts.width(short))
        return next(fitting, table.narrow_heading(number, self._texts.cut(short, rest)))

    def _paint_line(self, painter: QPainter, text: str, span: _Span, top: int) -> None:
        """Paint one line of a heading where its column has its texts."""
        column = COLUMNS[span.number]
        room = span.width - 2 * SPACE_S
        if self._is_sorted(span.number):
            room -= _ARROW_PX
        if room <= 0:
            return
        line = self._texts.line(text, room)
        left = span.left + SPACE_S
        if column.alignment & Qt.AlignmentFlag.AlignRight:
            left += room - line.width
        elif column.alignment & Qt.AlignmentFlag.AlignHCenter:
            left += (room - line.width) // 2
        painter.drawStaticText(left, top, line.text)

    def _paint_letters(self, painter: QPainter, letters: str, span: _Span, top: int) -> None:
        """Paint a letter over each slot of marks."""
        for slot, letter in enumerate(letters):
            line = self._texts.line(letter, SLOT_PX)
            left = span.left + SPACE_S + slot * SLOT_PX + (SLOT_PX - line.width) // 2
            painter.drawStaticText(left, top, line.text)

    def _is_sorted(self, number: int) -> bool:
        return self.sortIndicatorSection() == number

    def _paint_arrow(self, painter: QPainter, span: _Span) -> None:
        x, y = span.left + span.width - SPACE_S - 3, self.height() - self._texts.height // 2 - 7
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, foot = (y - 2, y + 3) if up else (y + 3, y - 2)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygon([QPoint(x - 4, foot), QPoint(x + 4, foot), QPoint(x, tip)]))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(0, 2 * self._texts.height + 2 * SPACE_XS + 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every change of the filter repaints it, and hardly any changes what it shows."""
        shown = tuple(self._shown())
        told = [self._table.heading(span.number) for span in shown]
        sorted_by = (self.sortIndicatorSection(), self.sortIndicatorOrder())
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        key = (shown, told, sorted_by, size, ratio, self._theme.tokens.name)
        if key != self._painted:
            self._painted = key
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(self._theme.tokens.raised))
            self._paint(QPainter(self._picture), shown)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint(self, painter: QPainter, shown: tuple[_Span, ...]) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._texts.font)
        painter.setPen(QColor(tokens.muted))
        upper, lower = SPACE_XS, SPACE_XS + self._texts.height
        for span in self._groups(shown):
            top = self._upper(span)
            if top:
                self._paint_line(painter, top, span, upper)
        for span in shown:
            top, below = self._table.heading(span.number)
            if COLUMNS[span.number].letters:
                self._paint_letters(painter, below, span, lower)
            else:
                self._paint_line(painter, below, span, lower if top else (upper + lower) // 2)
        painter.setPen(QColor(tokens.border))
        bottom = self.height() - 1
        painter.drawLine(QLine(0, bottom, self.width(), bottom))
        for span in shown:
            if self._is_sorted(span.number):
                self._paint_arrow(painter, span)
        painter.end()
