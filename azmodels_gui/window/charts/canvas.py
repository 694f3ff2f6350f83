# SPDX-License-Identifier: MIT
"""Paints the SVG of a chart, and tells its values under the mouse and by the arrow keys."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from azmodels_gui.charts.chart import Chart, Look, Plot, Rows, Told
from azmodels_gui.charts.drawing import Area, Drawing, drawn
from azmodels_gui.window.theme import NOTE_PT, SPACE_XS, Theme, Tokens, Tone
from azmodels_gui.window.widgets.texts import mixed, scaled
from azmodels_gui.window.widgets.told_list import ToldList

SMALLEST = QSize(170, 120)
EDGE = SPACE_XS
"""Around the drawing, for the frame of the focus."""
ROW_ALPHA = 36
_PLACES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RAISING = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Place:
    """What is pointed at: a place along a plot, or the middle of a row."""

    area: Area
    x: float
    told: Told
    plot: int = 0
    """Its number."""


def look_of(tokens: Tokens, size: float, family: str) -> Look:
    """Return the look of the window for a drawing."""
    warn, good = tokens.inks[Tone.WARN], tokens.inks[Tone.GOOD]
    soft = mixed(tokens.accent, tokens.surface, 0.6)
    return Look(
        ground=tokens.surface,
        text=tokens.text,
        muted=tokens.muted,
        grid=mixed(tokens.border, tokens.surface, 0.8),
        strokes=(tokens.accent, tokens.muted, warn.text, good.text),
        strong=tokens.accent,
        soft=soft,
        faint=mixed(tokens.muted, tokens.surface, 0.25),
        spilled=warn.text,
        spilled_ground=warn.fill,
        size=size,
        family=family,
    )


class ChartCanvas(QWidget):
    """Shows one chart as large as it is; draws it anew only when something of it changed.

    Signals:
        told: a `Place`, or None where nothing is told any more.
        place_chosen: the x that was clicked, or at which Enter was pressed; of rows their place.
        bar_chosen: the number of the bar that was clicked or reached by arrow key.
        bar_dragged: number and new height of a bar.
        bar_raised: number of the bar, and by how many steps a key raised it.
    """

    told = Signal(object)
    place_chosen = Signal(float)
    bar_chosen = Signal(int)
    bar_dragged = Signal(int, float)
    bar_raised = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._drawn_for = (0.0, 0.0)
        self._pixmap: QPixmap | None = None
        self._place: Place | None = None
        self._dragged: int | None = None
        self._least = SMALLEST.height()
        self.setMinimumSize(SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heard = ToldList(self, self._rect_of)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing is painted below it

    @property
    def chart(self) -> Chart | None:
        """What is on show."""
        return self._chart

    @property
    def drawing(self) -> Drawing:
        """The chart as it is drawn now."""
        return self.drawn_at(self.width() - 2 * EDGE, self.height() - 2 * EDGE)

    def set_least_height(self, height: int) -> None:
        """Let it be no lower; rows are as high as they need anyway."""
        self._least = max(SMALLEST.height(), height)
        self._redraw()

    def drawn_at(self, width: float, height: float) -> Drawing:
        """Return the chart in the look of the window, in some size."""
        # Rows are as high as they need: whoever asks how high has the picture for that room made.
        size = (width, 0.0 if self._shows_rows else height)
        if self._drawing is None or self._drawn_for != size:
            self._drawing, self._drawn_for = self._drawn(size), size
        return self._drawing

    def _drawn(self, size: tuple[float, float]) -> Drawing:
        if self._chart is None:
            return Drawing("", *size, ())
        font = QFontInfo(scaled(self.font(), NOTE_PT))
        look = look_of(self._theme.tokens, float(font.pixelSize()), font.family())
        return drawn(self._chart, look, size)

    def show_chart(self, chart: Chart | None) -> None:
        """Show another chart; None empties the canvas."""
        before, self._chart = self._chart, chart
        if chart == before:
            return  # the words it tells may be others
        self.heard.setAccessibleName("" if chart is None else chart.title)
        self.heard.setAccessibleDescription("" if chart is None else chart.summary)
        self.heard.tell(len(_lines_of(chart)), self._words_of)
        self._drawing = None
        self._redraw()
        plot, read = self._editable, self._place is not None
        # A bar that is read, or dragged, is followed.
        self._tell(self._place_of(0, _first(plot)) if plot is not None and read else None)

    def point(self, x: float, y: float) -> QPointF:
        """Return where a pair of values of the first plot stands."""
        return QPointF(*self.drawing.areas[0].point(x, y)) + QPointF(EDGE, EDGE)

    @property
    def _editable(self) -> Plot | None:
        """The plot whose bars can be changed."""
        plots = () if self._chart is None else self._chart.plots
        return next((plot for plot in plots if plot.chosen is not None), None)

    @property
    def _shows_rows(self) -> bool:
        return self._chart is not None and not self._chart.plots

    def _redraw(self) -> None:
        self._pixmap = None
        needed = round(self.drawing.height) + 2 * EDGE if self._shows_rows else 0
        self.setMinimumHeight(max(self._least, needed))
        self.update()

    def _tell(self, place: Place | None) -> None:
        if place != self._place:
            self._place = place
            self.update()
        self.heard.go_to(self._line_of(place))
        self.told.emit(place)

    def _place_of(self, number: int, x: float) -> Place | None:
        """Return what is told at a value of a plot, or of a row; None outside of the axis."""
        area, chart = self.drawing.areas[number], self._chart
        if chart is None or not 0 <= x <= area.x_high:
            return None
        if isinstance(chart.body, Rows):
            x = min(int(x), len(chart.body.rows) - 1) + 0.5
        return Place(area, x, _told(chart, number, x), number)

    def _line_of(self, place: Place | None) -> int | None:
        """Return the line of the list that a place is on, or is nearest to."""
        lines = _lines_of(self._chart)
        if place is None or not lines:
            return None
        return min(
            range(len(lines)),
            key=lambda line: (lines[line][0] != place.plot, abs(lines[line][1] - place.x)),
        )

    def _words_of(self, line: int) -> str:
        """Return what the list says at a line: of the place itself where it is pointed at."""
        place, chart = self._place, self._chart
        if place is not None and self._line_of(place) == line:
            return "\n".join(place.told)
        return "" if chart is None else "\n".join(_told(chart, *_lines_of(chart)[line]))

    def _rect_of(self, line: int) -> QRect:
        """Return where a line of the list is seen."""
        number, x = _lines_of(self._chart)[line]
        area = self.drawing.areas[number]
        at = QPointF(*area.point(x, 0)) + QPointF(EDGE, EDGE)
        if area.downwards:
            high = area.height / area.x_high
            return QRectF(EDGE, at.y() - high / 2, area.width, high).toAlignedRect()
        top = area.top + EDGE
        return QRectF(at.x() - EDGE, top, 2 * EDGE, at.y() - top).toAlignedRect()

    def _place_at(self, at: QPointF) -> Place | None:
        places = (
            self._place_of(number, area.value(at.x() - EDGE, at.y() - EDGE)[0])
            for number, area in enumerate(self.drawing.areas)
        )
        return next((place for place in places if place is not None), None)

    def _step(self, steps: int) -> None:
        """Go along the bars, the rows, or the axis, and tell what stands there."""
        if self._chart is None:
            return
        plot = next(iter(self._chart.plots), None)
        first, step = (0.5, 1.0) if plot is None else (_first(plot), plot.step)
        edge = 0.5 * step if plot is None or plot.bars else 0.0
        here = first if self._place is None else self._place.x + steps * step
        if self._editable is not None:
            here = first + steps * step
        here = min(self.drawing.areas[0].x_high - edge, max(edge, here))
        self._tell(self._place_of(0, here))
        if self._editable is not None:
            self.bar_chosen.emit(int(here / step))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = self._theme.tokens, QPainter(self)
        if self._pixmap is None:
            ratio = self.devicePixelRatioF()
            # All of the canvas, also where it ends between two dots.
            self._pixmap = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(QColor(tokens.surface))
            picture = QSvgRenderer(QByteArray(self.drawing.svg.encode()))
            onto = QPainter(self._pixmap)
            # Rows are as high as they need, whatever room there is.
            picture.render(onto, QRectF(EDGE, EDGE, self.drawing.width, self.drawing.height))
            onto.end()
        painter.drawPixmap(0, 0, self._pixmap)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.translate(EDGE, EDGE)
        if self._place is not None:
            area, colour = self._place.area, QColor(tokens.focus)
            place = QPointF(*area.point(self._place.x, 0))
            if area.downwards:
                high = area.height / area.x_high
                colour.setAlpha(ROW_ALPHA)
                painter.fillRect(QRectF(0, place.y() - high / 2, area.width, high), colour)
            else:
                painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(place.x(), area.top), place)

    def resizeEvent(self, event: QEvent) -> None:
        self._redraw()
        self._tell(None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._drawing = None
            self._redraw()
        super().changeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._tell(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, plot = self._place_at(event.position()), self._editable
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        if plot is None:
            self.place_chosen.emit(place.x)
            return
        self._dragged = min(len(plot.bars) - 1, int(place.x / plot.step))
        self._tell(place)
        self.bar_chosen.emit(self._dragged)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is there; give the bar that is dragged, and each passed over, its height."""
        plot = self._editable
        if self._dragged is None or plot is None:
            self._tell(self._place_at(event.position()))
            return
        at = event.position() - QPointF(EDGE, EDGE)
        x, y = self.drawing.areas[0].value(at.x(), at.y())
        bar = int(x / plot.step) if 0 <= x < plot.x.high else self._dragged
        if bar != self._dragged:
            self._dragged = bar
            self.bar_chosen.emit(bar)
        self.bar_dragged.emit(bar, min(plot.y.high, max(0.0, y)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plot = Qt.Key(event.key()), self._editable
        if key in _PLACES:
            self._step(_PLACES[key])
        elif self._shows_rows and key in _ROWS:
            self._step(_ROWS[key])
        elif plot is not None and key in _RAISING:
            self.bar_raised.emit(plot.chosen, _RAISING[key])
        elif key in _ENTER and self._place is not None:
            self.place_chosen.emit(self._place.x)
        else:
            super().keyPressEvent(event)


def _told(chart: Chart, number: int, x: float) -> Told:
    """Return what is told at a value of a plot, or of a row."""
    if isinstance(chart.body, Rows):
        return chart.body.rows[int(x)].told
    return chart.plots[number].tell(x)


def _lines_of(chart: Chart | None) -> list[tuple[int, float]]:
    """Return the values to walk along, each by the number of its plot and its x there."""
    if chart is None:
        return []
    if isinstance(chart.body, Rows):
        return [(0, row + 0.5) for row in range(len(chart.body.rows))]
    return [(number, x) for number, plot in enumerate(chart.plots) for x in _stops(plot)]


def _stops(plot: Plot) -> list[float]:
    if plot.bars:
        return [(bar + 0.5) * plot.step for bar in range(len(plot.bars))]
    return [stop * plot.step for stop in range(int(plot.x.high / plot.step) + 1)]


def _first(plot: Plot) -> float:
    """Return where reading begins: the bar that is chosen, the reader's own load, the left end."""
    if plot.bars:
        return ((plot.chosen or 0) + 0.5) * plot.step
    return 0.0 if plot.upright is None else plot.upright.x
