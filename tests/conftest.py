# SPDX-License-Identifier: MIT
"""Fixtures and settings for all tests: offscreen Qt, the real sources where they are at hand."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
"""A busy machine is no reason to fail."""

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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of 16 KiB, or skip where none can be made."""
    mount = shutil.which("mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def read_only_disk(small_disk: Path) -> Path:
    """Return a disk that can only be read, or skip where none can be made."""
    command = ["mount", "-o", "remount,ro", str(small_disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a read-only disk needs the right to mount one")
    return small_disk
