# SPDX-License-Identifier: MIT
"""A newcomer is told once where to begin; and menus have icons in every look."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from azmodels_gui.window.actions import ACTIONS
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.newcomer import FirstHint
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme.theme import Theme, ThemeChoice
from tests.window.conftest import MakeWindow


def hint_of(window: MainWindow) -> FirstHint | None:
    window.show_first_hint()
    return window.findChild(FirstHint)


@pytest.mark.parametrize("way", ["close_button", "keys", "guide"])
def test_the_hint_goes_away_for_good(make_window: MakeWindow, way: str) -> None:
    window = make_window()
    hint = hint_of(window)
    assert hint is not None
    assert hint.isVisible()
    assert not window.state().hint_read
    button = getattr(hint, way)
    assert isinstance(button, QAbstractButton)
    button.click()
    assert not hint.isVisible()
    assert window.state().hint_read
    assert hint_of(make_window(window.state())) is None


def test_the_hint_leads_to_the_guide(window: MainWindow) -> None:
    hint = hint_of(window)
    assert hint is not None
    hint.guide.click()
    assert window.stack.place.key == "guide"


def test_a_projector_shows_no_hint_and_it_is_there_afterwards(make_window: MakeWindow) -> None:
    window = make_window()
    hint = hint_of(window)
    assert hint is not None
    window.present()
    assert not hint.isVisible()
    window.present()
    assert hint.isVisible()


def test_every_action_of_a_menu_has_an_icon_or_can_be_checked(window: MainWindow) -> None:
    window.menus.edit.aboutToShow.emit()
    bare = [
        name
        for name, spec in ACTIONS.items()
        if window.actions_by_name[name].icon().isNull() is not spec.checkable
    ]
    assert bare == []


def test_the_icons_follow_the_look(window: MainWindow, theme: Theme) -> None:
    window.menus.edit.aboutToShow.emit()
    action = window.actions_by_name["undo"]
    light = action.icon().pixmap(16).toImage()
    theme.choose(ThemeChoice.DARK)
    assert action.icon().pixmap(16).toImage() != light


def test_a_window_that_only_started_has_drawn_no_icons(make_window: MakeWindow) -> None:
    window = make_window(WindowState())
    assert window.actions_by_name["undo"].icon().isNull()
