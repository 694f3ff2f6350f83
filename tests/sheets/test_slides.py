# SPDX-License-Identifier: MIT
"""Presentations read back by python-pptx: figures, charts to edit, room, links, bytes."""

import io
import zipfile
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from azmodels_gui.charts.chart import Chart, Rows
from azmodels_gui.sheets.fitting import lines
from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.native_chart import MOST_COLUMNS, Columns, native_charts
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.order import MAX_NOTE
from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import Brand, Part, Sentence, Sheet, SheetKind, Table
from azmodels_gui.sheets.sheet_words import raised
from azmodels_gui.sheets.slide_deck import cut_to, paged
from azmodels_gui.sheets.slides import SEVERAL, key_rows
from azmodels_gui.sheets.template import TemplateUnusable, read_template
from tests.sheets.samples import load_chart, made, order, sheet_catalog
from tests.sheets.test_logo import JPEG, SVG, png
from tests.sheets.test_template import other_types
from tests.sheets.test_word_file import CLEAN, HOSTILE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MAIN = b"presentationml.presentation.main+xml"


def slides(sheet: Sheet, template: bytes | None = None) -> bytes:
    return FORMATS["pptx"].make(sheet, Layout(template=template))


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def tables(found: Any) -> Iterator[Any]:
    return (shape.table for slide in found.slides for shape in slide.shapes if shape.has_table)


def charts(found: Any) -> list[Any]:
    return [shape.chart for slide in found.slides for shape in slide.shapes if shape.has_chart]


def said(cell: Any) -> str:
    """Return the text of a cell without its marks of footnotes."""
    runs = (run for run in cell._tc.iter(f"{A}r") if run.find(f"./{A}rPr").get("baseline") is None)
    return "".join(run.find(f"./{A}t").text or "" for run in runs)


def lines_of(table: Any) -> list[list[str]]:
    """Return the rows below the titles that have figures."""
    rows = [row for row in table.rows if not any(cell.is_merge_origin for cell in row.cells)]
    return [[said(cell) for cell in row.cells] for row in rows[1:]]


def flat(text: str) -> str:
    return text.replace("\n", "")


def shown(table: Table) -> list[list[str]]:
    signs = table.signs or table.compact
    return [
        [
            f"{row.label}\N{NO-BREAK SPACE}≠" if row.differs else row.label,
            *(flat(marked(cell, signs=signs)) for cell in row.cells),
        ]
        for row in table.rows
    ]


def joined(lines: Iterator[list[str]], table: Table) -> list[list[str]]:
    """Return the lines of a table whose columns stand on several slides."""
    count = len(list(table.rows))
    found = list(islice(lines, count))
    while found and len(found[0]) - 1 < len(table.columns):
        more = islice(lines, count)
        found = [whole + line[1:] for whole, line in zip(found, more, strict=True)]
    return found


def told(found: Any) -> str:
    return "\n".join(
        each.text or "" for slide in found.slides for each in slide._element.iter(f"{A}t")
    )


def firsts(sheet: Sheet) -> Iterator[Table]:
    """Yield the first table of each thing that a sheet is about; it begins on a page of its own."""
    found = False
    for part in sheet.parts:
        found = found and not (part.new_page and sheet.kind in SEVERAL)
        for block in part.blocks:
            if isinstance(block, Table) and not found:
                found = True
                yield block


@pytest.mark.parametrize(("kind", "language"), [*zip(SheetKind, cycle(["de", "en"]))])
def test_the_key_table_says_what_the_sheet_says(kind: SheetKind, language: str) -> None:
    sheet = made(kind, order(language))
    wanted = [key_rows(each) for each in firsts(sheet)]
    if kind is SheetKind.COVERAGE:
        wanted = list(sheet.tables)
    lines = iter([line for table in tables(opened(slides(sheet))) for line in lines_of(table)])
    for table in wanted:
        assert joined(lines, table) == shown(table)
    assert next(lines, None) is None


def test_the_costs_of_a_sizing_are_on_the_slides() -> None:
    sheet = made(SheetKind.SIZING, order("en"))
    found = [line for table in tables(opened(slides(sheet))) for line in lines_of(table)]
    costs = [row for row in next(sheet.tables).rows if row.key.startswith("cost_")]
    assert len(costs) == 4
    for row in costs:
        assert [marked(cell) for cell in row.cells] in [line[1:] for line in found]


def test_what_a_chapter_answers_and_what_was_asked_stand_on_one_slide() -> None:
    sheet = made(SheetKind.DOSSIER, order("en"))
    found = opened(slides(sheet))
    titles = [slide.shapes.title.text_frame.text for slide in found.slides]
    chapter = next(part for part in sheet.parts if part.answer and part.blocks)
    at = titles.index(chapter.heading)
    boxes = [each for each in found.slides[at].shapes if each.has_text_frame]
    words = " ".join(" ".join(each.text_frame.text.split()) for each in boxes)
    assert " ".join(chapter.answer[0].lead.split()) in words


def height_of(paragraph: Any, width: float) -> float:
    """Return about how high a paragraph of a text box is."""
    size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=12)
    return lines(paragraph.text, width - 14, size * 0.85) * size * 1.2 + 3.0


def inside(found: Any) -> None:
    """Assert that all stands on its slide and that nothing is smaller than 12 points."""
    for slide in found.slides:
        for shape in slide.shapes:
            # Each question may go through the layout and its master.
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            assert left >= 0
            assert top >= 0
            assert left + width <= found.slide_width + 10
            assert top + height <= found.slide_height
            if shape.has_table:
                high = sum(row.height for row in shape.table.rows)
                assert top + high <= found.slide_height - 30 * 12_700
                assert sum(column.width for column in shape.table.columns) <= width + 10
                assert len(lines_of(shape.table)) <= 16
            if shape.has_text_frame and not shape.is_placeholder:
                points = width / 12_700
                high = sum(height_of(each, points) for each in shape.text_frame.paragraphs)
                assert high <= height / 12_700
        for look in slide._element.iter(f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
            assert int(look.get("sz", "1200")) >= 1200
    for chart in charts(found):
        for look in chart._chartSpace.iter(f"{A}rPr", f"{A}defRPr"):
            assert int(look.get("sz", "1200")) >= 1200


FEW_KINDS = (SheetKind.COMPARISON, SheetKind.COVERAGE, SheetKind.SIZING)


@pytest.mark.parametrize("count", [1, 8, 20])
@pytest.mark.parametrize("kind", [*FEW_KINDS, SheetKind.DOSSIER])
def test_any_number_of_models_stands_on_the_slides(kind: SheetKind, count: int) -> None:
    sheet = made(kind, order("de", sheet_catalog(20), regions=()), count)
    found = opened(slides(sheet))
    assert (found.slide_width, found.slide_height) == (960 * 12_700, 540 * 12_700)
    inside(found)


def test_texts_of_any_length_stand_on_the_slides() -> None:
    long = "word " * (MAX_NOTE // 5)
    asked = order("en", client="C" * 400, note=long, title="Title " * 80, logo=read_logo(SVG))
    found = opened(slides(made(SheetKind.COMPARISON, asked)))
    inside(found)
    assert told(found).count("word") == MAX_NOTE // 5


def test_the_first_slide_says_title_client_day_and_catalogue() -> None:
    sheet = made(SheetKind.COMPARISON, order("de"))
    first = opened(slides(sheet)).slides[0]
    texts = "\n".join(shape.text_frame.text for shape in first.placeholders)
    for each in (sheet.title, sheet.client_line, sheet.day_text, sheet.catalog_line):
        assert each in texts


@pytest.mark.parametrize("data", [SVG, png(300, 100), JPEG])
def test_a_logo_stands_on_the_first_slide(data: bytes) -> None:
    found = opened(slides(made(SheetKind.FACTS, order("en", logo=read_logo(data)))))
    (logo,) = (shape for shape in found.slides[0].shapes if shape.shape_type == 13)
    assert logo._element._nvXxPr.cNvPr.get("descr") == "Muster GmbH"


def test_the_answers_stand_on_the_second_slide() -> None:
    sheet = made(SheetKind.COMPARISON, order("de", note="Nehmen Sie **alpha**."))
    found = opened(slides(sheet))
    second = found.slides[1]
    assert second.shapes.title.text_frame.text == sheet.words["answer"]
    (box,) = (shape for shape in second.shapes if not shape.is_placeholder)
    lines = box.text_frame.paragraphs
    for line, answer in zip(lines, sheet.answer, strict=True):
        marks = raised(sheet.numbers(answer.cited))
        assert line.text == f"{'! ' * answer.warning}{answer.sentence.text}{marks}"
    bold = [run.text for run in lines[0].runs if run.font.bold]
    assert bold == [f"{sheet.answer[0].label}: "]
    assert "Nehmen Sie alpha." in told(found)


def words_of(found: Any, title: str) -> str:
    """Return all words of the slides of a title, one slide after the other."""
    shown = [each for each in found.slides if each.shapes.title.text_frame.text.startswith(title)]
    boxes = (shape for slide in shown for shape in slide.shapes if not shape.is_placeholder)
    return " ".join(" ".join(box.text_frame.text.split()) for box in boxes)


@pytest.mark.parametrize("kind", [SheetKind.COMPARISON, SheetKind.FACTS, SheetKind.DOSSIER])
def test_what_is_disputed_or_unknown_stands_on_the_slides_in_words(kind: SheetKind) -> None:
    sheet = made(kind, order("de"))
    found = words_of(opened(slides(sheet)), sheet.words["remarks"])
    assert sheet.open_questions == sheet.remarks
    for said in sheet.remarks:
        marks = raised(sheet.numbers(said.sources))
        assert " ".join(f"{'! ' * said.warning}{said.text}{marks}".split()) in found


def test_open_questions_longer_than_a_slide_go_on_on_the_next_one() -> None:
    many = tuple(Sentence(f"{at} " + "so and so " * (at * 8)) for at in range(40))
    sheet = replace(made(SheetKind.COMPARISON, order("en")), remarks=many)
    found = opened(slides(sheet))
    inside(found)
    words = words_of(found, sheet.words["remarks"])
    assert words.split() == " ".join(each.text for each in many).split()
    titles = [each.shapes.title.text_frame.text for each in found.slides]
    assert f"{sheet.words['remarks']} (part 1 of " in "\n".join(titles)


def test_where_nothing_is_open_no_slide_says_so() -> None:
    sheet = made(SheetKind.SIZING, order("en"))
    none = replace(sheet, remarks=(Sentence(sheet.words["remark_none_conflict"]),))
    titles = [each.shapes.title.text_frame.text for each in opened(slides(none)).slides]
    assert sheet.words["remarks"] not in titles


def test_the_house_style_of_the_firm_counts() -> None:
    brand = Brand("#007a33", "#7a0012", "Georgia", footer="Muster AG", author="M. Muster")
    data = slides(made(SheetKind.FACTS, order("en", brand=brand)))
    found = opened(data)
    assert "Muster AG" in told(found)
    assert found.core_properties.author == "M. Muster"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        theme = packed.read("ppt/theme/theme1.xml")
        master = packed.read("ppt/slideMasters/slideMaster1.xml")
    assert b'<a:accent1><a:srgbClr val="007A33"/>' in theme
    assert theme.count(b'<a:latin typeface="Georgia"/>') == 2
    assert b"7A0012" in master


def test_bars_are_the_charts_own_figures() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    chart = next(b for part in sheet.parts for b in part.blocks if isinstance(b, Chart))
    assert isinstance(chart.body, Rows)
    found = charts(opened(slides(sheet)))
    assert [each.chart_type for each in found] == [XL_CHART_TYPE.BAR_CLUSTERED] * 2
    for group, native in enumerate(found):
        rows = [row.groups[group] for row in chart.body.rows]
        for at, series in enumerate(native.plots[0].series):
            assert list(series.values) == [amounts[at].value for amounts in rows]
        labels = [each.text for each in native._chartSpace.iter(f"{A}t")]
        assert {a.text for row in rows for a in row if a.value is not None} <= set(labels)
    # A workbook lies inside, so that figures can be edited.
    assert found[0].part.chart_workbook.xlsx_part is not None


def test_lines_are_the_charts_own_figures() -> None:
    sheet = made(SheetKind.SIZING, order("de"), 1)
    chart = next(b for part in sheet.parts for b in part.blocks if isinstance(b, Chart))
    (native,) = charts(opened(slides(sheet)))
    (plot,) = chart.plots
    found = {each.name: each for each in native.plots[0].series}
    for line in plot.lines:
        xs = [float(each.text) for each in found[line.name]._element.iterfind(".//{*}xVal//{*}v")]
        assert xs == pytest.approx(line.xs)
        assert list(found[line.name].values) == pytest.approx(line.ys)
    assert plot.upright is not None
    assert plot.upright.label in found
    assert native.value_axis.maximum_scale == pytest.approx(plot.y.high)
    assert native.value_axis.axis_title.text_frame.text == plot.y.title


def test_columns_have_their_level_as_a_line() -> None:
    sheet = made(SheetKind.FACTS, order("en"))
    (native,) = charts(
        opened(slides(replace(sheet, parts=(Part("load", "Load", (load_chart(24),)),))))
    )
    columns, line = native.plots
    assert [each.name for each in columns.series] == ["on PTU", "spills over"]
    assert list(columns.series[0].values)[:2] == [3.0, 4.0]
    assert [(each.name, set(each.values)) for each in line.series] == [("80 PTU", {5.0})]


def test_what_nobody_would_edit_is_a_picture() -> None:
    assert isinstance(native_charts(load_chart(MOST_COLUMNS))[0], Columns)
    many = load_chart(MOST_COLUMNS + 1)
    sheet = replace(made(SheetKind.FACTS, order("en")), parts=(Part("load", "Load", (many,)),))
    found = opened(slides(sheet))
    assert not charts(found)
    pictures = [shape for slide in found.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [shape._element._nvXxPr.cNvPr.get("descr") for shape in pictures] == ["In words"]
    inside(found)


def test_tables_and_charts_are_told_in_words() -> None:
    for kind in (SheetKind.COMPARISON, SheetKind.SIZING):
        sheet = made(kind, order("de"))
        summaries = [b.summary for p in sheet.parts for b in p.blocks if isinstance(b, Chart)]
        found = opened(slides(sheet))
        for slide in found.slides:
            assert slide.shapes.title.text_frame.text
            for shape in slide.shapes:
                descr = shape._element._nvXxPr.cNvPr.get("descr")
                assert not shape.has_table or descr
                assert not shape.has_chart or descr in summaries


def test_sources_come_last_and_marks_lead_to_them() -> None:
    sheet = made(SheetKind.COMPARISON, order("en"))
    found = opened(slides(sheet))
    *others, last = found.slides
    texts = "\n".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    for note in sheet.footnotes:
        assert f"{note.number}. {note.text}" in texts
    links = {each.target_ref for each in last.part.rels.values() if each.is_external}
    assert links == {note.url for note in sheet.footnotes if note.url}
    table = next(slide for slide in others if any(shape.has_table for shape in slide.shapes))
    jumps = [
        e.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for e in table._element.iter(f"{A}hlinkClick")
    ]
    assert jumps
    assert {table.part.related_part(each) for each in jumps} == {last.part}


@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("en", "en-GB")])
def test_every_text_has_its_language(language: str, locale: str) -> None:
    found = opened(slides(made(SheetKind.SIZING, order(language))))
    assert found.core_properties.language == locale
    for slide in found.slides:
        assert {each.get("lang") for each in slide._element.iter(f"{A}rPr")} == {locale}
    for chart in charts(found):
        assert {each.get("lang") for each in chart._chartSpace.iter(f"{A}rPr")} <= {locale}


def test_the_same_sheet_gives_the_same_bytes() -> None:
    data = slides(made(SheetKind.COMPARISON, order("de")))
    assert data == slides(made(SheetKind.COMPARISON, order("de")))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        books = [name for name in packed.namelist() if name.endswith(".xlsx")]
        assert books
        for name in books:
            with zipfile.ZipFile(io.BytesIO(packed.read(name))) as book:
                assert b">2026-11-24T00:00:00Z<" in book.read("docProps/core.xml")


def test_texts_of_any_kind_stay_texts() -> None:
    asked = order("en", client=HOSTILE, note=f"one\ntwo {HOSTILE}", title=HOSTILE)
    for kind in SheetKind:
        found = opened(slides(made(kind, asked)))
        assert CLEAN in told(found)
        assert f"two {CLEAN}" in told(found)


def firms_slides() -> bytes:
    """Return a narrow design with a slide of its own."""
    made_of = Presentation()
    slide = made_of.slides.add_slide(made_of.slide_layouts[1])
    slide.shapes.title.text_frame.text = "Text of the template"
    made_of.slide_master.placeholders[0].text_frame.text = "Muster AG"
    saved = io.BytesIO()
    made_of.save(saved)
    return saved.getvalue()


def test_slides_take_on_the_design_of_a_template() -> None:
    template = read_template(firms_slides(), "pptx")
    for count in (2, 20):
        sheet = made(SheetKind.COMPARISON, order("de", sheet_catalog(20)), count)
        data = slides(sheet, template)
        found = opened(data)
        assert "Text of the template" not in told(found)
        assert (found.slide_width, found.slide_height) == (9_144_000, 6_858_000)
        master = [s.text_frame.text for s in found.slide_master.shapes if s.has_text_frame]
        assert "Muster AG" in master
        assert found.slides[1].slide_layout.name == "Title Only"
        inside(found)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            count_of = sum(name.startswith("ppt/slides/slide") for name in packed.namelist())
        assert count_of == len(found.slides)


def test_a_template_proper_and_one_with_few_layouts_will_do() -> None:
    potx = other_types(firms_slides(), MAIN, b"presentationml.template.main+xml")
    few = Presentation(io.BytesIO(read_template(potx, "pptx")))
    layouts = few.slide_layouts
    for layout in list(layouts)[2:]:
        layouts.remove(layout)
    few.slides._sldIdLst.clear()
    layouts.remove(layouts[0])
    saved = io.BytesIO()
    few.save(saved)
    sheet = made(SheetKind.SIZING, order("de"))
    found = opened(slides(sheet, read_template(saved.getvalue(), "pptx")))
    inside(found)
    assert sheet.title in told(found)


def test_what_is_no_presentation_is_told() -> None:
    for data in (b"", b"PK\x03\x04", other_types(firms_slides(), MAIN, b"other")):
        with pytest.raises(TemplateUnusable, match="it is no PowerPoint file"):
            read_template(data, "pptx")
    bare = Presentation()
    for layout in list(bare.slide_layouts):
        bare.slide_layouts.remove(layout)
    saved = io.BytesIO()
    bare.save(saved)
    with pytest.raises(TemplateUnusable, match="it has no slide layouts"):
        read_template(saved.getvalue(), "pptx")


def test_texts_are_parted_at_words_and_nothing_is_lost() -> None:
    text = "one two three four five " * 50
    pages = paged([text, "end"], 12, 200, 100)
    assert len(pages) > 3
    assert "".join(" ".join(page) for page in pages).replace(" ", "") == f"{text}end".replace(
        " ", ""
    )
    assert cut_to("short", 200, 12, 1) == "short"
    assert cut_to(text, 200, 12, 2).endswith("…")
