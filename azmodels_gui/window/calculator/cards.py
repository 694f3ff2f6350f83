# SPDX-License-Identifier: MIT
"""The headline: how many PTU, and what each way to pay costs, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, TITLE_PT, Tone
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour, text_colour


@dataclass(frozen=True)
class CardText:
    """What a card says."""

    title: str
    figure: str
    unit: str = ""
    """Beside the figure, in small letters."""
    note: str = ""
    detail: str = ""
    tone: Tone = Tone.PLAIN


class Card(QFrame):
    """One figure with its name and what it rests on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = CardText("", "")
        self.setProperty("card", True)
        self.title, self.figure, self.unit = QLabel(), QLabel(), QLabel()
        self.note, self.detail = plain_label(selectable=True), plain_label(selectable=True)
        self._build()
        theme.changed.connect(self.take_look)

    def show_text(self, text: CardText) -> None:
        """Show another text."""
        if text == self._text:
            return
        other_tone = text.tone is not self._text.tone
        self._text = text
        for label, words in (
            (self.title, text.title),
            (self.figure, text.figure),
            (self.unit, text.unit),
            (self.note, text.note),
            (self.detail, text.detail),
        ):
            if label.text() != words:
                label.setText(words)
        parts = (text.title, f"{text.figure} {text.unit}", text.note, text.detail)
        self.setAccessibleName(", ".join(part for part in parts if part.strip()))
        if other_tone:
            self.take_look()

    def least_width(self) -> int:
        """Return the width in which heading and figure are not cut."""
        figures = self.figure.sizeHint().width() + SPACE_XS + self.unit.sizeHint().width()
        return max(self.title.sizeHint().width(), figures) + 2 * SPACE_M + 2

    @Slot()
    def take_look(self) -> None:
        """Take fonts and colours of the look."""
        tokens, small = self._theme.tokens, scaled(self.font(), NOTE_PT)
        self.figure.setFont(scaled(self.font(), TITLE_PT, bold=True))
        for label in (self.title, self.unit, self.note, self.detail):
            label.setFont(small)
            set_text_colour(label, tokens.muted)
        set_text_colour(self.figure, text_colour(self._text.tone, tokens))
        set_text_colour(self.note, tokens.text)

    def _build(self) -> None:
        for label in (self.title, self.figure, self.unit):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(_row(self.figure, self.unit))
        column.addWidget(self.note)
        column.addWidget(self.detail)
        column.addStretch(1)
        # Ignored: all cards are equally wide, whatever they say.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.take_look()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self.take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


class CardRow(QWidget):
    """Cards side by side, equally wide, in as many lines as their headings need."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self.cards = tuple(Card(theme, self) for _ in range(count))
        self._columns = 0
        self._shown = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_S)

    def show_texts(self, texts: tuple[CardText, ...]) -> None:
        """Show as many cards as there are texts."""
        for card, text in zip(self.cards, texts, strict=False):
            card.show_text(text)
            card.show()
        for card in self.cards[len(texts) :]:
            card.hide()
        self._shown = len(texts)
        self._columns = 0
        self._place()

    def _place(self) -> None:
        """Share out the cards among lines that are equally full."""
        shown = self.cards[: self._shown]
        widest = max((card.least_width() for card in shown), default=1)
        most = max(1, (self.width() + SPACE_S) // (widest + SPACE_S))
        lines = -(-len(shown) // most)
        columns = -(-len(shown) // lines) if lines else 0
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for at, card in enumerate(shown):
            self._grid.addWidget(card, at // columns, at % columns)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _row(*labels: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_XS)
    for label in labels:
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addStretch(1)
    return row
