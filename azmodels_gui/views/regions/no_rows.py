# SPDX-License-Identifier: MIT
"""What stands in place of the regions when there is no entry to show."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from azmodels_gui.views.plain_text import plain_label
from azmodels_gui.views.theme.tokens import SPACE_L, SPACE_S


class NothingPinned(QWidget):
    """Says how to pin, and offers the way to the filter's entries.

    Signals:
        filter_asked: show the entries that fit the filter instead.
    """

    filter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = plain_label()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter_button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.filter_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self.retranslate()
        self.filter_button.clicked.connect(self.filter_asked)

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.text.setText(
            self.tr(
                "Nothing is pinned. Press the space bar on an entry, here or among the models, "
                "to pin it."
            )
        )
        self.filter_button.setText(self.tr("Show the entries as filtered"))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
