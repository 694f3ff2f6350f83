# SPDX-License-Identifier: MIT
"""The Equal Earth projection: areas are true, continents look like themselves.

Source: B. Savric, T. Patterson, B. Jenny, "The Equal Earth map projection", International
Journal of Geographical Information Science 33 (2019). Unit sphere; angles in degrees.
"""

from math import asin, cos, degrees, isfinite, pi, radians, sin, sqrt

from azmodels_gui.cartography.plane import Point

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
