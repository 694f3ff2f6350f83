# SPDX-License-Identifier: MIT
"""What wheel, pinch, drag and keys do to the part of the world on show."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import Place, box_of
from azmodels_gui.cartography.viewport import Viewport, fitted

ZOOM_STEP = 1.5
"""One press of plus or one click on the button."""
WHEEL_UNIT = 360.0
"""Eighths of a degree of the wheel that double the map; one notch is 120."""
KEY_STEP_PX = 80.0

_DIRECTIONS: dict[int, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapMotion(QObject):
    """Holds the view and moves it.

    Attributes:
        place: the part of the world that was asked for; None: the user has moved since.
        view: the part on show.

    Signals:
        changed: another part is on show, or at another size.
    """

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.place: Place | None = Place.WORLD
        self._pressed_at: QPointF | None = None
        self._dragged_from: QPointF | None = None
        self.view = self._fitted(Place.WORLD)

    @property
    def is_dragging(self) -> bool:
        """Tell whether the map hangs on the pointer."""
        return self._dragged_from is not None

    @property
    def is_pressed(self) -> bool:
        """Tell whether the mouse was pressed on the map and not yet let go of."""
        return self._pressed_at is not None

    def show_place(self, place: Place) -> None:
        """Show a part of the world as large as it fits."""
        self.place = place
        self._take(self._fitted(place))

    def show_view(self, x: float, y: float, zoom: float) -> None:
        """Show a remembered part; what lies outside of the world is put right."""
        self.place = None
        world = self._fitted(Place.WORLD)
        middle = (world.width_px / 2, world.height_px / 2)
        self._take(world.zoomed(zoom, middle).centred((x, y)).zoomed(1.0, middle))

    def resize(self) -> None:
        """Fit the place again, or keep what the user chose, in a window of another size."""
        size = self._widget.size()
        self._take(
            self._fitted(self.place)
            if self.place is not None
            else self.view.resized(size.width(), size.height())
        )

    def in_size(self, width_px: float, height_px: float) -> Viewport:
        """Return what is on show, all of it, in a picture of another size."""
        if (width_px, height_px) == (self.view.width_px, self.view.height_px):
            return self.view
        box = self.view.box if self.place is None else box_of(self.place)
        return fitted(box, width_px, height_px)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a pixel, or around the middle."""
        pixel = (self.view.width_px / 2, self.view.height_px / 2)
        if at is not None:
            pixel = (at.x(), at.y())
        self._moved(self.view.zoomed(factor, pixel))

    @Slot()
    def zoom_in(self) -> None:
        """Zoom one step nearer."""
        self.zoom(ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Zoom one step away."""
        self.zoom(1 / ZOOM_STEP)

    def pan(self, right_px: float, down_px: float) -> None:
        """Move the map by pixels."""
        self._moved(self.view.panned(right_px, down_px))

    def bring_into_view(self, pixel: Point) -> None:
        """Move the map so that a place that is outside lies in the middle."""
        x, y = pixel
        if not (0 <= x <= self.view.width_px and 0 <= y <= self.view.height_px):
            self._moved(self.view.centred(self.view.to_plane(pixel)))

    def press(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed_at = event.position()

    def drag(self, event: QMouseEvent) -> bool:
        """Move the map with the pointer; tell whether it is being dragged."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.release()  # let go of elsewhere, over a menu perhaps
        if self._pressed_at is None:
            return False
        if self._dragged_from is None:
            way = event.position() - self._pressed_at
            if way.manhattanLength() < QApplication.startDragDistance():
                return False
            self._dragged_from = self._pressed_at
        way = event.position() - self._dragged_from
        self._dragged_from = event.position()
        self.pan(way.x(), way.y())
        return True

    def release(self) -> bool:
        """End the drag; tell whether there was one."""
        dragged = self.is_dragging
        self._pressed_at = self._dragged_from = None
        return dragged

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Zoom under the pointer."""
        self.zoom(2.0 ** (event.angleDelta().y() / WHEEL_UNIT), event.position())

    def pinch(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touchpad or a screen; tell whether it was that."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                at = self._widget.mapFromGlobal(gesture.centerPoint().toPoint())
                self.zoom(gesture.scaleFactor(), QPointF(at))
                return True
        return False

    def press_key(self, event: QKeyEvent) -> bool:
        """Zoom by plus and minus, move by Shift and arrows; tell whether the key was meant."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0 | Qt.Key.Key_Home:
                self.show_place(Place.WORLD)
            case key if key in _DIRECTIONS and _has_shift(event):
                right, down = _DIRECTIONS[key]
                self.pan(-right * KEY_STEP_PX, -down * KEY_STEP_PX)
            case _:
                return False
        return True

    def _moved(self, view: Viewport) -> None:
        if view != self.view:
            self.place = None
            self._take(view)

    def _take(self, view: Viewport) -> None:
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _fitted(self, place: Place) -> Viewport:
        size = self._widget.size()
        return fitted(box_of(place), size.width(), size.height())


def direction_of(event: QKeyEvent) -> Point | None:
    """Return where an arrow key points; None: it is none, or goes with another key."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return None if plain else _DIRECTIONS.get(event.key())


def _has_shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
