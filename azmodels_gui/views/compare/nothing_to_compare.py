# SPDX-License-Identifier: MIT
"""What stands in place of the comparison while nothing is pinned."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from azmodels_gui.views.plain_text import plain_label
from azmodels_gui.views.theme.tokens import SPACE_L, SPACE_S


class NothingToCompare(QWidget):
    """Says how to pin, and has a button that leads there."""

    def __init__(self) -> None:
        super().__init__()
        self.text = plain_label()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.text.setText(
            self.tr(
                "Nothing is pinned yet. Select models in the table and press Space: pinned "
                "models stand here side by side, and stay pinned after a restart."
            )
        )
        self.button.setText(self.tr("Go to the models"))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
