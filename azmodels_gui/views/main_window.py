# SPDX-License-Identifier: MIT
"""The main window: menus, pages, messages, status."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.shown import tr
from azmodels_gui.views.actions import Actions
from azmodels_gui.views.calculator_actions import CalculatorActions
from azmodels_gui.views.catalog_age import CatalogAge
from azmodels_gui.views.dropped_catalog import dropped_catalog
from azmodels_gui.views.filter_commands import FilterCommands
from azmodels_gui.views.keyboard import Keyboard
from azmodels_gui.views.menus import Menus
from azmodels_gui.views.message_bar import MessageBar
from azmodels_gui.views.newer_facts import NewerFacts
from azmodels_gui.views.page_bar import PageBar
from azmodels_gui.views.pages.further_pages import further_pages
from azmodels_gui.views.pages.models_page import ModelsPage
from azmodels_gui.views.pages.page import Page, PageParts
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.query_history import QueryHistory
from azmodels_gui.views.saved_filters import SavedFilters
from azmodels_gui.views.sheet_actions import SheetActions
from azmodels_gui.views.sheets.kept_wishes import KeptWishes
from azmodels_gui.views.sort_menu import SortMenu
from azmodels_gui.views.state import WindowState
from azmodels_gui.views.status_bar import Shown, StatusBar
from azmodels_gui.views.status_news import Words
from azmodels_gui.views.surroundings import Surroundings
from azmodels_gui.views.theme.theme import Theme, ThemeChoice
from azmodels_gui.views.undo_actions import UndoActions
from azmodels_gui.views.window_commands import WindowCommands
from azmodels_gui.views.window_state import restore, taken

AFTER_PAINT_MS = 50
"""A timer without a pause goes off before the first paint."""
FOLLOW_THE_FILTER = ("models", "regions")
"""Pages that show the entries the filter lets through."""


class MainWindow(QMainWindow):
    """Builds the parts and connects them.

    Signals:
        state_changed: something changed that is worth remembering.
        language_asked: code of the language the user chose; `set_language` once it is installed.
        closing: the window is about to close.
        catalog_dropped: the path of a catalogue file that was dropped on the window.
    """

    state_changed = Signal()
    language_asked = Signal(object)
    closing = Signal()
    catalog_dropped = Signal(object)

    def __init__(self, around: Surroundings, state: WindowState, language: str) -> None:
        super().__init__()
        self._around = around
        self._chosen_language = state.language
        self.language = language
        self.history = QueryHistory(self)
        self.history.begin_with(state.query)
        self.pins = Pins(state.pinned, self)
        self.saved = SavedFilters(state.saved_filters, self)
        # Each widget is made inside the one it stays in: the rules of the look go over all that
        # is in a widget each time it is put elsewhere, a fifth of the time a window takes.
        centre = QWidget(self)
        self.page_bar = PageBar(around.theme, centre)
        self.message_bar = MessageBar(around.theme, centre)
        self.stack = QStackedWidget(centre)
        self.models = ModelsPage(
            around, self.history, self.pins, self.saved.menu, language, self.stack
        )
        self.wishes = KeptWishes(self)
        parts = PageParts(around, self.pins, self.history, self.wishes)
        self.further = further_pages(parts, language)
        self.pages: Sequence[Page] = (self.models, *self.further)
        self.actions_by_name = Actions(self)
        self.window_commands = WindowCommands(self, around.theme)
        self._telling_age = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._build(centre)
        self.sheets = SheetActions(around, self.wishes, self)
        restore(self, state)
        self.retranslate()
        self._connect()
        # Not before the first paint: the dates of all facts take longer than a frame.
        self._telling_age.start()
        self._on_query(self.history.query)
        self.models.tell()
        self.status.retranslate()  # moving into the window cost the labels their colours
        self._order_tabs()

    @property
    def theme(self) -> Theme:
        """The look, for dialogs."""
        return self._around.theme

    @property
    def index(self) -> CatalogIndex:
        """The catalogue on show, for dialogs."""
        return self._around.current.index

    def state(self) -> WindowState:
        """Return what the window would like to remember."""
        state = self.window_commands.kept(taken(self))
        return replace(state, theme=self._around.theme.choice, language=self._chosen_language)

    def show_page(self, place: int) -> None:
        """Show the page at a place, if there is one."""
        if 0 <= place < len(self.pages):
            page, holder = self.pages[place].widget(), QApplication.focusWidget()
            is_new = page.focusWidget() is None
            takes_keyboard = holder is not None and self.stack.isAncestorOf(holder)
            self.stack.setCurrentIndex(place)
            if takes_keyboard and is_new:
                page.setFocus()  # its main part; later it is where the user left it
            self.page_bar.show_page(place)
            self.state_changed.emit()

    def show_page_named(self, key: str) -> None:
        """Show the page with a key, if there is one."""
        keys = [page.key for page in self.pages]
        self.show_page(keys.index(key) if key in keys else -1)

    def show_problem(self, words: Words) -> None:
        """Say on top what went wrong, what is shown instead, what to do."""
        self.message_bar.show_problem(words)

    def select(self, key: EntryKey) -> bool:
        """Select an entry; False if the filter hides it."""
        return self.models.view.go_to(key)

    def select_named(self, name: str) -> bool:
        """Select by model id, or by model id and version; the first that is on show."""
        table = self.models.table
        for entry in (table.entry(row) for row in range(table.rowCount())):
            if name in (entry.model.id, entry.title):
                return self.select(entry.key)
        return False

    def pin_named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Pin by model id, or by model id and version; return the names that nothing has."""
        named = {each.title: each.key for each in reversed(self._around.current.index.entries)}
        named |= {key[0]: key for key in named.values()}
        asked = list(names)
        for name in asked:
            if name in named and named[name] not in self.pins:
                self.pins.toggle([named[name]])
        return tuple(name for name in asked if name not in named)

    @Slot()
    def select_first(self) -> None:
        """Select the first entry on show, unless one is selected."""
        if self.models.view.current_entry() is None:
            self.models.view.selectRow(0)

    def set_language(self, language: str) -> None:
        """Show everything in another language; its translator is installed."""
        self.language = language
        self._chosen_language = language
        for page in self.pages:
            page.set_language(language)
        self.status.set_language(language)
        self.newer_facts.set_language(language)
        self.sheets.set_language(language)
        self.message_bar.retranslate()
        self.retranslate()
        self.state_changed.emit()

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.setWindowTitle(tr("azmodels - Azure model catalogue"))
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        titles = [page.title() for page in self.pages]
        self.menus.set_pages(titles)
        self.page_bar.set_pages(titles)
        self.menus.show_choices(self.language, self._around.theme.choice)

    def _build(self, centre: QWidget) -> None:
        for page in self.pages:
            self.stack.addWidget(page.widget())
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.status = StatusBar(self._around.theme, self.language, self)
        self.setStatusBar(self.status)
        self.newer_facts = NewerFacts(self.language)
        self.status.addPermanentWidget(self.newer_facts)
        view, bar = self.models.view, self.menuBar()
        sorting = SortMenu(view, self)
        self.menus = Menus(bar, self.actions_by_name, view.columns, sorting, self.saved.menu)
        self.page_bar.set_pages([page.title() for page in self.pages])
        self.page_bar.show_page(0)

    @Slot()
    def _order_tabs(self) -> None:
        """Let the Tab key go as one reads."""
        for before, after in pairwise((*self.page_bar.in_tab_order(), *self.models.in_tab_order())):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.commands = FilterCommands(self.models.view, self.history, self.pins, self.saved, self)
        self.commands.connect_actions(self.actions_by_name)
        self.window_commands.connect_actions(self.actions_by_name)
        self.commands.news.connect(self.status.say)
        self.status.news.more_asked.connect(self.message_bar.show_problem)
        self.undoing = UndoActions(self.actions_by_name, self.pages, self.stack, self.history)
        self.history.query_changed.connect(self._on_query)
        self.page_bar.search_changed.connect(self._on_search)
        for source in (self.page_bar, self.menus):
            source.page_asked.connect(self.show_page)
        self.menus.language_asked.connect(self.language_asked)
        self.menus.theme_asked.connect(self._on_theme)
        self.models.chips.save_asked.connect(self.commands.save_filter)
        self.models.shown_changed.connect(self._on_shown)
        self.models.link_asked.connect(self._on_link)
        self._around.current.changed.connect(self._telling_age.start)
        self._telling_age.timeout.connect(self._tell_age)
        self.models.details.made.connect(self._order_tabs)
        self._connect_actions()
        for page in self.further:
            page.state_changed.connect(self.state_changed)
            page.news.connect(self.status.say)
            page.link_asked.connect(self._on_link)
            page.page_asked.connect(self.show_page_named)
        for changed in (self.pins.changed, self.saved.changed, self.wishes.changed):
            changed.connect(self.state_changed)
        self.models.state_changed.connect(self.state_changed)

    def _connect_actions(self) -> None:
        actions = self.actions_by_name
        Keyboard(self, self.page_bar.search, self.models, self.window_commands.parts)
        calculator = next(page for page in self.further if page.key == "calculator")
        CalculatorActions(actions, self.models.view, calculator, self)

    @Slot(object)
    def _on_query(self, query: CatalogQuery) -> None:
        self.page_bar.show_search(query.text)
        actions = self.actions_by_name
        actions["newest_only"].setChecked(query.newest_only)
        self.undoing.refresh()
        actions["clear_filter"].setEnabled(not query.is_empty)
        actions["save_filter"].setEnabled(not query.is_empty)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        self.status.show_counts(shown)

    @Slot()
    def _tell_age(self) -> None:
        current = self._around.current
        self.status.show_age(CatalogAge.of(current.index))
        self.newer_facts.show_catalog(current.catalog)

    @Slot(object)
    def _on_theme(self, choice: ThemeChoice) -> None:
        self._around.theme.choose(choice)
        self.menus.show_choices(self.language, choice)
        self.state_changed.emit()

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == "https":
            self._around.open_url(url)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        """Search; a page that shows no entries gives way to the table that does."""
        self.history.change_text(text)
        if text and self.pages[self.stack.currentIndex()].key not in FOLLOW_THE_FILTER:
            self.show_page_named(self.models.key)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_catalog(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_catalog(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.catalog_dropped.emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.state_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sheets.hold_window():
            event.ignore()
            return
        self.closing.emit()
        self.window_commands.end_presentation()
        super().closeEvent(event)
