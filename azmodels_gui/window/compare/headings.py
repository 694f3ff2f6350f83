# SPDX-License-Identifier: MIT
"""The headings of compared models: dragged into another order, taken away by a cross."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QToolTip

from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS

CROSS_PX, CROSS_BOX_PX = 12, 24
"""Of the cross, and of the box around it that takes clicks."""
BREAKS = " -._"
"""After these a name may go on in the next line."""


def broken(text: str, metrics: QFontMetrics, room_px: int) -> list[str]:
    """Return a text in one line or two, the second cut with dots where it has no room."""
    if metrics.horizontalAdvance(text) <= room_px:
        return [text]
    places = [at + 1 for at, letter in enumerate(text) if letter in BREAKS]
    fitting = [at for at in places if metrics.horizontalAdvance(text[:at].rstrip()) <= room_px]
    right = Qt.TextElideMode.ElideRight
    if not fitting:
        return [metrics.elidedText(text, right, room_px)]
    first, second = text[: fitting[-1]].rstrip(), text[fitting[-1] :]
    return [first, metrics.elidedText(second, right, room_px)]


class ColumnHeadings(QHeaderView):
    """Can be dragged into another order; a cross takes a column away.

    Signals:
        remove_asked: number of the column to take away.
    """

    remove_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._over = self._pressed = -1
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def cross(self, logical: int) -> QRect:
        """Return where a click takes a column away."""
        right = self.sectionViewportPosition(logical) + self.sectionSize(logical)
        return QRect(right - CROSS_BOX_PX, 0, CROSS_BOX_PX, CROSS_BOX_PX)

    def _crossed(self, place: QPoint) -> int:
        """Return the column whose cross is at a place; -1: none."""
        column = self.logicalIndexAt(place)
        return column if column >= 0 and self.cross(column).contains(place) else -1

    def _lines(self, logical: int, text: str) -> list[str]:
        metrics = QFontMetrics(self._bold())
        room = self.sectionSize(logical) - SPACE_S - CROSS_BOX_PX
        return [piece for line in text.split("\n") for piece in broken(line, metrics, room)]

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    # Qt overrides

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        option.text = "\n".join(self._lines(logicalIndex, option.text))

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        text = self.model().headerData(logicalIndex, self.orientation())
        count = len(self._lines(logicalIndex, str(text)))
        high = count * QFontMetrics(self._bold()).lineSpacing() + 2 * SPACE_XS + 1
        return QSize(size.width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        box, tokens = self.cross(logicalIndex), self._theme.tokens
        over = logicalIndex == self._over
        if over:
            painter.fillRect(box, tokens.selection)
        icon = self._theme.icon("close", tokens.text if over else tokens.muted)
        inset = (CROSS_BOX_PX - CROSS_PX) // 2
        icon.paint(painter, box.adjusted(inset, inset, -inset, -inset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._crossed(event.position().toPoint())
        if self._pressed < 0:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._crossed(event.position().toPoint())
        if over != self._over:
            self._over = over
            self.viewport().update()
        if self._pressed < 0:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._crossed(event.position().toPoint()):
            self.remove_asked.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick clicks on crosses for two clicks."""
        self._pressed = self._crossed(event.position().toPoint())
        if self._pressed < 0:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._crossed(event.pos()) >= 0:
            QToolTip.showText(event.globalPos(), tr("Take out of the comparison"), self)
            return True
        return super().viewportEvent(event)
