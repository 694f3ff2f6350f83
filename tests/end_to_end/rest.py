# SPDX-License-Identifier: MIT
"""The same window on the same catalogue whatever was before: how much a walk holds is compared.

What is loaded or drawn once and kept is there from the first rest on: a walk comes to the last of
it, a letter in some size, after an hour only.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from azmodels_gui.app.application import COLLECT_EVERY_MS, Opened
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.state import WindowState

SIZE = QSize(1280, 720)
"""What is painted takes up to 8 MiB."""
CATALOGUES = 4
"""As many as a walk holds at once: on show, coming, compared with in the news, and still going."""
SEEN = (("de", "dark", True), ("en", "contrast", False), ("de", "light", False))
"""Language, look, and whether it is presented, with which everything is looked at."""


def come_to_rest(opened: Opened, base: Catalog) -> None:
    """Show the first page of a catalogue alone, after all that a process keeps was made.

    Args:
        opened: what nothing waits in.
        base: what is on show from then on.
    """
    if opened.clients.own is not None:
        opened.clients.leave()
    _hold_catalogues(opened)
    opened.around.current.show(base)
    _look_at_everything(opened)
    opened.present(False)
    opened.show_state(WindowState(language="en"))
    choose(opened, "theme", "light")
    opened.speak("en")
    _wait_for_window(opened)
    opened.window.showNormal()
    opened.window.resize(SIZE)
    _write_formats(opened)
    for other in QApplication.topLevelWidgets():
        if isValid(other) and other.isVisible() and other is not opened.window:
            other.close()
    # The map takes 32 MiB when it is copied, and so does the guide when all of it is selected.
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().setText("rest", mode)
    while any(
        isinstance(each, MainWindow) and each is not opened.window
        for each in QApplication.topLevelWidgets()
    ):
        QTest.qWait(COLLECT_EVERY_MS)
    QTest.qWait(2 * COLLECT_EVERY_MS)  # garbage is looked for by then


def choose(opened: Opened, menu: str, data: str) -> None:
    """Choose what has some data in a menu, such as a language."""
    for action in opened.window.menus[menu].actions():
        if str(action.data()) == data:
            action.trigger()


def _wait_for_window(opened: Opened) -> None:
    QTest.qWaitForWindowExposed(opened.window, 5_000)


def _hold_catalogues(opened: Opened) -> None:
    held = [bundled_catalog() for _ in range(CATALOGUES)]
    for each in held:
        opened.around.current.show(each)
        opened.window.navigation.show_page_named("models")
        QApplication.processEvents()


def _look_at_everything(opened: Opened) -> None:
    for language, look, presents in SEEN:
        choose(opened, "theme", look)
        opened.speak(language)
        opened.present(presents)
        _wait_for_window(opened)
        for page in opened.window.pages:
            opened.window.navigation.show_page_named(page.key)
            QApplication.processEvents()
        opened.window.actions_by_name["user_guide"].trigger()
        QApplication.processEvents()


def _write_formats(opened: Opened) -> None:
    current = opened.around.current
    order = SheetOrder(current.index.catalog, current.today, "en")
    sheet = list_sheet(current.index.entries[:5], order)
    for each in FORMATS.values():
        each.make(sheet, Layout(apart=True))
