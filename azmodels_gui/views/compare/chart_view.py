# SPDX-License-Identifier: MIT
"""The sheets' charts of prices and context on the screen, in the colours of the look."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.reports import svg
from azmodels_gui.reports.sheet import Chart
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_M, Tokens

WIDEST_PX, NARROWEST_PX = 900, 640
"""How wide a chart may be; below the least none stands beside it."""


class ChartView(QWidget):
    """Charts as wide as there is room, side by side where several have enough."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._charts: tuple[Chart, ...] = ()
        self._pictures: list[QSvgRenderer] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._draw)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts on show."""
        return self._charts

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts."""
        self._charts = tuple(charts)
        self.setAccessibleName(" ".join(each.title for each in charts))
        self.setAccessibleDescription("; ".join(each.summary for each in charts))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        tokens = self._theme.tokens
        self._pictures = [
            QSvgRenderer(QByteArray(_coloured(each.svg, tokens).encode())) for each in self._charts
        ]
        self.setMinimumHeight(round(self._height()))
        self.update()

    def places(self) -> list[QRectF]:
        """Return where each chart stands, line by line."""
        count = max(1, min(len(self._charts), self.width() // (NARROWEST_PX + SPACE_M)))
        wide = min((self.width() - SPACE_M) / count - SPACE_M, WIDEST_PX)
        found: list[QRectF] = []
        top = float(SPACE_M)
        for first in range(0, len(self._charts), count):
            line = self._charts[first : first + count]
            heights = [each.height * wide / each.width for each in line]
            for place, height in enumerate(heights):
                found.append(QRectF(SPACE_M + place * (wide + SPACE_M), top, wide, height))
            top += max(heights) + SPACE_M
        return found

    def _height(self) -> float:
        return max((place.bottom() for place in self.places()), default=0) + SPACE_M

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_PX, round(self._height()))

    def resizeEvent(self, event: object) -> None:
        self.setMinimumHeight(round(self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, picture in zip(self.places(), self._pictures, strict=True):
            picture.render(painter, place)


def _coloured(picture: str, tokens: Tokens) -> str:
    """Return the drawing, made for paper, in the colours of a look."""
    colours = (
        (svg.INK, tokens.text),
        (svg.MUTED, tokens.muted),
        (svg.HAIRLINE, tokens.border),
        (svg.FAINT, tokens.border),
        (svg.TONES[0], tokens.accent),
        (svg.TONES[1], tokens.faint),
    )
    for paper, screen in colours:
        picture = picture.replace(paper, screen)
    return picture
