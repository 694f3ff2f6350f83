# SPDX-License-Identifier: MIT
"""Panels at the sides are drawers where they have no room, and come back as they were."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.side_panels import Side, SidePanels
from tests.window.conftest import MakeWindow


class Sides(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.left, self.centre, self.right = (QLabel(each) for each in "lcr")
        for part in (self.left, self.centre, self.right):
            self.splitter.addWidget(part)
        self.panels = SidePanels(self.splitter, 300, theme, self)
        self.panels.take([Side(self.left, 200, True, "Left"), Side(self.right, 200, False, "R")])

    def wide(self, width: int) -> tuple[bool, bool]:
        """Be so wide; return which panels are seen then."""
        self.resize(width, 300)
        self.panels.resize(width, 300)
        QCoreApplication.processEvents()
        return self.seen()

    def seen(self) -> tuple[bool, bool]:
        return self.left.isVisible(), self.right.isVisible()


@pytest.fixture
def sides(theme: Theme, qtbot: QtBot) -> Sides:
    made = Sides(theme)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.wide(900)
    return made


def test_with_room_all_are_seen_and_without_none_is_at_first(sides: Sides) -> None:
    assert sides.wide(900) == (True, True)
    assert sides.wide(600) == (False, False)
    assert sides.wide(900) == (True, True)


def test_a_drawer_takes_the_place_of_the_other(sides: Sides) -> None:
    sides.wide(600)
    sides.panels.show_panel(sides.left, True)
    assert sides.seen() == (True, False)
    sides.panels.show_panel(sides.right, True)
    assert sides.seen() == (False, True)
    sides.panels.show_panel(sides.right, False)
    assert sides.seen() == (False, False)


def test_what_the_user_put_away_stays_away(sides: Sides) -> None:
    sides.panels.show_panel(sides.right, False)
    sides.wide(400)
    sides.panels.show_panel(sides.right, True)
    assert sides.wide(900) == (True, False)


def test_with_one_put_away_the_other_needs_less_room(sides: Sides) -> None:
    sides.panels.show_panel(sides.right, False)
    assert sides.wide(600) == (True, False)


def test_widths_are_as_before(sides: Sides) -> None:
    sides.panels.set_sizes([210, 400, 290])
    before = sides.panels.sizes()
    sides.wide(500)
    assert sides.panels.sizes() == before
    sides.wide(900)
    assert sides.panels.sizes() == before


def test_keys_open_and_close_the_drawers_of_the_models(make_window: MakeWindow) -> None:
    window: MainWindow = make_window(WindowState(size_px=(820, 500)))
    models, actions = window.models, window.actions_by_name
    QCoreApplication.processEvents()
    assert not models.panel.isVisible()
    assert not actions["show_filters"].isChecked()
    actions["show_filters"].trigger()
    assert models.panel.isVisible()
    actions["show_details"].trigger()
    assert models.details.isVisible()
    assert not actions["show_filters"].isChecked()
    window.resize(1400, 700)
    QCoreApplication.processEvents()
    assert models.panel.isVisible()
    assert models.details.isVisible()
    assert actions["show_filters"].isChecked()
