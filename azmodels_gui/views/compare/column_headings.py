# SPDX-License-Identifier: MIT
"""Headings of several lines, each of which is cut with dots where it has no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader

from azmodels_gui.views.theme.tokens import SPACE_S


class ColumnHeadings(QHeaderView):
    """Can be dragged into another order."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    # Qt overrides

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        font = self.font()
        font.setBold(True)
        room = self.sectionSize(logicalIndex) - 2 * SPACE_S
        metrics, right = QFontMetrics(font), Qt.TextElideMode.ElideRight
        lines = (metrics.elidedText(line, right, room) for line in option.text.split("\n"))
        option.text = "\n".join(lines)
