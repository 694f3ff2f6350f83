# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory
from azmodels_gui.publish.facts import PriceFact
from azmodels_gui.publish.price_gaps import in_reading_order, prices_for_versions
from tests.builders import price


def fact(version: str | None, amount: str = "2.5") -> PriceFact:
    return PriceFact(name="gpt-x", version=version, source="prices", row="1", price=price(amount))


def test_one_price_of_two_versions_is_one_price() -> None:
    found = prices_for_versions([fact("2"), fact("1")])
    assert [one.versions for one in found] == [("1", "2")]


def test_a_price_that_names_no_version_is_for_all() -> None:
    found = prices_for_versions([fact("1"), fact(None)])
    assert [one.versions for one in found] == [()]


def test_other_amounts_stay_apart() -> None:
    assert len(prices_for_versions([fact("1", "2.5"), fact("1", "3")])) == 2


@given(st.permutations([("3", Scope.REGIONAL), ("1", Scope.GLOBAL), ("2", Scope.DATA_ZONE)]))
def test_the_order_does_not_depend_on_the_order_of_reading(
    offered: list[tuple[str, Scope]],
) -> None:
    ordered = in_reading_order(price(amount, scope=scope) for amount, scope in offered)
    assert [str(one.amount) for one in ordered] == ["1", "2", "3"]


def test_standard_input_comes_before_batch_and_output() -> None:
    batch = price("1", tier=PriceTier.BATCH)
    output = price("2", TokenCategory.OUTPUT)
    plain = price("3")
    assert in_reading_order([batch, output, plain]) == (plain, output, batch)
