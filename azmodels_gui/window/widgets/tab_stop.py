# SPDX-License-Identifier: MIT
"""Keys and readers: stops and order, and what a reader is told where Qt does not know."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QTabWidget, QWidget


def stop_at_checked(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab stop at the chosen one of buttons that exclude each other; arrows go on.

    While none is chosen, it stops at each.
    """
    buttons = tuple(buttons)
    none = not any(button.isChecked() for button in buttons)
    for button in buttons:
        chosen = none or button.isChecked()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


def stop_at_bar(tabs: QTabWidget) -> None:
    """Let the bar of tabs take the keyboard and the widget around it not, as it has no name."""
    tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # which Qt hands on to the bar
    tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)


def read_in_order(widgets: Iterable[QWidget]) -> None:
    """Let screen readers find widgets of one parent in an order, the upper ones later."""
    for widget in widgets:
        widget.raise_()


class TabAnchor(QWidget):
    """A place in the order of the Tab key: before what comes and goes, or after what was made.

    It is never seen and never takes the keyboard. Without it one would have to look for a
    neighbour along Qt's chain of focus, and PySide then ties the life of every widget that it
    returns to another's: when that one goes, living widgets are dead to Python.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Qt ignores an order after one without
        self.setFixedSize(0, 0)
        self.hide()  # a screen reader would find something without a name


def follow(anchor: QWidget, others: Iterable[QWidget]) -> None:
    """Let Tab go on from a place to some widgets, in their order."""
    for before, after in pairwise((anchor, *others)):
        QWidget.setTabOrder(before, after)


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
