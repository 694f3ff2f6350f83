# SPDX-License-Identifier: MIT
"""The rebuild is measured in processes of its own, and its control reads every file."""

import subprocess
from pathlib import Path

import pytest

from bench import rebuilding
from tests.publish.test_collected_build import real

__all__ = ["real"]  # the fixture with a part of the sources


def test_the_control_reads_every_file(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "table.md").write_text("| a | b |\n", encoding="utf-8")
    (tmp_path / "deeper" / "prices.json").write_text('{"a": 1}', encoding="utf-8")
    assert rebuilding.read_all(tmp_path) == len("| a | b |\n") + len('{"a": 1}')


def test_a_folder_that_gives_no_catalogue_is_no_quick_rebuild(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        rebuilding.measured(tmp_path / "missing", 1)


def test_a_rebuild_takes_longer_than_reading(real: Path) -> None:
    found = rebuilding.measured(real, 1)
    assert found.build.cpu_seconds > found.reading.cpu_seconds > 0
    assert found.build.peak_mib > 10


def test_time_and_memory_both_count() -> None:
    reading = rebuilding.Run(0.1, 0.1, 18)
    assert rebuilding.Rebuild(rebuilding.Run(9.9, 9, 399), reading).kept
    assert not rebuilding.Rebuild(rebuilding.Run(10.1, 9, 399), reading).kept
    assert not rebuilding.Rebuild(rebuilding.Run(9.9, 9, 401), reading).kept
