# SPDX-License-Identifier: MIT
"""The whole answer for one deployment."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.calculator.estimate import Estimate, Question, estimate, payg_type
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.facts import Lifecycle, Limits, PtuParameters, Quota, TokenLimit
from azmodels_gui.catalog.terms import PriceTier, Scope, Term, TokenCategory
from azmodels_gui.language.figures import rounded
from tests.builders import TODAY, catalog, offer, shipped_catalog, version
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    FIREWORKS,
    GERMANY,
    GLOBAL_PTU,
    GPT_5_2,
    GPT_5_2_PRICES,
    PTU_PRICES,
    REGIONAL_PTU,
    deployment,
    load,
    ptu_price,
    ratio_ptu,
    with_ptu,
)

OFFERED = version(
    "2025-12-11",
    retirement=date(2028, 6, 8),
    offers=[offer("DataZoneProvisionedManaged", "eastus2"), offer("DataZoneStandard", "eastus2")],
    limits=Limits(context_window=TokenLimit(tokens=400_000, source="matrix")),
)
QUOTAS = (Quota(deployment_type="DataZoneStandard", tier="1", tpm=300_000, source="matrix"),)


def gpt_5_2(parameters: PtuParameters = GPT_5_2, **more: Any) -> Entry:
    more.setdefault("one_version", OFFERED)
    more.setdefault("prices", GPT_5_2_PRICES)
    return with_ptu(parameters, channel="azure_openai", quotas=QUOTAS, **more)


OUTLIVES = "outlives_reservations"
UNKNOWN_IN_ALL = with_ptu(GPT_5_2)
SHORT_PROMPTS_ONLY = gpt_5_2(ratio_ptu(3_400, "8", long_context=False))


def plan(**more: Any) -> Catalog:
    more.setdefault("ptu_prices", PTU_PRICES)
    return catalog(**more)


def answer(*workloads: Workload, one: Entry | None = None, **more: Any) -> Estimate:
    """Return the estimate of the mock-up: gpt-5.2, data zone, 1,000 requests a minute."""
    wanted = {"kind": DATA_ZONE_PTU, "region": EAST_US_2} | more.pop("deployment", {})
    wanted |= {name: more.pop(name) for name in ("average_load", "month") if name in more}
    asked = deployment(one or gpt_5_2(), *workloads, **wanted)
    return estimate(more.pop("plan", plan()), Question(deployment=asked, day=TODAY, **more))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param({}, ["offered_in_region"] * 2 + ["within_context", "lowest_tier", OUTLIVES],
                     id="all in order"),
        pytest.param({"quota_tier": "1", "terms": (Term.HOUR,)},
                     ["offered_in_region"] * 2 + ["within_context", "quota_enough"],
                     id="no reservation is looked at"),
        pytest.param({"deployment": {"region": GERMANY}, "quota_tier": "2"},
                     ["within_context", OUTLIVES], id="nothing is known of region and tier"),
        pytest.param({"one": UNKNOWN_IN_ALL}, [], id="nothing is known at all"),
    ],
)  # fmt: skip
def test_what_was_checked_and_is_in_order(more: dict[str, Any], expected: list[str]) -> None:
    assert [str(said.id) for said in answer(load(1_000, 200, 20), **more).checks] == expected


def test_a_model_without_ptu_outlives_no_reservation() -> None:
    found = answer(load(1_000, 200, 20), one=gpt_5_2(FIREWORKS))
    assert found.sized is None
    assert OUTLIVES not in [str(said.id) for said in found.checks]


def test_the_example_of_the_design_comes_out() -> None:
    found = answer(average_load=Decimal("0.52"))
    assert found.sized is not None
    assert found.sized.size.deployable == 110
    assert found.payg_monthly is not None
    assert to_cents(found.payg_monthly) == Decimal("15783.77")
    assert found.ptu_monthly == {Term.HOUR: 88_330, Term.MONTH: 31_460, Term.YEAR: 26_730}
    year = found.break_even[Term.YEAR]
    assert year is not None
    assert rounded(year.utilization, 2) == Decimal("0.85")
    assert found.average_utilization is not None
    assert rounded(found.average_utilization, 2) == Decimal("0.50")
    assert found.cheapest == "payg"
    assert found.cautions == ()


def test_a_steadier_load_turns_the_answer() -> None:
    assert answer(average_load=Decimal("0.9")).cheapest == "year"


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(
            {"plan": plan(ptu_prices=PTU_PRICES[:3])}, id="the price of a year is unknown"
        ),
        pytest.param({"one": gpt_5_2(prices=())}, id="the price of a token is unknown"),
        pytest.param({"deployment": {"deployed_ptu": 80}}, id="too few PTU for the peak"),
        pytest.param({"one": SHORT_PROMPTS_ONLY}, id="PTU do not serve such prompts"),
    ],
)
def test_nothing_is_called_cheapest_where(asked: dict[str, Any]) -> None:
    found = answer(load(1_000, 200_000, 20), average_load=Decimal("0.9"), **asked)
    assert len([cost for cost in found.ptu_monthly.values() if cost is not None]) > 1
    assert found.cheapest is None


def test_a_price_of_some_regions_is_told_where_no_region_was_chosen() -> None:
    """US prices must not pass for those of a deployment that may be in Europe."""
    found = answer(deployment={"region": None})
    assert found.ptu_monthly[Term.YEAR] == 26_730
    told = {
        said.data["what"]: said.data["prices"]
        for said in found.cautions
        if said.id is CautionId.PRICE_WITHOUT_REGION
    }
    assert told["ptu_year"] == ("2916 USD (East US 2)",)
    assert told["input"] == ("1.925 USD (East US 2, Sweden Central)",)
    assert set(told) == {"input", "output", "ptu_hour", "ptu_month", "ptu_year"}


def test_a_global_price_needs_no_region() -> None:
    found = answer(deployment={"region": None, "kind": GLOBAL_PTU})
    assert CautionId.PRICE_WITHOUT_REGION not in [said.id for said in found.cautions]


def test_one_term_of_interest_is_compared_alone() -> None:
    without_year = plan(ptu_prices=PTU_PRICES[:3])
    found = answer(average_load=Decimal(1), plan=without_year, terms=(Term.MONTH,))
    assert found.cheapest == "payg"


def test_the_month_is_always_stated() -> None:
    found = answer(month=Month.DAYS_30)
    assert found.ptu_monthly[Term.HOUR] == 110 * 720 * Decimal("1.1")
    (said,) = (each for each in found.assumptions if each.id is AssumptionId.MONTH)
    assert said.data["hours"] == 720


def test_without_an_average_the_peak_is_taken_and_said() -> None:
    found = answer()
    assert found.payg_monthly == Decimal("0.693") * 43_800
    assert AssumptionId.AVERAGE_IS_PEAK in [said.id for said in found.assumptions]


def test_workloads_of_one_deployment_add_up_before_rounding() -> None:
    found = answer(load(500, 200, 20), load(500, 200, 20))
    assert found.sized is not None
    assert found.sized.size.deployable == 110
    assert found.payg_monthly == Decimal("0.693") * 43_800


def test_where_ptu_are_impossible_the_cost_per_token_remains() -> None:
    found = answer(one=with_ptu(FIREWORKS, prices=GPT_5_2_PRICES))
    assert found.sized is None
    assert found.payg_monthly is not None
    assert set(found.ptu_monthly.values()) == {None}
    assert set(found.break_even.values()) == {None}
    assert found.average_utilization is None
    assert found.cheapest is None
    first = found.cautions[0]
    assert first.id is CautionId.PTU_NOT_POSSIBLE
    assert first.data["reason"] == "weight_unknown"
    assert first.data["category"] == "output"


def test_of_a_model_without_ptu_no_reservation_is_spoken_of() -> None:
    retiring = version("1", retirement=date(2027, 6, 8))
    with_it, without = (
        answer(one=gpt_5_2(parameters, one_version=retiring)) for parameters in (GPT_5_2, FIREWORKS)
    )
    outlived = CautionId.RESERVATION_OUTLIVES_MODEL
    assert outlived in [said.id for said in with_it.cautions]
    assert outlived not in [said.id for said in without.cautions]


def test_a_given_weight_makes_them_possible_and_is_told() -> None:
    overrides = Overrides(token_weights={TokenCategory.OUTPUT: Decimal(4)})
    found = answer(one=with_ptu(FIREWORKS, prices=GPT_5_2_PRICES), overrides=overrides)
    assert found.sized is not None
    assert found.sized.size.normalized_tpm == 280_000
    assert AssumptionId.WEIGHT_GIVEN in [said.id for said in found.assumptions]


def test_a_size_that_cannot_be_deployed_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        answer(deployment={"deployed_ptu": 17})
    assert refused.value.statement.id is RefusalId.SIZE_NOT_DEPLOYABLE


def test_a_chosen_size_is_priced_and_its_shortage_said() -> None:
    found = answer(deployment={"deployed_ptu": 80})
    assert found.ptu_monthly[Term.YEAR] == 80 * 243
    assert CautionId.PEAK_ABOVE_PTU in [said.id for said in found.cautions]
    assert AssumptionId.SIZE_GIVEN in [said.id for said in found.assumptions]


def test_what_is_deployed_beyond_a_reservation_is_billed_by_the_hour() -> None:
    found = answer(reserved_ptu=100)
    assert found.ptu_monthly[Term.YEAR] == 100 * 243 + 10 * 803
    assert found.ptu_monthly[Term.HOUR] == 110 * 803


def test_overage_without_an_hourly_price_is_unknown() -> None:
    only_year = (ptu_price(Term.YEAR, "2916", Scope.DATA_ZONE, "eastus2"),)
    found = answer(reserved_ptu=100, plan=plan(ptu_prices=only_year))
    assert found.ptu_monthly[Term.YEAR] is None
    reserved = answer(reserved_ptu=110, plan=plan(ptu_prices=only_year))
    assert reserved.ptu_monthly[Term.YEAR] == 110 * 243


def test_a_region_without_prices_has_no_cost_but_reasons() -> None:
    found = answer(deployment={"region": GERMANY})
    assert found.payg_monthly is None
    assert set(found.ptu_monthly.values()) == {None}
    kinds = {said.id for said in found.cautions}
    assert {CautionId.PRICE_ELSEWHERE, CautionId.NOT_OFFERED_IN_REGION} <= kinds


def test_prices_of_another_region_are_used_only_when_asked_for_and_are_said() -> None:
    overrides = Overrides(price_region=EAST_US_2)
    found = answer(deployment={"region": GERMANY}, overrides=overrides)
    assert found.ptu_monthly[Term.YEAR] == 26_730
    (said,) = (each for each in found.assumptions if each.id is AssumptionId.PRICE_REGION)
    assert said.data["region"] == "East US 2"


def test_the_scope_a_model_lacks_leaves_the_other_way_to_pay() -> None:
    found = answer(one=with_ptu(FIREWORKS), deployment={"kind": REGIONAL_PTU})
    assert found.refusal is not None
    assert found.cautions[0].data["reason"] in ("scope_not_offered", "weight_unknown")


def test_quota_is_judged_for_the_standard_type_of_the_scope() -> None:
    found = answer(load(2_000, 200, 20), quota_tier="1")
    assert found.quota.deployment_type == "DataZoneStandard"
    assert CautionId.PEAK_ABOVE_QUOTA in [said.id for said in found.cautions]
    assert "matrix" in found.sources


def test_warnings_about_reservations_concern_the_terms_of_interest() -> None:
    short_lived = gpt_5_2(one_version=version(retirement=date(2027, 6, 8)))
    kinds = [said.id for said in answer(one=short_lived).cautions]
    assert CautionId.RESERVATION_OUTLIVES_MODEL in kinds
    hourly = answer(one=short_lived, terms=(Term.HOUR,))
    assert CautionId.RESERVATION_OUTLIVES_MODEL not in [said.id for said in hourly.cautions]


def test_every_override_is_told() -> None:
    overrides = Overrides(
        payg_discount_percent=Decimal(5),
        ptu_discount_percent=Decimal(6),
        payg_prices={TokenCategory.INPUT: Decimal(1)},
        ptu_prices={Term.YEAR: Decimal(2_400)},
        token_weights={TokenCategory.OUTPUT: Decimal(8)},
        price_region=EAST_US_2,
    )
    told = {said.id for said in answer(overrides=overrides, reserved_ptu=110).assumptions}
    assert told >= {
        AssumptionId.PAYG_DISCOUNT,
        AssumptionId.PTU_DISCOUNT,
        AssumptionId.PAYG_PRICE_GIVEN,
        AssumptionId.PTU_PRICE_GIVEN,
        AssumptionId.WEIGHT_GIVEN,
        AssumptionId.PRICE_REGION,
        AssumptionId.RESERVED_PART,
    }


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"payg_discount_percent": Decimal(100)}, id="all of it"),
        pytest.param({"ptu_discount_percent": Decimal(-1)}, id="negative discount"),
        pytest.param({"ptu_discount_percent": Decimal("NaN")}, id="no number"),
        pytest.param({"ptu_prices": {Term.HOUR: Decimal(-1)}}, id="negative price"),
    ],
)
def test_overrides_that_make_no_sense_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        Overrides(**fields)


def test_the_sources_of_every_figure_are_named_once() -> None:
    found = answer()
    assert set(found.sources) == {"types", "prices", "schedule"}
    assert len(found.sources) == len(set(found.sources))


def test_ptu_of_another_currency_are_unknown() -> None:
    euro = (ptu_price(Term.YEAR, "2916", Scope.DATA_ZONE, "eastus2", currency="EUR"),)
    found = answer(plan=plan(ptu_prices=euro))
    assert (found.currency, found.rates[Term.YEAR].amount) == ("USD", None)


def test_a_catalogue_without_the_standard_type_still_answers() -> None:
    bare = plan(deployment_types=(DATA_ZONE_PTU,))
    assert payg_type(bare, Scope.DATA_ZONE) is None
    assert answer(plan=bare).payg_monthly is not None


def test_long_requests_and_the_latency_target_are_told() -> None:
    targeted = with_ptu(GPT_5_2.but(latency_target="99% > 50 TPS"), prices=GPT_5_2_PRICES)
    found = answer(load(10, 200, 20, long_context=True), one=targeted)
    told = {said.id for said in found.assumptions}
    assert {AssumptionId.LONG_CONTEXT, AssumptionId.LATENCY_TARGET} <= told


def test_without_a_yearly_price_nothing_is_said_of_twelfths() -> None:
    told = [said.id for said in answer(plan=plan(ptu_prices=())).assumptions]
    assert AssumptionId.YEAR_IN_TWELFTHS not in told


def test_a_lifecycle_without_a_source_adds_none() -> None:
    unsourced = gpt_5_2(one_version=version().but(lifecycle=Lifecycle()))
    assert set(answer(one=unsourced).sources) == {"types", "prices"}


@pytest.mark.parametrize(
    ("scope", "tier", "sku"),
    [
        pytest.param(Scope.GLOBAL, PriceTier.STANDARD, "GlobalStandard", id="standard"),
        pytest.param(Scope.GLOBAL, PriceTier.PRIORITY, "GlobalStandard", id="priority"),
        pytest.param(Scope.DATA_ZONE, PriceTier.BATCH, "DataZoneBatch", id="batch"),
        pytest.param(Scope.REGIONAL, PriceTier.BATCH, "Standard", id="no batch in a region"),
    ],
)
def test_what_is_paid_per_token_is_deployed_as(scope: Scope, tier: PriceTier, sku: str) -> None:
    found = payg_type(shipped_catalog(), scope, tier)
    assert found is not None
    assert found.id == sku


def test_prices_of_today_are_not_those_of_another_time() -> None:
    found = answer()
    assert CautionId.PRICES_OLD not in [said.id for said in found.cautions]
    later = estimate(plan(), replace(found.question, day=date(2027, 10, 7)))
    (said,) = (said for said in later.cautions if said.id is CautionId.PRICES_OLD)
    assert said.data["read"] == date(2026, 10, 5)
    before = estimate(plan(), replace(found.question, day=date(1999, 1, 1)))
    what = [said.data["what"] for said in before.cautions if said.id is _UNDATED]
    assert what == ["input", "output"]
    assert before.ptu_monthly == dict.fromkeys(Term)


_UNDATED = CautionId.PRICE_BEFORE_SOURCE
