# SPDX-License-Identifier: MIT
"""The map of regions under mouse, fingers and keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from azmodels_gui.cartography.plane import Point
from azmodels_gui.cartography.topology import neighbour
from azmodels_gui.window.regions.land import Land
from azmodels_gui.window.regions.map_display import NO_LAND, MapDisplay
from azmodels_gui.window.regions.map_motion import direction_of
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.tooltips import tool_tip

DOUBLE_CLICK_ZOOM = 2.0
ShowTip = Callable[[QPoint, str, QWidget], object]
"""Shows a tip at a place of the screen; an empty text takes it away."""


class RegionMap(MapDisplay):
    """The map that can be moved, and whose regions can be chosen.

    Drag or Shift and arrows move; wheel, pinch, double click, plus and minus zoom; arrows go
    from dot to dot, Page Down and Up by how much they offer; Enter or a click chooses one,
    Escape lets go of it.

    Signals:
        region_asked: the id of the region the user chose.
        current_changed: the id of the region the keyboard is on; empty: none.
        view_changed: another part of the world is on show.
    """

    region_asked = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self, theme: Theme, land: Land = NO_LAND, show_tip: ShowTip = QToolTip.showText
    ) -> None:
        super().__init__(theme, land)
        self._show_tip = show_tip
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def _set_current(self, region: str | None) -> None:
        if region == self._scene.current:
            return
        self._show(replace(self._scene, current=region))
        self.current_changed.emit(region or "")
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
        here = points.get(self._scene.current or "", middle)
        step = neighbour(points, here, direction)
        if step is not None:
            self._set_current(step)

    def _step_by_rank(self, steps: int) -> None:
        """Go on to the region that offers the next most; this way every dot is reached."""
        ranked = list(self.everywhere())
        if not ranked:
            return
        current = self._scene.current
        at = ranked.index(current) + steps if current in ranked else min(0, steps)
        self._set_current(ranked[at % len(ranked)])

    def _hover(self, position: QPointF) -> None:
        found = self.dot_at(position)
        self._show_hovered(None if found is None else found.dot.region)
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _show_hovered(self, region: str | None) -> None:
        if region != self._scene.hovered:
            self._scene = replace(self._scene, hovered=region)
            self.update()

    # Qt overrides

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
        direction, current = direction_of(event), self._scene.current
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_tip(QPoint(), "", self)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.words_at(QPointF(event.pos()))
            self._show_tip(event.globalPos(), tool_tip(words), self)
            return True
        is_gesture = event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture)
        return (is_gesture and self.motion.pinch(event)) or super().event(event)
