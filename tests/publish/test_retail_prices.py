# SPDX-License-Identifier: MIT
"""Answers of the retail price API: exact amounts, every item accounted for."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Term, TokenCategory
from azmodels_gui.publish.facts import AnyFact, PriceFact, PtuPriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.price_history import (
    MeterPrice,
    load_meters,
    plain,
    price_history,
    read_later_retail_prices,
    read_price_snapshot,
    read_retail_prices,
)
from tests.publish.meters import meter, region

DAYS = {
    "answers": date(2026, 8, 15),
    "sample": date(2026, 10, 6),
    "snapshot": date(2026, 8, 11),
}


REFUSED_TOKEN_METERS = {"names no model"}


def read(tmp_path: Path, *meters: dict[str, Any]) -> tuple[list[AnyFact], Ledger]:
    path = tmp_path / "somewhere.json"
    path.write_text(json.dumps({"Items": meters}), encoding="utf-8")
    ledger = Ledger()
    prices = read_retail_prices(path, "retail", ledger)
    facts, _ = price_history(prices, {"eastus2": region("eastus2")}, {"retail": date(2026, 8, 15)})
    ledger.close()
    return [*facts], ledger


def only_price(facts: Iterable[AnyFact]) -> Price:
    (fact,) = facts
    assert isinstance(fact, PriceFact)
    return fact.price


@pytest.mark.parametrize(
    ("retail_price", "measure", "name", "amount"),
    [
        pytest.param(0.000303, "1K", "gpt 4.1 Inp glbl Tokens", "0.303", id="per thousand tokens"),
        pytest.param(8.3e-05, "1K", "gpt 4.1 Inp glbl Tokens", "0.083", id="a small figure"),
        pytest.param(2.5, "1M", "gpt 4.1 Inp glbl 1M Tokens", "2.5", id="per million tokens"),
        pytest.param(3, "1M", "gpt 4.1 Inp glbl 1M Tokens", "3", id="a whole figure"),
    ],
)
def test_token_prices_are_exact_per_million(
    tmp_path: Path, retail_price: float, measure: str, name: str, amount: str
) -> None:
    facts, _ = read(tmp_path, meter(name, retailPrice=retail_price, unitOfMeasure=measure))
    assert str(only_price(facts).amount) == amount


def test_a_price_keeps_region_dates_meter_and_source(tmp_path: Path) -> None:
    ended = meter("gpt 4.1 Inp regnl Tokens", effectiveEndDate="2026-08-31T23:59:00Z")
    facts, _ = read(tmp_path, ended)
    price = only_price(facts)
    assert (price.regions, price.scope) == (("eastus2",), Scope.REGIONAL)
    assert (price.effective_from, price.effective_until) == (date(2026, 1, 1), date(2026, 8, 31))
    assert (price.meter, price.source, price.secondary) == (ended["meterName"], "retail", False)


def test_a_meter_for_several_models_gives_a_fact_for_each(tmp_path: Path) -> None:
    item = meter("Grok 4.1 Inp Glbl Tokens", productName="Azure Grok Models")
    facts, ledger = read(tmp_path, item)
    names = [fact.name for fact in facts if isinstance(fact, PriceFact)]
    assert names == ["grok-4-1-fast-reasoning", "grok-4-1-fast-non-reasoning"]
    assert ledger.totals() == {"retail": (1, 1, 0)}


def test_a_meter_for_several_versions_gives_a_fact_for_each(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, meter("gpt-4-8K-Input-regional Tokens"))
    assert [fact.version for fact in facts if isinstance(fact, PriceFact)] == ["0314", "0613"]


@pytest.mark.parametrize(
    ("more", "term"),
    [
        pytest.param({"unitOfMeasure": "1/Hour"}, Term.HOUR, id="by the hour"),
        pytest.param(
            {"type": "Reservation", "reservationTerm": "1 Month", "unitOfMeasure": "1 Hour"},
            Term.MONTH,
            id="reserved for a month",
        ),
        pytest.param(
            {"type": "Reservation", "reservationTerm": "1 Year", "unitOfMeasure": "1 Hour"},
            Term.YEAR,
            id="reserved for a year",
        ),
    ],
)
def test_ptu_prices_name_product_scope_and_term(
    tmp_path: Path, more: dict[str, Any], term: Term
) -> None:
    facts, _ = read(tmp_path, meter("Provisioned Managed Data Zone Unit", retailPrice=1.1, **more))
    (fact,) = facts
    assert isinstance(fact, PtuPriceFact)
    assert (fact.price.product, fact.price.scope) == ("Azure OpenAI", Scope.DATA_ZONE)
    assert (fact.price.term, fact.price.amount) == (term, Decimal("1.1"))


def test_every_item_is_used_or_refused_with_a_reason(tmp_path: Path) -> None:
    items = [
        meter("gpt 4.1 Inp glbl Tokens"),
        meter("gpt 99 Inp glbl Tokens"),
        meter("gpt 4.1 Outp glbl Tokens", type="DevTestConsumption"),
    ]
    facts, ledger = read(tmp_path, *items)
    assert len(facts) == 1
    assert ledger.totals() == {"retail": (3, 1, 2)}
    assert [row.reason for row in ledger.refused()] == [
        "names no model of the table of meters",
        "price type DevTestConsumption: neither list price nor reservation",
    ]


def test_a_bare_list_of_items_is_an_answer_too(tmp_path: Path) -> None:
    path = tmp_path / "bare.json"
    path.write_text(json.dumps([meter("gpt 4.1 Inp glbl Tokens")]), encoding="utf-8")
    assert len(load_meters(path)) == 1


@pytest.mark.parametrize(
    ("amount", "text"), [("2.50", "2.5"), ("1E+2", "100"), ("0", "0"), ("0.0000028", "0.0000028")]
)
def test_amounts_are_written_plainly(amount: str, text: str) -> None:
    assert str(plain(Decimal(amount))) == text


@pytest.fixture(scope="module")
def real(sources_dir: Path) -> tuple[list[AnyFact], Ledger]:
    ledger = Ledger()
    prices: list[MeterPrice] = []
    for path in sorted((sources_dir / "retail-prices").glob("*.json")):
        prices += read_retail_prices(path, "answers", ledger)
    sample = sources_dir / "retail-prices-sample.json"
    prices += read_later_retail_prices(sample, "sample", ledger)
    snapshot = sources_dir / "azure-genai-prices-0.2.0" / "snapshot.json"
    prices += read_price_snapshot(snapshot, "snapshot", ledger)
    ledger.close()
    names = {name for price in prices for name in price.regions}
    regions = {name: region(name) for name in names if not name.startswith("usgov")}
    facts, _ = price_history(prices, regions, DAYS, {**DAYS, "snapshot": DAYS["answers"]})
    return [*facts], ledger


RealPrices = tuple[list[AnyFact], Ledger]


def prices_of(facts: Iterable[AnyFact], model: str, category: TokenCategory) -> list[Price]:
    return [
        fact.price
        for fact in facts
        if isinstance(fact, PriceFact) and fact.name == model and fact.price.category is category
    ]


def test_all_real_items_are_accounted_for(real: RealPrices) -> None:
    totals = real[1].totals()
    assert totals["answers"][0] == 10_017 + 484
    assert totals["sample"] == (60, 15, 45)
    assert totals["snapshot"][0] == 3_289
    for read_rows, used, refused in totals.values():
        assert read_rows == used + refused


def test_of_the_real_token_meters_only_unnamed_ones_are_refused(real: RealPrices) -> None:
    reasons = Counter(row.reason for row in real[1].refused() if "Tokens" in row.place)
    assert set(reasons) == REFUSED_TOKEN_METERS


def test_no_real_meter_has_an_unknown_word_or_product(real: RealPrices) -> None:
    unread = [
        row.place
        for row in real[1].refused()
        if "table" in row.reason or "without a meaning" in row.reason or "says" in row.reason
    ]
    assert unread == []


def test_the_new_price_of_gpt_5_6_luna_is_there_beside_the_old_one(real: RealPrices) -> None:
    found = {
        (price.effective_from, price.amount)
        for price in prices_of(real[0], "gpt-5.6-luna", TokenCategory.INPUT)
        if price.scope is Scope.GLOBAL
        and price.context_band is ContextBand.SHORT
        and price.tier is PriceTier.STANDARD
    }
    assert found == {(date(2026, 7, 1), Decimal(1)), (date(2026, 8, 1), Decimal("0.2"))}


def test_gpt_4_1_in_sweden_costs_1_21_times_the_global_price(real: RealPrices) -> None:
    standard = [
        price
        for price in prices_of(real[0], "gpt-4.1", TokenCategory.INPUT)
        if price.tier is PriceTier.STANDARD and not price.fine_tuned
    ]
    (world,) = {price.amount for price in standard if price.scope is Scope.GLOBAL}
    (sweden,) = {
        price.amount
        for price in standard
        if price.scope is Scope.REGIONAL and "swedencentral" in price.regions
    }
    assert (world, sweden) == (Decimal(2), Decimal("2.42"))


def test_the_double_meter_of_japan_east_gives_an_ended_and_a_new_price(real: RealPrices) -> None:
    zone = [
        fact.price
        for fact in real[0]
        if isinstance(fact, PtuPriceFact)
        and fact.price.product == "Azure OpenAI"
        and fact.price.scope is Scope.DATA_ZONE
        and "japaneast" in fact.price.regions
    ]
    assert sorted((price.amount, price.effective_until) for price in zone) == [
        (Decimal("1.1"), date(2026, 7, 31)),
        (Decimal("1.2"), None),
    ]


def test_the_real_expired_prices_end_in_july_or_august(real: RealPrices) -> None:
    ends = Counter(
        fact.price.effective_until for fact in real[0] if isinstance(fact, PriceFact | PtuPriceFact)
    )
    assert set(ends) == {None, date(2026, 7, 31), date(2026, 8, 31)}


def test_merging_keeps_a_price_per_start_not_per_region(real: RealPrices) -> None:
    world = [
        price
        for price in prices_of(real[0], "gpt-5-mini", TokenCategory.OUTPUT)
        if price.scope is Scope.GLOBAL and price.tier is PriceTier.STANDARD
    ]
    assert {price.amount for price in world} == {Decimal(2)}
    assert len(world) == len({(price.effective_from, price.source) for price in world})
    assert max(len(price.regions) for price in world) > 5


def test_real_global_prices_are_the_same_everywhere_but_for_some_of_the_developer_tier(
    real: RealPrices,
) -> None:
    """The price look-up relies on it: a global price answers for any region."""
    amounts: dict[tuple[str, date | None], set[Decimal]] = {}
    for fact in real[0]:
        if isinstance(fact, PriceFact) and fact.price.scope is Scope.GLOBAL:
            key = (fact.price.meter, fact.price.effective_from)
            amounts.setdefault(key, set()).add(fact.price.amount)
    differing = {meter for (meter, _), found in amounts.items() if len(found) > 1}
    assert differing
    assert all("dev ft" in meter for meter in differing)
