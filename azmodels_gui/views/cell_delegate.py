# SPDX-License-Identifier: MIT
"""Paints the cells of the table of models."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.qtmodels.catalog_table import CatalogTableModel
from azmodels_gui.qtmodels.cell_context import Chip
from azmodels_gui.qtmodels.cell_store import Cell
from azmodels_gui.qtmodels.columns import COLUMNS
from azmodels_gui.views.chip_painter import ChipPainter
from azmodels_gui.views.laid_out_text import LaidOutText
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S, Tokens, Tone
from azmodels_gui.views.tones import scaled, text_colour

Index = QModelIndex | QPersistentModelIndex
_PIN_PX = 14
_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_MARKED = _SELECTED | _HOVERED
KEPT_PICTURES = 1_000
"""Chips of a cell are drawn once for each set of chips and width of column."""
_RIGHT = [bool(column.alignment & Qt.AlignmentFlag.AlignRight) for column in COLUMNS]
_CENTRED = [bool(column.alignment & Qt.AlignmentFlag.AlignHCenter) for column in COLUMNS]


class CellDelegate(QStyledItemDelegate):
    """Text, chips, the pin, and the bar of the current row.

    A keystroke repaints some 400 cells within 16 ms, so this paints by itself rather than
    through the style, asks the table in Python rather than through `QModelIndex.data`, and
    draws texts laid out and chips painted before. `prepare` once after every change of
    font or look.
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
        self._tokens: Tokens = tokens
        self._chips = ChipPainter(scaled(font, NOTE_PT), tokens)
        self._pictures: dict[tuple[tuple[Chip, ...], int], QPixmap] = {}
        self._plain = LaidOutText(QFont(font))
        self._bold = LaidOutText(scaled(font, 0, bold=True))
        self._colours = {
            name: QColor(text_colour(tone, tokens)) for name, tone in _TONES.items()
        } | {"": QColor(tokens.text)}
        self._line, self._accent = QColor(tokens.border), QColor(tokens.accent)
        self._pin = self._theme.icon("pinned", tokens.accent)

    @property
    def row_height(self) -> int:
        """Height of a row in pixels."""
        return int(self._chips.height) + SPACE_S + 1

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        self._paint_ground(painter, option, rect, row)
        cell = self._table.cell(row, column)
        left, room = rect.left() + SPACE_S, rect.width() - 2 * SPACE_S
        if column == 0 and self._table.entry(row).key in self._pins:
            room -= _PIN_PX + 2
            top = rect.center().y() - _PIN_PX // 2
            self._pin.paint(painter, QRect(left + room + 2, top, _PIN_PX, _PIN_PX))
        if cell.chips is None:
            self._paint_text(painter, QRect(left, rect.top(), room, rect.height()), cell, column)
        elif cell.chips:
            painter.drawPixmap(rect.topLeft(), self._picture(painter, rect, cell.chips))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._table.cell(index.row(), index.column())
        if cell.chips is None:
            texts = self._bold if index.column() == 0 else self._plain
            width = texts.width(cell.text)
        else:
            width = int(self._chips.total_width(cell.chips))
        return QSize(width + 2 * SPACE_S + 4, self.row_height)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int
    ) -> None:
        state: QStyle.StateFlag = option.state
        if state & _MARKED:
            palette: QPalette = option.palette
            selected = state & _SELECTED
            ground = QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.AlternateBase
            painter.fillRect(rect, palette.brush(ground))
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row == self.current_row:
            painter.setPen(self._accent)
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell, column: int) -> None:
        texts = self._bold if column == 0 else self._plain
        room = rect.width()
        line = texts.line(cell.text, room)
        left = rect.left()
        if _RIGHT[column]:
            left += room - line.width
        elif _CENTRED[column]:
            left += (room - line.width) // 2
        painter.setFont(texts.font)
        painter.setPen(self._colours[cell.tone])
        painter.drawStaticText(left, rect.top() + (rect.height() - texts.height) // 2, line.text)

    def _picture(self, painter: QPainter, rect: QRect, chips: tuple[Chip, ...]) -> QPixmap:
        key = (chips, rect.width())
        picture = self._pictures.get(key)
        if picture is None or picture.devicePixelRatio() != painter.device().devicePixelRatio():
            if len(self._pictures) >= KEPT_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = self._painted(painter, rect.size(), chips)
        return picture

    def _painted(self, painter: QPainter, size: QSize, chips: tuple[Chip, ...]) -> QPixmap:
        ratio = painter.device().devicePixelRatio()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        inner = QPainter(picture)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(SPACE_S, 0, size.width() - 2 * SPACE_S, size.height())
        self._chips.paint(inner, area, chips)
        inner.end()
        return picture
