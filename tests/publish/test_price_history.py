# SPDX-License-Identifier: MIT
"""One history for each price meter, out of several documents."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import Scope, TokenCategory, Unit
from azmodels_gui.publish.facts import PriceFact
from azmodels_gui.publish.meter_reading import MeterReading
from azmodels_gui.publish.price_history import HistoryAccount, MeterPrice, price_history
from tests.builders import region

REGIONS = {
    each.id: each
    for each in (
        region("Sweden Central", "EU", "Sweden", "Europe"),
        region("Germany West Central", "EU", "Germany", "Europe"),
        region("UK South", None, "United Kingdom", "UK"),
        region("UK West", None, "United Kingdom", "UK"),
        region("East US 2", "US", "United States", "US"),
        region("East US", "US", "United States", "US"),
        region("UAE North", None, "UAE", "Middle East"),
    )
}
DAYS = {
    "snapshot": date(2026, 8, 11),
    "answers": date(2026, 8, 15),
    "later": date(2026, 10, 6),
}
JUNE, AUGUST, SEPTEMBER = date(2026, 6, 1), date(2026, 8, 31), date(2026, 9, 1)


def stated(
    amount: str,
    *regions: str,
    source: str = "answers",
    starts: date = JUNE,
    ends: date | None = None,
    scope: Scope = Scope.DATA_ZONE,
) -> MeterPrice:
    return MeterPrice(
        product="P",
        meter="gpt x Inp",
        measure="1M",
        reservation="",
        above="",
        currency="USD",
        reading=MeterReading(
            models=("gpt-x",),
            versions=(),
            category=TokenCategory.INPUT,
            unit=Unit.MILLION_TOKENS,
            factor=Decimal(1),
            scope=scope,
        ),
        regions=regions,
        amount=Decimal(amount),
        starts=starts,
        ends=ends,
        source=source,
        row="row",
    )


def history(
    prices: Sequence[MeterPrice], regions: dict[str, Region] = REGIONS
) -> tuple[list[Price], HistoryAccount]:
    facts, account = price_history(prices, regions, DAYS)
    return [fact.price for fact in facts if isinstance(fact, PriceFact)], account


def ends_of(prices: Sequence[Price]) -> dict[str, date | None]:
    return {name: price.effective_until for price in prices for name in price.regions}


def test_what_two_documents_state_is_one_price_with_both() -> None:
    (price,), account = history(
        [stated("2", "swedencentral", source="snapshot"), stated("2", "swedencentral")]
    )
    assert (price.source, price.also) == ("answers", ("snapshot",))
    assert account.stated_by == {("answers", "snapshot"): 1}
    assert account.differing == []


def test_a_price_is_one_for_all_regions_in_which_it_is_the_same() -> None:
    (price,), _ = history([stated("2", "swedencentral"), stated("2", "eastus2")])
    assert price.regions == ("eastus2", "swedencentral")


def test_documents_that_disagree_are_reported_and_the_newer_one_counts() -> None:
    (price,), account = history(
        [stated("3", "swedencentral", source="snapshot"), stated("2", "swedencentral")]
    )
    assert price.amount == Decimal(2)
    assert account.differing == ["gpt x Inp, swedencentral, 2026-06-01: 3 (snapshot) against 2"]


def test_a_document_that_contradicts_itself_keeps_both_prices() -> None:
    prices, _ = history([stated("2", "swedencentral"), stated("3", "swedencentral")])
    assert [price.amount for price in prices] == [Decimal(2), Decimal(3)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("germanywestcentral", AUGUST, id="ended in its zone"),
        pytest.param("ukwest", None, id="open in its country"),
        pytest.param("eastus", None, id="open in its part of the world"),
        pytest.param("uaenorth", AUGUST, id="nothing near by: as soon as anywhere"),
    ],
)
def test_a_document_without_ends_goes_by_a_region_near_by(name: str, expected: date | None) -> None:
    answers = [
        stated("1.1", "swedencentral", ends=AUGUST),
        stated("1.1", "uksouth"),
        stated("1.1", "eastus2"),
    ]
    prices, _ = history([*answers, stated("1.1", name, "swedencentral", source="snapshot")])
    assert ends_of(prices)[name] == expected


def test_an_end_of_another_price_of_the_meter_says_nothing() -> None:
    prices, _ = history(
        [
            stated("2.4", "swedencentral", ends=AUGUST),
            stated("2.2", "germanywestcentral", source="snapshot", starts=date(2025, 9, 1)),
        ]
    )
    assert ends_of(prices)["germanywestcentral"] is None


def test_the_next_price_in_a_region_ends_the_one_before() -> None:
    prices, _ = history(
        [stated("5", "eastus2"), stated("4", "eastus2", source="later", starts=SEPTEMBER)]
    )
    assert [(price.amount, price.effective_until) for price in prices] == [
        (Decimal(4), None),
        (Decimal(5), AUGUST),
    ]


def test_a_global_price_that_a_newer_document_changes_ends_everywhere() -> None:
    prices, _ = history(
        [
            stated("1", "eastus2", "swedencentral", scope=Scope.GLOBAL),
            stated("0.2", "eastus2", source="later", starts=SEPTEMBER, scope=Scope.GLOBAL),
        ]
    )
    old = [price for price in prices if price.amount == Decimal(1)]
    assert ends_of(old) == {"eastus2": AUGUST, "swedencentral": AUGUST}


def test_a_global_price_that_begins_later_in_one_region_ends_nowhere() -> None:
    prices, _ = history(
        [
            stated("2.5", "swedencentral", starts=date(2026, 3, 1), scope=Scope.GLOBAL),
            stated("2.5", "eastus2", scope=Scope.GLOBAL),
        ]
    )
    assert set(ends_of(prices).values()) == {None}


def test_a_region_that_is_not_in_the_list_is_counted_and_left_out() -> None:
    prices, account = history([stated("2", "usgovvirginia", "eastus2")])
    assert [price.regions for price in prices] == [("eastus2",)]
    assert account.elsewhere == {"usgovvirginia": 1}


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(REGIONS)),
            st.sampled_from(["1", "2"]),
            st.sampled_from([JUNE, SEPTEMBER]),
            st.sampled_from(["snapshot", "answers"]),
        )
    )
)
def test_every_statement_is_kept_or_reported(rows: list[tuple[str, str, date, str]]) -> None:
    prices, account = history(
        [stated(amount, name, starts=day, source=source) for name, amount, day, source in rows]
    )
    kept = {(name, p.amount, p.effective_from) for p in prices for name in p.regions}
    asked = {(name, Decimal(amount), day) for name, amount, day, _ in rows}
    assert kept <= asked
    assert len(asked - kept) <= len(account.differing)
