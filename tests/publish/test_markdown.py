# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.publish.markdown import read_page

Rows = tuple[tuple[str, ...], ...]

PAGE = """---
title: Sample
ms.date: 06/11/2026
---

## Global standard

# [Americas](#tab/az-americas)

| **Model** | **Version** | **eastus2** |
| :--- | :--- | :---: |
| [alpha](x.md) | 1 | ✅ |

# [Europe](#tab/az-europe)

Not available

---

### Afterwards

| Name | Value
|---|---|
| `beta`<sup>1</sup> | 400,000<br><br>Input: 272,000</br>Output: 128,000 |
"""


def test_a_table_knows_its_section_and_tab() -> None:
    table = read_page(PAGE).tables[0]
    assert table.headings == ("Global standard", "Americas")
    assert table.header == ("Model", "Version", "eastus2")
    assert table.rows == (("alpha", "1", "✅"),)


def test_a_rule_ends_the_tabs() -> None:
    assert read_page(PAGE).tables[1].headings == ("Global standard", "Afterwards")


def test_breaks_become_lines_and_footnote_marks_stay() -> None:
    assert read_page(PAGE).tables[1].rows == (
        ("beta<sup>1</sup>", "400,000\nInput: 272,000\nOutput: 128,000"),
    )


def test_text_instead_of_a_table_is_a_paragraph_of_its_tab() -> None:
    paragraph = read_page(PAGE).paragraphs[0]
    assert (paragraph.headings, paragraph.text) == (("Global standard", "Europe"), "Not available")


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        pytest.param("ms.date: 06/11/2026", date(2026, 6, 11), id="month first"),
        pytest.param("ms.date: 2026-08-20T00:00:00.0000000Z", date(2026, 8, 20), id="a moment"),
        pytest.param("title: no date", None, id="no date at all"),
    ],
)
def test_the_date_of_a_page(front_matter: str, expected: date | None) -> None:
    assert read_page(f"---\n{front_matter}\n---\n\ntext\n").as_of == expected


@pytest.mark.parametrize(
    "delimiter",
    [
        pytest.param("|---|---|---|", id="a column too many"),
        pytest.param("|---|", id="a column too few"),
        pytest.param("|:--- | ---: |", id="as it should be"),
    ],
)
def test_a_delimiter_row_of_another_width_is_mended(delimiter: str) -> None:
    page = read_page(f"| Model | Tokens\n{delimiter}\n| a | 1 |\n| b | 2 |\n")
    assert [table.rows for table in page.tables] == [(("a", "1"), ("b", "2"))]


@pytest.mark.parametrize(
    ("line", "rows", "overlong", "short"),
    [
        pytest.param("| a | 1 |", (("a", "1"),), (), (), id="as many cells as the header"),
        pytest.param("| a | 1", (("a", "1"),), (), (), id="without the last bar"),
        pytest.param("| a \\| b | 1 |", (("a | b", "1"),), (), (), id="a bar that is text"),
        pytest.param("| a | x | 1 |", (), (("a", "x"),), (), id="a cell too many"),
        pytest.param("| a |", (("a", ""),), (), (("a", ""),), id="a cell too few"),
        pytest.param("| a | |", (("a", ""),), (), (), id="an empty cell"),
    ],
)
def test_a_row_of_another_width_than_its_table_is_told_apart(
    line: str, rows: Rows, overlong: Rows, short: Rows
) -> None:
    (table,) = read_page(f"| Model | Tokens |\n|---|---|\n{line}\n").tables
    assert (table.rows, table.overlong, table.short) == (rows, overlong, short)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("", ("Global", "Europe"), id="in the tab"),
        pytest.param("\n---\n", (), id="behind the rule that ends the tabs"),
        pytest.param("\n## Next\n", (), id="under another heading"),
    ],
)
def test_a_page_says_whether_it_ends_within_a_tab(end: str, expected: tuple[str, ...]) -> None:
    page = read_page(f"## Global\n\n# [Europe](#tab/eu)\n\nNot available\n{end}")
    assert page.open_tab == expected


def test_no_real_page_has_rows_of_another_width_or_ends_within_a_tab(sources_dir: Path) -> None:
    for path in sorted(sources_dir.rglob("*.md")):
        page = read_page(path.read_text(encoding="utf-8"))
        assert not page.open_tab, path.name
        assert not [table for table in page.tables if table.overlong or table.short], path.name


def test_comments_are_not_read() -> None:
    assert read_page("<!-- | a | b |\n|---|---|\n| 1 | 2 | -->\n").tables == ()


def test_every_table_line_of_the_real_pages_is_found(sources_dir: Path) -> None:
    """Each line that begins with a bar is a header, a delimiter or a row of some table."""
    for path in sorted(sources_dir.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        bars = sum(line.startswith("|") for line in text.splitlines())
        page = read_page(text)
        rows = sum(len(table.rows) + 2 for table in page.tables)
        assert rows == bars, path.name
