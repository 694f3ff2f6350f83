# SPDX-License-Identifier: MIT
"""Where the keyboard is can be seen, on every page (WCAG 2.2, 2.4.7)."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.widgets.told_list import ToldList
from tests.app.conftest import Start
from tests.app.test_room import pages, settle

Kind = tuple[str, str, bool]


def stops(window: QWidget) -> Iterator[tuple[Kind, QWidget]]:
    """Yield what Tab comes to, and what it looks like: its class, kind, and whether it is checked.

    Left out are tables and trees, which show the place in them wherever the keyboard is.
    """
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
            continue
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, ToldList):
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            checked = isinstance(widget, QAbstractButton) and widget.isChecked()
            yield (type(widget).__name__, str(widget.property("kind")), checked), widget


def picture(widget: QWidget) -> QImage:
    """Return what is seen of a stop; of a list behind a picture, the picture."""
    QApplication.processEvents()
    behind = widget.parentWidget() if isinstance(widget, ToldList) else None
    return (behind or widget).grab().toImage()


def test_where_the_keyboard_is_is_seen(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    """In the look in which the colour of the focus is that of what is checked."""
    pins = [piece for name in ("gpt-5.2", "gpt-4.1") for piece in ("--pin", name)]
    window = start("en", tmp_path / "state.json", "--theme", "dark", *pins).window
    window.navigation.select_first()
    tried, unseen = set(), set()
    for page in pages(window):
        settle(qtbot)
        for kind, widget in stops(window):
            if kind in tried:
                continue
            tried.add(kind)
            window.activateWindow()
            assert QTest.qWaitForWindowActive(window)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.hasFocus(), (page, kind)
            with_it = picture(widget)
            widget.clearFocus()
            if picture(widget) == with_it:
                unseen.add(f"{page}: {kind} {widget.accessibleName()}")
    assert not unseen, "\n".join(sorted(unseen))
