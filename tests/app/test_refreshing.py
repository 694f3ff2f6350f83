# SPDX-License-Identifier: MIT
"""The window with refreshing connected: settings, status bar, the catalogue on show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from azmodels_gui.app.application import Opened, open_window
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.storage.settings import RefreshSettings
from azmodels_gui.window.refreshing import Refreshing
from tests.builders import shipped_catalog, written
from tests.storage.fault_server import reply, serving
from tests.storage.home import PATH, hosted

BUNDLED = shipped_catalog()
NEWER = BUNDLED.but(serial=BUNDLED.serial + 1, models=BUNDLED.models[1:])
SHRUNK = BUNDLED.but(serial=BUNDLED.serial + 2, models=())


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / name))
    arguments = parse_arguments(["--language", "de"])
    made = open_window(arguments, StateFile(tmp_path / "CONFIG" / "state.json"))
    made.start_refreshing()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def refreshing(opened: Opened) -> Refreshing:
    assert opened.refreshing is not None
    return opened.refreshing


def test_a_refresh_is_summed_up_in_the_status_bar(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with serving(hosted(written(NEWER))) as served:
        refreshing.set_settings(RefreshSettings(url=f"{served.url}{PATH}"))
        with qtbot.waitSignal(refreshing.refresh.refreshed):
            refreshing.refresh.refresh()
    told = opened.window.status.news.text()
    assert str(NEWER.serial) in told
    assert "entfallene" in told
    assert opened.around.current.catalog == NEWER
    assert opened.window.models.table.result.total == len(opened.around.current.index.entries)


def test_what_is_held_back_is_told(opened: Opened, refreshing: Refreshing, qtbot: QtBot) -> None:
    with serving(hosted(written(SHRUNK))) as served:
        refreshing.set_settings(RefreshSettings(url=f"{served.url}{PATH}"))
        with qtbot.waitSignal(refreshing.refresh.refreshed):
            refreshing.refresh.refresh()
    assert str(SHRUNK.serial) in opened.window.status.news.text()
    assert opened.around.current.catalog == BUNDLED


def test_a_failure_is_told_in_the_windows_language_not_in_a_box(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with serving({PATH: reply(status=404)}) as served:
        refreshing.set_settings(RefreshSettings(url=f"{served.url}{PATH}"))
        with qtbot.waitSignal(refreshing.refresh.failed):
            refreshing.refresh.refresh()
    assert "hat mit HTTP 404 geantwortet" in opened.window.status.news.text()
    assert opened.around.current.catalog == BUNDLED


def test_a_look_by_itself_that_fails_says_nothing(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(refreshing.refresh.failed):
        refreshing.refresh.refresh_by_itself()
    assert opened.window.status.news.text() == ""


def test_nothing_new_is_told_to_who_asked(
    opened: Opened, refreshing: Refreshing, qtbot: QtBot
) -> None:
    with serving(hosted(written(BUNDLED))) as served:
        refreshing.set_settings(RefreshSettings(url=f"{served.url}{PATH}"))
        with qtbot.waitSignal(refreshing.refresh.refreshed):
            refreshing.refresh.refresh_by_itself()
        assert opened.window.status.news.text() == ""
        with qtbot.waitSignal(refreshing.refresh.refreshed):
            refreshing.refresh.refresh()
    assert opened.window.status.news.text() == "Der Katalog ist aktuell."


def test_a_damaged_file_of_the_company_stops_looking_by_itself(
    refreshing: Refreshing, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "SITE").mkdir()
    (tmp_path / "SITE" / "site.toml").write_text("url = ")
    refreshing.set_settings(RefreshSettings(url="https://c.example/c.json", automatic=True))
    with qtbot.waitSignal(refreshing.refresh.failed) as failed:
        refreshing.refresh.refresh()
    assert "site.toml" in str(failed.args)


def test_settings_are_saved_and_read_again(refreshing: Refreshing) -> None:
    assert refreshing.settings == RefreshSettings()
    chosen = RefreshSettings(url="https://catalog.example/c.json", automatic=True)
    refreshing.set_settings(chosen)
    assert refreshing.settings == chosen
    assert refreshing.refresh.source.automatic


def test_the_next_start_shows_what_was_refreshed(
    refreshing: Refreshing, qtbot: QtBot, tmp_path: Path
) -> None:
    with serving(hosted(written(NEWER))) as served:
        refreshing.set_settings(RefreshSettings(url=f"{served.url}{PATH}"))
        with qtbot.waitSignal(refreshing.refresh.refreshed):
            refreshing.refresh.refresh()
    again = open_window(parse_arguments([]), StateFile(tmp_path / "CONFIG" / "state.json"))
    assert again.around.current.catalog == NEWER
    again.window.deleteLater()
    again.deleteLater()
