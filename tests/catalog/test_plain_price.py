# SPDX-License-Identifier: MIT
"""One price stands for an entry: the lowest plain one of the deployments that a filter lets in."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from decimal import Decimal

import pytest

from azmodels_gui.catalog.facts import Offer, Price
from azmodels_gui.catalog.plain_price import PriceWays, plain_price
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceStatus
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory
from tests.builders import TODAY, catalog, entry, offer, price, version

EVERYTHING = CatalogQuery()
INPUT, OUTPUT = TokenCategory.INPUT, TokenCategory.OUTPUT
YESTERDAY, LAST_YEAR = TODAY - timedelta(days=1), TODAY - timedelta(days=365)
FRANKFURT = frozenset({"germanywestcentral"})
EU, US = ("swedencentral", "germanywestcentral"), ("eastus2",)


def asks(**values: AbstractSet[str]) -> CatalogQuery:
    return CatalogQuery(**{name: frozenset(chosen) for name, chosen in values.items()})  # type: ignore[arg-type]


def asked(
    prices: Sequence[Price],
    *offers: Offer,
    category: TokenCategory = INPUT,
    query: CatalogQuery = EVERYTHING,
) -> PriceAnswer:
    """Return the price of an entry under a filter."""
    ways = PriceWays(query, catalog())
    one = entry("a", version("1", offers=offers), prices=tuple(prices))
    return plain_price(one, category, ways, TODAY)


def amount(answer: PriceAnswer) -> str | None:
    return None if answer.price is None else str(answer.price.amount)


def ended(amount: str, day: date, **more: object) -> Price:
    return price(amount, effective_until=day, **more)  # type: ignore[arg-type]


def test_each_category_has_its_own_price() -> None:
    assert amount(asked((price("2"), price("8", OUTPUT)), category=OUTPUT)) == "8"


def test_a_newer_price_of_the_same_place_replaces_the_older_though_higher() -> None:
    older = price("2", effective_from=date(2026, 1, 1))
    newer = price("3", effective_from=date(2026, 9, 1))
    assert asked((older, newer)).price == newer


def test_a_scope_may_be_cheaper_than_another() -> None:
    found = asked((price("3", scope=Scope.DATA_ZONE), price("2"))).price
    assert found is not None
    assert found.scope is Scope.GLOBAL


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        pytest.param([ended("1", LAST_YEAR), ended("5", YESTERDAY)], "5", id="the last to end"),
        pytest.param([ended("6", YESTERDAY), ended("5", YESTERDAY)], "5", id="the lower of two"),
        pytest.param(
            [
                ended("5", YESTERDAY, secondary=True, scope=Scope.REGIONAL),
                ended("6", YESTERDAY),
            ],
            "6",
            id="primary first",
        ),
        pytest.param([ended("5", TODAY)], None, id="today it still holds"),
        pytest.param([price("5")], None, id="open end"),
        pytest.param(
            [ended("5", YESTERDAY, tier=PriceTier.BATCH)], None, id="batch does not count"
        ),
    ],
)
def test_the_price_that_ended_last(prices: list[Price], expected: str | None) -> None:
    found = asked(prices)
    told = str(found.prices[0].amount) if found.status is PriceStatus.EXPIRED else None
    assert told == expected


ZONED = (
    price("0.25"),
    price("0.275", scope=Scope.DATA_ZONE, regions=EU),
    price("0.28", scope=Scope.DATA_ZONE, regions=US),
    price("0.30", scope=Scope.REGIONAL, regions=("germanywestcentral",)),
    price("0.125", tier=PriceTier.BATCH),
)
OFFERED = (
    offer("GlobalStandard", *EU, *US),
    offer("DataZoneStandard", *EU, *US),
    offer("Standard", "germanywestcentral"),
    offer("GlobalBatch", *EU, *US),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(EVERYTHING, "0.25", id="anywhere the global one"),
        pytest.param(asks(data_zones={"EU"}), "0.275", id="inside the EU no global one"),
        pytest.param(asks(data_zones={"US"}), "0.28", id="inside the US its own"),
        pytest.param(asks(regions=FRANKFURT), "0.25", id="global is offered there"),
        pytest.param(asks(deployment_types={"Standard"}), "0.30", id="by type"),
        pytest.param(
            asks(regions=FRANKFURT, deployment_types={"DataZoneStandard"}),
            "0.275",
            id="region and type",
        ),
        pytest.param(
            asks(deployment_types={"GlobalBatch"}),
            "0.125",
            id="batch where it is asked",
        ),
        pytest.param(
            asks(deployment_types={"GlobalBatch", "GlobalStandard"}),
            "0.25",
            id="standard first",
        ),
        pytest.param(
            asks(deployment_types={"DataZoneProvisionedManaged"}),
            "0.275",
            id="PTU: per token in the same scope",
        ),
    ],
)
def test_a_filter_has_the_price_of_what_it_lets_in(query: CatalogQuery, expected: str) -> None:
    assert amount(asked(ZONED, *OFFERED, query=query)) == expected


def test_what_is_not_offered_sets_no_price() -> None:
    only_regional = (
        offer("GlobalStandard", covered=("germanywestcentral",)),
        offer("Standard", "germanywestcentral"),
    )
    assert amount(asked(ZONED, *only_regional, query=asks(regions=FRANKFURT))) == "0.30"


def test_a_price_of_another_region_is_none_here() -> None:
    regional = (price("2", scope=Scope.REGIONAL, regions=US),)
    found = asked(regional, offer("Standard", *EU), query=asks(regions={"swedencentral"}))
    assert (found.status, found.price) == (PriceStatus.ELSEWHERE, None)


def test_prices_of_variants_count_where_there_is_no_other() -> None:
    small = price("1", variant="small")
    assert amount(asked((small, price("2")))) == "2"
    assert amount(asked((small, price("3", variant="large")))) == "1"


def test_several_prices_for_one_place_are_a_conflict() -> None:
    found = asked((price("2"), price("3")))
    assert (found.status, found.price) == (PriceStatus.CONFLICTING, None)
    assert {str(each.amount) for each in found.prices} == {"2", "3"}
    assert Decimal(2) in {each.amount for each in found.prices}
