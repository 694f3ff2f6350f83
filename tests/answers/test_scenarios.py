# SPDX-License-Identifier: MIT
"""Scenarios side by side: the way that is meant, what it costs, and which is never the best."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.answer import Qualifier, Status
from azmodels_gui.answers.scenarios import Option, least, scenario_section
from azmodels_gui.answers.sizing import what_if
from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.sheets.answer_cells import cell, label
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import TODAY, offer, version
from tests.calculator.samples import PTU_PRICES, load
from tests.calculator.test_estimate import answer, gpt_5_2, plan

THOUSAND = load(1_000, 200, 20)
"""105.88 PTU, 110 to be deployed; $0.000693 a request, $30,353.40 a month at the peak all day."""


def found(**more: Any) -> Estimate:
    return answer(THOUSAND, **more)


def rows(*options: Option) -> dict[str, tuple[Any, ...]]:
    section = scenario_section(options, options[0])
    return {row.key: row.answers for row in section.rows}


def test_the_best_way_is_the_one_that_costs_least() -> None:
    busy, quiet = Option(found()), Option(found(average_load=Decimal("0.1")))
    assert (busy.paid, busy.cost) == ("year", Decimal(26_730))
    assert busy.ptu == 110
    assert (quiet.paid, quiet.ptu) == ("payg", None)


def test_a_way_that_the_user_names_is_kept_though_another_costs_less() -> None:
    hourly = Option(found(), "hour")
    assert hourly.paid == "hour"
    assert hourly.cost == Decimal(88_330)
    assert Option(found(), "payg").cost == Decimal("30353.4")


def test_the_least_of_what_is_known_is_meant_where_a_price_is_missing() -> None:
    only_hourly = plan(ptu_prices=[each for each in PTU_PRICES if each.term.value == "hour"])
    assert found(plan=only_hourly).cheapest is None
    assert Option(found(plan=only_hourly)).paid == "payg"


def test_ptu_that_do_not_carry_the_peak_are_not_the_least() -> None:
    few = found(deployment={"deployed_ptu": 15})
    assert Option(few).paid == "payg"
    assert least([Option(few, "year"), Option(found(), "payg")]) == 1


def test_what_may_cost_less_by_a_price_that_is_missing_is_not_called_the_least() -> None:
    only_hourly = plan(ptu_prices=[each for each in PTU_PRICES if each.term.value == "hour"])
    open_ = found(plan=only_hourly)
    assert least([Option(open_), Option(found(), "hour")]) == 1
    assert least([Option(open_, "payg"), Option(found(), "hour")]) == 0, "that way is certain"


def test_differences_are_those_to_the_first() -> None:
    told = rows(Option(found(), "payg"), Option(found(), "year"), Option(found(), "hour"))
    first, second, third = told["scenario_difference"]
    assert first.status is Status.DOES_NOT_APPLY
    assert second.value.amount == Decimal("26730") - Decimal("30353.4")
    assert third.value.amount == Decimal("88330") - Decimal("30353.4")


def test_ptu_are_held_against_the_first_as_money_is() -> None:
    told = rows(Option(found(), "year"), Option(found(), "payg"), Option(found(), "hour"))
    first, second, third = told["scenario_more_ptu"]
    assert first.status is Status.DOES_NOT_APPLY
    assert (second.value, third.value) == (-110, 0)
    order = SheetOrder(plan(), TODAY, "de")
    assert [cell(each, order).text for each in (second, third)] == ["\N{MINUS SIGN}110", "0"]
    assert "scenario_more_ptu" not in rows(Option(found(), "payg"), Option(found(), "payg"))


def test_what_is_paid_beside_the_requests_is_held_against_with_a_month_in_all() -> None:
    hosted = {Count.HOSTING_HOURS: Decimal(730)}
    given = Overrides(payg_prices={TokenCategory.HOSTING: Decimal("1.5")})
    with_hosting = Option(found(beside=hosted, overrides=given), "payg")
    told = rows(Option(found(), "payg"), with_hosting)
    first, second = told["beside_month"]
    assert first.status is Status.DOES_NOT_APPLY
    assert second.value.amount == 1_095
    assert [each.value.amount for each in told["scenario_whole"]] == [
        Decimal("30353.4"),
        Decimal("31448.4"),
    ]
    assert told["scenario_difference"][1].value.amount == 1_095
    assert least([with_hosting, Option(found(), "payg")]) == 1
    assert "beside_once" not in told


def test_a_share_that_was_stated_is_told_as_it_was() -> None:
    told = {row.key: row.label for row in what_if(found(), "payg").rows}
    for language, text in (("de", "80 % der Eingabe aus dem Cache"), ("en", "80% of the input")):
        said = label(told["what_if_cache"], SheetOrder(plan(), TODAY, language))
        assert said.replace("\N{NO-BREAK SPACE}", " ").startswith(text)


def test_nothing_is_the_least_of_one() -> None:
    assert least([Option(found())]) is None


def test_a_scenario_without_an_answer_or_a_price_is_passed_over() -> None:
    unknown = Option(found(plan=plan(ptu_prices=[])), "year")
    assert unknown.cost is None
    assert least([None, unknown, Option(found(), "hour"), Option(found(), "payg")]) == 3
    assert least([None, unknown]) is None


@pytest.mark.parametrize("way", [BEST, "payg"])
def test_a_model_past_its_date_is_never_the_least(way: str) -> None:
    ended = version(
        "2025-12-11",
        retirement=date(2026, 11, 19),
        offers=[offer("DataZoneProvisionedManaged", "eastus2")],
    )
    dead = Option(found(one=gpt_5_2(one_version=ended), average_load=Decimal("0.01")), way)
    assert isinstance(dead.found.question.deployment.entry.version.lifecycle, Lifecycle)
    living = Option(found(), "hour")
    assert least([dead, living]) == 1
    cost, _ = rows(dead, living)["scenario_cost"]
    assert cost.status is Status.UNKNOWN or Qualifier.PAST in cost.qualifiers


def test_a_request_is_told_per_token_and_use_is_told_of_ptu() -> None:
    told = rows(Option(found(), "payg"), Option(found(average_load=Decimal("0.52")), "year"))
    request, none = told["per_request"]
    assert request.value.amount == Decimal("0.000693")
    assert none.status is Status.DOES_NOT_APPLY
    assert told["average_utilization"][0].status is Status.DOES_NOT_APPLY
    assert round(told["average_utilization"][1].value, 4) == Decimal("0.5005")
    assert round(told["utilization"][1].value, 4) == Decimal("0.9626")


@pytest.mark.parametrize(
    ("tier", "rpm", "key", "warns"),
    [
        pytest.param(None, 1_000, "quota_from", False, id="from which tier"),
        pytest.param("1", 1_000, "quota_enough", False, id="the tier is enough"),
        pytest.param("1", 2_000, "quota_exceeded", True, id="the tier is not enough"),
        pytest.param(None, 2_000, "quota_none", True, id="none of the stated ones"),
    ],
)
def test_quota_of_300000_tokens(tier: str | None, rpm: int, key: str, warns: bool) -> None:
    told = rows(Option(answer(load(rpm, 200, 20), quota_tier=tier), "payg"))
    (quota,) = told["scenario_quota"]
    assert quota.value.key == key
    assert quota.warns is warns
