# SPDX-License-Identifier: MIT
"""A page that is imported and built when it is first looked at."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.views.pages.page import PageState
from azmodels_gui.views.undoable import KeepsSteps, Undoable

CONTEXT = "Pages"


class FullPage(Protocol):
    """What a page must offer to be made late."""

    state_changed: SignalInstance
    news: SignalInstance
    link_asked: SignalInstance

    def widget(self) -> QWidget:
        """Return what to show."""

    def set_language(self, language: str) -> None:
        """Show texts and figures in another language."""

    def state(self) -> PageState:
        """Return what the page would like to remember."""

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""


MakePage = Callable[[str], FullPage]


class LazyPage(QWidget):
    """Stands in the window's stack for a page, and makes it on first show.

    Until then it keeps the state that the page is to be brought into, so that a page nobody
    looked at loses nothing.

    Signals:
        made: the page is there now.
        state_changed, news, link_asked: the page's own.
        steps_changed: there is something else to undo or redo on the page.
        entry_asked, present_asked, page_asked, sheet_asked: the page's own, if it has such signals.
    """

    made = Signal(object)
    state_changed = Signal()
    news = Signal(str)
    link_asked = Signal(QUrl)
    steps_changed = Signal()
    entry_asked = Signal(object)
    present_asked = Signal()
    page_asked = Signal(str)
    sheet_asked = Signal()

    def __init__(self, key: str, words: str, make: MakePage, language: str) -> None:
        super().__init__()
        self.key = key
        self._words = str(words)
        self._make = make
        self._language = language
        self._page: FullPage | None = None
        self._state: PageState = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> FullPage:
        """The page, made now if it was not yet."""
        if self._page is None:
            self._page = self._made_page()
            self.made.emit(self._page)
        return self._page

    @property
    def is_made(self) -> bool:
        """Tell whether the page is there."""
        return self._page is not None

    @property
    def undoable(self) -> Undoable | None:
        """The page, if it is there and keeps steps of its own."""
        return self._page if isinstance(self._page, KeepsSteps) else None

    def title(self) -> str:
        """Return the page's name in the language on show."""
        return tr(self._words)

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def set_language(self, language: str) -> None:
        """Show texts and figures in another language; its translator is installed."""
        self._language = language
        if self._page is not None:
            self._page.set_language(language)

    def state(self) -> PageState:
        """Return what the page would like to remember, or what it was given."""
        return self._state if self._page is None else self._page.state()

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state, now or when it is made."""
        self._state = dict(state)
        if self._page is not None:
            self._page.restore(state)

    def _made_page(self) -> FullPage:
        page = self._make(self._language)
        page.restore(self._state)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(page.widget())
        page.state_changed.connect(self._on_state_changed)
        page.news.connect(self.news)
        page.link_asked.connect(self.link_asked)
        if isinstance(page, KeepsSteps):
            page.steps_changed.connect(self.steps_changed)
        for name, signal in (
            ("entry_asked", self.entry_asked),
            ("present_asked", self.present_asked),
            ("page_asked", self.page_asked),
            ("sheet_asked", self.sheet_asked),
        ):
            own = getattr(page, name, None)
            if own is not None:
                own.connect(signal)
        return page

    @Slot()
    def _on_state_changed(self) -> None:
        self.state_changed.emit()

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # No focus proxy: Tab would go to it at once, round everything that stands before it.
        self.page.widget().setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        _ = self.page
        super().showEvent(event)
