# SPDX-License-Identifier: MIT
"""The formats a sheet can be written in: a record each, for the window and the commands alike."""

from collections.abc import Callable
from dataclasses import dataclass, field

from azmodels_gui.sheets.csv_file import CsvStyle, csv_bytes
from azmodels_gui.sheets.sheet import Sheet

PAPERS = ("A4", "Letter")
"""Names of the papers on offer; `typeset.PAPERS_MM` has their sizes."""


@dataclass(frozen=True)
class Layout:
    """What a file looks like beyond its content."""

    paper: str = "A4"
    """One of `PAPERS`."""
    landscape: bool = False
    csv: CsvStyle = field(default_factory=CsvStyle)
    template: bytes | None = None
    """The firm's own file, checked, whose look a format with templates takes on."""
    apart: bool = False
    """Made in a process of its own where that takes much memory: the window lives on."""


@dataclass(frozen=True)
class SheetFormat:
    """One format; its name is the same in every language."""

    suffix: str
    """Ending of the file, without its point; what commands and state call it."""
    name: str
    make: Callable[[Sheet, Layout], bytes]
    """What makes the bytes; it imports the maker, which no other format needs."""
    template: str = ""
    """Ending of the firm's files whose look it can take on; empty: of none."""


def _pdf(sheet: Sheet, layout: Layout) -> bytes:
    from azmodels_gui.sheets.setting import Apart, set_here
    from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes

    setup = PageSetup.of(layout.paper, landscape=layout.landscape)
    return pdf_bytes(sheet, setup, Apart() if layout.apart else set_here)


def _docx(sheet: Sheet, layout: Layout) -> bytes:
    from azmodels_gui.sheets.word_file import docx_bytes

    return docx_bytes(sheet, layout.paper, landscape=layout.landscape, template=layout.template)


def _pptx(sheet: Sheet, layout: Layout) -> bytes:
    from azmodels_gui.sheets.slides import pptx_bytes

    return pptx_bytes(sheet, layout.template)


def _xlsx(sheet: Sheet, layout: Layout) -> bytes:
    from azmodels_gui.sheets.spreadsheet import xlsx_bytes

    return xlsx_bytes(sheet, layout.paper)


def _csv(sheet: Sheet, layout: Layout) -> bytes:
    return csv_bytes(sheet, layout.csv)


def _html(sheet: Sheet, _layout: Layout) -> bytes:
    from azmodels_gui.sheets.html import html_bytes

    return html_bytes(sheet)


def _markdown(sheet: Sheet, _layout: Layout) -> bytes:
    from azmodels_gui.sheets.markdown import markdown_text

    return markdown_text(sheet).encode()


FORMATS = {
    each.suffix: each
    for each in (
        SheetFormat("pdf", "PDF", _pdf),
        SheetFormat("docx", "Word (DOCX)", _docx, template="docx"),
        SheetFormat("pptx", "PowerPoint (PPTX)", _pptx, template="pptx"),
        SheetFormat("xlsx", "Excel (XLSX)", _xlsx),
        SheetFormat("csv", "CSV", _csv),
        SheetFormat("html", "HTML", _html),
        SheetFormat("md", "Markdown", _markdown),
    )
}
