# SPDX-License-Identifier: MIT
"""Somebody who clicks and types everywhere, a thousand times: nothing may break or be lost."""

import json
import random
import sys
from collections import Counter
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from azmodels_gui.app.application import Opened
from azmodels_gui.app.saved_state import state_from_json
from azmodels_gui.storage.bundled import state_file

ACTIONS = 1_000
CLOSE_EVERY_MS = 30
"""A dialog or menu that somebody else would have to answer is closed after that."""
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2),
    *(Qt.Key.Key_G, Qt.Key.Key_5, Qt.Key.Key_Minus, Qt.Key.Key_E),
)
WITH_CONTROL = (
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6),
    *(Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_D),
)


class Wanderer:
    """Acts at random, and keeps what went wrong meanwhile."""

    def __init__(self, opened: Opened, seed: int) -> None:
        self._opened = opened
        self._dice = random.Random(seed)
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self.pages: Counter[str] = Counter()
        self._last = ""

    def wander(self, actions: int) -> None:
        """Do so many actions, most of them clicks."""
        sys.excepthook = self._on_exception
        before = qInstallMessageHandler(self._on_message)
        closing = QTimer(interval=CLOSE_EVERY_MS)
        closing.timeout.connect(self._close_what_waits)
        closing.start()
        acts = (self._click, self._click, self._press, self._press, self._command, self._language)
        weights = (10, 10, 6, 6, 6, 0.2)
        for _ in range(actions):
            (act,) = self._dice.choices(acts, weights)
            act()
            self.done[act.__name__] += 1
            self.pages[self._opened.window.state().page] += 1
            QApplication.processEvents()
            if self.faults:
                break
        closing.stop()
        self._close_what_waits()
        qInstallMessageHandler(before)

    def _click(self) -> None:
        children = self._opened.window.findChildren(QWidget)
        seen = [each for each in children if each.isVisible() and each.isEnabled()]
        widget = self._dice.choice(seen)
        if not widget.width() or not widget.height():
            return
        at = QPoint(self._dice.randrange(widget.width()), self._dice.randrange(widget.height()))
        button = Qt.MouseButton.LeftButton
        self._last = f"click on {type(widget).__name__} {widget.objectName()} at {at.toTuple()}"
        if self._dice.random() < 0.1:
            QTest.mouseDClick(widget, button, pos=at)
        else:
            modifier = Qt.KeyboardModifier.NoModifier
            if self._dice.random() < 0.1:
                modifier = Qt.KeyboardModifier.ControlModifier
            QTest.mouseClick(widget, button, modifier, at)

    def _press(self) -> None:
        key = self._dice.choice(KEYS)
        self._last = f"key {key.name} in {type(QApplication.focusWidget()).__name__}"
        QTest.keyClick(QApplication.focusWidget() or self._opened.window, key)

    def _command(self) -> None:
        key = self._dice.choice(WITH_CONTROL)
        self._last = f"Ctrl+{key.name} in {type(QApplication.focusWidget()).__name__}"
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(QApplication.focusWidget() or self._opened.window, key, control)

    def _language(self) -> None:
        action = self._dice.choice(self._opened.window.menus["language"].actions())
        self._last = f"language {action.data()}"
        action.trigger()
        QTest.qWaitForWindowExposed(self._opened.window, 5_000)

    def _close_what_waits(self) -> None:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            popup.close()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.faults.append(f"{self._last}: {error!r}")
        sys.__excepthook__(kind, error, trace)

    def _on_message(self, kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in text:
            self.faults.append(f"{self._last}: {text}")


class _Opener(QObject):
    """Takes the addresses that a browser would open."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Leave it at that."""


def wander(opened: Opened) -> None:
    """Act at random on all pages; then save, and find the state as it was shown."""
    opened.start_refreshing()
    opener = _Opener()
    QDesktopServices.setUrlHandler("https", opener, "open")  # type: ignore[arg-type] # bytes are refused
    wanderer = Wanderer(opened, seed=20_261_129)
    wanderer.wander(ACTIONS)
    assert not wanderer.faults, wanderer.faults
    assert wanderer.done.total() == ACTIONS
    assert len(wanderer.pages) >= len(opened.window.pages[1:]), wanderer.pages
    window = opened.window
    assert window.isVisible()
    shown = window.state()
    window.close()
    kept = state_from_json(json.loads(state_file().read_text(encoding="utf-8")))
    assert kept == shown
