# SPDX-License-Identifier: MIT
"""The tree of figures keeps Qt's contract and shows what it was given."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from azmodels_gui.window.models.fact_tree import FactGroup, FactRow, FactTreeModel
from azmodels_gui.window.models.pane import TEXT_MARGIN_PX, FactTreeView
from azmodels_gui.window.theme import Theme

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


@pytest.mark.parametrize("width_px", [225, 245, 600])
def test_a_narrow_pane_shows_names_and_values_whole(
    qtbot: QtBot, theme: Theme, width_px: int
) -> None:
    view = FactTreeView(theme)
    qtbot.addWidget(view)
    said = ("nicht angeboten (Stand 05.10.2026)", "angeboten", "")
    names = ("Datenzone, bereitgestellt", "regional", "global")
    groups = [FactGroup(FactRow(cells)) for cells in zip(names, said, strict=True)]
    view.show_groups(("", ""), groups)
    view.resize(width_px, view.height())
    view.show()
    qtbot.waitExposed(view)
    metrics = view.fontMetrics()
    for row in range(len(groups)):
        for column in (0, 1):
            place = view.visualRect(view.figures.index(row, column))
            room = place.width() - 2 * TEXT_MARGIN_PX
            text = str(view.figures.index(row, column).data())
            needed = metrics.boundingRect(0, 0, room, 999, int(Qt.TextFlag.TextWordWrap), text)
            assert place.height() >= needed.height()
            assert room >= needed.width()
    assert view.height() >= view.visualRect(view.figures.index(2, 0)).bottom()


def test_larger_type_gets_its_room(qtbot: QtBot, theme: Theme) -> None:
    view = FactTreeView(theme)
    qtbot.addWidget(view)
    view.show_groups(("", ""), [FactGroup(FactRow(("Datenzone", "angeboten")))])
    view.resize(400, view.height())
    view.show()
    qtbot.waitExposed(view)
    before = view.columnWidth(1)
    larger = view.font()
    larger.setPointSizeF(2 * larger.pointSizeF())
    view.setFont(larger)
    assert view.columnWidth(1) > before + 20
    assert view.height() > view.fontMetrics().height()
