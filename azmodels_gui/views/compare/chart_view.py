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

WIDEST_PX = 900


class ChartView(QWidget):
    """Charts one below the other, as wide as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._charts: tuple[Chart, ...] = ()
        self._pictures: list[QSvgRenderer] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._draw)

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

    def _scale(self) -> float:
        widest = max((each.width for each in self._charts), default=1)
        return min(self.width() - 2 * SPACE_M, WIDEST_PX) / widest

    def _height(self) -> float:
        return sum(each.height * self._scale() + SPACE_M for each in self._charts) + SPACE_M

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_PX, round(self._height()))

    def resizeEvent(self, event: object) -> None:
        self.setMinimumHeight(round(self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top, scale = float(SPACE_M), self._scale()
        for chart, picture in zip(self._charts, self._pictures, strict=True):
            height = chart.height * scale
            picture.render(painter, QRectF(SPACE_M, top, chart.width * scale, height))
            top += height + SPACE_M


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
