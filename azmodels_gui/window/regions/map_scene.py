# SPDX-License-Identifier: MIT
"""What is on the map, as a value, and how a painter draws it: screen, paper and file alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from azmodels_gui.cartography.plane import Box, Point, box_at
from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.window.regions.dot_painter import DotPainter
from azmodels_gui.window.regions.land import Land, rect_of
from azmodels_gui.window.regions.map_layout import (
    DotPlace,
    MapLayout,
    has_place,
    in_view,
    laid_out,
    placed_dots,
    published_place,
)
from azmodels_gui.window.regions.map_words import (
    NO_DATE,
    MapAge,
    disputed_place_words,
    disputed_zone_words,
    legend_words,
)
from azmodels_gui.window.regions.region_dots import RegionDot
from azmodels_gui.window.regions.zone_shapes import ZoneShape
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tokens, ZoneInk

_ROW_PX = 19.0
_SIGN_PX = 26.0
_RADII_PX = (8.0, 8.0, 6.0, 3.6)


@dataclass(frozen=True)
class Row:
    """One line: a sample and its meaning."""

    words: str
    dot: int | None = None
    """Number of the kind of dot."""
    ink: ZoneInk | None = None
    hatched: bool = False
    cross: bool = False
    """A published place that is not in the region's country."""


def sample_dot(kind: int, total: int) -> RegionDot:
    """Return a dot that offers all, some, nobody knows, or none."""
    of_all = max(total, 1)
    offered = (of_all, max(1, of_all // 2), 0, 0)[kind]
    unknown = of_all if kind == 2 else 0
    return RegionDot("", "", "", None, None, None, False, offered, 0, unknown, of_all)


def legend_rows(
    total: int, zone_names: Sequence[str], tokens: Tokens, age: MapAge, *, with_cross: bool = False
) -> tuple[Row, ...]:
    """Return the lines of the legend."""
    kinds = tuple(
        Row(words, dot=kind) for kind, words in enumerate(legend_words(total, age.no)) if words
    )
    inks = zip(zone_names, cycle(tokens.map.zones), strict=False)
    zones = tuple(Row(name, ink=ink) for name, ink in inks)
    disputed = (Row(disputed_zone_words(), ink=tokens.map.zones[0], hatched=True),) if zones else ()
    crosses = (Row(disputed_place_words(), cross=True),) if with_cross else ()
    dated = (Row(age.told),) if age.told and total else ()
    return (kinds if total else ()) + zones + disputed + crosses + dated


class MapLegend:
    """Measures and paints the lines in one look and font."""

    def __init__(self, rows: Sequence[Row], total: int, tokens: Tokens, font: QFont) -> None:
        self.rows = tuple(rows)
        self._total = total
        self._tokens = tokens
        self._font = font
        self._dots = DotPainter(tokens, font)
        self._row_px = max(_ROW_PX, QFontMetricsF(font).height() + 3)

    def box(self, width_px: float, height_px: float, dots: Iterable[Box]) -> Box:
        """Return where it lies: below on the left, or on the right where it hides fewer dots."""
        metrics = QFontMetricsF(self._font)
        words = max((metrics.horizontalAdvance(row.words) for row in self.rows), default=0.0)
        wide = _SIGN_PX + words + 2 * SPACE_S
        high = self._row_px * len(self.rows) + SPACE_S
        bottom = height_px - SPACE_M
        listed = tuple(dots)
        corners = [
            Box(left, bottom - high, left + wide, bottom)
            for left in (SPACE_M, width_px - SPACE_M - wide)
        ]
        return min(corners, key=lambda box: sum(box.overlaps(dot) for dot in listed))

    def paint(self, painter: QPainter, box: Box) -> None:
        """Draw it."""
        frame = QRectF(box.left, box.top, box.width, box.height)
        back = QColor(self._tokens.surface)
        back.setAlphaF(0.92)
        painter.setPen(QPen(QColor(self._tokens.border), self._tokens.outline_px))
        painter.setBrush(back)
        painter.drawRoundedRect(frame, 6, 6)
        for number, row in enumerate(self.rows):
            middle = box.top + SPACE_S / 2 + (number + 0.5) * self._row_px
            self._paint_sign(painter, row, QPointF(box.left + SPACE_S + 9, middle))
            painter.setFont(self._font)
            painter.setPen(QColor(self._tokens.text))
            left = box.left + SPACE_S + _SIGN_PX
            place = QRectF(left, middle - self._row_px / 2, box.right - left, self._row_px)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.words)

    def _paint_sign(self, painter: QPainter, row: Row, middle: QPointF) -> None:
        if row.dot is not None:
            dot = sample_dot(row.dot, self._total)
            self._dots.paint(painter, dot, middle, _RADII_PX[row.dot])
        elif row.cross:
            self._dots.paint_cross(painter, middle)
        elif row.ink is not None:
            _paint_patch(painter, row, QRectF(middle.x() - 9, middle.y() - 5, 18, 10), self._tokens)


def _paint_patch(painter: QPainter, row: Row, patch: QRectF, tokens: Tokens) -> None:
    ink = row.ink or tokens.map.zones[0]
    pen = QPen(QColor(tokens.muted if row.hatched else ink.line), 1)
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.map.land if row.hatched else ink.fill))
    painter.drawRect(patch)
    if row.hatched:
        painter.drawLines(
            [
                QLineF(patch.left() + at, patch.bottom(), patch.left() + at + 8, patch.top() + 2)
                for at in (0, 5, 10)
            ]
        )


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


def paint_scene(painter: QPainter, scene: MapScene, view: Viewport, layout: MapLayout) -> None:
    """Draw everything."""
    paint_ground(painter, scene, view)
    paint_marks(painter, scene, view, layout)


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
    _fill_countries(painter, scene, rect_of(view.box), line_px)
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
        dots.paint_chosen(painter, place, each.radius_px)
    elif each.dot.region == scene.hovered:
        dots.paint_hovered(painter, place, each.radius_px)
    if each.dot.region == scene.current:
        dots.paint_current(painter, place, each.radius_px)


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
