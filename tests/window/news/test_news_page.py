# SPDX-License-Identifier: MIT
"""The page "What's new": comparing, narrowing, and what is remembered."""

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.differences import changes, changes_in_regions
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.news.choosing import (
    ALL,
    CHANGES_TAB,
    FILTER,
    PINNED,
    RADAR_TAB,
    NewsChoice,
)
from azmodels_gui.window.news.lists import DAYS_COLUMN, WIDEST_PX, RowsView, fitted, usual
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.theme import Theme
from tests.window.news.refreshed import (
    BUNDLED,
    NEWER,
    TIMEOUT_MS,
    StartWindow,
    commands_of,
    file_of,
    news_page,
    news_page_made,
    refreshing_of,
    take,
)

GERMANY, SWEDEN, JAPAN = "germanywestcentral", "swedencentral", "japaneast"
PLACES = (GERMANY, SWEDEN, JAPAN)


def without_offers(model: Model, region: str) -> Model:
    """Return the model with one region less in each offer."""
    versions = tuple(
        version.but(
            offers=tuple(
                offer.but(available=tuple(r for r in offer.available if r != region))
                for offer in version.offers
            )
        )
        for version in model.versions
    )
    return model.but(versions=versions)


@cache
def moved(place: int) -> Catalog:
    """Return the n-th later catalogue: some models left one region each."""
    models = tuple(
        without_offers(model, PLACES[at % 3]) if at % 5 == place else model
        for at, model in enumerate(BUNDLED.models)
    )
    return BUNDLED.but(serial=BUNDLED.serial + 1 + place, models=models)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot, tmp_path: Path) -> NewsPage:
    """Return the page with two kept catalogues to compare with."""
    for place in (0, 1):
        take(opened, file_of(moved(place), tmp_path), qtbot)
    return news_page(opened, qtbot)


def lines(page: NewsPage) -> list[tuple[str, ...]]:
    return [row.cells for group in page.lists.changes.rows.groups for row in group.rows]


def add_region(page: NewsPage, region: str, qtbot: QtBot) -> None:
    """Choose a region in the field, as a user does."""
    field = page.choosing.regions.field
    field.show_choice(region)
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        field.edited.emit()


def drag(page: NewsPage, column: int, width_px: int) -> None:
    """Make a column as wide as this with the mouse."""
    header = page.lists.changes.header()
    at = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    middle = header.height() // 2
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, middle))
    to = QPoint(at + width_px - header.sectionSize(column), middle)
    QTest.mouseMove(header.viewport(), to)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=to)


def test_several_regions_are_chosen_and_taken_away(page: NewsPage, qtbot: QtBot) -> None:
    everything = lines(page)
    add_region(page, GERMANY, qtbot)
    add_region(page, SWEDEN, qtbot)
    both = lines(page)
    places = {place for cells in both for place in cells[5].split(", ") if place}
    assert places == {"Germany West Central", "Sweden Central"}
    chips = page.choosing.regions.chips
    assert [chip.text() for chip in chips] == ["Germany West Central", "Sweden Central"]
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        chips[0].click()
    assert {cells[5] for cells in lines(page)} == {"Sweden Central"}
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        page.choosing.regions.chips[0].click()
    assert lines(page) == everything
    assert not page.choosing.regions.isVisible()


def test_regions_of_the_filter_follow_the_filter(
    page: NewsPage, opened: Opened, qtbot: QtBot
) -> None:
    add_region(page, FILTER, qtbot)
    everything = lines(page)
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        opened.window.history.change(CatalogQuery(regions=frozenset({JAPAN})))
    assert {cells[5] for cells in lines(page)} == {"Japan East"}
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        opened.window.history.change(CatalogQuery())
    assert lines(page) == everything


def test_a_difference_in_regions_keeps_what_names_none() -> None:
    found = changes(BUNDLED, moved(0))
    here = changes_in_regions(found, {GERMANY})
    assert here.offers
    assert {region for each in here.offers for region in each.regions} == {GERMANY}
    nowhere = changes_in_regions(found, ())
    assert nowhere.offers == ()
    gone = changes(BUNDLED, NEWER)
    assert changes_in_regions(gone, ()).versions_removed == gone.versions_removed


def test_the_catalogue_compared_with_is_chosen(page: NewsPage, qtbot: QtBot) -> None:
    before = lines(page)
    since = page.choosing.since
    assert since.choice() == str(moved(0).serial)
    since.show_choice(str(BUNDLED.serial))
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        since.activated.emit(since.currentIndex())
    assert page.comparing.wanted == BUNDLED.serial
    assert lines(page) != before


def test_another_choice_while_comparing_counts(page: NewsPage, qtbot: QtBot) -> None:
    refresh = page.comparing._refresh
    assert refresh is not None
    page.comparing.choose(BUNDLED.serial)
    qtbot.waitUntil(lambda: refresh.running, timeout=TIMEOUT_MS)
    page.comparing.choose(moved(0).serial)
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        pass
    assert page.comparing.changes is not None
    assert page.comparing.changes.old_serial == moved(0).serial


def test_after_a_refresh_nothing_is_compared_twice(
    page: NewsPage, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    refresh = refreshing_of(opened).refresh
    with (
        qtbot.assertNotEmitted(refresh.compared),
        qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS),
    ):
        commands_of(opened).open_file(file_of(moved(2), tmp_path))
    assert page.comparing.changes is not None
    assert page.comparing.changes.new_serial == moved(2).serial


def test_a_kept_catalogue_that_is_damaged_gives_way_to_the_next(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    for place in (0, 1):
        take(opened, file_of(moved(place), tmp_path), qtbot)
    kept = next((tmp_path / "DATA").rglob(f"{moved(0).serial}.json"))
    kept.write_bytes(kept.read_bytes()[:-100])
    opened.window.status.news._timer.setInterval(600_000)  # a busy machine looks late
    page = news_page(opened, qtbot)
    assert page.comparing.wanted == BUNDLED.serial
    assert lines(page)
    assert str(moved(0).serial) in opened.window.status.news.text()


def test_what_was_chosen_is_there_after_a_restart(
    start: StartWindow, opened: Opened, page: NewsPage, qtbot: QtBot
) -> None:
    toolbar = page.choosing
    toolbar.since.show_choice(str(BUNDLED.serial))
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        toolbar.since.activated.emit(toolbar.since.currentIndex())
    add_region(page, GERMANY, qtbot)
    add_region(page, SWEDEN, qtbot)
    toolbar.search.setText("offered")
    toolbar.entries.show_choice(ALL)
    group = page.lists.changes.rows.index(0, 0)
    page.lists.changes.setExpanded(group, not page.lists.changes.isExpanded(group))
    drag(page, 1, 222)
    folds, seen = page.lists.changes.folds(), lines(page)
    page.lists.tabs.setCurrentIndex(RADAR_TAB)
    opened.window.close()

    again = start("--language", "en")
    shown = news_page(again, qtbot)
    assert shown.lists.tab == RADAR_TAB
    assert shown.comparing.wanted == BUNDLED.serial
    assert shown.choosing.since.choice() == str(BUNDLED.serial)
    assert shown.choosing.regions.ids() == (GERMANY, SWEDEN)
    assert shown.choosing.search.text() == "offered"
    assert shown.lists.changes.folds() == folds
    assert shown.lists.changes.columnWidth(1) == 222
    assert lines(shown) == seen


def test_another_catalogue_on_show_is_compared_with_the_one_before_it(
    start: StartWindow, opened: Opened, page: NewsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.comparing.choose(BUNDLED.serial)
    opened.window.navigation.show_page_named("models")
    take(opened, file_of(moved(2), tmp_path), qtbot)
    opened.window.close()
    shown = news_page(start("--language", "en"), qtbot)
    assert shown.comparing.wanted == moved(1).serial


def test_the_chosen_list_stays_although_there_is_nothing_to_compare(
    start: StartWindow, opened: Opened, qtbot: QtBot
) -> None:
    page = news_page(opened, qtbot)
    assert page.lists.tab == RADAR_TAB
    page.lists.tabs.setCurrentIndex(CHANGES_TAB)
    opened.window.navigation.show_page_named("models")
    opened.window.navigation.show_page_named("news")
    assert page.lists.tab == CHANGES_TAB
    opened.window.close()
    assert news_page(start("--language", "en"), qtbot).lists.tab == CHANGES_TAB


def test_a_line_stays_chosen_when_others_go(page: NewsPage) -> None:
    view = page.lists.changes
    view.expandAll()
    row = view.rows.groups[0].rows[-1]
    view.setCurrentIndex(view.rows.index_of(row))
    page.choosing.search.setText(row.cells[0])
    assert view.rows.line_at(view.currentIndex()) == row
    page.choosing.search.setText("no such words")
    assert not view.currentIndex().isValid()


def test_the_page_waits_until_somebody_looks(
    page: NewsPage, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.window.navigation.show_page_named("models")
    with qtbot.assertNotEmitted(page.lists_shown):
        take(opened, file_of(moved(2), tmp_path), qtbot)
        opened.window.pins.toggle([(BUNDLED.models[5].id, BUNDLED.models[5].versions[0].version)])
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        opened.window.navigation.show_page_named("news")


@pytest.mark.usefixtures("page")
def test_the_lists_are_worded_in_the_other_language(opened: Opened, qtbot: QtBot) -> None:
    opened.window.language_asked.emit("de")
    page = news_page_made(opened)
    qtbot.waitUntil(lambda: bool(page.lists.changes.rows.headers), timeout=TIMEOUT_MS)
    headings = page.lists.changes.rows.headers
    assert headings[:2] == ("Modell und Version", "Was")
    assert page.lists.changes.header().orientation() is Qt.Orientation.Horizontal


@pytest.mark.parametrize(
    ("widths", "room_px", "expected"),
    [
        pytest.param([200, 120], 400, (200, 120), id="as wide as they like where there is room"),
        pytest.param([330, 120, 330], 600, (240, 120, 240), id="the widest give way"),
        pytest.param([330, 330], 50, (90, 90), id="none becomes unreadable"),
        pytest.param([], 50, (), id="none at all"),
    ],
)
def test_columns_share_the_room(widths: list[int], room_px: int, expected: tuple[int, ...]) -> None:
    assert fitted(widths, room_px) == expected


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        pytest.param([*[70] * 17, 74, 74, 78], 78, id="no figure is cut for a few pixels"),
        pytest.param([*[70] * 17, 74, 74, 300], 74, id="few are far wider"),
        pytest.param([0, 70], 70, id="what is empty does not count"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_the_usual_width_of_a_column(widths: list[int], expected: int) -> None:
    assert usual(widths) == expected


def test_choices_are_read_back_as_they_were_written() -> None:
    choice = NewsChoice(PINNED, (GERMANY, FILTER), "text", RADAR_TAB, (1, 2))
    assert read_state(NewsChoice, written_state(choice)) == choice
    assert read_state(NewsChoice, {}) == NewsChoice()


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"entries": "others"}, id="unknown models"),
        pytest.param({"regions": "x"}, id="regions that are no list"),
        pytest.param({"tab": 7}, id="a third list"),
        pytest.param({"tab": True}, id="a yes for a number"),
        pytest.param({"since": [1]}, id="half a pair"),
        pytest.param({"since": ["1", "2"]}, id="texts for serials"),
    ],
)
def test_a_state_that_cannot_be_understood_is_as_at_first(state: dict[str, object]) -> None:
    assert read_state(NewsChoice, state) == NewsChoice()


def test_a_line_that_is_too_long_keeps_its_version_and_the_date_of_its_source(
    page: NewsPage,
) -> None:
    for view in (page.lists.changes, page.lists.radar):
        assert view.textElideMode() is Qt.TextElideMode.ElideMiddle


@pytest.mark.usefixtures("page")
def test_large_type_widens_no_window_of_a_laptop(opened: Opened) -> None:
    """In German this page was 1450 pixels wide when presented, and the window stayed so."""
    opened.window.resize(1280, 720)
    opened.window.present()
    QApplication.processEvents()
    presented = opened.window.stack.page
    assert isinstance(presented, NewsPage)
    assert presented.minimumSizeHint().width() <= 900


def test_no_name_is_cut_where_there_is_room(page: NewsPage, theme: Theme, qtbot: QtBot) -> None:
    shown = page.lists.radar.rows
    wide = RowsView(theme, DAYS_COLUMN)
    qtbot.addWidget(wide)
    wide.resize(2_000, 600)
    wide.show()
    wide.show_groups(shown.headers, shown.groups)
    for name in (0, 4):
        words = (row.cells[name] for group in shown.groups for row in group.rows)
        most = max(map(wide.fontMetrics().horizontalAdvance, words))
        assert wide.columnWidth(name) >= min(most, WIDEST_PX)
