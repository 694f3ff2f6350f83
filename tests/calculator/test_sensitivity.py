# SPDX-License-Identifier: MIT
"""Variations of an estimate, held against estimates of the varied question."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.sensitivity import POINTS, Lever, Varying, sensitivity
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import Scope, Term, TokenCategory
from tests.builders import TODAY, price, shipped_catalog
from tests.calculator.samples import GPT_5_2_PRICES, load
from tests.calculator.test_estimate import answer, gpt_5_2

CATALOG = shipped_catalog()
ENTRIES = {entry.title: entry for entry in entries(CATALOG)}
KINDS = {kind.id: kind for kind in CATALOG.deployment_types}
EAST_US_2 = next(region for region in CATALOG.regions if region.id == "eastus2")
NAMES = ("gpt-5.2 2025-12-11", "gpt-5-mini 2025-08-07", "gpt-4o 2024-11-20", "gpt-5.4 2026-03-05")


def asked(name: str, workload: Workload, share: Decimal, **more: Any) -> Question:
    deployment = Deployment(
        entry=ENTRIES[name],
        deployment_type=KINDS["DataZoneProvisionedManaged"],
        loads=(MonthLoad.of_peak(workload, share),),
        region=EAST_US_2,
        deployed_ptu=more.pop("ptu", None),
    )
    return Question(deployment=deployment, day=TODAY, **more)


def answered(question: Question) -> Estimate:
    return estimate(CATALOG, question)


def moved(workload: Workload, lever: Lever, at: Decimal) -> Workload:
    match lever:
        case Lever.LOAD:
            return replace(workload, requests_per_minute=workload.requests_per_minute * at)
        case Lever.OUTPUT:
            return replace(workload, output_tokens=workload.output_tokens * at)
    return replace(workload, cached_tokens=workload.input_tokens * at)


@given(
    st.sampled_from(NAMES),
    st.sampled_from([(lever, at) for lever in Lever for at in POINTS[lever]]),
    st.builds(
        lambda rpm, tens, fours, tenths: Workload(
            requests_per_minute=Decimal(rpm),
            input_tokens=Decimal(tens * 10),
            cached_tokens=Decimal(tens * tenths),
            output_tokens=Decimal(fours * 4),
        ),
        st.integers(1, 5_000),
        st.integers(1, 50_000),
        st.integers(1, 4_000),
        st.integers(0, 10),
    ),
    st.integers(1, 100),
)
def test_a_variation_is_the_estimate_of_the_varied_question(
    name: str, moving: tuple[Lever, Decimal], workload: Workload, share: int
) -> None:
    lever, at = moving
    part = Decimal(share) / 100
    varied = Varying(answered(asked(name, workload, part))).at(lever, at)
    alone = answered(asked(name, moved(workload, lever, at), part))
    assert alone.sized is not None
    assert (varied.payg, varied.ptu) == (alone.payg_monthly, alone.sized.size.deployable)
    assert varied.by_term == alone.ptu_monthly


def test_where_nothing_is_moved_the_figures_are_those_of_the_estimate() -> None:
    workload = Workload(requests_per_minute=100, input_tokens=1_000, output_tokens=100)
    found = answered(
        asked(
            NAMES[0],
            workload,
            Decimal("0.5"),
            overrides=Overrides(payg_discount_percent=Decimal(10)),
            reserved_ptu=20,
        )
    )
    told = sensitivity(found)
    for lever, still in ((Lever.LOAD, 1), (Lever.OUTPUT, 1), (Lever.CACHE, 0)):
        (there,) = (each for each in told[lever] if each.at == still)
        assert there.payg == found.payg_monthly
        assert there.by_term == found.ptu_monthly


def test_ptu_the_user_set_do_not_grow_with_the_load() -> None:
    workload = Workload(requests_per_minute=100, input_tokens=1_000, output_tokens=100)
    found = answered(asked(NAMES[0], workload, Decimal("0.5"), ptu=60))
    assert found.sized is not None
    assert found.sized.size.utilization < 1
    by_load = {each.at: each for each in sensitivity(found)[Lever.LOAD]}
    assert by_load[Decimal(1)].ptu == 60
    assert by_load[Decimal(2)].ptu is None
    assert by_load[Decimal(2)].by_term[Term.HOUR] is None
    assert by_load[Decimal(2)].payg == 2 * (found.payg_monthly or 0)


def test_tokens_written_to_the_cache_are_not_read_from_it() -> None:
    workload = Workload(
        requests_per_minute=10, input_tokens=1_000, cache_write_tokens=450, output_tokens=100
    )
    found = answered(asked(NAMES[0], workload, Decimal(1)))
    assert [each.at for each in sensitivity(found)[Lever.CACHE]] == [
        Decimal(tenths) / 10 for tenths in range(6)
    ]


def test_without_a_price_of_the_model_there_is_no_cost() -> None:
    workload = Workload(requests_per_minute=10, input_tokens=1_000, output_tokens=100)
    question = asked(NAMES[0], workload, Decimal(1))
    bare = CATALOG.but(ptu_prices=())
    told = sensitivity(estimate(bare, question))[Lever.LOAD]
    assert all(each.by_term[Term.YEAR] is None and each.ptu is not None for each in told)
    assert all(each.payg is not None for each in told)


@pytest.mark.parametrize("lever", Lever)
def test_every_lever_is_looked_at_in_order(lever: Lever) -> None:
    assert list(POINTS[lever]) == sorted(POINTS[lever])


def test_a_fine_tuned_model_is_varied_at_its_own_prices() -> None:
    tuned = tuple(
        price(amount, category, Scope.DATA_ZONE, regions=("eastus2",), fine_tuned=True)
        for amount, category in (
            ("3", TokenCategory.INPUT),
            ("1", TokenCategory.CACHED_INPUT),
            ("20", TokenCategory.OUTPUT),
        )
    )
    one = gpt_5_2(prices=(*GPT_5_2_PRICES, *tuned))
    base = load(1, 1_000, 100, fine_tuned=True)
    varied = Varying(answer(base, one=one)).at(Lever.CACHE, Decimal("0.5"))
    # 500 x $3 + 500 x $1 + 100 x $20 for a million tokens, every minute of 730 hours
    assert varied.payg == Decimal("0.004") * 43_800
    assert varied.payg == answer(replace(base, cached_tokens=500), one=one).payg_monthly
