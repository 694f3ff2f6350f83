# SPDX-License-Identifier: MIT
"""The filter on show, with undo and redo."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.query import CatalogQuery, Facet

KEPT_STEPS = 200


class QueryHistory(QObject):
    """Holds the one query that table, filters and chips show.

    Letters typed one after the other into the search field are one step.

    Signals:
        query_changed: the new query.
    """

    query_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._query = CatalogQuery()
        self._before: list[CatalogQuery] = []
        self._after: list[CatalogQuery] = []
        self._typing = False

    @property
    def query(self) -> CatalogQuery:
        """The filter on show."""
        return self._query

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._after)

    def change(self, query: CatalogQuery) -> None:
        """Go to another query as a step that can be taken back; an equal one is no step."""
        if query == self._query:
            return
        typing = replace(query, text=self._query.text) == self._query
        if not (typing and self._typing):
            self._before = [*self._before, self._query][-KEPT_STEPS:]
        self._typing = typing
        self._after.clear()
        self._show(query)

    def begin_with(self, query: CatalogQuery) -> None:
        """Start from a query, with nothing to take back."""
        self._before.clear()
        self._after.clear()
        self._typing = False
        self._show(query)

    def change_text(self, text: str) -> None:
        """Search for other words."""
        self.change(replace(self._query, text=text))

    def remove(self, facet: Facet, value: str) -> None:
        """Take one value out of a facet."""
        self.change(self._query.with_values(facet, self._query.values(facet) - {value}))

    @Slot()
    def clear(self) -> None:
        """Go to the empty filter."""
        self.change(CatalogQuery())

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._after.append(self._query)
            self._typing = False
            self._show(self._before.pop())

    @Slot()
    def redo(self) -> None:
        """Take the last step again."""
        if self._after:
            self._before.append(self._query)
            self._typing = False
            self._show(self._after.pop())

    def _show(self, query: CatalogQuery) -> None:
        self._query = query
        self.query_changed.emit(query)
