# SPDX-License-Identifier: MIT
"""Imports what pages are made of while nothing else is to do, so that the first click need not.

The calculator's page consists of 90 modules, which take as long to import as the page to make.
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

BEGIN_MS, EVERY_MS = 1_000, 30
"""After the first paint; between two turns."""
_IN_TURN = (
    *("sheets.order", "window.sheets.desk", "answers.scenarios", "calculator.plan_file"),
    *("sheets.scenario_sheet", "window.calculator.input_panel", "window.calculator.results"),
    *("window.calculator.calculator_page", "window.regions.regions_page"),
    *("window.compare.compare_page", "window.guide.guide_page", "window.news.news_page"),
    *("window.client.client_page", "sheets.typeset", "window.sheets.preview"),
)
"""Each brings along what is new of that below it: 2 to 30 ms."""


class ImportsAhead(QObject):
    """Imports a part in each turn; a page that is asked for before waits for nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = iter(_IN_TURN)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to import."""
        return not self._timer.isActive()

    @Slot()
    def _import_next(self) -> None:
        name = next(self._left, None)
        if name is None:
            self._timer.stop()
        else:
            import_module(f"azmodels_gui.{name}")
