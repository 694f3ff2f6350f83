# SPDX-License-Identifier: MIT
"""Exported files are read back: the same texts, no formulas, headings that stay in sight."""

import csv
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.sheets.table import Table, csv_bytes, harmless, xlsx_bytes

DANGEROUS = ("=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", " =1", '=HYPERLINK("https://x")')
TABLE = Table(
    name="Regions",
    headings=("Model", "Version", "Sweden Central", "East US 2"),
    rows=(("gpt-x", "2026-01-01", "Datenzone · global, PTU", "nicht angeboten"),),
    groups=(("", 2), ("EU data zone", 1), ("US data zone", 1)),
    notes=("Catalogue 1, as of 22 Nov 2026",),
    frozen=2,
)


def sheets(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def read_csv(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_workbook_holds_what_is_seen() -> None:
    book = sheets(xlsx_bytes(TABLE))
    sheet = book["Regions"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [value or "" for value in values[0]] == ["", "", "EU data zone", "US data zone"]
    assert values[1] == list(TABLE.headings)
    assert values[2] == list(TABLE.rows[0])
    assert len(values) == 3
    assert book["Sources"]["A1"].value == TABLE.notes[0]


def test_headings_stay_in_sight_and_are_repeated_on_paper_one_page_wide() -> None:
    sheet = sheets(xlsx_bytes(TABLE))["Regions"]
    assert sheet.freeze_panes == "C3"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.auto_filter.ref == "A2:D3"


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_becomes_a_formula(text: str) -> None:
    table = Table("x", (text,), ((text,),), notes=(text,))
    book = sheets(xlsx_bytes(table))
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type == "s", cell
            assert cell.hyperlink is None
    assert [row[0] for row in read_csv(csv_bytes(table))] == [f"'{text}"] * 2


@pytest.mark.parametrize("text", ["gpt-5", "2026-01-01", "a=b", "", "–"])
def test_harmless_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r")), min_size=1))
def test_csv_gives_every_text_back(cells: list[str]) -> None:
    line = tuple(cells)
    for delimiter in (",", ";"):
        read = read_csv(csv_bytes(Table("x", line, (line,)), delimiter), delimiter)
        assert read == [[harmless(cell) for cell in cells]] * 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("a/b:c", "a b c", id="signs Excel forbids"),
        pytest.param("x" * 40, "x" * 31, id="too long"),
        pytest.param("?", "azmodels", id="nothing left"),
    ],
)
def test_any_name_makes_a_sheet_excel_opens(name: str, expected: str) -> None:
    assert sheets(xlsx_bytes(Table(name, ("a",), ()))).sheetnames == [expected]


def test_an_overlong_text_is_cut_rather_than_breaking_the_file() -> None:
    sheet = sheets(xlsx_bytes(Table("x", ("a",), (("y" * 40_000,),))))["x"]
    assert len(sheet["A2"].value) == 32_767


def test_the_clipboard_gets_one_line_a_row() -> None:
    table = Table("x", ("a", "b"), (("tab\tand\nline", "2"),))
    assert table.tab_separated() == "a\tb\ntab and line\t2"
