# SPDX-License-Identifier: MIT
"""The matrix on paper: every cell once, as a sign, under its region and its group."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.sheets.matrix_sheet import matrix_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.table import Table
from tests.builders import TODAY, catalog, model

ORDER = SheetOrder(catalog(model("alpha")), TODAY, "en")
HEADINGS = ("Model", "Version", "Alpha", "Beta", "Gamma")
ROWS = (("a", "1", "global", "unknown", "–"), ("b", "", "regional", "global", "unknown"))
SIGNS = (("●", "?", "–"), ("●", "●", "?"))
SEEN = Table(
    *("Regions", HEADINGS, ROWS),
    groups=(("", 2), ("EU data zone", 2), ("US data zone", 1)),
    frozen=2,
    signs=SIGNS,
    asked=("Pinned entries",),
    sources=("matrix",),
)


def test_regions_stand_side_by_side_under_their_group() -> None:
    (table,) = matrix_sheet(SEEN, ORDER).tables
    assert [column.title for column in table.columns] == ["Alpha", "Beta", "Gamma"]
    assert table.spans == (("EU data zone", 2), ("US data zone", 1))
    assert [row.label for row in table.rows] == ["a 1", "b"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["global", "unknown", "–"],
        ["regional", "global", "unknown"],
    ]


def test_the_head_says_what_was_asked_and_the_notes_whence() -> None:
    sheet = matrix_sheet(SEEN, ORDER)
    assert sheet.head == ("Pinned entries",)
    assert [note.source for note in sheet.footnotes] == ["matrix"]
    assert not any("USD" in line.text for line in sheet.assumptions)


def test_a_cell_of_several_types_is_explained() -> None:
    (one,) = matrix_sheet(SEEN, ORDER).tables
    assert "top to bottom" not in one.legend
    several = Table(
        "Regions", ("Model", "Alpha"), (("a", "global"),), frozen=1, signs=(("●–\n??",),)
    )
    (table,) = matrix_sheet(several, ORDER).tables
    assert "from top to bottom: regional, data zone, global" in table.legend


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.integers(0, 4))
def test_no_cell_is_lost_or_printed_twice(sizes: list[int], rows: int) -> None:
    cells = tuple(tuple(f"{row}/{at}" for at in range(2 + sum(sizes))) for row in range(rows))
    groups = (("", 2), *((f"group {at}", size) for at, size in enumerate(sizes)))
    headings = tuple(f"column {at}" for at in range(2 + sum(sizes)))
    signs = tuple(row[2:] for row in cells)
    seen = Table("Regions", headings, cells, groups, frozen=2, signs=signs)
    sheet = matrix_sheet(seen, ORDER)
    shown = [cell for table in sheet.tables for row in table.rows for cell in row.cells]
    assert [cell.text for cell in shown] == [cell for row in cells for cell in row[2:]]
    assert [cell.sign for cell in shown] == [cell for row in cells for cell in row[2:]]
