# SPDX-License-Identifier: MIT
"""The map without its dots, kept as a picture larger than the window, to be dragged at once."""

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.views.regions.map_scene import MapScene, paint_ground

MARGIN_PX = 160
"""How far the map can be dragged before the picture is drawn anew."""


class GroundPicture:
    """Draws sea, countries and zones once for a scale, a look and a place nearby."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._view: Viewport | None = None
        self._ground: tuple[object, ...] = ()

    def paint(self, painter: QPainter, scene: MapScene, view: Viewport, ratio: float) -> None:
        """Draw the ground of a view.

        Args:
            painter: of the widget.
            scene: what is on the map.
            view: the part on show.
            ratio: device pixels of one pixel.
        """
        ground = (scene.land, scene.zones, scene.tokens, ratio)
        if self._view is None or ground != self._ground or not self._holds(view):
            # While the scale changes, what is around the view is of no use.
            margin = MARGIN_PX if self._has_scale_of(view) else 0
            self._draw(scene, view, ratio, margin)
            self._ground = ground
        if self._view is not None:
            left, top = self._view.to_screen(view.to_plane((0, 0)))
            painter.drawPixmap(
                QPointF(-round(left * ratio), -round(top * ratio)) / ratio, self._picture
            )

    def _has_scale_of(self, view: Viewport) -> bool:
        kept = self._view
        return kept is not None and (kept.scale_px, kept.stretch) == (view.scale_px, view.stretch)

    def _holds(self, view: Viewport) -> bool:
        return (
            self._view is not None
            and self._has_scale_of(view)
            and self._view.box.grown(1e-9).encloses(view.box)
        )

    def _draw(self, scene: MapScene, view: Viewport, ratio: float, margin_px: int) -> None:
        wide, high = view.width_px + 2 * margin_px, view.height_px + 2 * margin_px
        self._view = replace(view, width_px=wide, height_px=high)
        self._picture = QPixmap(round(wide * ratio), round(high * ratio))
        self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        paint_ground(painter, scene, self._view)
        painter.end()
