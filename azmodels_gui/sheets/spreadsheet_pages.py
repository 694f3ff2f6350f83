# SPDX-License-Identifier: MIT
"""The pages and formats of a workbook: names that Excel takes, paper, head and foot;
real numbers and days, as the language writes them."""

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from azmodels_gui.language.figures import CURRENCY_SIGNS
from azmodels_gui.sheets.office import plain
from azmodels_gui.sheets.picture import POINTS_PER_INCH, Picture
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Part, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME, LEAST_OF_HEADING = 31, 6
LONGEST_FOOT = 110
"""Characters on each side: Excel takes 255 in all."""
PAPERS = {"A4": 9, "Letter": 1}
"""Numbers that Excel knows them by."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_DIGITS = re.compile(r"\d")
_SPACES = re.compile(r"\s+")


class PageNames:
    """What the pages of a sheet's parts are called: those called alike name their model as well."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._counts = Counter(part.name or part.heading for part in sheet.parts)
        self._subjects: dict[str, str] = {}
        subject = ""
        for number, part in enumerate(sheet.parts):
            subject = part.heading if part.new_page or not number else subject
            self._subjects[part.key] = subject

    def of(self, part: Part, title: str = "") -> str:
        """Return the name of a page.

        Args:
            part: where the page's content stands.
            title: of a chart that stands beside a table; empty: it has the part's name.
        """
        subject = self._subjects[part.key]
        heading = part.name or part.heading
        if not heading or title:
            return title or subject or self._sheet.title
        if self._counts[heading] > 1 and subject not in ("", heading):
            return fitted_name(heading, subject)
        first, colon, second = heading.partition(": ")
        # Of "gpt-5.2 2025-12-11: deployment types" the model is what must be read in full.
        about, what = (first, second) if _DIGITS.search(first) else (second, first)
        return fitted_name(what, about) if colon else heading


def fitted_name(heading: str, subject: str) -> str:
    """Return a heading and what it is about, short enough; of the heading the end is left out."""
    room = max(LEAST_OF_HEADING, LONGEST_NAME - len(subject) - 1)
    return f"{heading[:room].rstrip()} {subject}"


class Pages:
    """Adds pages to a workbook, each set up for print."""

    def __init__(self, workbook: "Workbook", sheet: Sheet, paper: str) -> None:
        self._workbook, self._sheet, self._paper = workbook, sheet, PAPERS[paper]
        self._names: set[str] = set()

    @property
    def count(self) -> int:
        """Pages so far."""
        return len(self._names)

    def add(self, name: str) -> "Worksheet":
        """Add a page; Excel wants short, different names without some signs."""
        clean = _SPACES.sub(" ", _FORBIDDEN.sub(" ", plain(name))).strip()[:LONGEST_NAME].rstrip()
        chosen, count = clean or "-", 1
        while chosen.casefold() in self._names:
            count += 1
            more = f" {count}"
            chosen = f"{clean[: LONGEST_NAME - len(more)].rstrip()}{more}"
        self._names.add(chosen.casefold())
        page = self._workbook.add_worksheet(chosen)
        page.set_landscape()
        page.set_paper(self._paper)
        page.fit_to_pages(1, 0)
        sheet = self._sheet
        page.set_header(f"&L{_foot(sheet.title)}&R{_foot(sheet.client)}")
        counted = sheet.words["page"].format(page="&P", pages="&N")
        middle = f"&C{_foot(sheet.brand.footer)}" if sheet.brand.footer else ""
        page.set_footer(f"&L{_foot(sheet.catalog_line)}{middle}&R{counted}")
        return page

    @staticmethod
    def picture(page: "Worksheet", picture: Picture, place: tuple[int, int], told: str) -> None:
        """Put a picture at a cell, with what it shows in words."""
        # Late: most starts of the program make no sheet.
        from xlsxwriter.image import Image

        image = Image(io.BytesIO(picture.data))
        # How many pixels to the inch a picture says it has must not count.
        options = {
            "x_scale": picture.width / POINTS_PER_INCH / (image.width / image.x_dpi),
            "y_scale": picture.height / POINTS_PER_INCH / (image.height / image.y_dpi),
            "description": plain(told),
            "object_position": 1,
        }
        page.insert_image(*place, image, options)


def _foot(text: str) -> str:
    """Return a text as Excel takes it in a head or foot: no codes, not too long."""
    told, used = "", 0
    for letter in plain(text):
        written = "&&" if letter == "&" else letter
        used += len(written.encode("utf-16-le")) // 2
        if used > LONGEST_FOOT:
            break
        told += written
    return told


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
