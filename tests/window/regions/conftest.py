# SPDX-License-Identifier: MIT
"""The Regions page in a window on the sample catalogue."""

from collections.abc import Callable
from typing import Protocol, TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme
from tests.window.conftest import MakeWindow
from tests.window.samples import around, page_parts

P = TypeVar("P", bound=RegionPart)


class MakePart(Protocol):
    def __call__(self, kind: Callable[[PageParts, RegionScope], P], index: CatalogIndex) -> P: ...


def regions_page(window: MainWindow) -> RegionsPage:
    """Return the page of a window, made now if it was not yet."""
    (lazy,) = (page for page in window.pages[1:] if page.key == "regions")
    assert isinstance(lazy.page, RegionsPage)
    return lazy.page


def matrix_part(page: RegionsPage) -> MatrixPart:
    assert isinstance(page.part, MatrixPart)
    return page.part


@pytest.fixture
def regions_window(make_window: MakeWindow) -> MainWindow:
    """Return a window that shows the Regions page with all entries."""
    return make_window(WindowState(page="regions", query=CatalogQuery()))


@pytest.fixture
def page(regions_window: MainWindow) -> RegionsPage:
    """Return the page on show."""
    return regions_page(regions_window)


@pytest.fixture
def make_part(qtbot: QtBot, theme: Theme, spoken: str) -> MakePart:
    """Return a function that makes a view on a catalogue, in the language of the test."""
    holder = QWidget()
    qtbot.addWidget(holder)

    def make(kind: Callable[[PageParts, RegionScope], P], index: CatalogIndex) -> P:
        made = kind(page_parts(around(theme), holder, spoken), RegionScope(index))
        qtbot.addWidget(made)
        return made

    return make


@pytest.fixture
def part(page: RegionsPage) -> MatrixPart:
    """Return the matrix on show."""
    return matrix_part(page)
