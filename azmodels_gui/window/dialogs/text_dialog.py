# SPDX-License-Identifier: MIT
"""A dialog that only shows text, such as "About"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_M, TITLE_PT
from azmodels_gui.window.widgets.plain_text import plain_label
from azmodels_gui.window.widgets.tones import scaled


class TextDialog(QDialog):
    """A title and paragraphs, plain text; `open` it, nothing waits for it."""

    def __init__(
        self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        heading = plain_label(title)
        heading.setFont(scaled(self.font(), TITLE_PT, bold=True))
        column.addWidget(heading)
        for paragraph in paragraphs:
            column.addWidget(plain_label(paragraph))
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
