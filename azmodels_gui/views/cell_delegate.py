# SPDX-License-Identifier: MIT
"""Paints the cells of the table of models."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.qtmodels.catalog_table import CatalogTableModel
from azmodels_gui.qtmodels.columns import COLUMNS
from azmodels_gui.views.chip_painter import ChipPainter
from azmodels_gui.views.laid_out_text import LaidOutText
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S, Tone
from azmodels_gui.views.tones import scaled, text_colour

Index = QModelIndex | QPersistentModelIndex
_PIN_PX = 14
_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}
# As whole numbers: a flag costs microseconds in Python, and this runs for every cell.
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_ON_THE_RIGHT = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignRight) for column in COLUMNS)
_CENTRED = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignHCenter) for column in COLUMNS)


class CellDelegate(QStyledItemDelegate):
    """Text, chips, the pin, and the lines of the current row.

    Paints by itself rather than through the style, and asks the model once a cell instead
    of nine times. `prepare` after every change of font or look.
    """

    def __init__(
        self, table: CatalogTableModel, pins: Pins, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
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

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option.state.value, row)
        cell = self._table.cell(row, column)
        inner = rect.adjusted(SPACE_S, 0, -SPACE_S, -1)
        if column == 0 and self._pins and self._table.entry(row).key in self._pins:
            at = QRect(inner.right() - _PIN_PX, rect.center().y() - _PIN_PX // 2, _PIN_PX, _PIN_PX)
            self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, at)
            inner.setRight(at.left() - 2)
        if cell.chips is None:
            painter.setPen(self._colours[cell.tone])
            self._paint_text(painter, inner, cell.text, column)
        else:
            self._chips.paint(painter, inner, cell.chips)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._table.cell(index.row(), index.column())
        if cell.chips is None:
            width = (self._plain if index.column() else self._bold).width(cell.text)
        else:
            width = self._chips.total_width(cell.chips)
        return QSize(width + 2 * SPACE_S + 4, self.row_height)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: int, row: int) -> None:
        if state & _SELECTED:
            painter.fillRect(rect, self._selected)
        elif state & _HOVERED:
            painter.fillRect(rect, self._hovered)
        left, right, bottom = rect.left(), rect.right(), rect.bottom()
        if row == self.current_row:
            painter.setPen(self._accent)
            painter.drawLine(left, rect.top(), right, rect.top())
        else:
            painter.setPen(self._line)
        painter.drawLine(left, bottom, right, bottom)

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, column: int) -> None:
        texts = self._plain if column else self._bold
        room = rect.width()
        shown = texts.line(text, room)
        x = rect.left()
        if _ON_THE_RIGHT[column]:
            x += room - shown.width
        elif _CENTRED[column]:
            x += (room - shown.width) // 2
        painter.setFont(texts.font)
        painter.drawStaticText(x, rect.top() + (rect.height() - texts.height) // 2, shown.text)
