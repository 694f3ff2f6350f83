# SPDX-License-Identifier: MIT
"""Prices in one region beside the global ones, per token and per PTU."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec import convert

from azmodels_gui.answers.answer import UNKNOWN, Money, Qualifier
from azmodels_gui.answers.region_prices import (
    Comparison,
    RegionPtuPrice,
    region_prices,
    region_ptu_prices,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.terms import PriceTier, Scope, Term, TokenCategory, Unit
from tests.builders import REGIONS, TODAY, catalog, entry, offer, price, region, version

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


SWEDEN = next(region for region in REGIONS if region.id == "swedencentral")


def ptu_price(amount: str, scope: Scope, **more: object) -> PtuPrice:
    more.setdefault("regions", ("swedencentral",))
    given = {"product": "Azure OpenAI", "scope": scope, "term": Term.HOUR, "source": "prices"}
    return convert({**given, "amount": Decimal(amount), **more}, PtuPrice)


def found(*prices: PtuPrice, asked: Entry | None = None) -> dict[Term, RegionPtuPrice]:
    zonal = entry(
        "m",
        version(offers=[offer("DataZoneProvisionedManaged", "swedencentral")]),
        channel="azure_openai",
    )
    built = catalog(ptu_prices=prices)
    rows = region_ptu_prices([asked or zonal], SWEDEN, Viewpoint(built, TODAY))
    return {row.term: row for row in rows}


def test_a_regional_price_is_compared_with_the_global_one() -> None:
    rows = found(ptu_price("1.10", Scope.DATA_ZONE), ptu_price("1.00", Scope.GLOBAL))
    assert rows[Term.HOUR].ratio == Decimal("1.1")
    assert rows[Term.YEAR].ratio is None
    assert rows[Term.YEAR].here == UNKNOWN


def test_an_expired_price_is_not_compared() -> None:
    ended = ptu_price("1.10", Scope.DATA_ZONE, effective_until=date(2026, 8, 31))
    row = found(ended, ptu_price("1.00", Scope.GLOBAL))[Term.HOUR]
    assert row.ratio is None
    assert Qualifier.ENDED in row.here.qualifiers


def test_other_currencies_are_not_compared() -> None:
    row = found(ptu_price("1", Scope.DATA_ZONE, currency="EUR"), ptu_price("1", Scope.GLOBAL))
    assert row[Term.HOUR].ratio is None


def test_what_is_not_offered_here_or_of_unknown_product_has_no_row() -> None:
    elsewhere = entry(
        "m",
        version(offers=[offer("DataZoneProvisionedManaged", "eastus2")]),
        channel="azure_openai",
    )
    unheard = entry("m", version(offers=[offer("ProvisionedManaged", "swedencentral")]))
    assert found(asked=elsewhere) == {}
    assert found(asked=unheard) == {}
