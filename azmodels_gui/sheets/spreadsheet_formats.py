# SPDX-License-Identifier: MIT
"""The formats of a workbook: real numbers and days, as the sheet's language writes them."""

from typing import TYPE_CHECKING

from azmodels_gui.language.figures import CURRENCY_SIGNS
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

MUTED, BAND, CHANGED = "#5B6472", "#F0F1F4", "#FFF8E1"
NUMERIC = frozenset({CellKind.NUMBER, CellKind.MONEY, CellKind.PERCENT})
FIGURES = NUMERIC | {CellKind.DATE}
SIGNS = {Mark.BEST: "▲ ", Mark.WARNING: "! ", Mark.NONE: ""}
"""What stands before a marked cell: a printer may have no colours."""


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
        self.plain = workbook.add_format(top)
        self.text = workbook.add_format(wrapped)
        self.muted = workbook.add_format(wrapped | {"font_color": MUTED})
        self.sources = workbook.add_format(top | {"font_color": MUTED, "indent": 1})

    def of(self, cell: Cell, *, right: bool, changed: bool = False) -> "Format":
        """Return the format of a cell.

        Args:
            cell: what is shown.
            right: whether figures of its column stand flush right.
            changed: whether the reader is to change it: then it has a frame.
        """
        around = (cell.before, cell.after) if cell.kind in FIGURES else ()
        key = (cell.kind, cell.currency, cell.places, cell.mark, right, changed, *around)
        if key not in self._cells:
            look = self._properties(cell, right=right)
            framed = {"border": 1, "border_color": MUTED, "bg_color": CHANGED} if changed else {}
            self._cells[key] = self._workbook.add_format(look | framed)
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
        sign = f'"{CURRENCY_SIGNS.get(cell.currency, cell.currency)}"'
        return f"#,##0{places} {sign}" if language == "de" else f"{sign}#,##0{places}"
    return f"#,##0{places}"


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "")}"' if text else ""
