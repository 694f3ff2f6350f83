# SPDX-License-Identifier: MIT
"""The consultant's notes, on a client and on a model for it, as Markdown in one place."""

from PySide6.QtCore import QSignalBlocker, QSize, QUrl, Signal, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTabWidget, QWidget

from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.cell_context import OnShow
from azmodels_gui.window.theme import SPACE_S
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.tab_stop import stop_at_bar
from azmodels_gui.window.widgets.texts import DeafBrowser

MOST_LETTERS = 100_000
"""What a client's file takes of a note."""
READ, WRITE = 0, 1
LEAST_PX = 24
"""A line of text: below what is told there is little room on a low screen."""


class Notes(QWidget):
    """A tab to read, one to write. Steps are those of the client, not of the field.

    Signals:
        edited: the text, as the user changes it.
        link_asked: a `QUrl` of a link in the notes.
    """

    edited = Signal(str)
    link_asked = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__()
        self.read, self.write, self.tabs = DeafBrowser(), QPlainTextEdit(), QTabWidget()
        stop_at_bar(self.tabs)
        self.read.setOpenLinks(False)
        self.read.setFrameShape(QFrame.Shape.NoFrame)
        self.write.setFrameShape(QFrame.Shape.NoFrame)
        self.read.setAccessibleName(tr("Notes on the client"))
        self.write.setAccessibleName(tr("Notes on the client, as Markdown"))
        for part in (self.read, self.write):
            part.setMinimumHeight(LEAST_PX)
        self.write.setPlaceholderText(tr("Notes as Markdown: **bold**, lists, links ..."))
        self.write.setUndoRedoEnabled(False)
        self.write.setTabChangesFocus(True)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.read, tr("Notes"))
        self.tabs.addTab(self.write, tr("Edit"))
        column((self.tabs, 1), within=self, edges=(0, SPACE_S, 0, 0))
        self.setFocusProxy(self.tabs)
        self.write.textChanged.connect(self._on_edited)
        self.read.anchorClicked.connect(self.link_asked)

    def show_text(self, text: str) -> None:
        """Show other notes, without a signal; the cursor stays where it can."""
        if text != self.write.toPlainText():
            at = self.write.textCursor().position()
            with QSignalBlocker(self.write):
                self.write.setPlainText(text)
            cursor = self.write.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.write.setTextCursor(cursor)
        self._show(text)

    def _show(self, text: str) -> None:
        no_html = QTextDocument.MarkdownFeature.MarkdownNoHTML
        github = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        shown = text or tr("*No notes yet.*")
        self.read.document().setMarkdown(shown, github | no_html)

    @Slot()
    def _on_edited(self) -> None:
        text = self.write.toPlainText()
        if len(text) > MOST_LETTERS:
            text = text[:MOST_LETTERS]
            self.show_text(text)
        self._show(text)
        self.edited.emit(text)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(260, 110)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.tabs.tabBar().sizeHint().height() + LEAST_PX + SPACE_S)


class ModelNotes(Notes):
    """Notes by the id of a model: they go on with its next version."""

    key = "notes"
    words = N_("Notes")

    def __init__(self, client: OpenClient) -> None:
        super().__init__()
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
