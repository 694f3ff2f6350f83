# SPDX-License-Identifier: MIT
"""Fixtures and settings for all tests: offscreen Qt, the real sources where they are at hand."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import nullcontext, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from azmodels_gui.language.words import speak
from azmodels_gui.storage.bundled import resource
from tests.no_qt import is_of_core, without_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

settings.register_profile("suite", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
"""A busy machine is no reason to fail; every run tries other examples."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOBODYS_HOME = Path(tempfile.gettempdir()) / f"azmodels-tests-{os.getpid()}"
"""Not there: what the person who runs the tests has saved must not change their outcome."""
for _name in ("AZMODELS_CONFIG_DIR", "AZMODELS_DATA_DIR", "AZMODELS_SITE_DIR"):
    os.environ[_name] = str(NOBODYS_HOME / _name)
os.environ.pop("AZMODELS_CATALOG_URL", None)


def _in_memory(folder: Path, least_bytes: int = 2 * 1024**3) -> bool:
    """Tell whether a folder is there, has room, and lets programs of tests be started from it."""
    if not os.access(folder, os.W_OK) or sys.platform != "linux":
        return False
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize > least_bytes and not disk.f_flag & os.ST_NOEXEC


if _in_memory(Path("/dev/shm")):
    # Each file that is saved waits for the disk, and what a kill leaves is the same here.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")

SOURCES = Path(__file__).parents[2] / "shared" / "sources"
if sys.dont_write_bytecode:
    # Else every program that a test starts compiles all modules again, and so does every run.
    kept = Path(__file__).parents[1] / ".pytest_cache" / "bytecode"
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(kept)
    os.environ["PYTHONPYCACHEPREFIX"] = str(kept)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.disable()
"""Garbage is looked for between tests; what is imported and collected is none."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return what the application is started with, as by `qt_application`."""
    return ["azmodels-gui", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "Iterator[QApplication]":
    """Return the application; icons are drawn once for all windows of all tests.

    Each window with a look of its own would draw them again: a seventh of the time it takes.
    """
    from azmodels_gui.window import theme

    drawn = theme.Icons(lambda name: resource(name).read_bytes())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(theme, "Icons", lambda _read: drawn)
        yield qapp


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let one of two workers import the tests from the last on, as the other does from the first.

    In a fresh checkout each test is compiled by whoever comes first: else both compile all.
    """
    first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    if first or session.config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    top = Path(__file__).parents[1]
    for path in sorted(top.glob("tests/**/test_*.py"), reverse=True):
        with suppress(Exception, pytest.skip.Exception):  # told where the test is collected
            import_module(".".join(path.relative_to(top).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """Never look for garbage among what lives as long as this process: half a second a look."""
    gc.freeze()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run what was asked for by name in this process: to start workers takes longer than most."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Hold that the core needs no Qt: its tests run while no import of it succeeds.

    Garbage is looked for between tests, in this thread, as the application does; what outlives a
    search of everything is not looked through again.
    """
    gc.disable()
    with without_qt() if is_of_core(item.path) else nullcontext():
        outcome = yield
    from azmodels_gui.window.background import collect_due  # brings Qt, which the core needs not

    everything = gc.get_count()[2] > gc.get_threshold()[2]
    collect_due()
    if everything:
        gc.freeze()
    return outcome


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the refresh survived (`survival` in tests/storage), in all workers together."""
    told: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "teardown":
                told.update(dict(report.user_properties).get("faults", {}))
    if told:
        terminalreporter.write_sep("-", "refresh")
        line = ", ".join(f"{name}: {told[name]}" for name in ("tried", "survived", "lost"))
        terminalreporter.write_line(f"faults {line}")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Let no test leave its language to the next."""
    yield
    speak("en")


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
