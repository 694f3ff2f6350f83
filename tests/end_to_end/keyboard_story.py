# SPDX-License-Identifier: MIT
"""The main job of each page, done by keys alone; none is sent to what has not the keyboard."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from azmodels_gui.app.application import Opened
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.client_page import ClientPage
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.guide.guide_page import GuidePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.user_guide import UserGuide

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
MOST_STOPS = 80
TIMEOUT_MS = 10_000


def by_keyboard(opened: Opened) -> None:
    """Go through all pages by keys, from finding a model to the client's commands."""
    window = opened.window
    opened.start_refreshing()  # without an address: it hands on which catalogues are kept
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, TIMEOUT_MS)
    for number, job in enumerate(
        (_models, _regions, _calculator, _compare, _guide, _news, _client), start=1
    ):
        press(Key(Key.Key_0 + number), CTRL)
        job(window)
    _user_guide(window)


def focus() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focus(), key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type a text where the keyboard is."""
    QTest.keyClicks(focus(), text)
    QApplication.processEvents()


def tab_to(wanted: QWidget) -> None:
    """Press Tab until the keyboard is there."""
    seen = []
    for _ in range(MOST_STOPS):
        if wanted.hasFocus():
            return
        seen.append(type(focus()).__name__)
        press(Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {wanted}; it came to {seen}")


def until(true: Callable[[], bool]) -> None:
    """Wait for what is answered in the background."""
    deadline = monotonic() + TIMEOUT_MS / 1_000
    while not true():
        assert monotonic() < deadline, "it did not come true"
        QTest.qWait(20)  # in short pieces: the other thread runs between them


def _models(window: MainWindow) -> None:
    """Find a model, pin it, read its prices."""
    press(Key.Key_F, CTRL)
    write("gpt-5.2")
    press(Key.Key_Down)
    assert window.models.view.hasFocus()
    press(Key.Key_Space)
    assert [model for model, _ in window.pins.keys] == ["gpt-5.2"]
    bar = window.models.details.full.tabs.tabBar()
    until(bar.isVisible)  # what is typed is answered after a pause
    tab_to(bar)
    for _ in range(3):
        press(Key.Key_Right)
    assert window.models.details.full.tabs.currentWidget().accessibleName() == "Prices"


def _regions(window: MainWindow) -> None:
    """Read a cell of the matrix, go to the map, choose a region there."""
    page = window.stack.page
    assert isinstance(page, RegionsPage)
    matrix = page.part
    assert isinstance(matrix, MatrixPart)
    assert matrix.view.hasFocus()
    press(Key.Key_Right)
    assert "gpt-5.2" in matrix.line.title.text()
    tab_to(page.toolbar.part_buttons["matrix"])
    press(Key.Key_Right)
    press(Key.Key_Space)
    part = page.part
    assert isinstance(part, MapPart)
    tab_to(part.map)
    press(Key.Key_PageDown)
    region = part.map.scene.current
    press(Key.Key_Return)
    assert page.choice.region == region
    assert part.page_button.isEnabled()


def _calculator(window: MainWindow) -> None:
    """State a load, read a chart value by value."""
    page = window.stack.page
    assert isinstance(page, CalculatorPage)
    tab_to(page.panel.fields["users"])
    press(Key.Key_A, CTRL)
    write("900")
    press(Key.Key_Return)
    assert page.inputs.users == 900
    chart = page.results.over_load
    until(lambda: chart.canvas.chart is not None)
    tab_to(chart.canvas)
    before = chart.values.text()
    press(Key.Key_Right)
    assert chart.values.text() != before


def _compare(window: MainWindow) -> None:
    """Add a model to compare with, read a line."""
    page = window.stack.page
    assert isinstance(page, ComparePage)
    tab_to(page.bar.models)
    write("gpt-4.1")
    press(Key.Key_Return)
    assert len(page.entries) == 2
    tab_to(page.view)
    before = page.view.currentIndex().row()
    press(Key.Key_Down)
    assert page.view.currentIndex().row() > before


def _guide(window: MainWindow) -> None:
    """Answer where data may be processed; read the short list."""
    page = window.stack.page
    assert isinstance(page, GuidePage)
    buttons = page.panel.where.buttons
    tab_to(next(iter(buttons.values())))
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert buttons["zone"].isChecked()
    until(lambda: "EU" in page.view.toPlainText())
    tab_to(page.view)


def _news(window: MainWindow) -> None:
    """Go along what is retired, and to a model of it."""
    page = window.stack.page
    assert isinstance(page, NewsPage)
    until(lambda: page.lists.view().isVisible() and page.lists.view().rows.rowCount() > 0)
    view = page.lists.view()
    tab_to(view)
    while not view.currentIndex().parent().isValid():  # the heading of a group
        press(Key.Key_Down)
    press(Key.Key_Return)
    until(lambda: window.stack.page is window.models)


def _client(window: MainWindow) -> None:
    """Copy what the client's administrator has to run."""
    page = window.stack.page
    assert isinstance(page, ClientPage)
    tab_to(page.commands.copy_button)
    press(Key.Key_Space)
    assert "az cognitiveservices" in QGuiApplication.clipboard().text()
    tab_to(page.commands.tabs.tabBar())


def _user_guide(window: MainWindow) -> None:
    """Find a word in the guide, and leave it."""
    press(Key.Key_F1)
    (guide,) = window.findChildren(UserGuide)
    guide.activateWindow()  # as a window manager does, of which the virtual screen has none
    assert QTest.qWaitForWindowActive(guide, TIMEOUT_MS)
    tab_to(guide.sought)
    write("PTU")
    press(Key.Key_Escape)
    until(lambda: not window.findChildren(UserGuide))
