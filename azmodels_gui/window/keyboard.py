# SPDX-License-Identifier: MIT
"""What keys do on whichever page is on show: Esc and F6, undo and redo."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from azmodels_gui.window.menus import Actions
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.step_history import Undoable

SUFFIX = ".json"


def dropped_catalog(dragged: QMimeData) -> Path | None:
    """Return the path of the one local JSON file that is dragged, else None."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX else None


class Keyboard(QObject):
    """Esc empties the search; F6 goes from part to part."""

    def __init__(
        self, window: QWidget, search: QLineEdit, finder: QLineEdit, stack: PageStack
    ) -> None:
        super().__init__(window)
        self._search = search
        self._finder = finder
        self._stack = stack
        QShortcut(QKeySequence("Esc"), window, self.empty_search)
        QShortcut(QKeySequence("F6"), window, self.next_part)

    @Slot()
    def empty_search(self) -> None:
        """Empty the search, or the field above the filters while it has the keyboard."""
        (self._finder if self._finder.hasFocus() else self._search).clear()

    @Slot()
    def next_part(self) -> None:
        """Go from part to part of the page on show, and round again."""
        parts = self._stack.page.parts()
        here = next((at for at, part in enumerate(parts) if _has_focus(part)), -1)
        if parts:
            parts[(here + 1) % len(parts)].setFocus()


def _has_focus(part: QWidget) -> bool:
    """Tell whether the keyboard is in a part: its field, or something inside it."""
    proxy, holder = part.focusProxy(), QApplication.focusWidget()
    inside = holder is not None and (part is holder or part.isAncestorOf(holder))
    return inside or (proxy is not None and _has_focus(proxy))


class UndoActions(QObject):
    """Connects two actions with what the page on show can take back, or else with the filter."""

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
