# SPDX-License-Identifier: MIT
"""Groups and their lines as a tree."""

from typing import Any

from azmodels_gui.sheets.grouped import GroupedRow, RowGroup
from azmodels_gui.window.news.comparing import GroupedRowsModel


def test_the_tree_is_a_sound_model(qtmodeltester: Any) -> None:
    model = GroupedRowsModel()
    qtmodeltester.check(model)
    rows = (GroupedRow(("m 1", "new")), GroupedRow(("m 2", "new"), tone="good"))
    model.set_groups(
        ("Model", "What"), (RowGroup("a", "Added", rows), RowGroup("b", "B", rows[:1]))
    )
    qtmodeltester.check(model)
    group = model.index(0, 0)
    assert group.data() == "Added (2)"
    assert model.index(1, 1, group).data() == "new"
    assert model.line_at(model.index(1, 0, group)) == rows[1]
    assert model.line_at(group) is None
