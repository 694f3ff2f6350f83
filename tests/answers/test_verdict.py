# SPDX-License-Identifier: MIT
"""What an estimate comes to: never what is dead, ends too soon or has no known price."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.answers.answer import Status
from azmodels_gui.answers.sizing import sizing_sections
from azmodels_gui.answers.verdict import Verdict, verdict
from azmodels_gui.calculator.counted import demanded
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import PriceTier, Term
from azmodels_gui.sheets.answer_cells import VerdictText, cell, verdict_told
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import shipped_catalog

DAY = date(2026, 11, 29)
CATALOG = shipped_catalog()
ENTRIES = {entry.title: entry for entry in entries(CATALOG)}
KINDS = {kind.id: kind for kind in CATALOG.deployment_types}
REGIONS = {region.id: region for region in CATALOG.regions}
GPT_5_MINI, GPT_5_2 = "gpt-5-mini 2025-08-07", "gpt-5.2 2025-12-11"
ASSUMED = Overrides(price_region=REGIONS["eastus2"])


def reckoned(
    name: str,
    region: str | None = "eastus2",
    kind: str = "DataZoneProvisionedManaged",
    *,
    rpm: Decimal = Decimal("62.5"),
    ptu: int | None = None,
    **more: Any,
) -> Estimate:
    average = more.pop("average_load", Decimal("0.08"))
    workload = Workload(requests_per_minute=rpm, input_tokens=5_000, output_tokens=400)
    deployment = Deployment(
        entry=ENTRIES[name],
        deployment_type=KINDS[kind],
        loads=(MonthLoad.of_peak(workload, average),),
        region=None if region is None else REGIONS[region],
        deployed_ptu=ptu,
    )
    more = dict[str, Any]({"day": DAY}) | more
    return estimate(CATALOG, Question(deployment=deployment, **more))


def told(found: Estimate, language: str = "en") -> VerdictText:
    order = SheetOrder(found.catalog, found.question.day, language)
    text = verdict_told(verdict(found), order)
    return VerdictText(*(each.replace("\N{NO-BREAK SPACE}", " ") for each in text))


def bought(found: Verdict) -> tuple[str, str | None, int | None, bool]:
    return found.entry.title, found.way, found.ptu, found.certain


def test_what_to_buy_when_that_changes_and_what_speaks_against_it() -> None:
    found = reckoned(GPT_5_MINI, "swedencentral", overrides=ASSUMED)
    assert bought(verdict(found)) == (GPT_5_MINI, "payg", None, True)
    assert told(found, "de") == (
        "Nehmen Sie gpt-5-mini 2025-08-07 je Token in der EU-Datenzone: 493,85 $ im Monat.",
        "25 PTU (für 1 Monat) lohnen sich erst bei 99,98 % Auslastung, hier 6,9 %; mehr von "
        "dieser Last ändert daran nichts.",
        "Dagegen spricht: angenommen ist der Preis von East US 2.",
    )


def test_prices_of_ptu_alone_are_told_as_assumed_though_none_are_bought() -> None:
    assumed = Overrides(ptu_price_region=REGIONS["eastus2"])
    found = reckoned(GPT_5_MINI, "swedencentral", overrides=assumed)
    assert verdict(found).way == "payg"
    assert (
        told(found, "de").against == "Dagegen spricht: angenommen ist der PTU-Preis von East US 2."
    )


def test_a_steady_load_is_bought_as_ptu() -> None:
    found = reckoned(GPT_5_2, average_load=Decimal("0.95"), terms=(Term.HOUR, Term.YEAR))
    assert verdict(found).way == "payg"  # a year ends after the model, on 8 June 2027
    lasting = reckoned("gpt-5.4 2026-03-05", average_load=Decimal("0.95"))
    assert lasting.question.deployment.entry.version.lifecycle.retirement_date is not None
    assert verdict(lasting).certain


def test_ptu_that_cost_less_name_the_load_below_which_they_do_not() -> None:
    found = reckoned(
        GPT_5_MINI,
        average_load=Decimal(1),
        overrides=Overrides(ptu_discount_percent=Decimal(50)),
    )
    said = verdict(found)
    assert (said.way, said.ptu) == ("month", 25)
    assert said.change is not None
    assert (said.change.way, said.change.utilization) == (
        "payg",
        found.break_even[Term.MONTH].utilization,  # type: ignore[union-attr]
    )
    assert "Below 50.0% average utilisation" in told(found).change


def test_more_of_the_load_reaches_the_point_where_both_cost_the_same() -> None:
    found = reckoned(
        GPT_5_MINI,
        average_load=Decimal("0.5"),
        terms=(Term.MONTH,),
        overrides=Overrides(ptu_discount_percent=Decimal(52)),
    )
    change = verdict(found).change
    assert change is not None
    assert change.times is not None
    assert change.times > 1
    more = reckoned(
        GPT_5_MINI,
        rpm=(Decimal("62.5") * change.times).quantize(Decimal("0.000001")),
        average_load=Decimal("0.5"),
        terms=(Term.MONTH,),
        overrides=Overrides(ptu_discount_percent=Decimal(52)),
    )
    ptu, payg = more.ptu_monthly[Term.MONTH], more.payg_monthly
    assert ptu == found.ptu_monthly[Term.MONTH]
    assert payg is not None
    assert ptu is not None
    assert abs(payg - ptu) < Decimal("0.01")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        pytest.param("o3 2025-04-16", DAY, id="ten days past its date"),
        pytest.param("gpt-4o 2024-11-20", date(2027, 5, 1), id="on a later day"),
    ],
)
def test_the_successor_of_a_dead_model_is_told_with_its_own_figures(name: str, day: date) -> None:
    found = reckoned(name, day=day)
    said = verdict(found)
    assert found.cheapest is None
    assert said.entry.title != name
    alone = verdict(reckoned(said.entry.title, day=day))
    assert (said.way, said.ptu, said.monthly) == (alone.way, alone.ptu, alone.monthly)
    assert told(found).lead.startswith(f"{name} ended on ")


def test_where_all_successors_are_dead_there_is_nothing_to_take() -> None:
    found = reckoned(GPT_5_2, day=date(2030, 1, 1))
    assert bought(verdict(found)) == (GPT_5_2, None, None, False)
    assert told(found).plain == (
        "gpt-5.2 2025-12-11 ended on 8 Jun 2027 and can no longer be taken. No source names a "
        "successor that can be taken."
    )


def test_a_model_that_ends_soon_stands_with_its_end_and_with_what_lasts() -> None:
    found = reckoned("gpt-5 2025-08-07")
    assert verdict(found).entry.title == "gpt-5 2025-08-07"
    assert told(found).against == (
        "What speaks against it: retires on 9 Feb 2027, in 72 days (what lasts: gpt-5.1 2025-11-13 "
        "per token, $2,469.23 a month)."
    )


def test_what_only_existing_customers_may_deploy_says_so() -> None:
    assert (
        "only subscriptions that have deployed it" in told(reckoned("gpt-4.1 2025-04-14")).against
    )


def test_a_reservation_that_outlives_the_model_is_told_and_not_advised() -> None:
    found = reckoned(
        GPT_5_MINI,
        average_load=Decimal(1),
        overrides=Overrides(ptu_discount_percent=Decimal(50)),
    )
    year, month = found.ptu_monthly[Term.YEAR], found.ptu_monthly[Term.MONTH]
    assert year is not None
    assert month is not None
    assert year < month
    assert found.cheapest == "month"
    assert "run beyond the model's end on 13 Jul 2027" in told(found).change
    assert "not to a model" in told(found).change


def test_an_unknown_price_is_named_with_its_reason_and_never_ranked() -> None:
    found = reckoned("gpt-5.4 2026-03-05", "germanywestcentral")
    said = verdict(found)
    assert (found.cheapest, said.certain) == (None, False)
    assert said.way in {way for way, cost in found.costs.items() if cost is not None}
    assert told(found).lead.startswith("Least of what is known: ")
    assert "Price unknown, and so not compared: PTU, hourly" in told(found).change


def test_the_row_of_the_cheapest_way_has_the_words_of_the_sentence() -> None:
    found = reckoned("gpt-5.4 2026-03-05", "germanywestcentral")
    assert found.cheapest is None
    assert found.least_known is not None
    rows = {row.key: row for section in sizing_sections([found]) for row in section.rows}
    (answer,) = rows["cheapest"].answers
    assert answer.status is Status.UNKNOWN  # never ranked, and null for scripts
    order = SheetOrder(found.catalog, found.question.day, "de")
    assert cell(answer, order).text == "soweit bekannt: Je Token (nutzungsbasiert)"
    assert told(found, "de").lead.startswith("Am günstigsten, soweit bekannt: ")


def test_ptu_that_carry_a_part_only_are_not_compared() -> None:
    found = reckoned(GPT_5_2, ptu=15)
    assert bought(verdict(found)) == (GPT_5_2, "payg", None, False)
    assert "15 PTU do not carry the whole load" in told(found).change


def test_how_requests_are_processed_belongs_to_what_is_bought() -> None:
    found = reckoned("gpt-5.4 2026-03-05", tier=PriceTier.PRIORITY)
    assert "per token in the US data zone (priority): " in told(found).lead


def test_a_quota_that_is_too_small_speaks_against_paying_per_token() -> None:
    asked = reckoned(GPT_5_2, kind="GlobalProvisionedManaged", rpm=Decimal(2_000)).question
    found = estimate(CATALOG, replace(asked, quota_tier="1"))
    assert found.quota.sufficient_tier is not None
    assert (
        f"the quota of tier 1 is not enough, that of tier {found.quota.sufficient_tier} is"
        in told(found).against
    )


def test_no_way_of_any_model_is_advised_that_outlives_it() -> None:
    for entry in ENTRIES.values():
        if entry.ptu and not demanded(entry):
            for day in (DAY, date(2027, 3, 1), date(2028, 1, 1)):
                found = reckoned(entry.title, day=day, average_load=Decimal(1))
                said = verdict(found)
                end = said.entry.version.lifecycle.retirement_date
                if said.way is not None and said.certain:
                    assert (
                        end is None
                        or end > day
                        or said.entry.version.lifecycle.retirement_not_before
                    )
                if said.way in ("month", "year"):
                    assert end is not None
                    last = {"month": 31, "year": 366}[said.way]
                    assert (end - day).days >= last - 3


def test_the_case_of_500_users_reads_as_drawn() -> None:
    users = Users(users=500, requests_per_user=20, working_days=22, busy_hours=8, peak_factor=3)
    request = Workload(requests_per_minute=1, input_tokens=5_000, output_tokens=400)
    deployment = Deployment(
        entry=ENTRIES[GPT_5_MINI],
        deployment_type=KINDS["DataZoneProvisionedManaged"],
        loads=(MonthLoad.of_users(users, request),),
        region=REGIONS["swedencentral"],
    )
    assumed = Overrides(ptu_price_region=REGIONS["eastus2"])
    found = estimate(CATALOG, Question(deployment=deployment, day=DAY, overrides=assumed))
    assert told(found, "de").plain == (
        "Nehmen Sie gpt-5-mini 2025-08-07 je Token in der EU-Datenzone: 496,10 $ im Monat. 25 PTU "
        "(für 1 Monat) lohnen sich erst bei 99,98 % Auslastung, hier 6,9 %; mehr Nutzer ändern "
        "daran nichts. Dagegen spricht: angenommen ist der PTU-Preis von East US 2."
    )
