# SPDX-License-Identifier: MIT
"""Every price once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.catalog.facts import Price
from azmodels_gui.publish.price_gaps import each_once
from tests.builders import price


def test_a_price_stated_twice_is_kept_once_with_its_first_source() -> None:
    first = price("2", regions=("a", "b"))
    again = price("2", regions=("a",)).but(source="other", meter="m")
    assert each_once([first, again]) == [first]


def test_a_repeated_price_keeps_only_its_new_regions() -> None:
    first = price("2", regions=("a",))
    more = price("2", regions=("a", "b"))
    assert [kept.regions for kept in each_once([first, more])] == [("a",), ("b",)]


def test_a_price_for_no_region_is_another_statement() -> None:
    everywhere, here = price("2"), price("2", regions=("a",))
    assert each_once([everywhere, here, everywhere]) == [everywhere, here]


@settings(deadline=None)
@given(
    st.lists(
        st.builds(lambda r: price("1", regions=tuple(sorted(r))), st.sets(st.sampled_from("abc")))
    )
)
def test_each_region_is_stated_once(prices: list[Price]) -> None:
    kept = [region for one in each_once(prices) for region in one.regions]
    assert sorted(kept) == sorted({region for one in prices for region in one.regions})
