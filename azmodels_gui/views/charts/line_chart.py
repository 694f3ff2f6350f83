# SPDX-License-Identifier: MIT
"""Draws a `LinePicture` into a chart frame."""

from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from azmodels_gui.views.charts.chart_frame import ChartFrame
from azmodels_gui.views.charts.label_places import above_or_below
from azmodels_gui.views.charts.line_picture import Line, LineLook, LinePicture, Point
from azmodels_gui.views.surroundings import Surroundings
from azmodels_gui.views.theme.tokens import NOTE_PT, Tokens, Tone
from azmodels_gui.views.tones import scaled

LINE_PX = 2.0
POINT_PX = 10
NEAR_THE_EDGE, LOW = 0.3, 0.07
"""Share of the width, and of the height."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DASHES = {
    LineLook.TOKEN: Qt.PenStyle.SolidLine,
    LineLook.HOUR: Qt.PenStyle.DotLine,
    LineLook.MONTH: Qt.PenStyle.DashLine,
    LineLook.YEAR: Qt.PenStyle.DashDotLine,
}


def colour_of(look: LineLook, tokens: Tokens) -> QColor:
    """Return the colour of a line in the look of the window."""
    colours = {
        LineLook.TOKEN: tokens.accent,
        LineLook.HOUR: tokens.muted,
        LineLook.MONTH: tokens.inks[Tone.WARN].text,
        LineLook.YEAR: tokens.inks[Tone.GOOD].text,
    }
    return QColor(colours[look])


class LineChart(QWidget):
    """A chart of lines; its values are told under the mouse and by the arrow keys.

    Signals:
        place_chosen: the x that was clicked, or at which Enter was pressed.
    """

    place_chosen = Signal(float)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._picture: LinePicture | None = None
        self._told_x: float | None = None
        self._empty = ""
        self._labels: list[tuple[Any, float]] = []
        self.frame = ChartFrame(around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.frame.pointed.connect(self._on_pointed)
        self.frame.stepped.connect(self._on_stepped)
        self.frame.plot.widget.installEventFilter(self)
        self.frame.plot.view.viewport().installEventFilter(self)
        around.theme.changed.connect(self._draw)

    @property
    def picture(self) -> LinePicture | None:
        """What is on show."""
        return self._picture

    def show_picture(self, picture: LinePicture | None, empty: str = "") -> None:
        """Show another picture.

        Args:
            picture: None empties the chart.
            empty: what stands in the empty chart.
        """
        if picture is None and empty != self._empty:
            self._empty = empty
            self._draw()
        if picture != self._picture:
            self._picture = picture
            self._draw()
        elif picture is not None:
            self._picture = picture  # the words it tells may be others

    @Slot()
    def _draw(self) -> None:
        plot, picture = self.frame.plot, self._picture
        plot.clear()
        self._labels.clear()
        self.frame.show_values((), QPoint())
        self.frame.show_title("" if picture is None else picture.title)
        plot.widget.setVisible(picture is not None)
        self.frame.show_note(self._empty if picture is None else "")
        if picture is None:
            return
        plot.set_axes(picture.x_axis, picture.y_axis)
        for line in picture.lines:
            self._draw_line(line)
        for point in picture.points:
            self._draw_point(point)
        if picture.upright is not None:
            self._draw_upright(picture.upright.x, picture.upright.label)
        for place, note in enumerate(picture.notes):
            self._draw_note(note, place)
        self._place_labels()

    def _draw_line(self, line: Line) -> None:
        pen = QPen(colour_of(line.look, self._around.theme.tokens))
        pen.setWidthF(LINE_PX)
        pen.setStyle(_DASHES[line.look])
        pen.setCosmetic(True)
        self.frame.plot.draw(
            pg.PlotCurveItem(list(line.xs), list(line.ys), pen=pen, antialias=True)
        )
        self._draw_label(line)

    def _draw_label(self, line: Line) -> None:
        if not line.name:
            return
        height = _height_at(line, line.label_x)
        label = self._text(line.name, colour_of(line.look, self._around.theme.tokens))
        label.setPos(line.label_x, height)
        self._labels.append((label, height))
        label.anchor_x = 1.0 if line.label_ends else 0.0

    def _draw_point(self, point: Point) -> None:
        colour = colour_of(point.look, self._around.theme.tokens)
        edge = QPen(QColor(self._around.theme.tokens.surface))
        edge.setCosmetic(True)
        self.frame.plot.draw(
            pg.ScatterPlotItem(
                [point.x], [point.y], size=POINT_PX, brush=colour, pen=edge, antialias=True
            )
        )
        if point.label:
            label = self._text(point.label, colour)
            label.setPos(point.x, point.y)
            # Below: the lines that lead to a minimum are above it.
            low = self._picture is not None and point.y < LOW * self._picture.y_axis.high
            label.setAnchor((self._anchor_at(point.x), 1.0 if low else 0.0))

    def _draw_upright(self, x: float, words: str) -> None:
        tokens = self._around.theme.tokens
        pen = QPen(QColor(tokens.text))
        pen.setCosmetic(True)
        self.frame.plot.draw(pg.InfiniteLine(x, angle=90, pen=pen))
        label = self._text(words, QColor(tokens.text))
        picture = self._picture
        if picture is not None:
            right = x > (picture.x_axis.low + picture.x_axis.high) / 2
            label.setAnchor((1.0 if right else 0.0, 1.0))
            label.setPos(x, picture.y_axis.low)

    def _draw_note(self, words: str, place: int) -> None:
        picture = self._picture
        if picture is None:
            return
        label = self._text(words, QColor(self._around.theme.tokens.muted))
        label.setAnchor((0.0, -0.9 * place))
        label.setPos(picture.x_axis.low, picture.y_axis.high)

    def _text(self, words: str, colour: QColor) -> Any:
        label = pg.TextItem(words, color=colour)
        label.setFont(scaled(self.font(), NOTE_PT, bold=True))
        label.setZValue(5)
        self.frame.plot.draw(label)
        return label

    def _anchor_at(self, x: float) -> float:
        """Return where a name is held so that it stays inside: left, middle or right."""
        axis = self._picture.x_axis if self._picture is not None else None
        share = 0.5 if axis is None else (x - axis.low) / ((axis.high - axis.low) or 1)
        return 0.0 if share < NEAR_THE_EDGE else 1.0 if share > 1 - NEAR_THE_EDGE else 0.5

    def _place_labels(self) -> None:
        """Let names stand above their lines, below where another line is close above."""
        picture = self._picture
        if picture is None or not self._labels:
            return
        axis = picture.y_axis
        px_per_unit = self.frame.plot.widget.height() / ((axis.high - axis.low) or 1)
        heights = [height * px_per_unit for _, height in self._labels]
        for (label, _), above in zip(self._labels, above_or_below(heights), strict=True):
            label.setAnchor((label.anchor_x, 1.0 if above else 0.0))

    @Slot(object)
    def _on_pointed(self, at: QPoint | None) -> None:
        self._tell(None if at is None else self.frame.plot.place(at).x())

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        picture = self._picture
        if picture is None:
            return
        axis = picture.x_axis
        start = picture.upright.x if picture.upright is not None else axis.low
        here = start if self._told_x is None else self._told_x + steps * picture.step
        self._tell(min(axis.high, max(axis.low, here)))

    def _tell(self, x: float | None) -> None:
        picture, plot = self._picture, self.frame.plot
        inside = (
            picture is not None and x is not None and picture.x_axis.low <= x <= picture.x_axis.high
        )
        self._told_x = x if inside else None
        if picture is None or x is None or not inside:
            self.frame.show_values((), QPoint())
            return
        middle = (picture.y_axis.low + picture.y_axis.high) / 2
        self.frame.show_values(picture.tell(x), plot.point(x, middle))

    def _choose(self, x: float) -> None:
        picture = self._picture
        if picture is not None and picture.x_axis.low <= x <= picture.x_axis.high:
            self.place_chosen.emit(x)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize:
                self._place_labels()
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._choose(self.frame.plot.place(event.position().toPoint()).x())
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() in _ENTER and self._told_x is not None:
                    self._choose(self._told_x)
                    return True
        return super().eventFilter(watched, event)


def _height_at(line: Line, x: float) -> float:
    """Return the height of a line at an x, straight between its places."""
    places = list(zip(line.xs, line.ys, strict=True))
    for (x0, y0), (x1, y1) in pairwise(places):
        if x0 <= x <= x1:
            return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return places[-1][1]
