# SPDX-License-Identifier: MIT
"""The check box of the program, for the tree of filters and for single switches."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_XS, Tokens

BOX_PX = 12
PICTURE_PX = BOX_PX + 3


def check_mark(check: Qt.CheckState, tokens: Tokens, *, enabled: bool, ratio: float) -> QPixmap:
    """Return a drawn box: empty, with a tick, or with a dash for "in part"."""
    picture = QPixmap(QSize(PICTURE_PX, PICTURE_PX) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1.5, 1.5, BOX_PX, BOX_PX)
    on = check != Qt.CheckState.Unchecked
    edge = tokens.muted if enabled else tokens.faint
    painter.setPen(QPen(QColor(tokens.accent if on else edge), 1))
    painter.setBrush(QColor(tokens.accent) if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(QPen(QColor(tokens.on_accent), 1.8))
        painter.drawPolyline(_mark(box, check))
    painter.end()
    return picture


def _mark(box: QRectF, check: Qt.CheckState) -> list[QPointF]:
    x, y = box.center().x(), box.center().y()
    if check == Qt.CheckState.PartiallyChecked:
        return [QPointF(x - 3, y), QPointF(x + 3, y)]
    return [QPointF(x - 3.2, y), QPointF(x - 1, y + 2.4), QPointF(x + 3.2, y - 2.6)]


class CheckBox(QCheckBox):
    """A switch that looks like the check boxes of the filters in every look."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        picture = check_mark(
            self.checkState(), tokens, enabled=self.isEnabled(), ratio=self.devicePixelRatioF()
        )
        painter.drawPixmap(0, (self.height() - PICTURE_PX) // 2, picture)
        words = QRect(PICTURE_PX + SPACE_XS, 0, self.width(), self.height())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        shortcuts = self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, option, self)
        mnemonic = Qt.TextFlag.TextShowMnemonic if shortcuts else Qt.TextFlag.TextHideMnemonic
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.faint))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | mnemonic), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), tokens.outline_px))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
