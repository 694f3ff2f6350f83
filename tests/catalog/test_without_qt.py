# SPDX-License-Identifier: MIT
"""What is true of every test of the core, seen in one of them."""

import pytest


def test_qt_is_not_there_while_a_test_of_the_core_runs() -> None:
    with pytest.raises(ModuleNotFoundError):
        import PySide6  # noqa: F401
    with pytest.raises(ModuleNotFoundError):
        from PySide6.QtCore import QObject  # noqa: F401
