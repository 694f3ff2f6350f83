# SPDX-License-Identifier: MIT
"""A firm's house style comes onto every page; what cannot be printed well is refused in words."""

import io
from pathlib import Path

import pypdf
import pytest

from azmodels_gui.sheets.brand import BrandUnusable, contrast_on_white, read_brand
from azmodels_gui.sheets.html import html_bytes
from azmodels_gui.sheets.markdown import markdown_text
from azmodels_gui.sheets.sheet import Brand, Sheet, SheetKind
from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes
from azmodels_gui.storage.bundled import resource
from azmodels_gui.storage.files import read_bytes
from tests.sheets.paper import page_texts
from tests.sheets.samples import made, order
from tests.sheets.test_logo import SVG

WHOLE = """
accent = "#8a1c5b"
heading = "#3d0a2b"
author = "Example Consulting"
footer = "Example Consulting, 1 Example Street"
disclaimer = "Confidential."
[de]
disclaimer = "Vertraulich."
[logo]
file = "logo.svg"
place = "left"
"""


def brand(folder: Path, text: str, language: str = "en") -> Brand:
    (folder / "brand.toml").write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_bytes(SVG)
    (folder / "fonts").mkdir(exist_ok=True)
    return read_brand(folder / "brand.toml", read_bytes, language)


def sheet(found: Brand, kind: SheetKind = SheetKind.COMPARISON) -> Sheet:
    return made(kind, order("de", brand=found))


def test_it_is_on_every_page_and_in_the_document(tmp_path: Path) -> None:
    found = brand(tmp_path, WHOLE, "de")
    data = pdf_bytes(sheet(found), PageSetup.of())
    texts, reader = list(page_texts(data)), pypdf.PdfReader(io.BytesIO(data))
    for text in texts:
        assert "Example Consulting, 1 Example Street" in text
    assert reader.metadata is not None
    assert reader.metadata.author == "Example Consulting"
    colours = reader.pages[0].get_contents()
    assert colours is not None
    # 3d, 0a and 2b of 255
    assert b"0.23921569 0.039215688 0.16862746" in colours.get_data()
    assert "Vertraulich." in " ".join(texts)


def test_html_and_markdown_have_it_too(tmp_path: Path) -> None:
    made_of = sheet(brand(tmp_path, WHOLE, "de"))
    page = html_bytes(made_of).decode()
    assert "--accent: #8a1c5b; --heading: #3d0a2b;" in page
    assert '<meta name="author" content="Example Consulting">' in page
    for text in (page, markdown_text(made_of)):
        assert "Vertraulich." in text
        assert "Example Consulting, 1 Example Street" in text


def test_a_sheets_own_logo_goes_before_the_firms(tmp_path: Path) -> None:
    found = brand(tmp_path, WHOLE)
    assert sheet(found).logo == found.logo
    own = made(SheetKind.LIST, order("de", brand=found, logo=None))
    assert own.logo == found.logo
    assert found.logo_left


def test_an_empty_file_leaves_all_as_it_is(tmp_path: Path) -> None:
    found = brand(tmp_path, "")
    assert found == Brand()
    assert pdf_bytes(sheet(found), PageSetup.of()) == pdf_bytes(sheet(Brand()), PageSetup.of())


def test_a_font_of_the_firm_sets_every_text(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for name in ("Regular", "Bold"):
        path = resource(f"fonts/Inter-{name}.otf")
        (tmp_path / "fonts" / path.name).write_bytes(path.read_bytes())
    found = brand(tmp_path, '[font]\nfamily = "Inter"\nfolder = "fonts"')
    assert found.font == "Inter"
    assert b"Inter" in pdf_bytes(sheet(found), PageSetup.of())


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54)]
)
def test_contrast_is_that_of_wcag(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.01)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param('accent = "#ffd400"', "contrast is 1.4:1", id="yellow on white"),
        pytest.param('heading = "red"', "'red' is no colour|red is no colour", id="a name"),
        pytest.param('colour = "#000000"', "colour", id="a key that is none"),
        pytest.param('[logo]\nfile = "logo.svg"\nplace = "top"', "place", id="a place"),
        pytest.param('[logo]\nfile = "none.png"', "no such file", id="a logo that is missing"),
        pytest.param('[logo]\nfile = "brand.toml"', "cannot be a logo", id="a logo that is none"),
        pytest.param('[font]\nfamily = "No Such Font"', "is not in", id="a font of nobody"),
        pytest.param('[font]\nfamily = "Inter"\nfolder = "fonts"', "is not in", id="no files"),
        pytest.param("accent = ", "no TOML", id="no TOML"),
    ],
)
def test_what_cannot_be_taken_on_is_refused_with_a_reason(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(Exception, match=why) as told:
        brand(tmp_path, text)
    assert hasattr(told.value, "told")


def test_the_reason_is_told_in_german_too(tmp_path: Path) -> None:
    with pytest.raises(BrandUnusable) as told:
        brand(tmp_path, 'accent = "#ffd400"')
    assert "lässt sich auf Papier nicht lesen" in told.value.told("de")
