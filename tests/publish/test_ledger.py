# SPDX-License-Identifier: MIT
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.ledger import Ledger, LedgerOpen


def test_a_row_that_is_neither_used_nor_refused_stops_the_build() -> None:
    ledger = Ledger()
    ledger.use(ledger.read("page", "row 1", "a"))
    ledger.read("page", "row 2", "b")
    with pytest.raises(LedgerOpen, match="1 rows lost, first: page: row 2"):
        ledger.close()


@given(st.lists(st.tuples(st.sampled_from(["page", "prices"]), st.booleans())))
def test_totals_add_up(rows: list[tuple[str, bool]]) -> None:
    ledger = Ledger()
    for source, used in rows:
        row = ledger.read(source, "somewhere", "text")
        if used:
            ledger.use(row)
        else:
            ledger.refuse(row, "no model")
    ledger.close()
    for source, (read, used_count, refused) in ledger.totals().items():
        assert read == used_count + refused == sum(name == source for name, _ in rows)
    assert len(ledger.refused()) == sum(not used for _, used in rows)


def test_a_refused_row_says_why_and_what_it_held() -> None:
    ledger = Ledger()
    ledger.refuse(ledger.read("page", "row 1", "a  long\n text"), "no model")
    assert [(row.text, row.reason) for row in ledger.refused()] == [("a long text", "no model")]


def test_a_malformed_item_is_refused_and_its_rows_are_taken_back() -> None:
    def read(own: Ledger) -> Iterator[str]:
        own.use(own.read("page", "half", "read before the fault"))
        yield {"name": "x"}["key"]

    ledger = Ledger()
    assert ledger.attempt("page", "item 3", {"name": "x"}, read) == []
    (row,) = ledger.rows
    assert (row.place, row.text) == ("item 3", "{'name': 'x'}")
    assert row.reason == "malformed: KeyError: 'key'"


def test_an_item_in_its_form_brings_its_rows_and_what_was_read() -> None:
    def read(own: Ledger) -> Iterator[int]:
        own.use(own.read("page", "item 3", "fine"))
        yield 7

    ledger = Ledger()
    assert ledger.attempt("page", "item 3", {}, read) == [7]
    assert [(row.place, row.used) for row in ledger.rows] == [("item 3", True)]
