# SPDX-License-Identifier: MIT
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.cells import (
    UnreadableCell,
    bullets,
    read_day,
    read_tokens,
    read_year_month,
    without_footnotes,
)


@pytest.mark.parametrize(
    ("cell", "tokens"),
    [
        pytest.param("400,000", 400_000, id="grouped by commas"),
        pytest.param("8192", 8_192, id="not grouped"),
        pytest.param(" 128,000 tokens ", 128_000, id="with its unit and spaces"),
        pytest.param("2M", 2_000_000, id="in millions"),
        pytest.param("200,000<sup>3</sup>", 200_000, id="with a footnote"),
        pytest.param("—", None, id="a dash says nothing"),
        pytest.param("", None, id="an empty cell says nothing"),
    ],
)
def test_a_number_of_tokens_is_read_as_pages_write_it(cell: str, tokens: int | None) -> None:
    assert read_tokens(cell) == tokens


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("128,00", id="a digit is missing or a comma too many"),
        pytest.param("12,8000", id="grouped wrongly"),
        pytest.param("1.5", id="a fraction"),
        pytest.param("varies", id="a word"),
    ],
)
def test_a_mistyped_number_is_refused_instead_of_mended(cell: str) -> None:
    with pytest.raises(UnreadableCell, match=cell):
        read_tokens(cell)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_number_comes_back(tokens: int) -> None:
    assert read_tokens(f"{tokens:,}") == tokens == read_tokens(str(tokens))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_comes_back_in_both_spellings(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day:%B} {day.day}, {day.year}") == day


def test_a_dash_is_no_day() -> None:
    assert read_day("—") is None


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnreadableCell, match="2026-02-30"):
        read_day("2026-02-30")


@pytest.mark.parametrize(
    ("cell", "until"),
    [
        pytest.param("September 30, 2024", "2024-09-30", id="to the day"),
        pytest.param("August 2025", "2025-08", id="to the month"),
        pytest.param("Sep 2021", "2021-09", id="short name of the month"),
        pytest.param("2025", "2025", id="to the year"),
        pytest.param("-", None, id="not stated"),
    ],
)
def test_training_data_is_as_exact_as_the_source(cell: str, until: str | None) -> None:
    assert read_year_month(cell) == until


def test_footnote_marks_of_both_pages_are_removed() -> None:
    assert without_footnotes("gpt-x<sup>1</sup>") == without_footnotes("gpt-x^2^") == "gpt-x"


def test_bullets_lose_their_marks_and_empty_lines() -> None:
    assert bullets("- Streaming\n\n Tools.\n-Vision") == ["Streaming", "Tools.", "Vision"]
