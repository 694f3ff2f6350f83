# SPDX-License-Identifier: MIT
"""What pages are made of is there before somebody asks for them."""

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
