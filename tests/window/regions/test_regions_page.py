# SPDX-License-Identifier: MIT
"""The Regions page: whose rows it shows, what survives, and what it exports."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.regions.matrix_model import FEW_UNPLACED
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.region_part import EntrySet, RegionChoice, RegionOrder
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.widgets.files import WantedFile
from tests.builders import TODAY, model, version
from tests.window.conftest import MakeWindow, Speak
from tests.window.regions.conftest import matrix_part, regions_page
from tests.window.samples import GERMANY, sample_catalog

ALPHA, GAMMA = ("alpha-large", "2026-03-05"), ("gamma", "1")
PINNED = RegionChoice(entries=EntrySet.PINNED)


def rows(part: MatrixPart) -> list[str]:
    return [part.matrix.entry(row).model.id for row in range(part.matrix.rowCount())]


def answer(path: Path | None, asked: list[WantedFile]) -> Callable[[WantedFile, QWidget], object]:
    """Return a dialog that notes what it was asked and answers at once."""

    def ask(wanted: WantedFile, _parent: QWidget) -> Path | None:
        asked.append(wanted)
        return path

    return ask


def test_rows_follow_the_filter(regions_window: MainWindow, part: MatrixPart) -> None:
    assert sorted(rows(part)) == ["alpha-large", "beta-mini", "delta", "gamma"]
    regions_window.page_bar.search.setText("mini")
    assert rows(part) == ["beta-mini"]


def test_a_page_not_on_show_follows_the_filter_when_looked_at_again(
    qtbot: QtBot, regions_window: MainWindow, part: MatrixPart
) -> None:
    regions_window.navigation.show_page(0)
    with qtbot.assertNotEmitted(part.matrix.modelReset):
        regions_window.page_bar.search.setText("mini")  # a keystroke costs the hidden page nothing
    regions_window.navigation.show_page_named("regions")
    assert rows(part) == ["beta-mini"]


def test_pinned_entries_come_in_the_order_they_were_pinned(
    regions_window: MainWindow, page: RegionsPage, part: MatrixPart
) -> None:
    regions_window.pins.toggle([GAMMA, ALPHA, ("gone", "1")])
    page.choose(PINNED)
    assert rows(part) == ["gamma", "alpha-large"]
    regions_window.page_bar.search.setText("nothing fits this")
    assert rows(part) == ["gamma", "alpha-large"]
    assert page.toolbar.entries.currentText() == "Pinned: 2"


def test_with_nothing_pinned_the_page_says_how_to_pin(page: RegionsPage, part: MatrixPart) -> None:
    page.choose(PINNED)
    assert page.nothing_pinned.isVisible()
    assert "space bar" in page.nothing_pinned.text.text()
    page.nothing_pinned.button.click()
    assert part.isVisible()
    assert len(rows(part)) == 4


def test_a_filter_that_leaves_nothing_offers_every_way_out(
    regions_window: MainWindow, page: RegionsPage, part: MatrixPart
) -> None:
    regions_window.history.change(CatalogQuery(text="gamma", regions=frozenset({GERMANY})))
    assert page.nothing_fits.isVisible()
    assert [way.text() for way in page.nothing_fits.ways] == [
        "Without “Search: gamma”",
        "Without “Region: Germany West Central”",
    ]
    page.nothing_fits.ways[1].click()
    assert rows(part) == ["gamma"]


def test_the_toolbar_narrows_and_sorts(qtbot: QtBot, page: RegionsPage, part: MatrixPart) -> None:
    bar = page.toolbar
    bar.deployment_type.show_choice("Standard")
    bar.order.show_choice("count")
    with qtbot.waitSignal(page.state_changed):
        bar.every_region.click()
    assert page.choice == RegionChoice(
        deployment_type="Standard", order=RegionOrder.COUNT, every_region=True, part="matrix"
    )
    assert part.matrix.columns[0].region.id == "eastus2"
    assert len(part.matrix.columns) == 5


def test_the_toolbar_tells_which_filter_leaves_the_entries(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    assert page.toolbar.entries.accessibleDescription() == "No filter: all entries"
    regions_window.history.change(CatalogQuery(text="a<b", regions=frozenset({GERMANY})))
    told = page.toolbar.entries.accessibleDescription()
    assert told == "Search: a<b\nRegion: Germany West Central"
    assert "a<\u2060b" in page.toolbar.entries.toolTip()


def test_the_filters_regions_stand_out(regions_window: MainWindow, part: MatrixPart) -> None:
    regions_window.history.change(CatalogQuery(regions=frozenset({GERMANY})))
    assert part.matrix.scope.marked == {GERMANY}


def test_a_chosen_region_is_told_with_its_counts_and_chosen_again_let_go(
    page: RegionsPage, part: MatrixPart
) -> None:
    part.region_asked.emit(GERMANY)
    assert page.choice.region == GERMANY
    assert part.line.title.text() == "Germany West Central (Germany, EU data zone)"
    assert part.line.text.text() == "Offered: 2 of 4; unknown: 2"
    part.region_asked.emit(GERMANY)
    assert page.choice.region == ""


def test_a_chosen_regions_country_is_told_in_the_language_on_show(
    regions_window: MainWindow, page: RegionsPage, speak: Speak
) -> None:
    part = speak(regions_window, "de").stack.page.part  # type: ignore[attr-defined]
    part.region_asked.emit(GERMANY)
    assert part.line.title.text().startswith("Germany West Central (Deutschland, ")


def test_the_page_comes_back_as_it_was_left(make_window: MakeWindow) -> None:
    first = make_window(WindowState(page="regions"))
    first.pins.toggle([GAMMA, ALPHA])
    page = regions_page(first)
    page.choose(replace(PINNED, deployment_type="Standard", order=RegionOrder.COUNT))
    page.choose_region("eastus2")
    assert page.part.go_to(ALPHA)
    page.export.folder = "somewhere"
    state = first.state()
    second = make_window(state)
    assert second.state() == state
    again = regions_page(second)
    assert again.choice == page.choice
    assert rows(matrix_part(again)) == ["gamma", "alpha-large"]
    assert matrix_part(again).current_entry() == ALPHA


@pytest.fixture
def of_many_unplaced(make_window: MakeWindow) -> MainWindow:
    """Return a window with more models that no source places than are shown at first."""
    silent = [model(f"silent{at}", version(stage=None)) for at in range(FEW_UNPLACED + 1)]
    found = sample_catalog()
    current = CurrentCatalog(found.but(models=(*found.models, *silent)), TODAY)
    state = WindowState(page="regions", query=CatalogQuery())
    return make_window(state, current=current)


def test_entries_that_no_source_places_are_one_line_at_first(
    qtbot: QtBot, of_many_unplaced: MainWindow
) -> None:
    page = regions_page(of_many_unplaced)
    part = matrix_part(page)
    assert sorted(rows(part)) == ["alpha-large", "beta-mini", "gamma"]
    switch = part.view.corner.unplaced
    assert switch.text() == "&Show 7 that no source places"
    assert len(page.scope.rows) == 10  # the map still counts them
    seen = page.seen()
    assert seen is not None
    assert seen.notes[0] == "Left out, as no source names a region that offers them: 7"
    with qtbot.waitSignal(page.state_changed):
        switch.click()
    assert len(rows(part)) == 10
    again = MatrixPart(of_many_unplaced.parts, page.scope)
    qtbot.addWidget(again)
    again.restore(part.state())
    assert not again.matrix.placed_only
    assert again.view.corner.unplaced.isChecked()


def test_the_page_starts_with_what_is_pinned(make_window: MakeWindow) -> None:
    first = make_window(WindowState(page="models", pinned=(GAMMA, ALPHA), query=CatalogQuery()))
    first.navigation.show_page_named("regions")
    page = regions_page(first)
    assert rows(matrix_part(page)) == ["gamma", "alpha-large"]
    page.show_pane("map")
    assert page.choice.entries is None, "only the user decides for good"
    page.toolbar.entries.show_choice("filter")
    page.toolbar.entries.edited.emit()
    assert page.choice.entries is EntrySet.FILTER
    again = regions_page(make_window(first.state()))
    assert again.choice.entries is EntrySet.FILTER


def test_pinning_while_one_looks_keeps_what_is_on_show(
    regions_window: MainWindow, page: RegionsPage, part: MatrixPart
) -> None:
    before = rows(part)
    regions_window.pins.toggle([ALPHA])
    assert rows(part) == before


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({}, id="nothing kept"),
        pytest.param({"entries": "gone", "order": 3, "every_region": "yes"}, id="rubbish"),
        pytest.param({"parts": [1], "folder": 7, "deployment_type": None}, id="wrong types"),
        pytest.param({"parts": {"matrix": {"entry": ["x"], "region": 1}}}, id="half a cell"),
        pytest.param({"parts": {"matrix": {"entry": [1, 2], "region": "gone"}}}, id="gone"),
        pytest.param({"part": "gone", "region": "gone", "deployment_type": "gone"}, id="left"),
    ],
)
def test_a_damaged_state_is_survived(make_window: MakeWindow, state: dict[str, object]) -> None:
    window = make_window(WindowState(page="regions", pages={"regions": state}))
    assert len(rows(matrix_part(regions_page(window)))) == 4


def test_a_choice_survives_json() -> None:
    choice = RegionChoice(EntrySet.PINNED, "Standard", RegionOrder.COUNT, True, "matrix", GERMANY)
    assert read_state(RegionChoice, written_state(choice)) == choice


def test_export_holds_exactly_what_is_seen(
    qtbot: QtBot, page: RegionsPage, part: MatrixPart, tmp_path: Path
) -> None:
    asked: list[WantedFile] = []
    target = tmp_path / "matrix.xlsx"
    page.export.ask_path = answer(target, asked)  # type: ignore[assignment]
    page.choose(replace(page.choice, deployment_type="GlobalStandard", order=RegionOrder.COUNT))
    with qtbot.waitSignal(page.news) as news:
        page.export.save_xlsx()
    assert news.args == [f"Saved as {target}"]
    assert asked[0].path.name == "azmodels-regions-20261122001.xlsx"
    book = openpyxl.load_workbook(BytesIO(target.read_bytes()))
    lines = [[cell.value for cell in row] for row in book["Regions"].iter_rows()][1:]
    assert lines[0] == ["Model", "Version", *(each.region.name for each in part.matrix.columns)]
    for row, line in enumerate(lines[1:]):
        shown = [part.matrix.index(row, at).data() for at in range(part.matrix.columnCount())]
        assert line[2:] == shown
        assert line[0] == part.matrix.entry(row).model.id
    notes = [row[0].value for row in book["Sources"].iter_rows()]
    assert "availability 5 Oct 2026" in notes
    assert "Catalogue 20261122001, published 22\xa0Nov\xa02026" in notes
    assert "Source: Document matrix, as of 5\xa0Oct\xa02026" in notes
    assert page.state()["folder"] == str(tmp_path)


@pytest.mark.parametrize(
    ("language", "delimiter"),
    [
        pytest.param("en", ",", id="English: comma"),
        pytest.param("de", ";", id="German: semicolon"),
    ],
)
def test_csv_is_saved_as_the_language_expects(
    page: RegionsPage, tmp_path: Path, language: str, delimiter: str
) -> None:
    page.export.language = language
    page.export.ask_path = answer(tmp_path / "matrix", [])  # type: ignore[assignment]
    page.export.save_csv()
    first = (tmp_path / "matrix.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert first.startswith(f"Model{delimiter}Version{delimiter}Germany West Central")


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    page: RegionsPage, tmp_path: Path, regions_window: MainWindow
) -> None:
    (tmp_path / "no").write_text("a file where a folder is asked for", encoding="utf-8")
    page.export.ask_path = answer(tmp_path / "no" / "folder.csv", [])  # type: ignore[assignment]
    page.export.save_csv()
    told = regions_window.status.news.text()
    assert told.startswith("folder.csv was not saved: a part of its path is not a folder.")
    assert told.endswith("Choose another place.")
    assert page.export.folder == ""


def test_a_cancelled_dialog_saves_nothing(page: RegionsPage, tmp_path: Path) -> None:
    page.export.ask_path = answer(None, [])  # type: ignore[assignment]
    page.export.save_xlsx()
    assert list(tmp_path.iterdir()) == []


def test_the_whole_table_is_copied(page: RegionsPage, part: MatrixPart) -> None:
    page.export.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + part.matrix.rowCount()


def test_nothing_on_show_is_nothing_to_export(
    page: RegionsPage, regions_window: MainWindow
) -> None:
    page.choose(PINNED)
    page.export.copy()
    assert regions_window.status.news.text() == "There is nothing to export."


def test_an_entry_that_the_filter_hides_is_shown_all_the_same(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    regions_window.history.change_text("beta")
    page.entry_asked.emit(GAMMA)
    assert regions_window.models.view.selected_keys() == [GAMMA]
    assert "undo brings it back" in regions_window.status.news.text()
    assert regions_window.history.can_undo


def test_the_language_changes_words_at_once(
    regions_window: MainWindow, page: RegionsPage, speak: Speak
) -> None:
    part = speak(regions_window, "de").stack.page.part  # type: ignore[attr-defined]
    part.view.setCurrentIndex(part.matrix.index(part.matrix.row_of(ALPHA), 0))
    assert part.line.text.text().startswith("Angeboten: ")


def test_f6_goes_from_the_matrix_to_the_choices_and_back(
    regions_window: MainWindow, page: RegionsPage, part: MatrixPart
) -> None:
    regions_window.activateWindow()
    part.view.setFocus()
    for expected in (page.toolbar.entries, part.view):
        QTest.keyClick(regions_window, Qt.Key.Key_F6)
        assert expected.hasFocus()


def test_commands_on_the_table_are_offered_only_while_it_can_be_seen(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    actions = regions_window.actions_by_name
    regions_window.navigation.show_page(0)
    assert actions["copy"].isEnabled()
    regions_window.navigation.show_page_named("regions")
    assert not actions["copy"].isEnabled()
    assert actions["copy_filter"].isEnabled()


def test_down_in_the_search_leads_into_the_matrix(
    regions_window: MainWindow, part: MatrixPart
) -> None:
    regions_window.activateWindow()
    QTest.keyClick(regions_window.page_bar.search, Qt.Key.Key_Down)
    assert part.view.hasFocus()


def test_every_control_can_be_named_by_a_screen_reader(page: RegionsPage) -> None:
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_workbook_writer_is_not_loaded_before_it_is_needed() -> None:
    """In a process of its own: other tests have loaded it here."""
    code = (
        "import sys, azmodels_gui.window.regions.regions_page, azmodels_gui.window.main_window;"
        "sys.exit('xlsxwriter' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
