# SPDX-License-Identifier: MIT
"""A sentence in the status bar, and the way to read all of it where the bar is too narrow."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.views.elided_label import ElidedLabel
from azmodels_gui.views.plain_text import tool_tip
from azmodels_gui.views.theme.tokens import SPACE_S

Words = Callable[[], str]
"""Returns a text in the language on show."""
MESSAGE_MS = 8_000
BUTTON_ROOM_PX = 8


class StatusNews(QWidget):
    """News go after a while; what went wrong stays until something else is said.

    Signals:
        more_asked: the `Words` of a text that is cut.
    """

    more_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words = str
        self.label, self.more = ElidedLabel(), QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._timer.timeout.connect(self.clear)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.label, 1)
        row.addWidget(self.more)
        # As high without buttons as with them: the page above must not move for a message.
        row.addStrut(self.fontMetrics().height() + BUTTON_ROOM_PX)
        self.more.clicked.connect(self._on_more)
        self.more.setText(tr("Read all"))
        self.more.setToolTip(tr("Show the whole message above the page"))
        self._show(self._words)

    def text(self) -> str:
        """Return all of the text on show."""
        return self.label.text()

    def say(self, text: str) -> None:
        """Show a piece of news for a while."""
        self._show(lambda: text)
        self._timer.start()

    def say_problem(self, words: Words) -> None:
        """Show what went wrong until something else is said."""
        self._timer.stop()
        self._show(words)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._show(str)

    def take_over(self, before: "StatusNews") -> None:
        """Go on saying what another says."""
        self._show(before._words)
        if before._timer.isActive():
            self._timer.start(before._timer.remainingTime())

    def _show(self, words: Words) -> None:
        self._words, text = words, words()
        self.label.setText(text)
        self.label.setToolTip(tool_tip(text) if text else "")
        self._offer_more()

    def _offer_more(self) -> None:
        """Offer the button where the text alone would not fit."""
        needed = self.label.fontMetrics().horizontalAdvance(self.text())
        self.more.setVisible(needed > self.contentsRect().width() - 2 * SPACE_S)

    @Slot()
    def _on_more(self) -> None:
        self.more_asked.emit(self._words)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_more()
