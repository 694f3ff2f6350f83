# SPDX-License-Identifier: MIT
"""The texts of a table on paper: how each is set, with marks, signs and footnotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from azmodels_gui.sheets.paper import type_scale as scale
from azmodels_gui.sheets.paper.text_box import PIECES
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row, Sheet, Table
from azmodels_gui.sheets.sheet_words import (
    column_numbers,
    figure_numbers,
    label_numbers,
    raised,
)

SIGN_STYLES = {"–": scale.LABEL, "!": scale.ALERT_STRONG}
"""What is not offered recedes, and a conflict stands out, by shape as well."""

Styled = tuple[str, scale.Style]
"""A text, and how it is set."""


@dataclass(frozen=True)
class TableTexts:
    """All texts of a table, made once: widths are measured and rows are set from them."""

    stub: Styled
    titles: tuple[Styled, ...]
    rows: tuple[tuple[Styled, tuple[Styled, ...]], ...]
    """Label and cells of each row."""

    @property
    def label_width(self) -> tuple[float, float]:
        """Width of the longest word of the label column, and of its longest text."""
        return widths([self.stub, *(label for label, _ in self.rows)])

    def column_width(self, position: int) -> tuple[float, float]:
        """Return the width of a column's longest word, and of its longest text."""
        return widths([self.titles[position], *(cells[position] for _, cells in self.rows)])


def table_texts(sheet: Sheet, table: Table) -> TableTexts:
    """Return the texts of a table; many columns of short figures are set a little smaller."""
    style = scale.COLUMN
    texts = TableTexts(
        (table.stub, style),
        tuple((_title(sheet, table, at), style) for at in range(len(table.columns))),
        tuple(_row(sheet, table, row) for row in table.rows),
    )
    return smaller(texts) if table.by_column else texts


def smaller(texts: TableTexts) -> TableTexts:
    """Return the same texts in a smaller size."""
    return TableTexts(
        _sized(texts.stub),
        tuple(map(_sized, texts.titles)),
        tuple((_sized(label), tuple(map(_sized, cells))) for label, cells in texts.rows),
    )


def widths(texts: Sequence[Styled]) -> tuple[float, float]:
    """Return the width of the longest word and of the longest text."""
    different = set(texts)
    words = {(word.rstrip(" "), style) for text, style in different for word in PIECES.split(text)}
    return _widest(words), _widest(different)


def _widest(texts: Iterable[Styled]) -> float:
    """Return the greatest width; the longest texts go first, so that few must be measured."""
    widest = 0.0
    for text, style in sorted(texts, key=lambda each: -len(each[0])):
        if not scale.surely_fits(text, style, widest):
            widest = max(widest, scale.text_width(text, style))
    return widest


def _row(sheet: Sheet, table: Table, row: Row) -> tuple[Styled, tuple[Styled, ...]]:
    differs = "\N{NO-BREAK SPACE}≠" if row.differs else ""
    label = f"{row.label}{differs}{_raised(label_numbers(sheet, table, row))}"
    cells = tuple(
        (_cell_text(cell, table) + _raised(numbers), _style(cell, table))
        for cell, numbers in zip(row.cells, figure_numbers(sheet, table, row), strict=True)
    )
    return (label, scale.LABEL), cells


def _title(sheet: Sheet, table: Table, position: int) -> str:
    title, numbers = table.columns[position].title, column_numbers(sheet, table, position)
    # The first stays beside the title; spaces between, so that many do not make the column wide.
    return " ".join((f"{title}{_raised(numbers[:1])}", *(raised((each,)) for each in numbers[1:])))


def _cell_text(cell: Cell, table: Table) -> str:
    text = cell.sign if cell.sign and table.signs else cell.text
    if cell.mark is Mark.BEST:
        return f"▲\N{NO-BREAK SPACE}{text}"
    if cell.mark is Mark.WARNING and not text.startswith("!"):
        return f"!\N{NO-BREAK SPACE}{text}"
    return text


def _raised(numbers: tuple[int, ...]) -> str:
    return f"\N{NARROW NO-BREAK SPACE}{raised(numbers)}" if numbers else ""


def _style(cell: Cell, table: Table) -> scale.Style:
    if cell.sign and table.signs:
        return SIGN_STYLES.get(cell.sign, scale.BODY)
    style = scale.ALERT if cell.mark is Mark.WARNING else scale.BODY
    if cell.mark is Mark.BEST:
        style = scale.BODY_STRONG
    if cell.kind in (CellKind.UNKNOWN, CellKind.CONFLICT):
        style = scale.FACED
    return style


def _sized(text: Styled) -> Styled:
    return text[0], scale.smaller(text[1])
