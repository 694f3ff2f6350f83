# SPDX-License-Identifier: MIT
"""Scenarios that run together: sentence, cards, charts, tables, keys, undo, state, sheet."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator import scenarios
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.scenarios import Scenario, Scenarios, one
from azmodels_gui.charts.chart import Rows
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.results import CHART_PX
from azmodels_gui.window.help_dialogs import TextDialog
from azmodels_gui.window.main_window import MainWindow
from tests.window.calculator.samples import inputs
from tests.window.calculator.test_calculator_page import choose, type_figure
from tests.window.calculator.test_scenarios import add, menu_action, press

A, B = inputs(way="payg"), inputs(way="year")
TWO = Scenarios((Scenario(A), Scenario(B, "Search")))
TOTAL = "All 2 together: $41,906.70 a month."


@pytest.fixture
def plan(page: CalculatorPage) -> CalculatorPage:
    """Return the page with 1,000 requests a minute per token, and as many on PTU for a year."""
    page.show_scenarios(TWO)
    page.results.kind.segments.buttons[True].click()
    return page


# The value


def test_run_together_each_has_a_load_of_its_own() -> None:
    together = TWO.run_together(True)
    assert together.is_plan
    busier = together.with_inputs(replace(A, requests_per_minute=Decimal(7)))
    assert [each.inputs.requests_per_minute for each in busier.all] == [7, 1_000]
    assert busier.added(A).all[-1].own_load


def test_as_alternatives_again_equal_loads_are_shared_and_others_kept() -> None:
    assert TWO.run_together(True).run_together(False) == TWO
    busier = TWO.run_together(True).shown(1).with_inputs(replace(B, input_tokens=Decimal(7)))
    apart = busier.run_together(False)
    assert [each.own_load for each in apart.all] == [False, True]
    assert apart.all[1].inputs.input_tokens == 7


def test_one_alone_is_no_plan() -> None:
    alone = TWO.run_together(True).removed(0)
    assert (alone.together, alone.is_plan) == (True, False)
    assert alone.added(A).is_plan


def test_a_plan_survives_being_kept_and_rubbish_is_no_plan() -> None:
    told = TWO.run_together(True).with_left_out(1, True)
    assert scenarios.read(scenarios.written(told), 0, told.together) == told
    assert told.in_plan == (0,)
    kept = scenarios.read([{"inputs": {}, "left_out": "yes"}], 0)
    assert kept is not None
    assert kept.in_plan == (0,)


# The page


def test_two_scenarios_are_run_together_by_one_click(plan: CalculatorPage) -> None:
    results = plan.results
    assert results.verdict.text.lead == TOTAL
    assert "Search: 110 PTU in the US data zone, reserved for a year, $26,730.00" in (
        results.verdict.text.change
    )
    first, second = results.cards.texts
    assert (first.unit, second.unit) == ("a month, 36% of the total", "a month, 64% of the total")
    assert (first.badge, second.badge) == ("", "")
    assert "against A" not in second.plain


def test_alternatives_whose_loads_differ_are_said_to_be_none(plan: CalculatorPage) -> None:
    assert "a load of its own" in plan.results.kind.hint.text()
    type_figure(plan, "input_tokens", 7)
    plan.run_together(False)
    assert "run together they are a plan" in plan.results.kind.hint.text()
    plan.show_scenarios(TWO)
    assert "Alternatives for one load" in plan.results.kind.hint.text()


def test_one_scenario_offers_no_plan(page: CalculatorPage) -> None:
    assert page.results.kind.isHidden()
    assert page.results.plan.isHidden()
    page.run_together(True)
    assert not page.scenarios.together
    add(page, "Duplicate")
    assert page.results.kind.isVisible()


def test_a_plan_is_a_step_that_is_taken_back(plan: CalculatorPage) -> None:
    plan.undo()
    assert plan.scenarios == TWO
    assert "Take " in plan.results.verdict.text.lead
    assert plan.results.plan.isHidden()
    plan.redo()
    assert plan.results.verdict.text.lead == TOTAL


def test_a_key_goes_from_one_to_the_other(
    plan: CalculatorPage, calculator_window: MainWindow
) -> None:
    calculator_window.activateWindow()
    plan.panel.fields["input_tokens"].setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(QApplication.focusWidget() or plan, Qt.Key.Key_T, control)
    assert not plan.scenarios.together
    assert plan.results.kind.segments.buttons[False].isChecked()
    QTest.keyClick(QApplication.focusWidget() or plan, Qt.Key.Key_T, control)
    assert plan.scenarios.together


def test_what_is_typed_changes_one_deployment_and_the_total(plan: CalculatorPage) -> None:
    type_figure(plan, "requests_per_minute", 2_000)
    assert plan.results.verdict.text.lead == "All 2 together: $57,083.40 a month."
    assert plan.results.cards.texts[1].amount == "$26,730.00"


def test_a_card_is_left_out_of_the_plan_and_taken_in_again(plan: CalculatorPage) -> None:
    plan.results.cards.cards[1].setFocus()
    press(plan, Qt.Key.Key_Space)
    assert plan.scenarios.at == 1  # chosen first
    press(plan, Qt.Key.Key_Space)
    assert plan.results.verdict.text.lead == "One deployment: $15,176.70 a month."
    assert plan.results.cards.texts[1].badge == "not in the plan"
    plan.menus.fill_card_menu()
    menu_action(plan.menus.card_menu, "Part of the plan")
    assert plan.results.verdict.text.lead == TOTAL
    plan.undo()
    assert plan.scenarios.in_plan == (0,)


def test_alternatives_know_no_part_of_a_plan(page: CalculatorPage) -> None:
    page.show_scenarios(TWO)
    page.menus.fill_card_menu()
    assert not any("plan" in each.text() for each in page.menus.card_menu.actions())
    page.results.cards.cards[0].setFocus()
    press(page, Qt.Key.Key_Space)
    assert page.scenarios == TWO


def test_a_deployment_without_an_answer_leaves_the_total_unknown(plan: CalculatorPage) -> None:
    type_figure(plan, "deployed_ptu", 17)
    lead = plan.results.verdict.text.lead
    assert lead.startswith(f"No total, as a price or a size is unknown: A {A.model} (17 PTU")
    assert "$26,730.00" in lead
    rows = plan.results.plan.plain
    assert f"All together\tunknown: A {A.model}" in rows


def test_all_left_out_says_nothing_of_a_total(plan: CalculatorPage) -> None:
    plan.show_scenarios(plan.scenarios.with_left_out(0, True).with_left_out(1, True))
    assert plan.results.plan.isHidden()
    assert "together" not in plan.results.verdict.text.lead
    assert plan.sheet_subjects()


def test_both_charts_are_those_of_the_plan(plan: CalculatorPage, qtbot: QtBot) -> None:
    results = plan.results
    qtbot.waitUntil(lambda: results.break_even.title.text() == "Cost of all deployments")
    chart = results.break_even.chart
    assert chart is not None
    assert isinstance(chart.body, Rows)
    assert [row.name for row in chart.body.rows] == [f"A {A.model}", "B Search", "Together"]
    assert results.over_load.title.text() == "Cost of all over the load"
    assert results.what_if.chart_button.isHidden()
    assert (
        "$82,598.40" in results.what_if.label.toPlainText()
    )  # 2 x 15,176.70 and 215 PTU for a year
    plan.undo()
    qtbot.waitUntil(lambda: results.break_even.title.text() == "Cost over utilisation")
    assert results.what_if.chart_button.isVisibleTo(results.what_if)


def test_rows_of_a_chart_are_not_stretched_to_the_room(plan: CalculatorPage, qtbot: QtBot) -> None:
    canvas = plan.results.break_even.canvas
    qtbot.waitUntil(lambda: canvas.chart is not None and not canvas.chart.plots)
    assert canvas.minimumHeight() >= canvas.drawing.height
    assert canvas.drawing.height < 200 < canvas.height()
    assert plan.results.break_even.minimumSizeHint().height() >= CHART_PX
    many = plan.scenarios.added(*[A] * 8)
    plan.show_scenarios(many)
    QApplication.processEvents()
    assert canvas.height() >= canvas.drawing.height > CHART_PX - 60


def test_the_tables_are_copied_for_a_spreadsheet(
    plan: CalculatorPage, calculator_window: MainWindow
) -> None:
    tables = plan.results.plan
    tables.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Deployments"
    assert lines[1].split("\t")[0] == "Deployment"
    search = next(line for line in lines if line.startswith("B Search"))
    assert search.split("\t")[-1] == "$26,730.00"
    assert "All together\t$41,906.70\t–" in lines
    assert "copied" in calculator_window.status.news.text()


def test_the_tables_are_formed_while_they_are_seen(
    plan: CalculatorPage, calculator_window: MainWindow, qtbot: QtBot
) -> None:
    calculator_window.resize(1_280, 560)
    text = plan.results.plan.text
    QApplication.processEvents()
    type_figure(plan, "requests_per_minute", 2_000)
    assert "$57,083.40" not in text.toPlainText()  # below what is on show
    calculator_window.resize(1_440, 2_000)
    qtbot.waitUntil(lambda: "$57,083.40" in text.toPlainText())
    assert text.height() >= text.document().size().height()
    type_figure(plan, "requests_per_minute", 1_000)
    assert "$41,906.70" in text.toPlainText()


def test_the_explanation_begins_with_how_the_total_was_reckoned(plan: CalculatorPage) -> None:
    plan.results.explaining.show_panel(plan.results.explanation, True)
    told = plan.results.explanation.text.toPlainText()
    assert told.startswith("How the total was reckoned")
    assert "110 × $243.00 = $26,730.00" in told
    assert "$15,176.70 + $26,730.00 = $41,906.70" in told


def test_a_plan_comes_back_and_goes_into_a_link(plan: CalculatorPage) -> None:
    plan.show_scenarios(plan.scenarios.with_left_out(1, True))
    kept, told, before = plan.state(), plan.shared(), plan.scenarios
    plan.show_scenarios(one(A))
    plan.restore(kept)
    assert plan.scenarios == before
    plan.show_scenarios(one(A))
    plan.show_shared(told)
    assert plan.scenarios == before


def test_the_sheet_is_that_of_the_plan(plan: CalculatorPage) -> None:
    (subject,) = plan.sheet_subjects()
    made = subject.make(SheetOrder(plan.asker.catalog, plan.asker.today, "en"))
    assert made.title == "2 deployments together"
    assert [region.id for region in subject.regions] == ["eastus2"]
    choose(plan, "currency", "EUR")
    assert plan.sheet_subjects()


def test_months_of_different_lengths_are_refused_in_words(plan: CalculatorPage) -> None:
    choose(plan, "month", "30d")
    assert "different lengths" in plan.results.verdict.text.lead
    assert plan.results.plan.isHidden()


# Files


PLAN = "name,model,deployment_type,rpm,input,output,way\n"


def read_file(page: CalculatorPage, qtbot: QtBot, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    loader = page.profile.loader
    with qtbot.waitSignal(loader.plan_loaded):
        page.load_file(file)


def test_a_saved_plan_is_opened_as_it_was_by_one_step(
    plan: CalculatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    shown, before = plan.results.verdict.text, plan.scenarios
    file = tmp_path / "plan.csv"
    with qtbot.waitSignal(plan.news) as news:
        plan.save_plan(file)
    assert news.args == ["Saved as plan.csv."]
    text = file.read_text("utf-8-sig")
    assert text.startswith("name,model,version,deployment_type,region,way,rpm,average,input,output")
    plan.show_scenarios(one(A))
    read_file(plan, qtbot, file, text)
    assert plan.results.verdict.text == shown
    assert [each.name for each in plan.scenarios.all] == [each.name for each in before.all]
    plan.undo()
    assert plan.scenarios == one(A)


def test_a_plan_that_cannot_be_used_changes_nothing_and_is_told_by_line(
    plan: CalculatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = plan.scenarios
    good = "a,gpt-x,DataZoneProvisionedManaged,10,100,10,\n"
    with qtbot.waitSignal(plan.news) as news:
        read_file(plan, qtbot, tmp_path / "p.csv", PLAN + good + good.replace("10,", "0,", 1))
    assert plan.scenarios == before
    assert "p.csv: rows of the plan that cannot be used: 1. line 3: " in news.args[0]
    (dialog,) = plan.findChildren(TextDialog)
    dialog.close()
    with qtbot.waitSignal(plan.news) as news:
        read_file(plan, qtbot, tmp_path / "p.csv", PLAN + good * 11)
    assert "a plan has 1 to 10 deployments; this one has 11." in news.args[0]


def test_a_load_from_a_file_is_saved_as_what_it_comes_to(
    plan: CalculatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    series = tmp_path / "load.csv"
    series.write_text("time,requests\n2026-03-01T09:00,60\n2026-03-01T09:01,20\n", "utf-8")
    plan.panel.segments.buttons[LoadFrom.PROFILE].click()
    with qtbot.waitSignal(plan.profile.series_loaded):
        plan.load_file(series)
    file = tmp_path / "plan.csv"
    with qtbot.waitSignal(plan.news) as news:
        plan.save_plan(file)
    assert news.args == ["Saved as plan.csv. Of load profiles it has peak and average."]
    assert ",60," in file.read_text("utf-8-sig")


def test_a_batch_deployment_is_in_the_plan_at_its_price(plan: CalculatorPage) -> None:
    stated = replace(plan.inputs, input_price=Decimal(1), output_price=Decimal(2))
    plan.show_inputs(replace(stated, processing="batch", way="best"))
    told = plan.results.shown
    assert told is not None
    assert told.planned is not None
    first = told.planned.plan.estimates[0]
    assert told.planned.plan.ways[0] == "payg"
    assert first.ways == ("payg",)
