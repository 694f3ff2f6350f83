# SPDX-License-Identifier: MIT
"""Menus have icons in every look."""

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.menus import ACTIONS
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme.theme import Theme, ThemeChoice
from tests.window.conftest import MakeWindow


def test_every_action_of_a_menu_has_an_icon_or_can_be_checked(window: MainWindow) -> None:
    window.menus["edit"].aboutToShow.emit()
    bare = [
        name
        for name, spec in ACTIONS.items()
        if window.actions_by_name[name].icon().isNull() is not spec.checkable
    ]
    assert bare == []


def test_the_icons_follow_the_look(window: MainWindow, theme: Theme) -> None:
    window.menus["edit"].aboutToShow.emit()
    action = window.actions_by_name["undo"]
    light = action.icon().pixmap(16).toImage()
    theme.choose(ThemeChoice.DARK)
    assert action.icon().pixmap(16).toImage() != light


def test_a_window_that_only_started_has_drawn_no_icons(make_window: MakeWindow) -> None:
    window = make_window(WindowState())
    assert window.actions_by_name["undo"].icon().isNull()
