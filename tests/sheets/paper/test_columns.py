# SPDX-License-Identifier: MIT
"""Columns never leave the paper: a table that is too wide goes on in another part."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.sheets.paper.table_strips import Need, column_parts

WIDTH = 1_000.0
needs = st.builds(
    lambda least, more: Need(least, least + more), st.floats(10, 1_500), st.floats(0, 900)
)


@given(needs, st.lists(needs, min_size=1, max_size=25), st.booleans())
def test_parts_hold_every_column_once_and_fit_the_paper(
    label: Need, columns: list[Need], alike: bool
) -> None:
    parts = column_parts(label, columns, WIDTH, alike=alike)
    assert [each for part in parts for each in part.columns] == list(range(len(columns)))
    assert all(part.label + sum(part.widths) <= WIDTH + 1e-6 for part in parts)


@given(needs, st.lists(needs, min_size=1, max_size=25))
def test_a_column_is_as_wide_as_its_longest_word_where_the_paper_is(
    label: Need, columns: list[Need]
) -> None:
    for part in column_parts(label, columns, WIDTH, alike=False):
        for column, width in zip(part.columns, part.widths, strict=True):
            assert width >= min(columns[column].least, WIDTH - part.label) - 1e-6


def test_eight_columns_that_do_not_fit_become_equal_parts() -> None:
    parts = column_parts(Need(200, 200), [Need(150, 200)] * 8, WIDTH, alike=True)
    assert [len(part.columns) for part in parts] == [4, 4]


def test_columns_that_compare_are_equally_wide() -> None:
    (part,) = column_parts(Need(200, 200), [Need(100, 300), Need(150, 150)], WIDTH, alike=True)
    assert len(set(part.widths)) == 1
