# SPDX-License-Identifier: MIT
"""A load profile stays with the page, whatever becomes of its file; a refusal stands beside it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.scenarios import inputs_from
from azmodels_gui.calculator.statements import AssumptionId
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.choices import Choices
from azmodels_gui.window.help_dialogs import TextDialog
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.state import WindowState
from tests.window.calculator.put_back import calculator_of
from tests.window.calculator.samples import inputs

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
HOURS = "\n".join(["Zeit;Anfragen", *(f"01.03.2026 {hour:02}:00;6000" for hour in range(24))])


@pytest.fixture
def page(new_window: MainWindow) -> CalculatorPage:
    """Return a page whose profiles nobody kept before."""
    made = calculator_of(new_window)
    made.show_inputs(inputs())
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "metrics-by-minute.json", tmp_path / "metrics.json"))


def load(page: CalculatorPage, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.profile.series_loaded):
        page.load_file(file)


def refuse(page: CalculatorPage, file: Path, qtbot: QtBot) -> str:
    with qtbot.waitSignal(page.profile.refused):
        page.load_file(file)
    for dialog in page.findChildren(TextDialog):
        dialog.close()
    return page.panel.profile.refusal.text()


@pytest.fixture
def next_page(
    page: CalculatorPage, surroundings: Surroundings, windows: list[MainWindow], qtbot: QtBot
) -> CalculatorPage:
    """Return the page of a second run of the program; it has read no state yet."""
    window = MainWindow(surroundings, WindowState(page="calculator"), "en")
    windows.append(window)
    window.show()
    return calculator_of(window)


def test_the_profile_is_there_at_the_next_start_and_its_file_gone(
    page: CalculatorPage, next_page: CalculatorPage, file: Path, qtbot: QtBot
) -> None:
    load(page, file, qtbot)
    state = page.state()
    assert str(file.parent) not in repr(state)
    assert len(repr(state)) < 4_000
    before = page.profile.series_of(page.inputs)
    file.unlink()
    next_page.restore(state)
    after = next_page.profile.series_of(next_page.inputs)
    assert before is not None
    assert after is not None
    assert after.profile.requests == before.profile.requests
    assert after.profile.origin == before.profile.origin
    assert next_page.inputs == page.inputs
    assert next_page.panel.profile.name.text() == "metrics.json"
    assert next_page.panel.profile.name.isVisible()
    assert next_page.panel.profile.measured_button.isVisible()
    assert not next_page.can_undo


def test_a_profile_that_is_gone_is_told_and_the_hours_take_its_place(
    page: CalculatorPage, next_page: CalculatorPage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    load(page, file, qtbot)
    (kept,) = (tmp_path / "loads").iterdir()
    kept.write_bytes(b"damaged")
    next_page.restore(page.state())
    assert next_page.inputs.profile_file == ""
    assert "metrics.json: the load profile kept from it is gone" in (
        next_page.panel.profile.refusal.text()
    )


def test_a_state_that_holds_a_path_still_opens(
    page: CalculatorPage, next_page: CalculatorPage, file: Path, qtbot: QtBot
) -> None:
    state = page.state()
    inputs = written_state(page.inputs)
    del inputs["profile_key"]
    with qtbot.waitSignal(next_page.profile.series_loaded):
        next_page.restore(
            {**state, "scenarios": [], "inputs": inputs | {"profile_file": str(file)}}
        )
    assert next_page.inputs.profile_file == "metrics.json"
    assert next_page.profile.series_of(next_page.inputs) is not None


def test_where_nothing_can_be_kept_the_profile_holds_and_that_is_told(
    page: CalculatorPage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "loads").write_bytes(b"a file in the way")
    with qtbot.waitSignal(page.news) as told:
        load(page, file, qtbot)
    assert told.args is not None
    assert "a part of its path is not a folder" in told.args[0]
    assert page.profile.series_of(page.inputs) is not None


def test_steps_back_find_the_profiles_of_before(
    page: CalculatorPage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    load(page, file, qtbot)
    names = ["metrics.json"]
    for place in range(5):
        text = HOURS.replace("6000", str(6_000 + place))
        names.append(f"{place}.csv")
        (tmp_path / names[-1]).write_text(text, encoding="utf-8")
        load(page, tmp_path / names[-1], qtbot)
    for name in reversed(names):
        assert page.inputs.profile_file == name
        series = page.profile.series_of(page.inputs)
        assert series is not None
        assert page.panel.profile.name.text() == name
        page.undo()
    assert page.inputs.profile_file == ""


def test_an_hourly_file_of_german_excel_says_that_it_was_spread(
    page: CalculatorPage, tmp_path: Path, qtbot: QtBot
) -> None:
    hourly = tmp_path / "Stunden.csv"
    hourly.write_bytes(HOURS.encode("utf-16"))
    load(page, hourly, qtbot)
    series = page.profile.series_of(page.inputs)
    assert series is not None
    assert (series.profile.peak, series.profile.minutes) == (100, 1_440)
    assert series.profile.assumptions[0].id is AssumptionId.SPREAD_EVENLY


def test_a_refusal_stands_at_the_profile_and_says_whose_load_is_on_show(
    page: CalculatorPage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("Zeit;Anfragen\n01.03.2026 09:00;5\nnie;3\n", encoding="utf-8")
    told = refuse(page, bad, qtbot)
    why = (
        "bad.csv: rows of the load profile that cannot be read: 1; line 3: no time such as "
        "2026-03-01T09:15 or 01.03.2026 09:15 ('nie')."
    )
    assert told == f"{why} The load on show is still that of the requests."
    assert page.panel.profile.refusal.isVisible()
    with qtbot.waitSignal(page.news) as mended:
        load(page, file, qtbot)
    assert mended.args == ["The load profile was read."]  # in the place of what was wrong
    assert not page.panel.profile.refusal.isVisible()
    told = refuse(page, tmp_path / "none.csv", qtbot)
    assert "none.csv cannot be read: there is no such file" in told
    assert told.endswith("The load on show is still that of metrics.json.")
    page.panel.profile.hours_button.click()
    assert not page.panel.profile.refusal.isVisible()


def test_a_base_load_is_a_way_to_pay_of_a_profile_only(
    page: CalculatorPage, file: Path, qtbot: QtBot
) -> None:
    def offered() -> set[str]:
        return {way for way, _ in Choices(page.asker, "en").ways(page.inputs)}

    assert "month_spill" not in offered()
    load(page, file, qtbot)
    assert "month_spill" in offered()
    page.show_inputs(replace(page.inputs, way="month_spill"))
    assert inputs_from(written_state(page.inputs)).way == "month_spill"
    page.show_inputs(replace(page.inputs, load_from=LoadFrom.REQUESTS))
    assert "month_spill" in offered()  # it is on show
    assert page.results.cards.texts[0].amount != "unknown"
