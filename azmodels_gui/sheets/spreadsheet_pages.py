# SPDX-License-Identifier: MIT
"""The pages of a workbook: names that Excel takes and readers know, paper, head and foot."""

import io
import re
import struct
from collections import Counter
from typing import TYPE_CHECKING

from azmodels_gui.sheets.office import plain
from azmodels_gui.sheets.picture import Picture
from azmodels_gui.sheets.sheet import Part, Sheet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME, LEAST_OF_HEADING = 31, 6
LONGEST_FOOT = 110
"""Characters on each side: Excel takes 255 in all."""
PAPERS = {"A4": 9, "Letter": 1}
"""Numbers that Excel knows them by."""
SCREEN = 96 / 72
"""Pixels of a point, as Excel takes pictures."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SPACES = re.compile(r"\s+")


class PageNames:
    """What the pages of a sheet's parts are called: those called alike name their model as well."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._counts = Counter(part.name or part.heading for part in sheet.parts)
        self._subject = ""
        self._seen: set[str] = set()

    def of(self, part: Part, title: str = "") -> str:
        """Return the name of a page, to be asked for in the order of the parts.

        Args:
            part: where the page's content stands.
            title: its own name, where the part has none.
        """
        if part.key not in self._seen and (part.new_page or not self._seen):
            self._subject = part.heading
        self._seen.add(part.key)
        heading = part.name or part.heading
        if not heading:
            return title or self._sheet.title
        if self._counts[heading] > 1 and self._subject not in ("", heading):
            return fitted_name(heading, self._subject)
        first, colon, model = heading.partition(": ")
        return fitted_name(first, model) if colon else heading


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
        page.set_footer(f"&L{_foot(sheet.catalog_line)}&R{counted}")
        return page

    @staticmethod
    def picture(page: "Worksheet", picture: Picture, place: tuple[int, int], told: str) -> None:
        """Put a picture at a cell, with what it shows in words."""
        width, height = struct.unpack(">II", picture.png[16:24])
        # Alike on every machine: how fine a picture says it is does not count.
        density = _density(picture.png)
        options = {
            "image_data": io.BytesIO(picture.png),
            "x_scale": picture.width * SCREEN / (width * 96 / density[0]),
            "y_scale": picture.height * SCREEN / (height * 96 / density[1]),
            "description": plain(told),
            "object_position": 1,
        }
        page.insert_image(*place, "picture.png", options)


def _density(png: bytes) -> tuple[float, float]:
    """Return the pixels to the inch that a PNG picture tells, as the library reads them."""
    at = png.find(b"pHYs", 0, 200)
    if at < 0 or png[at + 12] != 1:
        return 96.0, 96.0
    across, down = struct.unpack(">II", png[at + 4 : at + 12])
    return (across * 0.0254 or 96.0), (down * 0.0254 or 96.0)


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
