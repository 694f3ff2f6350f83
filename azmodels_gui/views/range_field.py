# SPDX-License-Identifier: MIT
"""Two fields for a range of numbers: from, to; empty is open."""

import re
from decimal import Decimal

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from azmodels_gui.language import figures
from azmodels_gui.language.shown import tr
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS, Tone
from azmodels_gui.views.tones import scaled, set_text_colour

Number = int | Decimal
_LARGEST = Decimal(10) ** 12
_LONGEST = 24
_SUFFIX = {"": 1, "k": 1_000, "t": 1_000, "m": 1_000_000, "mio": 1_000_000}
_NUMBER = re.compile(r"(?P<figure>[0-9][0-9.,  ]*)\s*(?P<suffix>[a-z]*)\.?", re.IGNORECASE)


def read_number(text: str, language: str) -> Decimal | None:
    """Return what somebody typed as a number: `128000`, `128k`, `1,5 Mio.`; None if it is none.

    Commas and points mean what they mean in the language on show.
    """
    match = _NUMBER.fullmatch(text.strip()[:_LONGEST])
    if match is None or match["suffix"].casefold() not in _SUFFIX:
        return None
    figure = re.sub(r"\s", "", match["figure"])
    number = figures.read_number(figure, language)
    if number is None:
        return None
    number *= _SUFFIX[match["suffix"].casefold()]
    return number if number < _LARGEST else None


class RangeField(QWidget):
    """From and to; takes effect while typing, and says when something is no number.

    Signals:
        range_changed: the lowest and the highest number, None for an open end.
    """

    range_changed = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "en"
        self.heading = QLabel()
        self.low, self.high = QLineEdit(), QLineEdit()
        self.heading.setBuddy(self.low)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        for field in (self.low, self.high):
            field.setMaxLength(_LONGEST)
            field.setMinimumWidth(40)
            row.addWidget(field)
            field.textEdited.connect(self._on_edited)
        column.addLayout(row)
        self._take_look()
        theme.changed.connect(self._take_look)

    def set_words(self, heading: str, from_words: str, to_words: str) -> None:
        """Set heading and hints in the language on show."""
        self.heading.setText(heading)
        for field, words in ((self.low, from_words), (self.high, to_words)):
            field.setPlaceholderText(words)
            field.setAccessibleName(f"{heading}: {words}")

    def set_language(self, language: str) -> None:
        """Read and write numbers as this language does."""
        low, high = self._numbers()
        self._language = language
        self.set_range(low, high)

    def set_range(self, low: Number | None, high: Number | None) -> None:
        """Show a range, without a signal; a field that means the same keeps its letters."""
        for field, number in ((self.low, low), (self.high, high)):
            if number is None and not field.text().strip():
                continue
            if number is None or read_number(field.text(), self._language) != number:
                field.setText("" if number is None else formats.number(number, self._language))
        self._mark()

    def _numbers(self) -> tuple[Decimal | None, Decimal | None]:
        return (
            read_number(self.low.text(), self._language),
            read_number(self.high.text(), self._language),
        )

    @Slot()
    def _on_edited(self) -> None:
        self._mark()
        if not any(self._is_wrong(field) for field in (self.low, self.high)):
            self.range_changed.emit(*self._numbers())

    def _is_wrong(self, field: QLineEdit) -> bool:
        return bool(field.text().strip()) and read_number(field.text(), self._language) is None

    def _mark(self) -> None:
        tokens = self._theme.tokens
        for field in (self.low, self.high):
            wrong = self._is_wrong(field)
            set_text_colour(field, tokens.inks[Tone.BAD].text if wrong else tokens.text)
            field.setToolTip(tr("This is not a number.") if wrong else "")

    @Slot()
    def _take_look(self) -> None:
        self.heading.setFont(scaled(self.font(), NOTE_PT, bold=True))
        set_text_colour(self.heading, self._theme.tokens.muted)
        self._mark()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._mark()
        super().changeEvent(event)
