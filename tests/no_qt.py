# SPDX-License-Identifier: MIT
"""PySide6 is not there: how the tests of the core run (`tests/conftest.py`)."""

import builtins
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

OURS = frozenset({"azmodels_gui", "tests"})
QT = frozenset({"PySide6", "shiboken6"})
TESTS = Path(__file__).parent
PARTS = (
    *("language", "catalog", "cartography", "calculator", "answers", "clients", "charts"),
    *("storage", "publish", "sheets", "cli"),
)
"""What does without Qt: folders of the program, and of its tests."""
CORE = tuple(TESTS / part for part in PARTS)


def is_of_core(path: Path) -> bool:
    """Tell whether a file of tests, or one they share, is of the core."""
    return any(path.is_relative_to(folder) for folder in CORE)


@contextmanager
def without_qt() -> Iterator[None]:
    """Answer each import of Qt by the program or its tests as if it were not installed.

    Others get it: pytest-qt looks after Qt between the tests, and Qt's own modules are not all
    there from the start.
    """
    real = builtins.__import__

    def ask(
        name: str, globals: Mapping[str, Any] | None = None, *more: Any, **named: Any
    ) -> ModuleType:
        importer = (globals or {}).get("__name__", "").partition(".")[0]
        if importer in OURS and name.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, globals, *more, **named)

    builtins.__import__ = ask
    try:
        yield
    finally:
        builtins.__import__ = real
