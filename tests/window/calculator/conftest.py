# SPDX-License-Identifier: MIT
"""Windows that show the calculator's page: one that tests share, and new ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.storage.files import read_file, write_file
from azmodels_gui.storage.preferences import KeptLoads
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog, Surroundings
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme, ThemeChoice
from tests.builders import TODAY
from tests.window.calculator.put_back import KeptWindow, calculator_of
from tests.window.calculator.samples import calculator_catalog, inputs
from tests.window.samples import read_resource


def explained(page: CalculatorPage) -> str:
    """Return what the explanation says, brought where it was put away: nobody forms it before."""
    page.results.explaining.show_panel(page.results.explanation, True)
    return page.results.explanation.text.toPlainText()


def surroundings_of(theme: Theme, folder: Path) -> Surroundings:
    current = CurrentCatalog(calculator_catalog(), TODAY)
    loads = KeptLoads(folder)
    return Surroundings(
        *(current, theme, lambda _url: None, read_resource, write_file, read_file),
        *(loads.keep, loads.held, OpenClient(current)),
    )


def shown(surroundings: Surroundings) -> MainWindow:
    window = MainWindow(surroundings, WindowState(page="calculator"), "en")
    window.show()
    return window


@pytest.fixture
def surroundings(theme: Theme, tmp_path: Path) -> Surroundings:
    """Return what is around `new_window`."""
    return surroundings_of(theme, tmp_path / "loads")


@pytest.fixture
def new_window(
    surroundings: Surroundings, windows: list[MainWindow], qtbot: QtBot
) -> Iterator[MainWindow]:
    """Return a window of this test's own; held until it is deleted, with nothing left running."""
    window = shown(surroundings)
    windows.append(window)
    yield window
    qtbot.waitUntil(lambda: not works_in_background())


@pytest.fixture(scope="module")
def kept_window(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KeptWindow]:
    """Return the window that tests of a module share."""

    def make() -> MainWindow:
        theme = Theme(read_resource)
        theme.choose(ThemeChoice.LIGHT)
        return shown(surroundings_of(theme, tmp_path_factory.mktemp("loads")))

    kept = KeptWindow(make)
    yield kept
    kept.close()


@pytest.fixture
def calculator_window(kept_window: KeptWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a window that shows what a new one does, with nothing left running."""
    yield kept_window.window()
    qtbot.waitUntil(lambda: not works_in_background())


@pytest.fixture
def page(calculator_window: MainWindow) -> CalculatorPage:
    """Return the page with 1,000 requests a minute on data-zone PTU in East US 2."""
    made = calculator_of(calculator_window)
    made.show_inputs(inputs())
    return made
