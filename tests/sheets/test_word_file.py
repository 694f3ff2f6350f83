# SPDX-License-Identifier: MIT
"""Word files read back by python-docx: figures, headings, marks, pictures, pages, bytes."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.dossier_sheet import CHAPTERS, dossier_sheet, plain
from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import Brand, Row, Sheet, SheetKind, Table
from tests.sheets.samples import made, order, sheet_catalog, sheet_entries
from tests.sheets.test_logo import JPEG, SVG, png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = '=1+1 <b>&\x00\x1f\ud800\ufffe" |'
CLEAN = '=1+1 <b>&\ufffd\ufffd\ufffd\ufffd" |'
EMU = 12_700


def word(sheet: Sheet, **more: Any) -> bytes:
    return FORMATS["docx"].make(sheet, Layout(**more))


def opened(data: bytes) -> Opened:
    return Document(io.BytesIO(data))


def style_of(paragraph: Paragraph) -> str | None:
    return None if paragraph.style is None else paragraph.style.name


def texts(element: Any) -> str:
    """Return all that is written in an element."""
    return "".join(
        "\n" if part.tag == f"{W}br" else part.text or ""
        for part in element.iter(f"{W}t", f"{W}br")
    )


def said(cell: Any) -> str:
    """Return the text of a cell without its marks of footnotes."""
    mark = f"./{W}rPr/{W}rStyle[@{W}val='SheetMark']"
    return "".join(texts(run) for run in cell.iter(f"{W}r") if run.find(mark) is None)


def lines_of(table: WordTable) -> list[list[str]]:
    return [[said(cell) for cell in row.iter(f"{W}tc")] for row in table._tbl.iter(f"{W}tr")]


def shown(table: Table, row: Row) -> list[str]:
    signs = table.signs or table.compact
    label = row.label
    if row.differs and not table.folds:
        label += "\N{NO-BREAK SPACE}≠"
    return [label, *(marked(cell, signs=signs) for cell in row.cells)]


def all_shown(table: Table) -> list[list[str]]:
    """Return the lines that stand by themselves: of some tables only those that differ."""
    return [shown(table, row) for row in table.rows if row.differs or not table.folds]


def joined(table: Table, parts: Iterator[WordTable]) -> list[list[str]]:
    """Return the lines of a table whose columns stand in several parts of the file."""
    heads = 2 if table.spans else 1
    found: list[list[str]] = []
    while len(found[0]) - 1 < len(table.columns) if found else True:
        lines = [line for line in lines_of(next(parts))[heads:] if len(line) > 1]
        if not found:
            found = [[line[0]] for line in lines]
        for whole, line in zip(found, lines, strict=True):
            whole += line[1:]
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", SheetKind)
def test_every_cell_says_what_the_sheet_says(kind: SheetKind, language: str) -> None:
    sheet = made(kind, order(language))
    parts = iter(opened(word(sheet)).tables)
    for table in sheet.tables:
        assert joined(table, parts) == all_shown(table)
    assert next(parts, None) is None


@pytest.mark.parametrize("count", [1, 2, 8, 20])
@pytest.mark.parametrize("kind", [SheetKind.COMPARISON, SheetKind.COVERAGE, SheetKind.SIZING])
def test_any_number_of_models_fits_the_paper(kind: SheetKind, count: int) -> None:
    sheet = made(kind, order("de", sheet_catalog(20), regions=()), count)
    found = opened(word(sheet))
    section = found.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page
    assert left
    assert right
    parts = iter(found.tables)
    for table in sheet.tables:
        assert joined(table, parts) == all_shown(table)
    for each in found.tables:
        widths = [int(column.get(f"{W}w")) for column in each._tbl.iter(f"{W}gridCol")]
        assert sum(widths) / 20 <= (page - left - right) / EMU + 1
        assert min(widths) / 20 >= 12


@pytest.mark.parametrize("kind", [SheetKind.COMPARISON, SheetKind.SIZING, SheetKind.DOSSIER])
def test_headings_are_headings(kind: SheetKind) -> None:
    sheet = made(kind, order("en"))
    found = opened(word(sheet))
    styles = {each: style_of(each) for each in found.paragraphs}
    last = [sheet.words[key] for key in ("assumptions", "remarks", "sources")]
    first = [sheet.words["answer"]] if sheet.answer else []
    assert [each.text for each, style in styles.items() if style == "Title"] == [sheet.title]
    for level, before, more in ((1, first, last), (2, [], [])):
        headings = [each.text for each, style in styles.items() if style == f"Heading {level}"]
        parts = [each.heading for each in sheet.parts if each.heading and each.level == level]
        assert headings == [*before, *parts, *more]


def test_facts_of_several_models_have_headings_three_deep_in_a_dossier() -> None:
    asked = order("en")
    chapters = [made(kind, plain(asked)) for kind in CHAPTERS]
    sheet = dossier_sheet(chapters, sheet_entries(asked.catalog), asked)
    found = opened(word(sheet))
    headings = [each.text for each in found.paragraphs if style_of(each) == "Heading 3"]
    wanted = [each.heading for each in sheet.parts if each.level == 3]
    assert wanted
    assert headings == wanted


def test_a_dossier_lists_its_chapters_as_links() -> None:
    sheet = made(SheetKind.DOSSIER, order("de"))
    found = opened(word(sheet))
    lines = [each for each in found.paragraphs if style_of(each) == "Sheet Contents"]
    last = [sheet.words[key] for key in ("assumptions", "remarks", "sources")]
    assert [texts(each._p) for each in lines] == ["Inhalt", *sheet.chapters, *last]
    links = [each.get(f"{W}anchor") for line in lines for each in line._p.iter(f"{W}hyperlink")]
    places = {each.get(f"{W}name"): each for each in found.element.body.iter(f"{W}bookmarkStart")}
    assert [texts(places[each].getparent()) for each in links] == [*sheet.chapters, *last]
    begun = [each.get(f"{W}fldCharType") for each in found.element.body.iter(f"{W}fldChar")]
    assert begun == ["begin", "separate", "end"]


def test_the_answers_stand_first_with_their_marks() -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    assert sheet.answer
    found = opened(word(sheet))
    written = [said(each._p) for each in found.paragraphs]
    at = written.index(sheet.words["answer"])
    signs = ["!\N{NO-BREAK SPACE}" * each.warning for each in sheet.answer]
    told = [f"{sign}{e.sentence.text}" for sign, e in zip(signs, sheet.answer, strict=True)]
    assert written[at + 1 : at + 1 + len(told)] == told
    cited = [each._p.find(f"./{W}hyperlink") is not None for each in found.paragraphs]
    assert all(cited[at + 1 : at + 1 + len(told)])


def test_the_recommendation_keeps_its_looks_links_and_points() -> None:
    note = "Take **alpha**, *soon*: [why](https://example.com/why)\n\n1. first\n2. second"
    found = opened(word(made(SheetKind.COMPARISON, order("en", note=note))))
    first = next(each for each in found.paragraphs if each.text.startswith("Take alpha"))
    assert [(run.text, run.bold, run.italic) for run in first.runs][1:4:2] == [
        ("alpha", True, None),
        ("soon", None, True),
    ]
    (link,) = first.hyperlinks
    assert (link.text, link.address) == ("why", "https://example.com/why")
    points = [each.text for each in found.paragraphs if each.paragraph_format.first_line_indent]
    assert points[:2] == ["1.\tfirst", "2.\tsecond"]


def test_the_house_style_of_the_firm_counts() -> None:
    brand = Brand(
        heading="#7a0012",
        font="Georgia",
        footer="Muster Beratung AG",
        author="M. Muster",
        disclaimer="Without warranty.",
    )
    found = opened(word(made(SheetKind.FACTS, order("en", brand=brand))))
    heading = found.styles["Heading 1"]
    assert (heading.font.name, str(heading.font.color.rgb)) == ("Georgia", "7A0012")
    assert "Muster Beratung AG" in texts(found.sections[0].footer._element)
    assert found.core_properties.author == "M. Muster"
    assert "Without warranty." in "\n".join(each.text for each in found.paragraphs)


def test_headings_of_groups_are_of_the_second_level() -> None:
    found = opened(word(made(SheetKind.COMPARISON, order("en"))))
    style = found.styles["Sheet Group"]
    assert style.base_style.name == "Heading 2"
    used = [
        each
        for each in found.element.body.iter(f"{W}pStyle")
        if each.get(f"{W}val") == "SheetGroup"
    ]
    assert len(used) > 5


def test_titles_come_again_and_rows_stay_whole() -> None:
    for table in opened(word(made(SheetKind.COMPARISON, order("en")))).tables:
        rows = list(table._tbl.iter(f"{W}tr"))
        assert rows[0].find(f"./{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"./{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table._tbl.find(f"./{W}tblPr/{W}tblCaption") is not None


def test_figures_stand_at_the_right() -> None:
    sheet = made(SheetKind.SIZING, order("en"))
    found = opened(word(sheet))
    row = found.tables[0].rows[3]
    assert [style_of(cell.paragraphs[0]) for cell in row.cells[1:]] == ["Sheet Figure"] * 2
    assert found.styles["Sheet Figure"].paragraph_format.alignment == 2


def test_what_deserves_a_look_has_a_sign_beside_its_colour() -> None:
    texts = {
        run.text: run.style.name
        for table in opened(word(made(SheetKind.COMPARISON, order("en")))).tables
        for row in table.rows
        for cell in row.cells
        for each in cell.paragraphs
        for run in each.runs
    }
    assert texts["unknown"] == "Sheet Unknown"
    assert texts["▲\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}Sep\N{NO-BREAK SPACE}2027"] == "Sheet Best"
    assert any(text.startswith("!\N{NO-BREAK SPACE}") for text in texts)


def test_marks_lead_to_the_sources_and_those_to_their_documents() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    found = opened(word(sheet))
    body = found.element.body
    places = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    links = {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} - {None}
    assert links
    assert links <= places
    assert places == {f"source_{note.number}" for note in sheet.footnotes}
    addresses = {each.target_ref for each in found.part.rels.values() if each.is_external}
    assert addresses == {note.url for note in sheet.footnotes if note.url}
    sources = [each.text for each in found.paragraphs if style_of(each) == "Sheet Source"]
    assert [text.split(".")[0] for text in sources] == [
        str(note.number) for note in sheet.footnotes
    ]
    assert all(note.text in text for note, text in zip(sheet.footnotes, sources, strict=True))


def test_charts_are_pictures_told_in_words_with_a_caption() -> None:
    sheet = made(SheetKind.SIZING, order("de"), 1)
    charts = [block for part in sheet.parts for block in part.blocks if isinstance(block, Chart)]
    found = opened(word(sheet))
    told = [shape._inline.docPr.get("descr") for shape in found.inline_shapes]
    assert told == [chart.summary for chart in charts]
    assert told
    shapes = opened(word(made(SheetKind.SIZING, order("de", logo=read_logo(SVG)), 1))).inline_shapes
    assert [shape._inline.docPr.id for shape in shapes] == [1, 2]
    captions = [
        texts(each)
        for each in found.element.body.iter(f"{W}p")
        if each.style == found.styles["Caption"].style_id
    ]
    assert any(text.startswith(f"Abbildung 1: {charts[0].title}") for text in captions)
    assert any(text.startswith("Tabelle 1: ") for text in captions)


def test_a_logo_stands_above() -> None:
    for data in (SVG, png(30, 10), JPEG):
        sheet = made(SheetKind.FACTS, order("en", logo=read_logo(data)))
        shape = opened(word(sheet)).inline_shapes[0]
        assert shape._inline.docPr.get("descr") == "Muster GmbH"


@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("en", "en-GB")])
def test_properties_and_language(language: str, locale: str) -> None:
    sheet = made(SheetKind.FACTS, order(language))
    found = opened(word(sheet))
    properties = found.core_properties
    assert (properties.title, properties.author, properties.language) == (
        sheet.title,
        "azmodels",
        locale,
    )
    assert properties.subject == sheet.client_line
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 24)
    told = {each.get(f"{W}val") for each in found.styles.element.iter(f"{W}lang")}
    assert told == {locale}


def test_pages_are_counted_in_the_footer() -> None:
    sheet = made(SheetKind.FACTS, order("de"))
    found = opened(word(sheet)).sections[-1]
    fields = [each.get(f"{W}instr").strip() for each in found.footer._element.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert texts(found.footer._element) == f"{sheet.catalog_line}Seite 1 von 1"
    assert "Muster GmbH" in texts(found.header._element)


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        pytest.param("A4", False, (210.0, 297.0), id="A4"),
        pytest.param("A4", True, (297.0, 210.0), id="A4 turned"),
        pytest.param("Letter", False, (215.9, 279.4), id="Letter"),
    ],
)
def test_the_paper_is_as_asked(paper: str, landscape: bool, size: tuple[float, float]) -> None:
    data = word(made(SheetKind.FACTS, order("de")), paper=paper, landscape=landscape)
    section = opened(data).sections[-1]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == size


def test_the_same_sheet_gives_the_same_bytes() -> None:
    for kind in (SheetKind.COMPARISON, SheetKind.SIZING):
        data = word(made(kind, order("de")))
        assert data == word(made(kind, order("de")))
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert not [name for name in packed.namelist() if "thumbnail" in name]


def test_texts_of_any_kind_stay_texts() -> None:
    asked = order("en", client=HOSTILE, note=f"one\ntwo {HOSTILE}", title=HOSTILE)
    for kind in SheetKind:
        found = opened(word(made(kind, asked)))
        texts = [each.text for each in found.paragraphs]
        assert CLEAN in texts
        assert any(f"two {CLEAN}" in text for text in texts)
        assert {
            each.get(f"{W}instr").split()[0] for each in found.element.body.iter(f"{W}fldSimple")
        } <= {"SEQ", "PAGEREF"}
