# SPDX-License-Identifier: MIT
"""A pytest plugin (`-p tests.no_qt`): PySide6 is not there, and the tests run in a hurry."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest
from hypothesis import settings

BLOCKED = ("PySide6", "shiboken6")

settings.register_profile("hurry", max_examples=15, deadline=None)


class NoQt:
    """Answers every import of Qt as if it were not installed."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def pytest_configure() -> None:
    settings.load_profile("hurry")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that read all public sources: they take long and prove no more."""
    slow = [item for item in items if "sources_dir" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


assert not any(name.partition(".")[0] in BLOCKED for name in sys.modules), "Qt came first"
sys.meta_path.insert(0, NoQt())
