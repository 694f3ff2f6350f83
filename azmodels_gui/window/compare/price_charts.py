# SPDX-License-Identifier: MIT
"""The charts of compared prices: each a card, side by side where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.charts.chart import Chart
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import SPACE_M

WIDEST_PX, NARROWEST_PX = 900, 640
"""How wide a chart may be; below the least none stands beside it."""


class PriceCharts(QWidget):
    """Cards as wide as there is room.

    Signals:
        news: a sentence for the status bar.
    """

    news = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._cards: list[ChartFrame] = []
        self.charts: tuple[Chart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        around.theme.changed.connect(self._place)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts."""
        self.charts = tuple(charts)
        self.setAccessibleName(" ".join(each.title for each in charts))
        self.setAccessibleDescription("; ".join(each.summary for each in charts))
        while len(self._cards) < len(charts):
            card = ChartFrame(self._around)
            card.setParent(self)
            card.news.connect(self.news)
            self._cards.append(card)
        for place, card in enumerate(self._cards):
            card.show_chart(charts[place] if place < len(charts) else None)
            card.setVisible(place < len(charts))
        self._place()

    def places(self) -> list[QRect]:
        """Return where each chart stands, line by line."""
        count = max(1, min(len(self.charts), self.width() // (NARROWEST_PX + SPACE_M)))
        wide = min((self.width() - SPACE_M) // count - SPACE_M, WIDEST_PX)
        heights = [card.height_at(wide) for card in self._cards[: len(self.charts)]]
        found: list[QRect] = []
        top = SPACE_M
        for first in range(0, len(heights), count):
            line = heights[first : first + count]
            for place, height in enumerate(line):
                found.append(QRect(SPACE_M + place * (wide + SPACE_M), top, wide, height))
            top += max(line) + SPACE_M
        return found

    @Slot()
    def _place(self) -> None:
        places = self.places()
        for card, place in zip(self._cards, places, strict=False):
            card.setGeometry(place)
        self.setMinimumHeight(max((place.bottom() for place in places), default=0) + SPACE_M)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_PX, self.minimumHeight())

    def resizeEvent(self, event: object) -> None:
        self._place()
