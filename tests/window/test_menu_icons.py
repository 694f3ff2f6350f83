# SPDX-License-Identifier: MIT
"""Menus have icons in every look."""

import pytest

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.menus import ACTIONS
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme
from tests.window.conftest import MakeWindow
from tests.window.samples import EVERY_LOOK


def test_every_action_of_a_menu_has_an_icon_or_can_be_checked(window: MainWindow) -> None:
    window.menus["edit"].aboutToShow.emit()
    bare = [
        name
        for name, spec in ACTIONS.items()
        if window.actions_by_name[name].icon().isNull() is not spec.checkable
    ]
    assert bare == []


@pytest.mark.parametrize("theme", EVERY_LOOK, indirect=True)
def test_the_icons_have_the_colour_of_the_text(window: MainWindow, theme: Theme) -> None:
    window.menus["edit"].aboutToShow.emit()
    icon = window.actions_by_name["undo"].icon()
    assert icon.cacheKey() == theme.icon("undo-2", theme.tokens.text).cacheKey()


def test_a_window_that_only_started_has_drawn_no_icons(make_window: MakeWindow) -> None:
    window = make_window(WindowState())
    assert window.actions_by_name["undo"].icon().isNull()
