# SPDX-License-Identifier: MIT
"""The same window on the same catalogue whatever was before: how much a walk holds is compared."""

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
MOST_WAITS = 30
"""For windows that go; one that stays shows in the figures."""


def come_to_rest(opened: Opened, base: Catalog) -> None:
    """Show the first page of a catalogue alone, after what is loaded once was loaded.

    Args:
        opened: what nothing waits in.
        base: what is on show from then on.
    """
    if opened.clients.own is not None:
        opened.clients.leave()
    _hold_catalogues(opened)
    opened.around.current.show(base)
    opened.show_state(WindowState(language="en"))
    choose(opened, "theme", "light")
    opened.speak("en")
    _wait_for_window(opened)
    opened.window.showNormal()
    opened.window.resize(SIZE)
    write_formats(opened)
    for other in QApplication.topLevelWidgets():
        if isValid(other) and other.isVisible() and other is not opened.window:
            other.close()
    # The map takes 32 MiB when it is copied, and so does the guide when all of it is selected.
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().setText("rest", mode)
    for _ in range(MOST_WAITS):
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        if all(each is opened.window for each in windows):
            break
        QTest.qWait(COLLECT_EVERY_MS)
    QTest.qWait(2 * COLLECT_EVERY_MS)  # garbage is looked for by then


def write_formats(opened: Opened) -> None:
    """Make a small sheet in each format; what makes them stays loaded from then on."""
    current = opened.around.current
    order = SheetOrder(current.index.catalog, current.today, "en")
    sheet = list_sheet(current.index.entries[:5], order)
    for each in FORMATS.values():
        each.make(sheet, Layout(apart=True))


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
