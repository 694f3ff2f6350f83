# SPDX-License-Identifier: MIT
"""Reading TopoJSON: outlines of countries in which neighbours share their border."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import hypot
from typing import Any

from azmodels_gui.cartography.plane import Box, Point
from azmodels_gui.cartography.viewport import WORLD, around

_SIDEWAYS = 2.0
"""A dot aside counts as this many times farther away."""


def neighbour(points: Mapping[str, Point], here: Point, direction: Point) -> str | None:
    """Return the nearest point in a direction; None: there is none that way.

    Args:
        points: by name, in pixels.
        here: where to start; a point at exactly this place is passed over.
        direction: one of (1, 0), (-1, 0), (0, 1), (0, -1); down is positive.
    """
    found: tuple[float, str] | None = None
    for name, (x, y) in points.items():
        across, down = x - here[0], y - here[1]
        ahead = across * direction[0] + down * direction[1]
        aside = abs(across * direction[1]) + abs(down * direction[0])
        if ahead <= 0 or aside > ahead * _SIDEWAYS:
            continue
        candidate = (hypot(ahead, _SIDEWAYS * aside), name)
        found = candidate if found is None else min(found, candidate)
    return None if found is None else found[1]


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


_IN_OUTLINES = {
    "Korea": "South Korea",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "United States": "United States of America",
}


def outline_name(geography: str) -> str:
    """Return the name of a country's outline.

    Geographies of several countries ("Europe", "Asia Pacific") come back as they are; the
    outlines have nothing of that name.
    """
    return _IN_OUTLINES.get(geography, geography)


ArcNumber = int
"""Number of an arc; the bitwise complement (`~number`) is the same arc backwards."""
Ring = tuple[ArcNumber, ...]
"""Arcs that end to end make one closed line."""


class OutlinesDamaged(ValueError):
    """The file is no TopoJSON with countries."""


@dataclass(frozen=True)
class Country:
    """A country's rings; the even-odd rule tells land from lakes and enclaves."""

    name: str
    rings: tuple[Ring, ...]

    @property
    def arcs(self) -> frozenset[ArcNumber]:
        """Numbers of all its arcs, without direction."""
        return frozenset(forward(number) for ring in self.rings for number in ring)


@dataclass(frozen=True)
class Topology:
    """Countries and the lines between them, in degrees of longitude and latitude."""

    arcs: tuple[tuple[Point, ...], ...]
    countries: tuple[Country, ...]
    attribution: str = ""


def forward(number: ArcNumber) -> ArcNumber:
    """Return the number of an arc without its direction."""
    return ~number if number < 0 else number


def joined(ring: Ring, arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """Return the points of arcs laid end to end."""
    line: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def shared_arcs(countries: Iterable[Country]) -> frozenset[ArcNumber]:
    """Return the arcs that two of the countries have in common: the borders between them."""
    seen: set[ArcNumber] = set()
    shared: set[ArcNumber] = set()
    for country in countries:
        shared |= country.arcs & seen
        seen |= country.arcs
    return frozenset(shared)


def outer_arcs(countries: Sequence[Country]) -> frozenset[ArcNumber]:
    """Return the arcs around the countries taken together."""
    everything = frozenset(arc for country in countries for arc in country.arcs)
    return everything - shared_arcs(countries)


def read_topology(data: bytes) -> Topology:
    """Return the countries of a TopoJSON file that has an object named `countries`.

    Raises:
        OutlinesDamaged: it is no such file, or refers to arcs it does not have.
    """
    try:
        document = json.loads(data)
        arcs = tuple(_arc(arc, document.get("transform")) for arc in document["arcs"])
        geometries = document["objects"]["countries"]["geometries"]
        countries = tuple(_country(geometry) for geometry in geometries)
        attribution = str(document.get("attribution", ""))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise OutlinesDamaged(f"no TopoJSON with countries: {error}") from error
    if any(not 0 <= arc < len(arcs) for country in countries for arc in country.arcs):
        raise OutlinesDamaged("a country refers to an arc that is not there")
    return Topology(arcs, countries, attribution)


def _arc(arc: Sequence[Sequence[float]], transform: Mapping[str, Any] | None) -> tuple[Point, ...]:
    if transform is None:
        return tuple((float(x), float(y)) for x, y in arc)
    (across, up), (west, south) = transform["scale"], transform["translate"]
    xs = accumulate(step[0] for step in arc)
    ys = accumulate(step[1] for step in arc)
    return tuple((x * across + west, y * up + south) for x, y in zip(xs, ys, strict=True))


def _country(geometry: Mapping[str, Any]) -> Country:
    match geometry.get("type"):
        case "Polygon":
            rings = geometry["arcs"]
        case "MultiPolygon":
            rings = [ring for polygon in geometry["arcs"] for ring in polygon]
        case _:
            rings = []
    name = str(geometry["properties"]["name"])
    return Country(name, tuple(tuple(int(number) for number in ring) for ring in rings))
