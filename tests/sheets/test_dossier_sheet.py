# SPDX-License-Identifier: MIT
"""A dossier holds its chapters whole, each source once, and says what it is."""

import re

import pytest
from msgspec import structs

from azmodels_gui.sheets.dossier_sheet import dossier_sheet, plain
from azmodels_gui.sheets.markdown import escaped, markdown_text
from azmodels_gui.sheets.order import Edition
from azmodels_gui.sheets.sheet import Sentence, Sheet, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from tests.sheets.paper import page_texts
from tests.sheets.samples import made, order, sheet_entries

KINDS = (SheetKind.SIZING, SheetKind.COMPARISON, SheetKind.COVERAGE)


def chapters() -> list[Sheet]:
    return [made(kind, plain(order("en"))) for kind in KINDS]


def dossier(**edition: object) -> Sheet:
    asked = order("en")
    about = sheet_entries(asked.catalog)
    asked = structs.replace(asked, edition=Edition(**edition))  # type: ignore[arg-type]
    return dossier_sheet(chapters(), about, asked)


def pages(sheet: Sheet) -> list[str]:
    data = pdf_bytes(sheet, PageSetup.of())
    return [re.sub(r"\s+", " ", text) for text in page_texts(data)]


def test_every_row_of_every_chapter_is_in_it_with_its_cells() -> None:
    found = [row for table in dossier().tables for row in table.rows]
    for chapter in chapters():
        for table in chapter.tables:
            for row in table.rows:
                assert row in found


def test_each_source_stands_in_it_once_and_none_is_lost() -> None:
    sheet = dossier()
    named = [note.source for note in sheet.footnotes]
    assert len(named) == len(set(named))
    assert {note.source for each in chapters() for note in each.footnotes} == set(named)
    assert [note.number for note in sheet.footnotes] == list(range(1, len(named) + 1))


@pytest.mark.parametrize("what", ["assumptions", "remarks"])
def test_what_several_chapters_say_is_said_once(what: str) -> None:
    told = [line.text for line in getattr(dossier(), what)]
    assert len(told) == len(set(told))
    assert {line.text for each in chapters() for line in getattr(each, what)} <= set(told)


def test_a_chapter_without_conflicts_does_not_speak_for_the_others() -> None:
    asked = order("en")
    none = Sentence(asked.words("remark_none_conflict"))
    calm = [structs.replace(each, remarks=(none,)) for each in chapters()]
    mixed = dossier_sheet([calm[0], *chapters()[1:]], (), asked)
    assert mixed.remarks
    assert none not in mixed.remarks
    assert dossier_sheet(calm, (), asked).remarks == (none,)


def test_the_contents_name_the_pages_on_which_chapters_begin() -> None:
    sheet = dossier(version="1.0", author="B. Muster", approval=True)
    first, *others = pages(sheet)
    assert "Contents" in first
    for chapter in sheet.chapters:
        number = re.search(rf"{re.escape(chapter)} [. ]*(\d+)", first)
        assert number is not None, chapter
        assert chapter in [first, *others][int(number[1]) - 1]


def test_an_edition_is_told_with_day_and_author_and_signed_where_that_is_asked() -> None:
    text = " ".join(pages(dossier(version="2.1", changed="Prices", author="B. M.", approval=True)))
    assert re.search(r"Edition Date Author What is new in it 2\.1 24 Nov 2026 B\. M\. Prices", text)
    assert "Signature" in text
    assert "approved by" in text
    assert "Signature" not in " ".join(pages(dossier()))
    assert "Versions" not in dossier().chapters


def test_the_first_page_answers_and_no_answer_is_lost() -> None:
    sheet = dossier()
    answering, *others = [each for each in chapters() if each.answer]
    assert sheet.answer == answering.answer
    first, told = pages(sheet)[0], markdown_text(sheet)
    for line in answering.answer:
        assert line.lead.replace("\N{NO-BREAK SPACE}", " ") in first
    for line in (line for each in others for line in each.answer):
        assert escaped(line.lead) in told


def test_headings_of_a_chapter_stand_below_it() -> None:
    told = markdown_text(dossier())
    assert "\n## Model comparison\n" in told
    assert "\n### Cost of a month: alpha 2026-03-05\n" in told
    assert told.index("- Model comparison") < told.index("## Model comparison")
