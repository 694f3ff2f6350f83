# SPDX-License-Identifier: MIT
"""The card around a chart: its title, a menu to copy and save it, values where one points."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.language.shown import tr
from azmodels_gui.views.charts.picture import image_of, png_of, svg_of
from azmodels_gui.views.charts.plot import Plot
from azmodels_gui.views.elided_label import ElidedLabel
from azmodels_gui.views.plain_text import plain_label, tool_tip
from azmodels_gui.views.surroundings import FileProblem, Surroundings
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.views.tones import scaled, set_text_colour

SMALLEST = QSize(220, 120)


class ChartFrame(QFrame):
    """Holds a plot; whoever fills it says what is told at a place.

    Signals:
        pointed: a `QPoint` of the plot the mouse is at; None when it left.
        stepped: the number of steps that an arrow key went to the right.
        news: a sentence for the status bar.
    """

    pointed = Signal(object)
    stepped = Signal(int)
    news = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.plot = Plot()
        self.title, self.values = ElidedLabel(), QLabel(self)
        self.note = plain_label()
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self.menu_button, self.menu = QToolButton(), QMenu(self)
        self._copy, self._png, self._svg = (self.menu.addAction("") for _ in range(3))
        self._build()
        self.retranslate()
        self.take_look()
        self._connect()

    def add_button(self, button: QWidget) -> None:
        """Put a button of the chart's own beside its menu."""
        self._head.insertWidget(self._head.count() - 1, button)

    def add_line(self, line: QWidget) -> None:
        """Put a line between title and plot."""
        self._column.insertWidget(1, line)

    def show_title(self, title: str) -> None:
        """Show another title; it is written into pictures too."""
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setToolTip(tool_tip(title))
            self.plot.widget.setAccessibleName(title)

    def show_note(self, words: str) -> None:
        """Say in place of the plot why there is none; empty words say nothing."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.menu_button.setEnabled(not words)

    def show_values(self, lines: tuple[str, ...], at: QPoint) -> None:
        """Tell values beside a point of the plot; none hide what is told."""
        self.values.setVisible(bool(lines))
        if not lines:
            return
        self.values.setText("\n".join(lines))
        self.values.adjustSize()
        self.values.move(self._beside(self.plot.widget.mapTo(self, at)))
        self.values.raise_()
        self.plot.widget.setAccessibleDescription("; ".join(lines))

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self._copy.setText(tr("&Copy picture"))
        self._png.setText(tr("Save as &PNG ..."))
        self._svg.setText(tr("Save as &SVG ..."))
        self.menu_button.setAccessibleName(tr("Copy or save the chart"))
        self.menu_button.setToolTip(tool_tip(tr("Copy or save the chart")))

    @Slot()
    def copy_picture(self) -> None:
        """Put the chart into the clipboard."""
        image = image_of(self.plot.view, self.title.text(), self._around.theme.tokens)
        QGuiApplication.clipboard().setImage(image)
        self.news.emit(tr("The chart was copied as a picture."))

    def save(self, file: Path) -> bool:
        """Write the chart; the ending says the kind. False: it could not be, and why was said."""
        kind = svg_of if file.suffix.casefold() == ".svg" else png_of
        try:
            tokens = self._around.theme.tokens
            self._around.write_file(file, kind(self.plot.view, self.title.text(), tokens))
        except FileProblem as error:
            self.news.emit(str(error))
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
        self._column.addWidget(self.plot.widget, 1)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMargin(SPACE_M)
        self.note.hide()
        self._column.addWidget(self.note, 1)
        self.plot.widget.setMinimumSize(SMALLEST)
        self.plot.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self._copy.triggered.connect(self.copy_picture)
        for action in (self._png, self._svg):
            action.triggered.connect(self._on_save)
        self._around.theme.changed.connect(self.take_look)
        self.plot.widget.installEventFilter(self)
        viewport = self.plot.view.viewport()
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)

    def _beside(self, at: QPoint) -> QPoint:
        """Return where the values stand: beside the point, inside of the card."""
        right = at.x() + SPACE_M
        if right + self.values.width() > self.width() - SPACE_S:
            right = at.x() - SPACE_M - self.values.width()
        lowest = self.height() - self.values.height() - SPACE_S
        return QPoint(max(SPACE_S, right), max(SPACE_S, min(at.y() + SPACE_M, lowest)))

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
        self.plot.take_look(tokens)
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.values.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.title, tokens.text)
        set_text_colour(self.note, tokens.muted)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Leave:
                self.pointed.emit(None)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self.pointed.emit(event.position().toPoint())
            case QEvent.Type.Resize if watched is self.plot.widget:
                self.plot.mark_axes()
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
                if steps is not None:
                    self.stepped.emit(steps)
                    return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
