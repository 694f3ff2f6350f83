# SPDX-License-Identifier: MIT
"""Secondary prices fill gaps only."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.publish.price_conflicts import differences
from azmodels_gui.publish.price_gaps import Setting, each_once, select_prices
from tests.builders import price

SETTING = Setting(
    day=date(2026, 11, 22), zones={"swedencentral": "EU", "eastus2": "US"}, versions=("1", "2")
)


def copied(amount: str, category: TokenCategory = TokenCategory.INPUT, **more: Any) -> Price:
    """Return a secondary price as the list states it: without scope, unless one is given."""
    scope = more.pop("scope", None)
    plain = price(amount, category, secondary=True, **more)
    return plain.but(scope=scope, source="copies")


def kept(*prices: Price) -> list[Price]:
    return [one for one in select_prices(prices, SETTING).prices if one.secondary]


def test_a_secondary_price_fills_a_gap() -> None:
    assert kept(copied("2")) == [copied("2")]


def test_a_primary_price_in_force_makes_it_needless() -> None:
    selected = select_prices([price("2"), copied("2")], SETTING)
    assert selected.prices == (price("2"),)
    assert [pair.differs for pair in selected.restated] == [False]


@pytest.mark.parametrize(
    "primary",
    [
        pytest.param(price("2", effective_until=date(2026, 8, 31)), id="has ended"),
        pytest.param(price("2", effective_from=date(2027, 1, 1)), id="has not begun"),
        pytest.param(price("2", TokenCategory.OUTPUT), id="is of another category"),
        pytest.param(price("2", tier=PriceTier.BATCH), id="is of another tier"),
        pytest.param(price("2", fine_tuned=True), id="is for fine-tuned models"),
        pytest.param(price("2", variant="HD"), id="is of another variant"),
        pytest.param(price("2", context_band=ContextBand.LONG), id="is for long context"),
        pytest.param(price("3", scope=Scope.REGIONAL), id="is regional and differs"),
    ],
)
def test_a_gap_stays_where_the_primary_price(primary: Price) -> None:
    selected = select_prices([primary, copied("2")], SETTING)
    assert selected.prices == (primary, copied("2"))


def test_a_price_without_scope_restates_an_equal_price_of_any_scope() -> None:
    assert kept(price("2", scope=Scope.DATA_ZONE), copied("2")) == []


def test_a_price_for_any_length_fills_both_bands() -> None:
    assert kept(price("2"), copied("2", context_band=ContextBand.LONG)) == []
    assert kept(price("2", context_band=ContextBand.SHORT), copied("2")) == []


@pytest.mark.parametrize(
    ("zone", "fills"), [("EU", False), ("US", True)], ids=["the same zone", "another zone"]
)
def test_data_zones_are_told_apart_by_their_regions(zone: str, fills: bool) -> None:
    primary = price("2", scope=Scope.DATA_ZONE, regions=("swedencentral",))
    secondary = copied("2", scope=Scope.DATA_ZONE, data_zone=zone)
    assert bool(kept(primary, price("2"), secondary)) == fills


def test_a_price_for_all_versions_stays_for_those_without_their_own() -> None:
    (left,) = kept(price("2", versions=("1",)), copied("3"))
    assert left.versions == ("2",)


def test_a_price_for_one_version_stays_if_only_others_have_theirs() -> None:
    secondary = copied("3", versions=("2",))
    assert kept(price("2", versions=("1",)), secondary) == [secondary]
    assert kept(price("2"), secondary) == []


def test_prices_stated_twice_are_kept_once() -> None:
    again = price("2").but(source="other")
    selected = select_prices([price("2"), again, copied("4", TokenCategory.OUTPUT)] * 2, SETTING)
    assert [one.amount for one in selected.prices] == [Decimal(2), Decimal(4)]


def test_a_disagreement_is_told_with_both_figures_and_sources() -> None:
    ours = price("2.5", meter="Some meter", effective_from=date(2026, 1, 1))
    older = price("9", effective_from=date(2025, 1, 1))
    selected = select_prices([older, ours, copied("3"), copied("2.5")], SETTING)
    assert [*map(str, differences(selected))] == [
        "all versions input standard global: 3 (copies) instead of "
        "2.5 per 1M tokens (prices: Some meter)"
    ]


def test_prices_of_different_units_are_not_compared() -> None:
    per_second = copied("1", unit=Unit.SECOND)
    selected = select_prices([price("2"), per_second], SETTING)
    assert list(differences(selected)) == []
    assert len(selected.restated) == 1


some_prices = st.lists(
    st.builds(
        lambda amount, secondary, until, versions: price(
            str(amount), secondary=secondary, effective_until=until, versions=versions
        ),
        st.integers(1, 3),
        st.booleans(),
        st.sampled_from([None, date(2026, 8, 31)]),
        st.sampled_from([(), ("1",), ("2",)]),
    )
)


@given(some_prices)
def test_no_primary_price_is_lost_and_every_secondary_one_is_accounted_for(
    prices: list[Price],
) -> None:
    selected = select_prices(prices, SETTING)
    amounts = {(one.amount, one.versions, one.effective_until) for one in selected.prices}
    for one in prices:
        if not one.secondary:
            assert (one.amount, one.versions, one.effective_until) in amounts
    out = len(selected.restated) + sum(one.secondary for one in selected.prices)
    assert out <= sum(one.secondary for one in prices)
    assert bool(out) == any(one.secondary for one in prices)


def test_prices_of_other_currencies_neither_fill_nor_contradict() -> None:
    """A price list in euro says nothing of a copy in dollars."""
    euro = price("1.75", currency="EUR")
    assert kept(euro, copied("2")) == [copied("2")]
    selected = select_prices([price("2"), euro, copied("2.20")], SETTING)
    assert [pair.primary for pair in selected.restated] == [price("2")]
    assert len(list(differences(selected))) == 1


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
