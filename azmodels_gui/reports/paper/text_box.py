# SPDX-License-Identifier: MIT
"""A text laid out in a width: never wider, however long its words are."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from azmodels_gui.reports.paper.type_scale import (
    Style,
    font_of,
    line_height,
    metrics_of,
    text_width,
)


class TextBox:
    """The lines of one text. Lines are cut out of it as plain texts, so that drawing is cheap."""

    def __init__(
        self, text: str, style: Style, width: float, *, right: bool = False, link: str = ""
    ) -> None:
        self._style = style
        self._width = width
        self._right = right
        self._link = link
        self.lines = tuple(_lines(text, style, width))

    @property
    def line_height(self) -> float:
        """Height of one line."""
        return line_height(self._style)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * line_height(self._style)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines, the upper left corner at a place."""
        self.draw_lines(painter, x, y, 0, len(self.lines))

    def draw_lines(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Paint some of the lines, the first of them on top."""
        height = line_height(self._style)
        painter.setPen(self._style.colour)
        painter.setFont(font_of(self._style))
        ascent = metrics_of(self._style).ascent()
        baseline = y + (height - metrics_of(self._style).height()) / 2 + ascent
        for position, line in enumerate(self.lines[first:last]):
            left = x + self._width - text_width(line, self._style) if self._right else x
            where = QPointF(left, baseline + position * height)
            if self._link:
                _draw_link(painter, where, line, self._style, self._link)
            else:
                painter.drawText(where, line)


def _lines(text: str, style: Style, width: float) -> Iterator[str]:
    """Yield the lines; most texts are one, which needs no layout."""
    for paragraph in text.splitlines() or [""]:
        if text_width(paragraph, style) <= width:
            yield paragraph
        else:
            yield from _wrapped(paragraph, style, width)


def _wrapped(text: str, style: Style, width: float) -> Iterator[str]:
    layout = QTextLayout(text, font_of(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    # Offsets count UTF-16 units, Python counts characters.
    units = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        yield units[start:end].decode("utf-16-le").rstrip()
    layout.endLayout()


def _draw_link(painter: QPainter, where: QPointF, line: str, style: Style, link: str) -> None:
    """Paint a line that a reader can click: Qt makes a link of an anchor's format."""
    layout = QTextLayout(line, font_of(style))
    anchor = QTextCharFormat()
    anchor.setAnchor(True)
    anchor.setAnchorHref(link)
    anchor.setForeground(style.colour)
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = 0, len(line.encode("utf-16-le")) // 2, anchor
    layout.setFormats([span])
    layout.beginLayout()
    laid = layout.createLine()
    laid.setLineWidth(1e7)
    layout.endLayout()
    layout.draw(painter, QPointF(where.x(), where.y() - laid.ascent()))
