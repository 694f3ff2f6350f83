# SPDX-License-Identifier: MIT
"""Renders the window into a PNG without a display."""

import sys
import time

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from azmodels_gui.app.faults import OFFSCREEN_CHATTER
from azmodels_gui.cli.window_options import Arguments
from azmodels_gui.language.words import shown_language
from azmodels_gui.storage.errors import FileNotSaved
from azmodels_gui.storage.files import write_atomically
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.widgets import files

DEFAULT_SIZE_PX = (1440, 900)
LAYOUT_ROUNDS = 4
SHORTEST_WAIT_S, LONGEST_WAIT_S = 0.1, 20
"""Longer than any pause before work begins; longer than any work."""
EXIT_NOT_WRITTEN = 1
EXIT_NOT_FOUND = 2


def write_screenshot(window: MainWindow, arguments: Arguments) -> int:
    """Write what the window shows to `arguments.screenshot`; return the exit code."""
    if arguments.screenshot is None:
        raise ValueError("no file was asked for")
    drop_offscreen_chatter()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(QSize(*(arguments.size_px or DEFAULT_SIZE_PX)))
    window.show()
    _settle()
    window.navigation.select_first()
    if arguments.select and not window.navigation.select_named(arguments.select):
        print(f"azmodels-gui: no entry {arguments.select!r} is on show", file=sys.stderr)
        return EXIT_NOT_FOUND
    if arguments.present:
        before, window = window, window.successor(presents=True)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.presentation.hint.hide()
        window.show()
        window.resize(QSize(*(arguments.size_px or DEFAULT_SIZE_PX)))
        before.hide()
    _settle()
    try:
        write_atomically(arguments.screenshot, png_of(window))
    except FileNotSaved as error:
        print(f"azmodels-gui: {error.told(shown_language())}", file=sys.stderr)
        return EXIT_NOT_WRITTEN
    return 0


def drop_offscreen_chatter() -> None:
    """Keep one message of the offscreen platform, which says nothing, off the terminal."""
    qInstallMessageHandler(_print_message)


def _print_message(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if text != OFFSCREEN_CHATTER:
        print(text, file=sys.stderr)


def _settle() -> None:
    """Let work in the background begin and end, and layouts have their further rounds."""
    begun = time.monotonic()
    while time.monotonic() < begun + LONGEST_WAIT_S and (
        works_in_background() or time.monotonic() < begun + SHORTEST_WAIT_S
    ):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    for _ in range(LAYOUT_ROUNDS):
        QApplication.processEvents()


def png_of(window: MainWindow) -> bytes:
    """Return the window's picture as PNG."""
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image, QPoint())
    return files.png_of(image)
