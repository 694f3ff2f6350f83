# SPDX-License-Identifier: MIT
"""The calculator's page by its own fields, charts and files."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.inputs import REQUEST_PRESETS as PRESETS
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.scenarios import inputs_from
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.card_texts import CardText
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from azmodels_gui.window.help_dialogs import TextDialog
from azmodels_gui.window.main_window import MainWindow
from tests.window.calculator.conftest import explained
from tests.window.calculator.put_back import calculator_of
from tests.window.calculator.samples import hours, inputs
from tests.window.conftest import Speak

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


def type_figure(page: CalculatorPage, name: str, figure: float) -> None:
    field = page.panel.fields[name]
    assert isinstance(field, FigureField)
    field.setValue(figure)


def choose(page: CalculatorPage, name: str, choice: str) -> None:
    field = page.panel.fields[name]
    assert isinstance(field, ChoiceField)
    field.show_choice(choice)
    field.edited.emit()


def card(page: CalculatorPage) -> CardText:
    (only,) = page.results.cards.texts
    return only


def test_the_headline_is_the_example_of_the_design(page: CalculatorPage) -> None:
    type_figure(page, "average_percent", 52)
    choose(page, "way", "year")
    assert "110 PTU" in card(page).place
    assert card(page).amount == "$26,730.00"
    assert card(page).lines[0].text == "50.1%, peak 96.3%"


def test_a_typed_figure_is_answered_at_once(page: CalculatorPage) -> None:
    choose(page, "way", "month")
    type_figure(page, "requests_per_minute", 2_000)
    assert "215 PTU" in card(page).place
    assert page.inputs.requests_per_minute == 2_000


def test_every_change_can_be_taken_back_by_the_window(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    actions = calculator_window.actions_by_name
    before = page.inputs
    type_figure(page, "requests_per_minute", 2_000)
    type_figure(page, "requests_per_minute", 3_000)
    type_figure(page, "output_tokens", 50)
    actions["undo"].trigger()
    assert page.inputs == replace(before, requests_per_minute=Decimal(3_000))
    actions["undo"].trigger()
    assert page.inputs == before
    actions["redo"].trigger()
    assert page.inputs.requests_per_minute == 3_000


def test_undo_on_the_table_takes_back_the_filter_not_the_calculation(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    type_figure(page, "requests_per_minute", 2_000)
    calculator_window.navigation.show_page_named("models")
    assert not calculator_window.actions_by_name["undo"].isEnabled()
    calculator_window.navigation.show_page_named("calculator")
    assert calculator_window.actions_by_name["undo"].isEnabled()


@pytest.mark.parametrize("preset", [pytest.param(each, id=each.key) for each in PRESETS])
def test_a_preset_fills_the_request_and_nothing_else(page: CalculatorPage, preset: object) -> None:
    (action,) = (
        each
        for each in page.panel.preset_menu.actions()
        if each.data() == preset.key  # type: ignore[attr-defined]
    )
    action.trigger()
    assert page.inputs.input_tokens == preset.input_tokens  # type: ignore[attr-defined]
    assert page.inputs.requests_per_minute == inputs().requests_per_minute
    assert page.inputs.region == "eastus2"


def test_a_size_that_is_not_possible_says_so_instead_of_a_number(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    type_figure(page, "deployed_ptu", 17)
    assert card(page).amount == "unknown"
    assert "17 PTU" in card(page).why
    assert "17 PTU" in explained(page)
    qtbot.waitUntil(page.results.break_even.note.isVisible)


def test_the_quota_is_held_against_the_largest_output_and_head_room(page: CalculatorPage) -> None:
    before = page.answer.estimate
    assert before is not None
    (workload,) = before.question.deployment.workloads
    type_figure(page, "max_output_tokens", 1_000)
    type_figure(page, "quota_headroom_percent", 20)
    found = page.answer.estimate
    assert found is not None
    counted = workload.requests_per_minute * (workload.prompt_tokens + 1_000)
    assert found.quota.needed_tpm == counted * Decimal("1.2")


def test_the_explanation_has_numbers_sources_and_is_copied(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    page.results.explanation.copy()
    text = QGuiApplication.clipboard().text()
    assert "Raw PTU: 360,000 ÷ 3,400 = 105.88" in text
    assert "Sources" in text
    assert calculator_window.status.news.text() == "The calculation was copied as text."


def test_an_explanation_that_is_put_away_is_formed_when_it_is_brought(
    page: CalculatorPage,
) -> None:
    before = explained(page)
    page.results.explaining.show_panel(page.results.explanation, False)
    type_figure(page, "requests_per_minute", 2_000)
    assert page.results.explanation.text.toPlainText() == before
    assert "720,000" in explained(page)


def test_charts_and_other_loads_change_together_with_the_figures(page: CalculatorPage) -> None:
    results = page.results
    parts = results.break_even, results.over_load
    before = [each.chart for each in parts]
    told = results.what_if.label.toPlainText()
    page.show_inputs(replace(page.inputs, input_tokens=Decimal(777)))
    assert all(each.chart != chart for each, chart in zip(parts, before, strict=True))
    assert results.what_if.label.toPlainText() != told


def test_curves_are_reckoned_for_a_load_that_changes_with_time_only(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    assert not page.profile.asking
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(hours())
    page.show_inputs(replace(hours(), input_tokens=Decimal(777)))
    assert page.profile.asking
    page.show_inputs(inputs())
    assert not page.profile.asking
    assert "Load profile" not in explained(page)


def test_the_words_of_the_field_are_explained_on_request(page: CalculatorPage) -> None:
    shown = page.results.explanation
    assert "provisioned throughput unit" not in shown.text.toPlainText().lower()
    shown.words_button.click()
    assert "provisioned throughput unit" in shown.text.toPlainText().lower()


def test_a_dragged_hour_changes_the_profile_and_its_curve(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    panel = page.results.profile
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(replace(page.inputs, load_from=LoadFrom.PROFILE))
    with qtbot.waitSignal(page.profile.answered):
        panel.load.canvas.bar_dragged.emit(3, 500.0)
    assert page.inputs.working_day[3] == 50
    assert not page.inputs.profile_is_example
    assert page.inputs.load_from is LoadFrom.PROFILE
    assert panel.bar.hour_label.text().startswith("3")


def test_an_hour_is_typed_for_the_day_on_show(page: CalculatorPage, qtbot: QtBot) -> None:
    panel = page.results.profile
    page.show_inputs(replace(page.inputs, load_from=LoadFrom.PROFILE))
    panel.bar.weekend_day.click()
    panel.load.canvas.bar_chosen.emit(20)
    with qtbot.waitSignal(page.profile.answered):
        panel.bar.share.setValue(77)
    assert page.inputs.weekend[20] == 77
    assert page.inputs.working_day == inputs().working_day


def test_a_click_on_the_curve_holds_the_load_against_that_size(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    panel = page.results.profile
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(hours())
    with qtbot.waitSignal(page.profile.answered):
        panel.curve.canvas.place_chosen.emit(61.0)
    assert page.inputs.base_ptu == 60
    assert panel.load.chart is not None
    assert panel.load.chart.plots[0].level == 566
    with qtbot.waitSignal(page.profile.answered):
        panel.cheapest_button.click()
    assert page.inputs.base_ptu is None


def test_a_series_from_a_file_replaces_the_hours_and_gives_them_back(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    panel = page.results.profile
    with qtbot.waitSignal(page.profile.series_loaded):
        page.load_file(EXAMPLES / "load-by-minute.csv")
    assert page.inputs.profile_file.endswith("load-by-minute.csv")
    assert panel.load.chart is not None
    assert panel.load.chart.title.startswith("Minutes by load")
    page.panel.profile.hours_button.click()
    assert page.inputs.profile_file == ""
    assert len(panel.load.chart.plots[0].bars) == 24


def test_hours_from_a_file_become_shares_of_their_peak(page: CalculatorPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.profile.day_loaded):
        page.load_file(EXAMPLES / "load-by-hour.csv")
    assert max(*page.inputs.working_day, *page.inputs.weekend) == 100
    assert not page.inputs.profile_is_example


def test_measured_tokens_are_offered_and_taken_only_when_asked(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    bar = page.panel.profile
    with qtbot.waitSignal(page.profile.series_loaded):
        page.load_file(EXAMPLES / "metrics-by-minute.json")
    assert page.inputs.input_tokens == inputs().input_tokens
    assert bar.measured_button.isVisible()
    bar.measured_button.click()
    assert page.inputs.input_tokens != inputs().input_tokens
    assert not bar.measured_button.isVisible()


def test_bad_rows_are_told_with_their_lines_and_nothing_is_lost(
    page: CalculatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "load.csv"
    file.write_text("time,requests\n2026-01-01T00:00,5\n" + "never,3\n" * 3, encoding="utf-8")
    before = page.inputs
    with qtbot.waitSignal(page.profile.refused) as refused:
        page.load_file(file)
    assert refused.args is not None
    assert "3" in refused.args[0][1]
    (dialog,) = page.findChildren(TextDialog)
    dialog.close()
    assert page.inputs == before


def test_a_dropped_file_is_read(page: CalculatorPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(EXAMPLES / "load-by-minute.csv"))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.profile.series_loaded):
        page.dropEvent(event)
    assert page.inputs.profile_file


def test_the_selected_entry_is_used_in_the_calculator(calculator_window: MainWindow) -> None:
    page = calculator_of(calculator_window)
    calculator_window.navigation.show_page_named("models")
    calculator_window.navigation.select_first()
    entry = calculator_window.models.view.current_entry()
    assert entry is not None
    page.show_inputs(replace(page.inputs, requests_per_minute=Decimal(77)))
    calculator_window.actions_by_name["use_in_calculator"].trigger()
    assert (page.inputs.model, page.inputs.version) == entry.key
    assert page.inputs.requests_per_minute == 77
    assert page.isVisible()


def test_a_model_named_at_the_start_is_reckoned_with(calculator_window: MainWindow) -> None:
    page = calculator_of(calculator_window)
    page.show_inputs(replace(page.inputs, model="", version=""))
    (name,) = {entry.model.id for _, entry in calculator_window.models.table.shown()}
    assert calculator_window.navigation.select_named(name)
    assert page.inputs.model == name


def test_warnings_of_a_profile_never_speak_of_another_model(
    calculator_window: MainWindow, page: CalculatorPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(hours())
    before = explained(page)
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(replace(page.inputs, model="", version=""))
    assert explained(page) != before
    assert "Load profile" not in explained(page)


def test_searching_from_the_calculator_goes_to_the_table(calculator_window: MainWindow) -> None:
    calculator_window.page_bar.search.setText("gpt")
    assert calculator_window.pages[calculator_window.stack.currentIndex()].key == "models"


def test_figures_are_typed_and_shown_as_germans_write_them(
    new_window: MainWindow, speak: Speak
) -> None:
    page = speak(new_window, "de").stack.page
    assert isinstance(page, CalculatorPage)
    type_figure(page, "requests_per_minute", 12_345)
    field = page.panel.fields["requests_per_minute"]
    assert isinstance(field, FigureField)
    assert field.text().startswith("12.345")
    assert card(page).amount.endswith("$")


def test_a_currency_needs_a_rate_the_user_states(page: CalculatorPage) -> None:
    dollars = card(page).amount
    choose(page, "currency", "EUR")
    assert card(page).amount == dollars
    type_figure(page, "exchange_rate", 0.5)
    assert card(page).amount.startswith("€")
    assert "the rate you stated" in explained(page)


def test_prices_that_the_catalogue_states_in_the_currency_need_no_rate(
    calculator_window: MainWindow, page: CalculatorPage
) -> None:
    """Half of the dollars, so that they are told apart; the rate would not be used either."""
    current = calculator_window.parts.around.current
    found = current.catalog
    models = (
        model.but(
            prices=(
                *model.prices,
                *(each.but(amount=each.amount / 2, currency="EUR") for each in model.prices),
            )
        )
        for model in found.models
    )
    current.show(found.but(models=tuple(models)))
    dollars = request_cost(page)
    choose(page, "currency", "EUR")
    assert page.money.catalog_currency == "EUR"
    assert request_cost(page) * 2 == dollars
    type_figure(page, "exchange_rate", 0.5)
    assert page.money.converts is False


def request_cost(page: CalculatorPage) -> Decimal:
    """Return what one request costs per token."""
    found = page.answer.estimate
    assert found is not None
    cost = found.payg[0].cost
    assert cost is not None
    return cost


def test_a_negotiated_price_is_used_and_said_to_be_the_users(page: CalculatorPage) -> None:
    choose(page, "way", "year")
    type_figure(page, "ptu_year_price", 1_200)
    assert card(page).amount == "$11,000.00"
    assert "1,200" in explained(page)
    type_figure(page, "output_price", 1)
    assert page.answer.estimate is not None
    stated = {said.id.value for said in page.answer.estimate.assumptions}
    assert {"ptu_price_given", "payg_price_given"} <= stated


def test_what_the_page_remembers_comes_back(page: CalculatorPage) -> None:
    type_figure(page, "requests_per_minute", 4_321)
    kept = page.state()
    type_figure(page, "requests_per_minute", 5)
    page.restore(kept)
    assert page.inputs.requests_per_minute == 4_321
    page.restore({"inputs": {"requests_per_minute": "NaN"}, "splitters": "rubbish"})


def test_in_larger_type_the_fields_have_more_of_the_width(page: CalculatorPage) -> None:
    page.resize(1_400, 800)
    sizes = [(362, 1_037), *page.state()["splitters"][1:]]  # type: ignore[index]
    page.restore(page.state() | {"splitters": sizes})
    usual = page.splitter.sizes()[0]
    font = page.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    page.setFont(font)
    page.restore(page.state() | {"splitters": sizes})
    assert page.splitter.sizes()[0] > 1.3 * usual


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param({"requests_per_minute": "Infinity"}, id="an infinite load"),
        pytest.param({"working_day": ["1"] * 23}, id="23 hours"),
        pytest.param({"deployed_ptu": -5}, id="a negative size"),
        pytest.param({"long_context": "yes"}, id="a word for yes or no"),
    ],
)
def test_kept_inputs_that_are_damaged_are_as_at_first(damaged: dict[str, object]) -> None:
    assert inputs_from(damaged) == Inputs()


def test_inputs_survive_being_kept() -> None:
    kept = inputs(base_ptu=60, exchange_rate=Decimal("0.8621"), profile_is_example=False)
    assert inputs_from(written_state(kept)) == kept
