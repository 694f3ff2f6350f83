# SPDX-License-Identifier: MIT
"""Keys that belong to no menu: Esc and F6."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from azmodels_gui.window.page_stack import PageStack

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
