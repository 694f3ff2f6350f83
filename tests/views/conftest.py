# SPDX-License-Identifier: MIT
"""A look and a window for the tests of widgets."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azmodels_gui.app.language import InstalledLanguage
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.main_window import MainWindow
from azmodels_gui.views.state import WindowState
from azmodels_gui.views.theme.theme import Theme, ThemeChoice
from tests.views.samples import around, read_resource

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Return the light look."""
    made = Theme(read_resource)
    made.choose(ThemeChoice.LIGHT)
    return made


@pytest.fixture
def opened() -> list[QUrl]:
    """Return the links that were opened, in place of a browser."""
    return []


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, opened: list[QUrl]) -> MakeWindow:
    """Return a function that makes a shown window on the sample catalogue."""

    def make(state: WindowState | None = None, language: Language = Language.ENGLISH) -> MainWindow:
        window = MainWindow(around(theme, opened), state or WindowState(), language)
        qtbot.addWidget(window)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Return a shown window in English."""
    return make_window()


@pytest.fixture
def install(qapp: QApplication) -> Iterator[Callable[[Language], None]]:
    """Return a function that installs a language; English again afterwards."""
    installed = InstalledLanguage(qapp)
    yield installed.install
    installed.install(Language.ENGLISH)
