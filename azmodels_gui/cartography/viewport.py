# SPDX-License-Identifier: MIT
"""From the globe to the screen: the Equal Earth projection, and which part of it is seen.

Areas are true, continents look like themselves. Source: B. Savric, T. Patterson, B. Jenny, "The
Equal Earth map projection", International Journal of Geographical Information Science 33 (2019).
Unit sphere; angles in degrees.
"""

from dataclasses import dataclass, replace
from math import asin, cos, degrees, isfinite, log2, pi, radians, sin, sqrt

from azmodels_gui.cartography.plane import Box, Point, box_around

CENTRAL_MERIDIAN = 11.0
"""Degrees east. The cut is opposite, in the Bering Strait, where it goes through no country."""
CUT = CENTRAL_MERIDIAN - 180

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT_3 = sqrt(3) / 2
_CLOSE = 1e-12
_ROUNDS = 12


def project(longitude: float, latitude: float) -> Point:
    """Return the place in the plane: x to the east, y to the north.

    Raises:
        ValueError: the coordinates are not on the globe.
    """
    if not on_globe(longitude, latitude):
        raise ValueError(f"no place on the globe: {longitude} east, {latitude} north")
    theta = asin(_HALF_ROOT_3 * sin(radians(latitude)))
    turned = radians(_from_centre(longitude))
    return turned * cos(theta) / (_HALF_ROOT_3 * _slope(theta)), _height(theta)


def unproject(point: Point) -> Point | None:
    """Return longitude and latitude of a place in the plane; None: outside of the map."""
    x, y = point
    theta = _theta_at(y)
    if theta is None:
        return None
    sine = sin(theta) / _HALF_ROOT_3
    if abs(sine) > 1 + _CLOSE:
        return None
    turned = degrees(x * _HALF_ROOT_3 * _slope(theta) / cos(theta))
    if abs(turned) > 180 + 1e-9:
        return None
    return _normal(turned + CENTRAL_MERIDIAN), degrees(asin(max(-1.0, min(1.0, sine))))


def on_globe(longitude: float, latitude: float) -> bool:
    """Tell whether the coordinates mean a place; longitudes up to 360 either way do."""
    return (
        isfinite(longitude) and isfinite(latitude) and abs(longitude) <= 360 and abs(latitude) <= 90
    )


def true_shape(latitude: float) -> float:
    """Return by how much heights must be stretched for true shapes at a latitude.

    Equal areas squeeze the north: at 50 degrees a square becomes 1.22 times as wide as high.
    """
    theta = asin(_HALF_ROOT_3 * sin(radians(latitude)))
    along = cos(theta) / (_HALF_ROOT_3 * _slope(theta))
    # The area is true: the scale along the meridian is the inverse of that along the parallel.
    across = along / cos(radians(latitude))
    return across * across


def _from_centre(longitude: float) -> float:
    turned = longitude - CENTRAL_MERIDIAN
    return turned if -180 <= turned <= 180 else (turned + 180) % 360 - 180


def _normal(longitude: float) -> float:
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180


def _slope(theta: float) -> float:
    square = theta * theta
    return _A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)


def _height(theta: float) -> float:
    square = theta * theta
    return theta * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square))


def _theta_at(y: float) -> float | None:
    """Return the angle whose height is `y`, by Newton's method."""
    if not isfinite(y) or abs(y) > _height(pi / 3) + 1e-9:
        return None
    theta = y / _A1
    for _ in range(_ROUNDS):
        step = (_height(theta) - y) / _slope(theta)
        theta -= step
        if abs(step) < _CLOSE:
            break
    return theta


WORLD = Box(-2.2, -1.03, 2.42, 1.31)
"""All land but Antarctica, in units of the projection."""
MAX_ZOOM = 40.0
"""Times the world; a country of Europe's size fills the view."""
TRUE_SHAPE_ZOOM = 2.5
"""From this zoom on shapes are true in the middle of the view, below it areas are."""
_EMPTY_PX = 1.0
_EDGE_PARTS = 8


@dataclass(frozen=True)
class Viewport:
    """An affine picture of the plane: never turned, higher than wide by `stretch`."""

    x: float
    """Place in the middle, in units of the projection."""
    y: float
    scale_px: float
    """Width of one unit."""
    stretch: float
    """Height of one unit, as a multiple of its width."""
    width_px: float
    height_px: float

    @property
    def zoom(self) -> float:
        """How many times as large as the whole world in the same window."""
        return self.scale_px / _world_scale(self.width_px, self.height_px)

    @property
    def box(self) -> Box:
        """The part of the plane on show; `top` is the south, as y grows to the north."""
        wide = self.width_px / 2 / self.scale_px
        high = self.height_px / 2 / (self.scale_px * self.stretch)
        return Box(self.x - wide, self.y - high, self.x + wide, self.y + high)

    def to_screen(self, point: Point) -> Point:
        """Return where a place of the plane lies, in pixels from the upper left corner."""
        x, y = point
        return (
            self.width_px / 2 + (x - self.x) * self.scale_px,
            self.height_px / 2 - (y - self.y) * self.scale_px * self.stretch,
        )

    def to_plane(self, pixel: Point) -> Point:
        """Return the place of the plane under a pixel."""
        x, y = pixel
        return (
            self.x + (x - self.width_px / 2) / self.scale_px,
            self.y - (y - self.height_px / 2) / (self.scale_px * self.stretch),
        )

    def panned(self, right_px: float, down_px: float) -> "Viewport":
        """Return the view after the map was dragged by so many pixels."""
        x = self.x - right_px / self.scale_px
        y = self.y + down_px / (self.scale_px * self.stretch)
        return replace(self, x=x, y=y)._kept_on_land()

    def zoomed(self, factor: float, at: Point) -> "Viewport":
        """Return the view larger by a factor; the place under pixel `at` stays there."""
        held = self.to_plane(at)
        least = _world_scale(self.width_px, self.height_px)
        scale = min(max(self.scale_px * factor, least), least * MAX_ZOOM)
        nearer = replace(self, scale_px=scale)
        nearer = replace(nearer, stretch=_stretch(nearer.zoom, held[1]))
        under = nearer.to_plane(at)
        x, y = nearer.x + held[0] - under[0], nearer.y + held[1] - under[1]
        return replace(nearer, x=x, y=y)._kept_on_land()

    def resized(self, width_px: float, height_px: float) -> "Viewport":
        """Return the view in a window of another size: same middle, same zoom."""
        wide, high = max(width_px, _EMPTY_PX), max(height_px, _EMPTY_PX)
        scale = self.zoom * _world_scale(wide, high)
        return replace(self, scale_px=scale, width_px=wide, height_px=high)._kept_on_land()

    def centred(self, point: Point) -> "Viewport":
        """Return the view with another place in the middle."""
        return replace(self, x=point[0], y=point[1])._kept_on_land()

    def _kept_on_land(self) -> "Viewport":
        """Return the view with the world as far inside as it goes."""
        seen = self.box
        x = _kept(self.x, seen.width / 2, WORLD.left, WORLD.right)
        y = _kept(self.y, seen.height / 2, WORLD.top, WORLD.bottom)
        return replace(self, x=x, y=y)


def fitted(box: Box, width_px: float, height_px: float) -> Viewport:
    """Return the view that shows a box of the plane as large as possible."""
    wide, high = max(width_px, _EMPTY_PX), max(height_px, _EMPTY_PX)
    x, y = box.centre
    scale, stretch = _fitting_scale(box, wide, high, 1.0), 1.0
    for _ in range(3):  # how much to stretch depends on the zoom, and the zoom on that
        stretch = _stretch(scale / _world_scale(wide, high), y)
        scale = _fitting_scale(box, wide, high, stretch)
    return Viewport(x, y, scale, stretch, wide, high)


def around(west: float, south: float, east: float, north: float) -> Box:
    """Return the box of the plane around a field of longitudes and latitudes."""
    shares = [part / _EDGE_PARTS for part in range(_EDGE_PARTS + 1)]
    longitudes = [west + (east - west) * share for share in shares]
    latitudes = [south + (north - south) * share for share in shares]
    return box_around(project(x, y) for x in longitudes for y in latitudes)


def _fitting_scale(box: Box, width_px: float, height_px: float, stretch: float) -> float:
    return min(width_px / box.width, height_px / (box.height * stretch))


def _world_scale(width_px: float, height_px: float) -> float:
    return _fitting_scale(WORLD, width_px, height_px, 1.0)


def _stretch(zoom: float, y: float) -> float:
    """Go over from true areas (the world) to true shapes (a part of it)."""
    place = unproject((0.0, y))
    if place is None or zoom <= 1:
        return 1.0
    share = min(1.0, log2(zoom) / log2(TRUE_SHAPE_ZOOM))
    return 1 + share * (true_shape(max(-65.0, min(65.0, place[1]))) - 1)


def _kept(middle: float, half: float, low: float, high: float) -> float:
    if 2 * half >= high - low:
        return (low + high) / 2
    return min(max(middle, low + half), high - half)
