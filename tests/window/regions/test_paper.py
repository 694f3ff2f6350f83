# SPDX-License-Identifier: MIT
"""The parts of the Regions page on paper: complete, in the light look, one page wide."""

import io

import pypdf
import pytest

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.charts.chart import Picture
from azmodels_gui.sheets.markdown import markdown_text
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, Text
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from azmodels_gui.window.regions.region_map import map_paper
from azmodels_gui.window.regions.region_page import RegionPagePart
from azmodels_gui.window.regions.zones_part import ZonesPart
from tests.builders import TODAY, catalog
from tests.window.regions.conftest import MakePart
from tests.window.regions.samples import GERMANY, index

GERMANY_SOURCE = index().catalog.regions[0].source


@pytest.fixture
def region(make_part: MakePart) -> RegionPagePart:
    made = make_part(RegionPagePart, index())
    made.show_region(GERMANY)
    return made


def sheet_of(region: RegionPagePart) -> Sheet:
    make = region.paper()
    assert make is not None
    return make()


def told(sheet: Sheet) -> str:
    return markdown_text(sheet)


def test_what_folds_on_the_screen_is_unfolded(region: RegionPagePart) -> None:
    text = told(sheet_of(region))
    for words in ("# Germany West Central", "zonal 1", "● offered", "$2.75", "Sweden Central"):
        assert words in text
    assert "Expired; what follows is unknown" in text


def test_it_says_its_day_its_catalogue_and_its_sources(region: RegionPagePart) -> None:
    sheet = sheet_of(region)
    assert sheet.catalog_line in told(sheet)
    assert sheet.day == TODAY
    assert {note.source for note in sheet.footnotes} >= {GERMANY_SOURCE}


def test_what_must_not_be_missed_is_marked(region: RegionPagePart) -> None:
    region.is_disputed = lambda region: region.id == GERMANY
    sheet = sheet_of(region)
    texts = (block for part in sheet.parts for block in part.blocks if isinstance(block, Text))
    warned = [line.text for text in texts for line in text.sentences if line.warning]
    assert any("not in its country" in line for line in warned)


def test_every_line_of_the_page_fits_its_table(region: RegionPagePart) -> None:
    sheet = sheet_of(region)
    for table in sheet.tables:
        assert {len(row.cells) for row in table.rows} <= {len(table.columns)}
    assert len(pypdf.PdfReader(io.BytesIO(pdf_bytes(sheet, PageSetup.of()))).pages) > 0


def test_data_zones_are_told_with_their_countries_and_sources(make_part: MakePart) -> None:
    view = make_part(ZonesPart, index())
    text = told(view.paper()())
    assert "# Where is data processed, where stored?" in text
    assert "Lost \\<b\\>Central\\</b\\>" in text
    assert view.paper()().footnotes
    assert pdf_bytes(view.paper()(), PageSetup.of())


def test_the_map_is_a_page_across_with_its_sources() -> None:
    picture = Picture('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"/>', 1200, 720)
    order = SheetOrder(index().catalog, TODAY, "en")
    sheet = map_paper("Models by region", picture, (GERMANY_SOURCE,), order)
    reader = pypdf.PdfReader(io.BytesIO(pdf_bytes(sheet, PageSetup.of(landscape=True))))
    assert len(reader.pages) == 1
    assert [note.source for note in sheet.footnotes] == [GERMANY_SOURCE]


def test_without_a_region_there_is_nothing_to_print(make_part: MakePart) -> None:
    view = make_part(RegionPagePart, CatalogIndex(catalog(regions=()), TODAY))
    assert view.paper() is None
