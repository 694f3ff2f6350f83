# SPDX-License-Identifier: MIT
"""What stands in place of pinned entries while there are none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.texts import plain_label

CONTEXT = "NothingPinned"


class NothingPinned(QWidget):
    """Says how to pin, and has a button that leads on."""

    def __init__(self, way_on: object) -> None:
        """Make it.

        Args:
            way_on: what the button says, marked for translation in the context of this class.
        """
        super().__init__()
        self._way_on = str(way_on)
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
        self._write_words()

    def _write_words(self) -> None:
        self.text.setText(
            tr(
                "Nothing is pinned. Select entries among the models and press the space bar: what "
                "is pinned stands here, also after a restart."
            )
        )
        self.button.setText(tr(self._way_on))
