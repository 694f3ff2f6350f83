# SPDX-License-Identifier: MIT
"""What the signs of a table mean, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.grids.grid import Ground, Mark
from azmodels_gui.window.grids.signs import GridSigns, paint_ground
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_XS
from azmodels_gui.window.widgets.layouts import FlowLayout
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

LegendItem = tuple[Mark | Ground, str]
"""A sign and its words."""
_PATCH = QSize(26, 16)


class _Sign(QWidget):
    def __init__(self, sign: Mark | Ground, theme: Theme, *, compact: bool) -> None:
        super().__init__()
        self._sign, self._theme, self._compact = sign, theme, compact
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        if isinstance(self._sign, Ground):
            return _PATCH
        side = self._signs().side + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        if isinstance(self._sign, Ground):
            paint_ground(painter, QRectF(self.rect()), self._sign, tokens)
        else:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, self._signs().mark_picture(self._sign, ratio))
        painter.end()

    def _signs(self) -> GridSigns:
        return GridSigns(self.font(), self._theme.tokens, compact=self._compact)


class GridLegend(QWidget):
    """Signs with their words; read by screen readers as one."""

    def __init__(self, theme: Theme, *, compact: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._compact = compact
        self._flow = FlowLayout(self, SPACE_XS)
        self._signs_shown: tuple[Mark | Ground, ...] = ()
        self._pairs: list[QWidget] = []
        self._words: list[QLabel] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Legend"))
        theme.changed.connect(self._take_look)

    def show_items(self, items: Sequence[LegendItem]) -> None:
        """Show other signs."""
        signs = tuple(sign for sign, _ in items)
        self.setAccessibleDescription(", ".join(words for _, words in items))
        if signs == self._signs_shown:
            for label, (_, words) in zip(self._words, items, strict=True):
                label.setText(words)
            return
        self._signs_shown = signs
        for gone in self._pairs:
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._pairs, self._words = [], []
        for sign, words in items:
            pair, label = QWidget(), QLabel(words)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, SPACE_M, 0)
            row.setSpacing(SPACE_XS)
            row.addWidget(_Sign(sign, self._theme, compact=self._compact))
            row.addWidget(label)
            self._words.append(label)
            self._pairs.append(pair)
            self._flow.addWidget(pair)
            pair.show()
        self._take_look()

    @Slot()
    def _take_look(self) -> None:
        for label in self._words:
            label.setFont(scaled(self.font(), NOTE_PT))
            set_text_colour(label, self._theme.tokens.muted)
        self.update()
