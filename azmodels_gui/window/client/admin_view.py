# SPDX-License-Identifier: MIT
"""The commands that a client's administrator runs: to be read, narrowed and copied."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTabWidget, QWidget

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.clients.admin_commands import Shell, admin_commands
from azmodels_gui.language.words import tr
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.theme import SPACE_L, SPACE_S, Theme
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.region_chips import RegionChips, RegionWords
from azmodels_gui.window.widgets.tab_stop import stop_at_bar
from azmodels_gui.window.widgets.texts import plain_label

DIALOG_PX = (760, 520)
LETTERS = 24
"""Width of the field that adds a region."""
SHELLS = {Shell.BASH: "bash", Shell.POWERSHELL: "PowerShell"}


class AdminCommands(QWidget):
    """Says what the commands do, and shows them for bash and PowerShell.

    Signals:
        copied: what was put into the clipboard, in a sentence.
    """

    copied = Signal(str)

    def __init__(self, parts: PageParts) -> None:
        super().__init__()
        theme, self._current = parts.around.theme, parts.around.current
        self.about = plain_label(
            tr(
                "The client's administrator runs these in Azure Cloud Shell, or wherever az is "
                "signed in. They only read: listed models, quota, resources and deployments of "
                "the subscription in use. What they print goes into files of a folder, to be sent "
                "to you; drop those on this window. No key is asked for, and ids are not kept."
            )
        )
        self.regions = _regions(theme, self._current.catalog)
        self.regions.choose(sorted(parts.history.query.regions))
        self.tabs, self.texts = QTabWidget(), dict[Shell, QPlainTextEdit]()
        stop_at_bar(self.tabs)
        self.copy_button = QPushButton(tr("&Copy"))
        FollowingIcon(self.copy_button, "copy", theme)
        for shell, name in SHELLS.items():
            text = QPlainTextEdit(readOnly=True)
            text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            text.setAccessibleName(tr("Commands for {shell}").replace("{shell}", name))
            text.setTabChangesFocus(True)
            self.texts[shell] = text
            self.tabs.addTab(text, name)
        bar = row(self.regions.field, 1, self.copy_button, gap=SPACE_S)
        parts_below = (self.about, bar, self.regions, (self.tabs, 1))
        column(*parts_below, within=self, gap=SPACE_S)
        self.regions.edited.connect(self._write)
        self.copy_button.clicked.connect(self.copy)
        self._current.changed.connect(self._write)
        self._write()

    @property
    def shell(self) -> Shell:
        """What the commands on show are for."""
        return tuple(SHELLS)[self.tabs.currentIndex()]

    @Slot()
    def copy(self) -> None:
        """Put the commands on show into the clipboard."""
        QGuiApplication.clipboard().setText(self.texts[self.shell].toPlainText())
        words = tr("The commands for {shell} were copied.")
        self.copied.emit(words.replace("{shell}", SHELLS[self.shell]))

    @Slot()
    def _write(self) -> None:
        chosen = self.regions.ids()
        every = [region.id for region in self._current.catalog.regions]
        for shell, text in self.texts.items():
            text.setPlainText(admin_commands(chosen or every, shell))


def _regions(theme: Theme, catalog: Catalog) -> RegionChips:
    words = RegionWords(tr("All regions; add one"), tr("Add region"), tr("No longer ask this one"))
    made = RegionChips(theme, words)
    made.field.setMinimumContentsLength(LETTERS)
    named = sorted(catalog.regions, key=lambda region: region.name)
    made.offer({region.id: region.name for region in named})
    return made


class AdminCommandsDialog(AskingDialog):
    """The same in a window of its own; `open` it, nothing waits for it."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("Commands for the client's administrator"), Button.Close, parent)
        self.commands, self.said = AdminCommands(parts), plain_label()
        self.commands.copied.connect(self.said.setText)
        self.commands.copy_button.setAutoDefault(False)  # its icon is not that of a filled button
        below = row((self.said, 1), self.buttons, gap=SPACE_S)
        column((self.commands, 1), below, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        self.resize(*DIALOG_PX)
