# SPDX-License-Identifier: MIT
"""The values of a picture as a list that takes its keyboard."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from azmodels_gui.window.widgets.told_list import ToldList


def test_a_picture_that_has_the_keyboard_goes(qtbot: QtBot) -> None:
    """Its end takes the keyboard from its list, which lives a moment longer."""
    window, picture = QWidget(), QWidget()
    picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    told = ToldList(picture, lambda _line: QRect())
    QVBoxLayout(window).addWidget(picture)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    picture.setFocus()
    qtbot.waitUntil(told.hasFocus)
    picture.deleteLater()
    QCoreApplication.sendPostedEvents(picture, QEvent.Type.DeferredDelete)
    assert not isValid(told)
