# SPDX-License-Identifier: MIT
"""A sheet as an Excel workbook: real numbers and days, frozen headers, a page of sources."""

import io
import re
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from azmodels_gui.reports.footnote_marks import raised
from azmodels_gui.reports.sheet import Cell, CellKind, Mark, Sheet, Table, Text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LABEL_WIDTH, NARROWEST, WIDEST = 40, 12, 34
"""Widths of columns in characters."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SIGNS = {"USD": '"$"', "EUR": '"€"', "GBP": '"£"'}
NUMERIC = frozenset({CellKind.NUMBER, CellKind.MONEY, CellKind.PERCENT})


def xlsx_bytes(sheet: Sheet) -> bytes:
    """Return the workbook; the same sheet gives the same bytes."""
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
    workbook.set_properties({"title": sheet.title, "created": made, "comments": sheet.catalog_line})
    writer = _Writer(workbook, sheet)
    writer.write_tables()
    writer.write_notes()
    writer.write_sources()
    workbook.close()
    return target.getvalue()


class _Writer:
    """Writes the pages of one workbook."""

    def __init__(self, workbook: "Workbook", sheet: Sheet) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._formats: dict[tuple[object, ...], Format] = {}
        self._names: set[str] = set()
        self._head = workbook.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self._bold = workbook.add_format({"bold": True})
        self._title = workbook.add_format({"bold": True, "font_size": 16})
        self._group = workbook.add_format({"bold": True, "bg_color": "#F0F1F4"})
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._muted = workbook.add_format(
            {"font_color": "#5B6472", "valign": "top", "text_wrap": True}
        )

    def write_tables(self) -> None:
        """Write a page for each table; the first one has the title above."""
        for part in self._sheet.parts:
            for block in part.blocks:
                if isinstance(block, Table):
                    self._write_table(part.heading or self._sheet.title, block)

    def write_notes(self) -> None:
        """Write what is said in words: texts of the parts, assumptions, remarks."""
        sheet, page = self._sheet, self._page(self._sheet.words["assumptions"])
        page.set_column(0, 0, 110)
        row = 0
        texts = [
            (part.heading, block.sentences)
            for part in sheet.parts
            for block in part.blocks
            if isinstance(block, Text)
        ]
        fixed = [
            (sheet.words["assumptions"], sheet.assumptions),
            (sheet.words["remarks"], sheet.remarks),
        ]
        for heading, sentences in (*fixed, *texts):
            page.write_string(row, 0, heading, self._bold)
            for line in sentences:
                row += 1
                text = f"{line.text}{raised(sheet.numbers(line.sources))}"
                page.write_string(row, 0, text, self._wrapped)
            row += 2
        for caveat in sheet.disclaimers:
            page.write_string(row, 0, caveat, self._muted)
            row += 1

    def write_sources(self) -> None:
        """Write every source with number, date, address and licence."""
        words, page = self._sheet.words, self._page(self._sheet.words["sources"])
        for column, width in enumerate((6, 70, 14, 60, 30)):
            page.set_column(column, column, width)
        for column, key in enumerate(("number", "source", "as_of", "address", "licence")):
            page.write_string(0, column, words[key], self._head)
        page.freeze_panes(1, 0)
        for row, note in enumerate(self._sheet.footnotes, start=1):
            page.write_number(row, 0, note.number)
            title = f"{note.title} ({words['secondary']})" if note.secondary else note.title
            for column, text in ((1, title), (2, note.as_of), (4, note.licence)):
                page.write_string(row, column, text, self._wrapped)
            if note.url.startswith("https://") and len(note.url) <= 2_000:
                page.write_url(row, 3, note.url, string=note.url)

    def _write_table(self, name: str, table: Table) -> None:
        page = self._page(name)
        top = self._write_head(page) if len(self._names) == 1 else 0
        self._write_titles(page, top, table)
        row = top
        last = len(table.columns) + 1
        for group in table.groups:
            if group.heading:
                row += 1
                for column in range(last + 1):
                    page.write_string(row, column, "" if column else group.heading, self._group)
            for line in group.rows:
                row += 1
                page.write_string(row, 0, line.label, self._muted)
                for column, cell in enumerate(line.cells, start=1):
                    self._write_cell(page, row, column, cell)
                numbers = self._sheet.numbers(line.sources)
                if numbers:
                    page.write_string(row, last, ", ".join(map(str, numbers)), self._muted)
        if table.legend:
            page.write_string(row + 2, 0, table.legend)

    def _write_head(self, page: "Worksheet") -> int:
        """Write title, client and head above the first table; return the row of its titles."""
        sheet = self._sheet
        row = 0
        for row, line in enumerate(sheet.head_lines, start=1):
            page.write_string(row, 0, line)
        return row + 2

    def _write_titles(self, page: "Worksheet", row: int, table: Table) -> None:
        """Write the header row, frozen, and widths that fit most cells."""
        titles = [table.stub, *(column.title for column in table.columns)]
        titles.append(self._sheet.words["sources"])
        for column, title in enumerate(titles):
            page.write_string(row, column, title, self._head)
        page.freeze_panes(row + 1, 1)
        page.repeat_rows(row)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        rows = list(table.rows)
        page.set_column(0, 0, LABEL_WIDTH)
        for column, spec in enumerate(table.columns):
            longest = max((len(row.cells[column].text) for row in rows), default=0)
            width = min(WIDEST, max(NARROWEST, longest + 2, min(len(spec.title) + 2, 20)))
            page.set_column(column + 1, column + 1, width)
        page.set_column(len(titles) - 1, len(titles) - 1, NARROWEST)

    def _write_cell(self, page: "Worksheet", row: int, column: int, cell: Cell) -> None:
        value, style = cell.value, self._style(cell)
        if cell.kind in NUMERIC and isinstance(value, int | Decimal):
            page.write_number(row, column, float(value), style)
        elif (
            cell.kind is CellKind.DATE
            and value is not None
            and not isinstance(value, int | Decimal)
        ):
            page.write_datetime(row, column, datetime.combine(value, time()), style)
        else:
            page.write_string(row, column, cell.text, style)

    def _style(self, cell: Cell) -> "Format":
        key = (cell.kind, cell.currency, cell.places, cell.mark)
        if key not in self._formats:
            properties: dict[str, object] = {"valign": "top", "text_wrap": True, "align": "left"}
            if cell.kind in NUMERIC or cell.kind is CellKind.DATE:
                properties |= {"num_format": number_format(cell, self._sheet.language)}
                properties |= {"align": "right", "text_wrap": False}
            if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
                properties |= {"italic": True, "font_color": "#5B6472"}
            if cell.mark is Mark.BEST:
                properties |= {"bold": True}
            if cell.mark is Mark.WARNING:
                properties |= {"underline": 1}
            self._formats[key] = self._workbook.add_format(properties)
        return self._formats[key]

    def _page(self, name: str) -> "Worksheet":
        """Add a page; Excel wants short, different names without some signs."""
        plain = _FORBIDDEN.sub(" ", name).strip()[:28] or "-"
        chosen, count = plain, 1
        while chosen.casefold() in self._names:
            count += 1
            chosen = f"{plain[:26]} {count}"
        self._names.add(chosen.casefold())
        return self._workbook.add_worksheet(chosen)


def number_format(cell: Cell, language: str) -> str:
    """Return Excel's format of a figure; Excel itself puts the separators of its own language."""
    if cell.kind is CellKind.DATE:
        return "dd.mm.yyyy" if language == "de" else "d mmm yyyy"
    places = f".{'0' * cell.places}" if cell.places else ""
    if cell.kind is CellKind.PERCENT:
        return f"0{places}%"
    if cell.kind is CellKind.MONEY:
        sign = _SIGNS.get(cell.currency, f'"{cell.currency}"')
        return f"#,##0{places} {sign}" if language == "de" else f"{sign}#,##0{places}"
    return f"#,##0{places}"
