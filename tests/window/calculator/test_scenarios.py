# SPDX-License-Identifier: MIT
"""Scenarios by clicks and keys: added, chosen, renamed, moved, removed, taken back, handed on."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator import scenarios
from azmodels_gui.calculator.asking import ProfileAnswer
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.scenarios import MOST, Scenario, Scenarios, one
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.explanation import WARNING_SIGN, Part, parts_of
from azmodels_gui.window.charts.chart_frame import ChartDialog, ChartFrame
from azmodels_gui.window.main_window import MainWindow
from tests.window.calculator.conftest import explained
from tests.window.calculator.samples import inputs
from tests.window.calculator.test_calculator_page import choose, type_figure

A, B, C = inputs(), inputs(way="year"), inputs(way="payg")
THREE = Scenarios((Scenario(A), Scenario(B), Scenario(C)))


def on_cards(page: CalculatorPage) -> list[str]:
    return [text.name for text in page.results.cards.texts]


def names(told: Scenarios) -> list[str]:
    return [each.name for each in told.all]


def ways(told: Scenarios) -> list[str]:
    return [each.inputs.way for each in told.all]


def menu_action(menu: QMenu, *words: str) -> None:
    """Trigger an action by the words on the way to it."""
    *through, last = words
    for word in through:
        # Not by the action: PySide 6.10 takes the menu around it away with it.
        inner = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        # Of a menu filled anew those before go a turn of the loop later.
        *_, menu = [each for each in inner if word in each.title().replace("&", "")]
    (action,) = [each for each in menu.actions() if last in each.text().replace("&", "")]
    action.trigger()


def add(page: CalculatorPage, *words: str) -> None:
    page.menus.fill_add_menu()
    menu_action(page.menus.add_menu, *words)


def test_a_menu_filled_anew_keeps_no_menus_of_before(page: CalculatorPage, qtbot: QtBot) -> None:
    for _ in range(3):
        page.menus.fill_add_menu()
    qtbot.waitUntil(lambda: len(page.menus.add_menu.findChildren(QMenu)) == 3)


def press(page: CalculatorPage, key: Qt.Key, *, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


# The value


def test_a_load_is_that_of_all_and_a_way_to_pay_of_one() -> None:
    busier = THREE.with_inputs(replace(A, requests_per_minute=Decimal(7), region="westeurope"))
    assert [each.inputs.requests_per_minute for each in busier.all] == [7, 7, 7]
    assert [each.inputs.region for each in busier.all] == ["westeurope", "eastus2", "eastus2"]


def test_a_load_of_its_own_is_left_and_leaves_the_others_alone() -> None:
    own = THREE.with_own_load(1, True)
    busier = own.with_inputs(replace(A, requests_per_minute=Decimal(7)))
    assert [each.inputs.requests_per_minute for each in busier.all] == [7, 1_000, 7]
    other = own.shown(1).with_inputs(replace(B, requests_per_minute=Decimal(9)))
    assert [each.inputs.requests_per_minute for each in other.all] == [1_000, 9, 1_000]
    shared = busier.with_own_load(1, False)
    assert [each.inputs.requests_per_minute for each in shared.all] == [7, 7, 7]
    assert shared.all[1].inputs.way == "year"


def test_removing_keeps_on_show_what_was_or_its_neighbour() -> None:
    assert ways(THREE.shown(2).removed(0)) == ["year", "payg"]
    assert THREE.shown(2).removed(0).at == 1
    assert THREE.shown(2).removed(2).at == 1
    assert one(A).removed(0) == one(A)


def test_moving_keeps_on_show_what_was() -> None:
    moved = THREE.shown(0).moved(0, 2)
    assert ways(moved) == ["year", "payg", "best"]
    assert moved.inputs == A
    assert THREE.moved(0, -1) == THREE


def test_there_are_at_most_ten() -> None:
    full = one(A).added(*[B] * 20)
    assert len(full.all) == MOST
    assert full.full
    assert full.added(C) == replace(full, at=MOST - 1)


def test_scenarios_survive_being_kept_and_rubbish_does_not() -> None:
    told = THREE.renamed(1, " Muster  GmbH ").with_own_load(2, True).shown(2)
    assert scenarios.read(scenarios.written(told), told.at) == told
    assert names(told) == ["", "Muster GmbH", ""]
    assert scenarios.read([None, 7, "x"], 3) is None
    assert scenarios.read([{"inputs": 3, "name": 4, "own_load": "yes"}], 9) == one(Inputs())


# The page


def test_another_way_to_pay_is_a_second_card_held_against_the_first(page: CalculatorPage) -> None:
    choose(page, "way", "payg")
    add(page, "Paid another way", "one-year")
    first, second = page.results.cards.texts
    assert (first.letter, second.letter) == ("A", "B")
    assert page.scenarios.at == 1
    assert page.panel.fields["way"].choice() == "year"  # type: ignore[union-attr]
    assert (first.amount, second.amount) == ("$15,176.70", "$26,730.00")
    assert (first.badge, second.badge) == ("cheapest", "")
    assert second.lines[-1].name == "against A"
    assert second.lines[-1].text == "+$11,553.30, +110 PTU"


def test_a_card_is_made_when_there_is_one_more_and_stands_before_the_button(
    page: CalculatorPage, calculator_window: MainWindow, qtbot: QtBot
) -> None:
    row = page.results.cards
    calculator_window.activateWindow()
    qtbot.waitUntil(calculator_window.isActiveWindow)
    for count in (1, 2, 3):
        page.show_scenarios(Scenarios((Scenario(page.inputs),) * count))
        stops: list[QWidget] = [*row.cards[:count], row.add_button]
        assert all(stop.isVisible() for stop in stops)
        assert [each for each in row.children() if each in stops] == stops
        stops[0].setFocus()
        for before, stop in pairwise(stops):
            QTest.keyClick(before, Qt.Key.Key_Tab)
            assert stop.hasFocus()


def test_a_click_shows_the_inputs_of_a_card_and_is_no_step(page: CalculatorPage) -> None:
    add(page, "Paid another way", "hourly")
    page.history.begin_with(page.scenarios)
    QTest.mouseClick(page.results.cards.cards[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert page.inputs.way == "best"
    assert page.results.cards.cards[0].current
    assert not page.can_undo


def test_what_is_typed_for_one_scenario_is_the_load_of_both(page: CalculatorPage) -> None:
    add(page, "Duplicate")
    choose(page, "way", "year")
    type_figure(page, "requests_per_minute", 2_000)
    assert [each.inputs.requests_per_minute for each in page.scenarios.all] == [2_000, 2_000]
    assert ways(page.scenarios) == ["best", "year"]
    assert "215 PTU" in page.results.cards.texts[1].place


def test_adding_removing_and_renaming_are_taken_back(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    undo = calculator_window.actions_by_name["undo"]
    add(page, "Paid another way", "hourly")
    page.results.cards.cards[1].setFocus()
    press(page, Qt.Key.Key_F2)
    QTest.keyClicks(page.results.cards.cards[1].editor, "Plan B")
    press(page, Qt.Key.Key_Return)
    model = page.inputs.model
    assert on_cards(page) == [model, "Plan B"]
    press(page, Qt.Key.Key_Delete)
    assert on_cards(page) == [model]
    undo.trigger()
    assert on_cards(page) == [model, "Plan B"]
    undo.trigger()
    assert on_cards(page) == [model, model]
    undo.trigger()
    assert len(page.scenarios.all) == 1


def test_arrows_go_through_the_cards_and_alt_moves_them(page: CalculatorPage) -> None:
    add(page, "Paid another way", "hourly")
    page.results.cards.cards[1].setFocus()
    press(page, Qt.Key.Key_Left)
    assert page.scenarios.at == 0
    assert page.results.cards.cards[0].hasFocus()
    press(page, Qt.Key.Key_Right, alt=True)
    assert ways(page.scenarios) == ["hour", "best"]
    assert page.scenarios.at == 1


def test_alt_and_a_digit_show_a_scenario_from_any_field(
    page: CalculatorPage, calculator_window: MainWindow
) -> None:
    add(page, "Paid another way", "hourly")
    calculator_window.activateWindow()
    page.panel.fields["input_tokens"].setFocus()
    press(page, Qt.Key.Key_1, alt=True)
    assert page.scenarios.at == 0
    press(page, Qt.Key.Key_2, alt=True)
    assert page.scenarios.at == 1
    press(page, Qt.Key.Key_9, alt=True)
    assert page.scenarios.at == 1


def test_all_pinned_models_come_at_once(
    page: CalculatorPage, calculator_window: MainWindow
) -> None:
    key = (page.inputs.model, page.inputs.version)
    calculator_window.pins.pin_only([key])
    page.menus.fill_add_menu()
    inner = page.menus.add_menu.findChildren(QMenu)
    *_, models = [each for each in inner if "model" in each.title()]
    listed = [each.text() for each in models.actions() if each.text()]
    assert listed == ["&Choose a model ..."]  # the pinned one is the one on show


def test_choosing_a_model_goes_on_in_its_field(page: CalculatorPage) -> None:
    add(page, "Another model", "Choose a model")
    assert len(page.scenarios.all) == 2
    field = page.panel.fields["entry"]
    assert QApplication.focusWidget() in (field, *field.findChildren(QWidget))


def test_a_card_is_copied_as_text(page: CalculatorPage, calculator_window: MainWindow) -> None:
    choose(page, "way", "payg")
    page.menus.fill_card_menu()
    menu_action(page.menus.card_menu, "Copy as text")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"A {page.inputs.model}"
    assert "$15,176.70 a month" in lines
    assert "copied" in calculator_window.status.news.text()


def test_what_is_compared_comes_back_and_goes_into_a_link(page: CalculatorPage) -> None:
    add(page, "Paid another way", "hourly")
    kept, told = page.state(), page.shared()
    before = page.scenarios
    page.show_scenarios(one(A))
    page.restore(kept)
    assert page.scenarios == before
    page.show_scenarios(one(C))
    page.show_shared(told)
    assert page.scenarios == before
    page.undo()
    assert page.scenarios == one(C)


@pytest.mark.parametrize(
    ("term", "way"), [("year", "year"), ("", "best"), (None, "best"), ("rubbish", "best")]
)
def test_what_was_kept_before_there_were_scenarios_is_the_first(
    page: CalculatorPage, term: object, way: str
) -> None:
    old = page.state() | {"scenarios": (), "inputs": {**scenarios.written(one(A))[0]["inputs"]}}
    record = old["inputs"]
    assert isinstance(record, dict)
    record.pop("way")
    record["term"] = term
    page.restore(old)
    assert len(page.scenarios.all) == 1
    assert page.inputs == replace(A, way=way)


# Verdict, charts, explanation


def test_the_verdict_stands_first_and_is_copied(
    page: CalculatorPage, calculator_window: MainWindow
) -> None:
    card = page.results.verdict
    assert "per token" in card.text.lead
    assert "$15,176.70 a month" in card.text.lead
    QTest.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == card.text.plain
    assert "copied" in calculator_window.status.news.text()
    assert card.label.accessibleName() == card.text.plain


def test_the_verdict_is_that_of_the_cheapest_scenario(page: CalculatorPage) -> None:
    choose(page, "way", "hour")
    add(page, "Duplicate")
    type_figure(page, "output_price", 0.01)
    assert page.results.cards.texts[1].amount == page.results.cards.texts[0].amount
    choose(page, "way", "best")
    assert page.results.cards.texts[1].badge == "cheapest"
    assert page.results.cards.texts[1].amount in page.results.verdict.text.lead


def test_a_refusal_is_the_verdict(page: CalculatorPage) -> None:
    type_figure(page, "deployed_ptu", 17)
    assert "17 PTU" in page.results.verdict.text.lead


def test_the_charts_show_all_scenarios_of_one_load(page: CalculatorPage, qtbot: QtBot) -> None:
    add(page, "Paid another way", "one-year")
    results = page.results
    qtbot.waitUntil(lambda: lines_of(results.over_load) == 2)
    assert results.over_load.chart is not None
    names = [line.name for line in results.over_load.chart.plots[0].lines]
    assert names == [f"A {page.inputs.model}, per token", f"B {page.inputs.model}, PTU"]
    page.show_scenarios(page.scenarios.with_own_load(1, True))
    qtbot.waitUntil(lambda: lines_of(results.over_load) == 1)


def lines_of(frame: ChartFrame) -> int:
    return 0 if frame.chart is None else len(frame.chart.plots[0].lines)


def test_what_if_tells_twice_the_load(page: CalculatorPage, qtbot: QtBot) -> None:
    choose(page, "way", "payg")
    line = page.results.what_if
    qtbot.waitUntil(lambda: "$30,353.40" in line.label.toPlainText())
    assert line.isVisible()
    type_figure(page, "deployed_ptu", 17)
    qtbot.waitUntil(line.isHidden)


def test_scenarios_that_differ_in_how_they_are_paid_are_reckoned_once(
    page: CalculatorPage,
) -> None:
    add(page, "Paid another way", "hourly")
    type_figure(page, "input_tokens", 777)
    first, second = page.answers
    assert first.estimate is second.estimate
    assert [each.inputs.way for each in (first, second)] == ["best", "hour"]
    assert first.inputs.input_tokens == second.inputs.input_tokens == 777


def test_a_letter_leads_to_the_steps_of_its_scenario(page: CalculatorPage) -> None:
    assert not any(each.isVisible() for each in page.results.explanation.letters)
    add(page, "Paid another way", "hourly")
    letters = page.results.explanation.letters
    assert [each.isHidden() for each in letters[:3]] == [False, False, True]
    page.results.explaining.show_panel(page.results.explanation, True)
    QTest.mouseClick(letters[0], Qt.MouseButton.LeftButton)
    assert page.scenarios.at == 0
    assert letters[0].isChecked()
    assert not letters[1].isChecked()


def test_warnings_of_a_kind_are_folded_and_unfolded(page: CalculatorPage) -> None:
    """Without a region each price says that it was stated for some regions only."""
    choose(page, "region", "")
    view = page.results.explanation
    part = next(each for each in page_parts(page) if each.key == "warnings")
    kinds = {line.kind for line in part.lines}
    assert len(kinds) < len(part.lines)
    folded = explained(page).count(WARNING_SIGN)
    assert folded == len(kinds)
    kind = next(kind for kind in kinds if sum(line.kind == kind for line in part.lines) > 1)
    view.text.anchorClicked.emit(QUrl(f"fold:{kind}"))
    more = sum(line.kind == kind for line in part.lines) - 1
    assert view.text.toPlainText().count(WARNING_SIGN) == folded + more
    view.text.anchorClicked.emit(QUrl(f"fold:{kind}"))
    assert view.text.toPlainText().count(WARNING_SIGN) == folded


def page_parts(page: CalculatorPage) -> tuple[Part, ...]:
    return parts_of(page.answer, ProfileAnswer(None), page.asker.catalog, page.money)


def test_the_chart_of_other_loads_opens(page: CalculatorPage, qtbot: QtBot) -> None:
    line = page.results.what_if
    qtbot.waitUntil(line.isVisible)
    QTest.mouseClick(line.chart_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(ChartDialog)
    assert dialog.frame.chart is not None
    assert len(dialog.frame.chart.plots) == 3
    dialog.close()


def test_the_sheet_has_all_scenarios(page: CalculatorPage) -> None:
    add(page, "Paid another way", "hourly")
    (subject,) = page.sheet_subjects()
    made = subject.make(SheetOrder(page.asker.catalog, page.asker.today))
    assert made.title == "Sizing: 2 scenarios"
    assert [each.key for each in made.parts[:2]] == ["verdict", "scenarios"]


def test_cards_tell_the_ptu_more_than_in_the_first(page: CalculatorPage) -> None:
    page.show_scenarios(Scenarios((Scenario(B), Scenario(C), Scenario(B))))
    against = [
        line.text
        for text in page.results.cards.texts
        for line in text.lines
        if "against" in line.name
    ]
    assert against[0].endswith(", \N{MINUS SIGN}110 PTU")
    assert "PTU" not in against[1]


def test_the_chart_of_other_loads_names_its_scenario(page: CalculatorPage) -> None:
    page.show_scenarios(Scenarios((Scenario(B), Scenario(C, "Night")), 1))
    page.results.show_sensitivity()
    (dialog,) = page.findChildren(ChartDialog)
    assert dialog.windowTitle() == "B Night: what if the load turns out otherwise?"
    dialog.reject()


def test_nothing_says_left_where_the_fields_may_be_a_drawer(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    """In a low window they are no longer at the left of anything."""
    page.show_inputs(inputs(region="germanywestcentral"))
    note = page.results.break_even.note
    qtbot.waitUntil(lambda: "a price is unknown" in note.text())
    assert "Choose in “Place and prices”" in note.text()
