# SPDX-License-Identifier: MIT
"""A sheet set on pages by Typst: PDF for files, SVG for printer and preview.

What stands on the sheet goes in as JSON and is never read as mark-up; what it looks like is
`resources/sheets/sheet.typ`. The fonts come with the program; those of the system serve only for
signs that they lack.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, structs

from azmodels_gui import resources_folder
from azmodels_gui.charts.chart import PAPER, Chart, Rows
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.svg import text_width
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Block,
    Cell,
    CellKind,
    Footnote,
    Group,
    Logo,
    Mark,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
)
from azmodels_gui.sheets.sheet_words import (
    alike_told,
    column_numbers,
    figure_numbers,
    label_numbers,
    raised,
)

if TYPE_CHECKING:
    from typst import Fonts

PAPERS_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of the papers on offer, upright."""
MARGIN_MM = 14.0
LONG_TEXT = 60
"""Characters from which a text is set flush left among figures."""
FONT, ACCENT, INK = "Inter", "#0b5cad", "#1a1d24"
AUTHOR = "azmodels"
LONG_CELL = 500
"""Characters from which a row may go on on the next page: no page is high enough for it."""
RUNNING_LETTERS = 90
_TEMPLATE = "sheets/sheet.typ"
_AGES = 11
"""Typst forgets what it remembers of a document (40 MiB for eight models) after ten others."""
_MEASURED = 4
"""So many of the longest words and texts of a column are measured."""
_SEPARATORS = str.maketrans(dict.fromkeys(map(chr, (*range(9), *range(11, 32), 0x7F)), " "))
_OWN_SIGNS = ((0x20, 0x24F), (0x2010, 0x2030), (0x2070, 0x209F), (0x20AC, 0x20AC))
"""Ranges that the program's own fonts cover."""
_OWN_SHAPES = frozenset("≠≤≥→←↑↓●○◐■□▲△▼×−…⁠ ")
_FACED = frozenset({CellKind.UNKNOWN, CellKind.CONFLICT})
_SIGN_STYLES = {"–": "muted", "?": "", "!": "alert"}

Data = dict[str, Any]


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


def pdf_bytes(sheet: Sheet, setup: PageSetup) -> bytes:
    """Return a tagged document (PDF/UA-1, PDF/A-3a): headings, links, language, fonts inside.

    The same sheet gives the same bytes, unless it holds signs that only a system's fonts have.
    """
    from typst import TypstError  # late, as wherever: most starts set no page

    data = _data(sheet, setup)
    try:
        return _compiled(data, sheet, "pdf", ["ua-1", "a-3a"])[0]
    except TypstError:
        # A sign that no font has is forbidden by both; the document is tagged all the same.
        return _compiled(data, sheet, "pdf", [])[0]


def svg_pages(sheet: Sheet, setup: PageSetup) -> list[bytes]:
    """Return every page as a picture of vectors."""
    return _compiled(_data(sheet, setup), sheet, "svg", [])


def _compiled(data: str, sheet: Sheet, form: Any, standards: list[Any]) -> list[bytes]:
    from typst import compile

    # A sign that our font lacks may be in one of the system's; the firm's font may be there.
    brand = sheet.brand
    system = not _covered(data) or bool(brand.font and not brand.font_folder)
    made = compile(
        _template(),
        font_paths=program_fonts(brand.font_folder, system=system),
        ignore_system_fonts=not system,
        format=form,
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=_midnight(sheet),
    )
    for _ in range(_AGES):
        compile(b"", format="svg", font_paths=program_fonts(), ignore_system_fonts=True)
    return made if isinstance(made, list) else [made]


@cache
def _template() -> bytes:
    return (resources_folder() / _TEMPLATE).read_bytes()


@cache
def program_fonts(more: str = "", *, system: bool = False) -> "Fonts":
    """Return the program's own fonts, with those of a folder and of the system if asked."""
    from typst import Fonts

    folder = str(resources_folder() / "fonts")
    return Fonts(include_system_fonts=system, font_paths=[folder, more] if more else [folder])


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
    words, brand = sheet.words, sheet.brand
    tail = ((words["assumptions"], sheet.assumptions), (words["remarks"], sheet.remarks))
    client = " ".join(sheet.client_line.split())
    short = len(client) <= RUNNING_LETTERS
    made = {
        "language": sheet.language,
        "title": sheet.title,
        "document_title": " – ".join(filter(None, (sheet.title, client))),
        "author": sheet.brand.author or AUTHOR,
        "description": " ".join((*sheet.head, sheet.catalog_line)),
        "page": {
            "width": setup.width_mm,
            "height": setup.height_mm,
            "margin": setup.margin_mm,
        },
        "words": words,
        "client": client if short else "",
        "running": _shortened(" · ".join(filter(None, (client, sheet.title)))),
        "day": sheet.day_text,
        "foot": f"{sheet.disclaimers[0]} {sheet.catalog_line}.",
        "brand": {
            "accent": brand.accent or ACCENT,
            "heading": brand.heading or INK,
            "font": brand.font or FONT,
            "footer": brand.footer,
            "logo_left": brand.logo_left,
        },
        "head": sheet.head if short else (sheet.client_line, *sheet.head),
        "contents": sheet.contents,
        "brief": sheet.kind is SheetKind.FACTS,
        "answer": _answer(sheet, sheet.answer),
        "recommendation": sheet.recommendation,
        "logo": None if sheet.logo is None else _logo(sheet.logo, sheet),
        "parts": [
            {
                "heading": part.heading,
                "level": part.level,
                "new_page": part.new_page,
                "narrow": part.narrow,
                "answer": _answer(sheet, part.answer),
                "strip": part.strip,
                "blocks": [_block(sheet, block) for block in part.blocks],
            }
            for part in sheet.parts
        ],
        "tail": [(title, _lines(sheet, lines)) for title, lines in tail if lines],
        "sources": [_source(sheet, note) for note in sheet.footnotes],
        "disclaimers": " ".join(sheet.disclaimers),
    }
    return msgspec.json.encode(_printable(made)).decode()


def _printable(value: Any) -> Any:
    """Return the same without control characters, which no page can show."""
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


def _marks(numbers: Iterable[int]) -> list[tuple[int, str]]:
    """Return numbers of sources with their raised digits, which stay apart when copied."""
    return [(number, raised((number,))) for number in numbers]


def _lines(sheet: Sheet, lines: Iterable[Sentence]) -> list[Data]:
    return [
        {"text": line.text, "marks": _marks(sheet.numbers(line.sources)), "warning": line.warning}
        for line in lines
    ]


def _answer(sheet: Sheet, lines: Iterable[AnswerLine]) -> list[Data]:
    return [
        {
            "label": line.label,
            "lead": line.lead,
            "warning": line.warning,
            "more": _lines(sheet, line.more),
            "marks": _marks(sheet.numbers(line.sources)),
        }
        for line in lines
    ]


def _source(sheet: Sheet, note: Footnote) -> Data:
    more = [note.licence] if note.licence else []
    if note.secondary:
        more.append(sheet.words["secondary"])
    told = f" ({', '.join(more)})" if more else ""
    return {"number": note.number, "text": note.text, "url": note.url, "more": told}


def _block(sheet: Sheet, block: Block) -> Data:
    match block:
        case Table():
            return {"type": "table", **_table(sheet, block)}
        case Chart():
            picture = drawn(block, replace(PAPER, family=sheet.brand.font or FONT))
            return {
                "type": "chart",
                "title": block.title,
                "marks": _marks(sheet.numbers(block.sources)),
                "svg": picture.svg,
                "alt": ": ".join(filter(None, (block.title, block.summary))) or sheet.title,
                "width": picture.width,
                "height": picture.height,
                # Bars have their figures beside them.
                "summary": "" if isinstance(block.body, Rows) else block.summary,
            }
        case _:
            lines = _lines(sheet, block.sentences)
            return {"type": "text", "points": block.points, "lines": lines}


def _table(sheet: Sheet, table: Table) -> Data:
    groups = [_group(sheet, table, group) for group in table.groups]
    rows = [row for group in groups for row in group["rows"]]
    labels = [table.stub, *(_with_marks(row["label"], row["marks"]) for row in rows)]
    cited = dict.fromkeys(each for row in table.rows for each in row.sources)
    return {
        "stub": table.stub,
        "legend": table.legend,
        "marks": _marks(sheet.numbers(tuple(cited))),
        "by_column": table.by_column,
        "signs": table.signs,
        "compact": table.compact,
        "airy": table.airy,
        "spans": table.spans,
        "across": _across(table) if table.compact else 1,
        "alike": len({(column.weight, column.figures) for column in table.columns}) == 1,
        "columns": [_column(sheet, table, at, rows) for at in range(len(table.columns))],
        "groups": groups,
        **_longest(labels, "label_"),
    }


def _group(sheet: Sheet, table: Table, group: Group) -> Data:
    rows = group.differing if table.folds else group.rows
    alike = alike_told(sheet, group) if table.folds else ()
    return {
        "heading": group.heading,
        "rows": [_row(sheet, table, row) for row in rows],
        "alike": [{"text": text, "marks": _marks(numbers)} for text, numbers in alike],
    }


def _column(sheet: Sheet, table: Table, at: int, rows: Iterable[Data]) -> Data:
    column, marks = table.columns[at], _marks(column_numbers(sheet, table, at))
    title = _with_marks(column.title, marks)
    cells = [] if table.compact else [row["cells"][at] for row in rows]
    texts = [_with_marks(cell["text"], cell["marks"]) for cell in cells]
    return {
        "title": column.title,
        "marks": marks,
        "figures": column.figures,
        **_longest([title, *texts]),
        # Where the marks of all columns stand beside the stub.
        **_longest([column.title, *texts], "bare_"),
    }


def _longest(texts: Iterable[str], prefix: str = "") -> Data:
    """Return the words and the texts that may be the widest: the template measures those."""
    different = set(texts)
    words = {word for text in different for word in text.split(" ")}
    return {f"{prefix}words": _widest(words), f"{prefix}texts": _widest(different)}


def _widest(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (-text_width(text, 1), text))[:_MEASURED]


def _with_marks(text: str, marks: Iterable[tuple[int, str]]) -> str:
    told = "\N{NARROW NO-BREAK SPACE}".join(raised for _, raised in marks)
    return f"{text}\N{NARROW NO-BREAK SPACE}{told}" if told else text


def _row(sheet: Sheet, table: Table, row: Row) -> Data:
    differs = "\N{NO-BREAK SPACE}≠" if row.differs and not table.folds else ""
    numbers = figure_numbers(sheet, table, row)
    return {
        "label": f"{row.label}{differs}",
        "marks": _marks(label_numbers(sheet, table, row)),
        "text": any(c.kind is CellKind.TEXT and len(c.text) > LONG_TEXT for c in row.cells),
        "long": any(len(cell.text) > LONG_CELL for cell in row.cells),
        "cells": [_cell(cell, table, each) for cell, each in zip(row.cells, numbers, strict=True)],
    }


def _cell(cell: Cell, table: Table, numbers: Iterable[int]) -> Data:
    if table.compact:
        return {"text": "", "marks": [], "lines": _sign_lines(cell)}
    signed = table.signs and cell.sign
    text = cell.sign if signed else cell.text
    style = _SIGN_STYLES.get(cell.sign, "") if signed else _style(cell)
    if cell.mark is Mark.BEST:
        text, style = f"▲\N{NO-BREAK SPACE}{text}", "best"
    elif cell.mark is Mark.WARNING and not text.startswith("!"):
        text = f"!\N{NO-BREAK SPACE}{text}"
    return {"text": text, "marks": _marks(numbers), "style": style}


def _style(cell: Cell) -> str:
    if cell.mark is Mark.WARNING:
        return "warning"
    return "muted" if cell.kind in _FACED else ""


def _sign_lines(cell: Cell) -> list[str]:
    """Return the signs of a cell; one alone where all of them are the same."""
    alike = set(cell.sign.replace("\n", "").replace(" ", ""))
    return list(alike) if len(alike) == 1 else cell.sign.split("\n")


def _across(table: Table) -> int:
    """Return how many signs stand side by side in the widest cell."""
    found: Iterator[int] = (
        len(line) for row in table.rows for cell in row.cells for line in _sign_lines(cell)
    )
    return max(found, default=1)
