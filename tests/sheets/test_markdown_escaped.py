# SPDX-License-Identifier: MIT
"""What reads a sheet's Markdown shows each text and opens each address as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from azmodels_gui.sheets.markdown import escaped, markdown_text
from azmodels_gui.sheets.sheet import SheetKind
from tests.sheets.samples import made, order

READER = MarkdownIt("commonmark")
PIECES = (
    "&",
    "#",
    ";",
    "x",
    "X",
    "3c",
    "35",
    "lt",
    "copy",
    "amp",
    " ",
    "\\",
    "<",
    "*",
    "R&D",
    "&lt;",
    "&#35;",
    "&#x3c;",
)


def shown(markdown: str) -> str:
    (line,) = READER.parseInline(markdown)
    return "".join(each.content for each in line.children or ())


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escaped(text)) == text


@pytest.mark.parametrize("text", ["R&D", "A & B; C", "a?b=1&c=2"])
def test_an_ampersand_that_begins_no_reference_stays_readable(text: str) -> None:
    assert escaped(text) == text


def test_the_address_of_a_link_in_a_note_stays() -> None:
    note = "[a](http://b/?c&amp;copy;d)"
    told = markdown_text(made(SheetKind.LIST, order("en", note=note)))
    line = next(each for each in told.splitlines() if each.startswith("[a]"))
    assert "http://b/?c&amp;copy;d" in READER.render(line)
