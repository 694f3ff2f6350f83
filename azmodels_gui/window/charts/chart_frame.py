# SPDX-License-Identifier: MIT
"""The card around a chart: its title, a menu to copy and save it, values where one points."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.charts.chart import Chart
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.look import PAPER
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.window.charts.canvas import EDGE, ChartCanvas, Place
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.files import image_of, png_of
from azmodels_gui.window.widgets.texts import ElidedLabel, SteadyRoom, plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

SVG_TYPE = "image/svg+xml"
DIALOG_PX = (980, 460)


def svg_bytes(chart: Chart) -> bytes:
    """Return the chart with its title as an SVG file."""
    return drawn(chart, titled=True).svg.encode()


def chart_image(chart: Chart) -> QImage:
    """Return the chart with its title as an image."""
    picture = QSvgRenderer(QByteArray(svg_bytes(chart)))
    size = picture.defaultSize()
    whole = QRectF(QPointF(), size)  # without it the size is taken in dots, and most lies outside
    return image_of(size, PAPER.ground, lambda painter: picture.render(painter, whole))


def png_bytes(chart: Chart) -> bytes:
    """Return the chart with its title as a PNG file."""
    return png_of(chart_image(chart))


def copy_chart(chart: Chart) -> None:
    """Put the chart into the clipboard: another program takes the vectors or the dots."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(chart_image(chart))
    # Into the data that Qt made: data made here would be asked for its formats when the program
    # has ended, by the X11 clipboard, and crash.
    clipboard.mimeData().setData(SVG_TYPE, QByteArray(svg_bytes(chart)))


class ChartFrame(QFrame):
    """Shows one chart, or says why there is none.

    Signals:
        news: a sentence for the status bar.
    """

    news = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.canvas = ChartCanvas(around.theme)
        self.title, self.values = ElidedLabel(), QLabel(self)
        self.note = plain_label()
        # A splitter does not ask how high a text is at its width; its room tells.
        self._note_room = SteadyRoom(self.note)
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self.menu_button, self.menu = QToolButton(), QMenu(self)
        self._copy, self._png, self._svg = (self.menu.addAction("") for _ in range(3))
        self._build()
        self._copy.setText(tr("&Copy picture"))
        self._png.setText(tr("Save as &PNG ..."))
        self._svg.setText(tr("Save as &SVG ..."))
        self.menu_button.setAccessibleName(tr("Copy or save the chart"))
        self.menu_button.setToolTip(tool_tip(tr("Copy or save the chart")))
        self.take_look()
        self._copy.triggered.connect(self.copy_picture)
        for action in (self._png, self._svg):
            action.triggered.connect(self._on_save)
        self.canvas.told.connect(self._on_told)
        around.theme.changed.connect(self.take_look)

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
        drawn = self.canvas.drawn_at(width - 2 * SPACE_M - 2, 0)
        return round(drawn.height) + 2 * EDGE + self._around_canvas

    def set_least_height(self, height: int) -> None:
        """Let the card be no lower, but higher where rows need it."""
        self.canvas.set_least_height(height - self._around_canvas)

    @property
    def _around_canvas(self) -> int:
        return self._head.sizeHint().height() + SPACE_XS + 2

    @Slot()
    def copy_picture(self) -> None:
        """Put the chart into the clipboard."""
        if self.chart is not None:
            copy_chart(self.chart)
            self.news.emit(tr("The chart was copied as a picture."))

    def save(self, file: Path) -> bool:
        """Write the chart; the ending says the kind. False: it could not be, and why was said."""
        chart = self.chart
        if chart is None:
            return False
        made = svg_bytes if file.suffix.casefold() == ".svg" else png_bytes
        try:
            self._around.write_file(file, made(chart))
        except ToldError as error:
            self.news.emit(error.told(shown_language()))
            return False
        self.news.emit(tr("Saved as {name}.").replace("{name}", file.name))
        return True

    def _build(self) -> None:
        self.setProperty("card", True)
        self.values.setTextFormat(Qt.TextFormat.PlainText)
        self.values.setProperty("values", True)
        self.values.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.values.hide()
        self.menu_button.setProperty("quiet", True)
        self.menu_button.setText("\N{HORIZONTAL ELLIPSIS}")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        self._head.setContentsMargins(SPACE_M, SPACE_XS, SPACE_XS, 0)
        self._head.setSpacing(SPACE_XS)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.menu_button)
        self._column.setContentsMargins(1, 1, 1, SPACE_XS)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_M - EDGE, 0, SPACE_M - EDGE, 0)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMargin(SPACE_M)
        self._note_room.hide()
        row.addWidget(self.canvas)
        row.addWidget(self._note_room)
        self._column.addLayout(row, 1)

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

    @Slot()
    def _on_save(self) -> None:
        ending = "svg" if self.sender() is self._svg else "png"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the chart"), f"azmodels.{ending}", f"{ending.upper()} (*.{ending})"
        )
        if name:
            file = Path(name)
            self.save(file if file.suffix else file.with_suffix(f".{ending}"))

    @Slot()
    def take_look(self) -> None:
        """Take fonts and colours of the look."""
        tokens = self._around.theme.tokens
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.values.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.title, tokens.text)
        set_text_colour(self.note, tokens.muted)


class ChartDialog(QDialog):
    """Shows one chart that is too large for its page, until it is closed."""

    def __init__(
        self, chart: Chart | None, empty: str, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = ChartFrame(around)
        self.frame.show_chart(chart, empty)
        self.setWindowTitle(empty if chart is None else chart.title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(self.frame, 1)
        column.addWidget(self.buttons)
        self.resize(QSize(*DIALOG_PX).boundedTo(parent.window().size()))
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
