# SPDX-License-Identifier: MIT
"""A field that adds models by name, one after the other, without leaving the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.labels import STAGES, label
from azmodels_gui.catalog.query import CatalogQuery

LONGEST_NAMES = 1_000
SHOWN_NAMES, MOST_NAMES = 12, 100
BETWEEN = re.compile(r"[,;\n\t]")
"""What parts names from each other, typed or pasted."""


def best_hits(index: CatalogIndex, text: str) -> Iterator[Entry]:
    """Yield what a search finds, as the table of models ranks it: the newest version first."""
    if text.strip():
        rows = index.run(CatalogQuery(text=text)).rows_by_rank()
        yield from (index.entries[row] for row in rows)


class EntryField(QLineEdit):
    """Offers names while one types; Enter, a click or a comma takes the one that stands out.

    Several names with commas between them, also pasted ones, are all taken.

    Signals:
        chosen: keys of the entries that were asked for.
        not_found: a name that no entry has.
    """

    chosen = Signal(object)
    not_found = Signal(str)

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        self._index: CatalogIndex | None = None
        self._without: frozenset[EntryKey] = frozenset()
        self._found: tuple[Entry, ...] = ()
        self._names = QStringListModel(self)
        self.list = QCompleter(self._names, self)
        self.popup = QListView()
        self.list.setPopup(self.popup)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list.setMaxVisibleItems(SHOWN_NAMES)
        self.list.setWidget(self)  # not `setCompleter`: that writes into the field
        self.setMaxLength(LONGEST_NAMES)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(hint)
        self.popup.clicked.connect(self._on_picked)
        self.textEdited.connect(self._on_text)

    def offer(self, index: CatalogIndex, without: Sequence[EntryKey]) -> None:
        """Offer the entries of a catalogue but for some that are there already."""
        self._index = index
        self._without = frozenset(without)

    def _fitting(self, text: str) -> tuple[Entry, ...]:
        found = () if self._index is None else best_hits(self._index, text)
        offered = (each for each in found if each.key not in self._without)
        return tuple(islice(offered, MOST_NAMES))

    def _told(self, entry: Entry) -> str:
        """Return the name, with a warning where nobody should begin with it any more."""
        if self._index is None:
            return entry.title
        stage = entry.stage_on(self._index.today)
        words = label(STAGES, "past_date" if stage.past_date else "retired")
        return entry.title if stage.usable else f"{entry.title} ({words})"

    def _take(self, *entries: Entry) -> None:
        self.popup.hide()
        self.clear()
        if entries:
            self.chosen.emit(tuple(dict.fromkeys(entry.key for entry in entries)))

    def _take_all(self, names: Iterable[str]) -> None:
        """Take the best entry for each name; names that none has are told."""
        found = []
        for name in filter(None, map(str.strip, names)):
            fitting = self._fitting(name)
            if fitting:
                found.append(fitting[0])
            else:
                self.not_found.emit(name)
        self._take(*found)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        *whole, begun = BETWEEN.split(text)
        if whole:
            self._take_all(whole)
            self.setText(begun.lstrip())
        self._found = self._fitting(begun)
        self._names.setStringList([self._told(entry) for entry in self._found])
        if self._found:
            self.list.complete()
            self.popup.setCurrentIndex(self._names.index(0))
        else:
            self.popup.hide()

    @Slot(QModelIndex)
    def _on_picked(self, picked: QModelIndex) -> None:
        if 0 <= picked.row() < len(self._found):
            self._take(self._found[picked.row()])

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            at = self.popup.currentIndex().row() if self.popup.isVisible() else -1
            if 0 <= at < len(self._found):
                self._take(self._found[at])
            else:
                self._take_all([self.text()])
        else:
            super().keyPressEvent(event)
