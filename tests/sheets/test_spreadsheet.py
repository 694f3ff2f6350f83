# SPDX-License-Identifier: MIT
"""Workbooks read back as Excel would, and compared with the catalogue's figures."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from azmodels_gui.answers.conversion import Conversion
from azmodels_gui.catalog.entry import entries
from azmodels_gui.sheets.sheet import CellKind, Sheet, SheetKind
from azmodels_gui.sheets.spreadsheet import xlsx_bytes
from tests.sheets.samples import made, order, sheet_catalog


def opened(sheet: Sheet) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet)))


def row_of(page: Worksheet, label: str) -> tuple[Any, ...]:
    return next(row for row in page.iter_rows() if row[0].value == label)


def values(page: Worksheet, label: str) -> list[object]:
    return [cell.value for cell in row_of(page, label)]


def test_figures_are_the_catalogues() -> None:
    page = opened(made(SheetKind.COMPARISON, order("en"))).worksheets[0]
    alpha, beta = list(entries(sheet_catalog()))[:2]
    assert alpha.version.limits.context_window is not None
    assert beta.version.limits.context_window is not None
    assert values(page, "Context window")[1:3] == [
        alpha.version.limits.context_window.tokens,
        beta.version.limits.context_window.tokens,
    ]
    assert values(page, "Input, global")[1:3] == [2.5, 0.25]
    assert values(page, "Retirement date")[1:3] == [datetime(2027, 9, 2), datetime(2027, 2, 9)]
    assert values(page, "Max output")[1:3] == [128_000, "unknown"]


def test_every_number_of_every_sheet_is_a_real_number() -> None:
    for kind in SheetKind:
        sheet = made(kind, order("de"))
        pages = opened(sheet).worksheets
        for table, page in zip(sheet.tables, pages, strict=False):
            lines = iter(list(page.iter_rows()))
            for row in table.rows:
                read = next(line for line in lines if line[0].value == row.label)
                for cell, one in zip(row.cells, read[1:], strict=False):
                    if cell.kind in (CellKind.NUMBER, CellKind.MONEY):
                        assert isinstance(one.value, int | float), (kind, row.label)
                        assert one.value == pytest.approx(float(str(cell.value)))


@pytest.mark.parametrize(
    ("language", "money", "day"),
    [
        pytest.param("de", '#,##0.00 "$"', "dd.mm.yyyy", id="German"),
        pytest.param("en", '"$"#,##0.00', "d mmm yyyy", id="English"),
    ],
)
def test_formats_follow_the_language(language: str, money: str, day: str) -> None:
    page = opened(made(SheetKind.COMPARISON, order(language))).worksheets[0]
    price = "Eingabe, global" if language == "de" else "Input, global"
    date = "Abschaltung am" if language == "de" else "Retirement date"
    assert row_of(page, price)[1].number_format == money
    assert row_of(page, date)[2].number_format == day
    assert row_of(page, date)[1].number_format == f'"▲ "{day}'


def test_other_currencies_have_their_sign() -> None:
    euros = Conversion("EUR", Decimal("0.92"))
    page = opened(made(SheetKind.COMPARISON, order("de", conversion=euros))).worksheets[0]
    cell = row_of(page, "Eingabe, global")[1]
    assert (cell.value, cell.number_format) == (pytest.approx(2.3), '#,##0.00 "€"')


def test_the_first_page_says_title_client_and_catalogue() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    page = opened(sheet).worksheets[0]
    assert [row[0].value for row in page.iter_rows(max_row=6)] == [sheet.title, *sheet.head_lines]


def test_what_a_figure_is_not_alone_stays_beside_it() -> None:
    page = opened(made(SheetKind.COMPARISON, order("en"))).worksheets[0]
    secondary = row_of(page, "Cached input, global")[2]
    assert (secondary.value, secondary.number_format) == (0.02, '"$"#,##0.00" (secondary)"')


def test_headers_are_frozen_and_columns_wide_enough_to_read() -> None:
    page = opened(made(SheetKind.COMPARISON, order("en"))).worksheets[0]
    header = next(cell for cell in page["A"] if cell.value == "Model")
    assert page.freeze_panes == f"B{header.row + 1}"
    assert page.column_dimensions["A"].width >= 30
    assert page.column_dimensions["B"].width >= 12


def test_a_page_lists_the_sources_with_date_and_address() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    page = opened(sheet)["Sources"]
    rows = list(page.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [note.number for note in sheet.footnotes]
    assert ("Document prices", "5 Oct 2026", "https://example.com/prices") in [
        row[1:4] for row in rows
    ]
    assert page["D2"].hyperlink is not None


def test_texts_never_become_formulas_or_links() -> None:
    asked = order("en", client="=1+1", note="@SUM(A1)", title="https://example.com")
    for kind in SheetKind:
        for page in opened(made(kind, asked)).worksheets:
            for row in page.iter_rows():
                assert all(cell.data_type != "f" for cell in row)
                linked = [cell for cell in row if cell.hyperlink]
                assert not linked or page.title in ("Sources", "Quellen")


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert xlsx_bytes(made(SheetKind.FACTS, order())) == xlsx_bytes(made(SheetKind.FACTS, order()))


def test_pages_have_names_that_excel_accepts() -> None:
    sheet = made(SheetKind.FACTS, order("en", sheet_catalog(30)), 20)
    names = opened(sheet).sheetnames
    assert len(set(map(str.casefold, names))) == len(names) > 20
    assert all(len(name) <= 31 for name in names)


def test_the_answer_stands_above_the_table_of_regions() -> None:
    found = sheet_catalog(12)
    book = opened(made(SheetKind.COVERAGE, order("en", found, regions=()), 12))
    rows = [list(filter(None, row)) for row in book["Answer"].iter_rows(values_only=True)]
    at = next(at for at, row in enumerate(rows) if "No region offers all 12 models" in str(row))
    assert rows[at + 2][0] == "Unknown or disputed (5)"
    assert rows[at + 3][0] == "Model"
