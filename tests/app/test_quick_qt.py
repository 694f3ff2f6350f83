# SPDX-License-Identifier: MIT
"""PySide imported the quick way is PySide, and its own modules are compiled once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apart import python, told

_SCRIPT = """
import builtins, sys
from pathlib import Path
really, compiled = builtins.compile, []
def counting(source, filename, *how, **more):
    if str(filename).startswith("shibokensupport/") and source:
        compiled.append(filename)
    return really(source, filename, *how, **more)
builtins.compile = counting
if sys.argv[1:]:
    from azmodels_gui.app.quick_qt import import_qt
    import_qt(Path(sys.argv[1]))
from PySide6.QtCore import QSize
assert builtins.compile is counting
print(len(compiled))
try:
    QSize("wide", 2)
except TypeError as error:
    print(error)
print(QSize.scaled.__doc__)
"""


def _run(kept: Path | None) -> tuple[int, str]:
    """Return how many modules of PySide were compiled, and what it says of a wrong call."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    ran = python("-c", _SCRIPT, *([kept] if kept else []), environment=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    count, _, said = ran.stdout.partition("\n")
    return int(count), said


def test_only_the_first_start_compiles_and_pyside_says_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "kept.pyc"
    plain, said = _run(None)
    assert "PySide6.QtCore.QSize" in said
    first, said_first = _run(kept)
    second, said_second = _run(kept)
    assert plain > first > 5
    assert second == 0
    assert said == said_first == said_second


@pytest.mark.parametrize(
    "hold",
    [
        pytest.param(lambda kept: kept.write_bytes(b"no code"), id="no code"),
        pytest.param(Path.mkdir, id="a folder"),
        pytest.param(
            lambda kept: os.mkfifo(kept),
            id="a pipe",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes"),
        ),
    ],
)
def test_a_damaged_or_unwritable_file_only_costs_time(
    tmp_path: Path, hold: Callable[[Path], object]
) -> None:
    kept = tmp_path / "kept.pyc"
    hold(kept)
    count, said = _run(kept)
    assert count > 5
    assert "QSize" in said
    if kept.is_file():
        assert _run(kept)[0] == 0
    assert [each.name for each in tmp_path.iterdir()] == ["kept.pyc"]


def test_the_window_starts_without_what_typing_has_as_well() -> None:
    script = (
        "import sys, azmodels_gui.app\n"
        "assert 'msgspec' in sys.modules and 'typing_extensions' not in sys.modules\n"
        "import typing_extensions\n"
    )
    assert told("-c", script) == ""
