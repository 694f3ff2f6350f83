# SPDX-License-Identifier: MIT
"""Workbooks read back as Excel would, and compared with the catalogue's figures."""

import io
import zipfile
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.document import entries
from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.native_chart import MOST_COLUMNS
from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import Brand, CellKind, Part, Sheet, SheetKind
from azmodels_gui.sheets.spreadsheet import xlsx_bytes
from tests.sheets.samples import EAST_US_2, GERMANY, SWEDEN, load_chart, made, order, sheet_catalog
from tests.sheets.test_logo import JPEG, SVG, png


def opened(sheet: Sheet) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet)))


def appendix(sheet: Sheet) -> Worksheet:
    """Return the page of a comparison that has every row."""
    page = opened(sheet)["Appendix" if sheet.language == "en" else "Anhang"]
    assert isinstance(page, Worksheet)
    return page


def row_of(page: Worksheet, label: str) -> tuple[Any, ...]:
    return next(row for row in page.iter_rows() if row[0].value == label)


def values(page: Worksheet, label: str) -> list[object]:
    return [cell.value for cell in row_of(page, label)]


def test_figures_are_the_catalogues() -> None:
    page = appendix(made(SheetKind.COMPARISON, order("en")))
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
        pages = [page for page in opened(sheet).worksheets if page.auto_filter.ref]
        written = [*sheet.tables, *filter(None, [sheet.live])]
        for table, page in zip(written, pages, strict=True):
            lines = iter(list(page.iter_rows()))
            for row in table.rows:
                read = next(line for line in lines if line[0].value == row.label)
                for cell, one in zip(row.cells, read[1:], strict=False):
                    if cell.kind in (CellKind.NUMBER, CellKind.MONEY) and not cell.formula:
                        assert isinstance(one.value, int | float), (kind, row.label)
                        assert one.value == pytest.approx(float(str(cell.value)))


@pytest.mark.parametrize("shown", [True, False], ids=["in the text", "below the table"])
def test_a_figure_with_a_long_qualifier_has_room_for_it(shown: bool) -> None:
    """A figure never wraps: Excel shows ### where its column is too narrow."""
    sheet = made(SheetKind.COMPARISON, order("en"))
    table = next(sheet.tables)
    group = table.groups[0]
    after = ", less in many deployments of some regions"
    long = replace(group.rows[0].cells[0], kind=CellKind.NUMBER, value=1_047_576, after=after)
    long = replace(long, text=f"1,047,576{after if shown else ''}")
    row = replace(group.rows[0], cells=(long, *group.rows[0].cells[1:]))
    changed = replace(table, groups=(replace(group, rows=(row,)),))
    book = opened(replace(sheet, parts=(Part("key", "Key", (changed,)),)))
    width = book.worksheets[0].column_dimensions["B"].width
    assert width >= len(f"1,047,576{after}")


def test_charts_that_stand_one_above_the_other_are_one_page() -> None:
    book = opened(made(SheetKind.COMPARISON, order("en")))
    page = next(each for each in book.worksheets if len(each._charts) == 2)
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("portrait", None)
    assert page.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("language", "money", "day"),
    [
        pytest.param("de", '#,##0.00 "$"', "dd.mm.yyyy", id="German"),
        pytest.param("en", '"$"#,##0.00', "d mmm yyyy", id="English"),
    ],
)
def test_formats_follow_the_language(language: str, money: str, day: str) -> None:
    page = appendix(made(SheetKind.COMPARISON, order(language)))
    price = "Eingabe, global" if language == "de" else "Input, global"
    date = "Abschaltung am" if language == "de" else "Retirement date"
    assert row_of(page, price)[1].number_format == money
    assert row_of(page, date)[2].number_format == day
    assert row_of(page, date)[1].number_format == f'"▲ "{day}'


def test_other_currencies_have_their_sign() -> None:
    euros = Conversion("EUR", Decimal("0.92"))
    page = appendix(made(SheetKind.COMPARISON, order("de", conversion=euros)))
    cell = row_of(page, "Eingabe, global")[1]
    assert (cell.value, cell.number_format) == (pytest.approx(2.3), '#,##0.00 "€"')


def test_the_first_page_says_title_client_and_catalogue() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    page = opened(sheet).worksheets[0]
    assert [row[0].value for row in page.iter_rows(max_row=6)] == [sheet.title, *sheet.head_lines]


def test_what_a_figure_is_not_alone_stays_beside_it() -> None:
    page = appendix(made(SheetKind.COMPARISON, order("en")))
    secondary = row_of(page, "Cached input, global")[2]
    assert (secondary.value, secondary.number_format) == (0.02, '"$"#,##0.00" (secondary)"')


def test_headers_are_frozen_and_columns_wide_enough_to_read() -> None:
    page = appendix(made(SheetKind.COMPARISON, order("en")))
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
                assert page.title == "Reckon anew" or all(cell.data_type != "f" for cell in row)
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
    table = next(at for at, row in enumerate(rows) if row[:1] == ["Unknown or disputed (5)"])
    assert at < table
    assert rows[table + 1][0] == "Model"


def test_every_table_has_a_filter_and_prints_well() -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    page = appendix(sheet)
    header = next(cell for cell in page["A"] if cell.value == "Modell")
    assert page.auto_filter.ref == f"A{header.row}:D{page.max_row - 2}"
    assert page.print_title_rows == f"${header.row}:${header.row}"
    assert page.print_title_cols == "$A:$A"
    # One page wide, which is the default of a file, and as many high as it needs.
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (None, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddHeader.left.text == sheet.title
    assert page.oddHeader.right.text == "Muster GmbH"
    assert page.oddFooter.left.text == sheet.catalog_line
    assert page.oddFooter.right.text == "Seite &P von &N"


@pytest.mark.parametrize(("paper", "number"), [("A4", 9), ("Letter", 1)])
def test_the_paper_is_as_asked(paper: str, number: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(made(SheetKind.FACTS, order()), paper)))
    assert {page.page_setup.paperSize for page in book.worksheets} == {number}


def test_the_firm_stands_at_the_foot_and_among_the_properties() -> None:
    brand = Brand(footer="Muster AG & Co.", author="M. Muster")
    book = opened(made(SheetKind.FACTS, order("en", brand=brand)))
    assert book.worksheets[0].oddFooter.center.text == "Muster AG && Co."
    assert book.properties.creator == "M. Muster"


def test_heads_and_feet_are_texts_of_a_length_that_excel_takes() -> None:
    asked = order("en", client="A&B 5 " * 80, title="&L&P " * 90)
    page = opened(made(SheetKind.FACTS, asked)).worksheets[0]
    assert page.oddHeader.right.text.startswith("A&&B 5 A")
    assert page.oddHeader.left.text.startswith("&&L&&P")
    assert len(page.oddHeader.left.text) + len(page.oddHeader.right.text) < 255


def test_pages_of_the_same_heading_name_their_model() -> None:
    names = opened(made(SheetKind.FACTS, order("en", sheet_catalog(3)), 3)).sheetnames
    assert "Prices alpha 2026-03-05" in names
    assert "Prices beta-mini 2" in names
    assert not any(name.endswith(("Prices", "Prices 2")) for name in names)


def test_pages_of_a_dossier_are_named_after_their_chapter_or_model() -> None:
    names = opened(made(SheetKind.DOSSIER, order("de"))).sheetnames
    assert {"Bereitstellung alpha 2026-03-05", "Preise und Kontextfenster"} <= set(names)
    assert not [name for name in names if name.endswith(" 2") and "beta-mini" not in name]
    assert "Neu rechnen" in names


def test_each_figure_tells_its_sources_in_a_note() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    page = appendix(sheet)
    told = row_of(page, "Input, global")[1].comment
    (source,) = (note for note in sheet.footnotes if note.source == "prices")
    assert told is not None
    assert told.text == f"{source.number}. Document prices, 5 Oct 2026"
    # Of a list whose columns have one source each, the titles tell it.
    coverage = opened(made(SheetKind.COVERAGE, order("en"))).worksheets[0]
    header = next(row for row in coverage.iter_rows() if row[0].value == "Region")
    assert header[1].comment is not None


def test_prices_are_numbers_in_several_regions_too() -> None:
    asked = order("en", regions=(GERMANY, SWEDEN, EAST_US_2))
    sheet = made(SheetKind.COMPARISON, asked)
    page = appendix(sheet)
    header = next(cell for cell in page["A"] if cell.value == "Model")
    regions = [cell.value for cell in page[header.row]][1:7]
    assert regions == [each.name for each in (GERMANY, SWEDEN, EAST_US_2)] * 2
    above = [cell.value for cell in page[header.row - 1]]
    assert (above[1], above[4]) == ("alpha 2026-03-05", "beta-mini 2")
    *_, table = sheet.tables
    several = [row for row in table.rows if any(cell.by_region for cell in row.cells)]
    assert several
    here = next(row for row in page.iter_rows() if row[0].value == "Offered in East US 2")
    offered = [cell.value or "" for cell in page[here[0].row + 1]][1:7]
    assert [bool(each) for each in offered] == [False, False, True] * 2
    for row in several:
        read = row_of(page, row.label)
        wanted = [part for cell in row.cells for _, part in cell.by_region or ((None, cell),) * 3]
        assert [one.value for one in read[1:7]] == [
            float(cell.value) if isinstance(cell.value, Decimal) else cell.text for cell in wanted
        ]


def test_charts_are_excels_own_and_told_in_words() -> None:
    for kind, name in ((SheetKind.COMPARISON, "BarChart"), (SheetKind.SIZING, "ScatterChart")):
        # The cost of one model over its load is lines, several are compared by bars.
        sheet = made(kind, order("de"), 1 if kind is SheetKind.SIZING else 2)
        chart = next(b for part in sheet.parts for b in part.blocks if isinstance(b, Chart))
        data = xlsx_bytes(sheet)
        pages = [
            page for page in openpyxl.load_workbook(io.BytesIO(data)).worksheets if page._charts
        ]
        assert {type(each).__name__ for page in pages for each in page._charts} == {name}
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            drawn = [packed.read(each) for each in packed.namelist() if "drawings/drawing" in each]
        assert any(f'descr="{chart.summary}'.encode() in each for each in drawn)


def test_figures_of_a_chart_stand_below_it() -> None:
    sheet = made(SheetKind.SIZING, order("en"), 1)
    chart = next(b for part in sheet.parts for b in part.blocks if isinstance(b, Chart))
    page = next(page for page in opened(sheet).worksheets if page._charts)
    rows = list(page.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(rows) if row[0] == chart.plots[0].x.title)
    for place, line in enumerate(chart.plots[0].lines):
        assert rows[at][2 * place + 1] == line.name
        found = [row[2 * place : 2 * place + 2] for row in rows[at + 1 : at + 3]]
        assert found == [pytest.approx(pair) for pair in zip(line.xs, line.ys, strict=True)]


def test_a_chart_of_too_many_columns_is_a_picture() -> None:
    many = load_chart(MOST_COLUMNS + 1)
    sheet = replace(made(SheetKind.FACTS, order()), parts=(Part("load", "Load", (many,)),))
    page = opened(sheet).worksheets[0]
    assert page["A1"].value == sheet.title  # which stands on the first page, whatever that is
    assert not page._charts
    assert len(page._images) == 1


@pytest.mark.parametrize("data", [SVG, png(300, 100), JPEG])
def test_a_logo_stands_above_the_title(data: bytes) -> None:
    sheet = made(SheetKind.COMPARISON, order("en", logo=read_logo(data)))
    page = opened(sheet).worksheets[0]
    assert len(page._images) == 1
    assert page._images[0].anchor._from.row == 0
    assert (page["A1"].value, page["A2"].value) == (None, sheet.title)


def test_a_long_note_takes_as_many_lines_as_it_needs() -> None:
    page = opened(made(SheetKind.COMPARISON, order("en", note="word " * 300))).worksheets[0]
    cell = next(cell for cell in page["A"] if str(cell.value).startswith("word"))
    assert cell.coordinate in page.merged_cells
    assert cell.alignment.wrap_text
    assert page.row_dimensions[cell.row].height > 150
