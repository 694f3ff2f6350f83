# SPDX-License-Identifier: MIT
"""Makes `resources/map/countries.topo.json` out of Natural Earth's outlines, simplified.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m tools.map_outlines package/countries-50m.json \
        resources/map/countries.topo.json

The same input gives the same bytes. What is done: Antarctica and islands too small to see are
left out, lines are simplified by the size of the triangles they leave away (Visvalingam), more
finely in Europe, where the map is looked at closely; borders stay shared by both neighbours.
"""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import (
    ArcNumber,
    Country,
    Ring,
    Topology,
    forward,
    joined,
    read_topology,
)
from azmodels_gui.cartography.viewport import CUT, project

ATTRIBUTION = "Made with Natural Earth, public domain; by way of world-atlas 2.0.2"
LEFT_OUT = frozenset({"Antarctica", "Fr. S. Antarctic Lands", "Heard I. and McDonald Is."})
EARTH_RADIUS_KM = 6_371.0
GRID_DEGREES = 0.01
"""Places are rounded to this; about a kilometre."""
EUROPE = (-12.0, 34.0, 34.0, 72.0)
"""West, south, east, north of where outlines are finer."""
FINE_KM2, COARSE_KM2 = 90.0, 480.0
"""Size of the triangles that a line may lose, in Europe and elsewhere."""
FINE_ISLAND_KM2, COARSE_ISLAND_KM2 = 450.0, 4_000.0
FINE_COUNTRY_KM2, COARSE_COUNTRY_KM2 = 200.0, 400.0
"""A country's largest part stays from this size on: Malta and Singapore do, Monaco does not."""
FEWEST_CLOSED, FEWEST_OPEN = 4, 3
"""Points of a line that is a whole island, and of one that ends where others meet."""


def simplified(topology: Topology) -> Topology:
    """Return the outlines with what can be seen on a screen."""
    arcs = [_turned(arc) for arc in topology.arcs]
    countries = [_without_specks(each, arcs) for each in topology.countries]
    kept = [each for each in countries if each.rings and each.name not in LEFT_OUT]
    fewer = [_simplified_arc(arc) for arc in arcs]
    return _renumbered(kept, fewer)


def topojson(topology: Topology) -> bytes:
    """Return the outlines as a TopoJSON file."""
    document = {
        "type": "Topology",
        "attribution": topology.attribution,
        "transform": {"scale": [GRID_DEGREES, GRID_DEGREES], "translate": [0, 0]},
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [_geometry(country) for country in topology.countries],
            }
        },
        "arcs": [_steps(arc) for arc in topology.arcs],
    }
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def main(arguments: list[str]) -> None:
    """Read the first file, write the second."""
    source, target = map(Path, arguments)
    target.write_bytes(topojson(simplified(read_topology(source.read_bytes()))))


def _turned(arc: Iterable[Point]) -> list[Point]:
    """Move what lies west of the map's cut to its east: the tip of Siberia.

    The cut goes through an island of the Bering Strait; that one is bent to lie east of it.
    """
    points = [(x + 360 if x < CUT else x, y) for x, y in arc]
    across = [x for x, _ in points]
    if max(across) - min(across) > 180:
        return [(CUT if x > 180 else x, y) for x, y in points]
    return points


def _without_specks(country: Country, arcs: list[list[Point]]) -> Country:
    areas = {ring: _area_km2(joined(ring, arcs)) for ring in country.rings}
    largest = max(areas.values(), default=0.0)
    rings = [ring for ring in country.rings if _is_kept(ring, areas[ring], largest, arcs)]
    return Country(country.name, tuple(rings))


def _is_kept(ring: Ring, area_km2: float, largest_km2: float, arcs: list[list[Point]]) -> bool:
    fine = all(_is_in_europe(point) for point in joined(ring, arcs))
    if area_km2 == largest_km2:
        return area_km2 >= (FINE_COUNTRY_KM2 if fine else COARSE_COUNTRY_KM2)
    return area_km2 >= (FINE_ISLAND_KM2 if fine else COARSE_ISLAND_KM2)


def _is_in_europe(point: Point) -> bool:
    west, south, east, north = EUROPE
    return west <= point[0] <= east and south <= point[1] <= north


def _area_km2(line: list[Point]) -> float:
    places = [_place(point) for point in line]
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _place(point: Point) -> Point:
    """Return a place in the plane, in kilometres; the projection keeps areas true."""
    longitude, latitude = point
    # Beyond 180 degrees `project` would go round; the outlines do not.
    x, y = project(min(longitude, CUT + 360), latitude)
    return x * EARTH_RADIUS_KM, y * EARTH_RADIUS_KM


def _simplified_arc(arc: list[Point]) -> list[Point]:
    """Drop the point that changes least, again and again, until each one matters."""
    kept = list(range(len(arc)))
    places = [_place(point) for point in arc]
    least = FEWEST_CLOSED if arc[0] == arc[-1] else FEWEST_OPEN
    while len(kept) > least:
        at, weight = _least_important(kept, places, arc)
        if weight >= 1:
            break
        del kept[at]
    return [arc[at] for at in kept]


def _least_important(kept: list[int], places: list[Point], arc: list[Point]) -> tuple[int, float]:
    weights = (
        (_triangle_km2(*(places[kept[at + by]] for by in (-1, 0, 1))) / _allowed(arc[kept[at]]), at)
        for at in range(1, len(kept) - 1)
    )
    weight, at = min(weights)
    return at, weight


def _allowed(point: Point) -> float:
    return FINE_KM2 if _is_in_europe(point) else COARSE_KM2


def _triangle_km2(first: Point, middle: Point, last: Point) -> float:
    (x1, y1), (x2, y2), (x3, y3) = first, middle, last
    return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2


def _renumbered(countries: list[Country], arcs: list[list[Point]]) -> Topology:
    used = sorted({arc for country in countries for arc in country.arcs})
    number = {old: new for new, old in enumerate(used)}
    renumber = _renumbering(number)
    moved = sorted(
        (
            Country(each.name, tuple(tuple(map(renumber, ring)) for ring in each.rings))
            for each in countries
        ),
        key=lambda country: country.name,
    )
    return Topology(tuple(tuple(arcs[old]) for old in used), tuple(moved), ATTRIBUTION)


def _renumbering(number: dict[ArcNumber, ArcNumber]) -> Callable[[ArcNumber], ArcNumber]:
    return lambda old: number[old] if old >= 0 else ~number[forward(old)]


def _geometry(country: Country) -> dict[str, object]:
    # The reader fills by the even-odd rule, so holes need not be told from islands.
    rings = [[list(ring)] for ring in country.rings]
    return {"type": "MultiPolygon", "properties": {"name": country.name}, "arcs": rings}


def _steps(arc: Iterable[Point]) -> list[list[int]]:
    """Return the points on the grid, each as the step from the one before."""
    steps: list[list[int]] = []
    before = (0, 0)
    for x, y in arc:
        place = (round(x / GRID_DEGREES), round(y / GRID_DEGREES))
        if not steps or place != before:
            steps.append([place[0] - before[0], place[1] - before[1]])
        before = place
    return steps if len(steps) > 1 else [*steps, [0, 0]]


if __name__ == "__main__":
    main(sys.argv[1:])
