# SPDX-License-Identifier: MIT
"""Filters can be kept under a name, gone back to, and deleted."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.models.saved_filters import FilterNameDialog, SavedFilters
from azmodels_gui.window.state import SavedFilter

NEWEST = CatalogQuery(newest_only=True)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def make(parent: QWidget, *saved: SavedFilter) -> SavedFilters:
    made = SavedFilters(saved, parent)
    made.fill()
    return made


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_saved_filter_is_gone_back_to_from_the_menu(qtbot: QtBot, parent: QWidget) -> None:
    saved = make(parent, SavedFilter("mine", NEWEST))
    with qtbot.waitSignal(saved.query_asked) as asked:
        saved.menu.actions()[0].trigger()
    assert asked.args == [NEWEST]


def test_an_empty_menu_says_that_it_is_empty(parent: QWidget) -> None:
    assert words(make(parent).menu) == ["No filter is saved yet"]


def test_a_filter_is_deleted_from_the_menu(qtbot: QtBot, parent: QWidget) -> None:
    saved = make(parent, SavedFilter("mine", NEWEST))
    (deletion,) = saved.menu.findChildren(QMenu)
    with qtbot.waitSignal(saved.changed):
        deletion.actions()[0].trigger()
    assert saved.saved == ()


def test_a_name_with_an_ampersand_keeps_it(parent: QWidget) -> None:
    assert words(make(parent, SavedFilter("R&D", NEWEST)).menu)[0] == "R&&D"


def test_the_dialog_wants_a_name_and_says_when_it_replaces_one(qtbot: QtBot) -> None:
    dialog = FilterNameDialog(["mine"])
    qtbot.addWidget(dialog)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not save.isEnabled()
    dialog.name.setText("  mine ")
    assert save.isEnabled()
    assert "replaces" in dialog.hint.text()
    assert dialog.chosen() == "mine"
    dialog.name.setText("other")
    assert dialog.hint.text() == ""
