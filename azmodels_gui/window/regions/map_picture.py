# SPDX-License-Identifier: MIT
"""The map with what it counts and where that comes from, as a picture or on a page."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme.tokens import LIGHT, SPACE_M, SPACE_S, Tokens
from azmodels_gui.window.widgets import picture_files

PAGE_WIDTH_PX = 1_200.0
"""A page is as wide as a window of this size."""
_LINE_PX = 20.0
_HEAD_PX = _LINE_PX + 2 * SPACE_S
_FOOT_PX = _LINE_PX + SPACE_S


@dataclass(frozen=True)
class Caption:
    """The words above and below the map."""

    title: str
    note: str


class MapPicture:
    """One map with its words."""

    def __init__(self, region_map: RegionMap, caption: Caption, tokens: Tokens = LIGHT) -> None:
        self._map = region_map
        self._caption = caption
        self._tokens = tokens

    @property
    def size(self) -> QSize:
        """Size in pixels of the screen."""
        return QSize(self._map.width(), self._map.height() + round(_HEAD_PX + _FOOT_PX))

    def image(self) -> QImage:
        """Return the picture in twice as many dots as on the screen."""
        return picture_files.image_of(self.size, self._tokens.surface, self._paint)

    def png(self) -> bytes:
        """Return it as a PNG file."""
        return picture_files.png_of(self.image())

    def svg(self) -> bytes:
        """Return it as an SVG file: lines, dots and letters stay what they are."""
        return picture_files.svg_of(
            self.size, self._tokens.surface, self._caption.title, self._paint_plainly
        )

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the picture over a part of a page; letters are in proportion to its width."""
        if rect.isEmpty():
            return
        scale = rect.width() / PAGE_WIDTH_PX
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        self._paint_into(painter, PAGE_WIDTH_PX, rect.height() / scale, with_halos=True)
        painter.restore()

    def _paint(self, painter: QPainter) -> None:
        self._paint_into(painter, self.size.width(), self.size.height(), with_halos=True)

    def _paint_plainly(self, painter: QPainter) -> None:
        self._paint_into(painter, self.size.width(), self.size.height(), with_halos=False)

    def _paint_into(self, painter: QPainter, wide: float, high: float, *, with_halos: bool) -> None:
        middle = QRectF(0, _HEAD_PX, wide, high - _HEAD_PX - _FOOT_PX)
        self._map.paint(painter, middle, self._tokens, width_px=wide, with_halos=with_halos)
        # After the map: SVG knows no clipping, and land goes on beyond the edge.
        head, foot = QRectF(0, 0, wide, _HEAD_PX), QRectF(0, high - _FOOT_PX, wide, _FOOT_PX)
        for strip in (head, foot):
            painter.fillRect(strip, QColor(self._tokens.surface))
        self._write(painter, head, self._caption.title, self._tokens.text, bold=True)
        self._write(painter, foot, self._caption.note, self._tokens.muted, bold=False)

    def _write(
        self, painter: QPainter, strip: QRectF, text: str, colour: str, *, bold: bool
    ) -> None:
        font = QFont(self._map.scene_on_show.font)
        font.setBold(bold)
        place = strip.adjusted(SPACE_M, 0, -SPACE_M, 0)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
