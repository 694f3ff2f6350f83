# SPDX-License-Identifier: MIT
"""The sheet of several scenarios: the verdict on top, all of them side by side."""

from decimal import Decimal

from azmodels_gui.answers.scenarios import NamedOption, Option, least
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.charts.chart import Chart
from azmodels_gui.charts.over_load import in_requests
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import ShownScenarios, scenario_sheet
from azmodels_gui.sheets.sheet import Part, Sheet, Table, Text
from azmodels_gui.sheets.sizing_sheet import sizing_sheet
from tests.builders import TODAY
from tests.calculator.samples import load
from tests.calculator.test_estimate import answer, plan

FOUND = answer(load(1_000, 200, 20), average_load=Decimal("0.5"))
A = NamedOption("A per token", Option(FOUND, "payg"))
B = NamedOption("B reserved", Option(FOUND, "year"))
SHOWN = ShownScenarios((A, B), in_requests(Decimal(1_000)))


def sheet(shown: ShownScenarios = SHOWN, language: str = "en") -> Sheet:
    return scenario_sheet(shown, SheetOrder(FOUND.catalog, TODAY, language))


def part(key: str, of: Sheet) -> Part:
    (found,) = (each for each in of.parts if each.key == key)
    return found


def test_the_verdict_comes_first_and_the_scenarios_stand_side_by_side() -> None:
    made = sheet()
    assert [each.key for each in made.parts[:3]] == ["verdict", "scenarios", "chart"]
    (verdict,) = made.parts[0].blocks
    assert isinstance(verdict, Text)
    assert "$15,176.70" in verdict.sentences[0].text
    (table,) = part("scenarios", made).blocks
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["A per token (cheapest)", "B reserved"]
    rows = {row.key: [cell.text for cell in row.cells] for row in table.rows}
    assert rows["scenario_cost"] == ["$15,176.70", "$26,730.00"]
    assert rows["scenario_difference"] == ["–", "+$11,553.30"]
    assert rows["scenario_ptu"] == ["does not apply", "110"]
    (chart,) = part("chart", made).blocks
    assert isinstance(chart, Chart)
    assert len(chart.plots[0].lines) == 2


def test_a_sheet_of_several_models_advises_one_of_them_as_the_command_does() -> None:
    """Two sentences on one page said to take two models."""
    dearer = answer(load(1_000, 400, 20), average_load=Decimal("0.5"))
    made = sizing_sheet([dearer, FOUND], SheetOrder(FOUND.catalog, TODAY, "en"))
    where, cost, until = made.answer
    advised = [text for text in (cost.lead, *(each.text for each in cost.more)) if "Take " in text]
    assert advised == [cost.lead]
    assert "$15,176.70" in cost.lead
    assert FOUND.question.deployment.entry.title in where.sentence.text
    assert until.lead.startswith(f"{FOUND.question.deployment.entry.title}: ")


def test_where_no_model_is_known_to_cost_least_one_stands_first_and_all_are_told() -> None:
    """Eight sentences filled the first page, and none of them answered."""
    loads = (load(1_000, 400, 20), load(1_000, 300, 20), load(1_000, 200, 20))
    open_ptu = plan(ptu_prices=[])
    found = [answer(each, average_load=Decimal("0.5"), plan=open_ptu) for each in loads]
    assert least([Option(each) for each in found]) is None
    made = sizing_sheet(found, SheetOrder(FOUND.catalog, TODAY, "en"))
    _, cost, _ = made.answer
    assert "$15,176.70" in cost.lead
    assert cost.more[-1].text == "What is known of the other models (2) stands below."
    told = [part.key for part in made.parts if part.key.startswith("verdict:")]
    assert len(told) == 2


def test_each_scenario_has_its_steps() -> None:
    keys = [each.key for each in sheet().parts]
    assert {"steps:A per token", "steps:B reserved"} <= set(keys)


def test_loads_that_differ_have_no_common_picture() -> None:
    keys = [each.key for each in sheet(ShownScenarios((A, B), SHOWN.unit, alike=False)).parts]
    assert "chart" not in keys


def test_a_scenario_without_an_answer_says_why() -> None:
    why = Statement(RefusalId.EMPTY_REQUEST)
    made = sheet(ShownScenarios((A,), SHOWN.unit, (("C broken", why),)))
    (told,) = part("refused", made).blocks
    assert isinstance(told, Text)
    assert told.sentences[0].text.startswith("C broken: ")
    assert "2" in made.title
