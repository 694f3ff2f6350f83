# SPDX-License-Identifier: MIT
"""What can be pressed is at least 24 pixels wide and high (WCAG 2.2, 2.5.8), on every page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTabBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from azmodels_gui.window.theme import TARGET_PX
from azmodels_gui.window.widgets.told_list import ToldList
from tests.app.conftest import Start
from tests.app.test_room import pages, settle

FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox)
TARGETS = (QAbstractButton, *FIELDS)
NOT_PRESSED = (QHeaderView, ToldList)
"""Heads are as high as two lines; a list behind a picture is no target, the picture is."""
OWN_PARTS = (*FIELDS, QTabBar)
"""A part of one of these is pressed within it, or does what keys and wheel do as well."""


def targets(window: QWidget) -> Iterator[tuple[str, QSize]]:
    """Yield what can be pressed and its size; lists by their rows, tabs one by one.

    Left out, as the rule leaves out: links within a text, and what another target does as well
    (scroll bars, whose views go by wheel and keys; the parts of a field; edges of columns).
    """
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget.parentWidget(), OWN_PARTS):
            continue
        name = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
        if isinstance(widget, TARGETS):
            text = getattr(widget, "text", str)()
            yield f"{name} {text[:30]!r}", widget.size()
        elif isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                yield f"{name} {widget.tabText(tab)!r}", widget.tabRect(tab).size()
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, NOT_PRESSED):
            yield from ((f"{name} {words}", size) for words, size in rows(widget))


def rows(view: QAbstractItemView) -> Iterator[tuple[str, QSize]]:
    """Yield the rows of a tree, and the first of a table."""
    index = view.model().index(0, 0)
    while index.isValid():
        yield str(index.data()), QSize(TARGET_PX, view.visualRect(index).height())
        below = isinstance(view, QTreeView) and view.indexBelow(index)
        index = below or QModelIndex()


@pytest.mark.parametrize("language", ["en", "de"])
def test_whatever_can_be_pressed_is_large_enough(
    start: Start, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    pins = [piece for name in ("gpt-5.2", "o3", "gpt-4.1") for piece in ("--pin", name)]
    window = start(
        language, tmp_path / "state.json", "--filter", "region:germanywestcentral", *pins
    ).window
    window.navigation.select_first()
    small = set()
    for page in pages(window):
        settle(qtbot)
        small |= {
            f"{page}: {name} is {size.width()}x{size.height()}"
            for name, size in targets(window)
            if min(size.width(), size.height()) < TARGET_PX
        }
    assert not small, "\n".join(sorted(small))
