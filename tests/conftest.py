# SPDX-License-Identifier: MIT
"""Fixtures and settings for all tests: offscreen Qt, the real sources where they are at hand."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SOURCES = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def sources_dir() -> Path:
    """Return the folder of the public sources, or skip where it is not at hand."""
    if not SOURCES.is_dir():
        pytest.skip("the public sources are not beside this checkout (../shared/sources)")
    return SOURCES
