# SPDX-License-Identifier: MIT
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
