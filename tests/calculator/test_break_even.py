# SPDX-License-Identifier: MIT
"""Where PTU begin to pay."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.break_even import NEVER, LoadValue, break_even, payg_value_of_ptu_month
from azmodels_gui.calculator.deployment import PtuSize, ptu_size
from azmodels_gui.calculator.exact import product
from azmodels_gui.calculator.month import Month
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.language.figures import rounded
from tests.calculator.samples import GPT_5_2, ROUND

GPT_5_2_MINUTE = LoadValue(
    normalized_tokens=Decimal(360_000), tokens=Decimal(220_000), payg_cost=Decimal("0.693")
)
"""1,000 requests of 200 tokens in and 20 out in the data zone."""


def gpt_5_2_size() -> PtuSize:
    return ptu_size(Decimal(360_000), GPT_5_2, Scope.DATA_ZONE)


@pytest.mark.parametrize(
    ("per_ptu", "utilization"),
    [
        pytest.param(243, "0.8477", id="a year pays from 85 %"),
        pytest.param(286, "0.9977", id="a month pays nearly at once full"),
        pytest.param(803, "2.8011", id="hourly never pays, and 280 % is not cut to 100 %"),
    ],
)
def test_break_even_of_the_terms(per_ptu: int, utilization: str) -> None:
    found = break_even(Decimal(110 * per_ptu), gpt_5_2_size(), GPT_5_2_MINUTE, Month.HOURS_730)
    assert found is not None
    assert rounded(found.utilization, 4) == Decimal(utilization)
    assert found.reachable is (found.utilization <= 1)


def test_break_even_is_the_price_of_a_ptu_over_what_it_would_cost_per_token() -> None:
    value = payg_value_of_ptu_month(3_400, GPT_5_2_MINUTE, Month.HOURS_730)
    assert rounded(value, 3) == Decimal("286.671")
    found = break_even(Decimal(110 * 243), gpt_5_2_size(), GPT_5_2_MINUTE, Month.HOURS_730)
    assert found is not None
    assert rounded(found.utilization, 20) == rounded(Decimal(243) / value, 20)


def test_the_answer_flips_at_the_ratio_of_peak_to_average_that_it_names() -> None:
    """At that ratio a month costs the same both ways."""
    size = gpt_5_2_size()
    found = break_even(Decimal(110 * 243), size, GPT_5_2_MINUTE, Month.HOURS_730)
    assert found is not None
    payg_at_peak = product(GPT_5_2_MINUTE.payg_cost, Month.HOURS_730.minutes)
    assert rounded(payg_at_peak / found.peak_to_average, 2) == 110 * 243


def test_tokens_per_day_at_break_even_cost_the_same_both_ways() -> None:
    found = break_even(Decimal(110 * 243), gpt_5_2_size(), GPT_5_2_MINUTE, Month.HOURS_730)
    assert found is not None
    per_token = GPT_5_2_MINUTE.payg_cost / GPT_5_2_MINUTE.tokens
    days = Decimal(730) / 24
    assert rounded(found.tokens_per_day * per_token * days, 0) == 110 * 243


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            LoadValue(normalized_tokens=Decimal(1), tokens=Decimal(1), payg_cost=Decimal(0)),
            id="nothing is paid per token",
        ),
        pytest.param(
            LoadValue(normalized_tokens=Decimal(0), tokens=Decimal(1), payg_cost=Decimal(1)),
            id="PTU carry it for nothing",
        ),
    ],
)
def test_there_is_no_break_even_where_a_side_is_free(value: LoadValue) -> None:
    assert break_even(Decimal(1), gpt_5_2_size(), value, Month.DAYS_30) is None


def test_free_ptu_pay_whatever_the_peak() -> None:
    found = break_even(Decimal(0), gpt_5_2_size(), GPT_5_2_MINUTE, Month.DAYS_30)
    assert found is not None
    assert found.utilization == 0
    assert found.peak_to_average == NEVER


@given(
    cost=st.integers(1, 10**7),
    more=st.integers(0, 10**6),
    scale=st.integers(1, 1_000),
    payg=st.decimals("0.000001", "1000", places=6),
)
def test_break_even_grows_with_the_price_and_does_not_depend_on_the_amount(
    cost: int, more: int, scale: int, payg: Decimal
) -> None:
    size = ptu_size(Decimal(50_000), ROUND, Scope.GLOBAL)
    one = LoadValue(normalized_tokens=Decimal(140), tokens=Decimal(110), payg_cost=payg)
    many = LoadValue(
        normalized_tokens=Decimal(140 * scale),
        tokens=Decimal(110 * scale),
        payg_cost=product(payg, scale),
    )
    found = break_even(Decimal(cost), size, one, Month.HOURS_730)
    dearer = break_even(Decimal(cost + more), size, one, Month.HOURS_730)
    scaled = break_even(Decimal(cost), size, many, Month.HOURS_730)
    assert found is not None
    assert dearer is not None
    assert dearer.utilization >= found.utilization
    assert scaled == found
