# SPDX-License-Identifier: MIT
"""Draws a region's dot: shape, number and colour each say how much it offers."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from azmodels_gui.window.regions.region_dots import RegionDot
from azmodels_gui.window.theme.tokens import Tokens, Tone

OPEN_SIGN = "?"
CROSS_PX = 4.0
NUMBER_FROM_PX = 5.4
"""Radius from which a number has room."""
SIGN_FROM_PX = 4.0
_TURN = 16 * 360
_TOP = 16 * 90
_PALEST = 0.45
"""Part of the accent in the colour of the smallest share."""
_TRACK, _STRONG_TRACK = 0.4, 0.6
"""Part of the text's colour in the empty part of a ring; the stronger for high contrast."""


class DotPainter:
    """Paints dots in one look.

    Everything offered: a full disc. Some of it: a ring filled to the share, with the number.
    Unknown, or sources disagree: a dotted ring, a question mark where nothing is offered.
    Nothing offered: a small empty circle.
    """

    def __init__(self, tokens: Tokens, font: QFont) -> None:
        self._tokens = tokens
        self._font = QFont(font)
        self._surface = QColor(tokens.surface)
        track = _TRACK if tokens.outline_px == 1 else _STRONG_TRACK
        self._track = mixed(tokens.text, tokens.surface, track)
        self._open = QColor(tokens.inks[Tone.WARN].text)

    def paint(self, painter: QPainter, dot: RegionDot, place: QPointF, radius: float) -> None:
        """Draw one dot."""
        if dot.has_all:
            self._paint_full(painter, dot, place, radius)
        elif dot.offered:
            self._paint_partly(painter, dot, place, radius)
        elif dot.open_share:
            self._paint_open(painter, place, radius)
        else:
            self._paint_none(painter, place, radius)

    def paint_line(self, painter: QPainter, home: QPointF, place: QPointF) -> None:
        """Draw the line from where a region lies to where its dot had to go."""
        painter.setPen(QPen(QColor(self._tokens.muted), 1))
        painter.drawLine(home, place)

    def paint_published(self, painter: QPainter, published: QPointF, place: QPointF) -> None:
        """Draw a cross where a source puts the region, and lead from there to its dot."""
        pen = QPen(self._open, 1.2)
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(published, place)
        self.paint_cross(painter, published)

    def paint_cross(self, painter: QPainter, place: QPointF) -> None:
        """Draw the cross of a published place that is not in the country."""
        painter.setPen(QPen(self._open, 2))
        for down in (-CROSS_PX, CROSS_PX):
            painter.drawLine(place - QPointF(CROSS_PX, down), place + QPointF(CROSS_PX, down))

    def paint_chosen(self, painter: QPainter, place: QPointF, radius: float) -> None:
        """Draw the ring around a chosen dot."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.text), 2))
        painter.drawEllipse(place, radius + 2.5, radius + 2.5)

    def paint_hovered(self, painter: QPainter, place: QPointF, radius: float) -> None:
        """Draw the thin ring around the dot under the mouse."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.accent), 1.5))
        painter.drawEllipse(place, radius + 2, radius + 2)

    def paint_current(self, painter: QPainter, place: QPointF, radius: float) -> None:
        """Draw the dashed ring around the dot that the keyboard is on."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.focus), 2, Qt.PenStyle.DashLine))
        painter.drawEllipse(place, radius + 5, radius + 5)

    def colour(self, dot: RegionDot) -> QColor:
        """Return the accent, paler for a smaller share."""
        share = _PALEST + (1 - _PALEST) * dot.share
        return mixed(self._tokens.accent, self._tokens.surface, share)

    def _paint_full(self, painter: QPainter, dot: RegionDot, place: QPointF, radius: float) -> None:
        painter.setPen(QPen(self._surface, 1))
        painter.setBrush(QColor(self._tokens.accent))
        painter.drawEllipse(place, radius, radius)
        self._write(painter, dot, place, radius, self._tokens.on_accent)

    def _paint_partly(
        self, painter: QPainter, dot: RegionDot, place: QPointF, radius: float
    ) -> None:
        thick = max(2.0, radius * 0.26)
        ring = _square(place, radius - thick / 2)
        self._paint_disc(painter, place, radius)
        painter.setPen(QPen(self._track, thick, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 0, _TURN)
        offered, open_part = round(dot.share * _TURN), ceil(dot.open_share * _TURN)
        if open_part:
            self._paint_open_arc(painter, ring, thick, (_TOP - offered, -open_part))
        painter.setPen(QPen(self.colour(dot), thick, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, _TOP, -offered)
        self._write(painter, dot, place, radius, self._tokens.text)

    def _paint_open_arc(
        self, painter: QPainter, ring: QRectF, thick: float, span: tuple[int, int]
    ) -> None:
        painter.setPen(QPen(self._surface, thick, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, *span)
        pen = QPen(self._open, thick * 0.7, c=Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([0.8, 0.8])
        painter.setPen(pen)
        painter.drawArc(ring, *span)

    def _paint_open(self, painter: QPainter, place: QPointF, radius: float) -> None:
        self._paint_disc(painter, place, radius)
        pen = QPen(self._open, 1.2)
        pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawEllipse(place, radius - 0.6, radius - 0.6)
        if radius >= SIGN_FROM_PX:
            self._text(painter, OPEN_SIGN, place, radius * 1.5, self._open)

    def _paint_none(self, painter: QPainter, place: QPointF, radius: float) -> None:
        painter.setPen(QPen(QColor(self._tokens.muted), 1.2))
        painter.setBrush(self._surface)
        painter.drawEllipse(place, radius - 0.6, radius - 0.6)

    def _paint_disc(self, painter: QPainter, place: QPointF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._surface)
        painter.drawEllipse(place, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(
        self, painter: QPainter, dot: RegionDot, place: QPointF, radius: float, colour: str
    ) -> None:
        if dot.total > 1 and radius >= NUMBER_FROM_PX:
            digits = len(str(dot.offered))
            size = radius * (1.15, 0.95, 0.7)[min(digits, 3) - 1]
            self._text(painter, str(dot.offered), place, size, QColor(colour))

    def _text(
        self, painter: QPainter, text: str, place: QPointF, size: float, colour: QColor
    ) -> None:
        self._font.setPixelSize(max(6, round(size)))
        self._font.setBold(True)
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawText(_square(place, 40), Qt.AlignmentFlag.AlignCenter, text)


def mixed(colour: str, other: str, share: float) -> QColor:
    """Return a colour between two; `share` is the part of the first."""
    one, two, rest = QColor(colour), QColor(other), 1 - share
    return QColor(
        round(share * one.red() + rest * two.red()),
        round(share * one.green() + rest * two.green()),
        round(share * one.blue() + rest * two.blue()),
    )


def _square(place: QPointF, radius: float) -> QRectF:
    return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
