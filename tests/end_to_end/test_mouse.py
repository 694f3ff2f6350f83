# SPDX-License-Identifier: MIT
"""What is pressed and is gone by that is let alone; QTest would end the process."""

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.mouse import click, drag

AT, BESIDE = QPoint(5, 5), QPoint(10, 10)


class Ends(QWidget):
    """Its window goes while it is pressed, as one does whose menu says to go on in another."""

    let_go = 0

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        loop = QEventLoop()
        self.window().destroyed.connect(loop.quit)
        QTimer.singleShot(0, self.window().deleteLater)
        loop.exec()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        Ends.let_go += 1


class Stays(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen: list[str] = []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.seen.append("press")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.seen.append("double")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.seen.append("release")


@pytest.mark.parametrize("how", ["click", "double", "drag"])
def test_what_ends_when_it_is_pressed_is_not_asked_for_more(qtbot: QtBot, how: str) -> None:
    window = QWidget()
    window.show()
    pressed = Ends(window)
    if how == "drag":
        drag(pressed, [AT, BESIDE])
    else:
        click(pressed, AT, twice=how == "double")
    assert Ends.let_go == 0


def test_what_stays_is_pressed_and_let_go(qtbot: QtBot) -> None:
    widget = Stays()
    qtbot.addWidget(widget)
    widget.show()
    click(widget, AT)
    click(widget, AT, twice=True)
    drag(widget, [AT, BESIDE])
    once = ["press", "release"]
    assert widget.seen == [*once, *once, "double", "release", *once]
