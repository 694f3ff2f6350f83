# SPDX-License-Identifier: MIT
"""The pages in their order, each made when first looked at, and the bar that switches."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QToolButton, QWidget

from azmodels_gui.language.words import N_, Message, tr
from azmodels_gui.window.page import Page, PageParts, PageState
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.tab_stop import read_in_order

LONGEST_SEARCH = 200
_SEARCH_PX, _LEAST_SEARCH_PX = 300, 120
_PAGE_PADDING_PX = 17


class SearchField(QLineEdit):
    """Down leads into the table; gives way to the pages where the window is narrow.

    Signals:
        entered: the keyboard came to it, so that letters will follow.
        left_downwards: it goes on to the table.
    """

    entered = Signal()
    left_downwards = Signal()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SEARCH_PX, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case _:
                super().keyPressEvent(event)


class PageBar(QWidget):
    """One button a page, with its keys in the tool tip.

    Signals:
        page_asked: the place of the page the user wants.
        search_changed: the words in the search field.
    """

    page_asked = Signal(object)
    search_changed = Signal(str)

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("page_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(clearButtonEnabled=True, maxLength=LONGEST_SEARCH)
        self._sign = self.search.addAction(
            theme.icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.buttons: list[QToolButton] = []
        edges = (SPACE_S, SPACE_XS + 2, SPACE_M, SPACE_XS + 2)
        self._row = row(1, self.search, within=self, gap=SPACE_XS, edges=edges)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setPlaceholderText(tr("Search: name, family, use case ..."))
        self.search.setAccessibleName(tr("Search"))
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.search.setToolTip(tr("Search ({keys})").format(keys=keys))
        self.search.setAccessibleDescription(keys)
        for number, title in enumerate(titles):
            self._add_page(number, title)
        read_in_order((*self.buttons, self.search))
        self._pages = OneOf(dict(enumerate(self.buttons)), self)
        self._pages.chosen.connect(self.page_asked)
        self.search.textChanged.connect(self.search_changed)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return (*self.buttons, self.search)

    def show_page(self, place: int) -> None:
        """Mark the page on show."""
        self._pages.show_value(place)

    def show_search(self, text: str) -> None:
        """Show the words of a filter, without a signal."""
        if self.search.text() != text:
            with QSignalBlocker(self.search):
                self.search.setText(text)

    def _add_page(self, number: int, title: str) -> None:
        button = QToolButton()
        button.setProperty("kind", "page")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons.append(button)
        self._row.insertWidget(number, button)
        keys = QKeySequence(f"Ctrl+{number + 1}").toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(title)
        button.setMinimumWidth(_width_when_bold(button, title))
        button.setToolTip(f"{title} ({keys})")
        button.setAccessibleDescription(keys)


def _width_when_bold(button: QToolButton, title: str) -> int:
    """Return the width a button needs while its page is on show; Qt asks before it is bold."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(title) + 2 * _PAGE_PADDING_PX


PageKind = Callable[[], type[Page]]
"""Returns the class of a page, whose module is imported for it."""


class PagePlace(QWidget):
    """Stands in the stack for a page, and makes it on first show.

    Until then it keeps what the page is to be brought into, so that a page nobody looked at
    loses nothing.

    Signals:
        made: the `Page` that is there now.
    """

    made = Signal(object)

    def __init__(
        self, key: str, words: Message, kind: PageKind, parts: PageParts, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self.key = key
        self._parts = parts
        self.title = tr(words)
        self._kind = kind
        self._page: Page | None = None
        self._state: PageState = {}
        self._handed: Any = None
        column(within=self)

    @property
    def page(self) -> Page:
        """The page, made now if it was not yet."""
        if self._page is None:
            self._page = self._kind()(self._parts, self)
            self._page.restore(self._state)
            if self._handed is not None:
                self._page.take_over(self._handed)
                self._handed = None
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._page)
                # At once: Qt would lay it out a turn of the loop later, and again after its paint.
                self._page.setGeometry(self.rect())
                self._page.show()
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
        stack = self.parentWidget()
        if stack is not None:
            self.setGeometry(stack.contentsRect())  # the stack would only afterwards
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


def _models() -> type[Page]:
    from azmodels_gui.window.models.models_page import ModelsPage

    return ModelsPage


def _regions() -> type[Page]:
    from azmodels_gui.window.regions.regions_page import RegionsPage

    return RegionsPage


def _calculator() -> type[Page]:
    from azmodels_gui.window.calculator.calculator_page import CalculatorPage

    return CalculatorPage


def _compare() -> type[Page]:
    from azmodels_gui.window.compare.compare_page import ComparePage

    return ComparePage


def _guide() -> type[Page]:
    from azmodels_gui.window.guide.guide_page import GuidePage

    return GuidePage


def _news() -> type[Page]:
    from azmodels_gui.window.news.news_page import NewsPage

    return NewsPage


def _client() -> type[Page]:
    from azmodels_gui.window.client.client_page import ClientPage

    return ClientPage


_PAGES: tuple[tuple[str, Message, PageKind], ...] = (
    ("models", N_("Models"), _models),
    ("regions", N_("Regions"), _regions),
    ("calculator", N_("Calculator"), _calculator),
    ("compare", N_("Compare"), _compare),
    ("guide", N_("Guide"), _guide),
    ("news", N_("What's new"), _news),
    ("client", N_("Client"), _client),
)


def shared_names() -> dict[str, frozenset[str]]:
    """Return what belongs to a view of all that each page remembers, by the page's key.

    All of them are imported for it.
    """
    return {key: kind().shares for key, _, kind in _PAGES}
