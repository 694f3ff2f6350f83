# SPDX-License-Identifier: MIT
"""Texts of cells, shortened and laid out once for each width they are shown in."""

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QStaticText, QTransform
from PySide6.QtWidgets import QLabel

LONGEST_LABEL = 5_000
"""Characters; a longer text would only make the layout slow."""


def tool_tip(text: str) -> str:
    """Return a tool tip that shows `text` letter by letter, in wrapped lines.

    Qt guesses whether a tool tip is HTML; escaped and wrapped there is nothing to guess.
    """
    lines = escape(text[:LONGEST_LABEL]).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if text else ""


def without_mnemonic(text: str) -> str:
    """Return a text for a menu or button, where `&` would otherwise vanish."""
    return text.replace("&", "&&")


def plain_label(text: str = "", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps and never reads HTML.

    Args:
        text: cut after `LONGEST_LABEL` characters.
        selectable: for figures somebody may want to copy; such a label costs twice as much.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text[:LONGEST_LABEL])
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(QLabel):
    """Plain text on one line, as narrow as the layout likes; the whole of it is a tool tip."""

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


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
