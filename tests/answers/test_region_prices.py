# SPDX-License-Identifier: MIT
"""Prices of a region beside the global ones."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.answers.answer import Money
from azmodels_gui.answers.region_prices import Comparison, region_prices
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory, Unit
from tests.builders import TODAY, catalog, entry, offer, price, region, version

PARIS = region("Paris", "EU", "France", "Europe")


def priced(*prices: object, sku: str = "DataZoneStandard") -> Entry:
    return entry("m", version(offers=[offer(sku, "paris")]), prices=prices)


def compared(asked: Entry, day: date = TODAY) -> list[tuple[str, str | None]]:
    found = region_prices([asked], PARIS, Viewpoint(catalog(regions=(PARIS,)), day))
    return [
        (each.comparison.value, None if each.ratio is None else f"{each.ratio}") for each in found
    ]


def in_paris(amount: str, category: TokenCategory = TokenCategory.INPUT, **more: object) -> Price:
    return price(amount, category, Scope.DATA_ZONE, regions=("paris",), **more)


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        pytest.param(in_paris("2.75"), ("differs", "1.1"), id="a tenth dearer"),
        pytest.param(in_paris("2.50"), ("same", "1"), id="equal"),
        pytest.param(in_paris("2.75", unit=Unit.HOUR), ("open", None), id="another unit"),
        pytest.param(
            in_paris("2.75", effective_until=date(2026, 8, 31)), ("open", None), id="expired"
        ),
        pytest.param(
            price("2.75", scope=Scope.DATA_ZONE, regions=("milan",)), ("open", None), id="elsewhere"
        ),
    ],
)
def test_a_price_differs_is_the_same_or_cannot_be_compared(
    here: object, expected: tuple[str, str | None]
) -> None:
    assert compared(priced(price("2.50"), here)) == [expected]


def test_only_scopes_and_tiers_that_are_offered_are_asked_about() -> None:
    prices = (
        price("2.50"),
        price("3", scope=Scope.REGIONAL, regions=("paris",)),
        price("1.25", tier=PriceTier.BATCH),
    )
    assert [found[0] for found in compared(priced(*prices))] == ["open"]
    assert compared(priced(*prices, sku="Standard")) == [("differs", "1.2")]
    assert compared(priced(*prices, sku="GlobalStandard")) == []


def test_fine_tuned_prices_and_a_free_thing_are_left_apart() -> None:
    free = price("0", TokenCategory.OUTPUT)
    free_here = in_paris("0", TokenCategory.OUTPUT)
    tuned = price("9", fine_tuned=True)
    assert compared(priced(free, free_here, tuned)) == [("same", "1")]
    costs = in_paris("1", TokenCategory.OUTPUT)
    assert compared(priced(free, costs)) == [("open", None)]


def test_both_answers_keep_their_prices_with_source_and_date() -> None:
    asked = priced(price("2.50"), in_paris("2.75"))
    (found,) = region_prices([asked], PARIS, Viewpoint(catalog(regions=(PARIS,)), TODAY))
    assert found.here.value == Money(Decimal("2.75"), "USD")
    assert found.here.sources == ("prices",)
    assert found.comparison is Comparison.DIFFERS
