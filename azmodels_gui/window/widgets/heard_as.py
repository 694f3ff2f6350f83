# SPDX-License-Identifier: MIT
"""What a screen reader is told that a widget is, where Qt does not know."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget

_ROLE = "heard_as"


def hear_as(widget: QWidget, role: str) -> None:
    """Give a widget that takes the keyboard a role, by its name in `QAccessible.Role`."""
    widget.setProperty(_ROLE, role)


def tell_roles() -> None:
    """Tell roles from now on; without this Qt calls such widgets, and scrolled ones, fillers.

    To be called once the window is there: to import who asks takes 3 ms.
    """
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget

    def heard(_kind: str, thing: QObject) -> QAccessibleWidget | None:
        role = thing.property(_ROLE) or ("Pane" if isinstance(thing, QScrollArea) else None)
        if role is None or not isinstance(thing, QWidget):
            return None
        return QAccessibleWidget(thing, QAccessible.Role[role])

    QAccessible.installFactory(heard)
