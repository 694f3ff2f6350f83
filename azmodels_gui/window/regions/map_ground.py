# SPDX-License-Identifier: MIT
"""The ground of the map kept as pictures: dragged it is drawn on, zoomed they stand in."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.window.regions.map_scene import MapScene, paint_ground

MARGIN_PX = 160
"""How far the map can be dragged before the picture is drawn anew."""
COARSEST = 6.0
"""A kept picture may be enlarged so much while the map is zoomed; more would be mud."""


@dataclass(frozen=True)
class Kept:
    """A picture of a part of the plane, larger than the window perhaps."""

    picture: QPixmap
    view: Viewport

    def has_scale_of(self, view: Viewport) -> bool:
        """Tell whether one pixel of it is one of the view."""
        return (self.view.scale_px, self.view.stretch) == (view.scale_px, view.stretch)

    def enlarged_for(self, view: Viewport) -> float:
        """Return how many times it would have to be enlarged for a view."""
        return view.scale_px / self.view.scale_px

    def holds(self, view: Viewport) -> bool:
        """Tell whether all that the view shows is on it."""
        return self.view.box.grown(1e-9).encloses(view.box)


class GroundPicture:
    """Draws sea, countries and zones once for a scale, a look and a place nearby.

    While the map is zoomed, pictures of other scales stand in; `is_coarse` says so, and
    `sharpen` has the next painting draw the ground as it is.
    """

    def __init__(self) -> None:
        self._last: Kept | None = None
        self._widest: Kept | None = None
        """Of the largest part of the world so far: what zooming out falls back on."""
        self._ground: tuple[object, ...] = ()
        self._is_due = False
        self.is_coarse = False
        """True: what was painted last is a picture of another scale."""

    def sharpen(self) -> None:
        """Have no picture of another scale stand in when the ground is painted next."""
        self._is_due = True

    def paint(self, painter: QPainter, scene: MapScene, view: Viewport, ratio: float) -> None:
        """Draw the ground of a view.

        Args:
            painter: of the widget.
            scene: what is on the map.
            view: the part on show.
            ratio: device pixels of one pixel.
        """
        ground = (scene.land, scene.zones, scene.tokens, ratio)
        if ground != self._ground:
            self._last = self._widest = None
            self._ground = ground
        kept = self._stand_in(view) or self._draw(scene, view, ratio)
        self._is_due = False
        self.is_coarse = not kept.has_scale_of(view)
        if self.is_coarse:
            _paint_scaled(painter, kept, view, ratio)
        else:
            left, top = kept.view.to_screen(view.to_plane((0, 0)))
            at = QPointF(-round(left * ratio), -round(top * ratio)) / ratio
            painter.drawPixmap(at, kept.picture)

    def _stand_in(self, view: Viewport) -> Kept | None:
        """Return a picture that will do: of the same scale, else of one not too far from it."""
        found = [each for each in (self._last, self._widest) if each is not None]
        holding = [each for each in found if each.holds(view)]
        # Dragged at one scale, the map is drawn on: only zooming makes do with less.
        is_dragged = self._last is not None and self._last.has_scale_of(view)
        coarsest = 0.0 if self._is_due or is_dragged else COARSEST
        for each in holding:
            if each.has_scale_of(view):
                return each
        return next((each for each in holding if each.enlarged_for(view) <= coarsest), None)

    def _draw(self, scene: MapScene, view: Viewport, ratio: float) -> Kept:
        # Dragged beyond its edge, the map will be dragged further: a margin pays then.
        margin_px = MARGIN_PX if self._last is not None and self._last.has_scale_of(view) else 0
        wide, high = view.width_px + 2 * margin_px, view.height_px + 2 * margin_px
        drawn = replace(view, width_px=wide, height_px=high)
        picture = QPixmap(round(wide * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_ground(painter, scene, drawn)
        painter.end()
        self._last = Kept(picture, drawn)
        if self._widest is None or drawn.box.width > self._widest.view.box.width:
            self._widest = self._last
        return self._last


def _paint_scaled(painter: QPainter, kept: Kept, view: Viewport, ratio: float) -> None:
    """Draw the part of a picture that a view of another scale shows."""
    left, top = kept.view.to_screen(view.to_plane((0, 0)))
    right, bottom = kept.view.to_screen(view.to_plane((view.width_px, view.height_px)))
    part = QRectF(left * ratio, top * ratio, (right - left) * ratio, (bottom - top) * ratio)
    painter.drawPixmap(QRectF(0, 0, view.width_px, view.height_px), kept.picture, part)
