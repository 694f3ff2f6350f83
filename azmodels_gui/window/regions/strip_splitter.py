# SPDX-License-Identifier: MIT
"""The views above, the coverage question below, and how high each is while the strip is open."""

from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from azmodels_gui.window.regions.coverage_strip import MAX_PX, CoverageStrip

Height = Annotated[int, Meta(ge=0)]
Heights = tuple[Height, Height]
"""Of the view and of the open strip."""
FIRST_HEIGHTS_PX: Heights = (400, 210)


class StripSplitter(QSplitter):
    """A folded strip takes what its heading needs, and comes back as high as it was.

    Signals:
        heights_changed: the user moved the edge between the two.
    """

    heights_changed = Signal()

    def __init__(self, views: QWidget, strip: CoverageStrip) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._strip = strip
        self._presenting = False
        self._edge_px = self.handleWidth()
        self.heights_px = FIRST_HEIGHTS_PX
        self.addWidget(views)
        self.addWidget(strip)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        strip.heading.clicked.connect(self.spread)
        self.spread()
        self.splitterMoved.connect(self._on_moved)

    def restore(self, heights_px: Heights) -> None:
        """Take remembered heights."""
        self.heights_px = heights_px
        self.spread()

    def set_presenting(self, presenting: bool) -> None:
        """Give an open strip half of the projector, or its own height again."""
        self._presenting = presenting
        # The window grows after this: what stretches alike stays alike.
        self.setStretchFactor(1, int(presenting))
        self.spread()

    @Slot()
    def spread(self) -> None:
        """Give the open strip the height it had; the edge of a folded one cannot be moved."""
        is_open = self._strip.heading.isChecked()
        self.setHandleWidth(self._edge_px if is_open else 1)
        self.handle(1).setEnabled(is_open)
        if is_open:
            self.setSizes([MAX_PX, MAX_PX] if self._presenting else list(self.heights_px))

    @Slot()
    def _on_moved(self) -> None:
        if self._strip.heading.isChecked() and not self._presenting:
            above, below = self.sizes()
            self.heights_px = (above, below)
            self.heights_changed.emit()
