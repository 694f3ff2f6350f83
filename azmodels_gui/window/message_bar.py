# SPDX-License-Identifier: MIT
"""The bar above the pages: what went wrong, until it is closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.status_bar import Words
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tone
from azmodels_gui.window.widgets.layouts import AS_USUAL, row
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import set_text_colour

Choice = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class MessageBar(QWidget):
    """One message with a sign and a button to close; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Words = str
        self.sign, self.text, self.close_button = (
            QLabel(),
            plain_label(selectable=True),
            QToolButton(),
        )
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button.setToolTip(tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.choices: list[QPushButton] = []
        self._choices = row(gap=AS_USUAL)
        parts = (self.sign, (self.text, 1), self._choices, self.close_button)
        row(*parts, within=self, gap=SPACE_S, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        self.close_button.clicked.connect(self.hide)
        self._take_colours()
        # No class may override this slot: Qt would call it after the widget is gone.
        theme.changed.connect(self._take_colours)
        self.hide()

    @Slot(object)
    def show_problem(self, words: Words) -> None:
        """Show what happened, what the user still has, and what to do.

        Args:
            words: returns it in the language on show; asked again in the next window.
        """
        self.ask(words())
        self._words = words

    def ask(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """Show a message, with a button for each thing that can be done about it."""
        self._words = str
        for button in self.choices:
            self._choices.removeWidget(button)
            button.deleteLater()
        self.choices = [self._button(*choice) for choice in choices]
        for button in self.choices:
            self._choices.addWidget(button)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def take_over(self, before: "MessageBar") -> None:
        """Say the problem that another bar says; who asks a question asks it again."""
        if not before.isHidden() and before._words is not str:
            self.show_problem(before._words)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: do())
        return button

    @Slot()
    def _take_colours(self) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        set_text_colour(self.text, ink.text)
        self.close_button.setIcon(self._theme.icon("close", ink.text))
        self.sign.setPixmap(self._theme.icon("warning", ink.text).pixmap(QSize(16, 16)))
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink.fill))
        painter.setPen(QColor(ink.edge))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
