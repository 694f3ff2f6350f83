# SPDX-License-Identifier: MIT
"""A note is told whole, however it is marked up and nested."""

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.sheets.order import MAX_NOTE
from azmodels_gui.sheets.rich_text import DEEPEST_LISTS, DOT, rich_text

_WORD = re.compile(r"[a-z]+")
_MARKUP = (
    *("- ", "* ", "+ ", "1. ", "7) ", "  ", "    ", "\t", "\n", "\n\n", "*", "**", "_", "\\"),
    *("[", "]", "](", "(http://", "<", ">", ")", ' "', '"', "'", "#", "`", "&", "!"),
    *("[a](http://b 'c')", "[](http://d)", "- - - - - - - - - "),
)
NOTES = st.lists(st.sampled_from(_MARKUP) | st.from_regex(_WORD, fullmatch=True)).map("".join)


def words_told(note: str) -> list[str]:
    runs = chain.from_iterable(each.runs for each in rich_text(note))
    return _WORD.findall(" ".join(f"{run.text} {run.url}" for run in runs))


@given(NOTES)
def test_no_word_of_a_note_is_lost(note: str) -> None:
    assert sorted(set(_WORD.findall(note)) - set(words_told(note))) == []


@pytest.mark.parametrize("deep", [9, 12, 40, MAX_NOTE // 2 - 10])
@pytest.mark.parametrize("marker", ["- ", "1. "])
def test_a_text_in_lists_nested_deeply_is_shown(deep: int, marker: str) -> None:
    note = f"{marker * deep}deep text\n\nkept"[-MAX_NOTE:]
    assert words_told(note) == ["deep", "text", "kept"]


def test_markers_that_are_no_lists_any_more_stay_as_they_are() -> None:
    (point,) = rich_text("- " * (MAX_NOTE // 2))
    assert point.depth == DEEPEST_LISTS
    assert point.text.count("-") == MAX_NOTE // 2 - DEEPEST_LISTS


def test_a_point_after_a_deep_one_is_a_point() -> None:
    deep, after = rich_text(f"{'- ' * 12}a\n- b")
    assert (deep.text, after.text, after.depth) == (f"{DOT} - - - a", f"{DOT} b", 1)


def test_a_links_title_and_its_address_without_a_text_are_told() -> None:
    (told,) = rich_text('[a](http://b "c") [](http://d)')
    shown = [(run.text, run.url) for run in told.runs if run.text.strip()]
    assert shown == [("a", "http://b"), (" (c)", "http://b"), ("http://d", "http://d")]
