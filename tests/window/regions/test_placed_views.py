# SPDX-License-Identifier: MIT
"""The views of the Regions page and the question below them, as one page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.map_part import MapPart
from azmodels_gui.window.regions.region_page import RegionPagePart
from azmodels_gui.window.regions.region_part import EntrySet, RegionChoice
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.regions.zones_part import ZonesPart
from azmodels_gui.window.sheets.preview import SheetPreview
from tests.builders import TODAY
from tests.window.samples import GERMANY, sample_catalog

ALPHA, GAMMA = ("alpha-large", "2026-03-05"), ("gamma", "1")
US = "eastus2"


def map_part(page: RegionsPage) -> MapPart:
    page.show_pane("map")
    assert isinstance(page.part, MapPart)
    return page.part


def region_part(page: RegionsPage) -> RegionPagePart:
    assert isinstance(page.part, RegionPagePart)
    return page.part


@pytest.fixture
def preview(qapp: QApplication) -> Iterator[Callable[[], SheetPreview]]:
    """Return a function that finds the one open preview; it is closed afterwards."""

    def opened() -> list[SheetPreview]:
        found = [each for each in qapp.topLevelWidgets() if isinstance(each, SheetPreview)]
        return [each for each in found if each.isVisible()]

    def find() -> SheetPreview:
        (dialog,) = opened()
        return dialog

    yield find
    for dialog in opened():
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("pane", ["map", "region", "zones"])
def test_each_view_is_made_when_first_looked_at(page: RegionsPage, pane: str) -> None:
    assert pane not in page.state()["parts"]  # type: ignore[operator]
    page.toolbar.part_buttons[pane].click()
    assert page.middle.currentWidget() is page.part
    assert page.choice.part == pane


def test_a_dot_marks_the_region_in_every_view(page: RegionsPage) -> None:
    part = map_part(page)
    part.map.region_asked.emit(GERMANY)
    assert part.chosen.text() == "Germany West Central"
    assert part.filter_button.isEnabled()
    part.page_button.click()
    shown = region_part(page).region
    assert shown is not None
    assert shown.id == GERMANY


def test_without_a_region_there_is_nothing_to_filter_by(page: RegionsPage) -> None:
    part = map_part(page)
    assert not part.filter_button.isEnabled()
    assert not part.page_button.isEnabled()


def test_the_map_filters_by_its_region_and_undo_takes_it_back(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    part = map_part(page)
    part.map.region_asked.emit(GERMANY)
    part.filter_button.click()
    assert regions_window.history.query == CatalogQuery(regions=frozenset({GERMANY}))
    regions_window.history.undo()
    assert regions_window.history.query == CatalogQuery()


def test_a_region_chosen_on_its_page_is_not_let_go_when_chosen_again(page: RegionsPage) -> None:
    page.open_region(US)
    region_part(page).region_asked.emit(US)
    assert page.choice.region == US


def test_an_entry_of_the_region_page_opens_among_the_models(
    qtbot: QtBot, regions_window: MainWindow, page: RegionsPage
) -> None:
    page.open_region(GERMANY)
    region_part(page).entry_asked.emit(ALPHA)
    assert regions_window.models.view.selected_keys() == [ALPHA]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        pytest.param(frozenset[str](), US, id="the one with most offers"),
        pytest.param(frozenset({GERMANY}), GERMANY, id="the one of the filter"),
    ],
)
def test_without_a_choice_a_useful_region_is_shown(
    regions_window: MainWindow, page: RegionsPage, asked: frozenset[str], first: str
) -> None:
    regions_window.history.change(CatalogQuery(regions=asked))
    page.show_pane("region")
    shown = region_part(page).region
    assert shown is not None
    assert shown.id == first


def test_zones_and_region_are_read_without_any_entry(page: RegionsPage) -> None:
    page.choose(RegionChoice(entries=EntrySet.PINNED, part="zones"))
    assert isinstance(page.middle.currentWidget(), ZonesPart)
    page.show_pane("map")
    assert page.middle.currentWidget() is page.nothing_pinned


def test_the_map_shows_one_pinned_model_after_the_other(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    regions_window.pins.toggle([ALPHA, GAMMA])
    part = map_part(page)
    page.set_presenting(True)
    assert page.present(GAMMA)
    assert page.presented() == GAMMA
    assert part.head.text().startswith("Where Azure offers gamma 1")
    page.set_presenting(False)
    assert page.presented() is None
    assert not part.head.isVisible()
    assert part.foot.isVisible()


@pytest.mark.parametrize("pane", ["matrix", "map", "coverage", "region", "zones"])
def test_every_view_can_be_printed(
    regions_window: MainWindow,
    page: RegionsPage,
    preview: Callable[[], SheetPreview],
    pane: str,
    qtbot: QtBot,
) -> None:
    regions_window.pins.toggle([ALPHA])
    page.show_pane(pane)
    regions_window.actions_by_name["print"].trigger()
    dialog = preview()
    with qtbot.waitSignal(dialog.pages_set):
        pass
    assert dialog.printer().docName()


def test_every_page_can_be_printed_and_become_a_sheet(regions_window: MainWindow) -> None:
    actions = regions_window.actions_by_name
    for name in ("models", "regions", "calculator", "compare", "guide", "news"):
        regions_window.navigation.show_page_named(name)
        assert actions["print"].isEnabled(), name
        assert actions["export_sheet"].isEnabled(), name


def coverage_of(page: RegionsPage) -> Sheet:
    (subject,) = page.sheet_subjects()
    assert subject.kind is SheetKind.COVERAGE
    return subject.make(SheetOrder(sample_catalog(), TODAY, "en", subject.regions))


def test_the_sheet_follows_the_filter(regions_window: MainWindow, page: RegionsPage) -> None:
    regions_window.history.change_text("mini")
    assert "beta-mini" in coverage_of(page).title


def test_the_chosen_region_is_what_the_sheet_is_about(page: RegionsPage) -> None:
    page.mark_region(GERMANY)
    assert "Regions: Germany West Central" in coverage_of(page).head


def test_a_question_without_an_answer_makes_no_sheet(page: RegionsPage) -> None:
    page.choose(RegionChoice(entries=EntrySet.PINNED))
    assert not page.sheet_subjects()


def test_an_empty_view_says_that_there_is_nothing_to_print(
    regions_window: MainWindow, page: RegionsPage
) -> None:
    page.choose(RegionChoice(entries=EntrySet.PINNED))
    page.print_preview()
    assert regions_window.status.news.text() == "There is nothing to print."
