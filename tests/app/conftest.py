# SPDX-License-Identifier: MIT
"""Starts of the program, as a user makes them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.app import application
from azmodels_gui.app.application import Opened, open_window
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage import bundled
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.background import works_in_background
from tests.builders import few_written
from tests.window.conftest import delete_opened

Start = Callable[..., Opened]


@pytest.fixture
def few_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program come with a few models: for what is asked again and again of any."""
    shipped = tmp_path / "shipped.json"
    shipped.write_bytes(few_written())
    monkeypatch.setattr(bundled, "bundled_catalog_path", lambda: shipped)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Return a function that starts the program in a language, on one machine."""
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / name))
    # Among all that tests have imported, each look at everything takes half a second.
    monkeypatch.setattr(application, "COLLECT_EVERY_MS", 3_600_000)
    made: list[Opened] = []

    def started(language: str, file: Path = tmp_path / "state.json", *more: str) -> Opened:
        asked = ["--language", language, "--today", "2026-11-22", "--size", "1440x900", *more]
        opened = open_window(parse_arguments(asked), StateFile(file))
        made.append(opened)
        opened.window.show()
        return opened

    yield started
    qtbot.waitUntil(lambda: not works_in_background(), timeout=20_000)
    delete_opened(made)
