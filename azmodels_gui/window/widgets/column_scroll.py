# SPDX-License-Identifier: MIT
"""A column that is scrolled up and down only: never so narrow that something in it is cut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea


class ColumnScroll(QScrollArea):
    """As wide as the column in it at least asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        body, bar = self.widget(), self.verticalScrollBar()
        wide = 0 if body is None else body.minimumSizeHint().width()
        return QSize(wide + bar.sizeHint().width(), super().minimumSizeHint().height())
