# SPDX-License-Identifier: MIT
"""The Tab key: one stop in a row of choices, and no way round what stands before a view."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def stop_at_checked(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab stop at the chosen one of buttons that exclude each other; arrows go on."""
    for button in buttons:
        chosen = button.isChecked()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


def last_inside(part: QWidget) -> QWidget:
    """Return the last widget that Tab can reach inside a part, or the part itself."""
    last, each = part, part.nextInFocusChain()
    while each is not None and each is not part:
        if part.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = each
        each = each.nextInFocusChain()
    return last


def follow(part: QWidget, others: Iterable[QWidget]) -> None:
    """Let Tab go on from the end of a part to other widgets, in their order."""
    for before, after in pairwise((last_inside(part), *others)):
        QWidget.setTabOrder(before, after)
