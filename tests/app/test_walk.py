# SPDX-License-Identifier: MIT
"""After everything was opened and closed once, everything still works, and is remembered."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.app.saved_state import state_from_json, state_to_json
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.page import Page
from azmodels_gui.window.regions.region_parts import REGION_PARTS
from azmodels_gui.window.regions.regions_page import RegionsPage
from tests.app.conftest import Start

CHATS = CatalogQuery(text="gpt", use_cases=frozenset({"chat"}), newest_only=True)


def press(*buttons: QAbstractButton) -> None:
    """Press check boxes and buttons twice each: closed and open again."""
    for button in buttons:
        for _ in range(2):
            button.click()
            QApplication.processEvents()


def walk_models(window: MainWindow) -> None:
    window.navigation.show_page_named("models")
    window.models.view.selectRow(0)
    for pane in window.models.details.full.panes:
        window.models.details.open_pane(pane.key)
        QApplication.processEvents()
    for name in ("show_filters", "show_details"):
        for shown in (False, True):
            window.actions_by_name[name].setChecked(shown)
            QApplication.processEvents()
    window.models.panel.view.collapseAll()
    window.models.panel.view.expandAll()
    for text in ("chat", ""):
        window.models.panel.finder.setText(text)


def walk_further(opened: Opened) -> None:
    window = opened.window
    for place in window.pages[1:]:
        window.navigation.show_page_named(place.key)
        QApplication.processEvents()
        walk_parts(place.page)
    for _ in range(2):
        opened.window.present()
        QApplication.processEvents()


def walk_parts(page: Page) -> None:
    match page:
        case RegionsPage():
            for spec in REGION_PARTS:
                page.choose(replace(page.choice, part=spec.key))
        case CalculatorPage():
            press(page.results.explanation.words_button)
        case ComparePage():
            press(page.bar.chart, page.bar.only_differences)
            page.view.fold_all()
            page.view.unfold_all()
        case NewsPage():
            for tab in (1, 0):
                page.lists.tabs.setCurrentIndex(tab)


def take_filters_away(window: MainWindow) -> None:
    """Take away one filter by its chip, and the others at once."""
    window.navigation.show_page_named("models")
    window.history.change(CHATS)
    count = len(window.models.chips.chips)
    QTest.mouseClick(window.models.chips.chips[0], Qt.MouseButton.LeftButton)
    assert len(window.models.chips.chips) == count - 1
    QTest.mouseClick(window.models.chips.clear_button, Qt.MouseButton.LeftButton)
    assert window.history.query == CatalogQuery()
    assert window.models.chips.chips == []


@pytest.fixture
def opened(start: Start) -> Opened:
    return start("en")


def test_walking_all_pages_and_parts_breaks_nothing_and_is_saved(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.start_refreshing()
    opened.window.pins.pin_named(["gpt-4.1", "gpt-4.1-mini"], opened.window.index)
    walk_models(opened.window)
    walk_further(opened)
    take_filters_away(opened.window)
    opened.speak("de")
    take_filters_away(opened.window)
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    window = opened.window
    window.history.change(CHATS)
    assert window.models.chips.chips
    opened.keeper.save()
    assert not window.message_bar.isVisible()
    written = state_from_json(json.loads((tmp_path / "state.json").read_text(encoding="utf-8")))
    assert written == state_from_json(state_to_json(window.state()))
    assert written.query == CHATS
