# SPDX-License-Identifier: MIT
"""The tree of figures keeps Qt's contract and shows what it was given."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from azmodels_gui.window.models.fact_tree import FactGroup, FactRow, FactTreeModel

GROUPS = (
    FactGroup(FactRow(("Global",)), (FactRow(("Input", "$1.00"), "Page A", "warn"),)),
    FactGroup(FactRow(("Regional", "3"))),
)


def tree() -> FactTreeModel:
    model = FactTreeModel()
    model.set_groups(("Price", "Amount"), GROUPS)
    return model


def test_the_model_keeps_qts_contract(qtmodeltester: Any) -> None:
    qtmodeltester.check(tree())


def test_a_line_shows_its_cells_below_its_heading() -> None:
    model = tree()
    heading = model.index(0, 0)
    amount = model.index(0, 1, heading)
    assert (heading.data(), amount.data()) == ("Global", "$1.00")
    assert amount.parent() == heading


def test_a_line_carries_source_and_tone_in_every_column() -> None:
    model = tree()
    line = model.index(0, 1, model.index(0, 0))
    assert line.data(Qt.ItemDataRole.ToolTipRole) == "Page A"
    assert line.data(FactTreeModel.TONE_ROLE) == "warn"


def test_a_cell_that_a_line_lacks_is_empty() -> None:
    model = tree()
    assert model.index(0, 1).data() == ""


def test_new_groups_replace_the_old_ones_and_their_columns() -> None:
    model = tree()
    model.set_groups(("Only",), (FactGroup(FactRow(("one",))),))
    assert (model.rowCount(), model.columnCount(QModelIndex())) == (1, 1)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Only"
