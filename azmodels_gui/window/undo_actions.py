# SPDX-License-Identifier: MIT
"""Undo and redo of the page on show: what it can take back itself, or else the filter."""

from PySide6.QtCore import QObject, Slot

from azmodels_gui.window.actions import Actions
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.step_history import Undoable


class UndoActions(QObject):
    """Connects two actions with whatever the page on show can take back."""

    def __init__(self, actions: Actions, stack: PageStack, history: Undoable) -> None:
        super().__init__(stack)
        self._undo, self._redo = actions["undo"], actions["redo"]
        self._stack = stack
        self._history = history
        self._undo.triggered.connect(self._on_undo)
        self._redo.triggered.connect(self._on_redo)
        stack.currentChanged.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Offer what is possible now."""
        undoable = self._undoable()
        self._undo.setEnabled(undoable.can_undo)
        self._redo.setEnabled(undoable.can_redo)

    def _undoable(self) -> Undoable:
        return self._stack.page.undoable or self._history

    @Slot()
    def _on_undo(self) -> None:
        self._undoable().undo()

    @Slot()
    def _on_redo(self) -> None:
        self._undoable().redo()
