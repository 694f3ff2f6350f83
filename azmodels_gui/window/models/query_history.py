# SPDX-License-Identifier: MIT
"""The filter on show, with undo and redo."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.window.step_history import StepHistory

TYPING = "typing"


class QueryHistory(QObject):
    """Holds the one query that table, filters and chips show.

    Letters typed one after the other into the search field are one step.

    Signals:
        query_changed: the new query.
    """

    query_changed = Signal(object)

    def __init__(self, query: CatalogQuery | None = None) -> None:
        super().__init__()
        self._steps = StepHistory(query or CatalogQuery())

    @property
    def query(self) -> CatalogQuery:
        """The filter on show."""
        return self._steps.value

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return self._steps.can_redo

    def change(self, query: CatalogQuery) -> None:
        """Go to another query as a step that can be taken back; an equal one is no step."""
        typing = replace(query, text=self.query.text) == self.query
        if self._steps.change(query, TYPING if typing else None):
            self._tell()

    def begin_with(self, query: CatalogQuery) -> None:
        """Start from a query, with nothing to take back."""
        self._steps.begin_with(query)
        self._tell()

    def change_text(self, text: str) -> None:
        """Search for other words."""
        self.change(replace(self.query, text=text))

    def remove(self, facet: Facet, value: str) -> None:
        """Take one value out of a facet."""
        self.change(self.query.with_values(facet, self.query.values(facet) - {value}))

    @Slot()
    def clear(self) -> None:
        """Go to the empty filter, as a step of its own: nobody took letters back in the field."""
        if self._steps.change(CatalogQuery()):
            self._tell()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self._steps.undo():
            self._tell()

    @Slot()
    def redo(self) -> None:
        """Take the last step again."""
        if self._steps.redo():
            self._tell()

    def _tell(self) -> None:
        self.query_changed.emit(self.query)
