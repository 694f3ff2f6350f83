# SPDX-License-Identifier: MIT
"""Paints the tree of filters: headings, check boxes, and counts at the right edge."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.window.models.facet_node import FacetRow
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.chip_painter import BOX_PX, check_mark
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled

Index = QModelIndex | QPersistentModelIndex
# As whole numbers: a flag costs microseconds in Python, and this runs for every row.
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_OPEN = QStyle.StateFlag.State_Open.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class FacetDelegate(QStyledItemDelegate):
    """A click anywhere on a value checks it, not only on its small box."""

    def __init__(self, facets: FacetTreeModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._theme = theme
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        heading = scaled(font, NOTE_PT, bold=True)
        heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._texts, self._headings = LaidOutText(font), LaidOutText(heading)
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._faint, self._hover = QColor(tokens.faint), QColor(tokens.raised)
        self._focus = QPen(QColor(tokens.focus), tokens.outline_px)
        self._boxes: dict[tuple[Qt.CheckState, bool, float], QPixmap] = {}

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._facets.row(index).check is None
        return QSize(80, self._texts.height + (SPACE_S + 6 if heading else 7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: int = option.state.value
        shown = self._facets.row(index)
        if shown.check is None:
            self._paint_heading(painter, rect, bool(state & _OPEN), shown.label)
        else:
            if state & _HOVERED:
                painter.fillRect(rect, self._hover)
            at = QPoint(rect.left() + 1, rect.top() + (rect.height() - BOX_PX - 3) // 2)
            painter.drawPixmap(at, self._box(painter, shown.check, shown.enabled))
            self._paint_words(painter, rect, shown)
        if state & _FOCUSED:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        shown = self._facets.row(index)
        if isinstance(event, QMouseEvent) and shown.check is not None:
            released = event.type() == QEvent.Type.MouseButtonRelease
            if released and event.button() == Qt.MouseButton.LeftButton and shown.enabled:
                on = shown.check != Qt.CheckState.Checked
                state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return False
        return super().editorEvent(event, model, option, index)

    def _paint_heading(self, painter: QPainter, rect: QRect, is_open: bool, text: str) -> None:
        painter.setFont(self._headings.font)
        painter.setPen(self._muted)
        words = rect.adjusted(SPACE_S, SPACE_XS, -24, 0)
        top = words.top() + (words.height() - self._headings.height) // 2
        painter.drawStaticText(words.left(), top, self._headings.line(text, words.width()).text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._muted, 1.4))
        x, y, tip = rect.right() - 14, words.center().y(), -2 if is_open else 2
        painter.drawPolyline(
            [QPointF(x - 4, y - tip), QPointF(x, y + tip), QPointF(x + 4, y - tip)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(self, painter: QPainter, rect: QRect, shown: FacetRow) -> None:
        texts = self._texts
        top = rect.top() + (rect.height() - texts.height) // 2
        right = rect.right() - SPACE_S
        painter.setFont(texts.font)
        if shown.count is not None:
            painter.setPen(self._muted if shown.enabled else self._faint)
            count = texts.line(str(shown.count), rect.width())
            right -= count.width
            painter.drawStaticText(right, top, count.text)
        left = rect.left() + BOX_PX + SPACE_S
        painter.setPen(self._text if shown.enabled else self._faint)
        room = max(right - left - SPACE_XS, 1)
        painter.drawStaticText(left, top, texts.line(shown.label, room).text)

    def _box(self, painter: QPainter, check: Qt.CheckState, enabled: bool) -> QPixmap:
        """Return the check box; there are six, each is drawn once."""
        key = (check, enabled, painter.device().devicePixelRatio())
        if key not in self._boxes:
            self._boxes[key] = check_mark(check, self._theme.tokens, enabled=enabled, ratio=key[2])
        return self._boxes[key]
