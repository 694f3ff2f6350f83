# SPDX-License-Identifier: MIT
"""The views above, the coverage question below, and how high each is while the strip is open."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from azmodels_gui.views.regions.coverage_strip import CoverageStrip

FIRST_HEIGHTS_PX = (400, 210)
"""View and open strip."""


class StripSplitter(QSplitter):
    """A folded strip takes what its heading needs, and comes back as high as it was.

    Signals:
        heights_changed: the user moved the edge between the two.
    """

    heights_changed = Signal()

    def __init__(self, views: QWidget, strip: CoverageStrip) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._strip = strip
        self.heights_px = list(FIRST_HEIGHTS_PX)
        self.addWidget(views)
        self.addWidget(strip)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        strip.heading.clicked.connect(self.spread)
        self.splitterMoved.connect(self._on_moved)

    def restore(self, heights: object) -> None:
        """Take remembered heights; rubbish is passed over."""
        if isinstance(heights, list) and [type(each) for each in heights] == [int, int]:
            self.heights_px = [max(each, 0) for each in heights]
        self.spread()

    @Slot()
    def spread(self) -> None:
        """Give the open strip the height it had."""
        if self._strip.heading.isChecked():
            self.setSizes(self.heights_px)

    @Slot()
    def _on_moved(self) -> None:
        if self._strip.heading.isChecked():
            self.heights_px = self.sizes()
            self.heights_changed.emit()
