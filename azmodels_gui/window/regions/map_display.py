# SPDX-License-Identifier: MIT
"""The map as something to look at: on the screen, on paper, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import Topology
from azmodels_gui.cartography.viewport import Viewport
from azmodels_gui.language.shown import tr
from azmodels_gui.window.formats import coordinates
from azmodels_gui.window.regions.land import Land
from azmodels_gui.window.regions.map_layout import DotPlace, MapLayout, placed_dots
from azmodels_gui.window.regions.map_motion import MapMotion
from azmodels_gui.window.regions.map_scene import (
    MapScene,
    layout_of,
    paint_ground,
    paint_marks,
    paint_scene,
)
from azmodels_gui.window.regions.map_words import (
    NO_DATE,
    MapAge,
    country_words,
    region_words,
    summary_words,
)
from azmodels_gui.window.regions.region_dots import RegionDot
from azmodels_gui.window.regions.zone_shapes import ZoneOnMap, zone_shapes
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import LIGHT, Tokens

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


SHARP_AFTER_MS = 80
"""The map is zoomed with pictures at hand, and drawn sharply once it rests."""
NO_LAND = Land(Topology((), ()))


class MapDisplay(QWidget):
    """Shows how many of some entries each region offers; `RegionMap` takes mouse and keys.

    Signals:
        view_changed: another part of the world is on show.
    """

    view_changed = Signal()

    def __init__(self, theme: Theme, land: Land = NO_LAND) -> None:
        super().__init__()
        self._theme = theme
        self._language = "en"
        self._zones: tuple[ZoneOnMap, ...] = ()
        self._places = DotPlaces()
        self._ground = GroundPicture()
        self._sharpening = QTimer(self, singleShot=True, interval=SHARP_AFTER_MS)
        self.motion = MapMotion(self)
        self._scene = MapScene(land, (), {}, (), theme.tokens, self._map_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.motion.changed.connect(self._on_moved)
        self._sharpening.timeout.connect(self.sharpen)
        theme.changed.connect(self._on_theme)
        self.setAccessibleName(tr("Map of regions"))
        self._describe()
        self.update()

    @property
    def scene_on_show(self) -> MapScene:
        """Everything that is drawn."""
        return self._scene

    @property
    def dots(self) -> tuple[RegionDot, ...]:
        """The regions on show, those without a place too."""
        return self._scene.dots

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the regions with a ring around them."""
        return self._scene.chosen

    @property
    def current(self) -> str | None:
        """Id of the region the keyboard is on."""
        return self._scene.current

    def show_dots(self, dots: Sequence[RegionDot], age: MapAge = NO_DATE) -> None:
        """Show other counts of offers of some age; the view and the current region stay."""
        listed = tuple(dots)
        if listed != self._scene.dots or age != self._scene.age:
            known = {dot.region for dot in listed}
            current = self._scene.current if self._scene.current in known else None
            self._show(replace(self._scene, dots=listed, current=current, age=age))

    def show_zones(self, zones: Sequence[ZoneOnMap], language: str) -> None:
        """Show the data zones of a catalogue with their names in a language."""
        self._language = language
        names = {zone.id: zone.name.in_language(language) for zone in zones}
        shapes = self._scene.zones
        if tuple(zones) != self._zones:
            self._zones = tuple(zones)
            shapes = zone_shapes(self._zones, self._scene.land)
        self._show(replace(self._scene, zones=shapes, zone_names=names))

    def set_chosen(self, regions: Iterable[str]) -> None:
        """Put a ring around the dots of some regions."""
        self._show(replace(self._scene, chosen=frozenset(regions)))

    def set_legend_shown(self, shown: bool) -> None:
        """Show or hide the legend."""
        self._show(replace(self._scene, with_legend=shown))

    def words_of(self, region: str) -> str:
        """Return what the map says of a region; empty: it has no such region."""
        for dot in self._scene.dots:
            if dot.region == region:
                names, place = self._scene.zone_names, self._disputed_place(dot)
                return region_words(dot, names, self._scene.age, place)
        return ""

    def words_at(self, position: QPointF) -> str:
        """Return what there is to say of a pixel: of its dot, or of its country's data zone."""
        found = self.dot_at(position)
        if found is not None:
            return self.words_of(found.dot.region)
        place = self.motion.view.to_plane((position.x(), position.y()))
        country = self._scene.land.country_at(place)
        for shape in self._scene.zones:
            if country is not None and country in shape.members | shape.disputed:
                name = self._scene.zone_names[shape.zone.id]
                return country_words(country, name, is_disputed=country in shape.disputed)
        return ""

    def layout_on_show(self) -> MapLayout:
        """Return where dots and labels are."""
        return self._places.layout(self._scene, self.motion.view)

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        tokens: Tokens = LIGHT,
        *,
        width_px: float = 0,
        with_halos: bool = True,
    ) -> None:
        """Draw what is on show into a part of a page or picture.

        Args:
            painter: of a printer, an SVG file or an image.
            rect: in the painter's units; all that is seen on the screen is seen there.
            tokens: paper is white, so the light look unless told otherwise.
            width_px: width of the window that letters and dots are in proportion to; 0: as on
                the screen.
            with_halos: letters stand off from lines; false where texts are to be found once.
        """
        if rect.isEmpty():
            return
        scale = rect.width() / (width_px or self.width())
        view = self.motion.in_size(rect.width() / scale, rect.height() / scale)
        scene = replace(
            self._scene, tokens=tokens, current=None, hovered=None, with_halos=with_halos
        )
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, view.width_px, view.height_px))
        paint_scene(painter, scene, view, layout_of(scene, view))
        painter.restore()

    def dot_at(self, position: QPointF) -> DotPlace | None:
        """Return the dot that a pixel means."""
        return self.layout_on_show().at((position.x(), position.y()))

    def everywhere(self) -> dict[str, Point]:
        """Return the places of all dots, outside of the view too."""
        return self._places.everywhere(self._scene, self.motion.view)

    def _disputed_place(self, dot: RegionDot) -> str:
        if self._scene.stand_in(dot) is None:
            return ""
        return coordinates(dot.latitude or 0, dot.longitude or 0, self._language)

    def _map_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, QFontInfo(self.font()).pixelSize()))
        return font

    def _show(self, scene: MapScene) -> None:
        if scene == self._scene:
            return
        self._scene = scene
        self._describe()
        self.update()

    def _describe(self) -> None:
        current = self._scene.current
        self.setAccessibleDescription(
            self.words_of(current) if current else summary_words(self._scene.dots)
        )

    def _paint_focus(self, painter: QPainter) -> None:
        tokens = self._scene.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus), 2 * tokens.outline_px))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    @Slot()
    def sharpen(self) -> None:
        """Draw the ground as it is, where a picture of another scale stood in."""
        if self._ground.is_coarse:
            self._ground.sharpen()
            self.update()

    @Slot()
    def _on_moved(self) -> None:
        if self.motion.place is not None:
            self._ground.sharpen()  # a jump, after which nobody zooms on
        else:
            self._sharpening.start()
        self.update()
        self.view_changed.emit()

    @Slot()
    def _on_theme(self) -> None:
        self._show(replace(self._scene, tokens=self._theme.tokens, font=self._map_font()))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(960, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        view = self.motion.view
        self._ground.paint(painter, self._scene, view, self.devicePixelRatioF())
        paint_marks(painter, self._scene, view, self.layout_on_show())
        if self.hasFocus() and self._scene.current is None:
            self._paint_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.motion.resize()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._show(replace(self._scene, font=self._map_font()))
        super().changeEvent(event)
