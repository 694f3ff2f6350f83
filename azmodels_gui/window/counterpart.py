# SPDX-License-Identifier: MIT
"""Finds in one window the widget that stands where another stands in a window built alike."""

from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QWidget


def counterpart(widget: QWidget, window: QWidget, other: QWidget) -> QWidget | None:
    """Return the widget at the same place below another window; None: it has none there."""
    steps = []
    while widget is not window:
        parent = widget.parentWidget()
        if parent is None:
            return None
        steps.append((type(widget), _alike(parent, type(widget)).index(widget)))
        widget = parent
    for kind, place in reversed(steps):
        alike = _alike(other, kind)
        if place >= len(alike):
            return None
        other = alike[place]
    return other


def go_on_at(holder: QWidget, window: QWidget, other: QWidget) -> None:
    """Give the keyboard to the counterpart of the widget that has it."""
    found = counterpart(holder, window, other)
    if found is None:
        return
    found.setFocus()
    if isinstance(found, QLineEdit) and isinstance(holder, QLineEdit):
        found.setCursorPosition(holder.cursorPosition())


def scroll_alike(window: QWidget, other: QWidget) -> None:
    """Scroll what is seen in another window to where it is in one."""
    for area in window.findChildren(QAbstractScrollArea):
        found = counterpart(area, window, other) if area.isVisible() else None
        if isinstance(found, QAbstractItemView):
            found.doItemsLayout()  # before, there is nowhere to scroll to
        if isinstance(found, QAbstractScrollArea):
            found.verticalScrollBar().setValue(area.verticalScrollBar().value())
            found.horizontalScrollBar().setValue(area.horizontalScrollBar().value())


def _alike(parent: QWidget, kind: type) -> list[QWidget]:
    """Return the children of exactly that class, in the order they were made."""
    return [each for each in parent.children() if type(each) is kind]  # type: ignore[misc]
