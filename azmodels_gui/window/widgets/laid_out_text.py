# SPDX-License-Identifier: MIT
"""Texts of cells, shortened and laid out once for each width they are shown in."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform

KEPT_TEXTS = 4_000
"""More than any screen holds; forgetting all of them costs one slower repaint."""


class Line(NamedTuple):
    """A text ready to be drawn with `QPainter.drawStaticText`."""

    text: QStaticText
    width: int
    """In pixels, never more than the room that was asked for."""


class LaidOutText:
    """Lays out texts in one font. Shaping a text costs ten times as much as drawing it."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.height = QFontMetrics(font).height()
        self._metrics = QFontMetrics(font)
        self._lines: dict[tuple[str, int], Line] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """Return the width of the whole text in pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= KEPT_TEXTS:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def line(self, text: str, room: int) -> Line:
        """Return a text for `room` pixels, with an ellipsis where it does not fit."""
        key = (text, room)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= KEPT_TEXTS:
                self._lines.clear()
            line = self._lines[key] = self._made(text, room)
        return line

    def _made(self, text: str, room: int) -> Line:
        width = self._metrics.horizontalAdvance(text)
        if width > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = min(room, self._metrics.horizontalAdvance(text))
        laid_out = QStaticText(text)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(QTransform(), self.font)
        return Line(laid_out, width)
