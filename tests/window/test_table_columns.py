# SPDX-License-Identifier: MIT
"""Columns are remembered by name, in order, width and choice."""

from PySide6.QtWidgets import QMenu

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.models.table_columns import WIDEST_PX, TableColumns
from azmodels_gui.window.state import ColumnState


def columns_of(window: MainWindow) -> TableColumns:
    return window.models.view.columns


def hidden(window: MainWindow, key: str) -> bool:
    return window.models.view.isColumnHidden(COLUMN_NUMBERS[key])


def test_columns_come_back_as_they_were_left(window: MainWindow) -> None:
    columns = columns_of(window)
    header = window.models.view.horizontalHeader()
    header.moveSection(0, 3)
    header.resizeSection(COLUMN_NUMBERS["version"], 177)
    columns.set_wanted("ptu", False)
    left = columns.states()
    columns.reset()
    assert columns.states() != left
    columns.apply(left)
    assert columns.states() == left


def test_unknown_columns_and_absurd_widths_are_survived(window: MainWindow) -> None:
    columns = columns_of(window)
    columns.apply([ColumnState("of_the_future", 10), ColumnState("model", 10**9)])
    (model,) = (state for state in columns.states() if state.id == "model")
    assert model.width_px == WIDEST_PX
    assert {state.id for state in columns.states()} == {column.key for column in COLUMNS}


def test_how_it_is_offered_is_a_column_only_while_a_region_is_chosen(window: MainWindow) -> None:
    columns = columns_of(window)
    assert (hidden(window, "offered_here"), hidden(window, "deployment_types")) == (True, False)
    columns.show_for_regions(True)
    assert (hidden(window, "offered_here"), hidden(window, "deployment_types")) == (False, True)


def test_the_menu_hides_and_shows_a_column(window: MainWindow) -> None:
    columns = columns_of(window)
    menu = QMenu()
    columns.fill(menu)
    (action,) = (action for action in menu.actions() if action.data() == "version")
    action.setChecked(False)
    assert hidden(window, "version")
    assert not columns.is_wanted("version")


def test_the_last_column_cannot_be_hidden(window: MainWindow) -> None:
    columns = columns_of(window)
    for column in COLUMNS:
        columns.set_wanted(column.key, False)
    assert sum(columns.is_wanted(column.key) for column in COLUMNS) == 1
