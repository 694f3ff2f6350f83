# SPDX-License-Identifier: MIT
"""Outlines of countries as paths that a painter draws at any size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from azmodels_gui.cartography.equal_earth import CUT, project
from azmodels_gui.cartography.plane import Box, Point
from azmodels_gui.cartography.polygons import inner_point, is_near
from azmodels_gui.cartography.topology import (
    ArcNumber,
    Country,
    Topology,
    joined,
    outer_arcs,
    outline_name,
    shared_arcs,
)

Line = Sequence[Point]
EARTH_RADIUS_KM = 6_371.0
OUTSIDE_KM = 40.0
"""Nearer to its country than this a place counts as in it: outlines are simplified."""


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
        self.attribution = topology.attribution
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


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt's rectangle."""
    return QRectF(box.left, box.top, box.width, box.height)


def _polygon(line: Line) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in line])


def _place(point: Point) -> Point:
    # The outlines go on to the east of 180 degrees, up to the cut and not beyond.
    return project(min(point[0], CUT + 360), point[1])
