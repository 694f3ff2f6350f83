# SPDX-License-Identifier: MIT
"""Parts of the world that the map can be turned to in one step."""

from enum import StrEnum

from azmodels_gui.cartography.plane import Box
from azmodels_gui.cartography.viewport import WORLD, around


class Place(StrEnum):
    """A part of the world; the value is kept in preferences."""

    WORLD = "world"
    EUROPE = "europe"
    UNITED_STATES = "united_states"
    ASIA_PACIFIC = "asia_pacific"


_FIELDS = {
    Place.EUROPE: (-11.0, 37.0, 27.0, 62.5),
    Place.UNITED_STATES: (-125.0, 24.0, -66.0, 50.0),
    Place.ASIA_PACIFIC: (66.0, -43.0, 178.0, 44.0),
}
"""West, south, east, north; degrees."""


def box_of(place: Place) -> Box:
    """Return the part of the plane that a view of the place must hold."""
    return WORLD if place is Place.WORLD else around(*_FIELDS[place])
