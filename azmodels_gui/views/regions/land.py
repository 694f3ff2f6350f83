# SPDX-License-Identifier: MIT
"""Outlines of countries as paths that a painter draws at any size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from azmodels_gui.cartography.country_names import outline_name
from azmodels_gui.cartography.equal_earth import CUT, project
from azmodels_gui.cartography.plane import Box, Point
from azmodels_gui.cartography.topology import (
    ArcNumber,
    Country,
    Topology,
    joined,
    outer_arcs,
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

    def lies_outside(self, geography: str, place: Point) -> bool:
        """Tell whether a place of the plane is far from the country it should be in.

        False where the outlines do not have that country.
        """
        near = OUTSIDE_KM / EARTH_RADIUS_KM
        around = QRectF(place[0] - near, place[1] - near, 2 * near, 2 * near)
        name = outline_name(geography)
        paths = [area.path for area in self.areas if area.name == name]
        return bool(paths) and not any(path.intersects(around) for path in paths)

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
