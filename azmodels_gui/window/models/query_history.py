# SPDX-License-Identifier: MIT
"""The filter on show, with undo and redo."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.window.step_history import StepHistory, Undoable

TYPING = "typing"


class QueryHistory(Undoable, QObject):
    """Holds the one query that table, filters and chips show.

    Letters typed one after the other into the search field are one step.

    Signals:
        query_changed: the new query.
    """

    query_changed = Signal(object)

    def __init__(self, query: CatalogQuery | None = None) -> None:
        super().__init__()
        self.history: StepHistory[CatalogQuery] = StepHistory(query or CatalogQuery())

    @property
    def query(self) -> CatalogQuery:
        """The filter on show."""
        return self.history.value

    def change(self, query: CatalogQuery) -> None:
        """Go to another query as a step that can be taken back; an equal one is no step."""
        typing = replace(query, text=self.query.text) == self.query
        if self.history.change(query, TYPING if typing else None):
            self._show_step()

    def begin_with(self, query: CatalogQuery) -> None:
        """Start from a query, with nothing to take back."""
        self.history.begin_with(query)
        self._show_step()

    def change_text(self, text: str) -> None:
        """Search for other words."""
        self.change(replace(self.query, text=text))

    def remove(self, facet: Facet, value: str) -> None:
        """Take one value out of a facet."""
        self.change(self.query.with_values(facet, self.query.values(facet) - {value}))

    @Slot()
    def clear(self) -> None:
        """Go to the empty filter, as a step of its own: nobody took letters back in the field."""
        if self.history.change(CatalogQuery()):
            self._show_step()

    def _show_step(self) -> None:
        self.query_changed.emit(self.query)
