# SPDX-License-Identifier: MIT
"""One window for many tests: each finds in it what a new one shows, or gets a new one."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.calculator.calculator_page import CalculatorPage, HandedOn
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import PageState
from azmodels_gui.window.step_history import StepHistory

SHOWN = ("text", "toPlainText", "currentText", "isChecked", "value", "toolTip")
"""What widgets of several kinds tell of themselves."""


class First(NamedTuple):
    """What a window was when it was new."""

    page: PageState
    asked: CatalogIndex
    holder: QWidget | None
    seen: Hashable


class KeptWindow:
    """Holds a window of the calculator, and makes one where the last test left too much behind."""

    def __init__(self, make: Callable[[], MainWindow]) -> None:
        self.make = make
        self._window: MainWindow | None = None
        self._first: First | None = None

    def window(self) -> MainWindow:
        """Return a window that shows what a new one does, with nothing to take back."""
        if self._window is not None and self._first is not None:
            # Hidden, the hours keep which of them was chosen: nobody sees it, and a test may.
            drawn = calculator_of(self._window).results.profile.isVisible()
            put_back(self._window, self._first)
            if not drawn and seen(self._window) == self._first.seen:
                return self._window
            self.close()
        self._window = made = self.make()
        page = calculator_of(made)
        kept = (page.state(), made.parts.around.current.index, made.focusWidget())
        self._first = First(*kept, seen(made))
        return made

    def close(self) -> None:
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._window = None


def calculator_of(window: MainWindow) -> CalculatorPage:
    """Return the page of a window, made now if it was not yet."""
    (lazy,) = (page for page in window.pages[1:] if page.key == "calculator")
    assert isinstance(lazy.page, CalculatorPage)
    return lazy.page


def put_back(window: MainWindow, first: First) -> None:
    """Bring a window to where it was when it was new, by what it offers itself."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    around, page = window.parts.around, calculator_of(window)
    if around.client.client is not None:
        around.client.close()
    if around.current.index is not first.asked:
        around.current.show_index(first.asked)
    window.navigation.show_page_named(page.key)
    page.restore(first.page)
    page.take_over(HandedOn(StepHistory(page.scenarios), {}, None, None, {}))
    page.panel.forget_typing()
    page._switched = None
    window.undoing.refresh()
    window.status.news.clear()
    for bar in page.findChildren(QScrollBar):
        bar.setValue(bar.minimum())
    if first.holder is not None:
        first.holder.setFocus()


def seen(window: MainWindow) -> Hashable:
    """Return all that is on show, can be done, and is remembered."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # labels that were measured
    page = calculator_of(window)
    shown = [_told(each) for each in page.findChildren(QWidget) if each.isVisible()]
    actions = window.actions_by_name
    can = [(name, actions[name].isEnabled(), actions[name].isChecked()) for name in sorted(actions)]
    steps = (page.history.can_undo, page.history.can_redo, window.history.can_undo)
    return repr((shown, can, steps, window.state(), window.status.news.text()))


def _told(widget: QWidget) -> tuple[object, ...]:
    asked = (getattr(widget, name, None) for name in SHOWN)
    said = (each() for each in asked if callable(each))
    heard = (widget.accessibleName(), widget.accessibleDescription(), widget.isEnabled())
    return (type(widget).__name__, *heard, *said)
