# SPDX-License-Identifier: MIT
"""What the user can do, as data: words, keys, icon."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_

CONTEXT = "Actions"
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
