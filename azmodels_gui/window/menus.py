# SPDX-License-Identifier: MIT
"""What the user can do, as data: words, keys, icon; and the menu bar that offers it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from azmodels_gui.language.words import N_, language_codes, languages, tr
from azmodels_gui.window.models.catalog_view import CatalogView
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.theme import Theme, ThemeChoice
from azmodels_gui.window.widgets.texts import without_mnemonic

_IN_TABLE = Qt.ShortcutContext.WidgetShortcut
_Keys = QKeySequence.StandardKey


class ActionSpec(Struct, frozen=True):
    """One action; the words are translated when shown."""

    words: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    in_table: bool = False
    """The keys work only while the table has the keyboard: fields keep their own."""
    checkable: bool = False
    icon: str = ""
    """Name of a file of `resources/icons`; what is checked has a mark in its place."""


ACTIONS = {
    "refresh": ActionSpec(N_("&Refresh"), ("F5",), icon="refresh-cw"),
    "open_catalog": ActionSpec(N_("&Open catalogue file ..."), icon="folder-open"),
    "refresh_settings": ActionSpec(N_("Refresh &settings ..."), icon="settings"),
    "about_catalog": ActionSpec(N_("&About this catalogue"), icon="info"),
    "print": ActionSpec(N_("&Print preview ..."), (_Keys.Print,), icon="printer"),
    "export_sheet": ActionSpec(N_("S&heet ..."), ("Ctrl+E",), icon="file-output"),
    "quit": ActionSpec(N_("&Quit"), ("Ctrl+Q",), icon="log-out"),
    "new_client": ActionSpec(N_("&New client ..."), ("Ctrl+Shift+N",), icon="user-plus"),
    "open_client": ActionSpec(N_("&Open client ..."), ("Ctrl+O",), icon="folder-open"),
    "save_client_as": ActionSpec(N_("Save client &as ..."), ("Ctrl+Shift+S",), icon="save"),
    "close_client": ActionSpec(N_("&Close client"), ("Ctrl+Shift+W",), icon="user-x"),
    "import_answers": ActionSpec(N_("&Take answers of az ..."), icon="clipboard-paste"),
    "admin_commands": ActionSpec(
        N_("C&ommands for the client's administrator ..."), icon="keyboard"
    ),
    "undo": ActionSpec(N_("&Undo"), (_Keys.Undo,), icon="undo-2"),
    "redo": ActionSpec(N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo-2"),
    "copy": ActionSpec(N_("&Copy rows"), (_Keys.Copy,), in_table=True, icon="copy"),
    "copy_with_headers": ActionSpec(
        N_("Copy rows with &headings"), ("Ctrl+Shift+C",), in_table=True, icon="table-properties"
    ),
    "copy_filter": ActionSpec(N_("Copy filter as &text"), icon="clipboard-copy"),
    "paste_filter": ActionSpec(N_("&Paste filter"), icon="clipboard-paste"),
    "save_filter": ActionSpec(N_("&Save filter ..."), ("Ctrl+S",), icon="bookmark-plus"),
    "clear_filter": ActionSpec(N_("C&lear all filters"), ("Ctrl+Shift+X",), icon="filter-x"),
    "load_profile": ActionSpec(N_("Load &profile ..."), icon="chart-line"),
    "use_in_calculator": ActionSpec(N_("&Use in calculator"), ("Ctrl+K",), icon="calculator"),
    "copy_link": ActionSpec(N_("Copy lin&k to this view"), ("Ctrl+Shift+L",), icon="link"),
    "open_link": ActionSpec(N_("&Open link ..."), ("Ctrl+L",), icon="external-link"),
    "find": ActionSpec(N_("&Find"), (_Keys.Find,), icon="search"),
    "columns": ActionSpec(N_("Arrange &columns ..."), ("Ctrl+Shift+O",), icon="columns-3"),
    "usable_only": ActionSpec(N_("Only &usable"), ("Ctrl+U",), checkable=True),
    "newest_only": ActionSpec(N_("&Newest version only"), ("Ctrl+N",), checkable=True),
    "listed_only": ActionSpec(N_("&What we may deploy"), checkable=True),
    "show_filters": ActionSpec(N_("Show &filters"), ("F9",), checkable=True),
    "show_details": ActionSpec(N_("Show &details"), ("F10",), checkable=True),
    "present": ActionSpec(N_("&Presentation mode"), ("F11",), icon="presentation"),
    "select_all": ActionSpec(
        N_("Select &all"), (_Keys.SelectAll,), in_table=True, icon="list-checks"
    ),
    "select_pinned": ActionSpec(N_("Select &pinned"), icon="pinned"),
    "pin": ActionSpec(N_("&Pin or unpin"), ("Space",), in_table=True, icon="pin"),
    "unpin_all": ActionSpec(N_("&Unpin all"), icon="pin-off"),
    "guide": ActionSpec(N_("&Guide"), icon="compass"),
    "user_guide": ActionSpec(N_("&User guide"), ("F1",), icon="circle-help"),
    "signs": ActionSpec(N_("&Signs and keys"), ("Shift+F1",), icon="keyboard"),
    "about": ActionSpec(N_("&About azmodels"), icon="info"),
}


class Actions:
    """The program's actions by name."""

    def __init__(self, parent: QObject) -> None:
        self._actions = {name: _made(name, spec, parent) for name, spec in ACTIONS.items()}
        for name, action in self._actions.items():
            action.setText(tr(ACTIONS[name].words))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)


def _made(name: str, spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setObjectName(name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    if spec.in_table:
        action.setShortcutContext(_IN_TABLE)
    return action


class SortMenu(QMenu):
    """One entry a column on show; the same again turns the order round."""

    def __init__(self, view: CatalogView) -> None:
        super().__init__(view)
        self._view = view
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_chosen)

    @Slot()
    def fill(self) -> None:
        """List the columns from left to right, the sorted one with an arrow."""
        self.clear()
        sorted_by, descending = self._view.sort_state()
        for state in self._view.columns.states():
            number = COLUMN_NUMBERS[state.id]
            if not self._view.isColumnHidden(number):
                heading = str(self._view.model().headerData(number, Qt.Orientation.Horizontal))
                arrow = ("  ↓" if descending else "  ↑") if state.id == sorted_by else ""
                self.addAction(without_mnemonic(heading) + arrow).setData(state.id)
        self.addSeparator()
        self.addAction(tr("First order")).setData("")

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        key = str(action.data())
        sorted_by, descending = self._view.sort_state()
        self._view.sort_by(key, descending=bool(key) and key == sorted_by and not descending)


class MenuSpec(Struct, frozen=True):
    """A menu of the bar, or one inside of it."""

    words: str
    inside: tuple[str, ...] = ()
    """Names of actions and of menus, top to bottom; an empty one is a line between them."""
    icon: str = ""


MENUS = {
    "catalog": MenuSpec(
        N_("&Catalogue"),
        (
            *("refresh", "open_catalog", "kept", "refresh_settings", "", "about_catalog", ""),
            *("export_sheet", "print", "", "quit"),
        ),
    ),
    "client": MenuSpec(
        N_("Cl&ient"),
        (
            *("new_client", "open_client", "recent", "save_client_as", ""),
            *("import_answers", "admin_commands", "", "close_client"),
        ),
    ),
    "edit": MenuSpec(
        N_("&Edit"),
        (
            *("undo", "redo", "", "copy", "copy_with_headers", "", "find", "load_profile", ""),
            *("copy_link", "open_link", ""),
            *("copy_filter", "paste_filter", "save_filter", "saved", "clear_filter"),
        ),
    ),
    "view": MenuSpec(
        N_("&View"),
        (
            *("", "present", "", "show_filters", "show_details", "columns", ""),
            *("usable_only", "newest_only", "listed_only", ""),
            *("sort_by", "shown_columns", "theme", "language"),
        ),
    ),
    "selection": MenuSpec(
        N_("&Selection"),
        ("use_in_calculator", "", "pin", "unpin_all", "", "select_all", "select_pinned"),
    ),
    "help": MenuSpec(N_("&Help"), ("guide", "user_guide", "", "signs", "about")),
}
"""Of the bar, from left to right; the pages stand first in the view."""
SUBMENUS = {
    "kept": MenuSpec(N_("&Go back to"), icon="history"),
    "recent": MenuSpec(N_("Open &recent"), icon="history"),
    "saved": MenuSpec(N_("Saved &filters"), icon="bookmark"),
    "sort_by": MenuSpec(N_("S&ort by"), icon="arrow-up-down"),
    "shown_columns": MenuSpec(N_("&Columns"), icon="columns-3"),
    "theme": MenuSpec(N_("&Theme"), icon="palette"),
    "language": MenuSpec(N_("&Language"), icon="languages"),
}
_THEMES = {
    ThemeChoice.SYSTEM: N_("As the &system"),
    ThemeChoice.LIGHT: N_("&Light"),
    ThemeChoice.DARK: N_("&Dark"),
    ThemeChoice.CONTRAST: N_("&High contrast"),
}


class Menus(QObject):
    """The menu bar.

    Signals:
        page_asked: the place of the page the user wants.
        language_asked: code of a language.
        theme_asked: a `ThemeChoice`.
    """

    page_asked = Signal(int)
    language_asked = Signal(object)
    theme_asked = Signal(object)

    def __init__(
        self,
        bar: QMenuBar,
        actions: Actions,
        pages: Sequence[str],
        view: CatalogView,
        saved: QMenu,
        theme: Theme,
    ) -> None:
        """Make it.

        Args:
            bar: where the menus stand.
            actions: what they offer.
            pages: titles of the pages.
            view: the table whose columns and order are chosen.
            saved: the menu of saved filters.
            theme: the look.
        """
        super().__init__(bar)
        self._actions, self._columns, self._theme = actions, view.columns, theme
        self._drawn = False
        self._menus = {name: bar.addMenu(tr(spec.words)) for name, spec in MENUS.items()}
        own = {"saved": saved, "sort_by": SortMenu(view)}
        for name, spec in SUBMENUS.items():
            menu = self._menus[name] = own.get(name) or QMenu(bar)
            menu.setTitle(tr(spec.words))
        for name, spec in MENUS.items():
            self._menus[name].aboutToShow.connect(self._draw_icons)
            self._fill(self._menus[name], spec.inside)
        self._pages = self._offer_pages(pages)
        themes = {theme.value: tr(words) for theme, words in _THEMES.items()}
        self._themes = self._choices("theme", themes)
        self._languages = self._choices("language", dict.fromkeys(language_codes(), ""))
        self._pages.triggered.connect(self._on_page)
        self._themes.triggered.connect(self._on_theme)
        self._languages.triggered.connect(self._on_language)
        self["shown_columns"].aboutToShow.connect(self._on_columns)
        self["language"].aboutToShow.connect(self._name_languages)

    def __getitem__(self, name: str) -> QMenu:
        """Return a menu; the catalogues to go back to (`kept`) are put in by who refreshes."""
        return self._menus[name]

    def page_actions(self) -> Sequence[QAction]:
        """Return what switches between the pages."""
        return self._pages.actions()

    def show_choices(self, language: str, theme: ThemeChoice) -> None:
        """Mark language and theme on show."""
        for group, chosen in ((self._languages, language), (self._themes, theme.value)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def _fill(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            if name in SUBMENUS:
                menu.addMenu(self._menus[name])
            elif name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def _offer_pages(self, titles: Sequence[str]) -> QActionGroup:
        group, first = QActionGroup(self), self["view"].actions()[0]
        for place, title in enumerate(titles):
            action = QAction(title, group)
            action.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
            action.setData(place)
            self["view"].insertAction(first, action)
        return group

    def _choices(self, menu: str, words: Mapping[str, str]) -> QActionGroup:
        """Put values into a menu, one of which is chosen."""
        group = QActionGroup(self)
        for value, text in words.items():
            action = QAction(text, group)
            action.setCheckable(True)
            action.setData(value)
            self[menu].addAction(action)
        return group

    @Slot()
    def _draw_icons(self) -> None:
        """Draw the icons when a menu is first opened: a start does without them."""
        if self._drawn:
            return
        from azmodels_gui.window.widgets.icons import FollowingIcon

        self._drawn = True
        for name, spec in ACTIONS.items():
            if spec.icon:
                FollowingIcon(self._actions[name], spec.icon, self._theme)
        for name, menu in SUBMENUS.items():
            FollowingIcon(self[name].menuAction(), menu.icon, self._theme)

    @Slot()
    def _name_languages(self) -> None:
        """Name each language in its own words, so that nobody is locked out.

        Not before they are seen: every catalogue of texts is read for it.
        """
        named = languages()
        for action in self._languages.actions():
            action.setText(named[action.data()])

    @Slot()
    def _on_columns(self) -> None:
        self._columns.fill(self["shown_columns"])

    @Slot(QAction)
    def _on_page(self, action: QAction) -> None:
        self.page_asked.emit(action.data())

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        self.theme_asked.emit(ThemeChoice(action.data()))

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        self.language_asked.emit(action.data())
