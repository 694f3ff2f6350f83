# SPDX-License-Identifier: MIT
"""A sheet as an Excel workbook: real numbers and days, filters, charts, sources at each figure."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from msgspec.structs import replace

from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.native_chart import native_charts
from azmodels_gui.sheets.office import AUTHOR, link_of, plain
from azmodels_gui.sheets.picture import chart_picture, logo_picture
from azmodels_gui.sheets.sheet import Cell, CellKind, Column, Group, Mark, Row, Sheet, Table, Text
from azmodels_gui.sheets.sheet_words import column_numbers, raised
from azmodels_gui.sheets.spreadsheet_charts import write_chart
from azmodels_gui.sheets.spreadsheet_pages import FIGURES, NUMERIC, SIGNS, Formats, PageNames, Pages

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_REGIONS = 6
"""More of them would make more columns than anybody reads."""


def by_region(table: Table) -> Table:
    """Return the table with a column for each region below the name of what it tells of.

    What holds in all regions stands in the column of each, what is told of one in that one. A
    table whose cells do not differ by region, or do so in too many, comes back as it is.
    """
    regions = tuple(dict.fromkeys(_regions(table)))
    if not 2 <= len(regions) <= MOST_REGIONS or table.spans:
        return table
    return replace(
        table,
        columns=tuple(
            Column(region, column.figures, column.weight)
            for column in table.columns
            for region in regions
        ),
        groups=tuple(_group(group, regions) for group in table.groups),
        spans=tuple((column.title, len(regions)) for column in table.columns),
    )


def _regions(table: Table) -> Iterator[str]:
    return (name for row in table.rows for cell in row.cells for name, _ in cell.by_region)


def _group(group: Group, regions: tuple[str, ...]) -> Group:
    named = [region for region in regions if region in group.heading]
    only = max(named, key=len, default="")  # "East US 2" is not East US
    rows = (
        replace(
            row, cells=tuple(part for cell in row.cells for part in _parts(cell, regions, only))
        )
        for row in group.rows
    )
    return replace(group, rows=tuple(rows))


def _parts(cell: Cell, regions: tuple[str, ...], only: str) -> Iterator[Cell]:
    """Yield what a cell tells of each region; of one only, where its group is about that."""
    found = dict(cell.by_region)
    for region in regions:
        if only not in ("", region):
            yield Cell(CellKind.TEXT, "")
        # Best is the whole, not each part of it.
        elif region in found:
            yield replace(found[region], mark=_mark(found[region]))
        else:
            yield cell


def _mark(cell: Cell) -> Mark:
    return Mark.NONE if cell.mark is Mark.BEST else cell.mark


LABEL_WIDTH, NARROWEST, WIDEST, NOTE_WIDTH = 44, 13, 34, 110
"""Widths of columns in characters."""
LINE_HEIGHT, TITLE_HEIGHT, HIGHEST = 15, 24, 409
LOGO_ROOM = (150.0, 48.0)
CHART_WIDTH, CHART_WIDTHS = 520.0, (34, 18, 18, 18, 18)
"""Of a picture in points, and of the columns below a chart in characters."""
MOST_CHART_COLUMNS = 40
_NAMED = re.compile(r"\{(\w+)(@first|\[\])?\}")
"""A figure or a group in a formula, see `live_cells`."""


def xlsx_bytes(sheet: Sheet, paper: str = "A4") -> bytes:
    """Return the workbook; the same sheet gives the same bytes.

    Args:
        sheet: the content.
        paper: "A4" or "Letter".
    """
    # Late: most starts of the program make no sheet.
    from xlsxwriter import Workbook

    target = io.BytesIO()
    workbook = Workbook(
        target,
        # A text stays a text: no formulas, no numbers read out of words, no addresses.
        {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
        | {"in_memory": True},
    )
    made = datetime.combine(sheet.day, time())
    author = sheet.brand.author or AUTHOR
    told = {"title": sheet.title, "author": author, "comments": sheet.catalog_line}
    workbook.set_properties(told | {"created": made})
    writer = _Writer(workbook, sheet, paper)
    writer.write_parts()
    writer.write_notes()
    writer.write_sources()
    workbook.close()
    return target.getvalue()


class _Writer:
    """Writes the pages of one workbook."""

    def __init__(self, workbook: "Workbook", sheet: Sheet, paper: str) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._formats = Formats(workbook, sheet.language)
        self._pages = Pages(workbook, sheet, paper)
        self._notes: dict[tuple[int, ...], str] = {}
        self._rows: dict[str, tuple[int, int]] = {}
        """First and last row of each figure and group of the table that is reckoned anew."""

    def write_parts(self) -> None:
        """Write a page for each table and each chart; the first one has the title above."""
        names = PageNames(self._sheet)
        for part in self._sheet.parts:
            for block in part.blocks:
                if isinstance(block, Table):
                    above = part.heading if part.name else ""
                    self._write_table(names.of(part), by_region(block), above)
                elif isinstance(block, Chart):
                    alone = part.heading and len(part.blocks) == 1
                    self._write_chart(names.of(part, "" if alone else block.title), block)
        if self._sheet.live is not None:
            self._write_table(self._sheet.words["live"], self._sheet.live, "")

    def write_notes(self) -> None:
        """Write what is said in words: assumptions, remarks, texts of the parts, caveats."""
        sheet = self._sheet
        page = self._pages.add(sheet.words["assumptions"])
        page.set_column(0, 0, NOTE_WIDTH)
        row = 0
        texts = (
            (part.heading, block.sentences)
            for part in (*sheet.closing, *sheet.plain_parts)
            for block in part.blocks
            if isinstance(block, Text)
        )
        for heading, sentences in texts:
            page.write_string(row, 0, heading, self._formats.heading)
            for line in sentences:
                row += 1
                text = f"{line.text}{raised(sheet.numbers(line.sources))}"
                page.write_string(row, 0, text, self._formats.text)
                page.set_row(row, LINE_HEIGHT * _lines(text, NOTE_WIDTH))
            row += 2
        for caveat in (*sheet.disclaimers, *sheet.licence_notes):
            page.write_string(row, 0, caveat, self._formats.muted)
            row += 1

    def write_sources(self) -> None:
        """Write every source with number, date, address and licence."""
        words, page = self._sheet.words, self._pages.add(self._sheet.words["sources"])
        for column, width in enumerate((6, 70, 14, 60, 30)):
            page.set_column(column, column, width)
        for column, key in enumerate(("number", "source", "as_of", "address", "licence")):
            page.write_string(0, column, words[key], self._formats.column)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        for row, note in enumerate(self._sheet.footnotes, start=1):
            page.write_number(row, 0, note.number)
            title = f"{note.title} ({words['secondary']})" if note.secondary else note.title
            for column, text in ((1, title), (2, note.as_of), (4, note.licence)):
                page.write_string(row, column, text, self._formats.text)
            if url := link_of(note.url):
                page.write_url(row, 3, url, string=url)

    def _write_table(self, name: str, table: Table, above: str) -> None:
        page = self._pages.add(name)
        widths = [LABEL_WIDTH, *_widths(table), NARROWEST]
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        top = self._write_spans(page, self._write_above(page, above, widths), table)
        self._write_titles(page, top, table, widths)
        self._rows = _rows_by_key(table, top) if table is self._sheet.live else {}
        page.outline_settings(symbols_below=False)  # folded rows open at their heading
        row = self._write_groups(page, top, table, widths)
        if row > top:
            page.autofilter(top, 0, row, len(widths) - 1)
        if table.legend:
            self._write_wide(page, row + 2, table.legend, widths)

    def _write_groups(
        self, page: "Worksheet", row: int, table: Table, widths: Sequence[float]
    ) -> int:
        """Write all rows below the titles; return the last one."""
        for group in table.groups:
            if group.heading:
                row += 1
                for column in range(len(widths)):
                    text = "" if column else group.heading
                    page.write_string(row, column, text, self._formats.group)
                page.set_row(row, None, None, {"collapsed": group.folded})
            for line in group.rows:
                row += 1
                self._write_row(page, row, line, table)
                if group.changed:
                    self._write_changed(page, row, line)
                height = _height([line.label, *(_shown(cell) for cell in line.cells)], widths)
                folds = {"level": 1, "hidden": True} if group.folded else {}
                if folds or height > LINE_HEIGHT:
                    page.set_row(row, height, None, folds)
        return row

    def _write_chart(self, name: str, chart: Chart) -> None:
        """Write a chart with its figures beside it; one of too many is a picture."""
        page = self._pages.add(name)
        top = self._write_above(page, chart.title, CHART_WIDTHS)
        told = chart.summary or chart.title
        first, *others = CHART_WIDTHS
        page.set_column(0, 0, first)
        page.set_column(1, MOST_CHART_COLUMNS, others[0])
        row, natives = top, native_charts(chart)
        if len(natives) > 1:  # one above the other, and none over the edge of a page
            page.set_portrait()
            page.fit_to_pages(1, 1)
        for native in natives:
            row = write_chart(self._workbook, page, native, row, told, self._sheet.language)
        if row == top:
            picture = chart_picture(chart, CHART_WIDTH)
            self._pages.picture(page, picture, (row, 0), told)
            row += ceil(picture.height / LINE_HEIGHT) + 1
        numbers = self._sheet.numbers(chart.sources)
        cited = f"{self._sheet.words['sources']}: {', '.join(map(str, numbers))}"
        for text in (*chart.notes, chart.summary, cited if numbers else ""):
            if text:
                self._write_wide(page, row, text, CHART_WIDTHS)
                row += 1

    def _write_above(self, page: "Worksheet", heading: str, widths: Sequence[float]) -> int:
        """Write the sheet's head on the first page, and a heading; return the next row."""
        row = self._write_head(page, widths) if self._pages.count == 1 else 0
        if not heading:
            return row
        page.write_string(row, 0, heading, self._formats.heading)
        return row + 2

    def _write_head(self, page: "Worksheet", widths: Sequence[float]) -> int:
        """Write logo, title, client and head above the first table; return the next row."""
        sheet, row = self._sheet, 0
        if sheet.logo is not None:
            picture = logo_picture(sheet.logo, LOGO_ROOM)
            self._pages.picture(page, picture, (0, 0), sheet.client or sheet.words["logo"])
            page.set_row(0, picture.height + 6)
            row = 1
        page.write_string(row, 0, sheet.title, self._formats.title)
        page.set_row(row, TITLE_HEIGHT)
        for line in (*sheet.head_lines, *sheet.told_first):
            row += 1
            self._write_wide(page, row, line, widths)
        return row + 2

    def _write_wide(self, page: "Worksheet", row: int, text: str, widths: Sequence[float]) -> None:
        """Write a text over all columns, on as many lines as it needs."""
        lines = _lines(text, sum(widths))
        if lines == 1:
            page.write_string(row, 0, text)
            return
        page.merge_range(row, 0, row, len(widths) - 1, "", self._formats.text)
        page.write_string(row, 0, text, self._formats.text)
        page.set_row(row, min(HIGHEST, LINE_HEIGHT * lines))

    def _write_spans(self, page: "Worksheet", row: int, table: Table) -> int:
        """Write the headings above the titles, each over its columns; return the next row."""
        column = 1
        for name, count in table.spans:
            for more in range(count):
                page.write_string(row, column + more, "" if more else name, self._formats.group)
            column += count
        return row + 1 if table.spans else row

    def _write_titles(
        self, page: "Worksheet", row: int, table: Table, widths: Sequence[float]
    ) -> None:
        """Write the header row; it is frozen, and comes again on every printed page."""
        formats = self._formats
        titles = [table.stub, *(column.title for column in table.columns)]
        titles.append(self._sheet.words["sources"])
        right = [False, *(column.figures for column in table.columns), False]
        for column, title in enumerate(titles):
            style = formats.column_right if right[column] else formats.column
            page.write_string(row, column, title, style)
        for at in range(len(table.columns)):
            self._note(page, (row, at + 1), column_numbers(self._sheet, table, at))
        page.set_row(row, _height(titles, [width * 0.9 for width in widths]))
        page.freeze_panes(row + 1, 1)
        page.repeat_rows(row - 1 if table.spans else row, row)
        page.repeat_columns(0)

    def _write_row(self, page: "Worksheet", row: int, line: Row, table: Table) -> None:
        page.write_string(row, 0, line.label, self._formats.muted)
        for column, (cell, spec) in enumerate(zip(line.cells, table.columns, strict=True), start=1):
            self._write_cell(page, (row, column), cell, right=spec.figures)
            if not table.by_column:
                self._note(page, (row, column), self._sheet.numbers(cell.sources))
        numbers = self._sheet.numbers(line.sources)
        if numbers:
            told = ", ".join(map(str, numbers))
            page.write_string(row, len(line.cells) + 1, told, self._formats.sources)

    def _note(self, page: "Worksheet", place: tuple[int, int], numbers: tuple[int, ...]) -> None:
        """Put the sources of a figure into a note of its cell."""
        if not numbers:
            return
        told = self._notes.get(numbers)
        if told is None:
            found = {note.number: note.text for note in self._sheet.footnotes}
            told = "\n".join(plain(f"{number}. {found[number]}") for number in numbers)
            self._notes[numbers] = told
        page.write_comment(*place, told, {"width": 320, "height": 22 + 32 * len(numbers)})

    def _write_changed(self, page: "Worksheet", row: int, line: Row) -> None:
        """Frame the figures of a row that the reader is to change; none is below zero."""
        for column, cell in enumerate(line.cells, start=1):
            entered = not cell.formula or cell.formula.endswith("@first}")
            if cell.kind in NUMERIC and entered:
                self._write_cell(page, (row, column), cell, right=True, changed=True)
        last = len(line.cells)
        page.data_validation(
            row, 1, row, last, {"validate": "decimal", "criteria": ">=", "value": 0}
        )

    def _write_cell(
        self,
        page: "Worksheet",
        place: tuple[int, int],
        cell: Cell,
        *,
        right: bool,
        changed: bool = False,
    ) -> None:
        value, style = cell.value, self._formats.of(cell, right=right, changed=changed)
        if cell.formula:
            known = float(value) if isinstance(value, int | Decimal) else cell.text
            page.write_formula(*place, self._formula(cell.formula, place[1]), style, known)
        elif cell.kind in NUMERIC and isinstance(value, int | Decimal):
            page.write_number(*place, float(value), style)
        elif cell.kind is CellKind.DATE and not isinstance(value, int | Decimal | None):
            page.write_datetime(*place, datetime.combine(value, time()), style)
        else:
            page.write_string(*place, _shown(cell), style)

    def _formula(self, formula: str, column: int) -> str:
        """Return a formula as Excel writes it: figures of other rows become cells."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        def cell(found: re.Match[str]) -> str:
            first, last = self._rows[found[1]]
            if found[2] == "[]":  # one row as well is a range
                return ":".join(xl_rowcol_to_cell(at, column, row_abs=True) for at in (first, last))
            at = 1 if found[2] else column
            return str(xl_rowcol_to_cell(first, at, col_abs=bool(found[2])))

        return f"={_NAMED.sub(cell, formula)}"


def _rows_by_key(table: Table, top: int) -> dict[str, tuple[int, int]]:
    """Return where the rows and groups of a table stand, below its titles in the row `top`."""
    found, row = {}, top
    for group in table.groups:
        row += bool(group.heading)
        found[group.key] = (row + 1, row + len(group.rows))
        for line in group.rows:
            row += 1
            found[line.key] = (row, row)
    return found


def _shown(cell: Cell) -> str:
    """Return a cell's text with the sign of its mark; a figure's format brings its own."""
    sign = SIGNS[cell.mark]
    return cell.text if cell.kind in FIGURES or cell.text.startswith("!") else sign + cell.text


def _widths(table: Table) -> list[float]:
    """Return widths that fit most cells on one line, and every figure: those do not wrap."""
    rows = list(table.rows)
    found: list[float] = []
    for position, column in enumerate(table.columns):
        cells = [row.cells[position] for row in rows]
        longest = max(map(_length, cells), default=0)
        figure = max((_length(cell) for cell in cells if cell.kind in FIGURES), default=0)
        title = min(len(column.title) + 2, 22)
        found.append(max(NARROWEST, min(WIDEST, longest + 4), figure + 4, title))
    return found


def _length(cell: Cell) -> int:
    """Return the signs of a cell, with what its format writes beside the figure."""
    beside = sum(len(each) for each in (cell.before, cell.after) if each not in cell.text)
    return len(cell.text) + beside


def _height(texts: Sequence[str], widths: Sequence[float]) -> int:
    """Return the height of a row, so that programs which do not reckon it show all lines."""
    lines = (_lines(text, width) for text, width in zip(texts, widths, strict=False))
    return LINE_HEIGHT * max(lines)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.splitlines() or [""])
