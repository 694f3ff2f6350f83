# SPDX-License-Identifier: MIT
"""Draws a `BarPicture`; its bars can be dragged where the picture allows it."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from azmodels_gui.views.charts.bar_picture import BarPicture
from azmodels_gui.views.charts.chart_frame import ChartFrame
from azmodels_gui.views.surroundings import Surroundings
from azmodels_gui.views.theme.tokens import NOTE_PT, Tokens, Tone
from azmodels_gui.views.tones import scaled

BAR_WIDTH = 0.84
SHADE = 0.6
PAPER_ALPHA = 215
"""Behind the words on the bars."""
_RAISING = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class BarChart(QWidget):
    """A chart of bars; what spills is hatched, so that it shows without colours too.

    Signals:
        bar_chosen: the number of the bar that was clicked or reached by arrow key.
        bar_dragged: number and new height of a bar.
        bar_raised: number of the bar, and by how many steps a key raised it.
    """

    bar_chosen = Signal(int)
    bar_dragged = Signal(int, float)
    bar_raised = Signal(int, int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._picture: BarPicture | None = None
        self._dragged: int | None = None
        self._told: int | None = None
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
    def picture(self) -> BarPicture | None:
        """What is on show."""
        return self._picture

    def show_picture(self, picture: BarPicture | None) -> None:
        """Show another picture; None empties the chart."""
        if picture != self._picture:
            self._picture = picture
            self._draw()
        elif picture is not None:
            self._picture = picture

    @Slot()
    def _draw(self) -> None:
        plot, picture = self.frame.plot, self._picture
        plot.clear()
        self.frame.show_title("" if picture is None else picture.title)
        if picture is None:
            self.frame.show_values((), QPoint())
            return
        plot.set_axes(picture.x_axis, picture.y_axis)
        self._draw_bars(picture)
        if picture.chosen is not None:
            self._draw_chosen(picture, picture.chosen)
        if picture.capacity is not None:
            self._draw_capacity(picture, picture.capacity)
        if self._told is not None:
            self._tell(self._told)

    def _draw_bars(self, picture: BarPicture) -> None:
        tokens = self._around.theme.tokens
        middles = [place + 0.5 for place in range(len(picture.bars))]
        carried = [bar.carried for bar in picture.bars]
        spilled = [bar.spilled for bar in picture.bars]
        fill, edge = _carried_look(tokens)
        self._bars(middles, carried, [0.0] * len(carried), fill, edge)
        above = [place for place, height in enumerate(spilled) if height > 0]
        places, heights, bottoms = (
            [values[place] for place in above] for values in (middles, spilled, carried)
        )
        paper = QBrush(QColor(tokens.inks[Tone.WARN].fill))
        self._bars(places, heights, bottoms, paper, edge)
        self._bars(places, heights, bottoms, *_spilled_look(tokens))

    def _bars(
        self, xs: list[float], heights: list[float], bottoms: list[float], fill: QBrush, edge: QPen
    ) -> None:
        item: Any = pg.BarGraphItem(
            x=xs, height=heights, y0=bottoms, width=BAR_WIDTH, brush=fill, pen=edge
        )
        self.frame.plot.draw(item)

    def _draw_chosen(self, picture: BarPicture, place: int) -> None:
        bar = picture.bars[place]
        pen = QPen(QColor(self._around.theme.tokens.text))
        pen.setCosmetic(True)
        pen.setWidthF(1.6)
        brush = QBrush(Qt.BrushStyle.NoBrush)
        height = max(bar.carried + bar.spilled, picture.y_axis.high / 200)
        self._bars([place + 0.5], [height], [0.0], brush, pen)

    def _draw_capacity(self, picture: BarPicture, height: float) -> None:
        tokens, plot = self._around.theme.tokens, self.frame.plot
        pen = QPen(QColor(tokens.text))
        pen.setCosmetic(True)
        pen.setWidthF(1.4)
        pen.setStyle(Qt.PenStyle.DashLine)
        plot.draw(pg.InfiniteLine(height, angle=0, pen=pen))
        paper = QColor(tokens.surface)
        paper.setAlpha(PAPER_ALPHA)
        label: Any = pg.TextItem(picture.capacity_label, color=QColor(tokens.text), fill=paper)
        label.setFont(scaled(self.font(), NOTE_PT, bold=True))
        label.setAnchor((0.0, 1.0))
        label.setPos(picture.x_axis.low, min(height, picture.y_axis.high))
        plot.draw(label)

    def _place_at(self, x: float) -> int | None:
        picture = self._picture
        inside = picture is not None and 0 <= x < len(picture.bars)
        return int(x) if inside else None

    def _tell(self, place: int | None) -> None:
        picture, plot = self._picture, self.frame.plot
        self._told = place
        if picture is None or place is None or place >= len(picture.bars):
            self.frame.show_values((), QPoint())
            return
        at = plot.point(place + 1, picture.y_axis.high * 0.8)
        self.frame.show_values(picture.tell(place), at)

    @Slot(object)
    def _on_pointed(self, at: QPoint | None) -> None:
        self._tell(None if at is None else self._place_at(self.frame.plot.place(at).x()))

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        picture = self._picture
        if picture is None:
            return
        here = picture.chosen if picture.chosen is not None else self._told
        place = 0 if here is None else min(len(picture.bars) - 1, max(0, here + steps))
        if picture.chosen is not None:
            self.bar_chosen.emit(place)
        self._tell(place)

    def _pressed(self, at: QPointF) -> bool:
        self._dragged = self._place_at(at.x())
        if self._dragged is None:
            return False
        self.bar_chosen.emit(self._dragged)
        return True

    def _moved(self, at: QPointF) -> None:
        """Give the bar that is dragged the height of the mouse, and each it passes over."""
        picture, place = self._picture, self._place_at(at.x())
        if picture is None or self._dragged is None:
            return
        place = self._dragged if place is None else place
        if place != self._dragged:
            self._dragged = place
            self.bar_chosen.emit(place)
        self.bar_dragged.emit(place, min(picture.y_axis.high, max(0.0, at.y())))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        picture = self._picture
        if picture is None or picture.chosen is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event) or super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = _RAISING.get(Qt.Key(event.key()))
            if steps is not None:
                self.bar_raised.emit(picture.chosen, steps)
                return True
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        at = self.frame.plot.place(event.position().toPoint())
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self.frame.plot.widget.setFocus(Qt.FocusReason.MouseFocusReason)
                return self._pressed(at)
            case QEvent.Type.MouseMove if self._dragged is not None:
                self._moved(at)
                self._tell(self._dragged)
                return True
            case QEvent.Type.MouseButtonRelease if self._dragged is not None:
                self._dragged = None
                return True
        return False


def _carried_look(tokens: Tokens) -> tuple[QBrush, QPen]:
    """Return a quiet shade of the accent: opaque, so that no grid shows through."""
    accent, paper = QColor(tokens.accent), QColor(tokens.surface)
    shade = QColor(
        *(
            round(SHADE * full + (1 - SHADE) * blank)
            for full, blank in zip(accent.getRgb()[:3], paper.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )
    return QBrush(shade), QPen(Qt.PenStyle.NoPen)


def _spilled_look(tokens: Tokens) -> tuple[QBrush, QPen]:
    ink = QColor(tokens.inks[Tone.WARN].text)
    pen = QPen(ink)
    pen.setCosmetic(True)
    return QBrush(ink, Qt.BrushStyle.BDiagPattern), pen
