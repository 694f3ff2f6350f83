# SPDX-License-Identifier: MIT
"""The verdict on a load that changes with time: also a base load on PTU, the rest per token."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.answer import Hundredths
from azmodels_gui.answers.plan_verdict import plan_verdict, planned
from azmodels_gui.answers.scenarios import NamedOption, Option, least, scenario_section
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.plan import over_load
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.calculator.sensitivity import Lever, Varying
from azmodels_gui.calculator.steps import steps
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.terms import PriceTier, Term
from tests.answers.test_verdict import (
    CATALOG,
    DAY,
    ENTRIES,
    GPT_5_2,
    GPT_5_MINI,
    KINDS,
    REGIONS,
    told,
)

STEADY = tuple(90 + 8 * minute % 21 for minute in range(1_000))
PEAKY = (*STEADY[:900], *[400] * 100)
QUIET = (*[50] * 500, *[0] * 500)


def of_profile(counts: tuple[int, ...], name: str = GPT_5_2, **more: Any) -> Estimate:
    """Return the estimate of a load by minute in the US data zone."""
    request = Workload(requests_per_minute=1, input_tokens=5_000, output_tokens=400)
    deployment = Deployment(
        entry=ENTRIES[name],
        deployment_type=KINDS["DataZoneProvisionedManaged"],
        loads=(MonthLoad.of_profile(LoadProfile.of(counts), request),),
        region=REGIONS["eastus2"],
        deployed_ptu=more.pop("ptu", None),
    )
    return estimate(CATALOG, Question(deployment=deployment, day=DAY, **more))


def curves(found: Estimate) -> ProfileEstimate:
    assert found.sized is not None
    assert found.base is not None
    return ProfileEstimate(found, found.sized, found.base)


def test_a_base_load_on_ptu_that_costs_least_is_what_to_buy() -> None:
    found = of_profile(PEAKY)
    said = verdict(found)
    least_size = curves(found).cheapest
    assert least_size is not None
    assert (said.way, said.ptu) == ("month_spill", least_size.point.ptu)
    assert said.monthly is not None
    assert said.monthly.amount == least_size.point.cost
    assert said.monthly.amount < min(found.costs["payg"] or 0, found.costs["month"] or 0)
    assert told(found).lead == (
        "Take 205 PTU for gpt-5.2 2025-12-11 in the US data zone, reserved by the month, and what "
        "spills over per token: $89,738.09 a month."
    )
    assert told(found).change.startswith(
        "Below 0.31 times this load all per token costs less. 965 PTU, enough for the busiest "
        "minute, would cost $275,990.00. "
        "PTU for a year would cost $80,430.40 a month, but run "
    )
    assert told(found, "de").plain.startswith(
        "Nehmen Sie 205 PTU für gpt-5.2 2025-12-11 in der US-Datenzone, Reservierung 1 Monat, und "
        "den Überlauf je Token: 89.738,09 $ im Monat. Unter dem 0,31-Fachen dieser Last ist alles "
        "je Token günstiger."
    )


@pytest.mark.parametrize("counts", [STEADY, PEAKY, (20,) * 1_000], ids=["steady", "peaky", "flat"])
@pytest.mark.parametrize("name", [GPT_5_2, GPT_5_MINI])
def test_the_load_from_which_on_a_base_load_pays_is_exact(
    counts: tuple[int, ...], name: str
) -> None:
    found = of_profile(counts, name)
    change, varying = verdict(found).change, Varying(found)
    assert change is not None
    assert change.times is not None
    below, above = (
        varying.at(Lever.LOAD, change.times * each).base[Term.MONTH]
        for each in (Decimal("0.98"), Decimal("1.02"))
    )
    assert below is not None
    assert above is not None
    assert below.ptu == 0
    assert above.ptu
    times = Hundredths(change.times)
    assert f"{times:.2f} times this load" in told(found).change


def test_ptu_that_stand_idle_half_of_the_time_never_pay() -> None:
    found = of_profile(QUIET)
    change = verdict(found).change
    assert change is not None
    assert (change.way, change.times) == ("month_spill", None)
    assert told(found).change == (
        "PTU (for a month) for the base load pay only from 99.8% utilisation, which more of this "
        "load does not reach."
    )


def test_a_size_that_the_user_set_carries_its_part_and_the_rest_spills() -> None:
    found = of_profile(PEAKY, ptu=205)
    said = verdict(found)
    assert (said.way, said.ptu, said.certain) == ("month_spill", 205, True)
    assert set(found.costs) == {"payg", "hour_spill", "month_spill"}
    assert of_profile(PEAKY, ptu=150).ptu_of("month_spill") == 150
    assert "do not carry the whole load" not in told(found).plain
    enough = of_profile(PEAKY, ptu=1_000)
    assert "month_spill" not in enough.costs
    assert Varying(found).at(Lever.LOAD, Decimal("0.1")).ptu_of("month_spill") == 205


def test_a_reserved_part_is_paid_with_the_rest_by_the_hour() -> None:
    found = of_profile(PEAKY, reserved_ptu=200)
    point = found.point_of("month_spill")
    assert point is not None
    assert point.ptu_cost == found.cost_of_ptu(point.ptu, Term.MONTH)
    month, whole = curves(found).curves[Term.MONTH], found.cost_of_ptu(965, Term.MONTH)
    assert month.points[-1].ptu_cost == whole
    assert point.cost == min(each.cost or 0 for each in month.points[1:-1])


def test_batch_never_spills_over() -> None:
    assert of_profile(PEAKY, tier=PriceTier.BATCH).base is None


def test_a_load_without_a_profile_has_no_base_load() -> None:
    found = of_profile(PEAKY)
    flat = replace(found.question.deployment.loads[0], profile=None)
    deployment = replace(found.question.deployment, loads=(flat,))
    plain = estimate(CATALOG, replace(found.question, deployment=deployment))
    assert plain.base is None
    assert set(plain.costs) == {"payg", "hour", "month"}


def test_only_what_spills_over_counts_against_the_quota() -> None:
    found = of_profile(PEAKY, quota_tier="1")
    quota = found.quota_of("month_spill")
    assert quota is not None
    assert quota.needed_rpm < found.quota.needed_rpm
    point = found.point_of("month_spill")
    assert point is not None
    assert found.base is not None
    assert quota.needed_rpm == 400 - found.base.spill.request.whole_requests(point.ptu)


@pytest.mark.parametrize("counts", [STEADY, PEAKY, QUIET], ids=["steady", "peaky", "quiet"])
def test_one_rule_for_sentence_curve_table_and_scenarios(counts: tuple[int, ...]) -> None:
    found = of_profile(counts)
    said, size = verdict(found), curves(found).cheapest
    assert size is not None
    assert said.monthly is not None
    assert size.point.cost is not None
    assert to_cents(said.monthly.amount) == to_cents(size.point.cost)
    assert (said.ptu or 0) == size.point.ptu
    figures = figures_by_key(sizing_sections([found]))
    assert figures["cheapest"].value is not None
    assert getattr(figures["cheapest"].value, "key", "") == f"cost_{said.way}"
    other = of_profile(counts, GPT_5_MINI)
    options = [Option(found), Option(other)]
    assert least(options) == 1
    assert (options[0].paid, options[0].cost, options[0].ptu) == (
        said.way,
        said.monthly.amount,
        said.ptu,
    )
    rows = {row.key: row.answers[0] for row in scenario_section(options, options[0]).rows}
    assert ("share_spilled" in rows) is (said.way == "month_spill")


def test_the_steps_tell_how_a_base_load_came_about() -> None:
    found = of_profile(PEAKY)
    (step,) = (each for each in steps(found, "en") if each.key == "cost_month_spill")
    assert step.name == "PTU and spillover, one-month reservation, a month"
    assert step.formula == "205 × $286 + 1,970,737 × $0.015785"
    assert step.result == "$89,738.09"


def test_a_plan_pays_a_base_load_in_its_pool_and_the_rest_per_token() -> None:
    found, other = of_profile(PEAKY), of_profile(QUIET)
    plan = planned((NamedOption("A", Option(found)), NamedOption("B", Option(other)))).plan
    assert plan.ways == ("month_spill", "payg")
    point = found.point_of("month_spill")
    assert point is not None
    (pool,) = plan.planned.pools
    assert (pool.ptu, pool.cost) == (point.ptu, point.ptu_cost)
    assert plan.paid_per_token == {0: point.payg_cost, 1: other.payg_monthly}
    assert plan.monthly == (point.cost or 0) + (other.payg_monthly or 0)
    assert plan.varied(Lever.LOAD, Decimal(1))[0] == plan.monthly
    told_plan = plan_verdict(planned((NamedOption("A", Option(found)),)))
    assert [each.key for each in told_plan.lead] == ["plan_take_one"]
    keys = [each.key for each in told_plan.changes]
    assert keys[:2] == ["plan_part_pool", "plan_part_spill"]


def test_the_picture_of_a_plan_with_a_base_load_meets_its_total() -> None:
    options = (
        NamedOption("A", Option(of_profile(PEAKY))),
        NamedOption("B", Option(of_profile(QUIET))),
    )
    plan = planned(options).plan
    stretches = list(over_load(plan, plan.ways, Decimal(4)))
    here = next(each for each in stretches if each.end == 1)
    assert here.last == plan.monthly
    assert stretches[0].first < 20  # hardly any load takes no PTU
    assert stretches[-1].end == 4


def test_a_base_load_can_be_named_and_is_all_on_ptu_where_nothing_spills() -> None:
    found = of_profile(PEAKY)
    split = Option(found, "hour_spill")
    assert (split.paid, split.ptu, split.cost) == ("hour_spill", 15, found.costs["hour_spill"])
    flat = replace(found.question.deployment.loads[0], profile=None)
    deployment = replace(found.question.deployment, loads=(flat,))
    whole = Option(estimate(CATALOG, replace(found.question, deployment=deployment)), "hour_spill")
    assert (whole.paid, whole.ptu) == ("hour", 965)
