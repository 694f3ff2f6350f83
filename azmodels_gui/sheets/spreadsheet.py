# SPDX-License-Identifier: MIT
"""A sheet as an Excel workbook: real numbers and days, frozen headers, a page of sources."""

import io
import re
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row, Sheet, Table, Text
from azmodels_gui.sheets.sheet_words import raised

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


MUTED, BAND = "#5B6472", "#F0F1F4"
NUMERIC = frozenset({CellKind.NUMBER, CellKind.MONEY, CellKind.PERCENT})
FIGURES = NUMERIC | {CellKind.DATE}
SIGNS = {Mark.BEST: "▲ ", Mark.WARNING: "! ", Mark.NONE: ""}
"""What stands before a marked cell: a printer may have no colours."""
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: "Workbook", language: str) -> None:
        self._workbook = workbook
        self._language = language
        self._cells: dict[tuple[object, ...], Format] = {}
        top = {"valign": "top"}
        wrapped = top | {"text_wrap": True}
        self.title = workbook.add_format({"bold": True, "font_size": 16})
        self.heading = workbook.add_format({"bold": True})
        self.column = workbook.add_format(wrapped | {"bold": True, "bottom": 1})
        self.column_right = workbook.add_format(
            wrapped | {"bold": True, "bottom": 1, "align": "right"}
        )
        self.group = workbook.add_format({"bold": True, "bg_color": BAND})
        self.text = workbook.add_format(wrapped)
        self.muted = workbook.add_format(wrapped | {"font_color": MUTED})
        self.sources = workbook.add_format(top | {"font_color": MUTED, "indent": 1})

    def of(self, cell: Cell, *, right: bool) -> "Format":
        """Return the format of a cell.

        Args:
            cell: what is shown.
            right: whether figures of its column stand flush right.
        """
        around = (cell.before, cell.after) if cell.kind in FIGURES else ()
        key = (cell.kind, cell.currency, cell.places, cell.mark, right, *around)
        if key not in self._cells:
            self._cells[key] = self._workbook.add_format(self._properties(cell, right=right))
        return self._cells[key]

    def _properties(self, cell: Cell, *, right: bool) -> dict[str, object]:
        found: dict[str, object] = {"valign": "top", "align": "right" if right else "left"}
        if cell.kind in FIGURES:
            found["num_format"] = number_format(cell, self._language)
        else:
            found["text_wrap"] = True
        if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
            found |= {"italic": True, "font_color": MUTED}
        if cell.mark is Mark.BEST:
            found["bold"] = True
        return found


def number_format(cell: Cell, language: str) -> str:
    """Return Excel's format of a figure; Excel itself puts the separators of its own language."""
    before, after = SIGNS[cell.mark] + cell.before, cell.after
    whole = f"{_quoted(before)}{_plain_format(cell, language)}{_quoted(after)}"
    return whole.replace('""', "")  # two texts side by side are one


def _plain_format(cell: Cell, language: str) -> str:
    if cell.kind is CellKind.DATE:
        return "dd.mm.yyyy" if language == "de" else "d mmm yyyy"
    places = f".{'0' * cell.places}" if cell.places else ""
    if cell.kind is CellKind.PERCENT:
        return f"0{places}%"
    if cell.kind is CellKind.MONEY:
        sign = f'"{_CURRENCIES.get(cell.currency, cell.currency)}"'
        return f"#,##0{places} {sign}" if language == "de" else f"{sign}#,##0{places}"
    return f"#,##0{places}"


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "")}"' if text else ""


LABEL_WIDTH, NARROWEST, WIDEST, NOTE_WIDTH = 44, 13, 34, 110
"""Widths of columns in characters."""
LINE_HEIGHT, TITLE_HEIGHT = 15, 24
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


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
        self._formats = Formats(workbook, sheet.language)
        self._names: set[str] = set()

    def write_tables(self) -> None:
        """Write a page for each table; the first one has the title above."""
        for part in self._sheet.parts:
            for block in part.blocks:
                if isinstance(block, Table):
                    above = part.heading if part.name else ""
                    self._write_table(part.name or part.heading or self._sheet.title, block, above)

    def write_notes(self) -> None:
        """Write what is said in words: assumptions, remarks, texts of the parts, caveats."""
        sheet = self._sheet
        page = self._page(sheet.words["assumptions"])
        page.set_column(0, 0, NOTE_WIDTH)
        row = 0
        texts = [
            (part.heading, block.sentences)
            for part in sheet.parts
            for block in part.blocks
            if isinstance(block, Text)
        ]
        for heading, sentences in (
            (sheet.words["assumptions"], sheet.assumptions),
            (sheet.words["remarks"], sheet.remarks),
            *texts,
        ):
            page.write_string(row, 0, heading, self._formats.heading)
            for line in sentences:
                row += 1
                text = f"{line.text}{raised(sheet.numbers(line.sources))}"
                page.write_string(row, 0, text, self._formats.text)
                page.set_row(row, LINE_HEIGHT * _lines(text, NOTE_WIDTH))
            row += 2
        for caveat in sheet.disclaimers:
            page.write_string(row, 0, caveat, self._formats.muted)
            row += 1

    def write_sources(self) -> None:
        """Write every source with number, date, address and licence."""
        words, page = self._sheet.words, self._page(self._sheet.words["sources"])
        for column, width in enumerate((6, 70, 14, 60, 30)):
            page.set_column(column, column, width)
        for column, key in enumerate(("number", "source", "as_of", "address", "licence")):
            page.write_string(0, column, words[key], self._formats.column)
        page.freeze_panes(1, 0)
        for row, note in enumerate(self._sheet.footnotes, start=1):
            page.write_number(row, 0, note.number)
            title = f"{note.title} ({words['secondary']})" if note.secondary else note.title
            for column, text in ((1, title), (2, note.as_of), (4, note.licence)):
                page.write_string(row, column, text, self._formats.text)
            if note.url.startswith("https://") and len(note.url) <= 2_000:
                page.write_url(row, 3, note.url, string=note.url)

    def _write_table(self, name: str, table: Table, above: str) -> None:
        page = self._page(name)
        row = self._write_spans(page, self._write_above(page, above), table)
        widths = [LABEL_WIDTH, *_widths(table), NARROWEST]
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        self._write_titles(page, row, table, widths)
        for group in table.groups:
            if group.heading:
                row += 1
                for column in range(len(widths)):
                    text = "" if column else group.heading
                    page.write_string(row, column, text, self._formats.group)
            for line in group.rows:
                row += 1
                self._write_row(page, row, line, table)
                height = _height([line.label, *(_shown(cell) for cell in line.cells)], widths)
                if height > LINE_HEIGHT:
                    page.set_row(row, height)
        if table.legend:
            page.write_string(row + 2, 0, table.legend)

    def _write_above(self, page: "Worksheet", heading: str) -> int:
        """Write the sheet's head on the first page, and a heading; return the next row."""
        row = self._write_head(page) if len(self._names) == 1 else 0
        if not heading:
            return row
        page.write_string(row, 0, heading, self._formats.heading)
        return row + 2

    def _write_head(self, page: "Worksheet") -> int:
        """Write title, client and head above the first table; return the row of its titles."""
        page.write_string(0, 0, self._sheet.title, self._formats.title)
        page.set_row(0, TITLE_HEIGHT)
        lines = [part for line in self._sheet.head_lines for part in line.splitlines()]
        for row, line in enumerate(lines, start=1):
            page.write_string(row, 0, line)
        return len(lines) + 2

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
        page.set_row(row, _height(titles, [width * 0.9 for width in widths]))
        page.freeze_panes(row + 1, 1)
        page.repeat_rows(row)

    def _write_row(self, page: "Worksheet", row: int, line: Row, table: Table) -> None:
        page.write_string(row, 0, line.label, self._formats.muted)
        for column, (cell, spec) in enumerate(zip(line.cells, table.columns, strict=True), start=1):
            self._write_cell(page, (row, column), cell, right=spec.figures)
        numbers = self._sheet.numbers(line.sources)
        if numbers:
            told = ", ".join(map(str, numbers))
            page.write_string(row, len(line.cells) + 1, told, self._formats.sources)

    def _write_cell(
        self, page: "Worksheet", place: tuple[int, int], cell: Cell, *, right: bool
    ) -> None:
        value, style = cell.value, self._formats.of(cell, right=right)
        if cell.kind in NUMERIC and isinstance(value, int | Decimal):
            page.write_number(*place, float(value), style)
        elif cell.kind is CellKind.DATE and not isinstance(value, int | Decimal | None):
            page.write_datetime(*place, datetime.combine(value, time()), style)
        else:
            page.write_string(*place, _shown(cell), style)

    def _page(self, name: str) -> "Worksheet":
        """Add a page; Excel wants short, different names without some signs."""
        plain = _FORBIDDEN.sub(" ", name).strip()[:28] or "-"
        chosen, count = plain, 1
        while chosen.casefold() in self._names:
            count += 1
            chosen = f"{plain[:26]} {count}"
        self._names.add(chosen.casefold())
        page = self._workbook.add_worksheet(chosen)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        return page


def _shown(cell: Cell) -> str:
    """Return a cell's text with the sign of its mark; a figure's format brings its own."""
    sign = SIGNS[cell.mark]
    return cell.text if cell.kind in FIGURES or cell.text.startswith("!") else sign + cell.text


def _widths(table: Table) -> list[float]:
    """Return widths that fit most cells on one line."""
    rows = list(table.rows)
    found: list[float] = []
    for position, column in enumerate(table.columns):
        longest = max((len(row.cells[position].text) for row in rows), default=0)
        title = min(len(column.title) + 2, 22)
        found.append(min(WIDEST, max(NARROWEST, longest + 4, title)))
    return found


def _height(texts: Sequence[str], widths: Sequence[float]) -> int:
    """Return the height of a row, so that programs which do not reckon it show all lines."""
    lines = (_lines(text, width) for text, width in zip(texts, widths, strict=False))
    return LINE_HEIGHT * max(lines)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.splitlines() or [""])
