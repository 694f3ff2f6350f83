# SPDX-License-Identifier: MIT
"""The dialogs of the menu Help can be read to the end, on a low screen too."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.window.dialogs.help_dialogs import TextDialog, signs_and_keys


@pytest.mark.parametrize("height_px", [300, 480, 1200])
def test_no_paragraph_is_cut_off(qtbot: QtBot, height_px: int) -> None:
    dialog = TextDialog("Signs and keys", signs_and_keys())
    qtbot.addWidget(dialog)
    dialog.resize(dialog.width(), height_px)
    dialog.show()
    QApplication.processEvents()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_short_text_needs_no_scroll_bar(qtbot: QtBot) -> None:
    dialog = TextDialog("About", ("One line.", "Another one."))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert not dialog.area.verticalScrollBar().maximum()
    assert dialog.height() < 250
