# SPDX-License-Identifier: MIT
"""Cost per token: categories, context bands, tiers, places, and prices that are not known."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.payg import PaygRequest, PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal, sentence
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory, Unit
from tests.builders import REGIONS, TODAY, entry, price
from tests.calculator.samples import EAST_US_2, GERMANY, GPT_5_2_PRICES, REGIONS_BY_ID, SWEDEN, load

OUTPUT = TokenCategory.OUTPUT
MILLION = 1_000_000
JAPAN = REGIONS_BY_ID["japaneast"]


def paid(
    *prices: Price,
    workload: Workload | None = None,
    scope: Scope = Scope.GLOBAL,
    region: Region | None = None,
    **terms: Any,
) -> PaygRequest:
    one = entry(prices=prices)
    day = terms.pop("day", TODAY)
    told = PaygTerms(place=Place(scope, region), day=day, regions=REGIONS, **terms)
    return payg_request(one, workload or load(1, MILLION, 0), told)


def test_every_category_has_its_own_price() -> None:
    workload = load(1, 1_000, 50, cached_tokens=400)
    request = paid(*GPT_5_2_PRICES, workload=workload)
    expected = (600 * Decimal("1.75") + 400 * Decimal("0.175") + 50 * Decimal(14)) / MILLION
    assert request.cost == expected
    assert request.cautions == ()


def test_a_long_request_has_the_long_price_as_a_whole() -> None:
    bands = [
        price("10", context_band=ContextBand.SHORT),
        price("20", context_band=ContextBand.LONG),
    ]
    assert paid(*bands).cost == 10
    assert paid(*bands, workload=load(1, MILLION, 0, long_context=True)).cost == 20


@pytest.mark.parametrize(
    ("tier", "cost"),
    [
        pytest.param(PriceTier.STANDARD, 10, id="standard"),
        pytest.param(PriceTier.PRIORITY, 20, id="priority"),
        pytest.param(PriceTier.BATCH, 5, id="batch"),
    ],
)
def test_each_tier_has_its_own_price(tier: PriceTier, cost: int) -> None:
    tiers = [
        price("10"),
        price("20", tier=PriceTier.PRIORITY),
        price("5", tier=PriceTier.BATCH),
    ]
    assert paid(*tiers, tier=tier).cost == cost


def test_a_missing_tier_is_unknown_not_standard() -> None:
    request = paid(price("10"), tier=PriceTier.FLEX)
    assert request.cost is None
    assert [said.id for said in request.cautions] == [CautionId.PRICE_UNKNOWN]


def test_a_part_without_a_price_leaves_the_whole_unknown() -> None:
    request = paid(price("10"), workload=load(1, 100, 5))
    assert request.cost is None
    assert [part.cost is None for part in request.parts] == [False, True]
    assert request.cautions[0].data["what"] == "output"


ENDED = price(
    "1.10", scope=Scope.DATA_ZONE, regions=("eastus2",), effective_until=date(2026, 8, 31)
)


@pytest.mark.parametrize(
    ("prices", "region", "known", "caution"),
    [
        pytest.param((), GERMANY, False, CautionId.PRICE_UNKNOWN, id="no price at all"),
        pytest.param((ENDED,), EAST_US_2, False, CautionId.PRICE_EXPIRED, id="an ended price"),
        pytest.param(
            (price("1", scope=Scope.DATA_ZONE, regions=("eastus2",)),),
            GERMANY,
            False,
            CautionId.PRICE_ELSEWHERE,
            id="a price of another region",
        ),
        pytest.param(
            (
                price("1", scope=Scope.DATA_ZONE, regions=("eastus2",)),
                price("2", scope=Scope.DATA_ZONE, regions=("japaneast",)),
            ),
            None,
            False,
            CautionId.PRICE_BY_REGION,
            id="prices by region and none chosen",
        ),
        pytest.param(
            (
                price("1", scope=Scope.DATA_ZONE, regions=("eastus2",)),
                price("2", scope=Scope.DATA_ZONE, regions=("eastus2",)),
            ),
            EAST_US_2,
            False,
            CautionId.PRICE_CONFLICTING,
            id="two prices for one place",
        ),
        pytest.param(
            (price("1", scope=Scope.DATA_ZONE, regions=("eastus2",), secondary=True),),
            EAST_US_2,
            True,
            CautionId.PRICE_SECONDARY,
            id="a copied price list",
        ),
        pytest.param(
            (price("1", scope=Scope.DATA_ZONE, unit=Unit.IMAGE, regions=("eastus2",)),),
            EAST_US_2,
            False,
            CautionId.PRICE_UNKNOWN,
            id="priced by the image",
        ),
    ],
)
def test_a_price_that_is_not_simply_known_is_named(
    prices: tuple[Price, ...], region: Region | None, known: bool, caution: CautionId
) -> None:
    request = paid(*prices, scope=Scope.DATA_ZONE, region=region)
    assert (request.cost is not None) is known
    assert [said.id for said in request.cautions] == [caution]


def test_a_promotion_names_the_last_day_it_is_promised_for() -> None:
    """Case A8: the lower price of sol holds until 30 November at least."""
    promised = price("4", scope=Scope.GLOBAL, at_least_until=date(2026, 11, 30))
    (said,) = paid(promised, scope=Scope.GLOBAL).cautions
    assert said.id is CautionId.PRICE_PROMISED
    assert said.data["until"] == date(2026, 11, 30)
    assert said.data["prices"] == ("4 USD",)


def test_an_expired_price_names_its_last_day_and_amount() -> None:
    (said,) = paid(ENDED, scope=Scope.DATA_ZONE, region=EAST_US_2).cautions
    assert said.data["until"] == date(2026, 8, 31)
    assert said.data["prices"] == ("1.1 USD (East US 2)",)


def test_prices_are_listed_with_few_places_each() -> None:
    many = [
        price("1", scope=Scope.DATA_ZONE, regions=("eastus2", "westus", "centralus", "westus2")),
        price("2.50", scope=Scope.DATA_ZONE, data_zone="EU"),
    ]
    (said,) = paid(*many, scope=Scope.DATA_ZONE, region=JAPAN).cautions
    assert said.data["prices"] == (
        "1 USD (East US 2, westus, centralus, ...)",
        "2.5 USD (EU)",
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "$3.00 / 1K pages (East US 2)"), ("de", "3,00 $ / 1.000 Seiten (East US 2)")],
)
def test_a_price_of_something_else_than_tokens_names_its_unit(language: str, told: str) -> None:
    page = price(
        *("3", TokenCategory.PAGE, Scope.DATA_ZONE),
        unit=Unit.THOUSAND_PAGES,
        regions=("eastus2",),
        secondary=True,
    )
    ten = Workload(requests_per_minute=1, input_tokens=0, beside={Count.PAGES: 10})
    (said,) = paid(page, workload=ten, scope=Scope.DATA_ZONE, region=EAST_US_2).cautions
    assert told in sentence(said, language)


def test_a_price_that_names_no_place_is_listed_without_one() -> None:
    nowhere = price("3", scope=Scope.DATA_ZONE)
    (said,) = paid(nowhere, scope=Scope.DATA_ZONE, region=JAPAN).cautions
    assert said.data["prices"] == ("3 USD",)


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        pytest.param("germanywestcentral", True, id="in the same data zone"),
        pytest.param("eastus2", False, id="in another data zone"),
        pytest.param("switzerlandnorth", False, id="in no data zone"),
    ],
)
def test_a_newer_price_is_told_where_it_is_one_of_the_same_data_zone(
    elsewhere: str, told: bool
) -> None:
    request = paid(
        price("1", scope=Scope.REGIONAL, regions=("swedencentral",)),
        price("2", scope=Scope.REGIONAL, regions=(elsewhere,), effective_from=date(2026, 9, 1)),
        scope=Scope.REGIONAL,
        region=SWEDEN,
    )
    assert request.cost == 1
    said = [CautionId.PRICE_NEWER_ELSEWHERE] if told else []
    assert [each.id for each in request.cautions] == said


def test_the_prices_of_another_region_are_taken_when_the_user_says_so() -> None:
    overrides = Overrides(price_region=SWEDEN)
    request = paid(*GPT_5_2_PRICES, scope=Scope.DATA_ZONE, region=GERMANY, overrides=overrides)
    assert request.cost == Decimal("1.925")


def test_a_discount_comes_off_the_list_price() -> None:
    overrides = Overrides(payg_discount_percent=Decimal("12.5"))
    assert paid(price("8"), overrides=overrides).cost == 7


def test_a_negotiated_price_takes_the_place_of_the_list_price_undiscounted() -> None:
    overrides = Overrides(
        payg_prices={TokenCategory.INPUT: Decimal(3)}, payg_discount_percent=Decimal(50)
    )
    request = paid(overrides=overrides)
    assert request.cost == 3
    assert request.cautions == ()
    assert request.parts[0].given
    assert request.parts[0].listed_price is None


def test_two_currencies_are_not_added() -> None:
    prices = (price("1"), price("1", OUTPUT, currency="EUR"))
    with pytest.raises(Refusal) as refused:
        paid(*prices, workload=load(1, 10, 10))
    assert refused.value.statement.id is RefusalId.CURRENCIES_MIXED


def test_splitting_requests_does_not_change_what_they_cost() -> None:
    whole, split = load(1, 900, 60, cached_tokens=300), load(3, 300, 20, cached_tokens=100)
    costs = [paid(*GPT_5_2_PRICES, workload=each).cost for each in (whole, split)]
    assert costs[0] is not None
    assert costs[1] is not None
    assert costs[0] == 3 * costs[1]
