# SPDX-License-Identifier: MIT
"""A table of a sheet as slides: at most ten rows each, 12 points, never off the slide."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from azmodels_gui.sheets.fitting import LINE, Setting, TablePart, lines, table_parts
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import column_numbers, figure_numbers, label_numbers
from azmodels_gui.sheets.slide_deck import (
    ALERT,
    EMU,
    LEAST,
    MUTED,
    NAMESPACES,
    Box,
    Deck,
    Look,
    cut_to,
)

MOST_ROWS, MOST_SIGN_ROWS = 10, 16
PADDING, ABOVE = 6.0, 3.0
NARROWEST, NARROWEST_SIGN = 84.0, 52.0
MEASURED = LEAST * 0.95
STYLE = "{3C2FFA5D-87B4-456A-9821-1D502468CF0F}"
"""Light, with the first accent of the design."""
Relate = Callable[[int], str]
"""Returns the relation to the slide with the source of a number; empty: there is none."""
_Line = tuple[str, Row | None]
"""The heading of a group, or a row."""


@dataclass(frozen=True)
class TablePage:
    """What one slide shows of a table."""

    part: TablePart
    lines: tuple[_Line, ...]
    heights: tuple[float, ...]
    """Of the titles, and of each line."""


def table_pages(table: Table, area: Box) -> list[TablePage]:
    """Return the slides of a table: its columns in parts, their rows ten by ten."""
    least = NARROWEST_SIGN if table.signs or table.compact else NARROWEST
    upright = replace(table, compact=False, signs=True) if table.compact else table
    parts = table_parts(upright, Setting(area.width, MEASURED, PADDING, least))
    return [page for part in parts for page in _pages(table, part, area.height)]


def _pages(table: Table, part: TablePart, height: float) -> Iterator[TablePage]:
    titles = [table.stub, *(table.columns[at].title for at in part.columns)]
    band = MEASURED * LINE + 2 * ABOVE
    most = MOST_SIGN_ROWS if table.signs or table.compact else MOST_ROWS
    head = _height(titles, part) + (band if table.spans else 0.0)
    found: list[_Line] = []
    heights: list[float] = [head]
    for group in table.groups:
        heading: list[_Line] = [(group.heading, None)] if group.heading else []
        for row in group.rows:
            texts = [_label(row), *(_text(row.cells[at], table) for at in part.columns)]
            high = min(_height(texts, part), height - head - 2 * (MEASURED * LINE + 2 * ABOVE))
            more = high + (band if heading else 0.0)
            full = sum(1 for _, each in found if each is not None) >= most
            if found and (full or sum(heights) + more > height):
                yield TablePage(part, tuple(found), tuple(heights))
                found, heights = [], [head]
                heading = [(group.heading, None)] if group.heading else []
            found += heading
            heights += [band] * len(heading)
            heading = []
            found.append(("", row))
            heights.append(high)
    if found:
        yield TablePage(part, tuple(found), tuple(heights))


def _height(texts: Sequence[str], part: TablePart) -> float:
    widths = (part.label, *part.widths)
    most = max(
        lines(text, width - 2 * PADDING, MEASURED)
        for text, width in zip(texts, widths, strict=True)
    )
    return most * MEASURED * LINE + 2 * ABOVE


def _label(row: Row) -> str:
    return f"{row.label}\N{NO-BREAK SPACE}≠" if row.differs else row.label


def _text(cell: Cell, table: Table) -> str:
    return marked(cell, signs=table.signs or table.compact)


def table_xml(deck: Deck, sheet: Sheet, table: Table, page: TablePage, relate: Relate) -> str:
    """Return the table of one slide as DrawingML."""
    return _Writer(deck, sheet, table, page, relate).xml()


class _Writer:
    """Writes the table of one slide."""

    def __init__(
        self, deck: Deck, sheet: Sheet, table: Table, page: TablePage, relate: Relate
    ) -> None:
        self._deck, self._sheet, self._table = deck, sheet, table
        self._page, self._relate = page, relate
        self._signs = table.signs or table.compact

    def xml(self) -> str:
        part = self._page.part
        grid = "".join(
            f'<a:gridCol w="{round(width * EMU)}"/>' for width in (part.label, *part.widths)
        )
        rows = [*self._spans(), self._titles(self._page.heights[0] - self._above)]
        for (heading, row), height in zip(self._page.lines, self._page.heights[1:], strict=True):
            rows.append(self._band(heading, height) if row is None else self._row(row, height))
        return (
            f'<a:tbl {NAMESPACES}><a:tblPr firstRow="1" firstCol="0" bandRow="0">'
            f"<a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
            f"{''.join(rows)}</a:tbl>"
        )

    @property
    def _above(self) -> float:
        """Height of the headings above the titles."""
        return MEASURED * LINE + 2 * ABOVE if self._table.spans else 0.0

    def _spans(self) -> Iterator[str]:
        """Yield the line of headings above the titles, each over its columns."""
        begin, shown = 0, set(self._page.part.columns)
        cells = [self._cell("")]
        for name, count in self._table.spans:
            inside = len(shown & set(range(begin, begin + count)))
            begin += count
            if inside:
                cells.append(self._cell(self._deck.run(name, Look(bold=True)), span=inside))
                cells += [self._cell("", merged=True)] * (inside - 1)
        if self._table.spans:
            yield _tr(cells, self._above)

    def _titles(self, height: float) -> str:
        look = Look(bold=True)
        cells = [self._cell(self._deck.run(self._table.stub, look))]
        for at in self._page.part.columns:
            column = self._table.columns[at]
            told = self._deck.run(column.title, look)
            told += self._marks(column_numbers(self._sheet, self._table, at))
            align = "ctr" if self._signs else "r" if column.figures else ""
            cells.append(self._cell(told, align=align, bottom=True))
        return _tr(cells, height)

    def _band(self, heading: str, height: float) -> str:
        count = len(self._page.part.columns)
        told = self._deck.run(heading, Look(bold=True))
        whole = self._cell(told, span=count + 1, fill="F0F1F4")
        return _tr([whole, *[self._cell("", merged=True)] * count], height)

    def _row(self, row: Row, height: float) -> str:
        part = self._page.part
        label = self._deck.run(self._cut(_label(row), part.label, height), Look(colour=MUTED))
        cells = [self._cell(label + self._marks(label_numbers(self._sheet, self._table, row)))]
        cited = figure_numbers(self._sheet, self._table, row)
        for at, width in zip(part.columns, part.widths, strict=True):
            cell = row.cells[at]
            text = self._cut(_text(cell, self._table), width, height)
            told = self._deck.run(text, _look(cell)) + self._marks(cited[at])
            signed = self._signs and bool(cell.sign)
            align = "ctr" if signed else "r" if self._table.columns[at].figures else ""
            cells.append(self._cell(told, align=align))
        return _tr(cells, height)

    @staticmethod
    def _cut(text: str, width: float, height: float) -> str:
        most = max(1, int((height - 2 * ABOVE) / (MEASURED * LINE) + 0.01))
        return cut_to(text, width - 2 * PADDING, MEASURED, most)

    def _marks(self, numbers: Sequence[int]) -> str:
        told = ""
        for at, number in enumerate(numbers):
            relation = self._relate(number)
            link = ""
            if relation:
                jump = 'action="ppaction://hlinksldjump"'
                link = f'<a:hlinkClick r:id="{relation}" {jump}/>'
            look = Look(colour=MUTED, raised=True)
            told += self._deck.run("\N{NARROW NO-BREAK SPACE}" if at else " ", look)
            told += self._deck.run(str(number), look, link)
        return told

    @staticmethod
    def _cell(
        content: str,
        *,
        align: str = "",
        bottom: bool = False,
        span: int = 1,
        merged: bool = False,
        fill: str = "",
    ) -> str:
        across = f' gridSpan="{span}"' if span > 1 else ' hMerge="1"' if merged else ""
        form = f'<a:pPr algn="{align}"/>' if align else ""
        anchor = ' anchor="b"' if bottom else ""
        sides = f'marL="{round(PADDING * EMU)}" marR="{round(PADDING * EMU)}"'
        edges = f'marT="{round(ABOVE * EMU)}" marB="{round(ABOVE * EMU)}"'
        inside = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
        end = "" if content else f'<a:endParaRPr sz="{LEAST * 100}"/>'
        return (
            f"<a:tc{across}><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{form}{content}{end}</a:p>"
            f"</a:txBody><a:tcPr {sides} {edges}{anchor}>{inside}</a:tcPr></a:tc>"
        )


def _tr(cells: Sequence[str], height: float) -> str:
    return f'<a:tr h="{round(height * EMU)}">{"".join(cells)}</a:tr>'


def _look(cell: Cell) -> Look:
    """Return how a cell is set; it never says more than its text does."""
    if cell.kind is CellKind.UNKNOWN:
        return Look(italic=True, colour=MUTED)
    if cell.kind is CellKind.CONFLICT:
        return Look(bold=True, italic=True, colour=ALERT)
    if cell.mark is Mark.WARNING:
        return Look(bold=True, colour=ALERT)
    return Look(bold=cell.mark is Mark.BEST)
