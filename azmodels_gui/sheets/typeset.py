# SPDX-License-Identifier: MIT
"""A sheet set on pages by Typst: PDF for files, SVG for printer and preview.

What stands on the sheet goes in as JSON and is never read as mark-up; what it looks like is
`resources/sheets/sheet.typ`. The fonts come with the program; those of the system serve only for
signs that they lack.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from msgspec import Struct, structs

from azmodels_gui.catalog.labels import LICENCE_NOTES
from azmodels_gui.charts.chart import PAPER, Chart, Rows
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.sheets.paper_tables import Data, marks, paper_table, sign_table
from azmodels_gui.sheets.setting import Job, set_here
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Block,
    Footnote,
    Logo,
    Part,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)

PAPERS_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of the papers on offer, upright."""
MARGIN_MM, BRIEF_MARGIN_MM = 14.0, 11.0
"""Around a page, and around the facts of a model, which are to stand on one."""
POINTS_PER_MM = 72 / 25.4
CHART_SCALE = 0.72
"""Points to the unit of a chart's drawing."""
LEAST_ROOM_MM = 30.0
"""Between the margins; less takes no word of a table."""
GAP = 16.0
"""Between two columns, in points."""
FONT, ACCENT, INK = "Inter", "#0b5cad", "#1a1d24"
AUTHOR = "azmodels"
RUNNING_LETTERS = 90
_SEPARATORS = str.maketrans(dict.fromkeys(map(chr, (*range(9), *range(11, 32), 0x7F)), " "))
_OWN_SIGNS = ((0x20, 0x24F), (0x2010, 0x2030), (0x2070, 0x209F), (0x20AC, 0x20AC))
"""Ranges that the program's own fonts cover."""
_OWN_SHAPES = frozenset("≠≤≥→←↑↓●○◐■□▲△▼×−…⁠ ")
_ESCAPED = re.compile(r"\\[bfrtu]|\x7f").search
"""Finds a control character in JSON, and the odd backslash."""


@dataclass(frozen=True)
class PageSetup:
    """A page and the margin around what stands on it, in millimetres."""

    width_mm: float
    height_mm: float
    margin_mm: float = MARGIN_MM

    @classmethod
    def of(cls, paper: str = "A4", *, landscape: bool = False) -> "PageSetup":
        """Return the page of a paper by its name."""
        width, height = PAPERS_MM[paper]
        return cls(height, width) if landscape else cls(width, height)


class NoRoom(ToldError):
    """The margins leave too little of the paper."""


Compile = Callable[[Job], list[bytes]]
"""What sets a document, here or elsewhere."""


def pdf_bytes(sheet: Sheet, setup: PageSetup, compiled: Compile = set_here) -> bytes:
    """Return a tagged document (PDF/UA-1, PDF/A-3a): headings, links, language, fonts inside.

    The same sheet gives the same bytes, unless it holds signs that only a system's fonts have.
    """
    from typst import TypstError  # late, as wherever: most starts set no page

    job = _job(sheet, setup, "pdf")
    try:
        return compiled(structs.replace(job, standards=("ua-1", "a-3a")))[0]
    except TypstError:
        # A sign that no font has is forbidden by both; the document is tagged all the same.
        return compiled(job)[0]


def svg_pages(
    sheet: Sheet, setup: PageSetup, compiled: Compile = set_here, *, packed: bool = False
) -> list[bytes]:
    """Return every page as a picture of vectors.

    Args:
        sheet: what is set.
        setup: its paper.
        compiled: what sets it.
        packed: each page deflated; a page takes half a megabyte, and of a sheet few are looked at.
    """
    return compiled(structs.replace(_job(sheet, setup, "svg"), packed=packed))


def _job(sheet: Sheet, setup: PageSetup, form: str) -> Job:
    data, brand = _data(sheet, setup), sheet.brand
    # A sign that our font lacks may be in one of the system's; the firm's font may be there.
    system = not _covered(data) or bool(brand.font and not brand.font_folder)
    fonts = brand.font_folder
    return Job(data, form, _midnight(sheet), fonts=fonts, system_fonts=system)


def _covered(text: str) -> bool:
    """Tell whether the program's own fonts have every sign of a text."""
    return all(
        letter in _OWN_SHAPES or any(low <= ord(letter) <= high for low, high in _OWN_SIGNS)
        for letter in set(text)
    )


def _midnight(sheet: Sheet) -> int:
    """Return the beginning of the sheet's day in UTC, in seconds since 1970."""
    return (sheet.day.toordinal() - 719_163) * 86_400


def _data(sheet: Sheet, setup: PageSetup) -> str:
    """Return all that the template needs, as JSON."""
    margin = setup.margin_mm
    if _is_brief(sheet) and margin == MARGIN_MM:  # else a printer asks for another
        margin = BRIEF_MARGIN_MM
    if min(setup.width_mm, setup.height_mm) - 2 * margin < LEAST_ROOM_MM:
        raise NoRoom(
            N_(
                "The paper has no room for a sheet between its margins; choose larger paper or "
                "narrower margins."
            )
        )
    room = (setup.width_mm - 2 * margin) * POINTS_PER_MM
    parts = [_part(sheet, part, room) for part in sheet.parts]
    charts = (each for part in parts for each in part["blocks"] if each["type"] == "chart")
    for number, chart in enumerate(charts):
        chart["id"] = f"chart-{number}"
    narrow = (each for part in reversed(parts) if part["narrow"] for each in part["blocks"][::-1])
    for rank, block in enumerate(each for each in narrow if each.get("spare")):
        block["rank"] = rank  # what stands last can be spared first
    words = sheet.words
    tail = ((words["assumptions"], sheet.assumptions), (words["remarks"], sheet.remarks))
    made = {
        **_frame(sheet),
        "page": {
            "width": setup.width_mm,
            "height": setup.height_mm,
            "margin": margin,
            "gap": GAP,
        },
        "parts": parts,
        "tail": [(title, _lines(sheet, lines)) for title, lines in tail if lines],
        "sources": [_source(sheet, note) for note in sheet.footnotes],
    }
    told = _encoded(made)
    # Hardly any sheet has signs that no page can show; looking for them costs less than replacing.
    return _encoded(_printable(made)) if _ESCAPED(told) else told


def _encoded(made: Data) -> str:
    return msgspec.json.encode(made, enc_hook=str).decode()


def _frame(sheet: Sheet) -> Data:
    """Return what stands around the parts, and how all of it looks."""
    brand, client = sheet.brand, " ".join(sheet.client_line.split())
    short = len(client) <= RUNNING_LETTERS
    return {
        "language": sheet.language,
        "words": sheet.words,
        "title": sheet.title,
        "document_title": " – ".join(filter(None, (sheet.title, client))),
        "author": brand.author or AUTHOR,
        "description": " ".join((*sheet.head, sheet.catalog_line)),
        "client": client if short else "",
        "running": _shortened(" · ".join(filter(None, (client, sheet.title)))),
        "day": sheet.day_text,
        "foot": f"{sheet.disclaimers[0]} {sheet.catalog_line}.",
        "disclaimers": _caveats(sheet) if _is_brief(sheet) else sheet.caveats,
        "brand": {
            "accent": brand.accent or ACCENT,
            "heading": brand.heading or INK,
            "font": brand.font or FONT,
            "footer": brand.footer,
            "logo_left": brand.logo_left,
        },
        "logo": None if sheet.logo is None else _logo(sheet.logo, sheet),
        "head": sheet.head if short else (sheet.client_line, *sheet.head),
        "contents": sheet.contents,
        "brief": _is_brief(sheet),
        "answer": _answer(sheet, sheet.answer),
        "recommendation": sheet.recommendation,
    }


def _printable(value: Any) -> Any:
    """Return the same without control characters."""
    match value:
        case str():
            return value.translate(_SEPARATORS)
        case Mapping():
            return {key: _printable(each) for key, each in value.items()}
        case list() | tuple():
            return [_printable(each) for each in value]
        case Struct():
            return _printable(structs.asdict(value))
        case _:
            return value


def _part(sheet: Sheet, part: Part, room: float) -> Data:
    width = (room - GAP) / 2 if part.narrow else room
    return {
        "heading": part.heading,
        "level": part.level,
        "new_page": part.new_page,
        "narrow": part.narrow,
        "answer": _answer(sheet, part.answer),
        "strip": part.strip,
        "blocks": [_block(sheet, block, width, narrow=part.narrow) for block in part.blocks],
    }


def _shortened(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= RUNNING_LETTERS else f"{told[: RUNNING_LETTERS - 1]}…"


def _logo(logo: Logo, sheet: Sheet) -> Data:
    form = {"image/svg+xml": "svg", "image/jpeg": "jpg"}.get(logo.media_type, "png")
    return {
        "bytes": list(logo.data),
        "format": form,
        "ratio": logo.width / logo.height,
        "alt": sheet.client or sheet.words["logo"],
    }


def _lines(sheet: Sheet, lines: Iterable[Sentence]) -> list[Data]:
    return [
        {
            "text": line.text,
            "marks": marks(sheet.numbers(line.sources)),
            "warning": line.warning,
            "short": line.short,
        }
        for line in lines
    ]


def _answer(sheet: Sheet, lines: Iterable[AnswerLine]) -> list[Data]:
    return [
        {
            "label": line.label,
            "lead": line.lead,
            "warning": line.warning,
            "more": _lines(sheet, line.more),
            "marks": marks(sheet.numbers(line.sources)),
        }
        for line in lines
    ]


def _source(sheet: Sheet, note: Footnote) -> Data:
    more = [note.licence] if note.licence and not _is_brief(sheet) else []
    if note.secondary:
        more.append(sheet.words["secondary"])
    told = f" ({', '.join(more)})" if more else ""
    return {"number": note.number, "text": note.text, "url": note.url, "more": told}


def _is_brief(sheet: Sheet) -> bool:
    return sheet.kind is SheetKind.FACTS


def _caveats(sheet: Sheet) -> str:
    """Return them with the licences and the numbers of the sources under each: room is scarce."""
    by_licence: dict[str, list[str]] = {}
    for note in sheet.footnotes:
        if note.licence:
            told = f" ({sheet.words['reworked']})" if note.licence in LICENCE_NOTES else ""
            by_licence.setdefault(note.licence + told, []).append(str(note.number))
    # The first disclaimer is at the foot of each page.
    licences = (f"{name}: {', '.join(numbers)}." for name, numbers in by_licence.items())
    return " ".join((*sheet.disclaimers[1:], *licences))


def _block(sheet: Sheet, block: Block, width: float, *, narrow: bool) -> Data:
    match block:
        case Table(compact=True):
            return {"type": "table", "compact": True, **sign_table(sheet, block)}
        case Table():
            made = paper_table(sheet, block, width, narrow=narrow)
            return {"type": "table", "compact": False, "spare": block.spare, **made}
        case Chart():
            look = replace(PAPER, family=sheet.brand.font or FONT)
            size = (width / CHART_SCALE, 0.0) if isinstance(block.body, Rows) else None
            picture = drawn(block, look, size)
            return {
                "type": "chart",
                "title": block.title,
                "marks": marks(sheet.numbers(block.sources)),
                "svg": picture.svg,
                "alt": ": ".join(filter(None, (block.title, block.summary))) or sheet.title,
                "width": picture.width * CHART_SCALE,
                "ratio": picture.width / picture.height,
                # Bars have their figures beside them.
                "summary": "" if isinstance(block.body, Rows) else block.summary,
            }
        case _:
            lines = _lines(sheet, block.sentences)
            return {"type": "text", "points": block.points, "lines": lines, "spare": block.spare}
