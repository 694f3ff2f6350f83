# SPDX-License-Identifier: MIT
"""Data zones explained."""

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.regions.document_view import DocumentView, reading_width_px
from azmodels_gui.window.regions.region_part import RegionScope
from azmodels_gui.window.regions.zones_part import ZonesPart
from tests.builders import TODAY, catalog
from tests.window.regions.conftest import MakePart
from tests.window.regions.samples import NORWAY, index


@pytest.fixture
def zones(make_part: MakePart) -> ZonesPart:
    made = make_part(ZonesPart, index())
    made.resize(900, 900)
    made.show()
    return made


@pytest.fixture
def view(zones: ZonesPart) -> DocumentView:
    return zones.view


def test_what_each_scope_means_is_told(view: DocumentView) -> None:
    told = view.toPlainText()
    for scope in ("Regional", "Data zone", "Global"):
        assert scope in told
    assert "In any Azure region that runs the model" in told
    assert "In the Azure geography you choose." in told
    assert "no legal advice" in told


def test_certain_and_disputed_countries_stand_apart(view: DocumentView) -> None:
    told = view.toPlainText()
    inside, _, disputed = told.partition("! Documents disagree")
    assert "Germany: Germany West Central" in inside
    assert "Norway: Norway East" in disputed
    assert "country unknown: Lost <b>Central</b>" in inside


def test_every_wording_has_its_document_and_date(view: DocumentView) -> None:
    told = view.toPlainText()
    assert "Member states only" in told
    assert "May include Norway" in told
    assert "Document types, 5 Oct 2026" in told
    assert "https://example.com/types" in view.toHtml()


def test_a_zone_without_regions_says_so(view: DocumentView) -> None:
    assert "The catalogue names no region of this zone." in view.toPlainText()


def test_the_remarks_on_residency_are_shown_with_their_source(view: DocumentView) -> None:
    assert "Stored is not processed. (Document types" in view.toPlainText()


def test_regions_and_sources_are_links(qtbot: QtBot, view: DocumentView) -> None:
    with qtbot.waitSignal(view.region_asked) as asked:
        view.anchorClicked.emit(QUrl(f"region:{NORWAY}"))
    assert asked.args == [NORWAY]
    with qtbot.waitSignal(view.link_asked):
        view.anchorClicked.emit(QUrl("https://example.com/types"))


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german_and_another_catalogue(zones: ZonesPart) -> None:
    view = zones.view
    told = view.toPlainText()
    assert "auch mit Norwegen" in told
    assert "keine Rechtsberatung" in told
    assert "Datenzonen" in view.accessibleName()
    zones.show_scope(RegionScope(CatalogIndex(catalog(data_zones=()), TODAY)))
    assert "auch mit Norwegen" not in view.toPlainText()


@pytest.mark.parametrize("width", [600, 1_900])
def test_the_text_is_no_wider_than_the_window_nor_than_is_read_well(
    zones: ZonesPart, width: int
) -> None:
    zones.resize(width, 700)
    view = zones.view
    used = view.document().idealWidth()
    assert used <= min(view.viewport().width(), reading_width_px(view)) + 1
