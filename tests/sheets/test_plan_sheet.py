# SPDX-License-Identifier: MIT
"""The sheet of a plan: the sentence on top, deployments, what they reserve, the total, charts."""

from azmodels_gui.answers.plan_verdict import planned
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import plan_sheet
from azmodels_gui.sheets.sheet import Part, Sheet, Table, Text
from tests.answers.test_plan import BATCH, CHAT, SEARCH
from tests.builders import TODAY

PLAN = planned([CHAT, SEARCH, BATCH])


def sheet(plan: Planned = PLAN, language: str = "en") -> Sheet:
    return plan_sheet(plan, SheetOrder(plan.plan.catalog, TODAY, language))


def part(key: str, of: Sheet) -> Part:
    (found,) = (each for each in of.parts if each.key == key)
    return found


def figures(key: str, of: Sheet) -> dict[str, list[str]]:
    table = part(key, of).blocks[0]
    assert isinstance(table, Table)
    return {row.label: [cell.text for cell in row.cells] for row in table.rows}


def test_the_sentence_comes_first_then_rows_pools_and_the_total() -> None:
    made = sheet()
    assert made.title == "3 deployments together"
    keys = ["verdict", "plan", "plan_pools", "plan_totals", "what_if"]
    assert [each.key for each in made.parts[:5]] == keys
    (text,) = made.parts[0].blocks
    assert isinstance(text, Text)
    assert text.sentences[0].text.startswith("All 3 together: $130,236.70 a month. ")
    rows = figures("plan", made)
    assert rows["Chat: gpt-x 2025-12-11"][1:] == [
        *("PTU reserved for a year", "105.88", "110", "96.3%", "$15,176.70", "$26,730.00")
    ]
    (pool,) = figures("plan_pools", made).values()
    assert pool == ["Chat, Search", "220", "110 for a year", "110", "$115,060.00"]
    totals = figures("plan_totals", made)
    assert totals["All together"] == ["$130,236.70", "–"]
    assert totals["If all on PTU, reserved for a year"] == ["$80,190.00", "−$50,046.70"]
    assert figures("what_if", made)["Load × 2"] == ["$255,243.40", "+$125,006.70"]


def test_both_charts_stand_below_the_total() -> None:
    charts = [each for each in part("plan_totals", sheet()).blocks if isinstance(each, Chart)]
    assert [each.title for each in charts] == [
        "Cost of all deployments",
        "Cost of all over the load",
    ]


def test_rows_are_no_comparison() -> None:
    tables = [table for table in sheet().tables if table.stub == "Deployment"]
    assert not any(row.differs for table in tables for row in table.rows)


def test_without_ptu_there_are_no_pools() -> None:
    keys = [each.key for each in sheet(planned([BATCH, BATCH])).parts]
    assert "plan_pools" not in keys


def test_each_deployment_has_its_load_and_its_steps() -> None:
    told = part("steps:Search", sheet())
    assert isinstance(told.blocks[0], Text)
    assert "1,000" in told.blocks[0].sentences[0].text
    assert isinstance(told.blocks[-1], Table)


def test_a_deployment_without_an_answer_is_named_with_the_reason() -> None:
    made = sheet(planned([CHAT], [("Broken", Statement(RefusalId.EMPTY_REQUEST))]))
    (told,) = part("refused", made).blocks
    assert isinstance(told, Text)
    assert told.sentences[0].text.startswith("Broken: ")
    assert figures("plan_totals", made)["All together"] == ["unknown: Broken", "–"]
    assert "2" in made.title
