# SPDX-License-Identifier: MIT
"""Above the negotiated prices: those that the open client has agreed, to be taken or kept."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QToolButton, QWidget

from azmodels_gui.calculator.agreed import DISCOUNTS, agreed_figures, with_agreed
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.language.figures import read_day
from azmodels_gui.language.words import tr
from azmodels_gui.window import formats
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import NOTE_PT, SPACE_L, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import plain_label, scaled, set_text_colour

if TYPE_CHECKING:
    from azmodels_gui.clients.client import Agreement, Client

LONGEST_NOTE = 1_000
LONGEST_DAY = 10
DIALOG_PX = 380


class Kept(NamedTuple):
    """What is said of figures that are kept as a client's."""

    agreed_on: date
    note: str
    for_all: bool
    """They hold for all models that have none of their own."""


class KeepDialog(AskingDialog):
    """Of which day, with a note, and for which models."""

    def __init__(
        self, model: str, today: date, *, only_discounts: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Prices of the client"), Button.Save | Button.Cancel, parent)
        self.setMinimumWidth(DIALOG_PX)
        self.day = QLineEdit(today.isoformat(), maxLength=LONGEST_DAY)
        self.note = QLineEdit(maxLength=LONGEST_NOTE)
        day, note = QLabel(tr("&As of (2026-11-22 or 22.11.2026):")), QLabel(tr("&Note:"))
        day.setBuddy(self.day)
        note.setBuddy(self.note)
        self.for_all = QCheckBox(tr("For all &models, not for {model} alone").format(model=model))
        self.for_all.setEnabled(only_discounts)
        self.for_all.setToolTip("" if only_discounts else tr("Prices are those of one model."))
        parts = (day, self.day, note, self.note, self.for_all, self.buttons)
        column(*parts, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        self.day.textChanged.connect(self._on_day)

    def kept(self) -> Kept | None:
        """Return what was said; None: the day is none."""
        day = read_day(self.day.text())
        note = " ".join(self.note.text().split())
        return None if day is None else Kept(day, note, self.for_all.isChecked())

    @Slot()
    def _on_day(self) -> None:
        save = self.buttons.button(Button.Save)
        save.setEnabled(self.kept() is not None)


AskKept = Callable[[str, date, bool, QWidget], Kept | None]
"""Given the model, today, and whether only discounts are stated."""


def ask_kept(model: str, today: date, only_discounts: bool, parent: QWidget) -> Kept | None:
    """Ask; None: cancelled."""
    dialog = KeepDialog(model, today, only_discounts=only_discounts, parent=parent)
    return dialog.kept() if dialog.exec() == QDialog.DialogCode.Accepted else None


class AgreedLine(QWidget):
    """Hidden while no client is open; nothing is taken unless the user does.

    Attributes:
        ask: asks what to say of figures that are to be kept.

    Signals:
        inputs_asked: the `Inputs` with the figures of the agreement.
    """

    inputs_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: str,
        client: OpenClient,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._today = theme, language, today
        self._client, self._inputs = client, Inputs()
        self.ask: AskKept = ask_kept
        self.text = plain_label(parent=self)
        self.take, self.keep = QToolButton(self), QToolButton(self)
        for button in (self.take, self.keep):
            button.setProperty("kind", "framed")
        buttons = row(self.take, self.keep, 1, gap=SPACE_XS)
        column(self.text, buttons, within=self, gap=SPACE_XS, edges=(0, SPACE_S, 0, 0))
        self.take.setText(tr("Reckon with them"))
        self.take.clicked.connect(self._on_take)
        self.keep.clicked.connect(self._on_keep)
        client.changed.connect(self._show)
        self._show()

    def show_inputs(self, inputs: Inputs) -> None:
        """Show what is agreed for the model of these inputs."""
        self._inputs = inputs
        self._show()

    def fitted(self, inputs: Inputs) -> Inputs:
        """Return inputs of another model with its own agreement, where one was reckoned with."""
        found = self._agreement(inputs.model)
        if found is None:
            return with_agreed(inputs, {}, None)
        return with_agreed(inputs, found.figures, found.agreed_on)

    def take_look(self) -> None:
        """Take the colours of the look."""
        self.text.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.text, self._theme.tokens.muted)

    def _agreement(self, model: str) -> "Agreement | None":
        client = self._client.client
        if client is None or not client.agreed:
            return None
        from azmodels_gui.clients.client import agreement_for

        return agreement_for(model, client.agreed)

    @Slot()
    def _show(self) -> None:
        client, found = self._client.client, self._agreement(self._inputs.model)
        stated = agreed_figures(self._inputs)
        self.setVisible(client is not None and bool(found or stated))
        if client is None:
            return
        taken = found is not None and self.fitted(self._inputs) == self._inputs
        self.text.setText(self._told(client, found, taken=taken))
        self.text.setToolTip(tool_tip(found.note) if found is not None else "")
        self.take.setVisible(found is not None and not taken)
        self.keep.setVisible(not taken)
        forget = not stated and found is not None
        words = tr("Forget them") if forget else tr("Keep as the client's ...")
        self.keep.setText(words)

    def _told(self, client: "Client", found: "Agreement | None", *, taken: bool) -> str:
        if found is None:
            return tr("What is stated here is not yet kept for the client.")
        words = tr("{client} has agreed prices, as of {day}.")
        if taken:
            words = tr("These are the prices that {client} has agreed, as of {day}.")
        day = formats.day(found.agreed_on, self._language)
        told = words.replace("{day}", day).replace("{client}", client.name)
        return f"{told} {found.note}".strip()

    @Slot()
    def _on_take(self) -> None:
        self.inputs_asked.emit(self.fitted(self._inputs))

    @Slot()
    def _on_keep(self) -> None:
        client, inputs = self._client.client, self._inputs
        if client is None:
            return
        from azmodels_gui.clients.client import Agreement, with_agreement

        figures, found = agreed_figures(inputs), self._agreement(inputs.model)
        if not figures and found is not None:
            gone = found.model_copy(update={"figures": {}})
            self._client.change(client.but(agreed=with_agreement(client.agreed, gone)))
            return
        only_discounts = set(figures) <= set(DISCOUNTS)
        kept = self.ask(inputs.model, self._today, only_discounts, self)
        if kept is None:
            return
        model = "" if kept.for_all else inputs.model
        made = Agreement(model=model, figures=figures, agreed_on=kept.agreed_on, note=kept.note)
        self._client.change(client.but(agreed=with_agreement(client.agreed, made)))
        self.inputs_asked.emit(with_agreed(inputs, figures, kept.agreed_on))
