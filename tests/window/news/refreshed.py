# SPDX-License-Identifier: MIT
"""Catalogues to refresh to, and what tests do with a window that refreshes."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.refresh_commands import RefreshCommands
from azmodels_gui.window.refreshing import Refreshing
from tests.builders import few, written

KEPT = ("gpt-4.1", "2025-04-14")
BUNDLED = few()
GONE = BUNDLED.models[0]
NEWER = BUNDLED.but(serial=BUNDLED.serial + 1, models=BUNDLED.models[1:])
SHRUNK = BUNDLED.but(serial=BUNDLED.serial + 2, models=BUNDLED.models[:3])
TIMEOUT_MS = 20_000

StartWindow = Callable[..., Opened]


def file_of(catalog: Catalog, folder: Path) -> Path:
    path = folder / "new.json"
    path.write_bytes(written(catalog))
    return path


def refreshing_of(opened: Opened) -> Refreshing:
    assert opened.refreshing is not None
    return opened.refreshing


def commands_of(opened: Opened) -> RefreshCommands:
    assert opened.refresh_commands is not None
    return opened.refresh_commands


def take(opened: Opened, path: Path, qtbot: QtBot) -> None:
    """Open a catalogue file and wait for its end."""
    refreshing = refreshing_of(opened)
    with qtbot.waitSignal(refreshing.refresh.refreshed, timeout=TIMEOUT_MS):
        commands_of(opened).open_file(path)


def news_page(opened: Opened, qtbot: QtBot) -> NewsPage:
    """Show the page and wait for its lists."""
    page = news_page_made(opened)
    with qtbot.waitSignal(page.lists_shown, timeout=TIMEOUT_MS):
        opened.window.navigation.show_page_named("news")
    return page


def news_page_made(opened: Opened) -> NewsPage:
    (lazy,) = (page for page in opened.window.pages[1:] if page.key == "news")
    assert isinstance(lazy.page, NewsPage)
    return lazy.page
