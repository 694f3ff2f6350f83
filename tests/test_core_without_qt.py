# SPDX-License-Identifier: MIT
"""The core needs no Qt: every module imports where there is none, every test runs without.

The tests of the core run while no import of PySide6 succeeds (`tests/conftest.py`); what is
imported before they start is imported here, in a process that never had it.
"""

from pathlib import Path

from tests.apart import python
from tests.no_qt import CORE, PARTS, is_of_core
from tests.test_layers import ALLOWED

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "azmodels_gui"

IMPORT_THEM = """
import sys
from importlib import import_module
sys.modules.update(PySide6=None, shiboken6=None)  # not there, to Python
for name in sys.argv[1:]:
    import_module(name)
"""


def python_files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def core() -> list[Path]:
    return [path for part in PARTS for path in python_files(PACKAGE / part)]


def files_of_its_tests() -> list[Path]:
    return [path for folder in CORE for path in python_files(folder) if is_of_core(path)]


def test_every_layer_without_qt_is_of_the_core() -> None:
    assert {layer for layer, allowed in ALLOWED.items() if "PySide6" not in allowed} <= {*PARTS}


def test_every_module_imports_without_qt() -> None:
    """The program's and then those of its tests, which bring the program along."""
    program, tests = core(), files_of_its_tests()
    assert min(len(program), len(tests)) > 100
    ran = python("-c", IMPORT_THEM, *map(module, [*program, *tests]))
    assert ran.returncode == 0, ran.stderr[-2_000:]


def test_where_qt_is_not_a_module_of_the_window_does_not_import() -> None:
    ran = python("-c", IMPORT_THEM, "azmodels_gui.window.main_window")
    assert ran.returncode != 0
    assert "ModuleNotFoundError: " in ran.stderr
