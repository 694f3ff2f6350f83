# SPDX-License-Identifier: MIT
"""What the signs in the cells of the matrix mean."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from azmodels_gui.catalog.labels import SCOPES as SCOPE_WORDS
from azmodels_gui.catalog.labels import label
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.cell_signs import paint_scope
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_L, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

_SMALLEST_PX = 9
_LETTERS = {"–": Tone.MUTED, "?": Tone.MUTED, "!": Tone.WARN}


class LegendSign(QWidget):
    """One sign of the matrix, alone."""

    def __init__(self, sign: Scope | str, theme: Theme) -> None:
        super().__init__()
        self._sign = sign
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @property
    def _side(self) -> int:
        return max(_SMALLEST_PX, round(self.fontMetrics().height() * 0.6))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._side + SPACE_XS, self._side + SPACE_XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if isinstance(self._sign, Scope):
            top = (self.height() - self._side) / 2
            paint_scope(painter, QRectF(1, top, self._side, self._side), self._sign, tokens)
            return
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.inks[_LETTERS[self._sign]].text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)


class Legend(QWidget):
    """Signs with their words, in two columns, and how a cell is read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        signs: tuple[Scope | str, ...] = (
            Scope.REGIONAL,
            Scope.DATA_ZONE,
            Scope.GLOBAL,
            "–",
            "?",
            "!",
        )
        self._no = ""
        self.words = {sign: QLabel() for sign in signs}
        self.reading = QLabel()
        self._build()
        self._write()
        self._take_look()
        theme.changed.connect(self._take_look)

    def show_no(self, words: str) -> None:
        """Say how old a no is; it is told with its date."""
        self._no = words
        self._write()

    def texts(self) -> list[str]:
        """Return every text on show."""
        return [*(each.text() for each in self.words.values()), self.reading.text()]

    def _write(self) -> None:
        words: dict[Scope | str, str] = {
            **{scope: label(SCOPE_WORDS, scope.value) for scope in Scope},
            "–": self._no,
            "?": tr("unknown, not “no”"),
            "!": tr("conflicting sources"),
        }
        for sign, text in self.words.items():
            text.setText(words[sign])
        self.reading.setText(
            tr("In a cell: left per token, middle PTU, right batch; dot: not offered")
        )
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(", ".join(self.texts()))

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(1)
        for number, (sign, text) in enumerate(self.words.items()):
            pair = QHBoxLayout()
            pair.setSpacing(SPACE_XS)
            pair.addWidget(LegendSign(sign, self._theme))
            pair.addWidget(text, 1)
            grid.addLayout(pair, number % 3, number // 3)
        grid.addWidget(self.reading, 3, 0, 1, 2)
        grid.setColumnMinimumWidth(0, SPACE_S)

    @Slot()
    def _take_look(self) -> None:
        small = scaled(self.font(), NOTE_PT)
        for text in (*self.words.values(), self.reading):
            text.setFont(small)
            set_text_colour(text, self._theme.tokens.muted)
