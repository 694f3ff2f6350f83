# SPDX-License-Identifier: MIT
"""What is selected stays selected while rows come and go."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.catalog_view import KeptSelection
from tests.builders import TODAY, catalog, model

XAI = CatalogQuery(providers=frozenset({"xai"}))
GPT, GROK, PHI = ("gpt-x", "2026-01-01"), ("grok", "2026-01-01"), ("phi", "2026-01-01")


@pytest.fixture
def table() -> CatalogTableModel:
    models = (model("gpt-x"), model("grok", provider="xai"), model("phi"))
    return CatalogTableModel(CatalogIndex(catalog(*models), TODAY))


@pytest.fixture
def selection(table: CatalogTableModel) -> QItemSelectionModel:
    return QItemSelectionModel(table)


@pytest.fixture
def kept(table: CatalogTableModel, selection: QItemSelectionModel) -> KeptSelection:
    return KeptSelection(table, selection)


def keys(kept: KeptSelection) -> set[EntryKey]:
    return set(kept.selected_keys())


def test_a_filter_keeps_the_selection_of_what_it_leaves(
    table: CatalogTableModel, kept: KeptSelection
) -> None:
    kept.select([GPT, PHI])
    table.set_query(XAI)
    assert keys(kept) == set()
    kept.select([GROK])
    table.set_query(CatalogQuery())
    assert keys(kept) == {GROK}


def test_sorting_keeps_the_selection(table: CatalogTableModel, kept: KeptSelection) -> None:
    kept.select([GPT, PHI])
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert kept.selected_keys() == [PHI, GPT]


def test_a_new_catalogue_keeps_the_selection_by_key(
    table: CatalogTableModel, kept: KeptSelection
) -> None:
    kept.select([GROK])
    table.set_catalog(CatalogIndex(catalog(model("new"), model("grok")), TODAY))
    assert keys(kept) == {GROK}


def test_the_current_row_follows_its_entry(
    table: CatalogTableModel, kept: KeptSelection, selection: QItemSelectionModel
) -> None:
    kept.select([GROK])
    (row,) = table.rows_of([GROK])
    selection.setCurrentIndex(table.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    table.set_query(XAI)
    assert selection.currentIndex().row() == 0
    assert keys(kept) == {GROK}


def test_nothing_selected_stays_nothing_selected(
    table: CatalogTableModel, kept: KeptSelection
) -> None:
    table.set_query(XAI)
    assert keys(kept) == set()


def test_a_search_selects_its_best_hit_and_gives_the_selection_back(
    table: CatalogTableModel, kept: KeptSelection
) -> None:
    kept.select([GPT, PHI])
    table.set_query(CatalogQuery(text="grok"))
    assert keys(kept) == {GROK}
    table.set_query(CatalogQuery())
    assert keys(kept) == {GPT, PHI}
