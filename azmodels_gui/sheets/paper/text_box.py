# SPDX-License-Identifier: MIT
"""A text laid out in a width: never wider, however long its words are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption, QTransform

from azmodels_gui.sheets.paper.type_scale import (
    SLANT,
    Style,
    baseline_of,
    font_of,
    line_height,
    surely_fits,
    text_width,
)

WORDS = re.compile(r"(?<= )(?! )")
"""Where a line may end: after spaces."""
PIECES = re.compile(rf"{WORDS.pattern}|(?<=[-/])(?=[^\W\d_])")
"""And after a hyphen or a stroke inside a word that is too long for a line."""


class TextBox:
    """The lines of one text. Lines are cut out of it as plain texts, so that drawing is cheap."""

    __slots__ = ("_link", "_right", "_width", "lines", "style")

    def __init__(
        self, text: str, style: Style, width: float, *, right: bool = False, link: str = ""
    ) -> None:
        self.style = style
        self._width = width
        self._right = right
        self._link = link
        self.lines = _laid_out(text, style, width)

    @property
    def line_height(self) -> float:
        """Height of one line."""
        return line_height(self.style)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * line_height(self.style)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines, the upper left corner at a place."""
        draw_side_by_side(painter, ((self, x),), y, 0, len(self.lines))

    def draw_lines(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Paint some of the lines in pen and font that are set; the first of them on top."""
        style = self.style
        height, baseline = line_height(style), y + baseline_of(style)
        for position, line in enumerate(self.lines[first:last]):
            where = QPointF(self.left_of(line, x), baseline + position * height)
            if self._link:
                _draw_link(painter, where, line, style, self._link)
            else:
                painter.drawText(where, line)

    def left_of(self, line: str, x: float) -> float:
        """Return where a line begins if the box begins at x."""
        return x + self._width - text_width(line, self.style) if self._right else x


def draw_side_by_side(
    painter: QPainter, boxes: Iterable[tuple[TextBox, float]], y: float, first: int, last: int
) -> None:
    """Paint some lines of texts, each at its left edge; most are set in the same style."""
    current: Style | None = None
    slanted: dict[Style, list[tuple[TextBox, float]]] = {}
    for box, x in boxes:
        if box.style.slanted:
            slanted.setdefault(box.style, []).append((box, x))
            continue
        if box.style is not current:
            current = box.style
            painter.setPen(current.pen)
            painter.setFont(font_of(current))
        box.draw_lines(painter, x, y, first, last)
    for style, leaning in slanted.items():
        _draw_slanted(painter, style, leaning, (y, first, last))


def _draw_slanted(
    painter: QPainter,
    style: Style,
    boxes: Sequence[tuple[TextBox, float]],
    place: tuple[float, int, int],
) -> None:
    """Paint texts in slanted letters of the upright face, line by line.

    An italic face would be embedded beside the others, for which Qt needs 4 ms a document. A
    line is sheared about its baseline, so that one transformation serves all texts on it.
    """
    y, first, last = place
    painter.setPen(style.pen)
    painter.setFont(font_of(style))
    upright = painter.worldTransform()
    for at in range(first, last):
        baseline = y + baseline_of(style) + (at - first) * line_height(style)
        there = [(box, x) for box, x in boxes if at < len(box.lines)]
        if not there:
            break
        leaning = QTransform(1, 0, -SLANT, 1, SLANT * baseline, 0)
        painter.setWorldTransform(leaning * upright)
        for box, x in there:
            line = box.lines[at]
            painter.drawText(QPointF(box.left_of(line, x), baseline), line)
    painter.setWorldTransform(upright)


@lru_cache(maxsize=20_000)
def _laid_out(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Return the lines; many cells of a table say the same."""
    return tuple(_lines(text, style, width))


def _lines(text: str, style: Style, width: float) -> Iterator[str]:
    """Yield the lines; most texts are one, which needs no layout."""
    for paragraph in text.splitlines() or [""]:
        if surely_fits(paragraph, style, width) or text_width(paragraph, style) <= width:
            yield paragraph
        else:
            yield from _by_words(paragraph, style, width) or _wrapped(paragraph, style, width)


def _by_words(text: str, style: Style, width: float) -> list[str]:
    """Return the lines where every word fits into one; else none: Qt knows where to divide."""
    lines, line, used = [], "", 0.0
    for piece in _pieces(text, style, width):
        wanted = text_width(piece.rstrip(" "), style)
        if wanted > width:
            return []
        if line and used + wanted > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += text_width(piece, style)
    return [*lines, line.rstrip()]


def _pieces(text: str, style: Style, width: float) -> Iterator[str]:
    """Yield what stays together; a name such as "gpt-5-mini" does, if a line has room for it."""
    for word in WORDS.split(text):
        if text_width(word.rstrip(" "), style) <= width:
            yield word
        else:
            yield from PIECES.split(word)


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
