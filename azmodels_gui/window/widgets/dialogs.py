# SPDX-License-Identifier: MIT
"""Dialogs with their buttons below: those that ask, and those that are only read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

Button = QDialogButtonBox.StandardButton


class AskingDialog(QDialog):
    """Accepted or closed by its buttons.

    Attributes:
        buttons: to be put below what is asked.
    """

    def __init__(self, title: str, buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.buttons = QDialogButtonBox(buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)


class ClosingDialog(AskingDialog):
    """Gone once it is closed; `open` it, nothing waits for it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, Button.Close, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
