# SPDX-License-Identifier: MIT
"""Columns are remembered by name, in order, width and choice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.models.table_columns import WIDEST_PX, ColumnsDialog, TableColumns
from azmodels_gui.window.models.table_painter import TableHeader
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.state import ColumnState, WindowState
from tests.builders import TODAY, catalog, model, offer, version
from tests.window.conftest import MakeWindow

TIP = Qt.ItemDataRole.ToolTipRole
OFFERED = version(offers=[offer("GlobalStandard", "eastus2")])


def columns_of(window: MainWindow) -> TableColumns:
    return window.models.view.columns


def hidden(window: MainWindow, key: str) -> bool:
    return window.models.view.isColumnHidden(COLUMN_NUMBERS[key])


def test_columns_come_back_as_they_were_left(window: MainWindow) -> None:
    columns = columns_of(window)
    header = window.models.view.horizontalHeader()
    header.moveSection(1, 3)
    header.resizeSection(COLUMN_NUMBERS["version"], 177)
    columns.set_wanted("capacity", False)
    columns.set_wanted("ptu", True)
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
    for key in ("offered_here", "deployment_types"):
        columns.set_wanted(key, True)
    assert (hidden(window, "offered_here"), hidden(window, "deployment_types")) == (True, False)
    columns.show_for_regions(True)
    assert (hidden(window, "offered_here"), hidden(window, "deployment_types")) == (False, True)


def test_the_menu_hides_and_shows_a_column(window: MainWindow) -> None:
    columns = columns_of(window)
    menu = QMenu()
    columns.fill(menu)
    (action,) = (action for action in menu.actions() if action.data() == "capacity")
    action.setChecked(False)
    assert hidden(window, "capacity")
    assert not next(each for each in columns.states() if each.id == "capacity").visible


def test_the_names_stay_leftmost_and_cannot_be_hidden(window: MainWindow) -> None:
    columns = columns_of(window)
    for column in COLUMNS:
        columns.set_wanted(column.key, False)
    assert [each.id for each in columns.states() if each.visible] == ["model"]
    columns.apply([ColumnState("capacity", 99), ColumnState("model", 99, False)])
    assert columns.states()[0].id == "model"
    assert not hidden(window, "model")


def test_what_an_older_program_did_not_have_stands_first(window: MainWindow) -> None:
    columns = columns_of(window)
    kept = [ColumnState(key, 99) for key in ("stage", "model", "ptu")]
    columns.apply([*kept, ColumnState("input_price", 99, False)])
    shown = [state.id for state in columns.states() if state.visible]
    assert shown[:3] == ["model", "use_cases", "processing"]
    assert shown[-2:] == ["stage", "ptu"]
    assert hidden(window, "input_price")


FIRST_SCREEN = (
    *("model", "use_cases", "processing", "capacity"),
    *("input_price", "output_price", "eu_data_zone", "retirement"),
)


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
@pytest.mark.parametrize("spoken", ["de", "en"], indirect=True)
def test_all_of_the_first_screen_is_in_sight(
    make_window: MakeWindow, spoken: str, size: tuple[int, int], qtbot: QtBot
) -> None:
    window = make_window(WindowState(size_px=size), spoken)
    view = window.models.view
    window.models.present(("alpha-large", "2026-03-05"))
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
    shown = [key for key in COLUMN_NUMBERS if not hidden(window, key)]
    assert tuple(shown) == FIRST_SCREEN
    header = view.horizontalHeader()
    assert header.length() <= view.viewport().width()
    assert all(header.sectionSize(COLUMN_NUMBERS[key]) >= 40 for key in shown)
    assert isinstance(header, TableHeader)
    for key in FIRST_SCREEN[1:]:
        assert header.needed(COLUMN_NUMBERS[key]) <= header.sectionSize(COLUMN_NUMBERS[key]), key
    assert view.rowHeight(0) >= 38


def test_the_names_stay_in_sight_while_the_table_is_scrolled_sideways(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.models.view
    assert view.frozen is None, "nothing is made for it before"
    for key in ("provider", "deployment_types", "context_window"):
        columns_of(window).set_wanted(key, True)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 90)
    view.sort_by("model", descending=False)
    window.models.present(("gamma", "1"))
    view.horizontalScrollBar().setValue(90)
    assert view.selected_keys() == [("gamma", "1")]
    frozen = view.frozen
    assert frozen is not None
    assert frozen.isVisible()
    assert frozen.width() == view.columnWidth(0)
    line = frozen.visualRect(window.models.table.index(3, 0)).center()
    assert window.models.table.is_line(3)
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert window.models.table.is_folded(3)
    second = frozen.visualRect(window.models.table.index(1, 0)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert view.selected_keys() == [("beta-mini", "2026-01-01")]
    assert not frozen.grab().isNull()
    view.sort_by("model", descending=True)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_keys() == [("alpha-large", "2026-03-05")], "it is kept, and one further"
    assert view.horizontalScrollBar().value() == 90
    assert frozen.selectionModel() is view.selectionModel()
    view.horizontalHeader().resizeSection(0, 222)
    assert frozen.width() == 222
    view.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("x" * 200, id="200 characters"),
        pytest.param("\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}" * 40, id="right to left"),
    ],
)
def test_names_of_any_kind_keep_their_room(make_window: MakeWindow, name: str) -> None:
    built = catalog(model(name, version(name)), model("b", OFFERED))
    window = make_window(current=CurrentCatalog(built, TODAY))
    view = window.models.view
    assert view.horizontalScrollBar().maximum() == 0
    assert not view.grab().isNull()
    tip = window.models.table.index(window.models.table.rowCount() - 1, 0).data(TIP)
    assert name in tip.replace("\n", "")


@pytest.mark.parametrize(
    "built",
    [
        pytest.param(catalog(), id="an empty catalogue"),
        pytest.param(catalog(model("a"), regions=(), data_zones=()), id="no regions"),
        pytest.param(catalog(model("a"), deployment_types=()), id="no deployment types"),
    ],
)
def test_a_bare_catalogue_is_shown(make_window: MakeWindow, built: Catalog) -> None:
    window = make_window(current=CurrentCatalog(built, TODAY))
    assert not window.models.view.grab().isNull()
    assert window.models.table.result.count == len(built.models)


def order(window: MainWindow) -> list[str]:
    return [state.id for state in columns_of(window).states() if not hidden(window, state.id)]


def chosen_in_menu(window: MainWindow, key: str, words: str) -> None:
    """Choose what the menu of a heading offers."""
    menu = QMenu()
    columns_of(window).fill_for(key, menu)
    (action,) = (each for each in menu.actions() if each.text() == words)
    action.trigger()


def test_the_menu_of_a_heading_moves_sorts_and_hides_its_column(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(columns_of(window).changed):
        chosen_in_menu(window, "capacity", "Move left")
    assert order(window)[:4] == ["model", "use_cases", "capacity", "processing"]
    chosen_in_menu(window, "use_cases", "Move left")
    assert order(window)[1] == "use_cases", "names stay leftmost"
    chosen_in_menu(window, "retirement", "Move right")
    assert order(window)[-1] == "retirement"
    chosen_in_menu(window, "input_price", "Sort descending")
    assert window.models.view.sort_state() == ("input_price", True)
    chosen_in_menu(window, "eu_data_zone", "Hide this column")
    assert hidden(window, "eu_data_zone")
    menu = QMenu()
    columns_of(window).fill_for("model", menu)
    can = {each.text(): each.isEnabled() for each in menu.actions()[:5]}
    assert can == {
        **{"Sort ascending": True, "Sort descending": True},
        **{"Move left": False, "Move right": False, "Hide this column": False},
    }


def test_columns_are_chosen_and_ordered_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    columns = columns_of(window)
    dialog = ColumnsDialog(columns.states(), columns.names(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setFocus()
    first = dialog.list.item(0)
    assert not first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.list.setCurrentRow(2)
    assert dialog.list.item(2).text() == "Processing"
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.list.currentRow() == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.down.click()
    columns.apply(dialog.states())
    assert hidden(window, "processing")
    assert order(window)[:3] == ["model", "capacity", "use_cases"]
    assert columns.states() == dialog.states()


def test_arranged_columns_come_back_at_the_next_start(make_window: MakeWindow) -> None:
    window = make_window()
    chosen_in_menu(window, "capacity", "Move left")
    chosen_in_menu(window, "eu_data_zone", "Hide this column")
    again = make_window(window.state())
    assert order(again) == order(window)
    assert columns_of(again).states() == columns_of(window).states()


def test_the_foot_offers_the_columns(window: MainWindow) -> None:
    menu = window.models.foot.columns_button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    offered = {action.data() for action in menu.actions()}
    assert set(COLUMN_NUMBERS) <= offered
