# SPDX-License-Identifier: MIT
"""Regions of the comparison: any number, all of a data zone at once, nothing lost."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.window.compare.bar import ALL_OF, ZONE, ComparedRegions, place_of
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.region_chips import SHOWN_LINES
from tests.builders import REGIONS, TODAY, catalog, model, offer, price, region, version
from tests.window.compare.test_compare_page import PINNED, page_of
from tests.window.conftest import MakeWindow
from tests.window.samples import GERMANY, sample_catalog

MANY = tuple(region(f"Region Number {number}", "EU", "Europe", "Europe") for number in range(40))


def regions_of(
    theme: Theme, qtbot: QtBot, regions: tuple[Region, ...], language: str = "en"
) -> ComparedRegions:
    made = ComparedRegions(theme, catalog(regions=regions), language)
    qtbot.addWidget(made)
    qtbot.addWidget(made.field)
    made.resize(900, 40)
    return made


def add(regions: ComparedRegions, value: str) -> None:
    regions.field.show_choice(value)
    assert regions.field.choice() == value
    regions.field.edited.emit()


def names(regions: ComparedRegions) -> list[str]:
    return [chip.text() for chip in regions.chips]


@pytest.mark.parametrize("count", [1, 8, 40])
def test_any_number_of_regions_may_be_chosen(theme: Theme, qtbot: QtBot, count: int) -> None:
    regions = regions_of(theme, qtbot, MANY)
    for each in MANY[:count]:
        add(regions, each.id)
    assert [each.id for each in regions.chosen()] == [each.id for each in MANY[:count]]
    assert len(regions.chips) == count


def test_many_chips_scroll_instead_of_filling_the_page(theme: Theme, qtbot: QtBot) -> None:
    regions = regions_of(theme, qtbot, MANY)
    regions.choose([MANY[0].id])
    regions.show()
    QCoreApplication.processEvents()
    one_line = regions.height()
    regions.choose([each.id for each in MANY])
    QCoreApplication.processEvents()
    assert one_line < regions.height() <= SHOWN_LINES * one_line
    assert regions.verticalScrollBar().maximum() > 0


def test_without_regions_there_is_no_empty_line(theme: Theme, qtbot: QtBot) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    assert regions.isHidden()
    assert "Anywhere" in regions.field.currentText()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param("en", "EU data zone: all 2 regions", id="English"),
        pytest.param("de", "EU data zone (de): all 2 regions", id="its German name"),
    ],
)
def test_all_regions_of_a_data_zone_are_added_at_once(
    theme: Theme, qtbot: QtBot, language: str, words: str
) -> None:
    regions = regions_of(theme, qtbot, REGIONS, language)
    assert words in [regions.field.itemText(at) for at in range(regions.field.count())]
    add(regions, "japaneast")
    add(regions, f"{ALL_OF}EU")
    assert names(regions) == ["Japan East", "Germany West Central", "Sweden Central"]
    assert regions.field.findData(f"{ALL_OF}EU") == -1


def test_all_are_removed_at_once(theme: Theme, qtbot: QtBot) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    add(regions, f"{ALL_OF}EU")
    with qtbot.waitSignal(regions.edited):
        regions.clear_button.click()
    assert regions.chosen() == ()


def test_the_keyboard_stays_among_the_chips(theme: Theme, qtbot: QtBot) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    regions.choose([each.id for each in REGIONS])
    regions.show()
    qtbot.waitExposed(regions)
    regions.activateWindow()
    qtbot.waitUntil(regions.isActiveWindow)
    regions.chips[1].setFocus()
    QTest.keyClick(regions.chips[1], Qt.Key.Key_Space)
    assert regions.chips[1].hasFocus()
    assert regions.chips[1].text() == REGIONS[2].name


def test_a_region_that_the_catalogue_lacks_waits_for_one_that_has_it(
    theme: Theme, qtbot: QtBot
) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    regions.choose([GERMANY, "japaneast"])
    regions.show_catalog(catalog(regions=REGIONS[1:]))
    assert names(regions) == ["Japan East"]
    regions.show_catalog(catalog())
    assert names(regions) == ["Germany West Central", "Japan East"]


def test_every_chosen_region_has_its_section(make_window: MakeWindow) -> None:
    regions = REGIONS + MANY[:7]
    shown = sample_catalog().but(regions=regions)
    window: MainWindow = make_window(PINNED, current=CurrentCatalog(shown, TODAY))
    page = page_of(window)
    page.bar.regions.choose([each.id for each in regions])
    page.bar.regions.edited.emit()
    keys = {line.group.key for line in page.model.lines if line.row is None}
    assert {f"availability:{each.id}" for each in regions} <= keys
    assert window.state().pages["compare"]["regions"] == [each.id for each in regions]


def test_a_data_zone_is_a_place_and_takes_what_lies_outside_away(
    theme: Theme, qtbot: QtBot
) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    add(regions, "swedencentral")
    add(regions, "japaneast")
    add(regions, f"{ZONE}EU")
    assert names(regions) == ["Sweden Central", "inside the EU data zone"]
    assert regions.zones() == ("EU",)
    assert [each.id for each in regions.chosen()] == ["swedencentral"]
    add(regions, "eastus2")
    assert names(regions) == ["Sweden Central", "East US 2"]
    assert regions.zones() == ()


def test_a_second_data_zone_takes_the_place_of_the_first(theme: Theme, qtbot: QtBot) -> None:
    regions = regions_of(theme, qtbot, REGIONS)
    add(regions, f"{ZONE}EU")
    add(regions, f"{ZONE}US")
    assert regions.zones() == ("US",)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        pytest.param(CatalogQuery(data_zones=frozenset({"EU"})), ("zone:EU",), id="a data zone"),
        pytest.param(CatalogQuery(regions=frozenset({GERMANY})), (GERMANY,), id="a region"),
        pytest.param(
            CatalogQuery(countries=frozenset({"SE"})), ("swedencentral",), id="regions of a country"
        ),
    ],
)
def test_the_place_of_the_filter_is_compared(asked: CatalogQuery, place: tuple[str, ...]) -> None:
    assert place_of(asked, catalog()) == place


def test_prices_hold_for_the_chosen_data_zone(make_window: MakeWindow) -> None:
    """Issue 14: a global price is none where data must stay in the EU."""
    offers = [offer("GlobalStandard", GERMANY), offer("DataZoneStandard", GERMANY)]
    prices = (
        price("1.00"),
        price("1.10", scope=Scope.DATA_ZONE, data_zone="EU"),
        price("1.30", scope=Scope.DATA_ZONE, data_zone="US"),
    )
    shown = catalog(model("alpha", version("1", offers=offers), prices=prices))
    window = make_window(
        WindowState(pinned=(("alpha", "1"),), page="compare"), current=CurrentCatalog(shown, TODAY)
    )
    page = page_of(window)
    add(page.bar.regions, f"{ZONE}EU")
    told = {line.row.key: line.row.cells[0].text for line in page.model.lines if line.row}
    assert told["lowest:input"].startswith("$1.10")
    assert told["price:data_zone:standard:short:input"] == "$1.10"
    assert not any(key.startswith("price:global") for key in told)
    assert [each.data_zones for each in page.sheet_subjects()][:2] == [("EU",), ("EU",)]
