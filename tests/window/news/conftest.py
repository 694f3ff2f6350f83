# SPDX-License-Identifier: MIT
"""A machine with a window that refreshes, and starts of the program on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.app import application
from azmodels_gui.app.application import Opened, open_window
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage import bundled
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.refreshing import Refreshing
from tests.builders import written
from tests.window.conftest import delete_opened
from tests.window.news.refreshed import BUNDLED, StartWindow, refreshing_of


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartWindow]:
    """Return a function that starts the program on one machine, with more arguments.

    It comes with `BUNDLED`; with the whole catalogue it starts in tests/app.
    """
    shipped = tmp_path / "shipped.json"
    shipped.write_bytes(written(BUNDLED))
    monkeypatch.setattr(bundled, "bundled_catalog_path", lambda: shipped)
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / name))
    # Among all that tests have imported, each look at everything takes half a second.
    monkeypatch.setattr(application, "COLLECT_EVERY_MS", 3_600_000)
    made: list[Opened] = []

    def started(*more: str) -> Opened:
        arguments = parse_arguments(["--today", "2026-11-22", *more])
        opened = open_window(arguments, StateFile(tmp_path / "CONFIG" / "state.json"))
        made.append(opened)
        opened.start_refreshing()
        opened.window.show()
        return opened

    yield started
    delete_opened(made)


@pytest.fixture
def opened(start: StartWindow) -> Opened:
    return start("--language", "en")


@pytest.fixture
def refreshing(opened: Opened) -> Refreshing:
    return refreshing_of(opened)
