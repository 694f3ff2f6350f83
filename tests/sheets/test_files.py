# SPDX-License-Identifier: MIT
"""HTML, Markdown and CSV against golden files, and what must never get through.

`AZMODELS_WRITE_GOLDEN=1 python -m pytest tests/sheets/test_files.py` writes the golden
files anew; look at the difference before you keep it.
"""

import csv
import io
import os
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from azmodels_gui.sheets.csv_file import CsvStyle, csv_bytes, harmless, kept
from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.html import html_bytes
from azmodels_gui.sheets.markdown import markdown_text
from azmodels_gui.sheets.picture import read_logo
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from tests.sheets.paper import page_texts
from tests.sheets.samples import made, order, sheet_catalog
from tests.sheets.test_logo import SVG

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = '<script>alert(1)</script>"&|`=1+1'


def html_of(sheet: Sheet) -> bytes:
    return html_bytes(sheet)


def markdown_of(sheet: Sheet) -> bytes:
    return markdown_text(sheet).encode()


WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    "html": html_of,
    "md": markdown_of,
    "csv": csv_bytes,
}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", SheetKind)
def test_files_are_as_the_golden_ones(kind: SheetKind, language: str, ending: str) -> None:
    data = WRITERS[ending](made(kind, order(language), 3 if kind is SheetKind.LIST else 2))
    golden = GOLDEN / f"{kind}-{language}.{ending}"
    if os.environ.get("AZMODELS_WRITE_GOLDEN"):
        golden.write_bytes(data)
    assert data.decode() == golden.read_bytes().decode()


def rows_of(data: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator))


def test_a_german_csv_opens_right_in_a_german_excel() -> None:
    data = csv_bytes(made(SheetKind.COMPARISON, order("de")))
    rows = rows_of(data, ";")
    prices = next(row for row in rows if row[1:2] == ["Eingabe, global"])
    assert data.startswith(b"\xef\xbb\xbf")
    assert "0,25" in prices
    assert prices[2] == "2,50"
    assert next(row for row in rows if row[1:2] == ["Abschaltung am"])[2] == "02.09.2027"


def test_an_english_csv_has_commas_points_and_iso_days() -> None:
    rows = rows_of(csv_bytes(made(SheetKind.COMPARISON, order("en"))), ",")
    assert next(row for row in rows if row[1:2] == ["Input, global"])[2] == "2.50"
    assert next(row for row in rows if row[1:2] == ["Retirement date"])[2] == "2027-09-02"


def test_currency_and_qualifier_stand_in_columns_of_their_own() -> None:
    rows = rows_of(csv_bytes(made(SheetKind.COMPARISON, order("en"))), ",")
    titles = next(row for row in rows if "beta-mini 2: Currency" in row and "Model" in row)
    price = next(row for row in rows if row[1:2] == ["Cached input, global"])
    told = dict(zip(titles, price, strict=True))
    assert told["beta-mini 2"] == "0.02"
    assert told["beta-mini 2: Currency"] == "USD"
    assert told["beta-mini 2: Qualifier"] == "secondary"


def test_a_version_that_looks_like_a_day_stays_a_text() -> None:
    rows = rows_of(csv_bytes(made(SheetKind.COMPARISON, order("en"))), ",")
    assert next(row for row in rows if row[1:2] == ["Version"])[2] == "'2026-03-05"
    assert [kept(text) for text in ("0314", "1.2", "3/4", "12:30")] == [
        *("'0314", "'1.2", "'3/4", "'12:30")
    ]
    assert [kept(text) for text in ("12", "gpt-5.4 2026-03-05", "-")] == [
        *("12", "gpt-5.4 2026-03-05", "'-")
    ]


def test_separators_can_be_chosen() -> None:
    data = csv_bytes(made(SheetKind.COMPARISON, order("de")), CsvStyle("\t", "."))
    assert next(row for row in rows_of(data, "\t") if row[1:2] == ["Eingabe, global"])[2] == "2.50"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_texts_that_look_like_formulas_become_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_no_cell_of_a_csv_begins_like_a_formula() -> None:
    asked = order("de", client="=cmd", note="@note", title="+title")
    for kind in SheetKind:
        for row in rows_of(csv_bytes(made(kind, asked, 4)), ";"):
            for cell in row:
                assert not cell.startswith(("=", "+", "@")), cell
                assert not cell.startswith("-") or Decimal(cell.replace(",", ".")) < 0


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs


def test_html_shows_hostile_texts_and_runs_none() -> None:
    asked = order("en", client=HOSTILE, note=HOSTILE, title=HOSTILE, logo=read_logo(SVG))
    page = html_of(made(SheetKind.COMPARISON, asked)).decode()
    tags = Tags(page)
    assert "script" not in tags.names
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "&lt;script&gt;" in page


def test_html_is_one_file_that_fetches_nothing() -> None:
    page = html_of(made(SheetKind.COMPARISON, order("en", logo=read_logo(SVG)))).decode()
    fetched = [value for name, value in Tags(page).attributes if name in ("src", "background")]
    assert all(value is not None and value.startswith("data:") for value in fetched)
    assert fetched
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_html_names_its_language_and_every_footnote_can_be_reached() -> None:
    page = html_of(made(SheetKind.COMPARISON, order("de"))).decode()
    assert '<html lang="de">' in page
    linked = set(re.findall(r'href="#(source-\d+)"', page))
    assert linked
    assert linked <= set(re.findall(r'id="(source-\d+)"', page))


def test_markdown_tables_keep_their_columns_whatever_is_in_a_text() -> None:
    asked = order("en", client=HOSTILE, note="# no heading | <b>", title="a | b")
    for kind in SheetKind:
        lines = markdown_text(made(kind, asked)).splitlines()
        assert not [line for line in lines if line.startswith("# no")]
        for block in "\n".join(lines).split("\n\n"):
            rows = [line for line in block.splitlines() if line.startswith("| ")]
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def told_in(suffix: str, data: bytes) -> str:
    """Return all letters of a file, without blanks: formats break lines where they like."""
    if suffix == "pdf":
        text = "".join(page_texts(data))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            xml = "".join(parts.read(name).decode() for name in parts.namelist() if "xml" in name)
        text = re.sub("<[^>]+>", "", xml)
    else:
        text = data.decode("utf-8-sig").replace("\\", "")
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_tells_licence_and_what_was_done_to_the_facts(suffix: str) -> None:
    found = sheet_catalog()
    owed = tuple(replace(source, licence="CC BY 4.0") for source in found.sources)
    sheet = made(SheetKind.COMPARISON, order("en", replace(found, sources=owed)))
    text = told_in(suffix, FORMATS[suffix].make(sheet, Layout()))
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "takenout,puttogetherandcompared" in text
    bare = made(SheetKind.COMPARISON, order("en"))
    assert not [each for each in bare.disclaimers if "CC BY" in each]
