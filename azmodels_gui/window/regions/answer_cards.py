# SPDX-License-Identifier: MIT
"""Cards above a table: what holds, and what to choose; each on three lines."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from azmodels_gui.window.regions.coverage_summary import Card
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, Tone
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.texts import ElidedLabel
from azmodels_gui.window.widgets.tones import scaled, set_text_colour, text_colour

_RADIUS = 8
_HEADLINE_PT = 1.0


class AnswerCard(QFrame):
    """A title, what it says, and a note; what has no room is in the tool tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card = Card("", "")
        self.title, self.words, self.note = ElidedLabel(), ElidedLabel(), ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column.setSpacing(2)
        for label in (self.title, self.words, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._take_look)

    def show_card(self, card: Card) -> None:
        """Show another text."""
        self._card = card
        self.title.setText(card.title)
        self.title.setVisible(bool(card.title))
        self.words.setText(card.words)
        self.note.setText(card.note)
        told = [each for each in (card.title, card.words, card.note) if each]
        self.setAccessibleName(". ".join(told))
        self.setToolTip(tool_tip("\n".join(told)))
        self._take_look()

    @Slot()
    def _take_look(self) -> None:
        tokens, tone = self._theme.tokens, self._card.tone
        small = scaled(self.font(), NOTE_PT)
        self.words.setFont(scaled(self.font(), _HEADLINE_PT, bold=True))
        set_text_colour(self.words, text_colour(tone, tokens))
        for label in (self.title, self.note):
            label.setFont(small)
            amber = tone is Tone.WARN
            set_text_colour(label, text_colour(tone, tokens) if amber else tokens.muted)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        toned = self._card.tone in (Tone.WARN, Tone.GOOD)
        ink = tokens.inks[self._card.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink.edge if toned else tokens.border), tokens.outline_px))
        painter.setBrush(QColor(ink.fill if toned else tokens.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


class AnswerCards(QWidget):
    """The answer, then what to choose, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cards = tuple(AnswerCard(theme) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_S)
        for card, stretch in zip(self.cards, (5, 3, 4), strict=True):
            row.addWidget(card, stretch)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show as many as there are."""
        for widget, card in zip(self.cards, cards, strict=False):
            widget.show_card(card)
            widget.show()
        for widget in self.cards[len(cards) :]:
            widget.hide()
