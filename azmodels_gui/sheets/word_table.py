# SPDX-License-Identifier: MIT
"""A table of a sheet as tables of a Word file: real headings, marks, rows that do not break."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from azmodels_gui.charts.drawing import text_width
from azmodels_gui.sheets.fitting import Setting, TablePart, table_parts
from azmodels_gui.sheets.office import marked, xml_text
from azmodels_gui.sheets.sheet import Cell, CellKind, Group, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import (
    alike_told,
    column_numbers,
    figure_numbers,
    label_numbers,
)
from azmodels_gui.sheets.word_xml import TWIPS, marks, paragraph, run

SIZE, PADDING, LEAST, LEAST_FIGURE = 8.1, 4.0, 62.0, 40.0
"""In points. Type of 9 points is measured as a smaller one: fonts of office programs are narrow."""
AIRY = 34.0
"""Height of a row in which somebody writes by hand."""
HIGHEST_TITLE = 150.0
"""Of titles that are turned upright, in points."""
_KEEP = "<w:keepNext/>"
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'
_TURNED = (
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    '<w:textDirection w:val="btLr"/>'
)
"""A title that stands upright: its line needs all of a narrow column."""
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


@dataclass(frozen=True)
class WordTable:
    """One part of a table that fits the paper."""

    xml: str
    told: str
    """Which part it is, for its caption; empty: the only one."""


def word_tables(
    sheet: Sheet, table: Table, width: float, name: str, level: int = 1
) -> Iterator[WordTable]:
    """Yield a table, in as many parts as it needs.

    Args:
        sheet: has the footnotes and words.
        table: what is shown.
        width: of the paper between its margins, in points.
        name: what the table is called to those who cannot see it.
        level: of the heading above; groups are one below.
    """
    least = LEAST_FIGURE if table.signs or table.by_column else LEAST
    parts = table_parts(table, Setting(width, SIZE, PADDING, least))
    for number, part in enumerate(parts, start=1):
        told = ""
        if len(parts) > 1:
            told = sheet.words["part"].format(part=number, parts=len(parts))
        yield WordTable(
            _Writer(sheet, table, part, level).xml(f"{name} ({told})" if told else name), told
        )


class _Writer:
    """Writes one part of a table."""

    def __init__(self, sheet: Sheet, table: Table, part: TablePart, level: int) -> None:
        self._sheet, self._table, self._part = sheet, table, part
        self._signs = table.signs or table.compact
        self._outline = f'<w:outlineLvl w:val="{level}"/>'

    def xml(self, name: str) -> str:
        part, table = self._part, self._table
        grid = "".join(f'<w:gridCol w:w="{_twips(each)}"/>' for each in (part.label, *part.widths))
        rows = [*self._heads()]
        for group in table.groups:
            rows += self._group(group)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="SheetTable"/>'
            f'<w:tblW w:w="{_twips(part.width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{xml_text(name)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _heads(self) -> Iterator[str]:
        """Yield the rows that come again on every page."""
        table, part = self._table, self._part
        if table.spans:
            cells = [self._cell(part.label, paragraph("SheetTitleCell", "", _KEEP))]
            cells += [
                self._cell(width, paragraph("SheetTitleCell", run(name), _KEEP), across=count)
                for name, count, width in self._spans()
            ]
            yield f"<w:tr>{_HEAD}{''.join(cells)}</w:tr>"
        cells = [self._cell(part.label, paragraph("SheetTitleCell", run(table.stub), _KEEP))]
        cells += [self._title(at, width) for at, width in self._columns()]
        yield f"<w:tr>{self._head_properties()}{''.join(cells)}</w:tr>"

    def _head_properties(self) -> str:
        if not self._table.compact:
            return _HEAD
        titles = [self._table.columns[at].title for at in self._part.columns]
        longest = max((text_width(title, SIZE, bold=True) for title in titles), default=0.0)
        height = _twips(min(longest + 2 * PADDING, HIGHEST_TITLE))
        return _HEAD.replace("<w:tblHeader/>", f'<w:trHeight w:val="{height}"/><w:tblHeader/>')

    def _spans(self) -> Iterator[tuple[str, int, float]]:
        """Yield the headings above the columns of this part, with how many each spans."""
        begin, widths = 0, dict(self._columns())
        for name, count in self._table.spans:
            inside = [at for at in range(begin, begin + count) if at in widths]
            begin += count
            if inside:
                yield name, len(inside), sum(widths[at] for at in inside)

    def _columns(self) -> Iterator[tuple[int, float]]:
        return zip(self._part.columns, self._part.widths, strict=True)

    def _title(self, at: int, width: float) -> str:
        column = self._table.columns[at]
        told = run(column.title) + marks(column_numbers(self._sheet, self._table, at))
        right = '<w:jc w:val="right"/>' if column.figures else ""
        if not self._table.compact:
            return self._cell(width, paragraph("SheetTitleCell", told, _KEEP + right))
        return self._cell(width, paragraph("SheetTitleCell", told, _KEEP + _TIGHT), more=_TURNED)

    def _group(self, group: Group) -> Iterator[str]:
        if group.heading:
            told = paragraph("SheetGroup", run(group.heading), self._outline)
            yield self._across(told, '<w:shd w:val="clear" w:color="auto" w:fill="F0F1F4"/>')
        folds = self._table.folds
        for row in group.differing if folds else group.rows:
            yield self._row(row)
        if folds and group.alike:
            pieces = (
                run(text) + marks(numbers) for text, numbers in alike_told(self._sheet, group)
            )
            told = run(f"{self._sheet.words['alike']}: ") + run("; ").join(pieces)
            yield self._across(paragraph("SheetLabel", told))

    def _across(self, told: str, more: str = "") -> str:
        """Return a line with one cell over all columns."""
        width, across = self._part.width, len(self._part.columns) + 1
        whole = self._cell(width, told, across=across, more=more)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{whole}</w:tr>"

    def _row(self, row: Row) -> str:
        differs = "\N{NO-BREAK SPACE}≠" if row.differs and not self._table.folds else ""
        numbers = marks(label_numbers(self._sheet, self._table, row))
        label = paragraph("SheetLabel", run(f"{row.label}{differs}") + numbers)
        cited = figure_numbers(self._sheet, self._table, row)
        cells = [self._cell(self._part.label, label)]
        for at, width in self._columns():
            cells.append(self._cell(width, self._figure(row.cells[at], at, cited[at])))
        high = f'<w:trHeight w:val="{_twips(AIRY)}"/>' if self._table.airy else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{high}</w:trPr>{''.join(cells)}</w:tr>"

    def _figure(self, cell: Cell, at: int, numbers: Sequence[int]) -> str:
        style = "SheetFigure" if self._table.columns[at].figures else "SheetCell"
        if self._signs and cell.sign:
            style = "SheetSign"
        told = run(marked(cell, signs=self._signs), _look(cell, signs=self._signs))
        return paragraph(style, told + marks(numbers))

    @staticmethod
    def _cell(width: float, content: str, *, across: int = 1, more: str = "") -> str:
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        size = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{size}{span}{more}</w:tcPr>{content}</w:tc>"


def _look(cell: Cell, *, signs: bool) -> str:
    """Return the style of a cell's text; it never says more than the text does."""
    if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
        return "SheetUnknown" if cell.kind is CellKind.UNKNOWN else "SheetConflict"
    if signs and cell.sign == "–":
        return "SheetUnknown"
    return {Mark.BEST: "SheetBest", Mark.WARNING: "SheetWarning"}.get(cell.mark, "")


def _twips(points: float) -> int:
    return round(points * TWIPS)
