# SPDX-License-Identifier: MIT
"""The table can be sorted without a mouse."""

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.menus import SortMenu


def choose(window: MainWindow, key: str) -> None:
    menu = window.menus["sort_by"]
    assert isinstance(menu, SortMenu)
    menu.fill()
    next(action for action in menu.actions() if action.data() == key).trigger()


def models_on_show(window: MainWindow) -> list[str]:
    table = window.models.table
    return [entry.model.id for _, entry in table.shown()]


def test_a_column_sorts_and_the_same_again_turns_the_order_round(window: MainWindow) -> None:
    choose(window, "model")
    assert models_on_show(window) == ["alpha-large", "beta-mini", "gamma", "delta"]
    choose(window, "model")
    assert models_on_show(window) == ["gamma", "beta-mini", "alpha-large", "delta"]


def test_the_first_order_can_be_gone_back_to(window: MainWindow) -> None:
    before = models_on_show(window)
    choose(window, "model")
    choose(window, "model")
    choose(window, "")
    assert models_on_show(window) == before
    assert window.state().pages["models"]["sort_column"] == ""


def test_hidden_columns_are_not_offered(window: MainWindow) -> None:
    window.models.view.columns.set_wanted("stage", False)
    window.menus["sort_by"].aboutToShow.emit()
    assert "stage" not in [action.data() for action in window.menus["sort_by"].actions()]
