# SPDX-License-Identifier: MIT
"""Finding a filter by what it is called in either language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.facet_view import FacetView


def values_on_show(view: FacetView, below: QModelIndex | None = None) -> Iterator[str]:
    """Yield the values that are not hidden."""
    parent, model = below or QModelIndex(), view.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if not view.isRowHidden(row, parent):
            value = index.data(FacetTreeModel.VALUE_ROLE)
            yield from [value] if value else values_on_show(view, index)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Deutschland", ["DE", "germanywestcentral"], id="a country in German"),
        pytest.param("frankfurt", ["germanywestcentral"], id="a city"),
        pytest.param("zurich", ["switzerlandnorth"], id="a city without its dots"),
        pytest.param("asien", ["APAC", "japaneast"], id="a zone and a group in German"),
        pytest.param("kundensupport", ["chat"], id="a use case in German"),
        pytest.param("nowhere", [], id="nothing"),
    ],
)
def test_a_filter_is_found_by_words_of_either_language(
    window: MainWindow, typed: str, expected: list[str]
) -> None:
    panel = window.models.panel
    before = list(values_on_show(panel.view))
    panel.finder.setText(typed)
    assert list(values_on_show(panel.view)) == expected
    panel.finder.clear()
    assert list(values_on_show(panel.view)) == before
