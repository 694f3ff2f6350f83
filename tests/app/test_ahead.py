# SPDX-License-Identifier: MIT
"""What pages are made of is there before somebody asks for them."""

from importlib.util import find_spec

from azmodels_gui.app.ahead import _IN_TURN
from tests.apart import told

CODE = """
import sys
from PySide6.QtCore import QCoreApplication
from azmodels_gui.app import application
from azmodels_gui.app.ahead import ImportsAhead
from azmodels_gui.window.page_stack import _PAGES

qt = QCoreApplication([])
ahead = ImportsAhead(qt)
while not ahead.is_done:
    qt.processEvents()
before = set(sys.modules)
for _, _, kind in _PAGES:
    kind()
print(*sorted(set(sys.modules) - before))
"""


def test_a_page_brings_no_module_along_that_was_not_imported_ahead() -> None:
    assert told("-c", CODE).split() == []


def test_all_that_is_imported_ahead_is_there() -> None:
    assert [name for name in _IN_TURN if find_spec(f"azmodels_gui.{name}") is None] == []
