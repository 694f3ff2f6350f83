# SPDX-License-Identifier: MIT
"""A look and a window for the tests of widgets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtWidgets import QApplication, QWidget

from azmodels_gui.app.application import InstalledLanguage, Opened
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.state import FIRST_FILTER, WindowState
from azmodels_gui.window.theme import Theme, ThemeChoice
from tests.window.samples import around, read_resource

MakeWindow = Callable[..., MainWindow]
Speak = Callable[[MainWindow, str], MainWindow]
Present = Callable[[MainWindow], MainWindow]


@pytest.fixture
def theme(qapp: QApplication, request: pytest.FixtureRequest) -> Theme:
    """Return the light look, or one that a test asks for: `DARK_LOOK`."""
    made = Theme(read_resource)
    made.choose(getattr(request, "param", ThemeChoice.LIGHT))
    return made


@pytest.fixture
def opened() -> list[QUrl]:
    """Return the links that were opened, in place of a browser."""
    return []


@pytest.fixture
def windows() -> Iterator[list[MainWindow]]:
    """Return the windows of a test, to be held until they are deleted here.

    Left to the garbage collector, their models may lose their attributes first, while the views
    still ask them: errors now and then, in whatever test is running.
    """
    made: list[MainWindow] = []
    yield made
    delete(made)


@pytest.fixture
def held() -> Iterator[list[QWidget]]:
    """Return a list for widgets, which are deleted in the end."""
    widgets: list[QWidget] = []
    yield widgets
    delete(widgets)


def delete(things: Iterable[QObject]) -> None:
    """Close widgets and delete them, and other things, now."""
    for thing in things:
        if isinstance(thing, QWidget):
            thing.close()
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def delete_opened(starts: Sequence[Opened]) -> None:
    """Delete what starts of the program opened, and speak English again."""
    delete(thing for opened in starts for thing in (opened.window, opened))
    for opened in starts:
        opened._installed.install("en")


@pytest.fixture
def make_window(theme: Theme, opened: list[QUrl], windows: list[MainWindow]) -> MakeWindow:
    """Return a function that makes a shown window on all of the sample catalogue.

    On a first start, what can no longer be used is hidden.
    What is named after the language replaces that part of the surroundings.
    """

    def make(
        state: WindowState | None = None,
        language: str = "en",
        *,
        first_start: bool = False,
        **others: Any,
    ) -> MainWindow:
        surroundings = replace(around(theme, opened), **others)
        state = state or WindowState()
        if state.query == FIRST_FILTER and not first_start:
            state = replace(state, query=CatalogQuery())
        window = MainWindow(surroundings, state, language)
        windows.append(window)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Return a shown window in English."""
    return make_window()


@pytest.fixture
def install(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Return a function that installs a language; English again afterwards."""
    installed = InstalledLanguage(qapp)
    yield installed.install
    installed.install("en")


@pytest.fixture
def spoken(request: pytest.FixtureRequest, install: Callable[[str], None]) -> str:
    """Return the language that widgets of a test speak; English unless the test names one."""
    language = str(getattr(request, "param", "en"))
    install(language)
    return language


@pytest.fixture
def speak(install: Callable[[str], None], windows: list[MainWindow]) -> Speak:
    """Return a function that puts a window of another language in the place of one."""

    def speak(window: MainWindow, language: str) -> MainWindow:
        install(language)
        return gone_on(window, window.successor(language), windows)

    return speak


@pytest.fixture
def present(windows: list[MainWindow]) -> Present:
    """Return a function that asks a window to present, or to leave, and returns the next one."""

    def present(window: MainWindow) -> MainWindow:
        asked = list[bool]()
        window.presentation_asked.connect(asked.append)
        window.present()
        (presents,) = asked
        return gone_on(window, window.successor(presents=presents), windows)

    return present


def gone_on(before: MainWindow, after: MainWindow, windows: list[MainWindow]) -> MainWindow:
    """Put a window in the place of the one before, as the application does."""
    windows.remove(before)
    windows.append(after)
    after.show()
    after.follow(before)
    before.hide()
    before.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return after
