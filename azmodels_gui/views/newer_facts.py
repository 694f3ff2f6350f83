# SPDX-License-Identifier: MIT
"""How much of the catalogue on show is newer than this program, for the status bar."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.loading import goes_beyond, unknown_facts
from azmodels_gui.catalog.schema_faults import UnknownFact, unknown_sentence
from azmodels_gui.qtmodels.latest_task import LatestTask
from azmodels_gui.views.plain_text import tool_tip

SHOWN_PLACES = 10


class NewerFacts(QLabel):
    """One sentence, with the places as a tool tip; hidden where all is known."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._facts: tuple[UnknownFact, ...] = ()
        self._counting = LatestTask(self)
        self._counting.succeeded.connect(self._on_counted)
        self.hide()

    def show_catalog(self, catalog: Catalog) -> None:
        """Count in the background what is not known of a catalogue, if anything may be."""
        self._on_counted(())
        self._counting.drop()
        if goes_beyond(catalog):
            self._counting.ask(lambda: unknown_facts(catalog))

    @Slot(object)
    def _on_counted(self, facts: tuple[UnknownFact, ...]) -> None:
        self._facts = facts
        self.setText(unknown_sentence(len(facts), self._language))
        more = ["…"] if len(facts) > SHOWN_PLACES else []
        self.setToolTip(tool_tip("\n".join([*map(_told, facts[:SHOWN_PLACES]), *more])))
        self.setVisible(bool(facts))


def _told(fact: UnknownFact) -> str:
    return fact.place if fact.word is None else f"{fact.place}: {fact.word}"
