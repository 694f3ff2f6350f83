# SPDX-License-Identifier: MIT
"""The Regions page in a window on the sample catalogue."""

from collections.abc import Callable

import pytest

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from tests.window.conftest import MakeWindow

MakePage = Callable[..., RegionsPage]


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
def part(page: RegionsPage) -> MatrixPart:
    """Return the matrix on show."""
    return matrix_part(page)
