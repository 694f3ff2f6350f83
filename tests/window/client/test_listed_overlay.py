# SPDX-License-Identifier: MIT
"""What the subscription lists stands beside the catalogue on show, and filters it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.regions.cell_words import MatrixSlots, RegionCodes, RegionWords
from tests.window.client.answered import REGION, client
from tests.window.samples import sample_catalog

PATH = Path("contoso.azclient")
LISTED = "isted in the subscription on 22 Nov 2026"


def open_client(window: MainWindow) -> None:
    window.parts.around.client.open(client(), PATH)


def shown(window: MainWindow) -> list[str]:
    return [entry.model.id for _, entry in window.models.table.shown()]


def pane_texts(window: MainWindow, entry: str) -> str:
    window.navigation.select_named(entry)
    window.models.details.open_pane("availability")
    return "\n".join(window.models.details.full.panes[1].texts())


def test_without_lists_there_is_nothing_to_filter_by(window: MainWindow) -> None:
    assert window.models.panel.listed.isHidden()
    assert not window.actions_by_name["listed_only"].isVisible()


def test_what_we_may_deploy_is_a_switch_with_chip_counts_and_undo(window: MainWindow) -> None:
    open_client(window)
    before = shown(window)
    window.models.panel.listed.click()
    assert window.history.query == CatalogQuery(listed_only=True)
    assert shown(window) == ["alpha-large", "gamma"]
    words = [chip.text() for chip in window.models.chips.chips]
    assert any("What we may deploy" in each for each in words)
    assert window.actions_by_name["listed_only"].isChecked()
    window.actions_by_name["undo"].trigger()
    assert shown(window) == before
    assert not window.models.panel.listed.isChecked()


def test_the_place_is_then_where_the_subscription_lists_it(window: MainWindow) -> None:
    open_client(window)
    listed = CatalogQuery(listed_only=True, regions=frozenset({REGION}))
    window.history.change(listed)
    assert shown(window) == ["alpha-large", "gamma"]
    published = window.index.run(CatalogQuery(regions=frozenset({REGION})))
    assert [window.index.entries[row].model.id for row in published.rows()] == [
        "alpha-large",
        "beta-mini",
    ]


def test_closing_the_client_leaves_the_answer_open(window: MainWindow) -> None:
    open_client(window)
    window.history.change(CatalogQuery(listed_only=True))
    window.parts.around.client.close()
    result = window.models.table.result
    assert (result.count, result.unknown) == (0, 4)
    assert window.models.panel.listed.isHidden()


def test_the_details_tell_both_with_their_days_and_mix_neither(window: MainWindow) -> None:
    window.history.change(CatalogQuery(regions=frozenset({REGION})))
    before = pane_texts(window, "alpha-large")
    assert LISTED not in before
    open_client(window)
    told = pane_texts(window, "alpha-large")
    assert f"L{LISTED}: payg global" in told
    assert f"Not l{LISTED}: payg data_zone" in told
    assert "says nothing of capacity" in told
    index = window.index
    assert index.published == sample_catalog()
    window.parts.around.client.close()
    assert pane_texts(window, "alpha-large") == before


def test_another_catalogue_is_told_beside_as_well(window: MainWindow) -> None:
    open_client(window)
    newer: Catalog = sample_catalog().but(serial=sample_catalog().serial + 1)
    window.parts.around.current.show(newer)
    assert window.index.listing is not None
    assert "Lists of 1 region were read." in pane_texts(window, "alpha-large")


@pytest.mark.parametrize("told_any", [True, False])
def test_the_page_of_a_region_tells_its_list(
    window: MainWindow, qtbot: QtBot, told_any: bool
) -> None:
    from azmodels_gui.window.regions.regions_page import RegionsPage

    window.navigation.show_page_named("regions")
    page = window.stack.page
    assert isinstance(page, RegionsPage)
    page.show_pane("region")
    page.open_region(REGION)
    if told_any:
        open_client(window)
    told = "\n".join(page.part.pane.texts())  # type: ignore[attr-defined]
    told = told.replace("\N{NO-BREAK SPACE}", " ")
    assert ("By the list of 22 Nov 2026." in told) is told_any


def test_tool_tips_of_the_table_tell_it_where_the_filter_asks(window: MainWindow) -> None:
    table = window.models.table

    def tips(number: int) -> str:
        column = COLUMN_NUMBERS["processing"]
        told = table.index(number, column).data(Qt.ItemDataRole.ToolTipRole)
        return str(told).replace("\N{NO-BREAK SPACE}", " ")

    rows = {entry.model.id: row for row, entry in table.shown()}
    before = tips(rows["alpha-large"])
    open_client(window)
    place = "Germany West Central"
    assert f"{place}: l{LISTED} (payg global)" in tips(rows["alpha-large"])
    assert LISTED not in tips(rows["beta-mini"])  # listed nowhere, and no place was asked for
    window.history.change(CatalogQuery(regions=frozenset({REGION})))
    rows = {entry.model.id: row for row, entry in table.shown()}
    assert f"{place}: not l{LISTED}" in tips(rows["beta-mini"])
    window.history.undo()
    window.parts.around.client.close()
    rows = {entry.model.id: row for row, entry in table.shown()}
    assert tips(rows["alpha-large"]) == before


def test_tool_tips_of_regions_tell_it_beside_what_is_published(window: MainWindow) -> None:
    index = window.index
    codes = RegionCodes(index.catalog)
    words = RegionWords(MatrixSlots(index.catalog, codes), CellContext(index, "en"))
    at = codes.regions.index(REGION)
    (region,) = (each for each in index.catalog.regions if each.id == REGION)

    def lines(model: str) -> str:
        (entry,) = (each for each in index.entries if each.model.id == model)
        told = "\n".join(words.lines(entry, region, codes.row(entry)[at]))
        return told.replace("\N{NO-BREAK SPACE}", " ")

    before = lines("alpha-large")
    open_client(window)
    told = lines("alpha-large")
    assert f"payg global: l{LISTED}" in told
    assert f"not l{LISTED}" in told
    assert set(before.splitlines()) <= set(told.splitlines())
    assert lines("beta-mini").splitlines().count(f"not l{LISTED}") == 1
