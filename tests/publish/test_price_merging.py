# SPDX-License-Identifier: MIT
"""One price for all regions that share it, and every price once."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Term, TokenCategory
from azmodels_gui.publish.facts import AnyFact, NamedFact, PriceFact, PtuPriceFact
from azmodels_gui.publish.price_merging import each_once, merge_regions
from tests.builders import price
from tests.publish.meters import price_fact


def in_region(region: str, amount: str = "2", version: str | None = None) -> PriceFact:
    return price_fact(price(amount, regions=(region,)), version)


def regions_of(facts: list[AnyFact]) -> list[tuple[str, ...]]:
    return [fact.price.regions for fact in facts if isinstance(fact, PriceFact | PtuPriceFact)]


def test_a_price_that_is_the_same_in_two_regions_becomes_one() -> None:
    merged = merge_regions([in_region("westus2"), in_region("eastus2"), in_region("westus2")])
    assert regions_of(merged) == [("eastus2", "westus2")]


def test_prices_that_differ_in_anything_else_stay_apart() -> None:
    facts: list[AnyFact] = [
        in_region("a"),
        in_region("b", amount="3"),
        in_region("c", version="2026-01-01"),
        price_fact(price("2", TokenCategory.OUTPUT, regions=("d",))),
        price_fact(price("2", regions=("e",), effective_until=date(2026, 8, 31))),
        price_fact(price("2", regions=("f",)), name="gpt-y"),
    ]
    assert merge_regions(facts) == facts


def test_other_facts_and_prices_without_a_region_pass() -> None:
    facts: list[AnyFact] = [
        NamedFact(name="gpt-x", source="s", row="r"),
        price_fact(price("2")),
        price_fact(price("2")),
    ]
    assert merge_regions(facts) == facts


def test_ptu_prices_merge_too() -> None:
    facts = [
        PtuPriceFact(
            price=PtuPrice(
                product="P",
                scope=Scope.GLOBAL,
                regions=(region,),
                term=Term.HOUR,
                amount=Decimal(1),
                source="s",
            ),
            row=region,
        )
        for region in ("b", "a")
    ]
    assert regions_of(merge_regions(facts)) == [("a", "b")]


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


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["1", "2"]), st.sampled_from("xy")))
)
def test_merging_loses_and_invents_nothing(rows: list[tuple[str, str, str]]) -> None:
    facts = [in_region(region, amount, version) for region, amount, version in rows]
    stated = {
        (fact.version, str(fact.price.amount), region)
        for fact in merge_regions(facts)
        if isinstance(fact, PriceFact)
        for region in fact.price.regions
    }
    assert stated == {(version, amount, region) for region, amount, version in rows}


@given(
    st.lists(
        st.builds(lambda r: price("1", regions=tuple(sorted(r))), st.sets(st.sampled_from("abc")))
    )
)
def test_each_region_is_stated_once(prices: list[Price]) -> None:
    kept = [region for one in each_once(prices) for region in one.regions]
    assert sorted(kept) == sorted({region for one in prices for region in one.regions})
