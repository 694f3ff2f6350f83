# SPDX-License-Identifier: MIT
"""A window that compares two pinned models, and its dialog for sheets."""

import pytest

from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.sheets.dialog import SheetDialog
from azmodels_gui.window.state import WindowState
from tests.window.conftest import MakeWindow

PINNED = WindowState(pinned=(("alpha-large", "2026-03-05"), ("gamma", "1")), page="compare")


@pytest.fixture
def compared(make_window: MakeWindow) -> MainWindow:
    return make_window(PINNED)


def dialog_of(window: MainWindow) -> SheetDialog:
    """Return the dialog, opened as the menu does it."""
    window.actions_by_name["export_sheet"].trigger()
    dialog = window.sheets.desk.dialog
    assert dialog is not None
    return dialog
