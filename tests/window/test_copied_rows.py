# SPDX-License-Identifier: MIT
"""Copied rows arrive in a spreadsheet cell by cell."""

from PySide6.QtGui import QStandardItem, QStandardItemModel

from azmodels_gui.window.widgets.texts import tab_separated


def make_model() -> QStandardItemModel:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Model", "Price"])
    for name, price in (("a", "1"), ("tab\tand\nline", "2")):
        model.appendRow([QStandardItem(name), QStandardItem(price)])
    return model


def test_cells_are_separated_by_tabs_in_the_order_asked_for() -> None:
    assert tab_separated(make_model(), [0], [1, 0], headers=False) == "1\ta"


def test_headings_come_first_when_asked_for() -> None:
    assert tab_separated(make_model(), [0], [0, 1], headers=True) == "Model\tPrice\na\t1"


def test_tabs_and_line_ends_inside_a_cell_do_not_start_another() -> None:
    assert tab_separated(make_model(), [1], [0, 1], headers=False) == "tab and line\t2"
