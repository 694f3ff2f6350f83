# SPDX-License-Identifier: MIT
"""The panel of filters: whole labels, fields among the facets, what is folded away."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import UseCase
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import Asked, CatalogQuery
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.facet_view import FacetView
from azmodels_gui.window.models.filter_panel import FilterPanel
from azmodels_gui.window.theme import Theme
from tests.builders import TODAY, catalog, model, offer, text, version

LONG = "Chat and customer support over many channels, in several languages"
USES = (UseCase(id="long", name=text(LONG)), UseCase(id="short", name=text("Chat")))
INDEX = CatalogIndex(
    catalog(
        model(
            "gpt-x",
            version(offers=[offer("DataZoneStandard", "swedencentral")]),
            use_cases=("long", "short"),
        ),
        use_cases=USES,
    ),
    TODAY,
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> FilterPanel:
    facets = FacetTreeModel(INDEX)
    made = FilterPanel(facets, theme, "en")
    qtbot.addWidget(made)
    facets.set_result(INDEX.run(CatalogQuery()))
    made.resize(220, 700)
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


def every_index(view: FacetView, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    root = parent or QModelIndex()
    for row in range(view.model().rowCount(root)):
        index = view.model().index(row, 0, root)
        yield index
        yield from every_index(view, index)


def find(view: FacetView, words: str) -> QModelIndex:
    return next(index for index in every_index(view) if index.data() == words)


def test_a_long_label_has_the_lines_it_needs_at_every_width(panel: FilterPanel) -> None:
    line = panel.view.visualRect(find(panel.view, "Chat")).height()
    assert panel.view.visualRect(find(panel.view, LONG)).height() > line
    panel.resize(700, 700)
    assert panel.view.visualRect(find(panel.view, LONG)).height() == line


def test_the_fields_of_a_range_stand_in_its_row(panel: FilterPanel) -> None:
    field, row = panel.ranges[Asked.RETIREMENT], find(panel.view, "Retires after")
    panel.view.scrollTo(row)
    below = panel.view.visualRect(panel.view.model().index(0, 0, row))
    assert field.geometry() == below
    assert below.height() >= field.minimumSizeHint().height()
    panel.view.collapse(row)
    assert field.isHidden()
    panel.view.expand(row)
    assert field.isVisible()


def test_the_fields_survive_another_catalogue(panel: FilterPanel, qtbot: QtBot) -> None:
    facets = panel.view.model()
    assert isinstance(facets, FacetTreeModel)
    facets.set_catalog(CatalogIndex(INDEX.catalog, TODAY))
    facets.set_result(INDEX.run(CatalogQuery()))
    with qtbot.waitSignal(panel.query_asked) as asked:
        QTest.keyClicks(panel.ranges[Asked.OUTPUT_PRICE].high, "8")
    assert asked.args == [CatalogQuery(max_output_price=Decimal(8))]
    assert panel.ranges[Asked.OUTPUT_PRICE].isVisibleTo(panel)


def test_a_field_that_takes_the_keyboard_comes_into_sight(panel: FilterPanel, qtbot: QtBot) -> None:
    panel.resize(220, 300)
    panel.activateWindow()
    field = panel.ranges[Asked.CONTEXT]
    field.low.setFocus()
    qtbot.waitUntil(lambda: panel.view.viewport().rect().contains(field.geometry()))


def test_the_foot_of_a_list_is_pressed_by_mouse_and_keyboard(panel: FilterPanel) -> None:
    view = panel.view
    folded = find(view, "Sweden Central").parent()
    first = view.model().index(view.model().rowCount(folded) - 1, 0, folded)
    assert first.data() == "2 without a hit"
    assert not view.visualRect(find(view, "Germany West Central")).isValid()
    view.scrollTo(first)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(first).center()
    )
    assert view.visualRect(find(view, "Germany West Central")).isValid()
    view.setCurrentIndex(first)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.visualRect(find(view, "Germany West Central")).isValid()


def test_who_seeks_finds_what_is_folded_away(panel: FilterPanel, qtbot: QtBot) -> None:
    panel.finder.setText("germany west")
    assert panel.view.visualRect(find(panel.view, "Germany West Central")).isValid()
    panel.finder.setText("retires")
    qtbot.waitUntil(panel.ranges[Asked.RETIREMENT].isVisible)
    assert panel.ranges[Asked.CONTEXT].isHidden()
    panel.finder.clear()
    assert not panel.view.visualRect(find(panel.view, "Germany West Central")).isValid()
    qtbot.waitUntil(panel.ranges[Asked.CONTEXT].isVisible)
