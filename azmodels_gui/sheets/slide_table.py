# SPDX-License-Identifier: MIT
"""A table of a sheet as slides: at most ten rows each, 12 points, never off the slide."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace
from typing import Any

from msgspec.structs import replace

from azmodels_gui.sheets.fitting import LINE, Setting, TablePart, lines, table_parts
from azmodels_gui.sheets.sheet import Sheet, Table
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
from azmodels_gui.sheets.told_table import Line, LineKind, Side, Told, ToldTable, Tone

MOST_ROWS, MOST_SIGN_ROWS = 10, 16
PADDING, ABOVE = 6.0, 3.0
NARROWEST, NARROWEST_SIGN = 84.0, 52.0
MEASURED = LEAST * 0.95
BAND = MEASURED * LINE + 2 * ABOVE
"""Height of a line of one text over several columns."""
STYLE = "{3C2FFA5D-87B4-456A-9821-1D502468CF0F}"
"""Light, with the first accent of the design."""
Relate = Callable[[int], str]
"""Returns the relation to the slide with the source of a number; empty: there is none."""


@dataclass(frozen=True)
class TablePage:
    """What one slide shows of a table."""

    told: ToldTable
    part: TablePart
    lines: tuple[Line, ...]
    heights: tuple[float, ...]
    """Of the titles, and of each line."""


def table_pages(sheet: Sheet, table: Table, area: Box) -> list[TablePage]:
    """Return the slides of a table: its columns in parts, their rows ten by ten."""
    signs = table.signs or table.compact
    upright = replace(table, compact=False, signs=True) if table.compact else table
    least = NARROWEST_SIGN if signs else NARROWEST
    parts = table_parts(upright, Setting(area.width, MEASURED, PADDING, least))
    return [
        page
        for part in parts
        for page in _pages(ToldTable(sheet, table, part.columns, signs), part, area.height)
    ]


def _pages(told: ToldTable, part: TablePart, height: float) -> Iterator[TablePage]:
    most = MOST_SIGN_ROWS if told.signs else MOST_ROWS
    head = _height(told.titles, part) + (BAND if told.table.spans else 0.0)
    found: list[Line] = []
    heights, rows = [head], 0
    heading: Line | None = None
    waiting = False
    """Whether the heading of the group still stands before its first row on this slide."""
    for line in told.lines:
        if line.kind is LineKind.HEADING:
            heading, waiting = line, True
            continue
        high = min(_height(line.texts, part), height - head - 2 * BAND)
        if found and (rows >= most or sum(heights) + high + BAND * waiting > height):
            yield TablePage(told, part, tuple(found), tuple(heights))
            found, heights, rows = [], [head], 0
            waiting = heading is not None
        if waiting and heading is not None:
            found.append(heading)
            heights.append(BAND)
            waiting = False
        found.append(line)
        heights.append(high)
        rows += 1
    if found:
        yield TablePage(told, part, tuple(found), tuple(heights))


def _height(texts: Sequence[Told], part: TablePart) -> float:
    widths = (part.label, *part.widths)
    most = max(
        lines(told.text, width - 2 * PADDING, MEASURED)
        for told, width in zip(texts, widths, strict=True)
    )
    return most * MEASURED * LINE + 2 * ABOVE


def table_xml(deck: Deck, page: TablePage, relate: Relate) -> Any:
    """Return the table of one slide as an element of DrawingML."""
    from pptx.oxml import parse_xml

    return parse_xml(_Writer(deck, page, relate).xml())


class _Writer:
    """Writes the table of one slide."""

    def __init__(self, deck: Deck, page: TablePage, relate: Relate) -> None:
        self._deck, self._page, self._relate = deck, page, relate
        self._widths = (page.part.label, *page.part.widths)

    def xml(self) -> str:
        page = self._page
        grid = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in self._widths)
        above = BAND if page.told.table.spans else 0.0
        rows = [*self._spans(), self._titles(page.heights[0] - above)]
        rows += map(self._line, page.lines, page.heights[1:])
        return (
            f'<a:tbl {NAMESPACES}><a:tblPr firstRow="1" firstCol="0" bandRow="0">'
            f"<a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
            f"{''.join(rows)}</a:tbl>"
        )

    def _spans(self) -> Iterator[str]:
        """Yield the line of headings above the titles, each over its columns."""
        cells = [_cell("")]
        for name, count in self._page.told.spans:
            cells.append(_cell(self._deck.run(name, Look(bold=True)), span=count))
            cells += [_cell("", merged=True)] * (count - 1)
        if self._page.told.table.spans:
            yield _tr(cells, BAND)

    def _titles(self, height: float) -> str:
        cells = [
            _cell(self._text(told, Look(bold=True)), align=_SIDES[told.side], bottom=at > 0)
            for at, told in enumerate(self._page.told.titles)
        ]
        return _tr(cells, height)

    def _line(self, line: Line, height: float) -> str:
        if line.kind is LineKind.HEADING:
            heading = self._deck.run(line.texts[0].text, Look(bold=True))
            whole = _cell(heading, span=len(self._widths), fill="F0F1F4")
            return _tr([whole, *[_cell("", merged=True)] * len(self._page.part.columns)], height)
        most = max(1, int((height - 2 * ABOVE) / (MEASURED * LINE) + 0.01))
        cells = []
        for at, (told, width) in enumerate(zip(line.texts, self._widths, strict=True)):
            cut = cut_to(told.text, width - 2 * PADDING, MEASURED, most)
            look = _LOOKS[told.tone] if at else Look(colour=MUTED)
            content = self._text(dataclass_replace(told, text=cut), look)
            cells.append(_cell(content, align=_SIDES[told.side]))
        return _tr(cells, height)

    def _text(self, told: Told, look: Look) -> str:
        """Return a text and its marks, which lead to the slide with their source."""
        written = self._deck.run(told.text, look)
        raised = Look(colour=MUTED, raised=True)
        for at, number in enumerate(told.numbers):
            relation = self._relate(number)
            jump = f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'
            written += self._deck.run("\N{NARROW NO-BREAK SPACE}" if at else " ", raised)
            written += self._deck.run(str(number), raised, jump if relation else "")
        return written


_SIDES = {Side.LEFT: "", Side.RIGHT: "r", Side.MIDDLE: "ctr"}
_LOOKS = {
    Tone.PLAIN: Look(),
    Tone.BEST: Look(bold=True),
    Tone.WARNING: Look(bold=True, colour=ALERT),
    Tone.UNKNOWN: Look(italic=True, colour=MUTED),
    Tone.CONFLICT: Look(bold=True, italic=True, colour=ALERT),
}


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
