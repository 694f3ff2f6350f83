# SPDX-License-Identifier: MIT
"""A table as strips: header, group bands, rows; split into parts where it is too wide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QLineF

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.paging import Strip
from azmodels_gui.sheets.paper.text_box import PIECES, TextBox, draw_side_by_side
from azmodels_gui.sheets.sheet import Cell, CellKind, Group, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import column_numbers, figure_numbers, label_numbers, raised

SIGN_STYLES = {"–": scale.LABEL, "!": scale.ALERT_STRONG}
"""What is not offered recedes, and a conflict stands out, by shape as well."""

Styled = tuple[str, scale.Style]
"""A text, and how it is set."""


@dataclass(frozen=True)
class TableTexts:
    """All texts of a table, made once: widths are measured and rows are set from them."""

    stub: Styled
    titles: tuple[Styled, ...]
    rows: tuple[tuple[Styled, tuple[Styled, ...]], ...]
    """Label and cells of each row."""

    @property
    def label_width(self) -> tuple[float, float]:
        """Width of the longest word of the label column, and of its longest text."""
        return widths([self.stub, *(label for label, _ in self.rows)])

    def column_width(self, position: int) -> tuple[float, float]:
        """Return the width of a column's longest word, and of its longest text."""
        return widths([self.titles[position], *(cells[position] for _, cells in self.rows)])


def table_texts(sheet: Sheet, table: Table) -> TableTexts:
    """Return the texts of a table; many columns of short figures are set a little smaller."""
    style = scale.COLUMN
    texts = TableTexts(
        (table.stub, style),
        tuple((_title(sheet, table, at), style) for at in range(len(table.columns))),
        tuple(_row(sheet, table, row) for row in table.rows),
    )
    return smaller(texts) if table.by_column else texts


def smaller(texts: TableTexts) -> TableTexts:
    """Return the same texts in a smaller size."""
    return TableTexts(
        _sized(texts.stub),
        tuple(map(_sized, texts.titles)),
        tuple((_sized(label), tuple(map(_sized, cells))) for label, cells in texts.rows),
    )


def widths(texts: Sequence[Styled]) -> tuple[float, float]:
    """Return the width of the longest word and of the longest text."""
    different = set(texts)
    words = {(word.rstrip(" "), style) for text, style in different for word in PIECES.split(text)}
    return _widest(words), _widest(different)


def _widest(texts: Iterable[Styled]) -> float:
    """Return the greatest width; the longest texts go first, so that few must be measured."""
    widest = 0.0
    for text, style in sorted(texts, key=lambda each: -len(each[0])):
        if not scale.surely_fits(text, style, widest):
            widest = max(widest, scale.text_width(text, style))
    return widest


def _row(sheet: Sheet, table: Table, row: Row) -> tuple[Styled, tuple[Styled, ...]]:
    differs = "\N{NO-BREAK SPACE}≠" if row.differs else ""
    label = f"{row.label}{differs}{_raised(label_numbers(sheet, table, row))}"
    cells = tuple(
        (_cell_text(cell, table) + _raised(numbers), _style(cell, table))
        for cell, numbers in zip(row.cells, figure_numbers(sheet, table, row), strict=True)
    )
    return (label, scale.LABEL), cells


def _title(sheet: Sheet, table: Table, position: int) -> str:
    title, numbers = table.columns[position].title, column_numbers(sheet, table, position)
    # The first stays beside the title; spaces between, so that many do not make the column wide.
    return " ".join((f"{title}{_raised(numbers[:1])}", *(raised((each,)) for each in numbers[1:])))


def _cell_text(cell: Cell, table: Table) -> str:
    text = cell.sign if cell.sign and table.signs else cell.text
    if cell.mark is Mark.BEST:
        return f"▲\N{NO-BREAK SPACE}{text}"
    if cell.mark is Mark.WARNING and not text.startswith("!"):
        return f"!\N{NO-BREAK SPACE}{text}"
    return text


def _raised(numbers: tuple[int, ...]) -> str:
    return f"\N{NARROW NO-BREAK SPACE}{raised(numbers)}" if numbers else ""


def _style(cell: Cell, table: Table) -> scale.Style:
    if cell.sign and table.signs:
        return SIGN_STYLES.get(cell.sign, scale.BODY)
    style = scale.ALERT if cell.mark is Mark.WARNING else scale.BODY
    if cell.mark is Mark.BEST:
        style = scale.BODY_STRONG
    if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
        style = scale.FACED
    return style


def _sized(text: Styled) -> Styled:
    return text[0], scale.smaller(text[1])


WIDE_LABEL, NARROW_LABEL = 0.34, 0.185
"""Share of the width that the label column takes: at most, and where columns need the room."""
EASE = 1.1
"""So much of what they need the columns get before labels are set wider."""


@dataclass(frozen=True)
class Need:
    """What a column asks for."""

    least: float
    """Its longest word fits."""
    ideal: float
    """Its longest cell fits on one line."""


@dataclass(frozen=True)
class ColumnPart:
    """Columns that stand side by side, beside the repeated label column."""

    columns: tuple[int, ...]
    label: float
    """Width of the label column."""
    widths: tuple[float, ...]


def column_parts(
    label: Need, needs: Sequence[Need], width: float, *, alike: bool
) -> list[ColumnPart]:
    """Return the parts of a table, as few as fit, about equally many columns in each.

    Args:
        label: what the label column asks for.
        needs: what the other columns ask for.
        width: of the paper.
        alike: whether the columns compare the same things: then they are equally wide if they can.
    """
    label_width = _label_width(label, sum(need.least for need in needs), width)
    room = width - label_width
    parts = _packed([min(need.least, room) for need in needs], room)
    return [
        ColumnPart(
            tuple(part), label_width, _widths([needs[column] for column in part], room, alike=alike)
        )
        for part in parts
    ]


def _label_width(label: Need, least: float, width: float) -> float:
    """Return what the columns leave, within bounds; long words of labels come first."""
    left = min(max(width - least * EASE, width * NARROW_LABEL), width * WIDE_LABEL)
    return min(max(label.least, min(label.ideal, left)), width * 0.5)


def _packed(least: Sequence[float], room: float) -> list[list[int]]:
    """Return columns by part; tried with more and more parts until each has room enough."""
    count = len(least)
    for parts in range(1, count + 1):
        tried = _shared_out(count, parts)
        if all(sum(least[column] for column in part) <= room for part in tried):
            return tried
    return [[column] for column in range(count)]


def _shared_out(count: int, parts: int) -> list[list[int]]:
    each, more = divmod(count, parts)
    found, begin = [], 0
    for part in range(parts):
        end = begin + each + (part < more)
        found.append(list(range(begin, end)))
        begin = end
    return found


def _widths(needs: Sequence[Need], room: float, *, alike: bool) -> tuple[float, ...]:
    """Share the room out: what each needs, then by what each would like."""
    least = [min(need.least, room) for need in needs]
    if alike and max(least) * len(needs) <= room:
        return (room / len(needs),) * len(needs)
    wishes = [max(need.ideal - need.least, 0.0) for need in needs]
    spare, wanted = room - sum(least), sum(wishes)
    if wanted <= spare:
        even = (spare - wanted) / len(needs)
        return tuple(width + wish + even for width, wish in zip(least, wishes, strict=True))
    return tuple(width + spare * wish / wanted for width, wish in zip(least, wishes, strict=True))


PADDING_X, PADDING_Y = 3.5 * scale.POINT, 2.0 * scale.POINT
RULE = 0.6 * scale.POINT
COMFORTABLE = 24 * scale.MILLIMETRE
"""Columns that compare the same things are at least so wide."""
NARROWEST = 12 * scale.MILLIMETRE
LONG_TABLE = 12
"""Rows from which each further part of a table begins on a page of its own."""


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
    texts, parts = _fitted(table_texts(sheet, table), table, width)
    for position, part in enumerate(parts):
        told = ""
        if len(parts) > 1:
            told = sheet.words["part"].format(part=position + 1, parts=len(parts))
        strips = _part(sheet, (table, texts), part, told)
        first = next(strips)
        yield replace(first, new_page=position > 0 and len(texts.rows) > LONG_TABLE)
        yield from strips
        yield space(10)
    if table.legend:
        yield from text_strips(table.legend, scale.SMALL_MUTED, width)


def _fitted(texts: TableTexts, table: Table, width: float) -> tuple[TableTexts, list[ColumnPart]]:
    """Return the parts of a table, its texts smaller where that saves a part."""
    parts = column_parts(*_needs(texts, table), width, alike=_alike(table))
    if len(parts) > 1 and not table.by_column:
        small = smaller(texts)
        fewer = column_parts(*_needs(small, table), width, alike=_alike(table))
        if len(fewer) < len(parts):
            return small, fewer
    return texts, parts


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
    return lambda painter, top: draw_side_by_side(painter, ((box, 0),), top, line, line + 1)


def _alike(table: Table) -> bool:
    """Tell whether the columns compare the same things."""
    return len({(column.weight, column.figures) for column in table.columns}) == 1


def _needs(texts: TableTexts, table: Table) -> tuple[Need, list[Need]]:
    least = COMFORTABLE if _alike(table) and not table.signs else NARROWEST
    columns = [_need(texts.column_width(position), least) for position in range(len(table.columns))]
    return _need(texts.label_width, 30 * scale.MILLIMETRE), columns


def _need(widths: tuple[float, float], least: float) -> Need:
    word, whole = widths
    return Need(max(word + 2 * PADDING_X, least), max(whole + 2 * PADDING_X, least))


def _part(
    sheet: Sheet, content: tuple[Table, TableTexts], part: ColumnPart, told: str
) -> Iterator[Strip]:
    table, texts = content
    header = _header(table, texts, part, told)
    yield header
    rows = iter(texts.rows)
    for group in table.groups:
        band = _band(group, part, "") if group.heading else None
        again = _band(group, part, sheet.words["continued"]) if group.heading else None
        if band is not None:
            yield replace(band, heads=(header,))
        heads = (header,) if again is None else (header, again)
        for position in range(len(group.rows)):
            first = band is not None and position == 0
            boxes = _boxes(*next(rows), table, part)
            yield _row_strip(boxes, part, (header,) if first else heads)


def _header(table: Table, texts: TableTexts, part: ColumnPart, told: str) -> Strip:
    stub, style = texts.stub
    titled = (f"{stub} ({told})" if told else stub, style)
    drawn = _row_strip(_boxes(titled, texts.titles, table, part), part, (), scale.RULE)
    return replace(drawn, keep_with_next=True)


def _band(group: Group, part: ColumnPart, continued: str) -> Strip:
    width = part.label + sum(part.widths)
    text = f"{group.heading} ({continued})" if continued else group.heading
    box = TextBox(text, scale.GROUP, width - 2 * PADDING_X)
    height = box.height + 2 * PADDING_Y

    def draw(painter: Any, top: float) -> None:
        # Half a line lower: the rule of the row above stays whole.
        # As a broad line: filling makes PySide set up all of its gradients first.
        middle = top + (height + RULE / 2) / 2
        painter.setPen(scale.pen(scale.BAND, height - RULE / 2))
        painter.drawLine(QLineF(0, middle, width, middle))
        box.draw(painter, PADDING_X, top + PADDING_Y)

    return Strip(height, draw, keep_with_next=True)


def _boxes(label: Styled, cells: Sequence[Styled], table: Table, part: ColumnPart) -> RowBoxes:
    """Lay out a row: the label, then the cells of the part's columns."""
    boxes = [(TextBox(*label, part.label - 2 * PADDING_X), PADDING_X)]
    left = part.label
    for column, width in zip(part.columns, part.widths, strict=True):
        right = table.columns[column].figures
        box = TextBox(*cells[column], width - 2 * PADDING_X, right=right)
        boxes.append((box, left + PADDING_X))
        left += width
    return RowBoxes(tuple(boxes))


def _row_strip(
    boxes: RowBoxes,
    part: ColumnPart,
    heads: tuple[Strip, ...],
    rule: str = scale.HAIRLINE,
    lines: tuple[int, int] | None = None,
) -> Strip:
    """Return a row, or the lines of it that are asked for."""
    first, last = lines or (0, boxes.lines)
    width = part.label + sum(part.widths)
    step = max(box.line_height for box, _ in boxes.boxes)
    height = (last - first) * step + 2 * PADDING_Y

    def draw(painter: Any, top: float) -> None:
        draw_side_by_side(painter, boxes.boxes, top + PADDING_Y, first, last)
        painter.setPen(scale.pen(rule, RULE))
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
