# SPDX-License-Identifier: MIT
"""A plot in the look of the window, without the menus and the dragging of pyqtgraph."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from azmodels_gui.views.charts.line_picture import Axis
from azmodels_gui.views.charts.ticks import ticks
from azmodels_gui.views.theme.tokens import NOTE_PT, Tokens
from azmodels_gui.views.tones import scaled

PX_PER_X_MARK = 52
PX_PER_Y_MARK = 28
_GRID_ALPHA = 150


class Plot:
    """Wraps a `PlotWidget`: axes told in words, things drawn in it, places found in it."""

    def __init__(self) -> None:
        self.view: Any = pg.PlotWidget()
        self._plot: Any = self.view.getPlotItem()
        self._axes: tuple[Axis, Axis] | None = None
        self._drawn: list[Any] = []
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self.view.setFrameShape(self.view.Shape.NoFrame)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plot.getAxis("left").setGrid(_GRID_ALPHA)

    @property
    def widget(self) -> QWidget:
        """What is laid out."""
        widget: QWidget = self.view
        return widget

    def take_look(self, tokens: Tokens) -> None:
        """Take colours and fonts of the look."""
        self.view.setBackground(QColor(tokens.surface))
        font = scaled(self.view.font(), NOTE_PT)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=6)
            axis.setPen(QPen(QColor(tokens.border)))
            axis.setTextPen(QColor(tokens.muted))
            axis.label.setFont(font)
        self.mark_axes()

    def set_axes(self, x_axis: Axis, y_axis: Axis) -> None:
        """Show other axes."""
        self._axes = (x_axis, y_axis)
        self._plot.setRange(
            xRange=(x_axis.low, x_axis.high), yRange=(y_axis.low, y_axis.high), padding=0
        )
        for side, axis in (("bottom", x_axis), ("left", y_axis)):
            self._plot.getAxis(side).setLabel(axis.title)
        self.mark_axes()

    def mark_axes(self) -> None:
        """Write the marks, as many as there is room for."""
        if self._axes is None:
            return
        x_axis, y_axis = self._axes
        width, height = self.view.width(), self.view.height()
        for side, axis, room in (
            ("bottom", x_axis, width // PX_PER_X_MARK),
            ("left", y_axis, height // PX_PER_Y_MARK),
        ):
            marks = [(mark, axis.tell(mark)) for mark in _marks(axis, max(2, room))]
            self._plot.getAxis(side).setTicks([marks])

    def clear(self) -> None:
        """Take everything away that was drawn."""
        for item in self._drawn:
            self._plot.removeItem(item)
        self._drawn.clear()

    def draw(self, item: Any) -> None:
        """Draw something of pyqtgraph's."""
        self._plot.addItem(item, ignoreBounds=True)
        self._drawn.append(item)

    def place(self, at: QPoint) -> QPointF:
        """Return the place in the plot's figures that a point of the widget shows."""
        found: QPointF = self._plot.vb.mapSceneToView(self.view.mapToScene(at))
        return found

    def point(self, x: float, y: float) -> QPoint:
        """Return the point of the widget that shows a place."""
        found: QPoint = self.view.mapFromScene(self._plot.vb.mapViewToScene(QPointF(x, y)))
        return found


def _marks(axis: Axis, most: int) -> tuple[float, ...]:
    found = axis.marks or ticks(axis.low, axis.high, most)
    return tuple(mark for mark in found if not axis.whole or mark == int(mark))
