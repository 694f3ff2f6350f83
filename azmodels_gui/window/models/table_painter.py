# SPDX-License-Identifier: MIT
"""Paints the visible part of the table of models in one go, column by column.

A delegate is called for each of some 400 cells at every keystroke, and wrapping option and
index for Python costs more than painting: 5.5 ms of processor time against 1.9 ms this way.
"""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QLine, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QPainter
from PySide6.QtWidgets import QTableView

from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.columns import COLUMNS
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, Tone
from azmodels_gui.window.widgets.chip_painter import ChipPainter
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled, text_colour

_PIN_PX = 14
_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}
_ON_THE_RIGHT = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignRight) for column in COLUMNS)
_CENTRED = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignHCenter) for column in COLUMNS)


class _Column(Struct, frozen=True):
    """A column that is at least partly visible, without its margins."""

    number: int
    left: int
    width: int


class TablePainter:
    """Text, chips, pins, and the lines of the current row.

    `prepare` after every change of font or look.
    """

    def __init__(self, table: CatalogTableModel, pins: Pins, theme: Theme) -> None:
        self._table = table
        self._pins = pins
        self._theme = theme
        self.current_row = -1
        """Row the keyboard is on; the view keeps it up to date."""
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        self._chips = ChipPainter(scaled(font, NOTE_PT), tokens)
        self._plain, self._bold = LaidOutText(font), LaidOutText(scaled(font, 0, bold=True))
        self._colours = {
            name: QColor(text_colour(tone, tokens)) for name, tone in _TONES.items()
        } | {"": QColor(tokens.text)}
        self._line, self._accent = QColor(tokens.border), QColor(tokens.accent)
        self._selected, self._hovered = QColor(tokens.selection), QColor(tokens.raised)

    @property
    def row_height(self) -> int:
        """Height of a row in pixels."""
        return self._chips.height + SPACE_S + 1

    def width(self, row: int, column: int) -> int:
        """Return the width in pixels that shows the whole of a cell."""
        cell = self._table.cell(row, column)
        if cell.chips is None:
            width = self._texts(column).width(cell.text)
        else:
            width = self._chips.total_width(cell.chips)
        return width + 2 * SPACE_S + 4

    def paint(self, painter: QPainter, view: QTableView, area: QRect) -> None:
        """Paint the rows and columns that lie in a part of the view's viewport."""
        rows = _rows(view, area)
        if not rows:
            return
        self._paint_ground(painter, view, rows)
        lines = {row: rows.pop(row) for row in tuple(rows) if self._table.is_line(row)}
        for column in _columns(view, area):
            if COLUMNS[column.number].chips is None:
                self._paint_texts(painter, rows, column)
            else:
                self._paint_chips(painter, rows, column)
        for row, top in lines.items():
            self._paint_fold(painter, view, row, top)
        self._paint_lines(painter, view, rows | lines)

    def _paint_fold(self, painter: QPainter, view: QTableView, row: int, top: int) -> None:
        """Paint a line that folds what is below it, over all columns."""
        width = view.viewport().width()
        painter.fillRect(0, top, width, self.row_height, self._hovered)
        painter.setFont(self._plain.font)
        painter.setPen(self._colours["muted"])
        middle, left = top + self.row_height // 2, 3 * SPACE_S
        down = [QPoint(9, middle - 2), QPoint(13, middle + 2), QPoint(17, middle - 2)]
        right = [QPoint(11, middle - 4), QPoint(15, middle), QPoint(11, middle + 4)]
        painter.drawPolyline(right if self._table.is_folded(row) else down)
        line = self._plain.line(self._table.line_text(row), width - left - SPACE_S)
        inset = (self.row_height - 1 - self._plain.height) // 2
        painter.drawStaticText(left, top + inset, line.text)

    def _paint_ground(self, painter: QPainter, view: QTableView, rows: dict[int, int]) -> None:
        selection, width = view.selectionModel(), view.viewport().width()
        hovered = _hovered_row(view)
        for row, top in rows.items():
            if selection.isRowSelected(row):
                painter.fillRect(0, top, width, self.row_height, self._selected)
            elif row == hovered:
                painter.fillRect(0, top, width, self.row_height, self._hovered)

    def _paint_lines(self, painter: QPainter, view: QTableView, rows: dict[int, int]) -> None:
        width, height = view.viewport().width(), self.row_height
        painter.setPen(self._line)
        painter.drawLines(
            [QLine(0, top + height - 1, width, top + height - 1) for top in rows.values()]
        )
        top = rows.get(self.current_row)
        if top is not None:
            painter.setPen(self._accent)
            painter.drawLine(0, top, width, top)
            painter.drawLine(0, top + height - 1, width, top + height - 1)

    def _paint_texts(self, painter: QPainter, rows: dict[int, int], column: _Column) -> None:
        number, texts, cell = column.number, self._texts(column.number), self._table.cell
        inset = (self.row_height - 1 - texts.height) // 2
        painter.setFont(texts.font)
        tone = None
        for row, top in rows.items():
            shown = cell(row, number)
            room = column.width
            if number == 0 and self._pins and self._is_pinned(row):
                room -= _PIN_PX + 2
                self._paint_pin(painter, column.left + room + 2, top)
            if shown.tone != tone:
                tone = shown.tone
                painter.setPen(self._colours[tone])
            line = texts.line(shown.text, room)
            left = column.left
            if _ON_THE_RIGHT[number]:
                left += room - line.width
            elif _CENTRED[number]:
                left += (room - line.width) // 2
            painter.drawStaticText(left, top + inset, line.text)

    def _paint_chips(self, painter: QPainter, rows: dict[int, int], column: _Column) -> None:
        for row, top in rows.items():
            chips = self._table.cell(row, column.number).chips
            if chips:
                area = QRect(column.left, top, column.width, self.row_height - 1)
                self._chips.paint(painter, area, chips)

    def _is_pinned(self, row: int) -> bool:
        key = self._table.key(row)
        return key is not None and key in self._pins

    def _paint_pin(self, painter: QPainter, left: int, top: int) -> None:
        at = QRect(left, top + (self.row_height - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
        self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, at)

    def _texts(self, column: int) -> LaidOutText:
        """The name stands out."""
        return self._plain if column else self._bold


def _rows(view: QTableView, area: QRect) -> dict[int, int]:
    """Return the upper edge of every row in a part of the viewport, by row."""
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return {}
    if last < 0:
        last = view.model().rowCount() - 1
    return {row: view.rowViewportPosition(row) for row in range(first, last + 1)}


def _columns(view: QTableView, area: QRect) -> Iterable[_Column]:
    header = view.horizontalHeader()
    for place in range(header.count()):
        number = header.logicalIndex(place)
        if header.isSectionHidden(number):
            continue
        left, width = header.sectionViewportPosition(number), header.sectionSize(number)
        if left <= area.right() and left + width > area.left() and width > 2 * SPACE_S:
            yield _Column(number, left + SPACE_S, width - 2 * SPACE_S)


def _hovered_row(view: QTableView) -> int:
    viewport = view.viewport()
    if not viewport.underMouse():
        return -1
    at: QPoint = viewport.mapFromGlobal(QCursor.pos())
    return view.rowAt(at.y())
