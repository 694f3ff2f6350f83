# SPDX-License-Identifier: MIT
"""The core's own tests pass where PySide6 is not installed: the strongest proof it needs none."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = (
    "tests/catalog",
    "tests/cartography",
    "tests/calculator",
    "tests/charts",
    "tests/storage",
    "tests/publish",
    "tests/reports",
    "tests/app/commands",
    "tests/reports",
    "--ignore=tests/reports/paper",
)
WITHOUT_QT = (
    *("-p", "tests.no_qt", "-p", "no:pytest-qt", "-p", "no:cacheprovider"),
    *("-p", "no:pytest_cov"),
    # Qt's settings in pyproject.toml would be unknown without the plugin that is switched off.
    *("--override-ini", "addopts=", "-W", "ignore::pytest.PytestConfigWarning"),
)


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
        env=os.environ | {"PYTHONUTF8": "1"},
    )


def test_the_core_passes_its_tests_without_qt() -> None:
    ran = run_python("-m", "pytest", *WITHOUT_QT, "-q", "-x", *FOLDERS)
    assert ran.returncode == 0, ran.stdout[-4_000:] + ran.stderr[-2_000:]
    passed = re.search(r"(\d+) passed", ran.stdout)
    assert passed is not None
    assert int(passed[1]) > 200


def test_the_blocker_really_blocks() -> None:
    ran = run_python("-c", "import tests.no_qt; import PySide6.QtCore")
    assert ran.returncode != 0
    assert "No module named 'PySide6'" in ran.stderr
