# SPDX-License-Identifier: MIT
"""Several deployments as one answer: each by itself, and the pools they share."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.plan import Plan, PoolKey, own_assumptions, plan_estimate, plan_of
from azmodels_gui.calculator.sensitivity import Lever
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import TODAY, catalog, price
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    GLOBAL_PTU,
    GPT_5_2_PRICES,
    PTU_PRICES,
    ROUND,
    deployment,
    load,
    ptu_price,
    with_ptu,
)

MODEL = with_ptu(ROUND, channel="azure_openai", prices=GPT_5_2_PRICES)
LLAMA = with_ptu(ROUND, channel="azure_direct", provider="meta", prices=GPT_5_2_PRICES)
PRICES = (
    *PTU_PRICES,
    ptu_price(Term.YEAR, "2652", Scope.GLOBAL, "eastus2"),
    ptu_price(Term.HOUR, "9", Scope.DATA_ZONE, "eastus2", product="Azure Llama Models"),
)
DATA_ZONE_POOL = PoolKey(DATA_ZONE_PTU.id, "eastus2")


def planned(
    rpm: int, one: Entry = MODEL, kind: Any = DATA_ZONE_PTU, average: str | None = None
) -> Deployment:
    share = None if average is None else Decimal(average)
    workload = load(rpm, 1_000, 0)
    return deployment(one, workload, average_load=share, kind=kind, region=EAST_US_2)


def plan(*deployments: Deployment, book: Catalog | None = None, **more: Any) -> Plan:
    ways = more.pop("ways", (None,) * len(deployments))
    reserved = more.pop("reserved", None)
    questions = [Question(deployment=each, day=TODAY, **more) for each in deployments]
    return plan_estimate(book or catalog(ptu_prices=PRICES), questions, ways, reserved)


def ids(statements: Any) -> list[object]:
    return [said.id for said in statements]


def test_each_deployment_is_rounded_and_all_are_reserved_together() -> None:
    found = plan(planned(21), planned(21))
    assert [one.sized.size.deployable for one in found.estimates if one.sized] == [25, 25]
    (pool,) = found.by_term[Term.YEAR].pools
    assert (pool.ptu, found.currency) == (50, "USD")
    assert found.by_term[Term.YEAR].monthly == 50 * 243
    assert found.by_term[Term.HOUR].monthly == 50 * 803


def test_the_cost_per_token_follows_the_average_of_each() -> None:
    found = plan(planned(10, average="0.5"), planned(10))
    minute = 10 * 1_000 * Decimal("1.925") / 1_000_000
    assert found.payg_monthly == minute * 43_800 * Decimal("1.5")
    own = [ids(own_assumptions(one)) for one in found.estimates]
    assert AssumptionId.AVERAGE_LOAD in own[0]
    assert AssumptionId.AVERAGE_IS_PEAK in own[1]


def test_what_a_missing_price_leaves_unknown() -> None:
    found = plan(planned(20), planned(20, with_ptu(ROUND, channel="azure_openai")))
    assert found.payg_monthly is None
    assert found.by_term[Term.YEAR].monthly == 40 * 243


def test_a_reservation_goes_to_its_pool_and_more_than_deployed_is_said() -> None:
    found = plan(planned(20), planned(20, kind=GLOBAL_PTU), reserved={DATA_ZONE_POOL: 30})
    by_type = {pool.key: pool.cost for pool in found.by_term[Term.YEAR].pools}
    assert by_type[DATA_ZONE_POOL] == 30 * 243
    assert ids(found.cautions) == [CautionId.RESERVED_ABOVE_DEPLOYED]


def test_models_with_different_prices_are_told() -> None:
    found = plan(planned(20), planned(20, LLAMA), terms=(Term.HOUR,))
    assert found.by_term[Term.HOUR].monthly is None
    assert ids(found.cautions) == [CautionId.POOL_PRICES_DIFFER]


def test_assumptions_of_all_are_told_once_and_those_of_one_are_not_among_them() -> None:
    told = ids(plan(planned(20), planned(21, average="0.5")).assumptions)
    assert len(told) == len(set(told))
    assert AssumptionId.RESERVED_BY_TYPE in told
    assert AssumptionId.MONTH in told
    assert AssumptionId.WEIGHTS not in told
    assert AssumptionId.AVERAGE_LOAD not in told


def test_sources_are_named_once() -> None:
    sources = plan(planned(20), planned(20)).sources
    assert len(sources) == len(set(sources))
    assert "prices" in sources


EURO = with_ptu(
    ROUND,
    channel="marketplace",
    prices=(price("2", scope=Scope.DATA_ZONE, regions=("eastus2",), currency="EUR"),),
)


@pytest.mark.parametrize(
    ("loads", "more", "refusal"),
    [
        pytest.param(
            [planned(20), planned(20, EURO)], {}, RefusalId.CURRENCIES_MIXED, id="currencies"
        ),
        pytest.param(
            [planned(20)],
            {"reserved": {PoolKey(GLOBAL_PTU.id, "eastus2"): 5}},
            RefusalId.RESERVATION_WITHOUT_DEPLOYMENT,
            id="a reservation of another type",
        ),
        pytest.param(
            [planned(20)],
            {"reserved": {PoolKey(DATA_ZONE_PTU.id, None): 5}},
            RefusalId.RESERVATION_WITHOUT_DEPLOYMENT,
            id="a reservation without the region",
        ),
        pytest.param(
            [planned(20)],
            {"reserved": {DATA_ZONE_POOL: 10**12}},
            RefusalId.TOO_LARGE,
            id="absurdly many reserved PTU",
        ),
    ],
)
def test_plans_that_make_no_sense(
    loads: list[Deployment], more: dict[str, Any], refusal: RefusalId
) -> None:
    with pytest.raises(Refusal) as refused:
        plan(*loads, **more)
    assert refused.value.statement.id is refusal


@given(st.lists(st.integers(1, 200), min_size=1, max_size=6), st.integers(0, 6))
def test_splitting_a_plan_never_changes_a_total(rpms: list[int], at: int) -> None:
    """All PTU reserved cost the same in one plan or in two."""
    whole = plan(*map(planned, rpms)).by_term[Term.YEAR].monthly
    parts = [
        plan(*map(planned, part)).by_term[Term.YEAR].monthly
        for part in (rpms[:at], rpms[at:])
        if part
    ]
    assert whole == sum(cost for cost in parts if cost is not None)
    assert None not in parts


# Each paid its own way


def test_each_is_paid_its_way_and_what_nobody_said_is_the_least() -> None:
    """20 PTU for a year, 20 by the hour, and a load so small that it costs least per token."""
    found = plan(planned(20), planned(20), planned(1, average="0.1"), ways=("year", "hour", None))
    assert found.ways == ("year", "hour", "payg")
    token = 1_000 * Decimal("1.925") / 1_000_000 * 43_800 / 10
    assert found.per_token == token
    assert found.monthly == 20 * 243 + 20 * 803 + token
    assert found.shared == 0
    assert found.unknown == ()


def test_a_total_with_an_unknown_part_is_unknown_and_says_which() -> None:
    free = with_ptu(ROUND, channel="azure_openai")
    found = plan(planned(20), planned(20, free), planned(20), ways=("year", "payg", "payg"))
    assert found.monthly is None
    assert found.unknown == (1,)
    assert found.known_monthly == 20 * 243 + 20 * 1_000 * Decimal("1.925") / 1_000_000 * 43_800


def test_a_size_that_is_not_known_is_not_left_out_of_the_total() -> None:
    """No source says what a PTU carries of the second: it cannot cost nothing."""
    known, blind = (
        estimate(catalog(ptu_prices=PRICES), Question(deployment=each, day=TODAY))
        for each in (planned(20), planned(20, with_ptu(prices=GPT_5_2_PRICES)))
    )
    found = plan_of((known, blind), ("year", "year"))
    assert (found.monthly, found.unknown) == (None, (1,))
    assert found.known_monthly == 20 * 243
    assert found.all_by("year") is None
    assert found.not_priced("year") == (1,)
    assert plan_of((known, blind), ("year", "payg")).monthly is not None


def test_a_reserved_pool_is_on_ptu_though_tokens_would_cost_less() -> None:
    found = plan(planned(20, average="0.01"), reserved={DATA_ZONE_POOL: 15})
    assert found.ways == ("year",)
    assert found.monthly == 15 * 243 + 5 * 803
    assert found.shared == 5 * (803 - 243)


def test_twice_the_load_is_sized_and_priced_for_each_its_way() -> None:
    found = plan(planned(20), planned(20), ways=("year", "payg"))
    twice, blind = found.varied(Lever.LOAD, Decimal(2))
    assert blind == ()
    assert twice == 40 * 243 + 2 * (found.per_token or 0)


def test_months_of_different_lengths_are_not_added() -> None:
    month = MonthLoad.of_peak(load(20, 1_000, 0), None, Month.DAYS_30)
    ask = (planned(20), replace(planned(20), loads=(month,)))
    found = [
        estimate(catalog(ptu_prices=PRICES), Question(deployment=each, day=TODAY)) for each in ask
    ]
    with pytest.raises(Refusal) as refused:
        plan_of(found, (None, None))
    assert refused.value.statement.id is RefusalId.MONTHS_MIXED
