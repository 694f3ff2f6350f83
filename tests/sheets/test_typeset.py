# SPDX-License-Identifier: MIT
"""PDFs read back: their text against the catalogue, their pages against the paper."""

import io
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace
from pypdf.generic import DictionaryObject, StreamObject

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.fitting import Setting, lines, text_parts
from azmodels_gui.sheets.paper_tables import SHARES_WIDE, low_parts
from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import (
    Cell,
    CellKind,
    Column,
    Group,
    Part,
    Row,
    Sheet,
    SheetKind,
    Table,
)
from azmodels_gui.sheets.sheet_words import label_numbers
from azmodels_gui.sheets.typeset import MARGIN_MM, NoRoom, PageSetup, pdf_bytes, svg_pages
from tests.apart import told
from tests.sheets.paper import page_texts, pages_read
from tests.sheets.samples import DAY, made, order, sheet_catalog
from tests.sheets.test_files import HOSTILE
from tests.sheets.test_logo import SVG, png

PORTRAIT, LANDSCAPE = PageSetup.of(), PageSetup.of(landscape=True)
PAPERS = [("de", "A4", False, (595, 842)), ("en", "Letter", True, (792, 612))]
"""Each sheet in both languages, on both papers, upright and across; not all eight together."""
POINTS_PER_MM = 72 / 25.4


def opened(sheet: Sheet, setup: PageSetup = PORTRAIT) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(sheet, setup)))


def plain(text: str) -> str:
    """Return a text with one kind of space and no line ends."""
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " "))


def text_of(sheet: Sheet, setup: PageSetup = PORTRAIT) -> str:
    return plain(" ".join(page_texts(pdf_bytes(sheet, setup))))


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize(("language", "paper", "landscape", "size"), PAPERS)
def test_every_sheet_fits_every_paper(
    kind: SheetKind, language: str, paper: str, landscape: bool, size: tuple[int, int]
) -> None:
    setup = PageSetup.of(paper, landscape=landscape)
    pages = list(pages_read(pdf_bytes(made(kind, order(language)), setup)))
    count = len(pages)
    for number, page in enumerate(pages, start=1):
        assert (round(page.width), round(page.height)) == size
        text = plain(page.text)
        told = f"Seite {number} von {count}" if language == "de" else f"Page {number} of {count}"
        assert told in text
        assert ("Kein Angebot" if language == "de" else "No offer") in text


@pytest.mark.parametrize("kind", [SheetKind.COMPARISON, SheetKind.FACTS])
def test_the_narrowest_paper_is_set_and_what_is_narrower_refused(kind: SheetKind) -> None:
    sheet = made(kind, order("de"))
    assert svg_pages(sheet, PageSetup(50, 80, 10))
    for refused in (PageSetup(49, 80, 10), PageSetup(210, 297, 100), PageSetup(80, 20, 10)):
        with pytest.raises(NoRoom):
            svg_pages(sheet, refused)


def test_figures_are_the_catalogues() -> None:
    text = text_of(made(SheetKind.COMPARISON, order("de")))
    for figure in ("400.000", "1.050.000", "128.000", "02.09.2027", "2,50 $", "0,25 $", "0,0375 $"):
        assert figure in text, figure
    for words in ("unbekannt", "widersprüchliche Quellen", "Die Quellen widersprechen sich."):
        assert words in text, words
    assert "Document prices, 05.10.2026" in text


@pytest.mark.parametrize("kind", SheetKind)
def test_every_figure_and_label_of_a_sheet_is_on_paper(kind: SheetKind) -> None:
    sheet = made(kind, order("en"))
    found = text_of(sheet, LANDSCAPE).replace(" ", "")
    for table in sheet.tables:
        for row in table.rows:
            assert row.label.replace(" ", "") in found
            for cell in row.cells:
                shown = cell.sign if cell.sign and (table.signs or table.compact) else cell.text
                assert plain(shown).replace(" ", "") in found, cell


@pytest.mark.parametrize(
    ("count", "setup"),
    [*((count, PORTRAIT) for count in (1, 5, 20)), *((count, LANDSCAPE) for count in (2, 8, 20))],
)
def test_any_number_of_models_is_shown_whole_and_inside_the_margins(
    count: int, setup: PageSetup
) -> None:
    margin, found = MARGIN_MM * POINTS_PER_MM, ""
    sheet = made(SheetKind.COMPARISON, order("de", sheet_catalog(20)), count)
    for page in pages_read(pdf_bytes(sheet, setup)):
        found += plain(page.text).replace(" ", "")
        assert len(page.pieces) > 3
        assert not [
            each
            for each in page.pieces
            if not (margin - 1 <= each.left < each.right <= page.width - margin + 1)
            or not (margin - 3 <= each.bottom < each.top <= page.height - margin + 1)
        ]
    for column in next(sheet.tables).columns:
        assert column.title.replace(" ", "") in found


def test_headers_come_again_on_every_page_of_a_table() -> None:
    sheet = made(SheetKind.LIST, order("en", sheet_catalog(150)), 154)
    pages = [plain(text) for text in page_texts(pdf_bytes(sheet, LANDSCAPE))]
    inside = [text for text in pages if "further-" in text]
    assert len(inside) > 3
    assert all("Retirement date" in text or "Global" in text for text in inside)
    assert all(text.index("Model") < text.index("further-") for text in inside)


def test_a_table_that_is_too_wide_goes_on_in_a_part() -> None:
    sheet = made(SheetKind.COMPARISON, order("en", sheet_catalog(20)), 20)
    text = text_of(sheet)
    assert "part 1 of" in text
    parts = int(re.findall(r"part 1 of (\d+)", text)[0])
    assert parts > 2
    assert f"part {parts} of {parts}" in text


def test_the_document_says_its_title_and_language_and_shows_the_title() -> None:
    reader = opened(made(SheetKind.FACTS, order("de"), 1))
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    assert reader.metadata is not None
    assert reader.metadata.title == "Datenblatt: alpha 2026-03-05 – Für Muster GmbH"
    assert str(root["/Lang"]) == "de"
    preferences = root["/ViewerPreferences"].get_object()
    assert isinstance(preferences, DictionaryObject)
    assert bool(preferences["/DisplayDocTitle"])


def test_fonts_are_embedded() -> None:
    told = pdf_bytes(made(SheetKind.SIZING, order("de")), PORTRAIT)
    objects = pypdf.PdfReader(io.BytesIO(told))
    descriptors = [
        found
        for number in range(1, len(objects.xref[0]) + 1)
        if isinstance(found := objects.get_object(number), DictionaryObject)
        and found.get("/Type") == "/FontDescriptor"
    ]
    assert len(descriptors) >= 2
    assert all("/FontFile2" in each or "/FontFile3" in each for each in descriptors)


def test_sources_are_links_that_work() -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    addresses, inside = set(), 0
    for page in opened(sheet).pages:
        for annotation in page.get("/Annots") or ():
            found = annotation.get_object()
            if "/A" in found and "/URI" in found["/A"]:
                addresses.add(found["/A"]["/URI"])
            else:
                inside += 1
    assert addresses == {note.url for note in sheet.footnotes}
    marks = (label_numbers(sheet, table, row) for table in sheet.tables for row in table.rows)
    assert inside >= sum(map(len, marks)) > 10


def test_the_licence_of_every_source_is_told() -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    licensed = [
        replace(note, licence=f"Licence {note.number}", secondary=True) for note in sheet.footnotes
    ]
    text = text_of(replace(sheet, footnotes=tuple(licensed)))
    for note in licensed:
        assert plain(f"{note.text} ({note.licence}, {sheet.words['secondary']})") in text


@pytest.mark.parametrize("count", [2, 8])
def test_read_in_order_a_value_follows_its_label_and_those_before_it(count: int) -> None:
    sheet = made(SheetKind.COMPARISON, order("en", sheet_catalog(8)), count)
    found = text_of(sheet, LANDSCAPE).replace(" ", "")
    *_, appendix = sheet.tables
    for row in (row for group in appendix.groups for row in group.differing):
        between = "[≠▲!¹²³⁴⁵⁶⁷⁸⁹⁰\\s]*"
        texts = (row.label, *(cell.text for cell in row.cells))
        told = between.join(re.escape(plain(each).replace(" ", "")) for each in texts)
        assert re.search(told, found), row.label


def tags(node: DictionaryObject) -> Counter[str]:
    """Count the tags of the structure below a node."""
    found = Counter([str(node.get("/S", ""))])
    below = node.get("/K", [])
    for each in below if isinstance(below, list) else [below]:
        child = each.get_object()
        if isinstance(child, DictionaryObject):
            found += tags(child)
    return found


def test_the_document_is_tagged_for_who_cannot_see_it() -> None:
    sheet = made(SheetKind.SIZING, order("de"))
    reader = opened(sheet)
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    found = tags(root["/StructTreeRoot"].get_object())  # type: ignore[arg-type]
    rows = sum(len(list(table.rows)) for table in sheet.tables)
    assert found["/TR"] >= rows
    assert found["/TD"] >= rows
    assert found["/TH"] >= len(list(sheet.tables))
    assert found["/H1"] >= len(sheet.parts)
    blocks = (block for part in sheet.parts for block in part.blocks)
    assert found["/Figure"] == sum(isinstance(block, Chart) for block in blocks) > 0
    assert found["/L"] > 0
    metadata = root["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    assert b"pdfuaid:part" in metadata.get_data()
    assert b"pdfaid:part" in metadata.get_data()
    assert len(reader.outline) >= len(sheet.parts)


def test_signs_of_other_scripts_are_shown_or_stand_for_themselves() -> None:
    text = text_of(made(SheetKind.LIST, order("en", client="Ωmega \U0010fffd 東京")))
    assert "mega" in text


def pictures(page: pypdf.PageObject) -> int:
    """Count pictures of points; `page.images` reads all that is drawn for it, which takes long."""
    drawn = page["/Resources"].get_object().get("/XObject", DictionaryObject()).get_object()  # type: ignore[union-attr]
    return sum(each.get_object()["/Subtype"] == "/Image" for each in drawn.values())


def test_charts_are_vectors_and_a_png_logo_is_the_only_picture() -> None:
    without = opened(made(SheetKind.SIZING, order("de")))
    with_logo = opened(made(SheetKind.SIZING, order("de", logo=read_logo(png(30, 10)))))
    with_svg = opened(made(SheetKind.SIZING, order("de", logo=read_logo(SVG))))
    assert [sum(map(pictures, each.pages)) for each in (without, with_logo, with_svg)] == [0, 1, 0]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheets = [made(SheetKind.COMPARISON, order("de")) for _ in range(2)]
    first, second = (pdf_bytes(sheet, LANDSCAPE) for sheet in sheets)
    assert first == second
    assert f"D:{DAY:%Y%m%d}".encode() in first


def test_a_client_of_500_characters_with_markup_is_shown_as_typed() -> None:
    name = (HOSTILE * 20)[:500]
    text = text_of(made(SheetKind.LIST, order("en", client=name)))
    assert name.replace(" ", "")[:200] in text.replace(" ", "")


def test_a_cell_higher_than_a_page_is_shown_whole() -> None:
    words = " ".join(f"word{number}" for number in range(1_500))
    sheet = made(SheetKind.LIST, order("en"), 1)
    (part,) = sheet.parts
    table = next(sheet.tables)
    long_row = Row("long", "Long", (Cell(CellKind.TEXT, words), *next(table.rows).cells[1:]))
    longer = replace(table, groups=(Group("list", "", (long_row,)),))
    text = text_of(replace(sheet, parts=(replace(part, blocks=(longer,)),)))
    assert [number for number in range(1_500) if f"word{number}" not in text] == []


def test_a_long_note_is_shown_whole() -> None:
    note = " ".join(f"word{number}" for number in range(300))
    assert "word299" in text_of(made(SheetKind.COMPARISON, order("en", note=note)))


def test_converted_amounts_are_on_paper_with_their_rate() -> None:
    sheet = made(
        SheetKind.COMPARISON, order("de", conversion=Conversion("EUR", Decimal("0.92"), DAY))
    )
    text = text_of(sheet)
    assert "2,30 €" in text
    assert "1 USD = 0,92 EUR" in text


GROWTH = """
from pathlib import Path
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from tests.sheets.paper import page_texts, pages_read
from tests.sheets.samples import made, order, sheet_catalog

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])

sheet = made(SheetKind.COMPARISON, order("de", sheet_catalog(20)), 20)
before = 0
for number in range(9):
    pdf_bytes(sheet, PageSetup.of())
    if number == 2:
        before = resident()
print((resident() - before) / before)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells its memory so")
def test_page_after_page_needs_no_more_memory() -> None:
    # Remembering every document, it doubled.
    assert float(told("-c", GROWTH)) < 0.3


def test_the_rows_of_a_small_table_stay_on_one_page() -> None:
    def part(number: int) -> Part:
        cell = Cell(CellKind.TEXT, "told")
        rows = tuple(Row(f"r{at}", f"row{number}.{at}.", (cell,)) for at in range(5))
        table = Table("Row", (Column("Value"),), (Group("g", "", rows),))
        return Part(f"p{number}", f"Part {number}", (table,))

    sheet = replace(made(SheetKind.COVERAGE, order("en")), parts=tuple(map(part, range(30))))
    pages = [plain(page.extract_text()) for page in opened(sheet).pages]
    for number in range(30):
        names = [f"row{number}.{row}." for row in range(5)]
        on = {at for at, page in enumerate(pages) for name in names if name in page}
        assert len(on) == 1


def test_labels_take_the_room_that_columns_do_not_need() -> None:
    how = Setting(500, 8.5, 3.5, 60)
    label = "Quota of the sixth tier, in the data zone, per token (TPM)"
    (part,) = text_parts([label], [""], [["1,000"]], how)
    assert lines(label, part.label - 7, 8.5) == 1
    texts = ["word " * 60]
    (part,) = text_parts([label], [""], [texts], how)
    assert part.label <= 500 * how.label_share


def test_texts_get_the_room_that_labels_would_take_on_one_line() -> None:
    how = Setting(500, 8.5, 3.5, 60)
    label, texts = "a label of a few words that is rather long", ["word " * 60] * 3
    asked = (["", label], [""] * 3, [[text] for text in texts], how)
    (low,) = low_parts(*asked, shares=SHARES_WIDE, signs=False)
    (usual,) = text_parts(*asked)
    assert low.label < usual.label


def test_where_room_is_scarce_the_licence_is_a_link_and_the_note_short() -> None:
    sheet = made(SheetKind.FACTS, order("en"))
    owed = tuple(replace(note, licence="CC BY 4.0") for note in sheet.footnotes)
    sheet = replace(sheet, footnotes=owed)
    assert plain("CC BY 4.0 (taken out and compared): 1") in text_of(sheet)
    pages = opened(sheet).pages
    found = [note.get_object() for page in pages for note in page.get("/Annots", ())]
    links = [str(note["/A"].get("/URI", "")) for note in found if "/A" in note]
    assert "https://creativecommons.org/licenses/by/4.0/" in links
