# SPDX-License-Identifier: MIT
"""Which price holds on a day, and how sure that is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.price_lookup import (
    PriceQuestion,
    PriceStatus,
    price_of,
    prices_on,
    product_of,
    ptu_prices_for,
)
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Term, TokenCategory, Unit
from tests.builders import catalog, entry, model, price, version

DAY = date(2026, 11, 22)
BEFORE = date(2026, 8, 31)
ZONE = PriceQuestion(
    category=TokenCategory.INPUT, scope=Scope.DATA_ZONE, region="swedencentral", data_zone="EU"
)
REGIONAL = PriceQuestion(category=TokenCategory.INPUT, scope=Scope.REGIONAL, region="japaneast")
GLOBAL = PriceQuestion(category=TokenCategory.INPUT)


def with_prices(*prices: Price) -> Entry:
    return entry("gpt-x", version("2026-01-01"), prices=prices)


def zone_price(amount: str, *regions: str, **more: Any) -> Price:
    return price(amount, scope=Scope.DATA_ZONE, regions=regions, **more)


def test_a_price_in_force_is_known() -> None:
    answer = price_of(with_prices(price("2.5")), GLOBAL, DAY)
    assert answer.status is PriceStatus.KNOWN
    assert answer.price is not None
    assert answer.price.amount == Decimal("2.5")


def test_without_a_price_nothing_is_known() -> None:
    answer = price_of(with_prices(), GLOBAL, DAY)
    assert (answer.status, answer.price, answer.prices) == (PriceStatus.UNKNOWN, None, ())


def test_an_ended_price_is_shown_as_expired_and_never_used() -> None:
    answer = price_of(with_prices(price("2", effective_until=BEFORE)), GLOBAL, DAY)
    assert answer.status is PriceStatus.EXPIRED
    assert answer.price is None
    assert [ended.effective_until for ended in answer.prices] == [BEFORE]


def test_of_several_ended_prices_the_last_is_shown() -> None:
    older = price("3", effective_until=date(2025, 12, 31))
    answer = price_of(with_prices(older, price("2", effective_until=BEFORE)), GLOBAL, DAY)
    assert [ended.amount for ended in answer.prices] == [Decimal(2)]


def test_the_last_day_of_a_price_still_counts() -> None:
    book = with_prices(price("2", effective_until=BEFORE))
    assert price_of(book, GLOBAL, BEFORE).status is PriceStatus.KNOWN
    assert price_of(book, GLOBAL, date(2026, 9, 1)).status is PriceStatus.EXPIRED


def test_a_price_of_the_future_is_not_yet_known() -> None:
    book = with_prices(price("2", effective_from=date(2027, 1, 1)))
    assert price_of(book, GLOBAL, DAY).status is PriceStatus.UNKNOWN


def test_of_two_prices_in_force_the_later_start_holds() -> None:
    book = with_prices(
        price("1", effective_from=date(2026, 7, 1)), price("0.2", effective_from=date(2026, 8, 1))
    )
    answer = price_of(book, GLOBAL, DAY)
    assert (answer.status, [p.amount for p in answer.prices]) == (
        PriceStatus.KNOWN,
        [Decimal("0.2")],
    )


def test_a_global_price_answers_for_a_region_no_source_names() -> None:
    book = with_prices(price("0.2", regions=("eastus2",)))
    question = PriceQuestion(category=TokenCategory.INPUT, region="germanywestcentral")
    assert price_of(book, question, DAY).status is PriceStatus.KNOWN


def test_a_secondary_price_is_marked() -> None:
    answer = price_of(with_prices(price("9", secondary=True)), GLOBAL, DAY)
    assert answer.status is PriceStatus.SECONDARY
    assert answer.price is not None


def test_a_primary_price_in_force_wins_over_a_secondary_one() -> None:
    book = with_prices(price("9", secondary=True), price("2"))
    answer = price_of(book, GLOBAL, DAY)
    assert (answer.status, [p.amount for p in answer.prices]) == (PriceStatus.KNOWN, [Decimal(2)])


def test_a_secondary_price_takes_over_where_the_primary_one_has_ended() -> None:
    book = with_prices(price("2", effective_until=BEFORE), price("9", secondary=True))
    answer = price_of(book, GLOBAL, DAY)
    assert answer.status is PriceStatus.SECONDARY
    assert [p.amount for p in answer.ended] == [Decimal(2)]


@pytest.mark.parametrize("secondary", [False, True], ids=["primary", "secondary"])
def test_two_amounts_for_one_place_and_time_conflict(secondary: bool) -> None:
    book = with_prices(price("2", secondary=secondary), price("3", secondary=secondary))
    answer = price_of(book, GLOBAL, DAY)
    assert (answer.status, answer.price) == (PriceStatus.CONFLICTING, None)
    assert [p.amount for p in answer.prices] == [Decimal(2), Decimal(3)]


def test_two_sources_with_one_amount_do_not_conflict() -> None:
    book = with_prices(price("2"), price("2.0"))
    assert price_of(book, GLOBAL, DAY).status is PriceStatus.KNOWN


def test_a_region_has_its_own_price() -> None:
    book = with_prices(zone_price("2.2", "westeurope"), zone_price("2", "swedencentral"))
    answer = price_of(book, ZONE, DAY)
    assert [p.amount for p in answer.prices] == [Decimal(2)]


def test_a_price_of_another_region_is_not_put_in_its_place() -> None:
    book = with_prices(zone_price("2.2", "westeurope"))
    answer = price_of(book, ZONE, DAY)
    assert (answer.status, answer.price) == (PriceStatus.ELSEWHERE, None)
    assert [p.regions for p in answer.prices] == [("westeurope",)]


def test_without_a_region_all_regions_are_listed() -> None:
    book = with_prices(zone_price("2.2", "westeurope"), zone_price("2", "swedencentral"))
    anywhere = PriceQuestion(category=TokenCategory.INPUT, scope=Scope.DATA_ZONE)
    answer = price_of(book, anywhere, DAY)
    assert (answer.status, len(answer.prices)) == (PriceStatus.BY_REGION, 2)


def test_a_price_for_the_data_zone_holds_in_its_regions() -> None:
    book = with_prices(price("2", scope=Scope.DATA_ZONE, data_zone="EU", secondary=True))
    assert price_of(book, ZONE, DAY).status is PriceStatus.SECONDARY
    assert price_of(book, REGIONAL, DAY).status is PriceStatus.UNKNOWN


def test_a_price_for_another_data_zone_does_not_hold() -> None:
    book = with_prices(price("2", scope=Scope.DATA_ZONE, data_zone="US", secondary=True))
    assert price_of(book, ZONE, DAY).status is PriceStatus.ELSEWHERE


def test_a_later_price_elsewhere_is_pointed_out() -> None:
    book = with_prices(
        zone_price("2", "swedencentral", effective_from=date(2026, 7, 1)),
        zone_price("1.5", "westeurope", effective_from=date(2026, 9, 1)),
    )
    answer = price_of(book, ZONE, DAY)
    assert answer.status is PriceStatus.KNOWN
    assert [p.amount for p in answer.newer_elsewhere] == [Decimal("1.5")]


def test_a_later_price_of_another_data_zone_says_nothing_about_this_one() -> None:
    book = with_prices(
        zone_price("2", "swedencentral", effective_from=date(2026, 7, 1)),
        zone_price("2.1", "japaneast", effective_from=date(2026, 8, 1)),
        zone_price("1.5", "westeurope", effective_from=date(2026, 9, 1)),
        price("3", scope=Scope.DATA_ZONE, data_zone="US", effective_from=date(2026, 9, 1)),
    )
    in_the_eu = replace(ZONE, neighbours=frozenset({"swedencentral", "westeurope"}))
    newer = [p.amount for p in price_of(book, in_the_eu, DAY).newer_elsewhere]
    assert newer == [Decimal("1.5")]


JULY_EVERYWHERE = zone_price(
    "5.5", "eastus2", "centralus", "swedencentral", effective_from=date(2026, 7, 1)
)
SEPTEMBER_EAST_US_2 = zone_price("4.4", "eastus2", effective_from=date(2026, 9, 1))


def test_a_later_price_of_one_region_replaces_the_one_it_shared_with_others() -> None:
    """Not a conflict: gpt-5.6-sol in East US 2 became cheaper in September."""
    book = with_prices(JULY_EVERYWHERE, SEPTEMBER_EAST_US_2)
    east = replace(ZONE, region="eastus2", data_zone="US")
    answer = price_of(book, east, DAY)
    assert (answer.status, answer.prices) == (PriceStatus.KNOWN, (SEPTEMBER_EAST_US_2,))
    anywhere = price_of(book, replace(ZONE, region=None, data_zone=None), DAY)
    assert anywhere.status is PriceStatus.BY_REGION


def test_a_later_price_of_a_region_that_shared_this_one_is_pointed_out() -> None:
    """Also of another data zone: what held for both may have changed for both."""
    book = with_prices(JULY_EVERYWHERE, SEPTEMBER_EAST_US_2)
    in_the_eu = replace(ZONE, neighbours=frozenset({"swedencentral"}))
    answer = price_of(book, in_the_eu, DAY)
    assert (answer.status, answer.prices) == (PriceStatus.KNOWN, (JULY_EVERYWHERE,))
    assert answer.newer_elsewhere == (SEPTEMBER_EAST_US_2,)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(PriceQuestion(category=TokenCategory.OUTPUT), id="category"),
        pytest.param(
            PriceQuestion(category=TokenCategory.INPUT, tier=PriceTier.BATCH), id="processing tier"
        ),
        pytest.param(PriceQuestion(category=TokenCategory.INPUT, fine_tuned=True), id="fine-tuned"),
        pytest.param(PriceQuestion(category=TokenCategory.INPUT, variant="HD"), id="variant"),
        pytest.param(
            PriceQuestion(category=TokenCategory.INPUT, scope=Scope.REGIONAL), id="deployment scope"
        ),
        pytest.param(
            PriceQuestion(category=TokenCategory.INPUT, context_band=ContextBand.LONG),
            id="context band",
        ),
    ],
)
def test_a_price_of_something_else_is_never_used(question: PriceQuestion) -> None:
    book = with_prices(price("2", context_band=ContextBand.SHORT))
    assert price_of(book, question, DAY).status is PriceStatus.UNKNOWN


@pytest.mark.parametrize("band", ContextBand, ids=lambda band: f"{band.value} context")
def test_a_price_for_any_length_answers_for(band: ContextBand) -> None:
    question = PriceQuestion(category=TokenCategory.INPUT, context_band=band)
    assert price_of(with_prices(price("2")), question, DAY).status is PriceStatus.KNOWN


def test_a_price_for_the_version_goes_before_one_for_the_model() -> None:
    book = with_prices(price("100"), price("40", versions=("2026-01-01",)))
    assert [p.amount for p in price_of(book, GLOBAL, DAY).prices] == [Decimal(40)]


def test_a_price_without_scope_answers_for_global_only() -> None:
    book = with_prices(price("2").but(scope=None))
    assert price_of(book, GLOBAL, DAY).status is PriceStatus.KNOWN
    assert price_of(book, ZONE, DAY).status is PriceStatus.UNKNOWN


def test_prices_on_a_day_leave_out_the_ended_and_the_replaced() -> None:
    book = with_prices(
        price("3", effective_until=BEFORE),
        price("2", effective_from=date(2026, 7, 1)),
        price("1", effective_from=date(2026, 8, 1)),
        price("9", secondary=True),
        price("8", TokenCategory.OUTPUT, secondary=True),
    )
    assert [p.amount for p in prices_on(book, DAY)] == [Decimal(1), Decimal(8)]


def test_prices_on_a_day_keep_both_sides_of_a_conflict_and_other_regions() -> None:
    book = with_prices(
        zone_price("2", "swedencentral", effective_from=date(2026, 7, 1)),
        zone_price("1", "westeurope", effective_from=date(2026, 8, 1)),
        price("5"),
        price("6"),
    )
    assert len(prices_on(book, DAY)) == 4


days = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))
some_prices = st.lists(
    st.builds(
        lambda amount, start, end, secondary, regions: price(
            str(amount),
            scope=Scope.DATA_ZONE,
            effective_from=start,
            effective_until=end,
            secondary=secondary,
            regions=regions,
            unit=Unit.MILLION_TOKENS,
        ),
        st.integers(1, 5),
        st.none() | days,
        st.none() | days,
        st.booleans(),
        st.sampled_from([(), ("swedencentral",), ("westeurope",), ("swedencentral", "westeurope")]),
    ),
    max_size=6,
)


@given(some_prices, days)
def test_an_answer_never_uses_a_price_of_another_day_or_region(
    prices: list[Price], day: date
) -> None:
    answer = price_of(with_prices(*prices), ZONE, day)
    if answer.price is not None:
        assert answer.price.in_force_on(day)
        assert "swedencentral" in answer.price.regions
        assert answer.price.secondary == (answer.status is PriceStatus.SECONDARY)


@given(some_prices, days)
def test_a_primary_price_in_force_here_is_never_passed_over(prices: list[Price], day: date) -> None:
    here = [p for p in prices if p.in_force_on(day) and "swedencentral" in p.regions]
    answer = price_of(with_prices(*prices), ZONE, day)
    if any(not p.secondary for p in here):
        assert answer.status in (PriceStatus.KNOWN, PriceStatus.CONFLICTING)
        assert not any(p.secondary for p in answer.prices)


def ptu_price(product: str) -> PtuPrice:
    return PtuPrice(
        product=product, scope=Scope.GLOBAL, term=Term.HOUR, amount=Decimal(1), source="prices"
    )


@pytest.mark.parametrize(
    ("product", "concerned"),
    [
        pytest.param("Azure OpenAI", True, id="the provider's own product"),
        pytest.param(
            "Azure AI Foundry Provisioned Throughput Reservation",
            True,
            id="a reservation shared by all",
        ),
        pytest.param("Azure Grok Models", False, id="another provider's product"),
    ],
)
def test_a_price_concerns_an_entry_by_its_product(product: str, concerned: bool) -> None:
    one = model("gpt-x", channel="azure_openai")
    document = catalog(one, ptu_prices=(ptu_price(product),))
    found = ptu_prices_for(Entry(one, one.versions[0]), document)
    assert bool(found) is concerned


@pytest.mark.parametrize(
    ("provider", "channel", "product"),
    [
        pytest.param("xai", "azure_direct", "Azure Grok Models", id="sold by Azure"),
        pytest.param("xai", "fireworks", "Azure Fireworks Models", id="hosted by Fireworks"),
        pytest.param("anthropic", "marketplace", None, id="the marketplace has no PTU"),
        pytest.param("openai", None, None, id="nobody says who sells it"),
    ],
)
def test_the_product_follows_from_who_sells_the_model(
    provider: str, channel: str | None, product: str | None
) -> None:
    assert product_of(provider, channel) == product
