# SPDX-License-Identifier: MIT
"""PTU by month: terms, month definitions, overage, discounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_cost import PtuTerms, per_month, pooled_cost, ptu_rates
from azmodels_gui.calculator.statements import CautionId
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import TODAY, catalog, model
from tests.calculator.samples import EAST_US_2, GERMANY, PTU_PRICES

OPENAI = model("gpt-x", channel="azure_openai")
PLAN = catalog(OPENAI, ptu_prices=PTU_PRICES)


@pytest.mark.parametrize(
    ("term", "month", "monthly"),
    [
        pytest.param(Term.HOUR, Month.HOURS_730, "803.00", id="hourly, 730 hours"),
        pytest.param(Term.HOUR, Month.DAYS_30, "792.00", id="hourly, 30 days"),
        pytest.param(Term.MONTH, Month.HOURS_730, "1.10", id="a month is a month"),
        pytest.param(Term.MONTH, Month.DAYS_30, "1.10", id="however long it is"),
    ],
)
def test_the_monthly_part_of_a_price(term: Term, month: Month, monthly: str) -> None:
    assert per_month(Decimal("1.10"), term, month) == Decimal(monthly)


def test_a_year_counts_as_twelve_months() -> None:
    assert per_month(Decimal(2_916), Term.YEAR, Month.HOURS_730) == 243


def test_rates_of_all_terms() -> None:
    terms = PtuTerms(place=Place(Scope.DATA_ZONE, EAST_US_2), day=TODAY)
    rates = ptu_rates(PLAN, OPENAI, terms)
    monthly = {term: rate.monthly(Month.HOURS_730) for term, rate in rates.items()}
    assert monthly == {Term.HOUR: 803, Term.MONTH: 286, Term.YEAR: 243}
    assert all(not rate.cautions for rate in rates.values())


def test_a_region_without_a_price_has_no_cost_and_a_caution() -> None:
    terms = PtuTerms(place=Place(Scope.DATA_ZONE, GERMANY), day=TODAY)
    rate = ptu_rates(PLAN, OPENAI, terms)[Term.HOUR]
    assert rate.monthly(Month.HOURS_730) is None
    (said,) = rate.cautions
    assert said.id is CautionId.PRICE_ELSEWHERE
    assert said.data == {
        "what": "ptu_hour",
        "region": "Germany West Central",
        "prices": ("1.1 USD (East US 2)",),
    }


def test_a_global_price_from_another_region_is_told() -> None:
    terms = PtuTerms(place=Place(Scope.GLOBAL, GERMANY), day=TODAY)
    rate = ptu_rates(PLAN, OPENAI, terms)[Term.HOUR]
    assert rate.amount == 1
    assert [said.id for said in rate.cautions] == [CautionId.PRICE_FROM_OTHER_REGION]


def test_discounts_and_negotiated_prices() -> None:
    overrides = Overrides(ptu_discount_percent=Decimal(10), ptu_prices={Term.YEAR: Decimal(2_400)})
    terms = PtuTerms(place=Place(Scope.DATA_ZONE, EAST_US_2), day=TODAY, overrides=overrides)
    rates = ptu_rates(PLAN, OPENAI, terms)
    assert rates[Term.HOUR].amount == Decimal("0.99")
    assert rates[Term.YEAR].monthly(Month.HOURS_730) == 200
    assert rates[Term.YEAR].given


@pytest.mark.parametrize(
    ("sizes", "reserved", "overage", "cost"),
    [
        pytest.param([100, 50], 150, 0, 36_450, id="all reserved"),
        pytest.param([100, 50], 100, 50, 24_300 + 40_150, id="the rest is billed by the hour"),
        pytest.param([100, 50], 200, 0, 48_600, id="unused reservations are paid too"),
        pytest.param([100, 50], 0, 150, 120_450, id="nothing reserved"),
        pytest.param([], 100, 0, 24_300, id="reserved and nothing deployed"),
    ],
)
def test_deployments_share_a_reservation(
    sizes: list[int], reserved: int, overage: int, cost: int
) -> None:
    pooled = pooled_cost(sizes, reserved, Decimal(243), Decimal(803))
    assert pooled.overage == overage
    assert pooled.cost == cost


ptu_counts = st.lists(st.integers(0, 5_000), max_size=6)


@given(sizes=ptu_counts, reserved=st.integers(0, 20_000), more=st.integers(0, 500))
def test_more_deployed_never_costs_less_and_order_does_not_matter(
    sizes: list[int], reserved: int, more: int
) -> None:
    prices = (Decimal(243), Decimal(803))
    cost = pooled_cost(sizes, reserved, *prices).cost
    assert pooled_cost([*sizes, more], reserved, *prices).cost >= cost
    assert pooled_cost(sizes[::-1], reserved, *prices).cost == cost
    assert pooled_cost([sum(sizes)], reserved, *prices).cost == cost
