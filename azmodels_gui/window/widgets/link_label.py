# SPDX-License-Identifier: MIT
"""A title that opens a page; plain text, unlike the links QLabel knows."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import SPACE_L, SPACE_S, Tokens
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import LONGEST_LABEL, plain_label, set_text_colour

CONTEXT = "NothingPinned"


class NothingPinned(QWidget):
    """Says how to pin, and has a button that leads on."""

    def __init__(self, way_on: object) -> None:
        """Make it.

        Args:
            way_on: what the button says, marked for translation in the context of this class.
        """
        super().__init__()
        self._way_on = str(way_on)
        self.text = plain_label()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        laid = column(1, self.text, self.button, 2, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        laid.setAlignment(self.button, Qt.AlignmentFlag.AlignCenter)
        self._write_words()

    def _write_words(self) -> None:
        self.text.setText(
            tr(
                "Nothing is pinned. Select entries among the models and press the space bar: what "
                "is pinned stands here, also after a restart."
            )
        )
        self.button.setText(tr(self._way_on))


class LinkLabel(QLabel):
    """Opens by click, Enter or Space; underlined while it has the keyboard.

    Signals:
        link_asked: the `QUrl` to open.
    """

    link_asked = Signal(QUrl)

    def __init__(self, text: str, url: str, tokens: Tokens) -> None:
        super().__init__()
        self.url = QUrl(url)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text[:LONGEST_LABEL])
        self.setToolTip(tool_tip(url))
        self.setAccessibleName(text[:LONGEST_LABEL])
        self.setAccessibleDescription(url)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_text_colour(self, tokens.accent)

    def open(self) -> None:
        """Ask for the page to be opened."""
        self.link_asked.emit(self.url)

    def _underline(self, underlined: bool) -> None:
        font = self.font()
        font.setUnderline(underlined)
        self.setFont(font)

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._underline(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._underline(False)
        super().focusOutEvent(event)
