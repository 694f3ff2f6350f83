# SPDX-License-Identifier: MIT
"""Fixtures and settings for all tests: offscreen Qt, the real sources where they are at hand."""

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOBODYS_HOME = Path(tempfile.gettempdir()) / f"azmodels-tests-{os.getpid()}"
"""Not there: what the person who runs the tests has saved must not change their outcome."""
for _name in ("AZMODELS_CONFIG_DIR", "AZMODELS_DATA_DIR", "AZMODELS_SITE_DIR"):
    os.environ[_name] = str(NOBODYS_HOME / _name)
os.environ.pop("AZMODELS_CATALOG_URL", None)

SOURCES = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def sources_dir() -> Path:
    """Return the folder of the public sources, or skip where it is not at hand."""
    if not SOURCES.is_dir():
        pytest.skip("the public sources are not beside this checkout (../shared/sources)")
    return SOURCES
