# SPDX-License-Identifier: MIT
"""Tables as the typesetter takes them: columns shared out, and every cell with its marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from azmodels_gui.charts.svg import text_width
from azmodels_gui.sheets.fitting import Setting, TablePart, text_parts
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.sheet import Cell, CellKind, Group, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import (
    alike_told,
    column_numbers,
    figure_numbers,
    label_numbers,
    raised,
)

Data = dict[str, Any]
Told = tuple[str, tuple[int, ...], str]
"""A text, the numbers of its sources, and its style."""

SIZES, SIZES_BY_COLUMN, SIZES_NARROW = (8.5, 7.5), (7.5, 7.0), (8.5, 7.6, 7.0)
"""Of the type, in points; a smaller one where that saves a part."""
INSET, INSET_NARROW, ROW_INSET = 3.5, 2.0, 3.2
"""Left and right of a text, and above and below it."""
LEAST, LEAST_FIGURE = 62.0, 31.0
"""Widths of columns, in points."""
LABEL_SHARE_NARROW, LABEL_SHARE_FIGURES = 0.42, 0.6
LABEL_NEEDS = 0.15
"""Of the width: labels that have less of it make rows high."""
LONG_TEXT = 60
"""Characters from which a text is set flush left among figures."""
LONG_CELL = 500
"""Characters from which a row may go on on the next page: no page is high enough for it."""
BROKEN = 12
"""Rows from which a further part of a table begins a page of its own."""
OURS, OTHERS = 0.97, 1.1
"""Widths in our font, and in what a firm may have instead, to those that are reckoned with."""
_CAPITALS = 0.727
"""Height of a line of our font, from which a row's follows where nothing needs a second line."""
_SURE = 1.02
"""A text that is reckoned to be so much shorter than its column certainly stands on one line."""
_NOT_OURS = re.compile("[^ -\u024f\u2010-\u2030\u2070-\u209f\u20ac▲≠≥≤→●○◐■–]").search
_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_FACED = frozenset({CellKind.UNKNOWN, CellKind.CONFLICT})
_SIGN_STYLES = {"–": "muted", "?": "", "!": "alert"}


def marks(numbers: Iterable[int]) -> list[tuple[str, str]]:
    """Return where numbers of sources lead, with their raised digits."""
    return [(f"source-{number}", raised((number,))) for number in numbers]


def paper_table(sheet: Sheet, table: Table, width: float, *, narrow: bool) -> Data:
    """Return a table of words and figures, in as few parts as fit side by side.

    Args:
        sheet: it stands on.
        table: the table.
        width: there is for it, in points.
        narrow: it stands in one of two columns.
    """
    rows = _Rows(sheet, table, narrow)
    size, gathered, parts = rows.parted(width)
    return {
        "legend": table.legend,
        "airy": table.airy,
        "size": size,
        "broken": sum(len(group.rows) for group in rows.groups) > BROKEN and not narrow,
        "parts": [
            rows.part(part, size, gathered, _part_told(sheet, at, len(parts)))
            for at, part in enumerate(parts, start=1)
        ],
    }


def _part_told(sheet: Sheet, number: int, count: int) -> str:
    return f" ({sheet.words['part'].format(part=number, parts=count)})" if count > 1 else ""


class _Group(Struct, frozen=True):
    """Rows under a heading."""

    heading: str
    rows: list["_Row"]
    alike: list[Data]
    """Rows that are one line for all columns."""


class _Row(Struct, frozen=True):
    """A label and what is told beside it."""

    label: Told
    cells: list[Told]

    @property
    def written(self) -> Iterator[str]:
        return (_written(told) for told in (self.label, *self.cells))


class _Rows:
    """What is written in a table, and how its columns are shared out."""

    def __init__(self, sheet: Sheet, table: Table, narrow: bool) -> None:
        self._sheet, self._table, self._narrow = sheet, table, narrow
        self._own_font = not sheet.brand.font
        self.groups = [self._group(group) for group in table.groups]
        self._rows = [row for group in self.groups for row in group.rows]
        columns = table.columns
        self._titles = [(c.title, column_numbers(sheet, table, at)) for at, c in enumerate(columns)]
        self._alike = len({(column.weight, column.figures) for column in columns}) == 1

    def parted(self, width: float) -> tuple[float, bool, list[TablePart]]:
        """Return the size of the type, whether all columns' marks stand at the stub, and parts."""
        table = self._table
        sizes = SIZES_BY_COLUMN if table.by_column else SIZES
        tries = [(size, False) for size in sizes] + [(sizes[-1], True)] * table.by_column
        if self._narrow:
            tries = [(size, True) for size in SIZES_NARROW]
        found: list[tuple[float, bool, list[TablePart]]] = []
        for size, bare in tries:
            parts = self._fitted(width, size, bare)
            found.append((size, bare, parts))
            if len(parts) == 1 and not self._squeezed(parts[0].label, width, size):
                break
        return min(found, key=lambda each: (len(each[2]), -found.index(each)))

    @property
    def _label_share(self) -> float:
        if not self._narrow:
            return Setting.label_share
        figures = all(column.figures or self._table.signs for column in self._table.columns)
        return LABEL_SHARE_FIGURES if figures else LABEL_SHARE_NARROW

    def _squeezed(self, label: float, width: float, size: float) -> bool:
        """Tell whether many labels would stand on several lines: then rows are high."""
        longest = max((text_width(_written(row.label), size) for row in self._rows), default=0.0)
        return label < min(longest, width * LABEL_NEEDS)

    def _fitted(self, width: float, size: float, bare: bool) -> list[TablePart]:
        table, narrow = self._table, self._narrow
        labels = [table.stub, *(_written(row.label) for row in self._rows)]
        titles = [title if bare else _written((title, of, "")) for title, of in self._titles]
        columns = [
            [_written(row.cells[at]) for row in self._rows] for at in range(len(table.columns))
        ]
        even = self._alike and not table.signs
        how = Setting(
            width,
            size * (OURS if self._own_font else OTHERS),
            INSET_NARROW if narrow else INSET,
            LEAST if even and not narrow else LEAST_FIGURE,
            self._label_share,
            even=even,
        )
        return text_parts(labels, titles, columns, how, table.signs)

    def part(self, part: TablePart, size: float, gathered: bool, told: str) -> Data:
        """Return columns that stand side by side, with the rows' labels before them."""
        widths = (part.label, *part.widths)
        figures = [self._table.columns[at].figures for at in part.columns]
        # What a single narrow column is of, the heading above it says.
        headless = self._narrow and figures == [False] and len(self._table.columns) == 1
        groups: list[Data] = []
        heights: list[float | None] = [None] * (not headless)
        for group in self.groups:
            rows = [_Row(row.label, [row.cells[at] for at in part.columns]) for row in group.rows]
            heights += [None] * bool(group.heading)
            heights += [self._height(row, widths, size) for row in rows]
            heights += [None] * bool(group.alike)
            groups.append(
                {
                    "heading": group.heading,
                    "rows": [_row_data(row) for row in rows],
                    "alike": group.alike,
                }
            )
        return {
            "widths": widths,
            "figures": [False, *figures],
            "head": [] if headless else list(self._head(part, gathered, told)),
            "heights": heights,
            "groups": groups,
        }

    def _head(self, part: TablePart, gathered: bool, told: str) -> Iterator[Data]:
        table = self._table
        cited = dict.fromkeys(each for row in table.rows for each in row.sources)
        all_of = self._sheet.numbers(tuple(cited)) if gathered and table.by_column else ()
        yield {"text": table.stub + told, "marks": marks(all_of)}
        for at in part.columns:
            title, numbers = self._titles[at]
            yield {"text": title, "marks": [] if gathered else marks(numbers)}

    def _height(self, row: _Row, widths: Sequence[float], size: float) -> float | None:
        """Return how high a row certainly is; None: it is to be measured."""
        if self._narrow or self._table.airy or not self._own_font:
            return None
        for text, width in zip(row.written, widths, strict=True):
            bold = text.startswith("▲")
            if text_width(text, size, bold=bold) * _SURE > width - 2 * INSET or _NOT_OURS(text):
                return None
        return round(_CAPITALS * size + 2 * ROW_INSET, 2)

    def _group(self, group: Group) -> _Group:
        sheet, folds = self._sheet, self._table.folds
        alike = alike_told(sheet, group) if folds else ()
        return _Group(
            group.heading,
            [self._row(row) for row in (group.differing if folds else group.rows)],
            [{"text": text, "marks": marks(numbers)} for text, numbers in alike],
        )

    def _row(self, row: Row) -> _Row:
        sheet, table = self._sheet, self._table
        differs = "\N{NO-BREAK SPACE}≠" if row.differs and not table.folds else ""
        label = (f"{row.label}{differs}", label_numbers(sheet, table, row), "")
        numbers = figure_numbers(sheet, table, row)
        cells = zip(row.cells, numbers, strict=True)
        return _Row(label, [self._cell(cell, of) for cell, of in cells])

    def _cell(self, cell: Cell, numbers: tuple[int, ...]) -> Told:
        signed = bool(self._table.signs and cell.sign)
        style = _SIGN_STYLES.get(cell.sign, "") if signed else _style(cell)
        best = cell.mark is Mark.BEST
        return marked(cell, signs=signed), numbers, "best" if best else style


def _style(cell: Cell) -> str:
    if cell.mark is Mark.WARNING:
        return "warning"
    return "muted" if cell.kind in _FACED else ""


def _written(told: Told) -> str:
    text, numbers, _ = told
    return f"{text}{_NARROW_SPACE}{raised(numbers)}" if numbers else text


def _row_data(row: _Row) -> Data:
    texts = [text for text, _, _ in row.cells]
    return {
        # A bare text is set faster than one in a list, and most are.
        "cells": [
            {"text": text, "marks": marks(numbers), "style": style} if numbers or style else text
            for text, numbers, style in (row.label, *row.cells)
        ],
        "left": any(len(text) > LONG_TEXT for text in texts),
        "long": any(len(text) > LONG_CELL for text in texts),
    }


def sign_table(sheet: Sheet, table: Table) -> Data:
    """Return a grid of signs under names that stand upright; the template shares it out."""
    cited = dict.fromkeys(each for row in table.rows for each in row.sources)
    labels = {table.stub, *(row.label for row in table.rows)}
    return {
        "stub": table.stub,
        "legend": table.legend,
        "marks": marks(sheet.numbers(tuple(cited))),
        "spans": table.spans,
        "across": max(
            (len(line) for row in table.rows for cell in row.cells for line in _lines(cell)),
            default=1,
        ),
        "columns": [
            {"text": column.title, "marks": marks(column_numbers(sheet, table, at))}
            for at, column in enumerate(table.columns)
        ],
        "longest": max(labels, key=lambda text: (text_width(text, 1), text)),
        "rows": [
            {"label": row.label, "cells": [_lines(cell) for cell in row.cells]}
            for row in table.rows
        ],
    }


def _lines(cell: Cell) -> list[str]:
    """Return the signs of a cell; one alone where all of them are the same."""
    alike = set(cell.sign.replace("\n", "").replace(" ", ""))
    return list(alike) if len(alike) == 1 else cell.sign.split("\n")
