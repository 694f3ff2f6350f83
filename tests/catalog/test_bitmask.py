# SPDX-License-Identifier: MIT
"""Sets of rows as whole numbers behave as sets."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.bitmask import RowsInOrder, flags_of, full_mask, mask_of, rows_of

sizes = st.integers(0, 200)


@given(size=sizes, data=st.data())
def test_rows_come_back_in_the_order_asked_for(size: int, data: st.DataObject) -> None:
    rows = data.draw(st.sets(st.sampled_from(range(size)))) if size else set()
    order = data.draw(st.permutations(range(size)))
    mask = mask_of(rows, size)
    assert rows_of(mask, range(size)) == sorted(rows)
    assert rows_of(mask, order) == [row for row in order if row in rows]
    assert mask.bit_count() == len(rows)


@given(size=sizes, data=st.data())
def test_rows_are_the_same_wherever_one_looks_first(size: int, data: st.DataObject) -> None:
    rows = data.draw(st.sets(st.sampled_from(range(size)))) if size else set()
    order = data.draw(st.permutations(range(size)))
    expected = rows_of(mask_of(rows, size), order)
    found = RowsInOrder((mask_of(rows, size),), order)
    assert len(found) == len(expected)
    for at in data.draw(st.lists(st.sampled_from(range(len(expected))))) if expected else []:
        assert found[at] == expected[at]
    assert list(found) == expected
    assert found[1:] == expected[1:]


@given(size=sizes)
def test_the_full_set_has_every_row(size: int) -> None:
    assert rows_of(full_mask(size), range(size)) == list(range(size))
    assert len(flags_of(0, size)) == size
