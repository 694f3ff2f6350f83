# SPDX-License-Identifier: MIT
"""What the user can do, as data: words, keys, icon."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

CONTEXT = "Actions"
_IN_TABLE = Qt.ShortcutContext.WidgetShortcut
_Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action; the words are translated when shown."""

    words: object
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    in_table: bool = False
    """The keys work only while the table has the keyboard: fields keep their own."""
    checkable: bool = False


ACTIONS = {
    "refresh": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Refresh"), ("F5",)),
    "open_catalog": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Open catalogue file ...")),
    "refresh_settings": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Refresh &settings ...")),
    "about_catalog": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&About this catalogue")),
    "print": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Print preview ..."), (_Keys.Print,)),
    "export_sheet": ActionSpec(QT_TRANSLATE_NOOP("Actions", "S&heet ..."), ("Ctrl+E",)),
    "quit": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    "undo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Undo"), (_Keys.Undo,)),
    "redo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    "copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Copy rows"), (_Keys.Copy,), in_table=True),
    "copy_with_headers": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Copy rows with &headings"), ("Ctrl+Shift+C",), in_table=True
    ),
    "copy_filter": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Copy filter as &text")),
    "paste_filter": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Paste filter")),
    "save_filter": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Save filter ..."), ("Ctrl+S",)),
    "clear_filter": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "C&lear all filters"), ("Ctrl+Shift+X",)
    ),
    "load_profile": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Load &profile ...")),
    "use_in_calculator": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Use in calculator"), ("Ctrl+K",)
    ),
    "find": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Find"), (_Keys.Find,)),
    "newest_only": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Newest version only"), ("Ctrl+N",), checkable=True
    ),
    "show_filters": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Show &filters"), ("F9",), checkable=True
    ),
    "show_details": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Show &details"), ("F10",), checkable=True
    ),
    "present": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Presentation mode"), ("F11",)),
    "select_all": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Select &all"), (_Keys.SelectAll,), in_table=True
    ),
    "select_pinned": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Select &pinned")),
    "pin": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Pin or unpin"), ("Space",), in_table=True),
    "unpin_all": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Unpin all")),
    "signs": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Signs and keys"), ("F1",)),
    "about": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&About azmodels")),
}


class Actions:
    """The program's actions by name."""

    def __init__(self, parent: QObject) -> None:
        self._actions = {name: _made(name, spec, parent) for name, spec in ACTIONS.items()}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        for name, action in self._actions.items():
            action.setText(QCoreApplication.translate(CONTEXT, str(ACTIONS[name].words)))


def _made(name: str, spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setObjectName(name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    if spec.in_table:
        action.setShortcutContext(_IN_TABLE)
    return action
