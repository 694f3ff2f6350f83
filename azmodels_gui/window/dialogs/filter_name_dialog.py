# SPDX-License-Identifier: MIT
"""Asks for the name under which a filter is saved."""

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.saved_filters import LONGEST_NAME
from azmodels_gui.window.widgets.texts import plain_label


class FilterNameDialog(QDialog):
    """A name that is not empty; says when it would replace another filter."""

    def __init__(self, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = frozenset(taken)
        self.setWindowTitle(tr("Save filter"))
        self.setMinimumWidth(320)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        label = QLabel(tr("&Name of the filter:"))
        label.setBuddy(self.name)
        self.hint = plain_label()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        column = QVBoxLayout(self)
        for widget in (label, self.name, self.hint, self.buttons):
            column.addWidget(widget)
        self._on_edited()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._on_edited)

    @classmethod
    def ask(cls, taken: Collection[str], parent: QWidget | None = None) -> str | None:
        """Return the name the user chose, or None when cancelled."""
        dialog = cls(taken, parent)
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def chosen(self) -> str:
        """Return the name without spaces around it."""
        return " ".join(self.name.text().split())

    @Slot()
    def _on_edited(self) -> None:
        name = self.chosen()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(name))
        replaces = name in self._taken
        self.hint.setText(tr("This replaces the filter of that name.") if replaces else "")
