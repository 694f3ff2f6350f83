# SPDX-License-Identifier: MIT
"""Whatever a catalogue says stays text: in no place of the window is it taken for HTML."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.widgets.texts import DeafBrowser
from tests.app.conftest import Start
from tests.app.hostile import Heard, hostile, listening
from tests.app.test_room import pages, settle
from tests.builders import shipped_catalog

BAIT = re.compile(r'<img[^>]*(probe\.png|127\.0\.0\.1|"x")')
MODELS = ("gpt-4.1", "gpt-5.2", "o3", "gpt-image-1", "whisper", "text-embedding-3-large")


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    with listening(tmp_path) as told:
        yield told
    assert told.opened == []


@pytest.fixture
def opened(start: Start, heard: Heard, tmp_path: Path) -> Opened:
    whole = shipped_catalog()
    some = whole.but(models=tuple(each for each in whole.models if each.id in MODELS))
    path = tmp_path / "hostile.json"
    path.write_bytes(catalog_bytes(hostile(some, heard.bait)))
    pins = [piece for name in MODELS[:3] for piece in ("--pin", f'{name}<img src="x">')]
    state = tmp_path / "state.json"
    made = start("de", state, "--catalog", str(path), *pins)
    assert len(made.window.state().pinned) == 3
    return made


def taken_for_html(text: str) -> bool:
    """Tell whether Qt, which guesses, would read a text as HTML with a picture of ours."""
    return "<img" in text and GuiQt.mightBeRichText(text)


def faults(root: QWidget) -> Iterator[str]:
    """Yield every place in a window where a text of the catalogue would be read as HTML."""
    for widget in (root, *root.findChildren(QWidget)):
        told = f"{type(widget).__name__} {widget.objectName()}"
        for name in ("toolTip", "whatsThis", "statusTip"):
            if taken_for_html(getattr(widget, name)()):
                yield f"{name} of {told}: {getattr(widget, name)()[:60]}"
        yield from (f"{told}: {text[:60]!r}" for text in inside(widget))
    for action in root.findChildren(QAction):
        if action.toolTip() != action.text().replace("&", "") and taken_for_html(action.toolTip()):
            yield f"action {action.text()[:40]}"


def inside(widget: QWidget) -> Iterator[str]:
    """Yield what a widget itself would read as HTML."""
    match widget:
        case QLabel():
            rich = widget.textFormat() is not Qt.TextFormat.PlainText
            if rich and taken_for_html(widget.text()):
                yield widget.text()
        case QTextEdit():
            if BAIT.search(widget.toHtml()):  # the guide has pictures of its own
                yield widget.toHtml()
        case QComboBox():
            tips = (widget.itemData(at, Qt.ItemDataRole.ToolTipRole) for at in range(3))
            yield from (tip for tip in tips if taken_for_html(tip or ""))


def hover(root: QWidget) -> Iterator[str]:
    """Ask for every tool tip, as a mouse does that rests; yield those that Qt takes for HTML."""
    for widget in root.findChildren(QWidget):
        if not isValid(widget) or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        view = widget.parent()
        if isinstance(view, QAbstractItemView) and view.viewport() is widget:
            places = list(cells(view))
        elif widget.toolTip():
            places = [widget.visibleRegion().boundingRect().center()]
        else:
            continue
        for place in places:
            QToolTip.hideText()
            asked = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
            QApplication.sendEvent(widget, asked)
            QApplication.processEvents()
            if taken_for_html(QToolTip.text()):
                yield f"tip of {type(widget.parent()).__name__}: {QToolTip.text()[:60]}"
    QToolTip.hideText()


def cells(view: QAbstractItemView) -> Iterator[QPoint]:
    """Yield a place in each row and column on show."""
    shown = view.viewport().rect()
    for down in (8, 48, 88):
        yield from (QPoint(right, down) for right in range(10, shown.width(), 150))


def look(root: QWidget, place: str, found: list[str]) -> None:
    found += [f"{place}: {fault}" for fault in (*faults(root), *hover(root))]


def test_no_pane_takes_a_text_for_html(opened: Opened, qtbot: QtBot) -> None:
    window, found = opened.window, list[str]()
    window.history.change(CatalogQuery())
    window.navigation.select_first()
    for pane in window.models.details.full.panes:
        window.models.details.open_pane(pane.key)
        settle(qtbot)
        look(window.models.details, pane.key, found)
    assert not found, "\n".join(sorted(set(found)))


def test_no_view_of_a_page_takes_a_text_for_html(opened: Opened, qtbot: QtBot) -> None:
    window, found = opened.window, list[str]()
    window.history.change(CatalogQuery())
    for place in pages(window):
        settle(qtbot)
        look(window, place, found)
    assert not found, "\n".join(sorted(set(found)))


def test_rich_text_opens_nothing_whatever_it_names(heard: Heard, qtbot: QtBot) -> None:
    browser = DeafBrowser()
    qtbot.addWidget(browser)
    browser.show()
    for text in (heard.bait, f"<body style='background: url({heard.probe})'>x"):
        browser.setHtml(text)
        browser.grab()
    markdown = f"![a]({heard.probe}) ![b]({heard.url}/b.png) ![c](file://{heard.probe})"
    browser.document().setMarkdown(markdown)
    browser.grab()


def test_no_dialog_takes_a_text_for_html(opened: Opened, qtbot: QtBot) -> None:
    opened.start_refreshing()
    window, found = opened.window, list[str]()
    window.history.change(CatalogQuery(text="<img src=x>"))
    window.history.change(CatalogQuery())
    window.navigation.select_first()
    unlooked = {"quit", "print", "print_preview"}
    for name in list(window.actions_by_name):
        action = opened.window.actions_by_name[name]  # to present is another window
        if name in unlooked or action.isCheckable() or not action.isEnabled():
            continue
        QTimer.singleShot(0, lambda name=name: close_dialogs(name, found))
        action.trigger()
        settle(qtbot)
        close_dialogs(name, found)
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    assert not found, "\n".join(sorted(set(found)))


def close_dialogs(place: str, found: list[str]) -> None:
    for dialog in QApplication.topLevelWidgets():
        # One that was closed goes while the next is looked at.
        if isValid(dialog) and isinstance(dialog, QDialog) and dialog.isVisible():
            look(dialog, place, found)
            dialog.close()
