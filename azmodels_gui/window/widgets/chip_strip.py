# SPDX-License-Identifier: MIT
"""Chips in lines, as a widget of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.window.models.cell_context import Chip
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_XS
from azmodels_gui.window.widgets.chip_painter import ChipPainter
from azmodels_gui.window.widgets.tones import scaled


class ChipStrip(QWidget):
    """As many lines as the width needs; read out as one text."""

    def __init__(self, chips: Sequence[Chip], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = tuple(chips)
        self._painter = ChipPainter(scaled(self.font(), NOTE_PT), theme.tokens)
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips on show."""
        return self._chips

    def _places(self, width: int) -> list[tuple[QRect, Chip]]:
        x = y = 0
        places = []
        for chip in self._chips:
            wide = min(self._painter.width(chip), width)
            if x and x + wide > width:
                x, y = 0, y + self._painter.height + SPACE_XS
            places.append((QRect(x, y, wide + 1, self._painter.height), chip))
            x += wide + SPACE_XS
        return places

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1][0].bottom() + 2 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(self._painter.total_width(self._chips), self._painter.height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._painter.height + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, chip in self._places(self.width()):
            self._painter.paint(painter, place, (chip,))
