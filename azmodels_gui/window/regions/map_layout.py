# SPDX-License-Identifier: MIT
"""Where on the screen dots and labels go, and what a click hits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot, log2, sqrt

from azmodels_gui.cartography.placing import LabelWish, led_labels, placed_labels, spread
from azmodels_gui.cartography.plane import Box, Point, box_at
from azmodels_gui.cartography.viewport import Viewport, on_globe, project
from azmodels_gui.window.regions.region_dots import RegionDot

LARGEST_PX, SMALLEST_PX, NONE_PX, OPEN_PX = 12.5, 6.5, 3.6, 6.0
"""Radius of a dot that offers everything, nearly nothing, nothing, and of an open question."""
SINGLE_PX = 8.5
"""Radius of a dot that offers the only entry: there is no share to tell."""
DIGIT_PX = 1.6
"""Room for each further digit of the number."""
WORLD_SIZE = 0.7
"""Dots of the whole world are this much smaller: Europe has many in little room."""
FULL_SIZE_ZOOM = 3.0
DOT_GAP_PX = 1.0
LABEL_GAP_PX, RING_PX, ZONE_GAP_PX, LEAD_PX = 3.0, 4.0, 6.0, 4.0
HIT_PX = 11.0
"""A click this near to the middle of a dot means it, however small it is."""
MARGIN_PX = 4.0
_ZONE_RADII_PX = (14.0, 40.0, 70.0, 100.0, 140.0, 190.0)

StandIn = Callable[[str, Point], Point | None]
"""Returns a place in a country, if a published place of the plane contradicts the country."""
TextSize = Callable[[str], tuple[float, float]]
"""Returns width and height of a text in pixels."""


def no_stand_in(_country: str, _published: Point) -> Point | None:
    """Take every published place as it is: there are no outlines to hold it against."""
    return None


@dataclass(frozen=True)
class DotPlace:
    """A dot on the screen."""

    dot: RegionDot
    home: Point
    """Where the region lies; or a place in its country, if the published one is not in it."""
    place: Point
    """Where its dot is drawn."""
    radius_px: float
    published: Point | None = None
    """The published place, where that is outside of the region's country."""

    @property
    def is_moved(self) -> bool:
        """Tell whether a line to its home is needed."""
        return hypot(self.place[0] - self.home[0], self.place[1] - self.home[1]) > 1.5

    def moved(self, right: float, down: float) -> "DotPlace":
        """Return the dot elsewhere on the screen."""

        def moved(point: Point) -> Point:
            return point[0] + right, point[1] + down

        published = None if self.published is None else moved(self.published)
        return DotPlace(self.dot, moved(self.home), moved(self.place), self.radius_px, published)


@dataclass(frozen=True)
class MapLayout:
    """Places of one view; the important dots first."""

    dots: tuple[DotPlace, ...]
    labels: Mapping[str, Box]
    """By region."""
    zone_labels: Mapping[str, Box]
    """By zone."""
    legend: Box | None = None
    """Where the legend lies; None: there is none."""
    leads: Mapping[str, tuple[Point, Point]] = field(default_factory=dict)
    """By region the line from a dot to its label, where that stands away from it."""

    def at(self, pixel: Point) -> DotPlace | None:
        """Return the dot that a click means: the nearest in reach."""
        reach = [
            (hypot(each.place[0] - pixel[0], each.place[1] - pixel[1]), number)
            for number, each in enumerate(self.dots)
        ]
        near = [
            (away - self.dots[number].radius_px, number)
            for away, number in reach
            if away <= max(HIT_PX, self.dots[number].radius_px)
        ]
        if near:
            return self.dots[min(near)[1]]
        return next((each for each in self.dots if self._is_on_label(each, pixel)), None)

    def _is_on_label(self, each: DotPlace, pixel: Point) -> bool:
        box = self.labels.get(each.dot.region)
        return box is not None and box.encloses(Box(*pixel, *pixel))


def has_place(dot: RegionDot) -> bool:
    """Tell whether a region can be on the map."""
    if dot.latitude is None or dot.longitude is None:
        return False
    return on_globe(dot.longitude, dot.latitude)


def radius_px(dot: RegionDot, zoom: float) -> float:
    """Return how large a dot is: its area grows with the share it offers."""
    shrunk = WORLD_SIZE + (1 - WORLD_SIZE) * min(1.0, log2(max(zoom, 1)) / log2(FULL_SIZE_ZOOM))
    if dot.total == 1 and dot.offered:
        return shrunk * SINGLE_PX
    if dot.offered:
        digits = len(str(dot.offered))
        share = SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * sqrt(dot.share)
        return shrunk * (share + DIGIT_PX * (digits - 1))
    return max(shrunk, 0.75) * (OPEN_PX if dot.open_share else NONE_PX)


def importance(dot: RegionDot, chosen: frozenset[str]) -> tuple[bool, int, int, str]:
    """Return a key to sort by: chosen, then by what is offered, then what is open."""
    return (dot.region not in chosen, -dot.offered, -(dot.disputed + dot.unknown), dot.region)


def published_place(dot: RegionDot) -> Point:
    """Return where in the plane a source puts a region that has a place."""
    return project(dot.longitude or 0, dot.latitude or 0)


def placed_dots(
    dots: Sequence[RegionDot],
    scale: Viewport,
    chosen: frozenset[str],
    stand_in: StandIn = no_stand_in,
) -> tuple[DotPlace, ...]:
    """Return the dots of the whole map around the middle of the plane.

    They depend on how large the map is, not on which part is seen: dragging moves no dot
    against its neighbours. Regions without a place on the globe are left out; where the
    published place contradicts the country, the dot is in the country (docs/decisions/0017).
    """
    shown = sorted(filter(has_place, dots), key=lambda dot: importance(dot, chosen))
    middle = Viewport(0, 0, scale.scale_px, scale.stretch, 0, 0)
    published = [published_place(dot) for dot in shown]
    others = [stand_in(dot.country, at) for dot, at in zip(shown, published, strict=True)]
    pairs = list(zip(published, others, strict=True))
    homes = [middle.to_screen(other or at) for at, other in pairs]
    crosses = [middle.to_screen(at) if other is not None else None for at, other in pairs]
    radii = [radius_px(dot, scale.zoom) for dot in shown]
    places = spread(homes, radii, DOT_GAP_PX)
    return tuple(map(DotPlace, shown, homes, places, radii, crosses))


def in_view(dots: Sequence[DotPlace], view: Viewport) -> tuple[DotPlace, ...]:
    """Return the dots that a view shows, where it shows them."""
    right, down = view.to_screen((0, 0))
    moved = (each.moved(right, down) for each in dots)
    edges = Box(0, 0, view.width_px, view.height_px)
    return tuple(each for each in moved if edges.overlaps(box_at(each.place, each.radius_px)))


def laid_out(
    dots: Sequence[DotPlace],
    zone_names: Mapping[str, str],
    view: Box,
    text_size: TextSize,
    legend: Box | None = None,
    marked: frozenset[str] = frozenset(),
) -> MapLayout:
    """Return dots and labels of a view.

    Args:
        dots: those in view, the important ones first.
        zone_names: the names to write beside the zones.
        view: the part of the screen that labels must stay in.
        text_size: measures a label.
        legend: where no label may be.
        marked: regions with a ring around their dot.
    """
    obstacles = [box_at(each.place, each.radius_px) for each in dots]
    obstacles += [box for each in dots for box in _lead_boxes(each)]
    if legend is not None:
        obstacles.append(legend.grown(MARGIN_PX))
    inside = view.grown(-MARGIN_PX)
    wishes = [
        _wish(each, -number, text_size(each.dot.name), each.dot.region in marked)
        for number, each in enumerate(dots)
    ]
    labels = placed_labels(wishes, obstacles, inside)
    # Who asks for what is offered looks for these names; open questions have theirs on hover.
    offering = {each.dot.region for each in dots if each.dot.offered}
    left_out = [wish for wish in wishes if wish.key in offering.difference(labels)]
    led = led_labels(left_out, obstacles, labels.values(), inside)
    labels |= {region: each.box for region, each in led.items()}
    # Names of zones keep their distance, or they would read as the name of a region.
    taken = [box.grown(ZONE_GAP_PX) for box in (*obstacles, *labels.values())]
    zones: dict[str, Box] = {}
    for zone, name in zone_names.items():
        middle = _middle(zone, dots)
        if middle is not None:
            others = [*taken, *zones.values()]
            zones |= _zone_label(zone, middle, text_size(name), others, inside)
    leads = {region: each.line for region, each in led.items()}
    return MapLayout(tuple(dots), labels, zones, legend, leads)


def _lead_boxes(each: DotPlace) -> list[Box]:
    """Return boxes along the line from a dot to its published place, which no label may hide."""
    if each.published is None:
        return []
    (x, y), (to_x, to_y) = each.place, each.published
    return [
        box_at((x + (to_x - x) * share, y + (to_y - y) * share), LEAD_PX)
        for share in (0.33, 0.67, 1.0)
    ]


def _wish(each: DotPlace, priority: float, size: tuple[float, float], marked: bool) -> LabelWish:
    away = each.radius_px + LABEL_GAP_PX + (RING_PX if marked else 0)
    return LabelWish(each.dot.region, each.place, away, *size, priority=priority)


def _middle(zone: str, dots: Sequence[DotPlace]) -> Point | None:
    """Return the middle of a zone's dots in view; of those in it beyond dispute, if any."""
    members = [each for each in dots if each.dot.zone == zone]
    sure = [each.home for each in members if not each.dot.zone_disputed]
    homes = sure or [each.home for each in members]
    if not homes:
        return None
    return (sum(x for x, _ in homes) / len(homes), sum(y for _, y in homes) / len(homes))


def _zone_label(
    zone: str,
    middle: Point,
    size: tuple[float, float],
    obstacles: Sequence[Box],
    view: Box,
) -> dict[str, Box]:
    """Return the place nearest to the middle that is free, if there is one."""
    for away in _ZONE_RADII_PX:
        placed = placed_labels([LabelWish(zone, middle, away, *size)], obstacles, view)
        if placed:
            return placed
    return {}
