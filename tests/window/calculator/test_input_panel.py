# SPDX-License-Identifier: MIT
"""The load is stated from whatever is known, and everything on the page follows that one load."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.choosing import placed, places, processing_place
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.inputs import EXAMPLE, Inputs, LoadFrom, is_example
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.calculator.scenarios import inputs_from
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.language.figures import rounded
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.fields import ChoiceField, FigureField
from azmodels_gui.window.calculator.input_parts import TextTokensDialog
from azmodels_gui.window.calculator.profile_panel import with_day
from azmodels_gui.window.main_window import MainWindow
from tests.window.calculator.conftest import explained
from tests.window.calculator.put_back import calculator_of
from tests.window.calculator.samples import asker, hours, inputs
from tests.window.conftest import MakeWindow

PEAK, MONTH = Decimal("62.5"), Decimal(220_000)
"""500 x 20 ÷ (8 x 60) x 3, and 500 x 20 x 22."""
WAYS_FIELDS = (
    *("users", "requests_per_user", "peak_factor", "requests_per_minute", "average_percent"),
    "sessions",
)


def users(**more: object) -> Inputs:
    """Return 500 users who ask 20 questions a day, of 5,000 tokens with answers of 400."""
    asked = {"load_from": LoadFrom.USERS, "input_tokens": Decimal(5_000)}
    return inputs(**(asked | {"output_tokens": Decimal(400)} | more))


def follows(page: CalculatorPage) -> list[str]:
    return [label.text() for label in page.panel.follows.figures.values()]


def figure_field(page: CalculatorPage, name: str) -> FigureField:
    field = page.panel.fields[name]
    assert isinstance(field, FigureField)
    return field


def click(page: CalculatorPage, way: LoadFrom) -> None:
    page.panel.segments.buttons[way].click()


def test_what_is_measured_is_not_seen(make_window: MakeWindow) -> None:
    page = calculator_of(make_window())
    seen = page.panel.viewport().findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert [each for each in seen if not each.isHidden()] == [page.panel.widget()]


def loaded(page: CalculatorPage) -> tuple[Decimal, Decimal]:
    """Return requests in the busiest minute and in a month, the latter rounded."""
    load = page.answer.load
    assert load is not None
    return load.peak_rpm, rounded(load.monthly_requests, 3)


def money(page: CalculatorPage) -> Decimal:
    found = page.answer.estimate
    assert found is not None
    assert found.payg_monthly is not None
    return to_cents(found.payg_monthly)


def test_a_first_start_shows_users_and_says_that_they_are_an_example(
    calculator_window: MainWindow,
) -> None:
    page = calculator_of(calculator_window)
    assert page.inputs.load_from is LoadFrom.USERS
    assert page.panel.example.isVisible()
    assert follows(page) == ["62.5 requests/min", "5.02 requests/min", "220,000", "1,188 M"]
    figure_field(page, "users").setValue(600)
    assert not page.panel.example.isVisible()
    page.undo()
    assert page.panel.example.isVisible()


def test_users_come_to_the_money_of_their_working_days(page: CalculatorPage) -> None:
    """220,000 x (5,000 x $1.925 + 400 x $15.40) ÷ 1M: no month of peaks."""
    page.show_inputs(users())
    assert loaded(page) == (PEAK, MONTH)
    assert money(page) == Decimal("3472.70")


def test_each_way_asks_for_its_own_fields(page: CalculatorPage) -> None:
    page.show_inputs(users())
    for way, shown in (
        (LoadFrom.USERS, {"users", "requests_per_user", "peak_factor"}),
        (LoadFrom.REQUESTS, {"requests_per_minute", "average_percent"}),
        (LoadFrom.SESSIONS, {"sessions", "peak_factor"}),
        (LoadFrom.PROFILE, {"requests_per_minute"}),
    ):
        click(page, way)
        asked = {name for name in WAYS_FIELDS if page.panel.fields[name].isVisible()}
        assert asked == shown
        assert page.panel.profile.file_button.isVisible() is (way is LoadFrom.PROFILE)


def test_requests_take_over_what_users_come_to(page: CalculatorPage) -> None:
    page.show_inputs(users())
    before = money(page)
    click(page, LoadFrom.REQUESTS)
    assert page.inputs.load_from is LoadFrom.REQUESTS
    assert loaded(page) == (PEAK, MONTH)
    assert money(page) == before
    page.undo()
    assert page.inputs == users()


def test_what_was_typed_stays_while_another_way_is_only_looked_at(page: CalculatorPage) -> None:
    figure_field(page, "requests_per_minute").setValue(77)
    click(page, LoadFrom.USERS)
    assert loaded(page) == (PEAK, MONTH)
    click(page, LoadFrom.REQUESTS)
    assert page.inputs.requests_per_minute == 77
    click(page, LoadFrom.USERS)
    figure_field(page, "users").setValue(1_000)
    click(page, LoadFrom.REQUESTS)
    assert page.inputs.requests_per_minute == 2 * PEAK
    click(page, LoadFrom.USERS)
    assert page.inputs.users == 1_000


def test_sessions_come_to_a_load(page: CalculatorPage) -> None:
    """10 sessions that ask every 30 s: 20 a minute at the peak, a third of it for 8 x 22 hours."""
    page.show_inputs(users(load_from=LoadFrom.SESSIONS))
    assert loaded(page) == (Decimal(20), Decimal(70_400))


def test_usual_figures_are_told_as_long_as_they_are_all_there(page: CalculatorPage) -> None:
    field = page.panel.fields["usage"]
    assert isinstance(field, ChoiceField)
    page.show_inputs(users())
    assert field.currentText() == "Internal assistant"
    field.show_choice("customer-chat")
    field.edited.emit()
    assert page.inputs.requests_per_user == 5
    assert page.inputs.input_tokens == 2_000
    assert "load_preset" in {said.id.value for said in page.answer.load.assumptions}  # type: ignore[union-attr]
    figure_field(page, "busy_hours").setValue(10)
    assert field.currentText() == "own figures"
    page.undo()
    page.undo()
    assert page.inputs == users()


def test_turns_and_reasoning_make_the_tokens_of_a_request(page: CalculatorPage) -> None:
    """Of three turns a prompt has two questions and one answer; 3 x 400 are thought, too."""
    page.show_inputs(users(turns=3, reasoning=Decimal(3)))
    load = page.answer.load
    assert load is not None
    assert (load.workload.input_tokens, load.workload.output_tokens) == (10_400, 1_600)
    assert follows(page)[3] == "2,640 M"


def test_pages_and_words_make_tokens(page: CalculatorPage) -> None:
    """2 pages of 500 words and 100 more are 1,100 words of 1.33 tokens; 300 words come out."""
    before = page.inputs
    page.panel.text_button.click()
    (dialog,) = page.findChildren(TextTokensDialog)
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    for name, figure in (("pages", 2), ("words", 100), ("answer_words", 300)):
        dialog.fields[name].setValue(figure)
    assert dialog.sum.text() == "Input 1,463 tokens, output 399 tokens"
    assert page.inputs == before
    button.click()
    assert page.inputs.input_tokens == 1_463
    assert page.inputs.output_tokens == 399
    page.undo()
    assert page.inputs == before


def test_an_example_of_a_day_makes_no_money(page: CalculatorPage, qtbot: QtBot) -> None:
    click(page, LoadFrom.PROFILE)
    assert page.answer.estimate is None
    assert "read a file" in explained(page)
    note = page.results.profile.curve.note
    qtbot.waitUntil(lambda: "no file is loaded" in note.text())


def test_hours_that_somebody_set_are_the_load_everywhere(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    """A3: cards said one amount and the chart beside them another."""
    with qtbot.waitSignal(page.profile.answered) as answered:
        page.show_inputs(hours())
    assert answered.args is not None
    curve = answered.args[0].estimate
    assert to_cents(curve.curves[next(iter(curve.curves))].points[0].cost) == money(page)
    profile = curve.profile
    assert loaded(page)[0] == profile.peak == 1_000
    a_week = 60 * (5 * sum(hours().working_day) + 2 * sum(hours().weekend)) * 10
    assert profile.total_requests == a_week


def test_less_used_fields_are_folded_away_and_stay_as_they_were_left(
    page: CalculatorPage,
) -> None:
    assert not page.panel.fields["currency"].isVisible()
    page.panel.headings["payment"].click()
    assert page.panel.fields["currency"].isVisible()
    kept = page.state()
    page.panel.headings["payment"].click()
    assert not page.panel.fields["currency"].isVisible()
    page.restore(kept)
    assert page.panel.unfolded() == ("payment",)


def test_arrow_keys_go_through_the_ways(calculator_window: MainWindow, qtbot: QtBot) -> None:
    page = calculator_of(calculator_window)
    calculator_window.activateWindow()
    qtbot.waitUntil(calculator_window.isActiveWindow)
    page.panel.segments.buttons[LoadFrom.USERS].setFocus()
    for key, way in ((Qt.Key.Key_Right, LoadFrom.REQUESTS), (Qt.Key.Key_Left, LoadFrom.USERS)):
        QTest.keyClick(page.panel.segments.buttons[page.inputs.load_from], key)
        assert page.inputs.load_from is way
        assert page.panel.segments.buttons[way].hasFocus()


@pytest.mark.parametrize(
    ("record", "way"),
    [
        pytest.param({"requests_per_minute": "77"}, LoadFrom.REQUESTS, id="requests"),
        pytest.param({"profile_file": "load.csv"}, LoadFrom.PROFILE, id="a file"),
        pytest.param({"load_from": "users"}, LoadFrom.USERS, id="users, as it is written today"),
        pytest.param({"load_from": "rubbish"}, LoadFrom.REQUESTS, id="a word of the future"),
    ],
)
def test_a_record_from_before_there_were_users_is_read(
    record: dict[str, object], way: LoadFrom
) -> None:
    found = inputs_from(record)
    assert found.load_from is way
    assert not is_example(found)
    assert is_example(inputs_from(written_state(EXAMPLE)))


def test_a_data_zone_is_chosen_by_name_with_a_region_in_it(page: CalculatorPage) -> None:
    field = page.panel.fields["processed_in"]
    assert isinstance(field, ChoiceField)
    assert field.choice() == "data_zone:US"
    field.show_choice("global")
    field.edited.emit()
    assert page.inputs.deployment_type == "GlobalProvisionedManaged"
    assert page.inputs.region == "eastus2"
    field.show_choice("data_zone:EU")
    field.edited.emit()
    assert page.inputs.deployment_type == "DataZoneProvisionedManaged"
    region = page.asker.region(page.inputs.region)
    assert region is not None
    assert region.data_zone == "EU"
    page.undo()
    assert page.inputs.region == "eastus2"


def test_every_place_that_is_offered_can_be_taken_and_is_told_again() -> None:
    found = asker()
    for place in places(found, inputs()):
        taken = placed(found, inputs(), place)
        members = {region.data_zone for region in found.catalog.regions}
        if place.partition(":")[2] in {"", *members}:
            assert processing_place(found, taken) == place
    nowhere = replace(inputs(), region="", deployment_type="DataZoneProvisionedManaged")
    assert processing_place(found, nowhere) in set(places(found, nowhere))


def test_where_a_price_is_missing_the_nearest_that_has_one_is_a_click_away(
    page: CalculatorPage,
) -> None:
    """B3: five cards said "unknown", and the way out hid in a tooltip.

    East US 2 states all of it, the nearer Sweden Central no price of PTU.
    """
    notice = page.panel.prices
    assert not notice.isVisible()
    page.show_inputs(users(region="germanywestcentral"))
    assert page.answer.estimate is not None
    assert page.answer.estimate.payg_monthly is None
    assert notice.isVisible()
    assert page.results.isAncestorOf(notice), "beside the cards, where the gap is seen"
    assert notice.button.text() == "Take the prices of East US 2"
    notice.button.click()
    assert page.inputs.price_region == "eastus2"
    assert money(page) == Decimal("3472.70")
    assert not notice.isVisible()
    page.undo()
    assert notice.isVisible()


def test_the_hours_of_a_file_keep_a_peak_that_is_no_whole_number(page: CalculatorPage) -> None:
    """It was 13, and the hour at 96.153846 % of it: "Your load: 12.49999998 per minute"."""
    office = tuple(Decimal("12.5") if 8 <= hour < 18 else Decimal(1) for hour in range(24))
    page.show_inputs(with_day(page.inputs, DayProfile(office, (Decimal(0),) * 24)))
    assert page.inputs.requests_per_minute == Decimal("12.5")
    assert page.inputs.working_day[9] == 100
    assert page.inputs.working_day[0] == 8


def test_ptu_have_the_prices_of_another_region_and_the_answer_says_so(
    page: CalculatorPage,
) -> None:
    page.show_inputs(inputs(region="germanywestcentral"))
    assert page.answer.estimate is not None
    assert set(page.answer.estimate.ptu_monthly.values()) == {None}
    page.show_inputs(inputs(region="germanywestcentral", ptu_price_region="eastus2"))
    found = page.answer.estimate
    assert found is not None
    assert None not in found.ptu_monthly.values()
    assert "ptu_price_region" in {said.id.value for said in found.assumptions}


def test_a_field_is_made_when_it_is_seen_and_the_tab_key_goes_as_one_reads(
    qtbot: QtBot, new_window: MainWindow
) -> None:
    page = calculator_of(new_window)
    panel = page.panel
    assert not {"sessions", "turns", "input_price"} & set(panel.fields)
    click(page, LoadFrom.SESSIONS)
    for heading in panel.headings.values():
        heading.setChecked(True)
    assert {"sessions", "turns", "input_price"} <= set(panel.fields)
    new_window.activateWindow()
    qtbot.waitUntil(new_window.isActiveWindow)
    panel.fields["entry"].setFocus()
    reached = []
    while (name := holder().objectName()) in panel.fields or panel.isAncestorOf(holder()):
        reached += [name] if name in panel.fields else []
        QTest.keyClick(holder(), Qt.Key.Key_Tab)
    seen = [name for name, field in panel.fields.items() if field.isVisible()]
    by_place = sorted(seen, key=lambda name: panel.fields[name].mapTo(panel, QPoint()).y())
    assert reached == [name for name in by_place if panel.fields[name].isEnabled()]


def holder() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_tab_key_goes_from_the_inputs_to_the_results_as_one_reads(
    calculator_window: MainWindow, page: CalculatorPage, qtbot: QtBot
) -> None:
    """Whatever was made first: fields know late which of them are seen, charts of a load too."""
    with qtbot.waitSignal(page.profile.answered):
        page.show_inputs(replace(page.inputs, load_from=LoadFrom.PROFILE))
    calculator_window.activateWindow()
    qtbot.waitUntil(calculator_window.isActiveWindow)
    page.panel.fields["entry"].setFocus()
    reached: list[QWidget] = []
    while page.isAncestorOf(holder()) and holder() not in reached:
        reached.append(holder())
        QTest.keyClick(holder(), Qt.Key.Key_Tab)
    panel, results = page.panel, page.results
    in_order = (
        *(panel.fields["entry"], panel.segments.buttons[LoadFrom.PROFILE]),
        *(panel.profile.file_button, panel.fields["requests_per_minute"], panel.text_button),
        *(panel.preset, panel.fields["input_tokens"], panel.headings["conversation"]),
        *(panel.fields["processed_in"], panel.headings["payment"], results.verdict.copy_button),
        *(results.cards.cards[0], results.cards.add_button, results.break_even.menu_button),
        *(results.over_load.menu_button, results.what_if.chart_button),
        *(results.profile.load.menu_button, results.profile.bar.share),
        *(results.profile.curve.menu_button, results.profile.curve.canvas.heard),
    )
    stops = [each for each in in_order if each.isEnabled() and each.isVisible()]
    assert [each for each in reached if each in in_order] == stops
