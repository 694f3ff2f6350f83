# SPDX-License-Identifier: MIT
"""Paints the tree of filters: headings, check boxes, and counts at the right edge."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.qtmodels.facet_tree import FacetTreeModel
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS
from azmodels_gui.views.tones import scaled

Index = QModelIndex | QPersistentModelIndex
_BOX_PX = 12
State = QStyle.StateFlag


class FacetDelegate(QStyledItemDelegate):
    """A click anywhere on a value checks it, not only on its small box."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        self._font, self._heading = QFont(font), scaled(font, NOTE_PT, bold=True)
        self._heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._metrics = QFontMetrics(self._font)
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._faint, self._hover = QColor(tokens.faint), QColor(tokens.raised)
        self._accent, self._on_accent = QColor(tokens.accent), QColor(tokens.on_accent)
        self._focus = QPen(QColor(tokens.focus), tokens.outline_px)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = not index.parent().isValid()
        return QSize(80, self._metrics.height() + (SPACE_S + 6 if heading else 7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if not index.parent().isValid():
            self._paint_heading(painter, rect, state, str(index.data()))
            self._paint_focus(painter, rect, state)
            return
        if state & State.State_MouseOver:
            painter.fillRect(rect, self._hover)
        self._paint_box(painter, rect, index)
        self._paint_words(painter, rect, index)
        self._paint_focus(painter, rect, state)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and index.parent().isValid():
            released = event.type() == QEvent.Type.MouseButtonRelease
            left = event.button() == Qt.MouseButton.LeftButton
            if released and left and index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return _toggle(model, index)
            return False
        return super().editorEvent(event, model, option, index)

    def _paint_heading(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, text: str
    ) -> None:
        painter.setFont(self._heading)
        painter.setPen(self._muted)
        words = rect.adjusted(SPACE_S, SPACE_XS, -24, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._muted, 1.4))
        x, y = rect.right() - 14, rect.center().y() + 2
        tip = 3 if state & State.State_Open else -3
        painter.drawLine(x - 4, y + tip // 2, x, y - tip // 2 - (1 if tip > 0 else -1))
        painter.drawLine(x, y - tip // 2 - (1 if tip > 0 else -1), x + 4, y + tip // 2)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRect, index: Index) -> None:
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        if check is None:
            return
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        box = QRectF(rect.left() + 2.5, rect.center().y() - _BOX_PX / 2 + 0.5, _BOX_PX, _BOX_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = Qt.CheckState(check) != Qt.CheckState.Unchecked
        painter.setPen(QPen(self._accent if on else (self._muted if enabled else self._faint), 1))
        painter.setBrush(self._accent if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(self._on_accent, 1.8))
            painter.drawPolyline(_mark(box, Qt.CheckState(check)))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        count = index.data(FacetTreeModel.COUNT_ROLE)
        painter.setFont(self._font)
        right = rect.adjusted(0, 0, -SPACE_S, 0)
        count_width = 0
        if count is not None:
            painter.setPen(self._muted if enabled else self._faint)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, int(flags), str(count))
            count_width = self._metrics.horizontalAdvance(str(count)) + SPACE_XS
        words = right.adjusted(_BOX_PX + SPACE_S, 0, -count_width, 0)
        text = str(index.data())
        if self._metrics.horizontalAdvance(text) > words.width():
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(self._text if enabled else self._faint)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), text)

    def _paint_focus(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & State.State_HasFocus:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _mark(box: QRectF, check: Qt.CheckState) -> list[QPointF]:
    """Return a tick, or a dash for a group that is checked in part."""
    x, y = box.center().x(), box.center().y()
    if check == Qt.CheckState.PartiallyChecked:
        return [QPointF(x - 3, y), QPointF(x + 3, y)]
    return [QPointF(x - 3.2, y), QPointF(x - 1, y + 2.4), QPointF(x + 3.2, y - 2.6)]


def _toggle(model: QAbstractItemModel, index: Index) -> bool:
    checked = index.data(Qt.ItemDataRole.CheckStateRole)
    if checked is None:
        return False
    on = Qt.CheckState(checked) != Qt.CheckState.Checked
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
