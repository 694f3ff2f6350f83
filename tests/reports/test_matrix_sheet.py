# SPDX-License-Identifier: MIT
"""A table as it is seen, on paper: every cell once, under its heading and its group."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.reports.matrix_sheet import matrix_sheet
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.table import Table
from tests.builders import TODAY, catalog, model

ORDER = SheetOrder(catalog(model("alpha")), TODAY, "en")
HEADINGS = ("Model", "Version", "Alpha", "Beta", "Gamma")
ROWS = (("a", "1", "global", "unknown", "–"), ("b", "", "regional", "global", "unknown"))


def test_each_group_of_regions_is_a_part_that_names_the_rows_again() -> None:
    groups = (("", 2), ("EU data zone", 2), ("US data zone", 1))
    sheet = matrix_sheet(Table("Regions", HEADINGS, ROWS, groups, ("as asked",), frozen=2), ORDER)
    assert [part.heading for part in sheet.parts] == ["EU data zone", "US data zone"]
    first, second = sheet.tables
    assert [column.title for column in first.columns] == ["Alpha", "Beta"]
    assert [row.label for row in second.rows] == ["a 1", "b"]
    assert [[cell.text for cell in row.cells] for row in second.rows] == [["–"], ["unknown"]]
    assert [line.text for line in sheet.remarks] == ["as asked"]


def test_without_groups_there_is_one_part() -> None:
    (table,) = matrix_sheet(Table("Regions", HEADINGS, ROWS, frozen=2), ORDER).tables
    assert [column.title for column in table.columns] == ["Alpha", "Beta", "Gamma"]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.integers(0, 4))
def test_no_cell_is_lost_or_printed_twice(sizes: list[int], rows: int) -> None:
    cells = tuple(tuple(f"{row}/{at}" for at in range(2 + sum(sizes))) for row in range(rows))
    groups = (("", 2), *((f"group {at}", size) for at, size in enumerate(sizes)))
    headings = tuple(f"column {at}" for at in range(2 + sum(sizes)))
    sheet = matrix_sheet(Table("Regions", headings, cells, groups, frozen=2), ORDER)
    printed = [cell.text for table in sheet.tables for row in table.rows for cell in row.cells]
    assert sorted(printed) == sorted(cell for row in cells for cell in row[2:])
