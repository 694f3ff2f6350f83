# SPDX-License-Identifier: MIT
"""Data zones on the map: members tinted, disputed countries hatched, a line around both."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, log2

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainterPath

from azmodels_gui.cartography.polygons import hatched
from azmodels_gui.cartography.topology import outline_name
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.residency import ZoneCountries, zone_countries
from azmodels_gui.window.regions.land import Land

HATCH_PX = 6.0
"""Distance between two lines, up to twice as much between two steps of the zoom."""


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
    """One zone's paths, made when first painted; y grows to the north."""

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


def zone_shapes(zones: Sequence[ZoneOnMap], land: Land) -> tuple[ZoneShape, ...]:
    """Return a shape for each zone."""
    return tuple(ZoneShape(zone, land) for zone in zones)
