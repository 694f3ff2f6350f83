# SPDX-License-Identifier: MIT
"""How far two regions are apart, as the crow flies.

    a = sin²(Δφ / 2) + cos φ1 · cos φ2 · sin²(Δλ / 2)
    distance = 2 R · asin √a

with latitudes φ and longitudes λ in radians and R = 6,371.0088 km, the mean radius of the
Earth (IUGG R1). This haversine formula takes the Earth for a sphere: up to 0.5 % off. The
coordinates are those Azure publishes, which name a city or an area, not a building.
"""

from math import asin, cos, radians, sin, sqrt

from azmodels_gui.catalog.document import Region

EARTH_RADIUS_KM = 6371.0088


def distance_km(one: Region, other: Region) -> float | None:
    """Return the great-circle distance; None: a region without coordinates."""
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in places:
        return None
    return great_circle_km(*(degrees for degrees in places if degrees is not None))


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Return the distance of two points given in degrees."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_phi = (other_phi - phi) / 2
    half_lambda = radians(other_longitude - longitude) / 2
    a = sin(half_phi) ** 2 + cos(phi) * cos(other_phi) * sin(half_lambda) ** 2
    # Rounding can push opposite points a hair above 1, where asin has no value.
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(a)))
