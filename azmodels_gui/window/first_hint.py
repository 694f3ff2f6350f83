# SPDX-License-Identifier: MIT
"""What a newcomer is told once: it goes away for good."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tone
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import set_text_colour


class FirstHint(QWidget):
    """A line above the pages with two ways on and a cross; each of them ends it.

    Signals:
        guide_asked: lead me through the questions.
        keys_asked: explain signs and keys.
        ended: it was read, and shall not come back.
    """

    guide_asked = Signal()
    keys_asked = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        words = tr("New here? Four questions lead to a short list. F1 explains the signs.")
        self.text = plain_label(words)
        self.guide, self.keys, self.close_button = QPushButton(), QPushButton(), QToolButton()
        self.guide.setText(tr("Open the guide"))
        self.keys.setText(tr("Signs and keys"))
        self.close_button.setToolTip(tr("Do not show this again"))
        self.close_button.setAccessibleName(tr("Do not show this again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self.text, 1)
        for button in (self.guide, self.keys, self.close_button):
            row.addWidget(button)
        self.guide.clicked.connect(self.guide_asked)
        self.keys.clicked.connect(self.keys_asked)
        for button in (self.guide, self.keys, self.close_button):
            button.clicked.connect(self._on_read)
        self._take_look()
        theme.changed.connect(self._take_look)

    @Slot()
    def _on_read(self) -> None:
        self.hide()
        self.ended.emit()

    @Slot()
    def _take_look(self) -> None:
        ink = self._theme.tokens.inks[Tone.ACCENT]
        set_text_colour(self.text, ink.text)
        self.close_button.setIcon(self._theme.icon("close", ink.text))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.ACCENT]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink.fill))
        painter.setPen(QColor(ink.edge))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
