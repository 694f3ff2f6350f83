# SPDX-License-Identifier: MIT
"""Outlines of countries and data zones as paths that a painter draws at any size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import floor, log2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from azmodels_gui.cartography.plane import Point, hatched, inner_point, is_near
from azmodels_gui.cartography.topology import (
    ArcNumber,
    Country,
    OutlinesDamaged,
    Topology,
    joined,
    outer_arcs,
    outline_name,
    read_topology,
    shared_arcs,
)
from azmodels_gui.cartography.viewport import CUT, project
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.residency import ZoneCountries, zone_countries
from azmodels_gui.window.page import Surroundings

OUTLINES = "map/countries.topo.json"
EARTH_RADIUS_KM = 6_371.0
OUTSIDE_KM = 40.0
"""Nearer to its country than this a place counts as in it: outlines are simplified."""
HATCH_PX = 6.0
"""Distance between two lines, up to twice as much between two steps of the zoom."""


@dataclass(frozen=True)
class Area:
    """A country, and the box around it, to skip what is out of sight."""

    name: str
    """As the outlines call it."""
    box: QRectF
    path: QPainterPath


class Land:
    """Projected once; y grows to the north, as in the plane of the projection."""

    def __init__(self, topology: Topology) -> None:
        self._countries = {country.name: country for country in topology.countries}
        self._stand_ins: dict[tuple[str, Point], Point | None] = {}
        self._arcs = [[_place(point) for point in arc] for arc in topology.arcs]

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Return every country."""
        paths = {name: self._area(country) for name, country in self._countries.items()}
        return tuple(Area(name, path.boundingRect(), path) for name, path in paths.items())

    @cached_property
    def borders(self) -> QPainterPath:
        """Return the lines between countries."""
        return self._lines(shared_arcs(self._countries.values()))

    def country_at(self, place: Point) -> str | None:
        """Return the country at a place of the plane; None: the sea."""
        point = QPointF(*place)
        for area in self.areas:
            if area.box.contains(point) and area.path.contains(point):
                return area.name
        return None

    def stand_in(self, geography: str, place: Point) -> Point | None:
        """Return a place in the country, if a published one is far from the country it is said of.

        None: the published place is in the country or near to it, or the outlines do not have
        that country; then nothing speaks against the place.
        """
        asked = (geography, place)
        if asked not in self._stand_ins:
            rings = self.rings([geography])
            reach = OUTSIDE_KM / EARTH_RADIUS_KM
            contradicts = bool(rings) and not is_near(rings, place, reach)
            self._stand_ins[asked] = inner_point(rings) if contradicts else None
        return self._stand_ins[asked]

    def edge(self, geographies: Iterable[str]) -> QPainterPath:
        """Return the line around several countries, without the borders between them."""
        return self._lines(outer_arcs(self._named(geographies)))

    def rings(self, geographies: Iterable[str]) -> list[list[Point]]:
        """Return the closed lines of several countries."""
        return [
            joined(ring, self._arcs)
            for country in self._named(geographies)
            for ring in country.rings
        ]

    def _named(self, geographies: Iterable[str]) -> list[Country]:
        names = sorted({outline_name(geography) for geography in geographies})
        return [self._countries[name] for name in names if name in self._countries]

    def _area(self, country: Country) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for ring in country.rings:
            path.addPolygon(_polygon(joined(ring, self._arcs)))
        return path

    def _lines(self, numbers: Iterable[ArcNumber]) -> QPainterPath:
        path = QPainterPath()
        for number in sorted(numbers):
            path.addPolygon(_polygon(self._arcs[number]))
        return path


def _polygon(line: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in line])


def _place(point: Point) -> Point:
    # The outlines go on to the east of 180 degrees, up to the cut and not beyond.
    return project(min(point[0], CUT + 360), point[1])


NO_LAND = Land(Topology((), ()))


def land_of(around: Surroundings) -> Land:
    """Return the outlines; damaged ones must not keep the dots from being seen."""
    try:
        return _land(around.read_resource(OUTLINES))
    except OutlinesDamaged:
        return NO_LAND


@lru_cache(maxsize=1)
def _land(outlines: bytes) -> Land:
    """Project them once for all windows and sheets; nothing changes them."""
    return Land(read_topology(outlines))


@dataclass(frozen=True)
class ZoneOnMap:
    """A zone of the catalogue with its name and countries."""

    id: str
    name: LocalText
    countries: ZoneCountries


def zones_on_map(catalog: Catalog) -> tuple[ZoneOnMap, ...]:
    """Return the zones of a catalogue, in its order."""
    return tuple(
        ZoneOnMap(zone.id, zone.name, countries)
        for zone, countries in zip(catalog.data_zones, zone_countries(catalog), strict=True)
    )


class ZoneShape:
    """One zone on the map: members tinted, disputed countries hatched, a line around both.

    Paths are made when first painted; y grows to the north.
    """

    def __init__(self, zone: ZoneOnMap, land: Land) -> None:
        self.zone = zone
        self._land = land
        self._hatching: dict[int, list[QLineF]] = {}

    @cached_property
    def members(self) -> frozenset[str]:
        """Countries in the zone beyond dispute, as the outlines call them."""
        return frozenset(map(outline_name, self.zone.countries.certain))

    @cached_property
    def disputed(self) -> frozenset[str]:
        """Countries that some source puts into it, as the outlines call them."""
        return frozenset(map(outline_name, self.zone.countries.disputed))

    @cached_property
    def member_edge(self) -> QPainterPath:
        """The line around them, without the borders between them."""
        return self._land.edge(self.zone.countries.certain)

    @cached_property
    def disputed_edge(self) -> QPainterPath:
        """The line around the countries that some source puts into it."""
        return self._land.edge(self.zone.countries.disputed)

    def hatching(self, scale_px: float) -> list[QLineF]:
        """Return the lines over the disputed countries, about `HATCH_PX` apart.

        Args:
            scale_px: pixels of one unit of the plane.
        """
        step = floor(log2(max(scale_px, 1.0)))
        if step not in self._hatching:
            rings = self._land.rings(self.zone.countries.disputed)
            lines = hatched(rings, HATCH_PX * 2 / 2.0 ** (step + 1))
            self._hatching[step] = [QLineF(*begin, *end) for begin, end in lines]
        return self._hatching[step]
