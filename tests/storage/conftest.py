# SPDX-License-Identifier: MIT
"""A machine to refresh on, and the counts of what it survived."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.storage.home import Home
from tests.storage.survival import Survival


@pytest.fixture
def survival(record_property: Callable[[str, object], None]) -> Iterator[Survival]:
    """Yield the counts of one test; those of all are told at the end (tests/conftest.py)."""
    counted = Survival()
    yield counted
    record_property("faults", vars(counted))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "catalogs")
