# SPDX-License-Identifier: MIT
"""The signs of the map: dots that say how much a region offers, and the legend that tells them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from azmodels_gui.cartography.plane import Box
from azmodels_gui.language.words import tr
from azmodels_gui.window.regions.region_dots import MapAge, RegionDot, legend_words
from azmodels_gui.window.theme import SPACE_M, SPACE_S, Tokens, Tone, ZoneInk
from azmodels_gui.window.widgets.texts import mixed

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
_ROW_PX = 19.0
_SIGN_PX = 26.0
_RADII_PX = (8.0, 8.0, 6.0, 3.6)


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
        self._track = QColor(mixed(tokens.text, tokens.surface, track))
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

    def paint_ring(
        self,
        painter: QPainter,
        place: QPointF,
        radius: float,
        colour: str,
        width: float = 2,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Draw a ring around a dot that stands out."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width, style))
        painter.drawEllipse(place, radius, radius)

    def _colour(self, dot: RegionDot) -> QColor:
        """Return the accent, paler for a smaller share."""
        share = _PALEST + (1 - _PALEST) * dot.share
        return QColor(mixed(self._tokens.accent, self._tokens.surface, share))

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
        painter.setPen(QPen(self._colour(dot), thick, c=Qt.PenCapStyle.FlatCap))
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


def _square(place: QPointF, radius: float) -> QRectF:
    return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)


@dataclass(frozen=True)
class Row:
    """One line: a sample and its meaning."""

    words: str
    dot: int | None = None
    """Number of the kind of dot."""
    ink: ZoneInk | None = None
    hatched: bool = False
    cross: bool = False
    """A published place that is not in the region's country."""


def sample_dot(kind: int, total: int) -> RegionDot:
    """Return a dot that offers all, some, nobody knows, or none."""
    of_all = max(total, 1)
    offered = (of_all, max(1, of_all // 2), 0, 0)[kind]
    unknown = of_all if kind == 2 else 0
    return RegionDot("", "", "", None, None, None, False, offered, 0, unknown, of_all)


def legend_rows(
    total: int, zone_names: Sequence[str], tokens: Tokens, age: MapAge, *, with_cross: bool = False
) -> tuple[Row, ...]:
    """Return the lines of the legend."""
    kinds = tuple(
        Row(words, dot=kind) for kind, words in enumerate(legend_words(total, age.no)) if words
    )
    inks = zip(zone_names, cycle(tokens.map.zones), strict=False)
    zones = tuple(Row(name, ink=ink) for name, ink in inks)
    disputed: tuple[Row, ...] = ()
    if zones:
        hatched = tr("hatched: sources disagree")
        disputed = (Row(hatched, ink=tokens.map.zones[0], hatched=True),)
    crosses = (Row(tr("published place, not in the country"), cross=True),) if with_cross else ()
    dated = (Row(age.told),) if age.told and total else ()
    return (kinds if total else ()) + zones + disputed + crosses + dated


class MapLegend:
    """Measures and paints the lines in one look and font."""

    def __init__(self, rows: Sequence[Row], total: int, tokens: Tokens, font: QFont) -> None:
        self.rows = tuple(rows)
        self._total = total
        self._tokens = tokens
        self._font = font
        self._dots = DotPainter(tokens, font)
        self._row_px = max(_ROW_PX, QFontMetricsF(font).height() + 3)

    def box(self, width_px: float, height_px: float, dots: Iterable[Box]) -> Box:
        """Return where it lies: below on the left, or on the right where it hides fewer dots."""
        metrics = QFontMetricsF(self._font)
        words = max((metrics.horizontalAdvance(row.words) for row in self.rows), default=0.0)
        wide = _SIGN_PX + words + 2 * SPACE_S
        high = self._row_px * len(self.rows) + SPACE_S
        bottom = height_px - SPACE_M
        listed = tuple(dots)
        corners = [
            Box(left, bottom - high, left + wide, bottom)
            for left in (SPACE_M, width_px - SPACE_M - wide)
        ]
        return min(corners, key=lambda box: sum(box.overlaps(dot) for dot in listed))

    def paint(self, painter: QPainter, box: Box) -> None:
        """Draw it."""
        frame = QRectF(box.left, box.top, box.width, box.height)
        back = QColor(self._tokens.surface)
        back.setAlphaF(0.92)
        painter.setPen(QPen(QColor(self._tokens.border), self._tokens.outline_px))
        painter.setBrush(back)
        painter.drawRoundedRect(frame, 6, 6)
        for number, row in enumerate(self.rows):
            middle = box.top + SPACE_S / 2 + (number + 0.5) * self._row_px
            self._paint_sign(painter, row, QPointF(box.left + SPACE_S + 9, middle))
            painter.setFont(self._font)
            painter.setPen(QColor(self._tokens.text))
            left = box.left + SPACE_S + _SIGN_PX
            place = QRectF(left, middle - self._row_px / 2, box.right - left, self._row_px)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.words)

    def _paint_sign(self, painter: QPainter, row: Row, middle: QPointF) -> None:
        if row.dot is not None:
            dot = sample_dot(row.dot, self._total)
            self._dots.paint(painter, dot, middle, _RADII_PX[row.dot])
        elif row.cross:
            self._dots.paint_cross(painter, middle)
        elif row.ink is not None:
            _paint_patch(painter, row, QRectF(middle.x() - 9, middle.y() - 5, 18, 10), self._tokens)


def _paint_patch(painter: QPainter, row: Row, patch: QRectF, tokens: Tokens) -> None:
    ink = row.ink or tokens.map.zones[0]
    pen = QPen(QColor(tokens.muted if row.hatched else ink.line), 1)
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.map.land if row.hatched else ink.fill))
    painter.drawRect(patch)
    if row.hatched:
        painter.drawLines(
            [
                QLineF(patch.left() + at, patch.bottom(), patch.left() + at + 8, patch.top() + 2)
                for at in (0, 5, 10)
            ]
        )
