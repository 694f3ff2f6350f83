# SPDX-License-Identifier: MIT
"""A window that shows the calculator's page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.storage.files import read_file, write_file
from azmodels_gui.storage.preferences import KeptLoads
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.surroundings import CurrentCatalog, Surroundings
from azmodels_gui.window.theme.theme import Theme
from tests.builders import TODAY
from tests.window.calculator.samples import calculator_catalog, inputs
from tests.window.samples import read_resource


def calculator_of(window: MainWindow) -> CalculatorPage:
    """Return the page of a window, made now if it was not yet."""
    (lazy,) = (page for page in window.pages[1:] if page.key == "calculator")
    assert isinstance(lazy.page, CalculatorPage)
    return lazy.page


def explained(page: CalculatorPage) -> str:
    """Return what the explanation says, brought where it was put away: nobody forms it before."""
    page.results.explaining.show_panel(page.results.explanation, True)
    return page.results.explanation.text.toPlainText()


@pytest.fixture
def surroundings(theme: Theme, tmp_path: Path) -> Surroundings:
    current = CurrentCatalog(calculator_catalog(), TODAY)
    loads = KeptLoads(tmp_path / "loads")
    return Surroundings(
        *(current, theme, lambda _url: None, read_resource, write_file, read_file),
        *(loads.keep, loads.held, OpenClient(current)),
    )


@pytest.fixture
def calculator_window(
    surroundings: Surroundings, windows: list[MainWindow], qtbot: QtBot
) -> Iterator[MainWindow]:
    """Return a shown window; held until it is deleted, with nothing left running."""
    window = MainWindow(surroundings, WindowState(page="calculator"), "en")
    windows.append(window)
    window.show()
    yield window
    qtbot.waitUntil(lambda: not works_in_background())


@pytest.fixture
def page(calculator_window: MainWindow) -> CalculatorPage:
    """Return the page with 1,000 requests a minute on data-zone PTU in East US 2."""
    made = calculator_of(calculator_window)
    made.show_inputs(inputs())
    return made
