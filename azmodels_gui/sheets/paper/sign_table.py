# SPDX-License-Identifier: MIT
"""A table of signs: many narrow columns under upright names, with the legend on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QLineF, QPointF

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.paging import Strip
from azmodels_gui.sheets.paper.text_box import TextBox
from azmodels_gui.sheets.sheet import Cell, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import raised

PADDING = 3 * scale.POINT
ROW_PADDING = 1.6 * scale.POINT
RULE = 0.5 * scale.POINT
STEP_X, STEP_Y = 4.8 * scale.POINT, 5.6 * scale.POINT
"""From one sign of a cell to the next."""
WIDEST_LABEL = 0.3
"""Share of the width that the labels take at most."""
WIDEST_COLUMN = 26 * scale.POINT
STYLES = {"–": scale.SIGN_FAINT, "?": scale.SIGN_FAINT, "!": scale.SIGN_ALERT}
NAMES = scale.SMALL


@dataclass(frozen=True)
class _Grid:
    """The columns of one part, and where they stand."""

    columns: tuple[int, ...]
    label: float
    step: float

    @property
    def width(self) -> float:
        return self.label + len(self.columns) * self.step

    def middle(self, position: int) -> float:
        return self.label + (position + 0.5) * self.step


def sign_table_strips(sheet: Sheet, table: Table, width: float) -> Iterator[Strip]:
    """Yield the strips of a compact table; further columns follow below on a new page."""
    for number, grid in enumerate(_grids(table, width)):
        header = _header(sheet, table, grid, width, new_page=number > 0)
        yield header
        for group in table.groups:
            for row in group.rows:
                yield _row(row, grid, header)


def _grids(table: Table, width: float) -> list[_Grid]:
    """Return as few parts as fit, about equally many columns in each."""
    labels = [table.stub, *(row.label for row in table.rows)]
    longest = max(scale.text_width(label, scale.SMALL) for label in labels)
    label = min(longest + 2 * PADDING, width * WIDEST_LABEL)
    least = _signs_across(table) * STEP_X + 1.2 * PADDING
    count = len(table.columns)
    parts = max(1, ceil(count / max(1, int((width - label) / least))))
    each = ceil(count / parts)
    step = min((width - label) / max(each, 1), WIDEST_COLUMN)
    return [
        _Grid(tuple(range(first, min(first + each, count))), label, step)
        for first in range(0, count, max(each, 1))
    ]


def _signs_across(table: Table) -> int:
    found = (len(line) for row in table.rows for cell in row.cells for line in _lines(cell))
    return max(found, default=1)


def _lines(cell: Cell) -> list[str]:
    """Return the signs of a cell; one alone where all of them are the same."""
    alike = set(cell.sign.replace("\n", "").replace(" ", ""))
    return list(alike) if len(alike) == 1 else cell.sign.split("\n")


def _row(row: Row, grid: _Grid, header: Strip) -> Strip:
    label = TextBox(row.label, scale.SMALL, grid.label - PADDING)
    cells = [_lines(row.cells[column]) for column in grid.columns]
    small = any(len(cell.sign) > 1 for cell in row.cells)
    signs = max(len(lines) for lines in cells) * STEP_Y
    height = max(label.height, signs + 0.2 * STEP_Y) + 2 * ROW_PADDING

    def draw(painter: Any, top: float) -> None:
        label.draw(painter, 0, top + (height - label.height) / 2)
        for position, lines in enumerate(cells):
            place = QPointF(grid.middle(position), top + height / 2)
            _draw_signs(painter, lines, place, small=small)
        painter.setPen(scale.pen(scale.HAIRLINE, RULE))
        painter.drawLine(QLineF(0, top + height, grid.width, top + height))

    return Strip(height, draw, heads=(header,))


def _draw_signs(painter: Any, lines: Sequence[str], centre: QPointF, *, small: bool) -> None:
    """Paint lines of signs around a point, each sign centred in its place."""
    for at, line in enumerate(lines):
        y = centre.y() + (at - (len(lines) - 1) / 2) * STEP_Y
        for place, sign in enumerate(line):
            if sign == " ":
                continue
            style = STYLES.get(sign, scale.SIGN)
            style = scale.in_grid(style) if small else style
            painter.setPen(style.pen)
            painter.setFont(scale.font_of(style))
            x = centre.x() + (place - (len(line) - 1) / 2) * STEP_X
            left = x - scale.text_width(sign, style) / 2
            painter.drawText(QPointF(left, y + scale.cap_height(style) / 2), sign)


def _header(sheet: Sheet, table: Table, grid: _Grid, width: float, *, new_page: bool) -> Strip:
    """Return legend, headings of spans, and upright names, all of which come again."""
    cited = dict.fromkeys(each for row in table.rows for each in row.sources)
    numbers = raised(sheet.numbers(tuple(cited)))
    told = f"{table.legend}\N{NARROW NO-BREAK SPACE}{numbers}" if numbers else table.legend
    legend = TextBox(told, scale.SMALL_MUTED, width)
    names = [table.columns[column].title for column in grid.columns]
    upright = max(scale.text_width(name, NAMES) for name in names) + 2 * PADDING
    spans = [_Span(text, first, count, grid) for text, first, count in _spans(table, grid)]
    band = max((span.height for span in spans), default=0.0)
    top_of_names = legend.height + PADDING + band
    height = top_of_names + upright

    def draw(painter: Any, top: float) -> None:
        legend.draw(painter, 0, top)
        for span in spans:
            span.draw(painter, top + legend.height + PADDING, (band, top + height))
        stub = TextBox(table.stub, scale.SMALL_STRONG, grid.label - PADDING)
        stub.draw(painter, 0, top + height - stub.height - PADDING)
        for position, name in enumerate(names):
            half = scale.cap_height(NAMES) / 2
            _draw_upright(painter, name, grid.middle(position) + half, top + height - PADDING)
        painter.setPen(scale.pen(scale.RULE, RULE))
        painter.drawLine(QLineF(0, top + height, grid.width, top + height))

    return Strip(height, draw, keep_with_next=True, new_page=new_page)


def _spans(table: Table, grid: _Grid) -> Iterator[tuple[str, int, int]]:
    """Yield heading, first position and number of columns of each span inside a part."""
    begin, first, last = 0, grid.columns[0], grid.columns[-1] + 1
    for text, count in table.spans:
        inside = min(begin + count, last) - max(begin, first)
        if inside > 0:
            yield text, max(begin, first) - first, inside
        begin += count


class _Span:
    """A heading over several columns; upright where they are too narrow for its words."""

    def __init__(self, text: str, first: int, count: int, grid: _Grid) -> None:
        self._text = text
        self._left = grid.label + first * grid.step
        self._width = count * grid.step
        room = self._width - PADDING / 2
        words = max(scale.text_width(word, NAMES) for word in text.split(" "))
        self._box = TextBox(text, NAMES, room) if words <= room else None

    @property
    def height(self) -> float:
        if self._box is not None:
            return self._box.height + PADDING
        return scale.text_width(self._text, NAMES) + 2 * PADDING

    def draw(self, painter: Any, top: float, ends: tuple[float, float]) -> None:
        band, bottom = ends
        if self._box is not None:
            self._box.draw(painter, self._left + PADDING / 2, top + band - self._box.height)
        else:
            half = scale.cap_height(NAMES) / 2
            x = self._left + self._width / 2 + half
            _draw_upright(painter, self._text, x, top + band - PADDING)
        painter.setPen(scale.pen(scale.MIDLINE, RULE))
        painter.drawLine(QLineF(self._left, top, self._left, bottom))


def _draw_upright(painter: Any, text: str, x: float, bottom: float) -> None:
    """Paint a text from bottom to top, its baseline at x."""
    painter.save()
    painter.setPen(NAMES.pen)
    painter.setFont(scale.font_of(NAMES))
    painter.translate(x, bottom)
    painter.rotate(-90)
    painter.drawText(QPointF(), text)
    painter.restore()
