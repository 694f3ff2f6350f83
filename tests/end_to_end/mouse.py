# SPDX-License-Identifier: MIT
"""A mouse that lets go only of what is still there.

QTest asks a widget for its place before it lets go of it, also where pressing it has ended it: a
menu that opens at the press waits in a loop of its own, and another window may come meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT, NOT_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@contextmanager
def watched(widget: QWidget) -> Iterator[Callable[[], bool]]:
    """Give what tells whether a widget is still there, whoever made it."""
    gone: list[bool] = []
    connection = widget.destroyed.connect(lambda: gone.append(True))
    yield lambda: not gone
    if not gone:
        QObject.disconnect(connection)


def click(
    widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NOT_HELD, *, twice: bool = False
) -> None:
    """Press a widget and let go of it, once or twice, as long as it is there."""
    with watched(widget) as is_there:
        QTest.mousePress(widget, LEFT, held, at)
        if is_there():
            QTest.mouseRelease(widget, LEFT, held, at)
        if twice and is_there():
            place, second = QPointF(at), QEvent.Type.MouseButtonDblClick
            event = QMouseEvent(second, place, widget.mapToGlobal(place), LEFT, LEFT, held)
            QApplication.sendEvent(widget, event)
            if is_there():
                QTest.mouseRelease(widget, LEFT, held, at)


def drag(widget: QWidget, places: list[QPoint]) -> None:
    """Press a widget at the first place, move over the others, let go at the last."""
    with watched(widget) as is_there:
        QTest.mousePress(widget, LEFT, NOT_HELD, places[0])
        for place in places[1:]:
            if is_there():
                QTest.mouseMove(widget, place)
        if is_there():
            QTest.mouseRelease(widget, LEFT, NOT_HELD, places[-1])
