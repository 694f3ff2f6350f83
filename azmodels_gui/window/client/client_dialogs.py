# SPDX-License-Identifier: MIT
"""What is asked about clients' files: a name, a file, what to do with what cannot be saved."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QMessageBox, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.ending import end
from azmodels_gui.window.theme import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.files import WantedFile, ask_file
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import plain_label

SUFFIX = ".azclient"
LONGEST_NAME = 200
WIDTH_PX = 420


class NewClient(NamedTuple):
    """What is to be made."""

    name: str
    as_shown: bool
    """Pins, filter and scenarios on show are the client's first ones."""


class NewClientDialog(AskingDialog):
    """A name, and with what the client begins."""

    def __init__(self, *, as_shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(tr("New client"), Button.Save | Button.Cancel, parent)
        self.setMinimumWidth(WIDTH_PX)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        label = QLabel(tr("&Name of the client:"))
        label.setBuddy(self.name)
        self.as_shown = QCheckBox(tr("&Begin with the pins, filter and scenarios on show"))
        self.as_shown.setChecked(as_shown)
        self.hint = plain_label()
        self.hint.setText(
            tr(
                "Everything of this client is kept in one file. Contacts, keys and ids of "
                "subscriptions are never in it."
            )
        )
        self.buttons.button(Button.Save).setText(tr("&Save as ..."))
        parts = (label, self.name, self.as_shown, self.hint, self.buttons)
        column(*parts, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        self.name.textChanged.connect(self._on_edited)
        self._on_edited()

    @classmethod
    def ask(cls, as_shown: bool, parent: QWidget) -> NewClient | None:
        """Return what the user wants, or None when cancelled."""
        dialog = cls(as_shown=as_shown, parent=parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return NewClient(dialog.chosen(), dialog.as_shown.isChecked())

    def chosen(self) -> str:
        """Return the name without spaces around it."""
        return " ".join(self.name.text().split())

    @Slot()
    def _on_edited(self) -> None:
        self.buttons.button(Button.Save).setEnabled(bool(self.chosen()))


class Unsaved(Enum):
    """What to do with changes that the file does not take."""

    STAY = auto()
    SAVE_AS = auto()
    LEAVE = auto()


def ask_about_unsaved(why: str, parent: QWidget) -> Unsaved:
    """Ask what to do with what could not be saved."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(why)
    box.setInformativeText(
        tr("Without saving, what you changed is kept among the versions of the file only.")
    )
    role = QMessageBox.ButtonRole
    stay = box.addButton(tr("&Stay"), role.RejectRole)
    save = box.addButton(tr("Save &as ..."), role.AcceptRole)
    leave = box.addButton(tr("&Leave without saving"), role.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    end(box)
    if box.clickedButton() is save:
        return Unsaved.SAVE_AS
    return Unsaved.LEAVE if box.clickedButton() is leave else Unsaved.STAY


AskClient = Callable[[QWidget], Path | None]
"""Returns the file the user chose, or None when cancelled."""


def ask_client_file(parent: QWidget) -> Path | None:
    """Ask with the system's own dialog."""
    words = tr("Clients")
    return ask_file(parent, tr("Open client"), f"{words} (*{SUFFIX})")


def wanted_file(name: str, beside: Path | None) -> WantedFile:
    """Return what is proposed for a client's file.

    Args:
        name: of the client.
        beside: a file whose folder is proposed; None: the user's documents.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if beside is None else beside.parent
    letters = "".join(each if each.isalnum() or each in " -_" else "-" for each in name).strip()
    path = folder / f"{letters or 'client'}{SUFFIX}"
    return WantedFile(tr("Save client"), tr("Client"), SUFFIX, path)
