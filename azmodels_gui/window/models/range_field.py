# SPDX-License-Identifier: MIT
"""Two fields for a range of numbers: from, to; empty is open."""

import re
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from azmodels_gui.language import figures
from azmodels_gui.window import formats
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

Number = int | Decimal
_LARGEST = Decimal(10) ** 12
_LONGEST = 24
_SUFFIX = {"": 1, "k": 1_000, "t": 1_000, "m": 1_000_000, "mio": 1_000_000}
_NUMBER = re.compile(r"(?P<figure>[0-9][0-9.,  ]*)\s*(?P<suffix>[a-z]*)\.?", re.IGNORECASE)


def read_number(text: str, language: str, *, whole: bool = False) -> Decimal | None:
    """Return what somebody typed as a number: `128000`, `128k`, `1,5 Mio.`; None if it is none.

    Commas and points mean what they mean in the language on show.

    Args:
        text: as typed.
        language: code of the language.
        whole: the number has no parts once its suffix is counted in.
    """
    match = _NUMBER.fullmatch(text.strip()[:_LONGEST])
    if match is None or match["suffix"].casefold() not in _SUFFIX:
        return None
    factor = _SUFFIX[match["suffix"].casefold()]
    number = figures.read_number(match["figure"], language, whole=whole and factor == 1)
    if number is None:
        return None
    number *= factor
    if number >= _LARGEST or (whole and number % 1):
        return None
    return number


class RangeField(QWidget):
    """From and to; takes effect while typing.

    What is no number, or could be two, is marked, says why, and counts as what stood there before
    typing: "1,000" was 1 on the way.

    Signals:
        range_changed: the lowest and the highest number, None for an open end.
    """

    range_changed = Signal(object, object)

    def __init__(
        self, theme: Theme, language: str, parent: QWidget | None = None, *, whole: bool = False
    ) -> None:
        """Make it.

        Args:
            theme: the look.
            language: in which numbers are written.
            parent: what it is in.
            whole: both numbers have no parts; others would be rounded while they are typed.
        """
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._whole = whole
        self._before: list[Number | None] = [None, None]
        self._told: tuple[Number | None, Number | None] = (None, None)
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
            field.installEventFilter(self)
        column.addLayout(row)
        self._take_look()
        theme.changed.connect(self._take_look)

    def set_words(self, heading: str, from_words: str, to_words: str) -> None:
        """Set heading and hints in the language on show."""
        self.heading.setText(heading)
        for field, words in ((self.low, from_words), (self.high, to_words)):
            field.setPlaceholderText(words)
            field.setAccessibleName(f"{heading}: {words}")

    def set_range(self, low: Number | None, high: Number | None) -> None:
        """Show a range, without a signal; a field that means the same keeps its letters."""
        self._told = low, high
        for at, (field, number) in enumerate(((self.low, low), (self.high, high))):
            if self._is_wrong(field) and number == self._before[at]:
                continue  # it is being typed
            if number is None and not field.text().strip():
                continue
            if number is None or self._read(field) != number:
                field.setText("" if number is None else formats.number(number, self._language))
                self._before[at] = number
        self._mark()

    def _numbers(self) -> tuple[Number | None, Number | None]:
        """Return both ends; of a field that is wrong, the one from before."""
        low, high = (
            self._before[at] if self._is_wrong(field) else self._read(field)
            for at, field in enumerate((self.low, self.high))
        )
        return low, high

    @Slot()
    def _on_edited(self) -> None:
        self._mark()
        found = self._numbers()
        if found != self._told:
            self._told = found
            self.range_changed.emit(*found)

    def _is_wrong(self, field: QLineEdit) -> bool:
        return bool(field.text().strip()) and self._read(field) is None

    def _read(self, field: QLineEdit) -> Decimal | None:
        return read_number(field.text(), self._language, whole=self._whole)

    def _fault(self, field: QLineEdit) -> str:
        fault = figures.number_fault(field.text(), self._language, whole=self._whole)
        return fault.told(self._language)

    def _mark(self) -> None:
        tokens = self._theme.tokens
        for field in (self.low, self.high):
            wrong = self._is_wrong(field)
            set_text_colour(field, tokens.inks[Tone.BAD].text if wrong else tokens.text)
            told = self._fault(field) if wrong else ""
            field.setToolTip(told)
            field.setAccessibleDescription(told)

    @Slot()
    def _take_look(self) -> None:
        self.heading.setFont(scaled(self.font(), NOTE_PT, bold=True))
        set_text_colour(self.heading, self._theme.tokens.muted)
        self._mark()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._before = list(self._numbers())
        return super().eventFilter(watched, event)
