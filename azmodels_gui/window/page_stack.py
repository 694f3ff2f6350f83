# SPDX-License-Identifier: MIT
"""The pages in their order; each is imported and made when first looked at."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window.page import Page, PageParts, PageState

MakePage = Callable[[PageParts, QWidget], Page]
"""Makes a page inside the widget it stays in."""


class PagePlace(QWidget):
    """Stands in the stack for a page, and makes it on first show.

    Until then it keeps what the page is to be brought into, so that a page nobody looked at
    loses nothing.

    Signals:
        made: the `Page` that is there now.
    """

    made = Signal(object)

    def __init__(
        self, key: str, words: Message, make: MakePage, parts: PageParts, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self.key = key
        self._parts = parts
        self.title = tr(words)
        self._make = make
        self._page: Page | None = None
        self._state: PageState = {}
        self._handed: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> Page:
        """The page, made now if it was not yet."""
        if self._page is None:
            self._page = self._make(self._parts, self)
            self._page.restore(self._state)
            if self._handed is not None:
                self._page.take_over(self._handed)
                self._handed = None
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._page)
            self.made.emit(self._page)
        return self._page

    @property
    def is_made(self) -> bool:
        """Tell whether the page is there."""
        return self._page is not None

    def state(self) -> PageState:
        """Return what the page would like to remember, or what it was given."""
        return self._state if self._page is None else self._page.state()

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state, now or when it is made."""
        self._state = dict(state)
        if self._page is not None:
            self._page.restore(state)

    def handed_on(self) -> Any:
        """Return what the page hands on, or what it was handed itself."""
        return self._handed if self._page is None else self._page.handed_on()

    def take_over(self, handed: Any) -> None:
        """Let the page go on with what was handed on, now or when it is made."""
        if self._page is None:
            self._handed = handed
        elif handed is not None:
            self._page.take_over(handed)

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # No focus proxy: Tab would go to it at once, round everything that stands before it.
        self.page.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        _ = self.page
        super().showEvent(event)


class PageStack(QStackedWidget):
    """All pages, one of them on show."""

    def __init__(self, parts: PageParts, parent: QWidget) -> None:
        super().__init__(parent)
        self.places = tuple(PagePlace(key, words, make, parts, self) for key, words, make in _PAGES)
        for place in self.places:
            self.addWidget(place)

    @property
    def place(self) -> PagePlace:
        """The place of the page on show."""
        return self.places[self.currentIndex()]

    @property
    def page(self) -> Page:
        """The page on show, made now if it was not yet."""
        return self.place.page

    @property
    def made_pages(self) -> Iterator[Page]:
        """The pages that are there already."""
        return (place.page for place in self.places if place.is_made)

    def place_of(self, key: str) -> PagePlace:
        """Return the place of the page with a key; there must be one."""
        return self.places[self.number_of(key)]

    def number_of(self, key: str) -> int:
        """Return at which number the page with a key stands; -1: there is none."""
        keys = [place.key for place in self.places]
        return keys.index(key) if key in keys else -1


def _models(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.models.models_page import ModelsPage

    return ModelsPage(parts, parent)


def _regions(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.regions.regions_page import RegionsPage

    return RegionsPage(parts, parent)


def _calculator(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.calculator.calculator_page import CalculatorPage

    return CalculatorPage(parts, parent)


def _compare(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.compare.compare_page import ComparePage

    return ComparePage(parts, parent)


def _guide(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.guide.guide_page import GuidePage

    return GuidePage(parts, parent)


def _news(parts: PageParts, parent: QWidget) -> Page:
    from azmodels_gui.window.news.news_page import NewsPage

    return NewsPage(parts, parent)


_PAGES: tuple[tuple[str, Message, MakePage], ...] = (
    ("models", N_("Models"), _models),
    ("regions", N_("Regions"), _regions),
    ("calculator", N_("Calculator"), _calculator),
    ("compare", N_("Compare"), _compare),
    ("guide", N_("Guide"), _guide),
    ("news", N_("What's new"), _news),
)
