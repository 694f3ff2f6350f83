# SPDX-License-Identifier: MIT
"""Paints the cells of the table of models."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.qtmodels.catalog_table import CatalogTableModel
from azmodels_gui.qtmodels.cell_context import Chip
from azmodels_gui.views.chip_painter import ChipPainter
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S, Tokens, Tone
from azmodels_gui.views.tones import scaled, text_colour

Index = QModelIndex | QPersistentModelIndex
_PIN_PX = 14
_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver


class CellDelegate(QStyledItemDelegate):
    """Text, chips, the pin, and the bar of the current row.

    Paints by itself rather than through the style: a table of 40 rows asks the model three
    times a cell instead of nine. `prepare` once after every change of font or look.
    """

    def __init__(self, pins: Pins, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        self._plain, self._bold = QFont(font), scaled(font, 0, bold=True)
        self._metrics = {0: QFontMetrics(self._bold), 1: QFontMetrics(self._plain)}
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
        self._paint_ground(painter, option, rect, index)
        inner = rect.adjusted(SPACE_S, 0, -SPACE_S, 0)
        if index.column() == 0 and index.data(CatalogTableModel.KEY_ROLE) in self._pins:
            at = QRect(inner.right() - _PIN_PX, rect.center().y() - _PIN_PX // 2, _PIN_PX, _PIN_PX)
            self._pin.paint(painter, at)
            inner.setRight(at.left() - 2)
        chips: tuple[Chip, ...] | None = index.data(CatalogTableModel.CHIPS_ROLE)
        if chips is None:
            self._paint_text(painter, inner, index)
        else:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._chips.paint(painter, QRectF(inner), chips)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        chips = index.data(CatalogTableModel.CHIPS_ROLE)
        if chips is None:
            metrics = self._metrics[0 if index.column() == 0 else 1]
            width = metrics.horizontalAdvance(index.data() or "")
        else:
            width = int(self._chips.total_width(chips))
        return QSize(width + 2 * SPACE_S + 4, self.row_height)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        if state & _SELECTED:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
        elif state & _HOVERED:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.AlternateBase))
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.row() == self.current_row:
            painter.setPen(self._accent)
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        text: str = index.data() or ""
        named = index.column() == 0
        metrics = self._metrics[0 if named else 1]
        if metrics.horizontalAdvance(text) > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(self._bold if named else self._plain)
        painter.setPen(self._colours[index.data(CatalogTableModel.TONE_ROLE) or ""])
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
