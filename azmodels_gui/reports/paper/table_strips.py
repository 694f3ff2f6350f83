# SPDX-License-Identifier: MIT
"""A table as strips: header, group bands, rows; split into parts where it is too wide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from azmodels_gui.reports.footnote_marks import cell_numbers, column_numbers, label_numbers, raised
from azmodels_gui.reports.paper import type_scale as scale
from azmodels_gui.reports.paper.columns import ColumnPart, Need, column_parts
from azmodels_gui.reports.paper.paging import Strip
from azmodels_gui.reports.paper.text_box import TextBox
from azmodels_gui.reports.sheet import Cell, CellKind, Group, Mark, Row, Sheet, Table

PADDING_X, PADDING_Y = 3.5 * scale.POINT, 2.0 * scale.POINT
RULE = 0.6 * scale.POINT
COMFORTABLE = 24 * scale.MILLIMETRE
"""Columns that compare the same things are at least so wide."""
NARROWEST = 12 * scale.MILLIMETRE
_BREAKS = re.compile(r"(?<=[-/])| ")
"""Where a line may end."""
LONG_TABLE = 12
"""Rows from which each further part of a table begins on a page of its own."""
SIGNS_FROM = 5
"""A table of that many columns shows signs for words, if it has a legend for them."""


@dataclass(frozen=True)
class RowBoxes:
    """The texts of one row, laid out."""

    boxes: tuple[tuple[TextBox, float], ...]
    """Each text with its left edge."""

    @property
    def lines(self) -> int:
        """Lines of the highest cell."""
        return max(len(box.lines) for box, _ in self.boxes)


def table_strips(sheet: Sheet, table: Table, width: float) -> Iterator[Strip]:
    """Yield the strips of a table, part after part."""
    table_rows = tuple(table.rows)
    parts = column_parts(*_needs(sheet, table), width, alike=_alike(table))
    for position, part in enumerate(parts):
        told = ""
        if len(parts) > 1:
            told = sheet.words["part"].format(part=position + 1, parts=len(parts))
        strips = _part(sheet, table, part, told)
        first = next(strips)
        yield replace(first, new_page=position > 0 and len(table_rows) > LONG_TABLE)
        yield from strips
        yield space(10)
    if table.legend:
        yield from text_strips(table.legend, scale.SMALL_MUTED, width)


def text_strips(text: str, style: scale.Style, width: float, *, link: str = "") -> Iterator[Strip]:
    """Yield a strip for each line of a text."""
    box = TextBox(text, style, width, link=link)
    height = scale.line_height(style)
    for line in range(len(box.lines)):
        # The first two lines stay together, and the last two.
        keep = line == 0 < len(box.lines) - 1 or line == len(box.lines) - 2
        yield Strip(height, _line_drawer(box, line), keep_with_next=keep)


def space(points: float) -> Strip:
    """Return an empty strip, left out on top of a page."""
    return Strip(points * scale.POINT, lambda painter, top: None, is_space=True)


def _line_drawer(box: TextBox, line: int) -> Any:
    return lambda painter, top: box.draw_lines(painter, 0, top, line, line + 1)


def _alike(table: Table) -> bool:
    """Tell whether the columns compare the same things."""
    return len({(column.weight, column.figures) for column in table.columns}) == 1


def _needs(sheet: Sheet, table: Table) -> tuple[Need, list[Need]]:
    rows = list(table.rows)
    labels = [(_label(sheet, table, row), _sized(scale.LABEL, table)) for row in rows]
    label = _need([(table.stub, scale.COLUMN), *labels], 30 * scale.MILLIMETRE)
    least = COMFORTABLE if _alike(table) and not _signed(table) else NARROWEST
    needs = []
    for position in range(len(table.columns)):
        texts = [
            (_cell_text(sheet, row, row.cells[position], table), _style(row.cells[position], table))
            for row in rows
        ]
        title = (_title(sheet, table, position), _title_style(table))
        needs.append(_need([title, *texts], least))
    return label, needs


def _need(texts: Sequence[tuple[str, scale.Style]], least: float) -> Need:
    different = set(texts)
    words = {(word, style) for text, style in different for word in _BREAKS.split(text)}
    longest = max((scale.text_width(*word) for word in words), default=0.0)
    whole = max((scale.text_width(*text) for text in different), default=0.0)
    return Need(max(longest + 2 * PADDING_X, least), max(whole + 2 * PADDING_X, least))


def _part(sheet: Sheet, table: Table, part: ColumnPart, told: str) -> Iterator[Strip]:
    header = _header(sheet, table, part, told)
    yield header
    for group in table.groups:
        band = _band(group, part, "") if group.heading else None
        again = _band(group, part, sheet.words["continued"]) if group.heading else None
        if band is not None:
            yield replace(band, heads=(header,))
        heads = (header,) if again is None else (header, again)
        for position, row in enumerate(group.rows):
            first = band is not None and position == 0
            yield _row_strip(
                _row_boxes(sheet, table, row, part), part, (header,) if first else heads
            )


def _header(sheet: Sheet, table: Table, part: ColumnPart, told: str) -> Strip:
    stub = f"{table.stub} ({told})" if told else table.stub
    style = _title_style(table)
    titles = [(stub, style, False)]
    titles += [
        (_title(sheet, table, column), style, table.columns[column].figures)
        for column in part.columns
    ]
    boxes = _boxes(titles, part)
    drawn = _row_strip(boxes, part, (), scale.RULE)
    return replace(drawn, keep_with_next=True)


def _band(group: Group, part: ColumnPart, continued: str) -> Strip:
    width = part.label + sum(part.widths)
    text = f"{group.heading} ({continued})" if continued else group.heading
    box = TextBox(text, scale.GROUP, width - 2 * PADDING_X)
    height = box.height + 2 * PADDING_Y

    def draw(painter: Any, top: float) -> None:
        # Half a line lower: the rule of the row above stays whole.
        painter.fillRect(QRectF(0, top + RULE / 2, width, height - RULE / 2), scale.BAND)
        box.draw(painter, PADDING_X, top + PADDING_Y)

    return Strip(height, draw, keep_with_next=True)


def _row_boxes(sheet: Sheet, table: Table, row: Row, part: ColumnPart) -> RowBoxes:
    texts = [(_label(sheet, table, row), _sized(scale.LABEL, table), False)]
    for column in part.columns:
        cell = row.cells[column]
        text = _cell_text(sheet, row, cell, table)
        texts.append((text, _style(cell, table), table.columns[column].figures))
    return _boxes(texts, part)


def _boxes(texts: Sequence[tuple[str, scale.Style, bool]], part: ColumnPart) -> RowBoxes:
    boxes, left = [], 0.0
    for (text, style, right), width in zip(texts, (part.label, *part.widths), strict=True):
        box = TextBox(text, style, width - 2 * PADDING_X, right=right)
        boxes.append((box, left + PADDING_X))
        left += width
    return RowBoxes(tuple(boxes))


def _row_strip(
    boxes: RowBoxes,
    part: ColumnPart,
    heads: tuple[Strip, ...],
    rule: QColor = scale.HAIRLINE,
    lines: tuple[int, int] | None = None,
) -> Strip:
    """Return a row, or the lines of it that are asked for."""
    first, last = lines or (0, boxes.lines)
    width = part.label + sum(part.widths)
    step = max(box.line_height for box, _ in boxes.boxes)
    height = (last - first) * step + 2 * PADDING_Y

    def draw(painter: Any, top: float) -> None:
        for box, left in boxes.boxes:
            box.draw_lines(painter, left, top + PADDING_Y, first, last)
        painter.setPen(QPen(rule, RULE))
        painter.drawLine(QLineF(0, top + height, width, top + height))

    def split(room: float) -> tuple[Strip, Strip] | None:
        fitting = int((room - 2 * PADDING_Y) // step)
        if fitting < 1 or first + fitting >= last:
            return None
        middle = first + fitting
        return (
            _row_strip(boxes, part, heads, rule, (first, middle)),
            _row_strip(boxes, part, heads, rule, (middle, last)),
        )

    return Strip(height, draw, heads=heads, split=split)


def _label(sheet: Sheet, table: Table, row: Row) -> str:
    differs = "\N{NO-BREAK SPACE}≠" if row.differs else ""
    return f"{row.label}{differs}{_raised(label_numbers(sheet, table, row))}"


def _title(sheet: Sheet, table: Table, position: int) -> str:
    # With spaces between, so that many numbers do not make the column wide.
    numbers = (raised([each]) for each in column_numbers(sheet, table, position))
    return " ".join((table.columns[position].title, *numbers))


def _title_style(table: Table) -> scale.Style:
    return scale.SMALL_STRONG if table.by_column else scale.COLUMN


def _cell_text(sheet: Sheet, row: Row, cell: Cell, table: Table) -> str:
    text = cell.sign if cell.sign and _signed(table) else cell.text
    if cell.mark is Mark.BEST:
        text = f"▲\N{NO-BREAK SPACE}{text}"
    elif cell.mark is Mark.WARNING and not text.startswith("!"):
        text = f"!\N{NO-BREAK SPACE}{text}"
    return f"{text}{_raised(cell_numbers(sheet, table, row, cell))}"


def _raised(numbers: Sequence[int]) -> str:
    return f"\N{NARROW NO-BREAK SPACE}{raised(numbers)}" if numbers else ""


def _signed(table: Table) -> bool:
    """Tell whether signs stand for words: only where the legend explains them."""
    return "●" in table.legend and len(table.columns) >= SIGNS_FROM


def _style(cell: Cell, table: Table) -> scale.Style:
    style = scale.ALERT if cell.mark is Mark.WARNING else scale.BODY
    if cell.mark is Mark.BEST:
        style = scale.BODY_STRONG
    if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
        style = scale.FACED
    return _sized(style, table)


def _sized(style: scale.Style, table: Table) -> scale.Style:
    return scale.smaller(style) if table.by_column else style
