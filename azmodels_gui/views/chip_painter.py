# SPDX-License-Identifier: MIT
"""Draws chips: a word in a box whose shape and sign say the same as its colour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from azmodels_gui.qtmodels.cell_context import Chip
from azmodels_gui.views.theme.tokens import SPACE_XS, Tokens, Tone

_PADDING = 6.0
_SIGN = 9.0
_MORE = "…"

TONE_OF_KIND = {
    "preview": Tone.ACCENT,
    "generally_available": Tone.GOOD,
    "legacy": Tone.WARN,
    "deprecated": Tone.WARN,
    "retired": Tone.BAD,
    "past": Tone.BAD,
    "regional": Tone.GOOD,
    "data_zone": Tone.ACCENT,
    "global": Tone.PLAIN,
    "conflict": Tone.WARN,
    "not_offered": Tone.MUTED,
    "unknown": Tone.MUTED,
    "use_case": Tone.MUTED,
}
"""What the colour of each kind of chip says."""

_RADIUS = {"regional": 1.0, "data_zone": 9.0}
_DASHED = frozenset({"unknown", "not_offered"})


@dataclass(frozen=True)
class _Style:
    text: QColor
    fill: QBrush
    edge: QPen
    radius: float
    signed: bool
    """A sign stands before the word: scopes, which must not be mistaken for each other."""


class ChipPainter:
    """Paints rows of chips in one font; widths and colours are computed once."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self.height = metrics.height() + 3.0
        self._ascent = metrics.ascent()
        self._metrics = metrics
        self._widths: dict[str, float] = {}
        self._styles = {kind: _style(kind, tokens) for kind in TONE_OF_KIND}
        self._more_colour = QColor(tokens.muted)

    def width(self, chip: Chip) -> float:
        """Return the width of one chip."""
        return self._text_width(chip.text) + 2 * _PADDING + self._sign_width(chip)

    def total_width(self, chips: Iterable[Chip]) -> float:
        """Return the width of chips side by side."""
        return sum(self.width(chip) + SPACE_XS for chip in chips)

    def paint(self, painter: QPainter, area: QRectF, chips: Sequence[Chip]) -> None:
        """Paint as many chips as fit, and an ellipsis for those that do not."""
        x, top = area.left(), area.center().y() - self.height / 2
        painter.setFont(self.font)
        for number, chip in enumerate(chips):
            width = self.width(chip)
            room = area.right() - x - (0 if number == len(chips) - 1 else 3 * _PADDING)
            if width > room and number:
                painter.setPen(self._more_colour)
                painter.drawText(QPointF(x, top + 1.5 + self._ascent), _MORE)
                return
            self._paint_chip(painter, QRectF(x, top, min(width, area.right() - x), 0), chip)
            x += width + SPACE_XS

    def _paint_chip(self, painter: QPainter, at: QRectF, chip: Chip) -> None:
        style = self._styles.get(chip.kind) or self._styles["global"]
        box = QRectF(at.left() + 0.5, at.top() + 0.5, at.width() - 1, self.height - 1)
        painter.setPen(style.edge)
        painter.setBrush(style.fill)
        painter.drawRoundedRect(box, style.radius, style.radius)
        left = box.left() + _PADDING
        if style.signed:
            _paint_sign(painter, QPointF(left + 2.5, box.center().y()), chip.kind, style.text)
            left += _SIGN
        painter.setPen(style.text)
        text = chip.text
        room = box.right() - left - _PADDING + 1.5
        if self._text_width(text) > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, box.top() + 1.0 + self._ascent), text)

    def _text_width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def _sign_width(self, chip: Chip) -> float:
        style = self._styles.get(chip.kind)
        return _SIGN if style is not None and style.signed else 0.0


def _style(kind: str, tokens: Tokens) -> _Style:
    ink = tokens.inks[TONE_OF_KIND[kind]]
    edge = QPen(QColor(ink.edge), tokens.outline_px)
    if kind in _DASHED:
        edge.setStyle(Qt.PenStyle.DashLine)
    return _Style(
        text=QColor(ink.text),
        fill=QBrush(QColor(ink.fill)),
        edge=edge,
        radius=_RADIUS.get(kind, 4.0),
        signed=kind in ("regional", "data_zone", "global"),
    )


def _paint_sign(painter: QPainter, centre: QPointF, kind: str, colour: QColor) -> None:
    """Paint a full square (stays in the region), a half disc (zone) or a ring (world)."""
    painter.setPen(colour)
    box = QRectF(centre.x() - 2.5, centre.y() - 2.5, 5, 5)
    match kind:
        case "regional":
            painter.fillRect(box, colour)
        case "data_zone":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            painter.setBrush(colour)
            painter.drawPie(box, 90 * 16, 180 * 16)
        case _:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
