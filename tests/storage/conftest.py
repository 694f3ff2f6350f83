# SPDX-License-Identifier: MIT
"""A machine to refresh on, and the counts of what it survived."""

from pathlib import Path

import pytest

from tests.storage.home import Home
from tests.storage.survival import Survival

SURVIVAL = Survival()


@pytest.fixture
def survival() -> Survival:
    return SURVIVAL


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "catalogs")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SURVIVAL.tried:
        terminalreporter.write_sep("-", "refresh")
        terminalreporter.write_line(str(SURVIVAL))
