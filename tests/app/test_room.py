# SPDX-License-Identifier: MIT
"""Nothing is cut and no window is wider than its screen: 1280x720 at 150 %, and text of 200 %."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.widgets.texts import ElidedLabel
from tests.app.conftest import Start

TEXTS = (QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)


class Room(NamedTuple):
    """What there is to show a window in."""

    size: QSize
    """Without title bar and task bar."""
    points: float
    """Of the font; 0: that of the system."""


SMALL = Room(QSize(853, 440), 0)
"""1280x720 at 150 %."""
LARGE_TYPE = Room(QSize(1280, 680), 18)
"""200 % of what Qt has where no desktop says otherwise."""


@pytest.fixture(params=[SMALL, LARGE_TYPE], ids=["150 %", "text of 200 %"])
def room(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Room]:
    room: Room = request.param
    before = qapp.font()
    if room.points:
        font = qapp.font()
        font.setPointSizeF(room.points)
        qapp.setFont(font)
    yield room
    qapp.setFont(before)


@pytest.fixture
def opened(start: Start, room: Room, tmp_path: Path) -> Opened:
    size = f"{room.size.width()}x{room.size.height()}"
    pins = [piece for name in ("gpt-5.2", "o3", "gpt-4.1") for piece in ("--pin", name)]
    return start("de", tmp_path / "state.json", "--size", size, *pins)


def settle(qtbot: QtBot) -> None:
    for _ in range(4):
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    for _ in range(4):
        QCoreApplication.processEvents()


def needed(text: QWidget) -> QSize:
    """Return the size in which nothing of a text is cut; names that are cut with dots may be."""
    if isinstance(text, QLabel) and text.wordWrap():
        return QSize(0, text.heightForWidth(text.width()))
    if isinstance(text, QAbstractButton) and text.minimumWidth():
        return QSize(text.minimumWidth(), text.sizeHint().height())  # it says what its words need
    if isinstance(text, ElidedLabel | QLineEdit | QComboBox | QAbstractSpinBox):
        return QSize(0, text.fontMetrics().height())
    return QSize(text.sizeHint())


def cut(window: QWidget) -> Iterator[str]:
    """Yield what is cut: too small for its words, or reaching out of what it stands in."""
    for text in (each for kind in TEXTS for each in window.findChildren(kind)):
        if not text.isVisible() or text.window() is not window or not isinstance(text, TEXTS):
            continue
        if isinstance(text.parent(), QLineEdit | QComboBox | QAbstractSpinBox):
            continue  # a part of the field
        words = text.currentText() if isinstance(text, QComboBox) else text.text()
        if not words and isinstance(text, QLabel | QAbstractButton):
            continue
        told = f"{type(text).__name__} {words[:40]!r}"
        need, has = needed(text), text.size()
        if need.width() > has.width() + 1 or need.height() > has.height() + 1:
            yield f"{told} needs {need.toTuple()}, has {has.toTuple()}"
        yield from (f"{told} reaches out of {name}" for name in _left(text))


def _left(text: QWidget) -> Iterator[str]:
    """Yield the name of what a text reaches out of and is not scrolled in."""
    area, parent = QRect(text.geometry()), text.parentWidget()
    while parent is not None and not text.isWindow():
        scrolled = parent.parentWidget()
        if isinstance(scrolled, QAbstractScrollArea) and parent is scrolled.viewport():
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            sideways = scrolled.horizontalScrollBarPolicy() != never
            inside = area.left() >= 0 and area.right() <= parent.width()
            if isinstance(scrolled, QScrollArea) and not sideways and not inside:
                yield type(scrolled).__name__
            return
        if not parent.rect().contains(area):
            yield type(parent).__name__
            return
        if parent.isWindow():
            return
        area.moveTopLeft(parent.mapToParent(area.topLeft()))
        parent = parent.parentWidget()


def pages(window: MainWindow, only: str = "") -> Iterator[str]:
    """Show every view of every page, or of one."""
    for place in window.pages:
        if only not in ("", place.key):
            continue
        window.navigation.show_page_named(place.key)
        page = window.stack.page
        if isinstance(page, RegionsPage):
            for part in page.toolbar.part_buttons:
                page.show_pane(part)
                yield f"{place.key}, {part}"
        elif isinstance(page, CalculatorPage):
            for way, segment in page.panel.segments.buttons.items():
                segment.click()
                yield f"{place.key}, {way}"
        else:
            yield place.key


def test_on_no_page_is_anything_cut_or_wider_than_the_screen(
    opened: Opened, room: Room, qtbot: QtBot
) -> None:
    window, found = opened.window, []
    window.navigation.select_first()
    for page in pages(window):
        settle(qtbot)
        found += [f"{page}: {each}" for each in cut(window)]
        if window.width() > room.size.width() or window.height() > room.size.height():
            found.append(f"{page}: the window is {window.size().toTuple()}")
        window.resize(room.size)
    assert not found, "\n".join(found)


def test_a_drawer_opens_without_anything_being_cut(
    opened: Opened, room: Room, qtbot: QtBot
) -> None:
    window, found = opened.window, []
    window.navigation.select_first()
    for name in ("show_filters", "show_details"):
        window.actions_by_name[name].setChecked(True)
        settle(qtbot)
        found += [f"{name}: {each}" for each in cut(window)]
        assert window.width() <= room.size.width()
    assert not found, "\n".join(found)


def test_a_drawer_of_the_calculator_opens_without_anything_being_cut(
    opened: Opened, room: Room, qtbot: QtBot
) -> None:
    window, found = opened.window, []
    window.navigation.select_first()
    window.navigation.show_page_named("calculator")
    settle(qtbot)
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for sides in (page.sides, page.results.explaining):
        for rail in sides.findChildren(QToolButton, options=direct):
            if rail.isVisible():
                rail.click()
                settle(qtbot)
                found += [f"{rail.accessibleName()}: {each}" for each in cut(window)]
                rail.click()
    assert not found, "\n".join(found)


DIALOGS = ("signs", "about", "about_catalog", "refresh_settings", "open_link", "export_sheet")


def test_no_dialog_is_cut_or_larger_than_the_screen(
    opened: Opened, room: Room, qtbot: QtBot
) -> None:
    opened.start_refreshing()
    window, found = opened.window, []
    window.navigation.select_first()
    for action in DIALOGS:
        window.actions_by_name[action].trigger()
        settle(qtbot)
        (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
        found += [f"{action}: {each}" for each in cut(dialog)]
        least = dialog.minimumSizeHint()
        if least.width() > room.size.width() or least.height() > room.size.height():
            found.append(f"{action}: the dialog needs {least.toTuple()}")
        dialog.close()
    assert not found, "\n".join(found)


@pytest.fixture
def presented(start: Start, tmp_path: Path) -> Opened:
    """Return what has opened a window that is presented before its pages are made."""
    opened = start("de", tmp_path / "state.json", "--pin", "gpt-5.2", "--pin", "o3")
    opened.window.navigation.select_first()
    opened.window.present()
    return opened


def cut_on_pages(window: MainWindow, qtbot: QtBot) -> list[str]:
    found = []
    for page in pages(window):
        settle(qtbot)
        found += [f"{page}: {each}" for each in cut(window)]
    return found


def test_on_a_projector_nothing_is_cut(presented: Opened, qtbot: QtBot) -> None:
    found = cut_on_pages(presented.window, qtbot)
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("few_models")
def test_after_a_projector_nothing_is_cut(presented: Opened, qtbot: QtBot) -> None:
    for _ in pages(presented.window):  # those that are made now, too, come back in small type
        settle(qtbot)
    presented.window.present()
    settle(qtbot)
    found = cut_on_pages(presented.window, qtbot)
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("few_models")
def test_after_a_projector_all_is_as_before(presented: Opened, qtbot: QtBot) -> None:
    presented.window.present()
    window = presented.window
    for place in (*window.pages[1:], window.pages[0]):
        window.navigation.show_page_named(place.key)
        settle(qtbot)
    before, sizes = window.state(), window.models.splitter.sizes()
    for _ in range(2):
        presented.window.present()
        settle(qtbot)
    window = presented.window
    assert window.models.splitter.sizes() == sizes
    assert window.state() == before
