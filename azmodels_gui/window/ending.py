# SPDX-License-Identifier: MIT
"""How windows and dialogs go: once nothing waits within them, and with what Qt keeps of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget
from shiboken6 import isValid


class Depth:
    """How deep in waiting the thread of the window is."""

    outermost = 1
    """Of the program's own loop; what is waited for has a deeper one. 0 where none is running."""
    within = 0
    """Of what lets events happen in the midst of its work."""


@contextmanager
def waiting_within() -> Iterator[None]:
    """Let events happen in the midst of some work, without a loop of its own."""
    Depth.within += 1
    try:
        yield
    finally:
        Depth.within -= 1


AGAIN_MS = 50


def once_nothing_waits(owner: QObject, do: Callable[[], object]) -> None:
    """Do something as soon as nothing waits for a dialog, a menu or a printer; often at once.

    A window must not be deleted before: Qt and we go on in it when what it waits for is done.

    Args:
        owner: if it goes before, nothing is done.
        do: what ends a window.
    """
    if Depth.within == 0 and QThread.currentThread().loopLevel() <= Depth.outermost:
        do()
        return
    timer = QTimer(owner, singleShot=True, interval=AGAIN_MS)
    timer.timeout.connect(timer.deleteLater)
    timer.timeout.connect(partial(once_nothing_waits, owner, do))
    timer.start()


FIELD_EVERY_MS = 10
"""Between two fields of what goes: each takes 1 to 2 ms, and somebody goes on elsewhere."""


def end(widget: QWidget) -> None:
    """Delete a window or dialog that nobody sees any more, soon; its fields before, one by one."""
    once_nothing_waits(widget, partial(_end, widget, None))


def _end(widget: QWidget, fields: list[QWidget] | None) -> None:
    if not isValid(widget):
        return
    if fields is None:
        fields = _fields(widget)
    if not fields:
        widget.deleteLater()
        return
    field = fields.pop()
    if isValid(field):
        strike_out_rules(field)
    QTimer.singleShot(FIELD_EVERY_MS, partial(_end, widget, fields))


def _fields(widget: QWidget) -> list[QWidget]:
    return [*widget.findChildren(QAbstractSpinBox), *widget.findChildren(QComboBox)]


def strike_out_rules(field: QWidget) -> None:
    """Let Qt forget what its style sheets say of the parts of a field when the field goes.

    It keeps an entry of 1 KiB, by address, for the line of a spin box and for the list of a choice,
    made before it finds that these have no rules of their own; so it never waits for their end to
    strike it out (`QStyleSheetStyle::renderRule`, Qt 6.11). With rules of their own it does.
    """
    for part in field.children():
        if isinstance(part, QWidget) and not part.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):
            part.ensurePolished()
            part.setStyleSheet(" ")
