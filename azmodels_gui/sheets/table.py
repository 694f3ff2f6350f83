# SPDX-License-Identifier: MIT
"""A table of texts as it is copied and saved: lines, CSV, Excel, HTML."""

import csv
from dataclasses import dataclass
from html import escape
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from azmodels_gui.catalog.fact_dates import FactDate

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True)
class Table:
    """What is seen, in words; every row has as many cells as there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int], ...] = ()
    """Headings above the headings, each with how many columns it spans; empty: none."""
    notes: tuple[str, ...] = ()
    """Where it comes from, as of when, what was asked."""
    notes_name: str = "Sources"
    """Name of the sheet the notes stand on."""
    frozen: int = 0
    """Columns that stay in sight while the others scroll."""
    signs: tuple[tuple[str, ...], ...] = ()
    """What stands for the words on paper, for each cell after the frozen ones; empty: nothing.
    Several deployment types are lines of signs."""
    asked: tuple[str, ...] = ()
    """What it is a table of, for the head of a sheet."""
    sources: tuple[str, ...] = ()
    """Ids of the sources behind it."""
    as_of: FactDate | None = None
    """How old the offers in it are; None: no date is known."""

    def tab_separated(self) -> str:
        """Return headings and rows as lines that a spreadsheet takes from the clipboard."""
        lines = (self.headings, *self.rows)
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula when it opens a CSV file."""
LONGEST_CELL = 32_767
"""Characters; Excel refuses to open a file with a longer one."""
LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDEST_CHARS, _NARROWEST_CHARS = 48, 8


def csv_bytes(table: Table, delimiter: str = ",") -> bytes:
    """Return the table as CSV in UTF-8, with the mark by which Excel knows the encoding.

    Args:
        table: headings and rows; the notes have no place in CSV.
        delimiter: German spreadsheets expect a semicolon.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter)
    for line in (table.headings, *table.rows):
        writer.writerow([harmless(cell) for cell in line])
    return written.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def xlsx_bytes(table: Table) -> bytes:
    """Return the table as an Excel workbook, the notes on a sheet of their own."""
    import xlsxwriter

    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_sheet_name(table.name))
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        top = _write_groups(sheet, table, bold)
        for number, line in enumerate((table.headings, *table.rows), start=top):
            _write_line(sheet, number, line, bold if number == top else plain)
        _lay_out(sheet, table, top + 1)
        if table.notes:
            notes = book.add_worksheet(_sheet_name(table.notes_name))
            notes.set_column(0, 0, 100)
            for number, note in enumerate(table.notes):
                _write_line(notes, number, (note,), plain)
    return written.getvalue()


def _write_groups(sheet: "Worksheet", table: Table, bold: "Format") -> int:
    """Write the line above the headings; return the line that comes next."""
    left = 0
    for words, count in table.groups:
        if count > 1:
            sheet.merge_range(0, left, 0, left + count - 1, "", bold)
        _write_line(sheet, 0, (words,), bold, left)
        left += count
    return 1 if table.groups else 0


def _write_line(
    sheet: "Worksheet", number: int, cells: tuple[str, ...], how: "Format", left: int = 0
) -> None:
    # Always as a string: `write` would make formulas and links of texts that look like one.
    for at, cell in enumerate(cells, start=left):
        sheet.write_string(number, at, cell[:LONGEST_CELL], how)


def _lay_out(sheet: "Worksheet", table: Table, first_row: int) -> None:
    """Freeze headings, repeat them on paper, make one page wide, set widths."""
    sheet.freeze_panes(first_row, table.frozen)
    sheet.repeat_rows(0, first_row - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    last = max(0, len(table.headings) - 1)
    sheet.autofilter(first_row - 1, 0, first_row - 1 + len(table.rows), last)
    for at, heading in enumerate(table.headings):
        longest = max((len(row[at]) for row in table.rows), default=0)
        wanted = max(len(heading), min(longest, _WIDEST_CHARS)) + 2
        sheet.set_column(at, at, max(_NARROWEST_CHARS, min(wanted, _WIDEST_CHARS)))


def _sheet_name(name: str) -> str:
    return name.translate(_NOT_IN_SHEET_NAMES).strip(" '")[:LONGEST_SHEET_NAME] or "azmodels"


_STYLE = (
    "body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border-bottom:1px solid #ccc;padding:.3em .7em;text-align:left;vertical-align:top}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
)


def table_html_bytes(table: Table, language: str) -> bytes:
    """Return the table with its notes as one page in UTF-8, to be read or printed.

    Nothing lies beside it, nothing is fetched, every text is escaped.
    """
    head = "".join(f"<th>{escape(words)}</th>" for words in table.headings)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    notes = "\n".join(f"<p>{escape(note)}</p>" for note in table.notes)
    title = escape(table.name)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>\n<h1>{title}</h1>\n{notes}\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>\n</body></html>\n"
    ).encode()
