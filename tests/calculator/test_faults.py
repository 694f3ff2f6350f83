# SPDX-License-Identifier: MIT
"""Faults seen in public calculators, each as a case that must not happen here."""

from decimal import Decimal

from azmodels_gui.calculator.deployment import sized
from azmodels_gui.calculator.statements import CautionId
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.language.figures import rounded
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    GPT_5_2,
    ROUND,
    SWEDEN,
    deployment,
    load,
    ptu_price,
    with_ptu,
)
from tests.calculator.test_estimate import answer, gpt_5_2, plan
from tests.calculator.test_pools import planned


def test_the_size_follows_the_peak_not_the_average() -> None:
    sizes = {
        found.sized.size.deployable
        for share in ("0.1", "0.52", "1")
        if (found := answer(average_load=Decimal(share))).sized is not None
    }
    assert sizes == {110}


def test_input_and_output_are_added_not_compared() -> None:
    """20,000 in and 4 x 5,000 out need 40 PTU, not the 20 of the larger half."""
    found = sized(deployment(with_ptu(ROUND), load(1, 20_000, 5_000)))
    assert found.size.deployable == 40


def test_loads_of_one_deployment_are_added_before_rounding() -> None:
    """21 + 21 PTU on one deployment need 45, not 25 + 25."""
    found = sized(deployment(with_ptu(ROUND), load(21, 1_000, 0), load(21, 1_000, 0)))
    assert found.size.deployable == 45


def test_separate_deployments_are_rounded_each() -> None:
    (pool,) = planned((21, DATA_ZONE_PTU), (21, DATA_ZONE_PTU)).pools
    assert pool.ptu == 50


def test_utilization_and_break_even_are_not_cut_at_100_percent() -> None:
    found = answer(deployment={"deployed_ptu": 80})
    assert found.sized is not None
    assert rounded(found.sized.size.utilization, 4) == Decimal("1.3235")
    hourly = found.break_even[Term.HOUR]
    assert hourly is not None
    assert rounded(hourly.utilization, 1) == Decimal("2.8")
    assert not hourly.reachable


def test_the_cache_helps_both_ways_to_pay() -> None:
    cached = load(1_000, 200, 20, cached_tokens=100)
    with_cache, without = answer(cached), answer()
    assert with_cache.sized is not None
    assert with_cache.sized.size.deployable == 80
    assert without.payg_monthly is not None
    # 100 of 200 input tokens cost a tenth of 1.925 USD per 1M.
    saved = Decimal(1_000 * 43_800 * 100) * (Decimal("1.925") - Decimal("0.1925")) / 1_000_000
    assert with_cache.payg_monthly == without.payg_monthly - saved


def test_each_region_has_its_own_ptu_price() -> None:
    prices = (
        ptu_price(Term.HOUR, "1.10", Scope.DATA_ZONE, "eastus2"),
        ptu_price(Term.HOUR, "1.20", Scope.DATA_ZONE, "swedencentral"),
    )
    monthly = [
        answer(
            one=gpt_5_2(), plan=plan(ptu_prices=prices), deployment={"region": region}
        ).ptu_monthly[Term.HOUR]
        for region in (EAST_US_2, SWEDEN, None)
    ]
    assert monthly == [110 * 803, 110 * 876, None]


def test_without_a_region_a_price_that_depends_on_it_is_asked_for() -> None:
    prices = (
        ptu_price(Term.HOUR, "1.10", Scope.DATA_ZONE, "eastus2"),
        ptu_price(Term.HOUR, "1.20", Scope.DATA_ZONE, "swedencentral"),
    )
    found = answer(plan=plan(ptu_prices=prices), deployment={"region": None})
    assert CautionId.PRICE_BY_REGION in [said.id for said in found.cautions]


def test_binary_floats_buy_no_needless_increment() -> None:
    busy = load(600, 1_500, 50, cached_tokens=1_050)
    assert sized(deployment(with_ptu(GPT_5_2), busy)).size.deployable == 150
