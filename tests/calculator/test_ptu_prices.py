# SPDX-License-Identifier: MIT
"""The price of a PTU by product, scope, region, term and day."""

from datetime import date
from typing import Any

import pytest

from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_cost import PtuPriceAnswer, first_day, ptu_price_of
from azmodels_gui.catalog.document import Catalog, Region, Source
from azmodels_gui.catalog.facts import PtuPrice
from azmodels_gui.catalog.price_lookup import PriceStatus, product_of
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import TODAY, catalog, model
from tests.calculator.samples import EAST_US_2, GERMANY, SWEDEN, ptu_price

SOURCES = tuple(
    Source(id=name, title=name, as_of="2026-10", secondary=secondary)
    for name, secondary in (("prices", False), ("copy", True))
)
OPENAI = model("gpt-x", channel="azure_openai")


def plan(*prices: PtuPrice) -> Catalog:
    return catalog(OPENAI, ptu_prices=prices, sources=SOURCES)


def asked(
    *prices: PtuPrice,
    scope: Scope = Scope.DATA_ZONE,
    region: Region | None = None,
    term: Term = Term.HOUR,
    of: Any = OPENAI,
) -> PtuPriceAnswer:
    return ptu_price_of(plan(*prices), of, Place(scope, region), term, TODAY)


def hourly(amount: str, *regions: str, **more: Any) -> PtuPrice:
    return ptu_price(Term.HOUR, amount, more.pop("scope", Scope.DATA_ZONE), *regions, **more)


SINCE_SEPTEMBER = date(2026, 9, 1)
ENDED = hourly("1.10", "swedencentral", effective_until=date(2026, 8, 31))


@pytest.mark.parametrize(
    ("prices", "region", "status", "amounts"),
    [
        pytest.param(
            [hourly("1.10", "eastus2")], EAST_US_2, PriceStatus.KNOWN, ["1.10"], id="named"
        ),
        pytest.param(
            [hourly("1.10", "eastus2"), hourly("1.20", "eastus2", effective_from=SINCE_SEPTEMBER)],
            EAST_US_2,
            PriceStatus.CONFLICTING,
            ["1.20", "1.10"],
            id="an undated one beside a dated one of another amount",
        ),
        pytest.param(
            [
                hourly("1.10", "eastus2", effective_from=date(2026, 1, 1)),
                hourly("1.20", "eastus2", effective_from=SINCE_SEPTEMBER),
            ],
            EAST_US_2,
            PriceStatus.KNOWN,
            ["1.20"],
            id="the one that started last",
        ),
        pytest.param([ENDED], SWEDEN, PriceStatus.EXPIRED, ["1.10"], id="ended"),
        pytest.param(
            [ENDED, hourly("1.10", source="copy")],
            SWEDEN,
            PriceStatus.EXPIRED,
            ["1.10"],
            id="ended, and a copy that names no region",
        ),
        pytest.param(
            [hourly("1.10", "eastus2")],
            GERMANY,
            PriceStatus.ELSEWHERE,
            ["1.10"],
            id="named for another region only",
        ),
        pytest.param(
            [hourly("1.10", source="copy")],
            GERMANY,
            PriceStatus.ELSEWHERE,
            ["1.10"],
            id="a copy that names no region does not speak for this one",
        ),
        pytest.param(
            [hourly("1.10", "eastus2", source="copy")],
            EAST_US_2,
            PriceStatus.SECONDARY,
            ["1.10"],
            id="from a copy only",
        ),
        pytest.param(
            [hourly("1.10", "eastus2"), hourly("9", "eastus2", source="copy")],
            EAST_US_2,
            PriceStatus.KNOWN,
            ["1.10"],
            id="the price list before a copy",
        ),
        pytest.param([], EAST_US_2, PriceStatus.UNKNOWN, [], id="nothing"),
        pytest.param(
            [hourly("2", "eastus2", superseded=True)],
            EAST_US_2,
            PriceStatus.UNKNOWN,
            [],
            id="contradicted and kept as history",
        ),
        pytest.param(
            [hourly("1.10", "eastus2"), hourly("1.20", "westeurope")],
            None,
            PriceStatus.BY_REGION,
            ["1.10", "1.20"],
            id="no region chosen and prices differ",
        ),
        pytest.param(
            [hourly("1.10", "eastus2"), hourly("1.10", "westeurope")],
            None,
            PriceStatus.KNOWN,
            ["1.10", "1.10"],
            id="no region chosen and prices agree",
        ),
        pytest.param(
            [hourly("1.10", source="copy")],
            None,
            PriceStatus.SECONDARY,
            ["1.10"],
            id="no region chosen and only a copy",
        ),
        pytest.param([ENDED], None, PriceStatus.EXPIRED, ["1.10"], id="no region and ended"),
        pytest.param([], None, PriceStatus.UNKNOWN, [], id="no region and nothing"),
    ],
)
def test_price_of_a_data_zone_ptu(
    prices: list[PtuPrice], region: Region | None, status: PriceStatus, amounts: list[str]
) -> None:
    answer = asked(*prices, region=region)
    assert answer.status is status
    assert [str(price.amount) for price in answer.prices] == amounts
    assert (answer.price is None) is (status not in (PriceStatus.KNOWN, PriceStatus.SECONDARY))


def test_a_global_price_holds_in_other_regions_and_says_where_it_is_from() -> None:
    stated = hourly("1.00", "eastus2", scope=Scope.GLOBAL)
    answer = asked(stated, scope=Scope.GLOBAL, region=GERMANY)
    assert answer.price == stated
    assert answer.other_region
    assert not asked(stated, scope=Scope.GLOBAL, region=EAST_US_2).other_region


def test_a_global_price_without_a_region_is_a_copy_and_stays_one() -> None:
    answer = asked(
        hourly("1.00", scope=Scope.GLOBAL, source="copy"), scope=Scope.GLOBAL, region=SWEDEN
    )
    assert answer.status is PriceStatus.SECONDARY
    assert not answer.other_region


def test_terms_and_scopes_do_not_stand_in_for_each_other() -> None:
    month = ptu_price(Term.MONTH, "286", Scope.DATA_ZONE, "eastus2")
    assert asked(month, region=EAST_US_2).status is PriceStatus.UNKNOWN
    assert asked(month, region=EAST_US_2, term=Term.MONTH).price == month
    regional = asked(month, region=EAST_US_2, term=Term.MONTH, scope=Scope.REGIONAL)
    assert regional.status is PriceStatus.UNKNOWN


@pytest.mark.parametrize(
    ("provider", "channel", "product"),
    [
        pytest.param("openai", "azure_openai", "Azure OpenAI", id="OpenAI"),
        pytest.param("meta", "azure_direct", "Azure Llama Models", id="Llama"),
        pytest.param("openai", "fireworks", "Azure Fireworks Models", id="run by Fireworks"),
        pytest.param("openai", "managed_compute", None, id="own compute"),
        pytest.param("cohere", "azure_direct", None, id="a publisher without PTU meters"),
    ],
)
def test_ptu_are_billed_under_the_product_of_their_publisher(
    provider: str, channel: str, product: str | None
) -> None:
    one = model("m", provider=provider, channel=channel)
    assert product_of(one.provider, one.channel) == product
    listed = hourly("1.10", "eastus2", product="Azure Llama Models")
    answer = asked(listed, region=EAST_US_2, of=one)
    assert (answer.price is not None) is (product == "Azure Llama Models")


def test_a_reservation_price_is_shared_by_all_publishers() -> None:
    shared = ptu_price(
        Term.YEAR,
        "2916",
        Scope.DATA_ZONE,
        "eastus2",
        product="Azure AI Foundry Provisioned Throughput Reservation",
    )
    for one in (OPENAI, model("m", provider="cohere")):
        assert asked(shared, region=EAST_US_2, term=Term.YEAR, of=one).price == shared


@pytest.mark.parametrize(
    ("day", "status"),
    [
        pytest.param(date(1999, 1, 1), PriceStatus.UNKNOWN, id="long before anybody stated it"),
        pytest.param(date(2026, 10, 8), PriceStatus.UNKNOWN, id="the day before its source"),
        pytest.param(date(2026, 10, 9), PriceStatus.KNOWN, id="the day of its source"),
    ],
)
def test_a_price_without_a_first_day_holds_from_its_source_on(
    day: date, status: PriceStatus
) -> None:
    price = ptu_price(Term.HOUR, "1", Scope.GLOBAL, "eastus2", source="undated")
    own = Source(id="undated", title="x", as_of="2026-10-09")
    read = catalog(OPENAI, ptu_prices=(price,), sources=(*SOURCES, own))
    place = Place(Scope.GLOBAL, EAST_US_2)
    assert ptu_price_of(read, OPENAI, place, Term.HOUR, day).status is status


def test_a_month_means_its_first_day() -> None:
    assert [first_day(each) for each in ("2026", "2026-11", "2026-11-30", "soon")] == [
        date(2026, 1, 1),
        date(2026, 11, 1),
        date(2026, 11, 30),
        date.min,
    ]


def test_a_price_of_later_days_has_not_ended_before() -> None:
    later = hourly("1.10", "eastus2", effective_from=date(2030, 1, 1))
    assert asked(later).status is PriceStatus.UNKNOWN
    assert asked(later, ENDED).prices == (ENDED,)
    undated = hourly("1.10", "eastus2")
    place = Place(Scope.DATA_ZONE, None)
    early = ptu_price_of(plan(undated), OPENAI, place, Term.HOUR, date(1999, 1, 1))
    assert early.status is PriceStatus.UNKNOWN
