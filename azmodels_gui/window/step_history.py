# SPDX-License-Identifier: MIT
"""Undo and redo, for whatever the user changes step by step."""

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.query import CatalogQuery

T = TypeVar("T")
KEPT_STEPS = 200


class StepHistory(Generic[T]):
    """Holds one frozen value; equal ones are no step.

    Changes of the same kind, one directly after the other, are one step: letters typed into a
    field, a bar that is dragged.
    """

    def __init__(self, value: T) -> None:
        self._value = value
        self._before: list[T] = []
        self._after: list[T] = []
        self._kind: Hashable = None

    @property
    def value(self) -> T:
        """The value that holds now."""
        return self._value

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._after)

    def change(self, value: T, kind: Hashable = None) -> bool:
        """Go to another value; False if it is the same.

        Args:
            value: the new value.
            kind: what was changed; None: always a step of its own.
        """
        if value == self._value:
            return False
        if kind is None or kind != self._kind:
            self._before = [*self._before, self._value][-KEPT_STEPS:]
        elif self._before and value == self._before[-1]:
            self._before.pop()  # typed and taken back in the field: no step at all
            kind = None
        self._kind = kind
        self._after.clear()
        self._value = value
        return True

    def look_at(self, value: T) -> None:
        """Hold a value that differs in what is on show only: nothing to take back."""
        self._kind = None
        self._value = value

    def begin_with(self, value: T) -> None:
        """Start from a value, with nothing to take back."""
        self._before.clear()
        self._after.clear()
        self._kind = None
        self._value = value

    def copied(self) -> "StepHistory[T]":
        """Return another history of the same steps."""
        made = StepHistory(self._value)
        made._before, made._after, made._kind = self._before[:], self._after[:], self._kind
        return made

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Take the step again that was taken back; False if there is none."""
        return self._step(self._after, self._before)

    def _step(self, back: list[T], forth: list[T]) -> bool:
        self._kind = None
        if not back:
            return False
        forth.append(self._value)
        self._value = back.pop()
        return True


class Undoable:
    """What has steps that can be taken back and made again."""

    history: StepHistory[Any]

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return self.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return self.history.can_redo

    def undo(self) -> None:
        """Take the last step back."""
        if self.history.undo():
            self._show_step()

    def redo(self) -> None:
        """Make the step again that was taken back."""
        if self.history.redo():
            self._show_step()

    def _show_step(self) -> None:
        """Show what holds after a step back or forth."""
        raise NotImplementedError


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

    def ask_again(self) -> None:
        """Let everybody answer the same query anew: what it is answered from has changed."""
        self._show_step()

    def change_text(self, text: str) -> None:
        """Search for other words."""
        self.change(replace(self.query, text=text))

    @Slot()
    def clear(self) -> None:
        """Go to the empty filter, as a step of its own: nobody took letters back in the field."""
        if self.history.change(CatalogQuery()):
            self._show_step()

    def _show_step(self) -> None:
        self.query_changed.emit(self.query)
