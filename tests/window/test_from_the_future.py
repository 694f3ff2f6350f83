# SPDX-License-Identifier: MIT
"""The window on a catalogue that is newer than the program."""

import json

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.pane import FactTreeView
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from tests.builders import TODAY
from tests.future import NEWER, every_word, from_the_future, one_of_each, plain, put
from tests.window.conftest import MakeWindow, Speak

DOCUMENT = plain(every_word())
PARTS = 5
"""Words next to each other in the catalogue are new in different windows."""
UNSEEN = ("covered",)
"""Fields whose new words make a fact unknown instead of being shown."""


def opened_on(data: bytes, make_window: MakeWindow, language: str = "en") -> MainWindow:
    current = CurrentCatalog(parse_catalog(data), TODAY)
    state = WindowState(pinned=(("gpt-x", "2026-01-01"), ("plain", "2026-01-01")))
    window = make_window(state, language, current=current)
    window.history.change(CatalogQuery(regions=frozenset({"swedencentral"})))
    return window


def texts(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[str]:
    """Return all that a model shows in words."""
    parent = parent or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            found += [str(index.data()), str(index.data(Qt.ItemDataRole.ToolTipRole))]
            found += texts(model, index) if column == 0 else []
    return found


def said(part: QWidget) -> list[str]:
    """Return every text of a widget, its tables included."""
    told = [label.text() for label in part.findChildren(QLabel)]
    return told + [text for view in part.findChildren(FactTreeView) for text in texts(view.figures)]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_and_pane_takes_new_words_and_shows_them(
    part: int, make_window: MakeWindow, qtbot: QtBot
) -> None:
    document, words = DOCUMENT, dict(zip(one_of_each()[part::PARTS], "abcdefgh", strict=False))
    for path, letter in words.items():
        document = json.loads(put(document, path, NEWER + letter))
    window = opened_on(json.dumps(document).encode(), make_window)
    found = texts(window.models.table) + texts(window.models.facets)
    window.models.present(("gpt-x", "2026-01-01"))
    for pane in window.models.details.full.panes:
        window.models.details.open_pane(pane.key)
        found += said(pane)
    for page in range(len(window.pages)):
        window.navigation.show_page(page)
        assert not window.grab().isNull()
        found += said(window)
    regions = window.findChild(RegionsPage)
    assert regions is not None
    window.navigation.show_page_named("regions")
    for key in ("map", "region", "zones"):
        regions.show_pane(key)
        assert not window.grab().isNull()
    qtbot.waitUntil(lambda: not window.newer_facts.isHidden())
    assert window.newer_facts.text() == f"{len(words)} facts this version does not know"
    seen = {path: any(NEWER + letter in text for text in found) for path, letter in words.items()}
    assert seen == {path: path[-1] not in UNSEEN for path in words}


def test_a_window_on_a_whole_catalogue_of_the_future_says_how_much_is_new(
    make_window: MakeWindow, qtbot: QtBot, speak: Speak
) -> None:
    window = opened_on(json.dumps(from_the_future()).encode(), make_window, "de")
    qtbot.waitUntil(lambda: not window.newer_facts.isHidden())
    assert window.newer_facts.text().endswith("Angaben, die diese Version nicht kennt")
    assert NEWER in window.newer_facts.toolTip()
    window = speak(window, "en")
    qtbot.waitUntil(lambda: not window.newer_facts.isHidden())
    assert window.newer_facts.text().endswith("facts this version does not know")
    window.newer_facts.show_catalog(every_word())
    assert window.newer_facts.isHidden()
