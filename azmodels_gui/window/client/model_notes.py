# SPDX-License-Identifier: MIT
"""The consultant's notes on a model for the open client, beside what the catalogue says of it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window.client.notes import READ, Notes
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.cell_context import OnShow


class ModelNotes(Notes):
    """Notes by the id of a model: they go on with its next version."""

    key = "notes"
    words = N_("Notes")

    def __init__(self, client: OpenClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._model = ""
        self.tabs.setTabText(READ, tr("Read"))  # the tab around it is called after the notes
        self.write.setUndoRedoEnabled(True)  # steps of the page beside are those of the filter
        self.edited.connect(self._on_edited_note)
        client.changed.connect(self._follow)

    def show_entry(self, shown: OnShow) -> None:
        """Show the notes on the model of an entry."""
        self._model = shown.entry.model.id
        name = tr("Notes on {model}").replace("{model}", self._model)
        self.read.setAccessibleName(name)
        self.write.setAccessibleName(name)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        client = self._client.client
        self.show_text("" if client is None else client.model_notes.get(self._model, ""))

    @Slot(str)
    def _on_edited_note(self, text: str) -> None:
        client = self._client.client
        if client is None or not self._model:
            return
        notes = {**client.model_notes, self._model: text}
        kept = {model: note for model, note in notes.items() if note}
        self._client.change(client.but(model_notes=kept), ("model_notes", self._model))
