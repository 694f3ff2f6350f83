# SPDX-License-Identifier: MIT
"""Tables as the typesetter takes them: columns shared out, and every cell with its marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from azmodels_gui.charts.svg import text_width
from azmodels_gui.sheets.fitting import (
    LABEL_SHARE,
    Setting,
    TablePart,
    lines,
    text_parts,
    word_width,
)
from azmodels_gui.sheets.sheet import Cell, Sheet, Table
from azmodels_gui.sheets.sheet_words import column_numbers, raised
from azmodels_gui.sheets.told_table import Line, LineKind, Told, ToldTable, Tone

SHARES_FIGURES = (0.6, 0.8, 0.66, 0.5, 0.42, 0.34, 0.27, 0.2)
SHARES_TEXTS = (0.42, 0.5, 0.38, 0.34, 0.3, 0.26)
SHARES_WIDE = (LABEL_SHARE, 0.28, 0.22, 0.17)
"""Of the width, for the labels at most, the wished one first."""
ACROSS_SAVES = 1
"""Lines from which a label stands before its text instead of beside it."""


def low_parts(
    labels: Sequence[str],
    titles: Sequence[str],
    columns: Sequence[Sequence[str]],
    how: Setting,
    *,
    shares: Sequence[float],
    signs: bool,
) -> list[TablePart]:
    """Return the parts of a table, few and low.

    Args:
        labels: before the columns, that of the titles first.
        titles: of the columns.
        columns: their texts.
        how: it is set.
        shares: of the width for the labels at most, the wished one first.
        signs: signs stand for words.
    """
    word = max(word_width(each, how.size) for each in labels) + 2 * how.padding
    wished, *others = shares
    tries = (
        text_parts(labels, titles, columns, replace(how, label_share=share), signs)
        for share in (wished, *(each for each in others if each * how.width >= word))
    )
    texts = [[title, *told] for title, told in zip(titles, columns, strict=True)]
    return min(tries, key=lambda parts: (len(parts), sum(_high(labels, texts, parts, how))))


def _high(
    labels: Sequence[str], texts: Sequence[Sequence[str]], parts: Sequence[TablePart], how: Setting
) -> Iterator[int]:
    """Yield how many lines each row has, in every part."""
    for part in parts:
        for number, name in enumerate(labels):
            told = [texts[at][number] for at in part.columns]
            pairs = zip((name, *told), (part.label, *part.widths), strict=True)
            beside = max(_lines_within(text, width, how) for text, width in pairs)
            across = _lines_across(name, told[0], how) if len(texts) == 1 else beside
            yield min(beside, across)


def stands_across(label: str, text: str, room: float, how: Setting) -> bool:
    """Tell whether a row is lower with label and text in one over the whole width.

    Args:
        label: of the row.
        text: its only one.
        room: of the label's column, in points.
        how: it is set.
    """
    beside = max(_lines_within(label, room, how), _lines_within(text, how.width - room, how))
    return _lines_across(label, text, how) < beside


def _lines_within(text: str, width: float, how: Setting) -> int:
    return lines(text, width - 2 * how.padding, how.size)


def _lines_across(label: str, text: str, how: Setting) -> int:
    return _lines_within(f"{label}: {text}", how.width, how) + ACROSS_SAVES - 1


Data = dict[str, Any]
SIZES, SIZES_BY_COLUMN, SIZES_NARROW = (8.5, 7.5), (7.5, 7.0), (8.5, 8.0)
"""Of the type, in points; a smaller one where that saves a part."""
INSET, INSET_NARROW, ROW_INSET = 3.5, 2.0, 3.2
"""Left and right of a text, and above and below it."""
LEAST, LEAST_FIGURE = 62.0, 31.0
"""Widths of columns, in points."""
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
_STYLES = {
    Tone.PLAIN: "",
    Tone.BEST: "best",
    Tone.WARNING: "warning",
    Tone.UNKNOWN: "muted",
    Tone.CONFLICT: "muted",
}
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
        "broken": len(rows.rows) > BROKEN and not narrow,
        "parts": [
            rows.part(part, size, gathered, _part_told(sheet, at, len(parts)))
            for at, part in enumerate(parts, start=1)
        ],
    }


def _part_told(sheet: Sheet, number: int, count: int) -> str:
    return f" ({sheet.words['part'].format(part=number, parts=count)})" if count > 1 else ""


class _Rows:
    """What is written in a table, and how its columns are shared out."""

    def __init__(self, sheet: Sheet, table: Table, narrow: bool) -> None:
        self._sheet, self._table, self._narrow = sheet, table, narrow
        self._own_font = not sheet.brand.font
        columns = range(len(table.columns))
        told = ToldTable(sheet, table, columns, signs=table.signs, folds=table.folds)
        self._lines, (self._stub, *self._titles) = list(told.lines), told.titles
        self.rows = [line.texts for line in self._lines if line.kind is LineKind.ROW]
        self._alike = len({(column.weight, column.figures) for column in table.columns}) == 1

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

    def _squeezed(self, label: float, width: float, size: float) -> bool:
        """Tell whether many labels would stand on several lines: then rows are high."""
        longest = max((text_width(_written(row[0]), size) for row in self.rows), default=0.0)
        return label < min(longest, width * LABEL_NEEDS)

    def _fitted(self, width: float, size: float, bare: bool) -> list[TablePart]:
        signs, how = self._table.signs, self._setting(width, size)
        labels = [self._table.stub, *(_written(row[0]) for row in self.rows)]
        titles = [each.text if bare else _written(each) for each in self._titles]
        columns = [[_written(row[at]) for row in self.rows] for at in range(1, len(titles) + 1)]
        figures = all(column.figures or signs for column in self._table.columns)
        if figures and not self._narrow:
            return text_parts(labels, titles, columns, how, signs)
        shares: tuple[float, ...] = SHARES_WIDE
        if self._narrow:
            shares = SHARES_FIGURES if figures else SHARES_TEXTS
        return low_parts(labels, titles, columns, how, shares=shares, signs=signs)

    def _setting(self, width: float, size: float) -> Setting:
        narrow = self._narrow
        even = self._alike and not (narrow or self._table.signs)
        return Setting(
            width,
            size * (OURS if self._own_font else OTHERS),
            INSET_NARROW if narrow else INSET,
            LEAST if even else LEAST_FIGURE,
            ease=1.0 if narrow else Setting.ease,
            even=even,
        )

    def part(self, part: TablePart, size: float, gathered: bool, told: str) -> Data:
        """Return columns that stand side by side, with the rows' labels before them."""
        widths = (part.label, *part.widths)
        figures = [self._table.columns[at].figures for at in part.columns]
        # What a single narrow column is of, the heading above it says.
        alone = self._narrow and figures == [False] and len(self._table.columns) == 1
        headless = alone or not any(each.text for each in self._titles)
        heights: list[float | None] = [None] * (not headless)
        lines: list[Data] = []
        for line in self._lines:
            texts, height = line.texts, None
            if line.kind is LineKind.ROW:
                texts = (texts[0], *(texts[at + 1] for at in part.columns))
                height = self._height(texts, widths, size)
            heights.append(height)
            across = alone and self._across(line, widths, size)
            lines.append(_line_data(line.kind, texts) | ({"kind": "across"} if across else {}))
        return {
            "widths": widths,
            "figures": [False, *figures],
            "head": [] if headless else list(self._head(part, gathered, told)),
            "heights": heights,
            "lines": lines,
        }

    def _across(self, line: Line, widths: Sequence[float], size: float) -> bool:
        """Tell whether a row is lower with label and text in one over all columns."""
        if line.kind is not LineKind.ROW:
            return False
        label, text = map(_written, line.texts)
        return stands_across(label, text, widths[0], self._setting(sum(widths), size))

    def _head(self, part: TablePart, gathered: bool, told: str) -> Iterator[Data]:
        table = self._table
        cited = dict.fromkeys(each for row in table.rows for each in row.sources)
        all_of = self._sheet.numbers(tuple(cited)) if gathered and table.by_column else ()
        yield {"text": self._stub.text + told, "marks": marks(all_of)}
        for at in part.columns:
            title = self._titles[at]
            yield {"text": title.text, "marks": [] if gathered else marks(title.numbers)}

    def _height(self, row: Sequence[Told], widths: Sequence[float], size: float) -> float | None:
        """Return how high a row certainly is; None: it is to be measured."""
        if self._narrow or self._table.airy or not self._own_font:
            return None
        for text, width in zip(map(_written, row), widths, strict=True):
            bold = text.startswith("▲")
            if text_width(text, size, bold=bold) * _SURE > width - 2 * INSET or _NOT_OURS(text):
                return None
        return round(_CAPITALS * size + 2 * ROW_INSET, 2)


def _written(told: Told) -> str:
    if not told.numbers:
        return told.text
    return f"{told.text}\N{NARROW NO-BREAK SPACE}{raised(told.numbers)}"


def _line_data(kind: LineKind, texts: Sequence[Told]) -> Data:
    longest = max(len(each.text) for each in (texts[1:] or texts))
    return {
        "kind": kind.value,
        "cells": [_cell_data(each) for each in texts],
        "left": longest > LONG_TEXT,
        "long": longest > LONG_CELL,
    }


def _cell_data(told: Told) -> Data | str:
    """Return a text with its marks and style; a bare one is set faster, and most are."""
    style = _STYLES[told.tone] if told.text not in _SIGN_STYLES else _SIGN_STYLES[told.text]
    if not (told.numbers or style):
        return told.text
    return {"text": told.text, "marks": marks(told.numbers), "style": style}


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
