# SPDX-License-Identifier: MIT
"""Dialogs with their buttons below: those that ask, and those that are only read."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from azmodels_gui.window.ending import end

Button = QDialogButtonBox.StandardButton


class EndingDialog(QDialog):
    """Gone once it is closed, nothing waits for it any more and no dialog is open within it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        within = next(filter(QDialog.isVisible, self.findChildren(QDialog)), None)
        if within is None:
            end(self)
        else:  # a preview, while the sheet that was asked for before is written
            within.finished.connect(self._on_finished)


class AskingDialog(EndingDialog):
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
    """Read until it is closed; `open` it, nothing waits for it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, Button.Close, parent)
