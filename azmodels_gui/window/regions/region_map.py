# SPDX-License-Identifier: MIT
"""The map of regions: on screen, paper and in words, under mouse, fingers and keys."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import neighbour
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.charts.chart import Chart, Picture
from azmodels_gui.language.figures import coordinates
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Part, Sentence, Sheet, SheetKind
from azmodels_gui.window.formats import number
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.regions.land import NO_LAND, Land, ZoneOnMap, ZoneShape
from azmodels_gui.window.regions.map_layout import DotPlace, MapLayout
from azmodels_gui.window.regions.map_motion import MapMotion, direction_of
from azmodels_gui.window.regions.map_scene import (
    DotPlaces,
    GroundPicture,
    MapScene,
    layout_of,
    paint_ground,
    paint_marks,
)
from azmodels_gui.window.regions.region_dots import (
    NO_DATE,
    MapAge,
    RegionDot,
    country_words,
    region_words,
    summary_words,
)
from azmodels_gui.window.theme import LIGHT, SPACE_M, SPACE_S, Theme, Tokens
from azmodels_gui.window.widgets.files import image_of, svg_of
from azmodels_gui.window.widgets.told_list import ToldList

SHARP_AFTER_MS = 80
"""The map is zoomed with pictures at hand, and drawn sharply once it rests."""
DOUBLE_CLICK_ZOOM = 2.0
DOT_PX = 8
"""Around the middle of a dot, where a screen reader says it is."""
ShowTip = Callable[[QPoint, str, QWidget], object]
"""Shows a tip at a place of the screen; an empty text takes it away."""


class RegionMap(QWidget):
    """Shows how many of some entries each region offers; it can be moved, and regions chosen.

    Drag or Shift and arrows move; wheel, pinch, double click, plus and minus zoom; arrows go
    from dot to dot, Page Down and Up by how much they offer; Enter or a click chooses one,
    Escape lets go of it.

    Attributes:
        motion: which part of the world is on show.
        scene: everything that is drawn.

    Signals:
        region_asked: the id of the region the user chose.
        view_changed: another part of the world is on show.
    """

    region_asked = Signal(str)
    view_changed = Signal()

    def __init__(
        self, theme: Theme, land: Land = NO_LAND, show_tip: ShowTip = QToolTip.showText
    ) -> None:
        super().__init__()
        self._theme = theme
        self._show_tip = show_tip
        self._language = "en"
        self._zones: tuple[ZoneOnMap, ...] = ()
        self._places = DotPlaces()
        self._ground = GroundPicture()
        self._sharpening = QTimer(self, singleShot=True, interval=SHARP_AFTER_MS)
        self.motion = MapMotion(self)
        self.scene = MapScene(land, (), {}, (), theme.tokens, self._map_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.motion.changed.connect(self._on_moved)
        self._sharpening.timeout.connect(self.sharpen)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heard = ToldList(self, self._rect_of)
        self.heard.left.connect(self._on_left)
        self.heard.setAccessibleName(tr("Map of regions"))
        self._tell()
        self.grabGesture(Qt.GestureType.PinchGesture)

    def show_dots(self, dots: Sequence[RegionDot], age: MapAge = NO_DATE) -> None:
        """Show other counts of offers of some age; the view and the current region stay."""
        listed = tuple(dots)
        if listed != self.scene.dots or age != self.scene.age:
            known = {dot.region for dot in listed}
            current = self.scene.current if self.scene.current in known else None
            self._show(replace(self.scene, dots=listed, current=current, age=age))

    def show_zones(self, zones: Sequence[ZoneOnMap], language: str) -> None:
        """Show the data zones of a catalogue with their names in a language."""
        self._language = language
        names = {zone.id: zone.name.in_language(language) for zone in zones}
        shapes = self.scene.zones
        if tuple(zones) != self._zones:
            self._zones = tuple(zones)
            shapes = tuple(ZoneShape(zone, self.scene.land) for zone in self._zones)
        self._show(replace(self.scene, zones=shapes, zone_names=names))

    def set_chosen(self, regions: Iterable[str]) -> None:
        """Put a ring around the dots of some regions."""
        self._show(replace(self.scene, chosen=frozenset(regions)))

    def set_legend_shown(self, shown: bool) -> None:
        """Show or hide the legend."""
        self._show(replace(self.scene, with_legend=shown))

    def words_of(self, region: str) -> str:
        """Return what the map says of a region; empty: it has no such region."""
        for dot in self.scene.dots:
            if dot.region == region:
                names, place = self.scene.zone_names, self._disputed_place(dot)
                return region_words(dot, names, self.scene.age, place)
        return ""

    def words_at(self, position: QPointF) -> str:
        """Return what there is to say of a pixel: of its dot, or of its country's data zone."""
        found = self.dot_at(position)
        if found is not None:
            return self.words_of(found.dot.region)
        place = self.motion.view.to_plane((position.x(), position.y()))
        country = self.scene.land.country_at(place)
        for shape in self.scene.zones:
            if country is not None and country in shape.members | shape.disputed:
                name = self.scene.zone_names[shape.zone.id]
                return country_words(country, name, is_disputed=country in shape.disputed)
        return ""

    def layout_on_show(self) -> MapLayout:
        """Return where dots and labels are."""
        return self._places.layout(self.scene, self.motion.view)

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
            self.scene, tokens=tokens, current=None, hovered=None, with_halos=with_halos
        )
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, view.width_px, view.height_px))
        paint_ground(painter, scene, view)
        paint_marks(painter, scene, view, layout_of(scene, view))
        painter.restore()

    def dot_at(self, position: QPointF) -> DotPlace | None:
        """Return the dot that a pixel means."""
        return self.layout_on_show().at((position.x(), position.y()))

    def everywhere(self) -> dict[str, Point]:
        """Return the places of all dots, outside of the view too."""
        return self._places.everywhere(self.scene, self.motion.view)

    def _disputed_place(self, dot: RegionDot) -> str:
        if self.scene.stand_in(dot) is None:
            return ""
        return coordinates(dot.latitude or 0, dot.longitude or 0, self._language)

    def _map_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, QFontInfo(self.font()).pixelSize()))
        return font

    def _show(self, scene: MapScene) -> None:
        if scene == self.scene:
            return
        self.scene = scene
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Tell the list: those that offer most first."""
        ranked, current = list(self.everywhere()), self.scene.current
        self.heard.setAccessibleDescription(summary_words(self.scene.dots))
        self.heard.tell(len(ranked), lambda line: self.words_of(ranked[line]))
        self.heard.go_to(ranked.index(current) if current in ranked else None)

    def _rect_of(self, line: int) -> QRect:
        """Return where a line of the list is seen: its dot."""
        x, y = tuple(self.everywhere().values())[line]
        return QRect(round(x) - DOT_PX, round(y) - DOT_PX, 2 * DOT_PX, 2 * DOT_PX)

    def _paint_focus(self, painter: QPainter) -> None:
        tokens = self.scene.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus), 2 * tokens.outline_px))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    @Slot()
    def _on_left(self) -> None:
        self._show_tip(QPoint(), "", self)

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

    def _set_current(self, region: str | None) -> None:
        if region == self.scene.current:
            return
        self._show(replace(self.scene, current=region))
        if region is None:
            self._show_tip(QPoint(), "", self)
        else:
            self._tell_current(region)

    def _tell_current(self, region: str) -> None:
        """Bring the current region into view and say what there is to say of it."""
        self.motion.bring_into_view(self.everywhere()[region])
        x, y = self.everywhere()[region]
        below = self.mapToGlobal(QPoint(round(x) + 8, round(y) + 14))
        self._show_tip(below, tool_tip(self.words_of(region)), self)

    def _step(self, direction: Point) -> None:
        points = self.everywhere()
        middle = (self.width() / 2, self.height() / 2)
        here = points.get(self.scene.current or "", middle)
        step = neighbour(points, here, direction)
        if step is not None:
            self._set_current(step)

    def _step_by_rank(self, steps: int) -> None:
        """Go on to the region that offers the next most; this way every dot is reached."""
        ranked = list(self.everywhere())
        if not ranked:
            return
        current = self.scene.current
        at = ranked.index(current) + steps if current in ranked else min(0, steps)
        self._set_current(ranked[at % len(ranked)])

    def _hover(self, position: QPointF) -> None:
        found = self.dot_at(position)
        self._show_hovered(None if found is None else found.dot.region)
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _show_hovered(self, region: str | None) -> None:
        if region != self.scene.hovered:
            self.scene = replace(self.scene, hovered=region)
            self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(960, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        view = self.motion.view
        self._ground.paint(painter, self.scene, view, self.devicePixelRatioF())
        paint_marks(painter, self.scene, view, self.layout_on_show())
        if self.hasFocus() and self.scene.current is None:
            self._paint_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.motion.resize()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._show(replace(self.scene, font=self._map_font()))
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.motion.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.motion.drag(event):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.motion.is_pressed:
            return
        dragged = self.motion.release()
        found = self.dot_at(event.position())
        self._hover(event.position())
        if found is not None and not dragged:
            self.region_asked.emit(found.dot.region)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click has asked for the region; a second one must not take that back.
        if event.button() == Qt.MouseButton.LeftButton and self.dot_at(event.position()) is None:
            self.motion.zoom(DOUBLE_CLICK_ZOOM, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.motion.turn_wheel(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.motion.press_key(event):
            return
        direction, current = direction_of(event), self.scene.current
        if direction is not None:
            self._step(direction)
            return
        match event.key():
            case Qt.Key.Key_PageDown:
                self._step_by_rank(1)
            case Qt.Key.Key_PageUp:
                self._step_by_rank(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if current:
                self.region_asked.emit(current)
            case Qt.Key.Key_Escape if current:
                self._set_current(None)
            case _:
                super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_hovered(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.words_at(QPointF(event.pos()))
            self._show_tip(event.globalPos(), tool_tip(words), self)
            return True
        is_gesture = event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture)
        return (is_gesture and self.motion.pinch(event)) or super().event(event)


PAGE_WIDTH_PX = 1_200
"""A page is as wide as a window of this size."""
PAGE_RATIO = 0.44
"""Of the height to the width of a map on paper."""
NAMED_ENTRIES = 4
"""More than these are counted instead of named."""
_LINE_PX = 20.0
_HEAD_PX = _LINE_PX + 2 * SPACE_S
_FOOT_PX = _LINE_PX + SPACE_S


class MapPicture:
    """A map between its title and a note."""

    def __init__(self, region_map: RegionMap, title: str, note: str, tokens: Tokens) -> None:
        self._map = region_map
        self._title, self._note = title, note
        self._tokens = tokens

    @property
    def _size(self) -> QSize:
        """Size in pixels of the screen."""
        return QSize(self._map.width(), self._map.height() + round(_HEAD_PX + _FOOT_PX))

    def image(self) -> QImage:
        """Return the picture in twice as many dots as on the screen."""
        size = self._size
        return image_of(size, self._tokens.surface, lambda on: self._paint(on, size))

    def svg(self) -> bytes:
        """Return it as an SVG file: lines, dots and letters stay what they are."""
        return self._svg_of(self._size)

    def on_page(self) -> Picture:
        """Return it as a drawing for paper; letters are in proportion to its width."""
        size = QSize(PAGE_WIDTH_PX, round(PAGE_WIDTH_PX * PAGE_RATIO))
        return Picture(self._svg_of(size).decode(), size.width(), size.height())

    def _svg_of(self, size: QSize) -> bytes:
        ground = self._tokens.surface
        return svg_of(size, ground, self._title, lambda on: self._paint(on, size, halos=False))

    def _paint(self, painter: QPainter, size: QSize, *, halos: bool = True) -> None:
        wide, high = float(size.width()), float(size.height())
        middle = QRectF(0, _HEAD_PX, wide, high - _HEAD_PX - _FOOT_PX)
        self._map.paint(painter, middle, self._tokens, width_px=wide, with_halos=halos)
        # After the map: SVG knows no clipping, and land goes on beyond the edge.
        head, foot = QRectF(0, 0, wide, _HEAD_PX), QRectF(0, high - _FOOT_PX, wide, _FOOT_PX)
        for strip in (head, foot):
            painter.fillRect(strip, QColor(self._tokens.surface))
        self._write(painter, head, self._title, self._tokens.text, bold=True)
        self._write(painter, foot, self._note, self._tokens.muted, bold=False)

    def _write(
        self, painter: QPainter, strip: QRectF, text: str, colour: str, *, bold: bool
    ) -> None:
        font = QFont(self._map.scene.font)
        font.setBold(bold)
        place = strip.adjusted(SPACE_M, 0, -SPACE_M, 0)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def map_title(
    entries: Sequence[Entry], deployment_type: str, catalog: Catalog, language: str
) -> str:
    """Return in words what a map counts."""
    models = ", ".join(entry.title for entry in entries) or tr("no model")
    if len(entries) > NAMED_ENTRIES:
        count = number(len(entries), language)
        models = tr("{count} models").replace("{count}", count)
    names = {kind.id: kind.name.in_language(language) for kind in catalog.deployment_types}
    names[""] = tr("any deployment type")
    title = tr("Where Azure offers {models} ({kinds})").replace("{models}", models)
    return title.replace("{kinds}", names.get(deployment_type, deployment_type))


def map_note(dated: str) -> str:
    """Return the line below a map: how old its offers are, and where the outlines are from."""
    note = tr("{facts}. Unknown is not “no”. Outlines: Natural Earth.")
    return note.replace("{facts}", dated or tr("availability without a date"))


def map_paper(title: str, picture: Picture, sources: Sequence[str], order: SheetOrder) -> Sheet:
    """Return the map on one page.

    Args:
        title: what is counted on it.
        picture: the map with its words.
        sources: ids of the documents behind it.
        order: in the language of the window.
    """
    chart = Chart("", picture, 0)
    content = Content(
        SheetKind.COVERAGE,
        title,
        (Part("map", "", (chart,)),),
        assumptions=(
            Sentence(order.words("assume_offered"), tuple(sources)),
            Sentence(order.words("assume_global")),
        ),
        priced=False,
    )
    return framed(content, order)
