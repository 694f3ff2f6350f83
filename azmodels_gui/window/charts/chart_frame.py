# SPDX-License-Identifier: MIT
"""The card around a chart: its title, a menu to copy and save it, values where one points."""

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from azmodels_gui.charts.chart import PAPER, Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.language.words import tr
from azmodels_gui.window.charts.canvas import EDGE, ChartCanvas, Place
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.theme import NOTE_PT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.dialogs import Button, ClosingDialog
from azmodels_gui.window.widgets.files import PictureMenu, PictureWords, image_of
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import (
    ElidedLabel,
    SteadyRoom,
    plain_label,
    scaled,
    set_text_colour,
)

DIALOG_PX = (980, 460)


class ChartPicture:
    """A chart with its title, as it leaves the window: for paper in every look."""

    def __init__(self, chart: Chart | None) -> None:
        self._svg = b"" if chart is None else drawn(chart, titled=True).svg.encode()

    def svg(self) -> bytes:
        """Return it as an SVG file."""
        return self._svg

    def image(self) -> QImage:
        """Return it in dots."""
        picture = QSvgRenderer(QByteArray(self._svg))
        size = picture.defaultSize()
        whole = QRectF(QPointF(), size)  # without it the size is taken in dots: most lies outside
        return image_of(size, PAPER.ground, lambda painter: picture.render(painter, whole))


class ChartFrame(QFrame):
    """Shows one chart, or says why there is none.

    Signals:
        news: a sentence for the status bar.
    """

    news = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = around.theme
        self.values = QLabel(self)
        self.title, self.menu_button = ElidedLabel(parent=self), QToolButton(self)
        self.canvas = ChartCanvas(around.theme, self)
        self.note = plain_label(parent=self)
        # A splitter does not ask how high a text is at its width; its room tells.
        self._note_room = SteadyRoom(self.note, self)
        copied = tr("The chart was copied as a picture.")
        words = PictureWords(tr("Save the chart"), "azmodels", copied)
        self.menu = PictureMenu(lambda: ChartPicture(self.chart), words, around.write_file, self)
        self._build()
        self.menu_button.setAccessibleName(tr("Copy or save the chart"))
        self.menu_button.setToolTip(tool_tip(tr("Copy or save the chart")))
        self.take_look()
        self.menu.news.connect(self.news)
        self.canvas.told.connect(self._on_told)

    @property
    def chart(self) -> Chart | None:
        """What is on show."""
        return self.canvas.chart

    def show_chart(self, chart: Chart | None, empty: str = "") -> None:
        """Show another chart; None empties the card, and `empty` says why."""
        title = "" if chart is None else chart.title
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setToolTip(tool_tip(title))
        self.canvas.setVisible(chart is not None)
        self._note_room.set_text(empty if chart is None else "")
        self._note_room.setVisible(chart is None and bool(empty))
        self.menu_button.setEnabled(chart is not None)
        self.canvas.show_chart(chart)

    def add_button(self, button: QWidget) -> None:
        """Put a button of the chart's own beside its menu."""
        self._head.insertWidget(self._head.count() - 1, button)

    def add_line(self, line: QWidget) -> None:
        """Put a line between title and chart."""
        self._column.insertWidget(1, line)

    def height_at(self, width: int) -> int:
        """Return how high the card of a chart of rows is."""
        drawn = self.canvas.drawn_at(width - 2 * (SPACE_M + 1 + self.frameWidth()), 0)
        return round(drawn.height) + 2 * EDGE + self._around_canvas

    def set_least_height(self, height: int) -> None:
        """Let the card be no lower, but higher where rows need it."""
        self.canvas.set_least_height(height - self._around_canvas)

    @property
    def _around_canvas(self) -> int:
        return self._head.sizeHint().height() + SPACE_XS + 2

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.values.setTextFormat(Qt.TextFormat.PlainText)
        self.values.setProperty("kind", "values")
        self.values.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.values.hide()
        self.menu_button.setProperty("kind", "quiet")
        self.menu_button.setText("\N{HORIZONTAL ELLIPSIS}")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMargin(SPACE_M)
        self._note_room.hide()
        edges, sides = (SPACE_M, SPACE_XS, SPACE_XS, 0), (SPACE_M - EDGE, 0, SPACE_M - EDGE, 0)
        self._head = row((self.title, 1), self.menu_button, gap=SPACE_XS, edges=edges)
        shown = row(self.canvas, self._note_room, edges=sides)
        shown.setAlignment(self._note_room, Qt.AlignmentFlag.AlignVCenter)  # all else stays above
        self._column = column(self._head, (shown, 1), within=self, edges=(1, 1, 1, SPACE_XS))

    @Slot(object)
    def _on_told(self, place: Place | None) -> None:
        """Tell values beside a place of the chart; None hides what was told."""
        self.values.setVisible(place is not None)
        if place is None:
            return
        self.values.setText("\n".join(place.told))
        self.values.adjustSize()
        across, down = place.area.point(place.x, place.area.y_high / 2)
        at = self.canvas.mapTo(self, QPoint(round(across) + EDGE, round(down) + EDGE))
        right = at.x() + SPACE_M
        if right + self.values.width() > self.width() - SPACE_S:
            right = at.x() - SPACE_M - self.values.width()
        lowest = self.height() - self.values.height() - SPACE_S
        self.values.move(max(SPACE_S, right), max(SPACE_S, min(at.y() + SPACE_M, lowest)))
        self.values.raise_()

    def take_look(self) -> None:
        """Take fonts and colours of the look."""
        tokens = self._theme.tokens
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.values.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.title, tokens.text)
        set_text_colour(self.note, tokens.muted)


class ChartDialog(ClosingDialog):
    """Shows one chart that is too large for its page, until it is closed."""

    def __init__(
        self, chart: Chart | None, empty: str, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(empty if chart is None else chart.title, parent)
        self.frame = ChartFrame(around)
        self.frame.show_chart(chart, empty)
        edges = (SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column((self.frame, 1), self.buttons, within=self, gap=SPACE_S, edges=edges)
        self.resize(QSize(*DIALOG_PX).boundedTo(parent.window().size()))
        self.buttons.button(Button.Close).setFocus()
