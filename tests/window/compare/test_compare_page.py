# SPDX-License-Identifier: MIT
"""The Compare page in the window: pins, order, folding, what survives a restart."""

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.window.compare import compare_page
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import SPACE_XS
from tests.builders import TODAY, catalog, model, price, version
from tests.window.conftest import MakeWindow, Present, Speak
from tests.window.regions.test_tab_key import places, round_trip
from tests.window.samples import GERMANY

ALPHA: EntryKey = ("alpha-large", "2026-03-05")
GAMMA: EntryKey = ("gamma", "1")
DELTA: EntryKey = ("delta", "")
PINNED = WindowState(pinned=(ALPHA, GAMMA, DELTA), page="compare")


def page_of(window: MainWindow) -> ComparePage:
    page = next(each for each in window.pages[1:] if each.key == "compare").page
    assert isinstance(page, ComparePage)
    QCoreApplication.processEvents()  # a page made on show appears a moment later
    return page


def names(page: ComparePage) -> list[str]:
    return [entry.model.id for entry in page.entries]


@pytest.fixture
def compared(make_window: MakeWindow) -> MainWindow:
    return make_window(PINNED)


def test_the_pinned_entries_stand_side_by_side(compared: MainWindow) -> None:
    page = page_of(compared)
    assert names(page) == ["alpha-large", "gamma", "delta"]
    assert page.model.columnCount() == 3


def test_without_pins_the_page_says_how_to_pin_and_leads_there(make_window: MakeWindow) -> None:
    window = make_window(WindowState(page="compare"))
    page = page_of(window)
    assert page.middle.currentWidget() is page.empty
    page.empty.button.click()
    assert window.state().page == "models"


def test_what_changes_elsewhere_shows_here_when_one_looks(compared: MainWindow) -> None:
    compared.navigation.show_page_named("models")
    compared.pins.set_order(reversed(compared.pins.keys))
    compared.navigation.show_page_named("compare")
    assert names(page_of(compared)) == ["delta", "gamma", "alpha-large"]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        pytest.param(Qt.Key.Key_Right, [GAMMA, ALPHA, DELTA], id="to the right"),
        pytest.param(Qt.Key.Key_Left, [ALPHA, GAMMA, DELTA], id="left of the first is nothing"),
    ],
)
def test_control_and_arrows_move_a_column(
    compared: MainWindow, key: Qt.Key, order: list[EntryKey]
) -> None:
    page = page_of(compared)
    page.view.go_to_column(0)
    QTest.keyClick(page.view, key, Qt.KeyboardModifier.ControlModifier)
    assert list(compared.pins.keys) == order
    assert page.presented() == ALPHA


def test_a_dragged_column_changes_the_order_of_the_pins(compared: MainWindow, qtbot: QtBot) -> None:
    header = page_of(compared).view.horizontalHeader()
    with qtbot.waitSignal(compared.pins.changed):
        header.moveSection(2, 0)
    assert compared.pins.keys == (DELTA, ALPHA, GAMMA)
    assert names(page_of(compared)) == ["delta", "alpha-large", "gamma"]
    assert [header.visualIndex(column) for column in range(3)] == [0, 1, 2]


def test_delete_takes_a_column_away(compared: MainWindow) -> None:
    page = page_of(compared)
    page.view.go_to_column(1)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert compared.pins.keys == (ALPHA, DELTA)
    assert "gamma" in compared.status.news.text()


def test_enter_opens_the_entry_among_the_models(compared: MainWindow) -> None:
    page = page_of(compared)
    page.view.go_to_column(1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    entry = compared.models.view.current_entry()
    assert entry is not None
    assert entry.key == GAMMA
    assert compared.state().page == "models"


def test_what_is_folded_and_chosen_survives_a_restart(make_window: MakeWindow) -> None:
    first = make_window(PINNED)
    page = page_of(first)
    page.model.toggle(0)
    page.bar.only_differences.setChecked(True)
    page.bar.chart.setChecked(False)
    page.bar.regions.choose([GERMANY])
    again = page_of(make_window(first.state()))
    assert again.model.folded == page.model.folded != frozenset()
    assert again.model.only_differences
    assert again.chart_area.isHidden()
    assert [region.id for region in again.bar.regions.chosen()] == [GERMANY]


def test_rubbish_in_the_state_is_passed_over(make_window: MakeWindow) -> None:
    rubbish = {"regions": [1, "nowhere"], "folded": 3, "splitter": ["x"], "chart": "no"}
    window = make_window(WindowState(pinned=(ALPHA,), page="compare", pages={"compare": rubbish}))
    assert names(page_of(window)) == ["alpha-large"]


def test_a_pin_that_the_catalogue_lacks_is_kept_but_not_shown(make_window: MakeWindow) -> None:
    gone: EntryKey = ("gone", "1")
    window = make_window(WindowState(pinned=(gone, ALPHA), page="compare"))
    assert names(page_of(window)) == ["alpha-large"]
    assert window.pins.keys == (gone, ALPHA)


def test_copied_cells_bring_their_headings_along(compared: MainWindow) -> None:
    page = page_of(compared)
    page.view.go_to_column(0)
    page.view.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("\talpha-large 2026-03-05")
    assert lines[1].split("\t")[0].startswith("Lowest price per 1M, input")


def test_entries_are_pinned_by_name_and_unknown_names_are_told(window: MainWindow) -> None:
    names = ["gamma", "nowhere", "alpha-large 2026-03-05"]
    assert window.pins.pin_named(names, window.index) == ("nowhere",)
    assert window.pins.keys == (GAMMA, ALPHA)


def test_a_text_too_long_for_its_column_gets_a_higher_line(compared: MainWindow) -> None:
    view = page_of(compared).view
    heights = {view.rowHeight(line) for line in range(view.comparison.rowCount())}
    assert min(heights) == view.verticalHeader().defaultSectionSize()
    view.horizontalHeader().setFixedHeight(60)
    compared.resize(760, 600)
    view.setFixedWidth(400)
    QCoreApplication.processEvents()
    narrow = [view.rowHeight(line) for line in range(view.comparison.rowCount())]
    assert max(narrow) > min(heights)


def test_a_heading_has_room_for_all_its_lines_in_any_type(compared: MainWindow) -> None:
    """Several lines are higher than so many times the space between two, which is rounded."""
    header = page_of(compared).view.horizontalHeader()
    text, font = header.model().headerData(0, header.orientation()), header.font()
    cut = []
    for half_points in range(18, 41):
        font.setPointSizeF(half_points / 2)
        header.setFont(font)
        bold = QFont(font)
        bold.setBold(True)
        high = QFontMetrics(bold).boundingRect(QRect(0, 0, 999, 999), 0, text).height()
        padding = 2 * SPACE_XS + 1
        if header.sectionSizeFromContents(0).height() < high + padding:
            cut.append(half_points / 2)
    assert not cut


def test_the_page_speaks_the_language_on_show(compared: MainWindow, speak: Speak) -> None:
    page = page_of(speak(compared, "de"))
    labels = [page.model.headerData(0, Qt.Orientation.Vertical)]
    assert labels == ["▾ Das Wichtigste"]


def test_a_projector_gets_the_table_alone_and_arrows_go_through(
    make_window: MakeWindow, present: Present
) -> None:
    models = (model(key[0], version(key[1]), prices=(price("1"),)) for key in (ALPHA, GAMMA))
    compared = make_window(PINNED, current=CurrentCatalog(catalog(*models), TODAY))
    compared = present(compared)
    page = page_of(compared)
    assert page.bar.isHidden()
    assert page.chart_area.isHidden()
    assert page.present(GAMMA)
    assert page.presented() == GAMMA
    page = page_of(present(compared))
    assert not page.bar.isHidden()
    assert not page.chart_area.isHidden()


def test_without_two_prices_there_is_no_empty_chart(make_window: MakeWindow) -> None:
    page = page_of(make_window(WindowState(pinned=(GAMMA, DELTA), page="compare")))
    assert page.charts.charts == ()
    assert page.chart_area.isHidden()
    assert page.bar.chart.isChecked()


@pytest.mark.parametrize(
    ("width", "lines"), [pytest.param(1_900, 1, id="wide"), pytest.param(900, 2, id="narrow")]
)
def test_several_charts_stand_side_by_side_where_there_is_room(
    make_window: MakeWindow, qtbot: QtBot, width: int, lines: int
) -> None:
    names = [f"model-{number:02}" for number in range(20)]
    models = (model(name, prices=(price("1"),)) for name in names)
    state = WindowState(pinned=tuple((name, "2026-01-01") for name in names), page="compare")
    page = page_of(make_window(state, current=CurrentCatalog(catalog(*models), TODAY)))
    qtbot.waitUntil(lambda: not page.comparing.busy)
    page.charts.setFixedWidth(width)
    QCoreApplication.processEvents()
    places = page.charts.places()
    assert len(places) == 2
    assert len({place.top() for place in places}) == lines
    assert not places[0].intersects(places[1])
    assert page.charts.minimumHeight() >= max(place.bottom() for place in places)
    assert page.charts.accessibleDescription().count("unknown") == 20  # no output price


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_two_of_menus_and_controls_share_a_letter(
    compared: MainWindow, speak: Speak, language: str
) -> None:
    compared = speak(compared, language)
    bar = page_of(compared).bar
    controls = (bar.regions_label, bar.money_label, bar.only_differences, bar.chart)
    words = [*(action.text() for action in compared.menuBar().actions())]
    words += [control.text() for control in controls]
    letters = [each[each.index("&") + 1].casefold() for each in words]
    assert len(set(letters)) == len(letters), letters


def test_a_model_is_added_without_leaving_the_page_and_undo_takes_it_back(
    compared: MainWindow,
) -> None:
    page = page_of(compared)
    assert page.view.comparison.columnCount() == 3
    compared.pins.clear()
    QTest.keyClicks(page.bar.models, "gamma,alph")
    QTest.keyClick(page.bar.models, Qt.Key.Key_Return)
    assert names(page) == ["gamma", "alpha-large"]
    assert page.middle.currentWidget() is page.splitter
    assert compared.stack.place.key == "compare"
    compared.actions_by_name["undo"].trigger()
    assert names(page) == ["gamma"]


def test_with_nothing_pinned_the_field_for_names_has_the_keyboard(
    make_window: MakeWindow,
) -> None:
    window = make_window(WindowState(page="compare"))
    page = page_of(window)
    window.activateWindow()
    page.setFocus()
    assert QApplication.focusWidget() is page.bar.models


def test_a_name_that_no_model_has_is_told(compared: MainWindow) -> None:
    QTest.keyClicks(page_of(compared).bar.models, "nobody")
    QTest.keyClick(page_of(compared).bar.models, Qt.Key.Key_Return)
    assert "No model is called nobody." in compared.status.news.text()


def test_tab_goes_over_the_bar_to_the_table_in_reading_order(
    compared: MainWindow, qtbot: QtBot
) -> None:
    page, bar = page_of(compared), page_of(compared).bar
    bar.regions.choose([GERMANY])
    compared.activateWindow()
    qtbot.waitUntil(compared.isActiveWindow)
    seen = round_trip(compared.page_bar.search)
    fields = (compared.page_bar.search, bar.models, bar.regions.field, bar.money.currency)
    switches = (bar.only_differences, bar.chart, bar.sheet, *bar.regions.chips)
    assert places(seen, *fields, *switches, page.view) == list(range(len(fields + switches) + 1))


@pytest.mark.parametrize(
    ("width", "orientation"),
    [
        pytest.param(1_900, Qt.Orientation.Horizontal, id="room for both"),
        pytest.param(800, Qt.Orientation.Vertical, id="too narrow"),
    ],
)
def test_charts_stand_beside_the_table_where_there_is_room(
    make_window: MakeWindow, width: int, orientation: Qt.Orientation
) -> None:
    models = (model(key[0], version(key[1]), prices=(price("1"),)) for key in (ALPHA, GAMMA))
    compared = make_window(PINNED, current=CurrentCatalog(catalog(*models), TODAY))
    page = page_of(compared)
    compared.resize(width, 700)
    QCoreApplication.processEvents()
    assert page.splitter.orientation() is orientation
    assert not page.chart_area.isHidden()


def test_what_decides_comes_first(compared: MainWindow) -> None:
    lines = [line.row.key for line in page_of(compared).model.lines if line.row is not None]
    prices, scopes = ["lowest:input", "lowest:output"], ["regional", "data_zone", "global"]
    rest = ["as_ptu", "retires", "most:context_window", "most:max_output"]
    assert lines[:9] == [*prices, *(f"scope:{each}" for each in scopes), *rest]
    groups = dict.fromkeys(line.group.key for line in page_of(compared).model.lines)
    order = [key for key in groups if key in ("token_prices", "capacity", "lifecycle", "limits")]
    assert order == ["token_prices", "capacity", "lifecycle", "limits"]


def test_on_a_low_screen_the_table_has_the_room_to_itself(make_window: MakeWindow) -> None:
    models = (model(key[0], version(key[1]), prices=(price("1"),)) for key in (ALPHA, GAMMA))
    compared = make_window(PINNED, current=CurrentCatalog(catalog(*models), TODAY))
    page = page_of(compared)
    compared.resize(800, 440)
    QCoreApplication.processEvents()
    assert page.chart_area.isHidden()
    compared.resize(800, 760)
    QCoreApplication.processEvents()
    assert not page.chart_area.isHidden()


def test_the_sheet_shows_what_the_page_shows(compared: MainWindow) -> None:
    page = page_of(compared)
    page.bar.only_differences.setChecked(True)
    page.model.set_folded(["limits"])
    subject = page.sheet_subjects()[0]
    sheet = subject.make(page.order())
    shown = {line.row.key for line in page.model.lines if line.row is not None}
    headings = {group.heading for table in sheet.tables for group in table.groups}
    *_, appendix = sheet.tables
    assert {row.key for row in appendix.rows} <= shown
    assert "Limits" not in headings
    assert "Left out: Limits" in sheet.head


def test_a_comparison_that_takes_long_is_made_behind_and_is_the_same(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = page_of(make_window(PINNED))
    monkeypatch.setattr(compare_page, "MOST_AT_ONCE", 0)
    page = page_of(make_window(PINNED))
    page.refresh()
    assert page.middle.currentWidget() is page.working
    assert page.model.rowCount() == 0  # nothing that could be taken for the answer
    assert page.present(GAMMA)
    qtbot.waitUntil(lambda: not page.comparing.busy)
    assert page.middle.currentWidget() is page.splitter
    assert [line.row for line in page.model.lines] == [line.row for line in at_once.model.lines]
    assert page.charts.charts == at_once.charts.charts
    assert page.presented() == GAMMA


def test_what_is_pinned_meanwhile_is_what_is_compared(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_page, "MOST_AT_ONCE", 0)
    window = make_window(PINNED)
    page = page_of(window)
    page.refresh()
    window.pins.toggle([GAMMA])
    assert page.comparing.busy
    qtbot.waitUntil(lambda: not page.comparing.busy)
    assert page.model.columnCount() == len(page.entries) == 2
    window.pins.clear()
    qtbot.waitUntil(lambda: not page.comparing.busy)
    assert page.middle.currentWidget() is page.empty


def test_the_column_that_stands_out_stays_when_pins_change_elsewhere(compared: MainWindow) -> None:
    page = page_of(compared)
    assert page.present(GAMMA)
    compared.navigation.show_page_named("models")
    compared.pins.toggle([ALPHA])
    assert page.presented() == GAMMA
    compared.navigation.show_page_named("compare")
    assert page.presented() == GAMMA
    assert page.view.current_column() == 0


def test_a_fault_of_the_comparison_is_told(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> None:
        raise ArithmeticError("no table")

    monkeypatch.setattr(compare_page, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(compare_page, "comparison_table", fail)
    with qtbot.captureExceptions() as faults:
        page = page_of(make_window(PINNED))
        qtbot.waitUntil(lambda: not page.comparing.busy)
    assert [str(error) for _, error, _ in faults] == ["no table"]
