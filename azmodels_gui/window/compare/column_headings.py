# SPDX-License-Identifier: MIT
"""Headings of several lines; a line without room goes on in the next, at most once."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader

from azmodels_gui.window.theme.tokens import SPACE_S, SPACE_XS

BREAKS = " -._"
"""After these a name may go on in the next line."""


def broken(text: str, metrics: QFontMetrics, room_px: int) -> list[str]:
    """Return a text in one line or two, the second cut with dots where it has no room."""
    if metrics.horizontalAdvance(text) <= room_px:
        return [text]
    places = [at + 1 for at, letter in enumerate(text) if letter in BREAKS]
    fitting = [at for at in places if metrics.horizontalAdvance(text[:at].rstrip()) <= room_px]
    right = Qt.TextElideMode.ElideRight
    if not fitting:
        return [metrics.elidedText(text, right, room_px)]
    first, second = text[: fitting[-1]].rstrip(), text[fitting[-1] :]
    return [first, metrics.elidedText(second, right, room_px)]


class ColumnHeadings(QHeaderView):
    """Can be dragged into another order."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _lines(self, logical: int, text: str) -> list[str]:
        metrics, room = QFontMetrics(self._bold()), self.sectionSize(logical) - 2 * SPACE_S
        return [piece for line in text.split("\n") for piece in broken(line, metrics, room)]

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    # Qt overrides

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        option.text = "\n".join(self._lines(logicalIndex, option.text))

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        text = self.model().headerData(logicalIndex, self.orientation())
        count = len(self._lines(logicalIndex, str(text)))
        high = count * QFontMetrics(self._bold()).lineSpacing() + 2 * SPACE_XS + 1
        return QSize(size.width(), high)
