# SPDX-License-Identifier: MIT
"""The firm's templates: their look is taken on, their content is not; what is none is told."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Mm, RGBColor

from azmodels_gui.sheets import template
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.sheets.template import TemplateUnusable, read_template
from tests.sheets.samples import made, order
from tests.sheets.test_word_file import W, opened, texts, word

DOCUMENT = b"wordprocessingml.document.main+xml"


def firms_word() -> bytes:
    """Return a file with a cover, a letterhead in its first section, and red headings."""
    made_of = Document()
    made_of.add_paragraph("Text of the template")
    made_of.add_table(2, 2)
    made_of.sections[0].header.paragraphs[0].text = "Beratung Muster AG"
    made_of.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0x10, 0x10)
    section = made_of.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(30), Mm(20)
    saved = io.BytesIO()
    made_of.save(saved)
    return saved.getvalue()


def other_types(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a file whose main part is called something else."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(written, "w") as anew:
        for name in packed.namelist():
            anew.writestr(name, packed.read(name).replace(old, new))
    return written.getvalue()


def test_a_word_file_takes_on_styles_page_and_letterhead() -> None:
    data = word(made(SheetKind.SIZING, order("de")), template=read_template(firms_word(), "docx"))
    found = opened(data)
    assert "Text of the template" not in "\n".join(each.text for each in found.paragraphs)
    assert len(found.sections) == 1
    section = found.sections[0]
    assert section.header.paragraphs[0].text == "Beratung Muster AG"
    assert "Seite" in texts(section.footer._element)
    assert section.page_width is not None
    assert round(section.page_width.mm) == 200
    heading = found.styles["Heading 1"]
    assert heading.font.color.rgb == RGBColor(0xC0, 0x10, 0x10)
    assert data == word(made(SheetKind.SIZING, order("de")), template=firms_word())


def test_a_template_proper_is_one_too() -> None:
    dotx = other_types(firms_word(), DOCUMENT, b"wordprocessingml.template.main+xml")
    data = word(made(SheetKind.FACTS, order("en")), template=read_template(dotx, "docx"))
    assert opened(data).sections[0].header.paragraphs[0].text == "Beratung Muster AG"


def test_a_template_without_the_usual_styles_gets_them() -> None:
    bare = Document()
    for style in list(bare.styles):
        if style.name in ("Title", "Heading 1", "Heading 2", "Caption", "List Bullet"):
            style.delete()
    saved = io.BytesIO()
    bare.save(saved)
    found = opened(word(made(SheetKind.FACTS, order("en")), template=saved.getvalue()))
    level = found.styles["Heading 1"].element.find(".//{*}outlineLvl")
    assert level is not None


def test_a_german_template_calls_its_styles_otherwise() -> None:
    german = firms_word()
    for old, new in (
        (b'"Normal"', b'"Standard"'),
        (b'"Heading1"', b'"berschrift1"'),
        (b'"Heading2"', b'"berschrift2"'),
        (b'"TableNormal"', b'"NormaleTabelle"'),
    ):
        german = other_types(german, b"w:styleId=" + old, b"w:styleId=" + new)
    found = opened(word(made(SheetKind.SIZING, order("de")), template=german))
    names = {style.style_id: style.name for style in found.styles}
    used = {each.get(f"{W}val") for each in found.element.body.iter(f"{W}pStyle", f"{W}tblStyle")}
    assert used <= names.keys()
    assert "berschrift1" in used
    based = {style.style_id: style.element.find("./{*}basedOn") for style in found.styles}
    ours = [each for name, each in based.items() if name.startswith("Sheet") and each is not None]
    assert {each.get(f"{W}val") for each in ours} == {"Standard", "berschrift2", "NormaleTabelle"}


def _bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("[Content_Types].xml", DOCUMENT)
        for number in range(6):
            packed.writestr(f"{number}", b"\0" * 100 * 1024 * 1024)
    return written.getvalue()


def _without_page() -> bytes:
    narrow = Document()
    narrow.sections[0].page_width = Mm(60)
    saved = io.BytesIO()
    narrow.save(saved)
    return saved.getvalue()


def _broken() -> bytes:
    return other_types(firms_word(), b"<w:body>", b"<w:body><w:")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(lambda: b"", "it is no Word file", id="empty"),
        pytest.param(lambda: b"PK\x03\x04 no archive", "it is no Word file", id="no archive"),
        pytest.param(lambda: b"x" * (template.MAX_BYTES + 1), "larger than 50 MiB", id="too large"),
        pytest.param(_bomb, "more than a template can", id="a bomb"),
        pytest.param(_broken, "it is damaged", id="broken XML"),
        pytest.param(lambda: firms_word()[:-200], "it is no Word file", id="cut off"),
        pytest.param(_without_page, "leaves no room", id="no room"),
        pytest.param(
            lambda: other_types(firms_word(), DOCUMENT, b"spreadsheetml.sheet.main+xml"),
            "it is no Word file",
            id="a workbook",
        ),
        pytest.param(
            lambda: other_types(firms_word(), DOCUMENT, b"ms-word.document.macroEnabled.main+xml"),
            "it is no Word file",
            id="with macros",
        ),
    ],
)
def test_what_is_no_template_is_told(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(TemplateUnusable, match=why):
        read_template(make(), "docx")
