# SPDX-License-Identifier: MIT
"""Paints the tree of filters: headings, check boxes, whole labels, counts at the right edge."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from azmodels_gui.catalog.query import Asked
from azmodels_gui.window.models.facet_node import FacetNode, FacetRow
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.chip_painter import BOX_PX, check_mark
from azmodels_gui.window.widgets.texts import LaidOutText, Paragraph
from azmodels_gui.window.widgets.tones import scaled

Index = QModelIndex | QPersistentModelIndex
# As whole numbers: a flag costs microseconds in Python, and this runs for every row.
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_OPEN = QStyle.StateFlag.State_Open.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
PADDING_PX = 4
"""Above and below the words of a row."""


class FacetDelegate(QStyledItemDelegate):
    """A click anywhere on a value checks it, not only on its small box."""

    def __init__(
        self,
        facets: FacetTreeModel,
        theme: Theme,
        view: QTreeView,
        field_height: Callable[[Asked, int], int],
    ) -> None:
        """Make it.

        Args:
            facets: what is painted.
            theme: the look.
            view: where it is painted.
            field_height: how high the fields of a range are in so many pixels of width.
        """
        super().__init__(view)
        self._field_height = field_height
        self._facets = facets
        self._view = view
        self._theme = theme
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        heading = scaled(font, NOTE_PT, bold=True)
        heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._texts, self._headings = LaidOutText(font), LaidOutText(heading)
        self._count_px = self._texts.width(str(self._facets.total))
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._link = QColor(tokens.accent)
        self._faint, self._hover = QColor(tokens.faint), QColor(tokens.raised)
        self._focus = QPen(QColor(tokens.focus), tokens.outline_px)
        self._sizes: dict[tuple[int, str, int], QSize] = {}
        """By node, its label and the width of the view: a layout asks for every row."""
        self._boxes: dict[tuple[Qt.CheckState, bool, float], QPixmap] = {}

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._facets.node(index)
        key = (node.number, node.branch.label, self._view.viewport().width())
        if key not in self._sizes:
            self._sizes[key] = QSize(80, self._height(node, key[2]))
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: int = option.state.value
        shown = self._facets.row(index)
        if self._facets.node(index).range is not None:
            return  # its fields stand here
        if shown.check is None and not shown.is_foot:
            self._paint_heading(painter, rect, bool(state & _OPEN), shown.label)
        else:
            if state & _HOVERED:
                painter.fillRect(rect, self._hover)
            if shown.check is not None:
                top = rect.top() + PADDING_PX + (self._texts.height - BOX_PX - 3) // 2
                box = self._box(painter, shown.check, shown.enabled)
                painter.drawPixmap(QPoint(rect.left() + 1, top), box)
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
        if isinstance(event, QMouseEvent) and (shown.check is not None or shown.is_foot):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if not released or event.button() != Qt.MouseButton.LeftButton:
                return False
            if shown.is_foot:
                self._facets.show_more(index)
            elif shown.enabled:
                on = shown.check != Qt.CheckState.Checked
                state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return False
        return super().editorEvent(event, model, option, index)

    def _height(self, node: FacetNode, width: int) -> int:
        if node.parent is None:
            return self._texts.height + SPACE_S + 6
        room = width - node.depth * self._view.indentation()
        if node.range is not None:
            return self._field_height(node.range, room)
        counted = node.is_value or node.is_group
        return self._words(node.branch.label, room, counted=counted).height + 2 * PADDING_PX

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
        texts, top = self._texts, rect.top() + PADDING_PX
        painter.setFont(texts.font)
        if shown.count is not None:
            painter.setPen(self._muted if shown.enabled else self._faint)
            count = texts.line(str(shown.count), rect.width())
            painter.drawStaticText(rect.right() - SPACE_S - count.width, top, count.text)
        plain = self._link if shown.is_foot else self._text
        painter.setPen(plain if shown.enabled else self._faint)
        words = self._words(shown.label, rect.width(), counted=shown.count is not None)
        painter.drawStaticText(rect.left() + BOX_PX + SPACE_S, top, words.text)

    def _words(self, label: str, room: int, *, counted: bool) -> Paragraph:
        """Return the whole label, beside a row's box and count."""
        count = self._count_px + SPACE_S + SPACE_XS if counted else 0
        return self._texts.paragraph(label, max(room - BOX_PX - SPACE_S - count, 1))

    def _box(self, painter: QPainter, check: Qt.CheckState, enabled: bool) -> QPixmap:
        """Return the check box; there are six, each is drawn once."""
        key = (check, enabled, painter.device().devicePixelRatio())
        if key not in self._boxes:
            self._boxes[key] = check_mark(check, self._theme.tokens, enabled=enabled, ratio=key[2])
        return self._boxes[key]
