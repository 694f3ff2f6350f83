# SPDX-License-Identifier: MIT
"""What windows and dialogs that went leave behind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDoubleSpinBox, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.background import collect_everything
from azmodels_gui.window.ending import strike_out_rules
from tests.app.conftest import Start
from tests.held import held_bytes, tells_held

FIELDS = 150


def _left_by_fields(styled: QWidget, strike_out: Callable[[QWidget], None]) -> int:
    """Return how many bytes are held more when fields of a window have come and gone."""
    before = held_bytes()
    room = QWidget(styled)
    row = QHBoxLayout(room)
    fields = [kind() for _ in range(FIELDS) for kind in (QDoubleSpinBox, QComboBox)]
    for field in fields:
        row.addWidget(field)
    room.show()
    QApplication.processEvents()
    while fields:
        strike_out(fields.pop())
    room.deleteLater()
    QCoreApplication.sendPostedEvents(room, QEvent.Type.DeferredDelete)
    collect_everything()
    QPixmapCache.clear()
    return held_bytes() - before


@tells_held
def test_qt_keeps_nothing_of_the_style_of_fields_that_went(qtbot: QtBot) -> None:
    styled = QWidget()
    qtbot.addWidget(styled)
    styled.setStyleSheet("QLineEdit { border: 1px solid red; } QComboBox { padding: 2px; }")
    styled.show()
    for _ in range(2):  # fonts and caches
        _left_by_fields(styled, strike_out_rules)
    struck_out = _left_by_fields(styled, strike_out_rules)
    left = _left_by_fields(styled, lambda _field: None)
    if left < FIELDS * 500:
        pytest.skip("this Qt strikes them out itself: the program need not any more")
    assert struck_out < left / 4


ASKING = (
    *("export_sheet", "print", "refresh_settings", "open_link", "admin_commands", "about"),
    *("columns", "new_client", "save_filter", "open_catalog", "open_client", "load_profile"),
)
"""What opens a dialog, the last six one that is waited for."""


@pytest.mark.usefixtures("few_models")
@pytest.mark.parametrize("action", ASKING)
def test_a_dialog_that_was_closed_is_gone(qtbot: QtBot, start: Start, action: str) -> None:
    opened = start("en")
    opened.start_refreshing()
    seen: list[str] = []
    closing = QTimer(opened.window, interval=10)

    @closing.timeout.connect
    def _close() -> None:
        if dialog := QApplication.activeModalWidget():
            closing.stop()
            seen.append(dialog.windowTitle())
            dialog.close()

    closing.start()
    opened.window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not opened.window.findChildren(QDialog))
