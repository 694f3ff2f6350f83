# SPDX-License-Identifier: MIT
"""What is on the map, as a value, and how a painter draws it: screen, paper and file alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from azmodels_gui.cartography.plane import Box, Point, box_at
from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.window.regions.land import Land, ZoneShape
from azmodels_gui.window.regions.map_layout import (
    DotPlace,
    MapLayout,
    has_place,
    in_view,
    laid_out,
    placed_dots,
    published_place,
)
from azmodels_gui.window.regions.map_signs import DotPainter, MapLegend, legend_rows
from azmodels_gui.window.regions.region_dots import NO_DATE, MapAge, RegionDot
from azmodels_gui.window.theme import Tokens, ZoneInk

LEGEND_FITS_PX = (520, 330)
"""Smaller maps have no room for a legend."""

_HALO_OPACITY = 0.5
_FINEST_SCREEN = 3.0
_HALO_STEPS_PX = ((-1, 0), (1, 0), (0, -1), (0, 1))


@dataclass(frozen=True)
class MapScene:
    """Everything a picture of the map needs, apart from which part is on show."""

    land: Land
    zones: tuple[ZoneShape, ...]
    zone_names: Mapping[str, str]
    """In the language on show."""
    dots: tuple[RegionDot, ...]
    tokens: Tokens
    font: QFont
    """With a size in pixels, so that the picture is the same on every device."""
    age: MapAge = NO_DATE
    """How old the offers are that the dots count."""
    chosen: frozenset[str] = frozenset()
    current: str | None = None
    """Region the keyboard is on."""
    hovered: str | None = None
    """Region the mouse is on."""
    with_legend: bool = True
    with_halos: bool = True
    """Letters stand off from lines under them; an SVG does without, its texts would be double."""

    @property
    def total(self) -> int:
        """Number of entries the dots count."""
        return max((dot.total for dot in self.dots), default=0)

    @property
    def has_disputed_place(self) -> bool:
        """Tell whether the published place of a region is not in its country."""
        return any(self.stand_in(dot) is not None for dot in self.dots)

    def stand_in(self, dot: RegionDot) -> Point | None:
        """Return a place in the region's country, if the published one contradicts it."""
        if not has_place(dot):
            return None
        return self.land.stand_in(dot.country, published_place(dot))


def layout_of(scene: MapScene, view: Viewport, dots: Sequence[DotPlace] | None = None) -> MapLayout:
    """Return where everything goes in a view.

    Args:
        scene: what is on the map.
        view: the part on show.
        dots: what `placed_dots` returned for this scale, if at hand.
    """
    metrics = QFontMetricsF(scene.font)
    if dots is None:
        dots = placed_dots(scene.dots, view, scene.chosen, scene.land.stand_in)
    seen = in_view(dots, view)
    marked = scene.chosen | ({scene.current} if scene.current else frozenset())
    legend = legend_of(scene, view)
    discs = [box_at(each.place, each.radius_px) for each in seen]

    def text_size(text: str) -> tuple[float, float]:
        return metrics.horizontalAdvance(text) + 2, metrics.height() - 1

    return laid_out(
        seen,
        scene.zone_names,
        Box(0, 0, view.width_px, view.height_px),
        text_size,
        legend=None if legend is None else legend.box(view.width_px, view.height_px, discs),
        marked=marked,
    )


class DotPlaces:
    """Spreads dots once for a scale, places labels once for a view."""

    def __init__(self) -> None:
        self._scaled_for: tuple[object, ...] = ()
        self._scaled: tuple[DotPlace, ...] = ()
        self._laid_out_for: tuple[object, ...] = ()
        self._layout = MapLayout((), {}, {})

    def layout(self, scene: MapScene, view: Viewport) -> MapLayout:
        """Return where dots and labels of a view are."""
        unhovered = replace(scene, hovered=None) if scene.hovered else scene
        asked = (unhovered, view)
        if asked != self._laid_out_for:
            self._layout = layout_of(scene, view, self._dots(scene, view))
            self._laid_out_for = asked
        return self._layout

    def everywhere(self, scene: MapScene, view: Viewport) -> dict[str, Point]:
        """Return the places of all dots on and around the screen, by region."""
        right, down = view.to_screen((0, 0))
        return {
            each.dot.region: (each.place[0] + right, each.place[1] + down)
            for each in self._dots(scene, view)
        }

    def _dots(self, scene: MapScene, view: Viewport) -> tuple[DotPlace, ...]:
        asked = (scene.land, scene.dots, scene.chosen, view.scale_px, view.stretch, view.zoom)
        if asked != self._scaled_for:
            self._scaled = placed_dots(scene.dots, view, scene.chosen, scene.land.stand_in)
            self._scaled_for = asked
        return self._scaled


def legend_of(scene: MapScene, view: Viewport) -> MapLegend | None:
    """Return the legend; None: there is no room, or it is not wanted."""
    wide, high = LEGEND_FITS_PX
    if not scene.with_legend or view.width_px < wide or view.height_px < high:
        return None
    names = [scene.zone_names[shape.zone.id] for shape in scene.zones]
    rows = legend_rows(
        scene.total, names, scene.tokens, scene.age, with_cross=scene.has_disputed_place
    )
    return MapLegend(rows, scene.total, scene.tokens, scene.font)


def paint_ground(painter: QPainter, scene: MapScene, view: Viewport) -> None:
    """Draw sea, countries and zones: what changes with the view only."""
    inks = scene.tokens.map
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, view.width_px, view.height_px), QColor(inks.sea))
    line_px = _line_px(painter)
    painter.save()
    painter.translate(view.width_px / 2, view.height_px / 2)
    painter.scale(view.scale_px, -view.scale_px * view.stretch)
    painter.translate(-view.x, -view.y)
    seen = view.box
    _fill_countries(painter, scene, QRectF(*seen[:2], seen.width, seen.height), line_px)
    for shape, ink in _inked(scene):
        painter.setPen(_pen(ink.line, line_px))
        painter.drawLines(shape.hatching(view.scale_px))
    painter.strokePath(scene.land.borders, _pen(inks.border, line_px))
    for shape, ink in _inked(scene):
        painter.strokePath(shape.member_edge, _pen(ink.line, line_px))
        painter.strokePath(shape.disputed_edge, _pen(ink.line, line_px, Qt.PenStyle.DashLine))
    painter.restore()


def paint_marks(painter: QPainter, scene: MapScene, view: Viewport, layout: MapLayout) -> None:
    """Draw names, dots and legend: what must be legible at any zoom."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _write_zones(painter, scene, layout)
    legend = legend_of(scene, view)
    if legend is not None and layout.legend is not None:
        legend.paint(painter, layout.legend)  # below the dots: it must hide none
    dots = DotPainter(scene.tokens, scene.font)
    painter.setPen(_pen(scene.tokens.muted, 1.0))
    for start, end in layout.leads.values():
        painter.drawLine(QPointF(*start), QPointF(*end))
    _lead_to_dots(painter, dots, layout)
    for each in reversed(layout.dots):
        _paint_dot(painter, dots, scene, each)
    _write_regions(painter, scene, layout)


def _lead_to_dots(painter: QPainter, dots: DotPainter, layout: MapLayout) -> None:
    """Draw the lines below the dots: they say where a dot belongs that is elsewhere."""
    for each in layout.dots:
        place = QPointF(*each.place)
        if each.is_moved:
            dots.paint_line(painter, QPointF(*each.home), place)
        if each.published is not None:
            dots.paint_published(painter, QPointF(*each.published), place)


def _paint_dot(painter: QPainter, dots: DotPainter, scene: MapScene, each: DotPlace) -> None:
    place = QPointF(*each.place)
    dots.paint(painter, each.dot, place, each.radius_px)
    if each.dot.region in scene.chosen:
        dots.paint_ring(painter, place, each.radius_px + 2.5, scene.tokens.text)
    elif each.dot.region == scene.hovered:
        dots.paint_ring(painter, place, each.radius_px + 2, scene.tokens.accent, 1.5)
    if each.dot.region == scene.current:
        dashed = Qt.PenStyle.DashLine
        dots.paint_ring(painter, place, each.radius_px + 5, scene.tokens.focus, style=dashed)


def _inked(scene: MapScene) -> Iterator[tuple[ZoneShape, ZoneInk]]:
    inks = scene.tokens.map.zones
    for number, shape in enumerate(scene.zones):
        yield shape, inks[number % len(inks)]


def _fill_countries(painter: QPainter, scene: MapScene, seen: QRectF, line_px: float) -> None:
    """Fill each country once, in its zone's colour if it is in one."""
    fills = {name: ink.fill for shape, ink in _inked(scene) for name in shape.members}
    for area in scene.land.areas:
        if area.box.intersects(seen):
            colour = fills.get(area.name, scene.tokens.map.land)
            # A line of the same colour closes the seam to the neighbour.
            painter.setPen(_pen(colour, line_px))
            painter.setBrush(QColor(colour))
            painter.drawPath(area.path)


def _line_px(painter: QPainter) -> float:
    """Return how many pixels of the device a line is wide.

    One on a screen, even a fine one: Qt draws such lines ten times as fast as wider ones. On
    a printer, where one would hardly be seen, as many as make a pixel of the screen.
    """
    pixels = painter.deviceTransform().m11()
    return pixels if pixels > _FINEST_SCREEN else 1.0


def _write_zones(painter: QPainter, scene: MapScene, layout: MapLayout) -> None:
    font = QFont(scene.font)
    font.setItalic(True)
    painter.setFont(font)
    for shape, ink in _inked(scene):
        box = layout.zone_labels.get(shape.zone.id)
        if box is not None:
            _write(painter, scene, box, scene.zone_names[shape.zone.id], ink.text)


def _write_regions(painter: QPainter, scene: MapScene, layout: MapLayout) -> None:
    underlined = QFont(scene.font)
    underlined.setUnderline(True)
    for each in layout.dots:
        box = layout.labels.get(each.dot.region)
        if box is not None:
            chosen = each.dot.region in scene.chosen
            painter.setFont(underlined if chosen else scene.font)
            told = scene.tokens.text if each.dot.offered or chosen else scene.tokens.muted
            _write(painter, scene, box, each.dot.name, told)


def _write(painter: QPainter, scene: MapScene, box: Box, text: str, colour: str) -> None:
    place = QRectF(box.left, box.top - 1, box.width + 4, box.height + 2)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if scene.with_halos:
        halo = QColor(scene.tokens.map.sea)
        halo.setAlphaF(_HALO_OPACITY)
        painter.setPen(halo)
        for right, down in _HALO_STEPS_PX:
            painter.drawText(place.translated(right, down), flags, text)
    painter.setPen(QColor(colour))
    painter.drawText(place, flags, text)


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


MARGIN_PX = 160
"""How far the map can be dragged before the picture is drawn anew."""
COARSEST = 6.0
"""A kept picture may be enlarged so much while the map is zoomed; more would be mud."""


@dataclass(frozen=True)
class Kept:
    """A picture of a part of the plane, larger than the window perhaps."""

    picture: QPixmap
    view: Viewport

    def has_scale_of(self, view: Viewport) -> bool:
        """Tell whether one pixel of it is one of the view."""
        return (self.view.scale_px, self.view.stretch) == (view.scale_px, view.stretch)

    def enlarged_for(self, view: Viewport) -> float:
        """Return how many times it would have to be enlarged for a view."""
        return view.scale_px / self.view.scale_px

    def holds(self, view: Viewport) -> bool:
        """Tell whether all that the view shows is on it."""
        return self.view.box.grown(1e-9).encloses(view.box)


class GroundPicture:
    """Draws sea, countries and zones once for a scale, a look and a place nearby.

    While the map is zoomed, pictures of other scales stand in; `is_coarse` says so, and
    `sharpen` has the next painting draw the ground as it is.
    """

    def __init__(self) -> None:
        self._last: Kept | None = None
        self._widest: Kept | None = None
        """Of the largest part of the world so far: what zooming out falls back on."""
        self._ground: tuple[object, ...] = ()
        self._is_due = False
        self.is_coarse = False
        """True: what was painted last is a picture of another scale."""

    def sharpen(self) -> None:
        """Have no picture of another scale stand in when the ground is painted next."""
        self._is_due = True

    def paint(self, painter: QPainter, scene: MapScene, view: Viewport, ratio: float) -> None:
        """Draw the ground of a view.

        Args:
            painter: of the widget.
            scene: what is on the map.
            view: the part on show.
            ratio: device pixels of one pixel.
        """
        ground = (scene.land, scene.zones, scene.tokens, ratio)
        if ground != self._ground:
            self._last = self._widest = None
            self._ground = ground
        kept = self._stand_in(view) or self._draw(scene, view, ratio)
        self._is_due = False
        self.is_coarse = not kept.has_scale_of(view)
        if self.is_coarse:
            _paint_scaled(painter, kept, view, ratio)
        else:
            left, top = kept.view.to_screen(view.to_plane((0, 0)))
            at = QPointF(-round(left * ratio), -round(top * ratio)) / ratio
            painter.drawPixmap(at, kept.picture)

    def _stand_in(self, view: Viewport) -> Kept | None:
        """Return a picture that will do: of the same scale, else of one not too far from it."""
        found = [each for each in (self._last, self._widest) if each is not None]
        holding = [each for each in found if each.holds(view)]
        # Dragged at one scale, the map is drawn on: only zooming makes do with less.
        is_dragged = self._last is not None and self._last.has_scale_of(view)
        coarsest = 0.0 if self._is_due or is_dragged else COARSEST
        for each in holding:
            if each.has_scale_of(view):
                return each
        return next((each for each in holding if each.enlarged_for(view) <= coarsest), None)

    def _draw(self, scene: MapScene, view: Viewport, ratio: float) -> Kept:
        # Dragged beyond its edge, the map will be dragged further: a margin pays then.
        margin_px = MARGIN_PX if self._last is not None and self._last.has_scale_of(view) else 0
        wide, high = view.width_px + 2 * margin_px, view.height_px + 2 * margin_px
        drawn = replace(view, width_px=wide, height_px=high)
        picture = QPixmap(round(wide * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_ground(painter, scene, drawn)
        painter.end()
        self._last = Kept(picture, drawn)
        if self._widest is None or drawn.box.width > self._widest.view.box.width:
            self._widest = self._last
        return self._last


def _paint_scaled(painter: QPainter, kept: Kept, view: Viewport, ratio: float) -> None:
    """Draw the part of a picture that a view of another scale shows."""
    left, top = kept.view.to_screen(view.to_plane((0, 0)))
    right, bottom = kept.view.to_screen(view.to_plane((view.width_px, view.height_px)))
    part = QRectF(left * ratio, top * ratio, (right - left) * ratio, (bottom - top) * ratio)
    painter.drawPixmap(QRectF(0, 0, view.width_px, view.height_px), kept.picture, part)
