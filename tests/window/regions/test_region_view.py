# SPDX-License-Identifier: MIT
"""The page of one region."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.sheets.markdown import markdown_text
from azmodels_gui.window.models.pane import FactTreeView
from azmodels_gui.window.regions.document_view import reading_width_px
from azmodels_gui.window.regions.region_page import CHOOSER_PX, RegionPagePart
from azmodels_gui.window.regions.region_part import RegionScope
from azmodels_gui.window.widgets.link_label import LinkLabel
from tests.builders import TODAY, catalog
from tests.window.regions.conftest import MakePart
from tests.window.regions.samples import GERMANY, LONDON, LOST, NORWAY, SWEDEN, index


@pytest.fixture
def view(make_part: MakePart) -> RegionPagePart:
    made = make_part(RegionPagePart, index())
    made.resize(900, 900)
    made.show()
    made.show_region(GERMANY)
    return made


def tables(view: RegionPagePart) -> dict[str, FactTreeView]:
    """Return the tables on show by their names."""
    found = view.pane.findChildren(FactTreeView)
    return {table.accessibleName(): table for table in found}


def lines(table: FactTreeView) -> list[tuple[str, ...]]:
    """Return headings and the lines below, as they stand."""
    model = table.figures
    found = []
    for row in range(model.rowCount()):
        head = model.index(row, 0)
        found.append(model.row_at(head).cells)
        below = range(model.rowCount(head))
        found += [model.row_at(model.index(at, 0, head)).cells for at in below]
    return found


def line(table: FactTreeView, start: str) -> QModelIndex:
    """Return the first line whose first cell begins so."""
    model = table.figures
    for row in range(model.rowCount()):
        head = model.index(row, 0)
        for found in (head, *(model.index(at, 0, head) for at in range(model.rowCount(head)))):
            if model.row_at(found).cells[0].startswith(start):
                return found
    raise AssertionError(start)


def told(view: RegionPagePart) -> str:
    return "\n".join(label.text() for label in view.pane.findChildren(QLabel))


def test_facts_of_the_region(view: RegionPagePart) -> None:
    texts = told(view)
    assert "Germany" in texts
    assert "EU data zone" in texts
    assert "50.10° N, 8.70° E" in texts
    assert "1 of 4 entries are offered here" in texts


@pytest.mark.parametrize(
    ("disputed", "facts", "note"),
    [
        pytest.param(GERMANY, True, "Distances from here", id="the region's own place"),
        pytest.param(SWEDEN, False, "of a region named here", id="the nearest region's place"),
        pytest.param(LONDON, False, "", id="a region that is not named"),
    ],
)
def test_a_disputed_place_is_told_with_what_rests_on_it(
    make_part: MakePart, disputed: str, facts: bool, note: str
) -> None:
    made = make_part(RegionPagePart, index())
    made.is_disputed = lambda region: region.id == disputed
    made.show_region(GERMANY)
    texts = told(made)
    assert ("50.10° N, 8.70° E: disputed, not in Germany" in texts) is facts
    assert ("not in its country" in texts) is bool(note)
    assert note in texts
    make = made.paper()
    assert make is not None
    assert note in markdown_text(make())


def test_each_type_says_what_is_offered_disputed_and_unknown(view: RegionPagePart) -> None:
    found = lines(tables(view)["Offered here"])
    assert ("payg data_zone", "1", "", "1") in found
    assert ("zonal 1", "● offered") in found
    assert ("payg regional", "", "1", "1") in found
    assert ("disputed 1", "", "! conflicting sources") in found
    assert ("Entries no source speaks of", "", "", "? 1") in found


def test_the_nearest_region_says_what_it_has_in_addition(view: RegionPagePart) -> None:
    texts = told(view)
    assert "The nearest region of the same data zone with an offer. 1,290 km away." in texts
    assert lines(tables(view)["Sweden Central"]) == [
        ("payg regional", "1"),
        ("regional 1", "", "– not offered (as of 5 Oct 2026)"),
    ]


def test_a_pair_the_catalogue_does_not_list_is_named_by_its_id(view: RegionPagePart) -> None:
    assert "nowhere, not in the catalogue" in told(view)


def test_a_disputed_pair_is_told_to_be_one(view: RegionPagePart) -> None:
    view.show_region(SWEDEN)
    assert "Azure's pair of this region. Whether both belong to the data zone is disputed." in (
        told(view)
    )


@pytest.mark.parametrize(
    ("region", "reason"),
    [
        pytest.param(LONDON, "in no known data zone", id="without a zone"),
        pytest.param(LOST, "coordinates are unknown", id="without coordinates"),
    ],
)
def test_why_no_nearest_region_is_named(view: RegionPagePart, region: str, reason: str) -> None:
    view.show_region(region)
    assert reason in told(view)
    assert "No differing price is known." in told(view)


def test_prices_are_compared_and_unknown_ones_stay_unknown(view: RegionPagePart) -> None:
    found = tables(view)
    differing = lines(found["Prices that differ"])
    assert differing == [
        ("zonal 1", "", "", "+10%"),
        ("Data zone · Input", "$2.75", "$2.50", "+10%"),
    ]
    assert "Equal to the global price: 1." in told(view)
    assert lines(found["Prices that cannot be compared"]) == [
        ("Expired; what follows is unknown", "1"),
        ("zonal 1", "1"),
    ]
    ptu = lines(found["Price of one PTU"])
    assert ptu[:2] == [("Azure OpenAI",), ("Data zone · hourly", "expired", "$1.00", "")]
    assert ptu[2][1:3] == ("unknown", "unknown")


def test_a_price_tells_source_and_end_on_hover(view: RegionPagePart) -> None:
    table = tables(view)["Price of one PTU"]
    tip = table.figures.row_at(line(table, "Data zone · hourly")).tip
    assert "Document prices" in tip
    assert "until 31" in tip
    table = tables(view)["Prices that cannot be compared"]
    tip = table.figures.row_at(line(table, "zonal")).tip
    assert tip.startswith("Data zone · Cached input\n\nLast known price: $1.10")


def test_a_line_asks_for_its_entry(qtbot: QtBot, view: RegionPagePart) -> None:
    table = tables(view)["Offered here"]
    with qtbot.waitSignal(view.entry_asked) as asked:
        table.activated.emit(line(table, "zonal"))
    assert asked.args == [("zonal", "1")]
    with qtbot.assertNotEmitted(view.entry_asked):
        table.activated.emit(line(table, "payg global"))


def test_another_region_is_shown_by_its_link_and_told(qtbot: QtBot, view: RegionPagePart) -> None:
    (link,) = view.pane.findChildren(LinkLabel)
    assert link.text() == "Sweden Central"
    with qtbot.waitSignals([view.region_asked, view.state_changed]):
        link.open()
    assert view.region is not None
    assert view.region.id == SWEDEN
    assert view.chooser.choice() == SWEDEN


def test_a_region_is_chosen_by_the_user(qtbot: QtBot, view: RegionPagePart) -> None:
    at = view.chooser.findData(NORWAY)
    view.chooser.setCurrentIndex(at)
    with qtbot.waitSignal(view.region_asked) as asked:
        view.chooser.activated.emit(at)
    assert asked.args == [NORWAY]
    assert "Documents disagree on Norway." in told(view)
    assert "! disputed: EU data zone" in told(view)


def test_an_unknown_region_changes_nothing(qtbot: QtBot, view: RegionPagePart) -> None:
    with qtbot.assertNotEmitted(view.state_changed):
        view.show_region("atlantis")
    assert view.state() == {"region": GERMANY}


@pytest.mark.parametrize("state", [{}, {"region": 7}, {"region": "atlantis"}])
def test_rubbish_in_the_state_is_passed_over(
    view: RegionPagePart, state: dict[str, object]
) -> None:
    view.restore(state)
    assert view.state() == {"region": GERMANY}


def test_another_catalogue_keeps_the_region_or_takes_the_first(view: RegionPagePart) -> None:
    view.show_scope(RegionScope(CatalogIndex(catalog(), TODAY)))
    assert view.state() == {"region": GERMANY}
    view.show_region("swedencentral")
    view.show_scope(RegionScope(CatalogIndex(catalog(regions=()), TODAY)))
    assert view.region is None


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german(view: RegionPagePart) -> None:
    texts = told(view)
    assert "EU-Datenzone" in texts
    assert "1 von 4 Einträgen" in texts
    assert ("Datenzone · Eingabe", "2,75\xa0$", "2,50\xa0$", "+10\xa0%") in lines(
        tables(view)["Abweichende Preise"]
    )


@pytest.mark.parametrize(
    ("width", "capped"),
    [
        pytest.param(700, False, id="a narrow window is used to its edge"),
        pytest.param(1_900, True, id="a wide one leaves room on the right"),
    ],
)
def test_lines_are_no_longer_than_is_read_well(
    qtbot: QtBot, view: RegionPagePart, width: int, capped: bool
) -> None:
    view.resize(width, 700)
    longest = reading_width_px(view.pane)
    table = tables(view)["Offered here"]
    qtbot.waitUntil(lambda: (table.width() < view.pane.viewport().width() - 100) is capped)
    assert table.width() <= longest
    assert view.chooser.width() <= CHOOSER_PX
