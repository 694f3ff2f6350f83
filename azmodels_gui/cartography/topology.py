# SPDX-License-Identifier: MIT
"""Reading TopoJSON: outlines of countries in which neighbours share their border."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from azmodels_gui.cartography.plane import Point

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

    def line(self, ring: Ring) -> list[Point]:
        """Return the points of a ring; the last one is the first again."""
        return joined(ring, self.arcs)


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
