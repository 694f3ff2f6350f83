# SPDX-License-Identifier: MIT
"""A plan: its rows add up to its total, and one sentence says what it comes to."""

from decimal import Decimal
from typing import Any

from azmodels_gui.answers.answer import Answer, Cost, Status
from azmodels_gui.answers.plan_verdict import (
    deployment_section,
    plan_verdict,
    plan_what_if,
    planned,
    pool_section,
    total_section,
)
from azmodels_gui.answers.scenarios import NamedOption, Option
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.sheets.answer_cells import VerdictText, verdict_told
from azmodels_gui.sheets.order import SheetOrder
from tests.builders import TODAY
from tests.calculator.samples import GLOBAL_PTU, load
from tests.calculator.test_estimate import answer, gpt_5_2

NO_LOAD = Statement(RefusalId.EMPTY_REQUEST)


def option(name: str, way: str, rpm: int = 1_000, **more: Any) -> NamedOption:
    """Return requests of 200 and 20 tokens: 1,000 of them a minute need 110 PTU."""
    found = answer(load(rpm, 200, 20), average_load=Decimal("0.5"), **more)
    return NamedOption(name, Option(found, way))


CHAT, SEARCH, BATCH = option("Chat", "year"), option("Search", "hour"), option("Batch", "payg")


def told(plan: Planned, language: str = "en") -> VerdictText:
    return verdict_told(plan_verdict(plan), SheetOrder(plan.plan.catalog, TODAY, language))


def amounts(answers: Any) -> list[Decimal | None]:
    return [each.value.amount if isinstance(each.value, Cost) else None for each in answers]


def test_the_rows_add_up_to_the_total() -> None:
    plan = planned([CHAT, SEARCH, BATCH])
    deployments = amounts(row.answers[-1] for row in deployment_section(plan).rows)
    assert deployments == [Decimal(26_730), Decimal(88_330), Decimal("15176.7")]
    (pool,) = pool_section(plan).rows
    assert amounts(pool.answers[-1:]) == [26_730 + 88_330]
    totals = {row.key: row.answers[0] for row in total_section(plan).rows}
    assert amounts([totals["plan_total"]]) == [sum(each or 0 for each in deployments)]
    parts = amounts([totals["plan_per_token"], totals["plan_on_ptu"]])
    assert sum(each or 0 for each in parts) == sum(each or 0 for each in deployments)
    assert amounts([totals["plan_all_payg"]]) == [3 * Decimal("15176.7")]
    assert amounts([totals["plan_all_year"]]) == [3 * 26_730]


def test_the_sentence_says_who_is_paid_how_and_who_would_cost_less() -> None:
    text = told(planned([CHAT, SEARCH, BATCH]))
    assert text.lead == "All 3 together: $130,236.70 a month."
    assert (
        "Chat, Search: 220 PTU in the US data zone, paid as 110 reserved for a year" in text.change
    )
    assert "Batch: per token, $15,176.70." in text.change
    assert "All per token would cost $45,530.10." in text.change
    less = "Paid otherwise it would cost $84,706.60 less: Search (per token), Chat (per token)."
    assert less in text.change
    assert "Search would cost $73,153.30 less: per token." in told(planned([SEARCH, BATCH])).change


def test_equal_points_against_are_told_once_with_their_names() -> None:
    """A quota that is too small speaks against what is paid per token, not against PTU."""
    tight = [option(name, "payg", 50_000, quota_tier="1") for name in ("Chat", "Mail")]
    text = told(planned([*tight, option("Search", "year", 50_000, quota_tier="1")]))
    assert "Chat, Mail: the quota of tier 1 is not enough" in text.against
    assert text.against.count("quota") == 1
    alone = told(planned(tight))
    assert "What speaks against it: the quota of tier 1 is not enough" in alone.against


def test_reservations_with_room_for_others_are_a_saving() -> None:
    roomy = option("Chat", "month", reserved_ptu=160)
    text = told(planned([roomy, option("Search", "hour", 400)]))
    # 45 PTU by the hour, all of which fit into the 50 that are reserved and not deployed
    assert "Reservations with room for others save $36,135.00 a month." in text.change


def test_what_others_leave_free_costs_nothing_and_so_saves_nothing() -> None:
    """Alone 45 PTU by the hour cost more than tokens; here they are part of a reservation."""
    roomy = option("Chat", "month", reserved_ptu=160)
    rider = option("Search", "hour", 400)
    assert "Search would cost" in told(planned([rider, BATCH])).change
    shared = told(planned([roomy, rider])).change
    assert "would cost" in shared  # all per token, which is told beside it
    assert "less: " not in shared


def test_who_changes_first_with_more_load_is_named() -> None:
    text = told(planned([option("Small", BEST, 100), option("Large", BEST, 1_000)]))
    assert "With more load" not in text.change  # at half the peak PTU never pay
    even = answer(load(100, 200, 20), average_load=Decimal("0.95"))
    text = told(planned([option("Large", BEST), NamedOption("Even", Option(even, BEST))]))
    assert (
        "With more load Even is the first to change: to PTU (for a year) from 1.26" in text.change
    )


def test_an_unknown_part_leaves_the_total_unknown_and_is_named() -> None:
    world = option("World", "year", deployment={"kind": GLOBAL_PTU})
    plan = planned([CHAT, world])
    text = told(plan)
    assert text.lead.startswith("No total, as a price or a size is unknown: World (")
    assert text.lead.endswith("What is known costs $26,730.00 a month.")
    whole = total_section(plan).rows[-5].answers[0]
    assert whole.status is Status.UNKNOWN


def test_a_deployment_without_an_answer_leaves_every_sum_unknown() -> None:
    plan = planned([CHAT, BATCH], [("Broken", NO_LOAD)])
    assert plan.monthly is None
    text = told(plan)
    assert "Broken (a request without any token)" in text.lead
    assert "$41,906.70" in text.lead
    assert "All per token" not in text.change
    totals: dict[str, Answer] = {row.key: row.answers[0] for row in total_section(plan).rows}
    assert totals["plan_total"].status is Status.UNKNOWN
    assert totals["plan_all_payg"].status is Status.UNKNOWN
    assert {row.answers[0].status for row in plan_what_if(plan).rows} == {Status.UNKNOWN}


def test_many_deployments_are_counted() -> None:
    dear = told(planned([option(f"No. {at}", "hour") for at in range(7)]), "de")
    assert "No. 3 (je Token) und 3 weitere." in dear.change
    text = told(planned([option(f"No. {at}", "payg") for at in range(7)]), "de")
    assert text.lead.startswith("Alle 7 zusammen: ")
    assert "7 Bereitstellungen: je Token" in text.change


def test_names_that_do_not_tell_the_model_are_told_with_it() -> None:
    entry = gpt_5_2()
    labels = [row.label for row in deployment_section(planned([CHAT, option(
        f"B {entry.model.id}", "payg")])).rows]  # fmt: skip
    assert labels == [f"Chat: {entry.title}", f"B {entry.model.id}"]


def test_twice_the_load_costs_twice_per_token_and_other_ptu() -> None:
    rows = {row.key: row.answers[0] for row in plan_what_if(planned([CHAT, BATCH])).rows}
    assert amounts([rows["what_if_load"]]) == [215 * 243 + 2 * Decimal("15176.7")]
