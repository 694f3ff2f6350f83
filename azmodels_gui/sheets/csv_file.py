# SPDX-License-Identifier: MIT
"""A sheet as CSV, such that Excel opens it right where the sheet's language is spoken."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.charts.chart import Chart
from azmodels_gui.language import figures
from azmodels_gui.sheets.sheet import Cell, CellKind, Sentence, Sheet, Table, Text

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the system's old encoding."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet reads a text that begins with one of them as a formula."""

_LIKE_A_FIGURE = re.compile(r"\d+[./:-]\d[\d./:-]*|0\d+")
"""What a spreadsheet would read otherwise: a version such as 2026-03-05 or 0314."""
_AROUND = " (),\N{NO-BREAK SPACE}"


SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t"}
DECIMALS = {"comma": ",", "point": "."}
"""What columns and decimals can be separated by, as commands and state call it."""


@dataclass(frozen=True)
class CsvStyle:
    """How columns and decimals are separated."""

    separator: str = ","
    decimal: str = "."

    @classmethod
    def of(cls, language: str) -> "CsvStyle":
        """Return what the spreadsheets of a language expect."""
        decimal = figures.decimal_point(language)
        return cls(";" if decimal == "," else ",", decimal)


def csv_bytes(sheet: Sheet, style: CsvStyle | None = None) -> bytes:
    """Return the sheet as UTF-8 with a byte order mark.

    Args:
        sheet: the content; charts are left out.
        style: separators; None: those of the sheet's language.
    """
    chosen = style or CsvStyle.of(sheet.language)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=chosen.separator, lineterminator="\r\n")
    writer.writerows(_rows(sheet, chosen))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def kept(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, a day or another number."""
    return f"'{text}" if _LIKE_A_FIGURE.fullmatch(text) else harmless(text)


def _rows(sheet: Sheet, style: CsvStyle) -> Iterator[list[str]]:
    yield from ([harmless(line)] for line in (sheet.title, *sheet.head_lines))
    for part in (*sheet.plain_parts, *sheet.closing):
        yield []
        if part.heading:
            yield [harmless(part.heading)]
        for block in part.blocks:
            match block:
                case Table():
                    yield from _table(sheet, block, style)
                case Text():
                    yield from _sentences(sheet, block.sentences)
                case Chart():
                    continue
    yield from _foot(sheet)


def _table(sheet: Sheet, table: Table, style: CsvStyle) -> Iterator[list[str]]:
    words, columns = sheet.words, list(_columns(sheet, table, style))
    if table.spans:
        over = [name for name, count in table.spans for _ in range(count)]
        yield ["", "", *(harmless(over[each.at]) for each in columns), ""]
    titles = (each.title for each in columns)
    yield [words["section"], *map(harmless, (table.stub, *titles)), words["sources"]]
    for group in table.groups:
        for row in group.rows:
            cells = (each.text(row.cells[each.at]) for each in columns)
            heading, label = harmless(group.heading), kept(row.label)
            yield [heading, label, *cells, _numbers(sheet, row.sources)]


@dataclass(frozen=True)
class _Column:
    """A column of the file, and which one of the table it is about."""

    at: int
    title: str
    text: Callable[[Cell], str]


def _columns(sheet: Sheet, table: Table, style: CsvStyle) -> Iterator[_Column]:
    """Yield the table's columns; currency and qualifier have one beside them where needed."""
    for at, column in enumerate(table.columns):
        cells = [row.cells[at] for row in table.rows]
        yield _Column(at, column.title, lambda cell: cell_text(cell, sheet.language, style))
        for key, text in (("currency", _currency), ("qualifier", _qualifier)):
            if any(map(text, cells)):
                yield _Column(at, f"{column.title}: {sheet.words[key]}".removeprefix(": "), text)


def _currency(cell: Cell) -> str:
    return cell.currency


def _qualifier(cell: Cell) -> str:
    """Return what a figure must not be told without: "not before", "secondary"."""
    if cell.value is None:
        return ""
    around = (each.strip(_AROUND) for each in (cell.before, cell.after))
    return harmless(" ".join(filter(None, around)))


def cell_text(cell: Cell, language: str, style: CsvStyle) -> str:
    """Return a figure plainly: no thousands separators, no signs, so that it can be reckoned."""
    value = cell.value
    if cell.kind is CellKind.TEXT or value is None or cell.kind is CellKind.UNKNOWN:
        return kept(cell.text)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}" if language == "de" else value.isoformat()
    if cell.kind is CellKind.PERCENT:
        share = f"{figures.rounded(Decimal(value) * 100, cell.places):f}"
        return f"{share.replace('.', style.decimal)}{' %' if language == 'de' else '%'}"
    return f"{value:f}".replace(".", style.decimal) if isinstance(value, Decimal) else str(value)


def _foot(sheet: Sheet) -> Iterator[list[str]]:
    words = sheet.words
    yield []
    yield [words["number"], words["source"], words["as_of"], words["address"], words["licence"]]
    for note in sheet.footnotes:
        title = f"{note.title} ({words['secondary']})" if note.secondary else note.title
        cells = (title, note.as_of, note.url, note.licence)
        yield [str(note.number), *map(harmless, cells)]
    yield []
    yield [harmless(sheet.caveats)]


def _sentences(sheet: Sheet, sentences: tuple[Sentence, ...]) -> Iterator[list[str]]:
    return ([harmless(line.text), _numbers(sheet, line.sources)] for line in sentences)


def _numbers(sheet: Sheet, sources: tuple[str, ...]) -> str:
    return " ".join(map(str, sheet.numbers(sources)))
