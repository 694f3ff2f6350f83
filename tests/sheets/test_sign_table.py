# SPDX-License-Identifier: MIT
"""The matrix on paper: few pages, every sign and name in the text, a legend on each page."""

import io
import re

import pypdf
import pytest

from azmodels_gui.sheets.matrix_sheet import matrix_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.sheet_words import raised
from azmodels_gui.sheets.table import Table
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from tests.builders import TODAY, catalog, model
from tests.sheets.paper import page_texts
from tests.sheets.samples import made, order, sheet_catalog

ORDER = SheetOrder(catalog(model("alpha")), TODAY, "en")
SIGNS = "●–?!"


def matrix(rows: int, columns: int, *, several: bool = False) -> Sheet:
    """Return a matrix whose signs come in turn."""
    one = [[SIGNS[(row + at) % 4] for at in range(columns)] for row in range(rows)]
    signs = tuple(tuple(f"●{each}\n{each}–?" if several else each for each in row) for row in one)
    cells = tuple((f"model-{row:02}", "1", *(["words"] * columns)) for row in range(rows))
    names = tuple(f"Region number {at:02}" for at in range(columns))
    groups = (("", 2), ("First group of regions", columns - 1), ("Last", 1))
    headings = ("Model", "Version", *names)
    return matrix_sheet(Table("Regions", headings, cells, groups, frozen=2, signs=signs), ORDER)


def pages(sheet: Sheet, setup: PageSetup) -> list[str]:
    return [re.sub(r"\s+", " ", text) for text in page_texts(pdf_bytes(sheet, setup))]


@pytest.mark.parametrize(("paper", "several"), [("A4", False), ("Letter", True)])
def test_a_large_matrix_takes_few_pages(paper: str, several: bool) -> None:
    found = pages(matrix(67, 33, several=several), PageSetup.of(paper, landscape=True))
    assert len(found) <= (5 if several else 4)
    tables = [text for text in found if "model-" in text]
    for text in tables:
        assert "● offered" in text
        for at in range(33):
            assert f"Region number {at:02}" in text
    assert sorted(re.findall(r"model-\d\d", " ".join(found))) == [
        f"model-{n:02}" for n in range(67)
    ]


def test_every_sign_is_in_the_text_and_its_font_in_the_file() -> None:
    data = pdf_bytes(matrix(4, 8), PageSetup.of())
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = next(page_texts(data))
    for sign in "●?!":
        assert text.count(sign) == 8 + 1  # eight cells and the legend
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        inside = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile3" in inside.get_object()


def test_columns_beyond_the_paper_follow_below() -> None:
    found = pages(matrix(3, 60, several=True), PageSetup.of())
    text = " ".join(found)
    for at in range(60):
        assert text.count(f"Region number {at:02}") == 1
    assert text.count("model-00 1") == text.count("● offered") > 1


def test_the_legend_cites_the_sources_of_the_signs() -> None:
    found = sheet_catalog(12)
    sheet = made(SheetKind.COVERAGE, order("en", found, regions=()), 12)
    text = pages(sheet, PageSetup.of(landscape=True))[0]
    cited = dict.fromkeys(each for row in next(sheet.tables).rows for each in row.sources)
    mark = raised(sheet.numbers(tuple(cited)))
    assert mark
    assert re.search(f"conflicting sources ?{mark}", text)
