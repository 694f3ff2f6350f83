# SPDX-License-Identifier: MIT
"""What the user can do, as data: words, keys, icon; and the menu bar that offers it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, language_codes, languages
from azmodels_gui.window.models.catalog_view import CatalogView
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.models.table_columns import TableColumns
from azmodels_gui.window.theme.theme import Theme, ThemeChoice
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
    "signs": ActionSpec(N_("&Signs and keys"), ("F1",), icon="keyboard"),
    "about": ActionSpec(N_("&About azmodels"), icon="circle-help"),
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

    def __init__(self, view: CatalogView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """List the columns from left to right, the sorted one with an arrow."""
        self.clear()
        sorted_by, descending = self._view.sort_state()
        for state in self._view.columns.states():
            number = COLUMN_NUMBERS[state.id]
            if self._view.isColumnHidden(number):
                continue
            heading = str(self._view.model().headerData(number, Qt.Orientation.Horizontal))
            arrow = ("  ↓" if descending else "  ↑") if state.id == sorted_by else ""
            action = self.addAction(without_mnemonic(heading) + arrow)
            action.setData(state.id)
            action.triggered.connect(self._on_chosen)
        self.addSeparator()
        first = self.addAction(tr("First order"))
        first.setData("")
        first.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        key = str(action.data())
        sorted_by, descending = self._view.sort_state()
        self._view.sort_by(key, descending=bool(key) and key == sorted_by and not descending)


MENUS = (
    (
        *("refresh", "open_catalog", "refresh_settings", "", "about_catalog", ""),
        *("export_sheet", "print", "", "quit"),
    ),
    (
        *("undo", "redo", "", "copy", "copy_with_headers", "", "find", "load_profile", ""),
        *("copy_link", "open_link", ""),
        *("copy_filter", "paste_filter", "save_filter", "clear_filter"),
    ),
    (
        "",
        "present",
        "",
        "show_filters",
        "show_details",
        "columns",
        "",
        "usable_only",
        "newest_only",
        "",
    ),
    ("use_in_calculator", "", "pin", "unpin_all", "", "select_all", "select_pinned"),
    ("guide", "", "signs", "about"),
)
"""Actions of each menu by name, from left to right; an empty one is a line between them."""


class Menus(QObject):
    """Catalogue, Edit, View, Selection, Help.

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
        columns: TableColumns,
        sort_menu: QMenu,
        saved: QMenu,
        theme: Theme,
    ) -> None:
        super().__init__(bar)
        self._columns = columns
        self.catalog, self.edit, self.view, self.selection, self.help = (
            bar.addMenu("") for _ in range(5)
        )
        self.saved = saved
        self.columns_menu, self.theme_menu, self.language_menu = QMenu(bar), QMenu(bar), QMenu(bar)
        self.sort_menu = sort_menu
        self.kept = QMenu(bar)
        """The catalogues to go back to; filled by who refreshes."""
        self._pages: list[QAction] = []
        self._themes = QActionGroup(self)
        self._languages = QActionGroup(self)
        self._fill(actions)
        self._write_words()
        self.columns_menu.aboutToShow.connect(self._on_columns)
        self.language_menu.aboutToShow.connect(self._name_languages)
        self._actions, self._theme, self._drawn = actions, theme, False
        for menu in (self.catalog, self.edit, self.view, self.selection, self.help):
            menu.aboutToShow.connect(self._draw_icons)

    def set_pages(self, titles: Sequence[str]) -> None:
        """Offer the pages."""
        for place, title in enumerate(titles):
            action = QAction(title, self)
            action.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
            action.setData(place)
            action.triggered.connect(self._on_page)
            self.view.insertAction(self.view.actions()[place], action)
            self._pages.append(action)

    def page_actions(self) -> tuple[QAction, ...]:
        """Return what switches between the pages."""
        return tuple(self._pages)

    def show_choices(self, language: str, theme: ThemeChoice) -> None:
        """Mark language and theme on show."""
        for group, chosen in ((self._languages, language), (self._themes, theme.value)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def _write_words(self) -> None:
        for menu, words in (
            (self.catalog, tr("&Catalogue")),
            (self.edit, tr("&Edit")),
            (self.view, tr("&View")),
            (self.selection, tr("&Selection")),
            (self.help, tr("&Help")),
            (self.kept, tr("&Go back to")),
            (self.saved, tr("Saved &filters")),
            (self.sort_menu, tr("S&ort by")),
            (self.columns_menu, tr("&Columns")),
            (self.theme_menu, tr("&Theme")),
            (self.language_menu, tr("&Language")),
        ):
            menu.setTitle(words)
        words_of = {
            ThemeChoice.SYSTEM: tr("As the &system"),
            ThemeChoice.LIGHT: tr("&Light"),
            ThemeChoice.DARK: tr("&Dark"),
            ThemeChoice.CONTRAST: tr("&High contrast"),
        }
        for action in self._themes.actions():
            action.setText(words_of[ThemeChoice(action.data())])

    def _fill(self, actions: Actions) -> None:
        menus = (self.catalog, self.edit, self.view, self.selection, self.help)
        for menu, names in zip(menus, MENUS, strict=True):
            for name in names:
                if name:
                    menu.addAction(actions[name])
                else:
                    menu.addSeparator()
        self.edit.insertMenu(actions["clear_filter"], self.saved)
        self.catalog.insertMenu(actions["refresh_settings"], self.kept)
        for submenu in (self.sort_menu, self.columns_menu, self.theme_menu, self.language_menu):
            self.view.addMenu(submenu)
        self._fill_choices()

    def _fill_choices(self) -> None:
        for theme in ThemeChoice:
            self._add_choice(self.theme_menu, self._themes, theme.value, "")
        for language in language_codes():
            self._add_choice(self.language_menu, self._languages, language, "")
        self._themes.triggered.connect(self._on_theme)
        self._languages.triggered.connect(self._on_language)

    def _add_choice(self, menu: QMenu, group: QActionGroup, value: str, words: str) -> None:
        action = QAction(words, self)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
        menu.addAction(action)

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
        for menu, icon in (
            (self.kept, "history"),
            (self.saved, "bookmark"),
            (self.sort_menu, "arrow-up-down"),
            (self.columns_menu, "columns-3"),
            (self.theme_menu, "palette"),
            (self.language_menu, "languages"),
        ):
            FollowingIcon(menu.menuAction(), icon, self._theme)

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
        self._columns.fill(self.columns_menu)

    @Slot()
    def _on_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.page_asked.emit(int(action.data()))

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        self.theme_asked.emit(ThemeChoice(action.data()))

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        self.language_asked.emit(action.data())
