# SPDX-License-Identifier: MIT
"""A text in a box is never wider than the box, and never loses a character."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.text_box import TextBox

pytestmark = pytest.mark.usefixtures("qapp")
NARROW = 18 * scale.MILLIMETRE
texts = st.text(
    st.characters(categories=("L", "N", "P", "S"), include_characters=" "), max_size=120
)


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_lines_fit_and_hold_the_whole_text(text: str) -> None:
    box = TextBox(text, scale.BODY, NARROW)
    joined = "".join(box.lines).replace(" ", "")
    assert joined == "".join(text.split("\n")).replace(" ", "")
    for line in box.lines:
        single = len(line) <= 2  # one wide character cannot be divided
        assert single or scale.text_width(line, scale.BODY) <= NARROW * 1.01


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", 1, id="an empty text has a line"),
        pytest.param("one\ntwo", 2, id="a line end ends the line"),
        pytest.param("😀" * 40, 40, id="characters beyond 16 bits are counted once"),
    ],
)
def test_lines_are_counted(text: str, lines: int) -> None:
    box = TextBox(
        text, scale.BODY, NARROW if text[:1] != "😀" else scale.text_width("😀", scale.BODY) * 1.2
    )
    assert len(box.lines) == lines
    assert "".join(box.lines) == text.replace("\n", "")


def test_a_name_is_divided_only_where_no_line_has_room_for_it() -> None:
    width = scale.text_width("with gpt-5-", scale.BODY) * 1.02
    assert TextBox("with gpt-5-mini", scale.BODY, width).lines == ("with", "gpt-5-mini")
    narrow = scale.text_width("gpt-5-m", scale.BODY)
    assert TextBox("gpt-5-mini", scale.BODY, narrow).lines == ("gpt-5-", "mini")


def test_equal_texts_are_laid_out_alike_in_every_style() -> None:
    for style in (scale.BODY, scale.TITLE):
        room = scale.text_width("one two", style) * 1.01
        assert TextBox("one two three", style, room).lines == ("one two", "three")


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_need_not_be_measured_fits(text: str) -> None:
    width = len(text) * scale.WIDEST * scale.BODY_STRONG.points * scale.POINT
    if scale.surely_fits(text, scale.BODY_STRONG, width):
        assert scale.metrics_of(scale.BODY_STRONG).horizontalAdvance(text) <= width
