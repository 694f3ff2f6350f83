# SPDX-License-Identifier: MIT
"""What the measurement of a refresh rests on: real requests, real changes, a loop that beats."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.differences import changes
from bench.refreshing import Heart, newer, refreshed, unchanged, written
from tests.builders import shipped_catalog


def test_an_unchanged_refresh_is_counted_by_the_host(tmp_path: Path) -> None:
    shipped = shipped_catalog()
    _, requests, body_bytes, parsed = unchanged(tmp_path, shipped, written(newer(shipped)))
    assert (requests, body_bytes, parsed) == (30, 0, 0)


def test_the_newer_catalogue_differs_in_prices_of_a_tenth_of_the_models() -> None:
    shipped = shipped_catalog()
    found = changes(shipped, newer(shipped))
    assert found.prices
    assert found.new_serial == shipped.serial + 1


def test_the_loop_beats_while_a_refresh_runs(qtbot: QtBot, tmp_path: Path) -> None:
    shipped = shipped_catalog()
    beats = refreshed(tmp_path, shipped, written(newer(shipped)))
    assert beats.gaps == sorted(beats.gaps)
    assert len(beats.gaps) > 10


def test_a_block_of_the_loop_is_seen(qtbot: QtBot) -> None:
    def until(stop: Callable[[], None]) -> None:
        def block() -> None:
            sum(range(3_000_000))
            QTimer.singleShot(200, stop)  # time for ordinary beats, on a busy machine too

        QTimer.singleShot(20, block)

    beats = Heart().beat(until)
    assert beats.longest > 2 * beats.gaps[len(beats.gaps) // 2]
