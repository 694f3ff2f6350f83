# SPDX-License-Identifier: MIT
"""The map under a hand that drags and zooms, against a widget that only shows a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from azmodels_gui import bundled_catalog_path
from azmodels_gui.cartography.topology import Place, read_topology
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.storage.bundled import resource
from azmodels_gui.storage.catalog_file import catalog_or_bundled
from azmodels_gui.window.regions.land import Land, zones_on_map
from azmodels_gui.window.regions.region_dots import region_dots
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme import Theme
from bench.timing import Times, timed

SIZE_PX = (1280, 720)
DRAG_PX = ((9, 0), (7, 5), (0, 9), (-8, 6), (-11, 0), (-6, -7), (0, -8), (9, -5))
"""A hand going in circles."""
CIRCLES = 12
ZOOMS = (1.12,) * 12 + (1 / 1.12,) * 12
FIRST = range(0, 300, 15)
"""Places of the first entries of those that are counted."""


@dataclass(frozen=True)
class MapTimes:
    """Repaints of one part of the world."""

    place: Place
    drag: Times
    zoom: Times
    sharp: Times
    """The ground drawn as it is, once the map rests after a zoom."""
    counts: Times
    """Other entries: counted anew and repainted."""
    picture: Times
    """The control: a ready pixmap of the same size on a widget of the same size."""


class PictureWidget(QWidget):
    """Shows a pixmap and does nothing else."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


def measured(rounds: int) -> Iterator[MapTimes]:
    """Yield the times for the world and for Europe, with the shipped catalogue."""
    index = CatalogIndex(catalog_or_bundled(bundled_catalog_path()).catalog, date(2026, 11, 24))
    land = Land(read_topology(resource("map/countries.topo.json").read_bytes()))
    region_map = RegionMap(Theme(lambda name: resource(name).read_bytes()), land)
    region_map.resize(*SIZE_PX)
    region_map.show_zones(zones_on_map(index.catalog), "en")
    region_map.show_dots(region_dots(index.entries, index.catalog))
    region_map.show()
    control = PictureWidget(region_map.grab())
    control.resize(*SIZE_PX)
    control.show()
    QApplication.processEvents()  # until then nothing is exposed, and repaint paints nothing
    for place in (Place.WORLD, Place.EUROPE):
        yield _measured(place, region_map, control, index, rounds)


def _measured(
    place: Place, region_map: RegionMap, control: QWidget, index: CatalogIndex, rounds: int
) -> MapTimes:
    region_map.motion.show_place(place)
    if place is Place.WORLD:
        region_map.motion.zoom(1.5)  # the whole world cannot be dragged: it is all there
    drag = timed(DRAG_PX * CIRCLES, partial(_drag, region_map), rounds)
    zoom = timed(ZOOMS, partial(_zoom, region_map), rounds)
    sharp = timed(ZOOMS, partial(_sharpen, region_map), rounds)
    counts = timed(FIRST, partial(_count, region_map, index), rounds)
    picture = timed(DRAG_PX * CIRCLES, lambda _: control.repaint(), rounds)
    return MapTimes(place, drag, zoom, sharp, counts, picture)


def _drag(region_map: RegionMap, way: Sequence[int]) -> None:
    region_map.motion.pan(*way)
    region_map.repaint()


def _zoom(region_map: RegionMap, factor: float) -> None:
    region_map.motion.zoom(factor)
    region_map.repaint()


def _sharpen(region_map: RegionMap, factor: float) -> None:
    region_map.motion.zoom(factor)
    region_map.sharpen()
    region_map.repaint()


def _count(region_map: RegionMap, index: CatalogIndex, first: int) -> None:
    region_map.show_dots(region_dots(index.entries[first : first + 40], index.catalog))
    region_map.repaint()
