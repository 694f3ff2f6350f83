# SPDX-License-Identifier: MIT
"""The main window: builds its parts, connects them, and remembers how they stand.

What the user asks for is done by `navigation` (pages, entries, search, calculator), `commands`
(rows and filters), `sheets`, `views` (links) and `presentation`.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolButton, QWidget

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.words import tr
from azmodels_gui.window.client.answers_taker import AnswersTaker
from azmodels_gui.window.client.listed_overlay import ListedOverlay
from azmodels_gui.window.menus import ACTIONS, Actions, Menus
from azmodels_gui.window.models.filter_commands import FilterCommands
from azmodels_gui.window.models.models_page import NOT_COLUMNS_PX, SIDE_PX, ModelsPage
from azmodels_gui.window.models.saved_filters import SavedFilters
from azmodels_gui.window.navigation import Keyboard, Navigation, UndoActions
from azmodels_gui.window.newcomer import GUIDE_LINE, GuideLine
from azmodels_gui.window.page import Page, PageParts, Surroundings, go_on_at, scroll_alike
from azmodels_gui.window.page_stack import PageBar, PageStack
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.sheet_actions import SheetActions
from azmodels_gui.window.sheets.kept_wishes import STATE_KEY, KeptWishes
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.status_bar import CatalogAge, MessageBar, NewerFacts, StatusBar
from azmodels_gui.window.step_history import QueryHistory
from azmodels_gui.window.theme import Theme, ThemeChoice
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.side_panels import RAIL_PX
from azmodels_gui.window.widgets.tab_stop import TabAnchor, follow, read_in_order
from azmodels_gui.window.widgets.texts import enlarged

if TYPE_CHECKING:
    from azmodels_gui.window.guide.guide_bar import GuideBar
    from azmodels_gui.window.presentation import Presentation, Stood
    from azmodels_gui.window.user_guide import UserGuide
    from azmodels_gui.window.view_link import ViewCommands

AFTER_PAINT_MS = 150
"""A timer without a pause, or a short one on a slow machine, goes off before the first paint."""
SMALLEST_PX = (640, 360)
FIRST_SIZE_PX = (1280, 760)


CATALOG_SUFFIX, CLIENT_SUFFIX = ".json", ".azclient"


def dropped_file(dragged: QMimeData) -> Path | None:
    """Return the path of the one local file that is dragged, a catalogue or a client's."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (CATALOG_SUFFIX, CLIENT_SUFFIX) else None


class MainWindow(QMainWindow):
    """Builds the parts and connects them; for one language, see `successor`.

    Signals:
        state_changed: something changed that is worth remembering.
        language_asked: code of the language the user chose; who installs it makes a `successor`.
        presentation_asked: True: in large type and nothing else; that is another `successor`.
        closing: the window is about to close.
        catalog_dropped: the path of a catalogue file that was dropped on the window.
        client_dropped: the path of a client's file.

    Attributes:
        may_close: asked before the window closes; who returns False wants it to stay.
    """

    state_changed = Signal()
    language_asked = Signal(object)
    presentation_asked = Signal(bool)
    closing = Signal()
    catalog_dropped = Signal(object)
    client_dropped = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        state: WindowState,
        language: str,
        before: PageParts | None = None,
    ) -> None:
        """Make it.

        Args:
            around: what it is given from outside.
            state: what is remembered.
            language: of all words and figures; its words are installed.
            before: what pages shared in the window whose place this one takes.
        """
        super().__init__()
        self._around, self._chosen_language = around, state.language
        self._presentation: Presentation | None = None
        self._views: ViewCommands | None = None
        self.may_close: list[Callable[[], bool]] = []
        self.language = language
        self.saved = SavedFilters(state.saved_filters, self)
        if before is None:
            wishes = KeptWishes(state.pages.get(STATE_KEY, {}))
            history = QueryHistory(state.query)
            before = PageParts(around, Pins(state.pinned), history, wishes, self.saved, language)
        self.parts = replace(before, saved=self.saved, language=language)
        self.history, self.pins, self.wishes = before.history, before.pins, before.wishes
        self._telling_age = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._build(state)
        self._connect()
        # Not before the first paint: the dates of all facts take longer than a frame.
        self._telling_age.start()
        self.models.tell()
        self.status.write()  # moving into the window cost the labels their colours
        self._order_tabs()

    @property
    def theme(self) -> Theme:
        """The look, for dialogs."""
        return self._around.theme

    @property
    def index(self) -> CatalogIndex:
        """The catalogue on show, for dialogs."""
        return self._around.current.index

    @property
    def presentation(self) -> "Presentation":
        """Presentation mode, imported and made when first asked for."""
        if self._presentation is None:
            from azmodels_gui.window.presentation import KEPT_ACTIONS, Presentation, Stage

            bars = (self.page_bar, self.message_bar, self.guide_line)
            around = (self.menuBar(), *bars, self.status)
            kept = (self.actions_by_name[name] for name in KEPT_ACTIONS)
            actions = (*kept, *self.menus.page_actions())
            self._presentation = Presentation(Stage(self, self.stack, around, actions, self.pins))
            self._presentation.leave_asked.connect(self.present)
        return self._presentation

    def state(self) -> WindowState:
        """Return what the window would like to remember."""
        pages = {place.key: place.state() for place in self.pages}
        pages[STATE_KEY] = dict(self.wishes.state())
        pages[GUIDE_LINE] = self.guide_line.state()
        state = WindowState(
            language=self._chosen_language,
            theme=self.theme.choice,
            size_px=(self.width(), self.height()),
            maximised=self.isMaximized(),
            query=self.history.query,
            saved_filters=self.saved.saved,
            pinned=self.pins.keys,
            page=self.stack.place.key,
            pages={key: kept for key, kept in pages.items() if kept},
        )
        return state if self._presentation is None else self._presentation.kept(state)

    def successor(self, language: str = "", *, presents: bool | None = None) -> "MainWindow":
        """Return a window that goes on where this one stands, in the look that is on.

        Widgets take texts, colours and type when they are made, so another language, installed
        before, another look, and a presentation take another window.
        It is not shown yet: once it is, `follow` puts keyboard and scrolled places where they
        were. This window has then nothing left to do but to go.

        Args:
            language: another one, which is installed; empty: that of this window.
            presents: it presents, or does no longer; None: it does what this one does.
        """
        if presents is None:
            presents = self._presentation is not None and self._presentation.is_on
        state = replace(self.state(), language=language) if language else self.state()
        stood = self._left(state)
        if presents:
            QApplication.setFont(enlarged(stood.font))
        made = self._instead(state, language or self.language, self.parts, stood)
        for own, place in zip(made.pages, self.pages, strict=True):
            own.take_over(place.handed_on())
        made.undoing.refresh()
        made.message_bar.take_over(self.message_bar)
        made.sheets.take_over(self.sheets)
        if self.guide_line.bar is not None:
            made.guide_line.offer()
        if presents:
            made.presentation.enter(stood)
        return made

    def with_state(self, state: WindowState) -> "MainWindow":
        """Return a window in the place of this one that shows another state, with no steps yet."""
        made = self._instead(state, self.language, None, self._left(state))
        if self.guide_line.bar is not None:
            made.guide_line.offer()
        return made

    def _left(self, state: WindowState) -> "Stood":
        """Return how this window stands beside any presentation, which ends."""
        from azmodels_gui.window.presentation import Stood

        stood = None if self._presentation is None else self._presentation.before
        self.end_presentation()
        if stood is not None:
            return stood
        geometry = self.normalGeometry() if self.isMaximized() else self.geometry()
        return Stood(state, geometry, self.windowState(), QApplication.font())

    def _instead(
        self, state: WindowState, language: str, parts: PageParts | None, stood: "Stood"
    ) -> "MainWindow":
        # Not maximised yet: where a maximised window came from is set before.
        made = MainWindow(self._around, replace(state, maximised=False), language, parts)
        made.setGeometry(stood.geometry)
        made.setWindowState(stood.states)
        for name, part in (
            ("show_filters", self.models.panel),
            ("show_details", self.models.details),
        ):
            made.actions_by_name[name].setChecked(self.models.sides.is_wished(part))
        made.status.take_over(self.status)
        made.answers.take_over(self.answers)
        return made

    def follow(self, before: "MainWindow") -> None:
        """Put keyboard and scrolled places where they are in the window before."""
        scroll_alike(before, self)
        holder = before.focusWidget()
        if holder is not None:
            go_on_at(holder, before, self)
        read = before.findChild(QDialog, "user_guide")  # not imported to ask for it
        if read is not None and read.isVisible():
            self.user_guide().go_on(before.user_guide())

    @Slot()
    def present(self) -> None:
        """Go to presentation mode, or leave it, each in another window."""
        self.presentation_asked.emit(not self.presentation.is_on)

    def end_presentation(self) -> None:
        """Leave keys and type to another window, if this one is presenting."""
        if self._presentation is not None:
            self._presentation.end()

    @property
    def views(self) -> "ViewCommands":
        """What shares and shows views, imported and made when first asked for."""
        if self._views is None:
            from azmodels_gui.window.view_link import ViewCommands

            self._views = ViewCommands(self.parts, self.stack, self)
            self._views.news.connect(self.status.say)
            self._views.page_asked.connect(self.navigation.show_page_named)
        return self._views

    def _build(self, state: WindowState) -> None:
        # Each widget is made inside the one it stays in: the rules of the look go over all that
        # is in a widget each time it is put elsewhere, a fifth of the time a window takes.
        theme = self.theme
        self.setStyleSheet(theme.rules)
        centre = QWidget(self)
        self.setWindowTitle(tr("Azure model catalogue"))  # Qt adds the name of the program
        self.stack = PageStack(self.parts, centre)
        self.pages = self.stack.places
        titles = [place.title for place in self.pages]
        self.page_bar = PageBar(theme, titles, centre)
        self.message_bar = MessageBar(theme, centre)
        kept = state.pages.get(GUIDE_LINE, {})
        self.guide_line = GuideLine(self.parts, self.stack, kept, centre)
        self.actions_by_name = Actions(self)
        self._restore(state)
        column(self.page_bar, self.message_bar, self.guide_line, (self.stack, 1), within=centre)
        read_in_order((self.page_bar, self.message_bar, self.guide_line, self.stack))
        self.setCentralWidget(centre)
        self.status = StatusBar(theme, self.language, self)
        self.setStatusBar(self.status)
        self.newer_facts = NewerFacts(self.language)
        self.status.addPermanentWidget(self.newer_facts)
        actions, view = self.actions_by_name, self.models.view
        self.menus = Menus(self.menuBar(), actions, titles, view, self.saved.menu, theme)
        self.menus.show_choices(self.language, theme.choice)
        read_in_order((self.menuBar(), centre, self.status))
        self.sheets = SheetActions(self.parts, actions, self.stack, self)
        self.navigation = Navigation(self.models, self.history, self.stack, self.page_bar)
        self.navigation.show_page(max(0, self.stack.number_of(state.page)))

    def _restore(self, state: WindowState) -> None:
        """Take size and pages as remembered; what does not fit any more is left out."""
        width, height = state.size_px or FIRST_SIZE_PX
        self.resize(max(width, SMALLEST_PX[0]), max(height, SMALLEST_PX[1]))
        if state.maximised:
            self.setWindowState(self.windowState() | self.windowState().WindowMaximized)
        for place in self.pages:
            place.restore(dict(state.pages.get(place.key, {})))
        models = self.pages[0].page
        if not isinstance(models, ModelsPage):
            raise TypeError("the first place holds another page")
        self.models = models
        if not state.pages.get(models.key, {}).get("columns"):
            sides = sum(SIDE_PX) if self.width() >= models.sides.needed_px() else 2 * RAIL_PX
            models.view.columns.fit(self.width() - sides - NOT_COLUMNS_PX)

    @Slot()
    def _order_tabs(self) -> None:
        """Let the Tab key go as one reads."""
        line = self.guide_line.in_tab_order()
        stops = (*self.page_bar.in_tab_order(), *line, *self.models.in_tab_order())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        actions, status = self.actions_by_name, self.status
        self.commands = FilterCommands(actions, self.models.view, self.parts, self)
        self.undoing = UndoActions(actions, self.stack, self.history)
        Keyboard(self, self.page_bar.search, self.models.panel.finder, self.stack)
        for who in (self.commands, self.sheets, self.navigation):
            who.news.connect(status.say)
        status.news.more_asked.connect(self.message_bar.show_problem)
        status.hidden_asked.connect(self.navigation.show_hidden)
        self.history.query_changed.connect(self._on_query)
        self._on_query(self.history.query)
        self.page_bar.search.entered.connect(self._on_search_entered)
        self.menus.page_asked.connect(self.navigation.show_page)
        self.menus.language_asked.connect(self.language_asked)
        self.menus.theme_asked.connect(self._on_theme)
        self._around.current.changed.connect(self._telling_age.start)
        self._telling_age.timeout.connect(self._tell_age)
        for changed in (
            *(self.pins.changed, self.saved.changed, self.wishes.changed),
            self.navigation.page_shown,
        ):
            changed.connect(self.state_changed)
        self._connect_actions()
        self._connect_pages()
        self._connect_answers()

    def _connect_actions(self) -> None:
        actions, models, go = self.actions_by_name, self.models, self.navigation
        for name, slot in (
            ("present", self.present),
            ("quit", self.close),
            ("find", go.go_to_search),
            ("about_catalog", self._on_help),
            ("guide", go.show_guide),
            ("user_guide", self._on_user_guide),
            ("signs", self._on_keys),
            ("about", self._on_help),
            ("use_in_calculator", go.use_selected),
            ("load_profile", go.load_profile),
            ("columns", models.view.columns.arrange),
            ("copy_link", self._on_copy_link),
            ("open_link", self._on_open_link),
        ):
            actions[name].triggered.connect(slot)
        for name, part in (("show_filters", models.panel), ("show_details", models.details)):
            actions[name].setChecked(True)
            actions[name].toggled.connect(partial(models.sides.show_panel, part))
        models.sides.shown_changed.connect(self._on_side)
        models.view.addAction(actions["use_in_calculator"])

    def _connect_answers(self) -> None:
        """Take answers of az, from the menu and dropped; they make the page of the client."""
        self.answers = answers = AnswersTaker(self._around, self)
        self.actions_by_name["import_answers"].triggered.connect(answers.choose)
        self.actions_by_name["admin_commands"].triggered.connect(self._on_admin_commands)
        answers.news.connect(self.status.say)
        answers.problem.connect(self._on_answers_problem)
        answers.client_needed.connect(self._on_client_needed)
        answers.taken.connect(partial(self.navigation.show_page_named, "client"))
        self.overlay = ListedOverlay(self._around, self.history, self)
        self._offer_listed()
        self.overlay.changed.connect(self._on_told)
        self.overlay.follow()

    def _connect_pages(self) -> None:
        models = self.models
        self.guide_line.made.connect(self._on_line)
        self.guide_line.closed.connect(self._on_line_closed)
        models.chips.save_asked.connect(self.commands.save_filter)
        models.shown_changed.connect(self.status.show_counts)
        models.details.made.connect(self._order_tabs)
        models.view.current_changed.connect(self._on_current)
        self._on_current(models.view.current_entry())
        self.stack.currentChanged.connect(self._on_page)
        self._on_page(self.stack.currentIndex())
        for place in self.pages:
            place.made.connect(self._on_made)
        for page in self.stack.made_pages:
            self._on_made(page)

    @Slot(object)
    def _on_made(self, page: Page) -> None:
        go = self.navigation
        page.state_changed.connect(self.state_changed)
        page.news.connect(self.status.say)
        page.link_asked.connect(self._on_link)
        page.page_asked.connect(go.show_page_named)
        page.entry_asked.connect(go.show_entry)
        page.present_asked.connect(self.present)
        page.sheet_asked.connect(self.sheets.export)
        page.reckon_asked.connect(go.reckon)
        page.steps_changed.connect(self.undoing.refresh)
        page.action_asked.connect(self._on_action_asked)
        # What is made later comes last; the status bar is still read after it.
        follow(TabAnchor(page), self.status.findChildren(QToolButton))

    @Slot()
    def _on_told(self) -> None:
        """Let all pages say what the subscription tells now."""
        self._offer_listed()
        for page in self.stack.made_pages:
            page.tell_anew()

    def _offer_listed(self) -> None:
        """Offer the filter for what the subscription lists, while one told it."""
        offered = self.index.listing is not None
        self.models.panel.offer_listed(offered)
        self.actions_by_name["listed_only"].setVisible(offered)

    @Slot()
    def _on_admin_commands(self) -> None:
        from azmodels_gui.window.client.admin_view import AdminCommandsDialog

        AdminCommandsDialog(self.parts, self).open()

    @Slot(str)
    def _on_answers_problem(self, told: str) -> None:
        self.message_bar.ask(told)

    @Slot()
    def _on_client_needed(self) -> None:
        """Offer to make a client for answers, or to open one; they wait for it."""
        words = {"new_client": tr("New client ..."), "open_client": tr("Open client ...")}
        choices = [(told, self.actions_by_name[name].trigger) for name, told in words.items()]
        self.message_bar.ask(tr("Answers belong to a client, and none is open."), choices)

    @Slot(str)
    def _on_action_asked(self, name: str) -> None:
        self.actions_by_name[name].trigger()

    @Slot(object)
    def _on_line(self, line: "GuideBar") -> None:
        line.list_asked.connect(self.navigation.show_guide)
        line.step_asked.connect(self.navigation.show_step)
        line.keys_asked.connect(self._on_keys)
        self._order_tabs()
        self.state_changed.emit()

    @Slot()
    def _on_line_closed(self) -> None:
        self.models.setFocus()
        self.status.say(tr("The guide stays a page, and stands in the menu Help."))
        self.state_changed.emit()

    @Slot(object)
    def _on_query(self, query: CatalogQuery) -> None:
        self.page_bar.show_search(query.text)
        self.undoing.refresh()

    @Slot(object, bool)
    def _on_side(self, panel: QWidget, shown: bool) -> None:
        """Check what is seen; a drawer that has no room is no wish to put it away."""
        name = "show_filters" if panel is self.models.panel else "show_details"
        with QSignalBlocker(self.actions_by_name[name]):
            self.actions_by_name[name].setChecked(shown)

    @Slot(object)
    def _on_current(self, entry: object) -> None:
        self.actions_by_name["use_in_calculator"].setEnabled(entry is not None)

    @Slot(int)
    def _on_page(self, number: int) -> None:
        """Offer what acts on the table of models only while it can be seen."""
        for name, spec in ACTIONS.items():
            if spec.in_table or name in ("select_pinned", "columns"):
                self.actions_by_name[name].setEnabled(number == 0)

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

    @Slot()
    def _on_search_entered(self) -> None:
        self.index.prepare_search()

    @Slot()
    def _on_copy_link(self) -> None:
        self.views.copy_link()

    @Slot()
    def _on_open_link(self) -> None:
        self.views.ask_for_link()

    @Slot()
    def _on_help(self) -> None:
        from azmodels_gui.window import help_dialogs

        action = self.sender()
        name = action.objectName() if action is not None else ""
        help_dialogs.open_help(name, self.index, self.language, self)

    @Slot()
    def _on_user_guide(self) -> None:
        """Open the guide, or bring it forward, where it tells of the page on show."""
        from azmodels_gui.window.user_guide import OPENS_AT

        guide = self.user_guide()
        guide.show()
        guide.raise_()
        guide.activateWindow()
        guide.go_to(OPENS_AT[self.stack.place.key])

    def user_guide(self) -> "UserGuide":
        """Return the user guide beside the window, another one once it was closed."""
        from azmodels_gui.window.help_dialogs import keys_everywhere, keys_of
        from azmodels_gui.window.user_guide import UserGuide

        guide = next((each for each in self.findChildren(UserGuide) if each.isVisible()), None)
        if guide is None:  # with its pictures it takes 33 MiB
            pages = (keys_of(place.key, place.title) for place in self.pages)
            guide = UserGuide(self.language, self.theme, (*keys_everywhere(), *pages), self)
        return guide

    @Slot()
    def _on_keys(self) -> None:
        """Tell the keys of the page on show, and what the signs mean."""
        from azmodels_gui.window.help_dialogs import KeysDialog, sections

        place = self.stack.place
        KeysDialog(tuple(sections(place.key, place.title)), self).open()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._telling_age.isActive():
            self._telling_age.start()  # to make the window took a part of that time already

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            is_client = path.suffix.lower() == CLIENT_SUFFIX
            (self.client_dropped if is_client else self.catalog_dropped).emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.state_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sheets.hold_window() or not all(ask() for ask in self.may_close):
            event.ignore()
            return
        self.closing.emit()
        self.end_presentation()
        super().closeEvent(event)
