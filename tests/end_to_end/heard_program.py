# SPDX-License-Identifier: MIT
"""The program as it starts, doing at a word on standard input what its user does by a menu.

For tests that listen to it (test_accessible_tree.py): a menu of Qt tells a bus nothing until it is
open. A word is the name of an action, a language, `fault` for one in a slot, or `close` for what
was opened last.
"""

import os
import sys
from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog

from azmodels_gui.app import application
from azmodels_gui.app.__main__ import main
from azmodels_gui.language.words import language_codes


class Listener(QObject):
    """Does what is asked, one line after the other."""

    def __init__(self, opened: application.Opened) -> None:
        super().__init__(opened)
        self._opened = opened
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        for word in os.read(sys.stdin.fileno(), 4096).decode().split():
            # Later: what blocks until it is closed must not block what is read next.
            QTimer.singleShot(0, partial(self._do, word))

    def _do(self, asked: str) -> None:
        if asked == "close":
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QDialog) and each.isVisible():
                    each.close()
        elif asked == "fault":
            raise AssertionError("asked for")
        elif asked in language_codes():
            self._opened.window.language_asked.emit(asked)
        else:
            self._opened.window.actions_by_name[asked].trigger()


def listening(*given: object) -> application.Opened:
    """Open the window, and listen from then on."""
    opened = open_window(*given)  # type: ignore[arg-type]
    Listener(opened)
    return opened


if __name__ == "__main__":
    open_window, application.open_window = application.open_window, listening  # type: ignore[assignment]
    sys.exit(main())
