# SPDX-License-Identifier: MIT
"""The cell below the mouse or the keyboard, in words, with sources and date."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT
from azmodels_gui.window.widgets.plain_text import plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

LINES = 4
"""Room that is always there, so that the matrix does not jump."""


class CellLine(QWidget):
    """A title and a text below it; read by screen readers as one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = True
        self.title, self.text = plain_label(selectable=True), plain_label(selectable=True)
        for label in (self.title, self.text):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        self.show_nothing()
        self._take_look()
        theme.changed.connect(self._take_look)

    def show_words(self, title: str, lines: list[str]) -> None:
        """Tell what a cell says."""
        self._empty = False
        self.title.setText(title)
        self.text.setText(" · ".join(lines))
        self.text.setToolTip("")
        self.setAccessibleName(f"{title}. {self.text.text()}")

    def show_nothing(self) -> None:
        """Tell how to get at words."""
        self._empty = True
        self.title.setText(tr("Go to a cell to read what it says"))
        self.text.setText(
            tr("With the mouse or the arrow keys; Enter opens the model, R chooses the region")
        )
        self.setAccessibleName(self.title.text())

    @Slot()
    def _take_look(self) -> None:
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.text.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.text, self._theme.tokens.muted)
        self.text.setMinimumHeight(self.text.fontMetrics().height() * LINES)
