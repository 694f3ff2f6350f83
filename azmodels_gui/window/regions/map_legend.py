# SPDX-License-Identifier: MIT
"""The legend: drawn with the same brush as the map, so that it is on every picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from azmodels_gui.cartography.plane import Box
from azmodels_gui.window.regions.dot_painter import DotPainter
from azmodels_gui.window.regions.map_words import (
    MapAge,
    disputed_place_words,
    disputed_zone_words,
    legend_words,
)
from azmodels_gui.window.regions.region_dots import RegionDot
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tokens, ZoneInk

_ROW_PX = 19.0
_SIGN_PX = 26.0
_RADII_PX = (8.0, 8.0, 6.0, 3.6)


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
    disputed = (Row(disputed_zone_words(), ink=tokens.map.zones[0], hatched=True),) if zones else ()
    crosses = (Row(disputed_place_words(), cross=True),) if with_cross else ()
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
