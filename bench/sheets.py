# SPDX-License-Identifier: MIT
"""Sheets as files against the bare libraries: Typst alone, a plain loop over cells.

    python -m bench.sheets [--rounds N]

The PDF is timed against empty pages (a budget that no document with cells can keep) and against
the same cells in plain tables: one size, no rule, no link, no chart, no remark. Both twice:
as the first document of a process, which is what a command or a click on "Export" costs, and again
in one process.
"""

import argparse
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from azmodels_gui import resources_folder
from azmodels_gui.catalog.coverage import CoverageConditions, coverage
from azmodels_gui.catalog.document import Entry, entries
from azmodels_gui.sheets.comparison_sheet import comparison_sheet
from azmodels_gui.sheets.coverage_sheet import coverage_sheet
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import CellKind, Sheet
from azmodels_gui.sheets.slides import pptx_bytes
from azmodels_gui.sheets.spreadsheet import xlsx_bytes
from azmodels_gui.sheets.word_file import docx_bytes
from azmodels_gui.storage.catalog_file import bundled_catalog
from bench.office_sheets import bare_slides, bare_word, slide_tables, word_tables

PDF_BUDGET, CELLS_BUDGET, XLSX_BUDGET, OFFICE_BUDGET = 3.0, 3.0, 3.0, 3.0
LIST_ROWS = 400
COMPARED = (
    *("gpt-5.4", "gpt-5.2", "gpt-5-mini", "gpt-4.1", "gpt-4o", "o4-mini", "gpt-5", "gpt-4.1-mini"),
)
DAY = date(2026, 11, 24)


def comparison_of_eight() -> Sheet:
    """Return the sheet of the budget."""
    catalog = bundled_catalog()
    newest: dict[str, Entry] = {}
    for entry in entries(catalog):
        newest[entry.model.id] = entry
    germany = tuple(each for each in catalog.regions if each.id == "germanywestcentral")
    return comparison_sheet(
        [newest[name] for name in COMPARED], SheetOrder(catalog, DAY, "de", regions=germany)
    )


def coverage_of_eight() -> Sheet:
    """Return the regions of the same models, whose tables all stand on slides."""
    catalog = bundled_catalog()
    found = [each for each in entries(catalog) if each.model.id in COMPARED][: len(COMPARED)]
    answer = coverage(found, CoverageConditions(), catalog, DAY)
    return coverage_sheet(answer, SheetOrder(catalog, DAY, "de"))


def list_of_many() -> Sheet:
    """Return a list of 400 rows: the catalogue, its first entries again at the end."""
    catalog = bundled_catalog()
    found = list(entries(catalog))
    return list_sheet((found * 2)[:LIST_ROWS], SheetOrder(catalog, DAY, "de"))


def empty_pages(pages: int) -> bytes:
    """Return a tagged document of as many pages, each with one letter."""
    return bare_pdf("\n#pagebreak()\n".join(["x"] * pages))


def bare_tables(cells: str) -> bytes:
    """Return the same cells in plain tables."""
    told = "#let tables = json(bytes(sys.inputs.cells))\n"
    table = (
        "table(columns: each.at(0).len(), table.header(..each.at(0)), ..each.slice(1).flatten())"
    )
    return bare_pdf(f"{told}#for each in tables {{ {table} }}", {"cells": cells})


def cells_of(sheet: Sheet) -> str:
    """Return the texts of the cells that stand on paper, as JSON: by table, by row."""
    return json.dumps(
        [
            [
                [table.stub, *(column.title for column in table.columns)],
                *(
                    [row.label, *(cell.text for cell in row.cells)]
                    for group in table.groups
                    for row in (group.differing if table.folds else group.rows)
                ),
            ]
            for table in sheet.tables
        ]
    )


def bare_pdf(body: str, inputs: dict[str, str] | None = None) -> bytes:
    from typst import Fonts, compile

    source = '#set page(flipped: true)\n#set text(font: "Inter", size: 7.5pt)\n'
    fonts = Fonts(include_system_fonts=False, font_paths=[str(resources_folder() / "fonts")])
    return compile(
        f'{source}#set document(title: "Bare")\n{body}'.encode(),
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs or {},
        pdf_standards=["ua-1"],
        timestamp=0,
    )


def bare_workbook(sheet: Sheet) -> bytes:
    """Return the same cells written by a plain loop: no content model, one format each kind."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    workbook = Workbook(target, {"in_memory": True})
    page = workbook.add_worksheet()
    numbers = workbook.add_format({"num_format": "#,##0.00"})
    for row, line in enumerate(next(sheet.tables).rows):
        page.write_string(row, 0, line.label)
        for column, cell in enumerate(line.cells, start=1):
            if cell.kind in (CellKind.NUMBER, CellKind.MONEY):
                page.write_number(row, column, float(str(cell.value)), numbers)
            else:
                page.write_string(row, column, cell.text)
    workbook.close()
    return target.getvalue()


def best_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the shortest time of several rounds in milliseconds."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return min(times) * 1_000


def first_ms(what: str) -> tuple[float, int]:
    """Return milliseconds and pages of the first document of a fresh process."""
    command = [sys.executable, "-m", "bench.sheets", "--first", what]
    ran = subprocess.run(
        command, capture_output=True, check=True, cwd=Path(__file__).parents[1], encoding="utf-8"
    )
    told = json.loads(ran.stdout)
    return told["ms"], told["pages"]


def print_first(what: str) -> None:
    """Make one document in this process and print its time; imports and fonts count."""
    kind, _, pages = what.partition(":")
    sheet = comparison_of_eight()
    cells = cells_of(sheet)
    began = perf_counter()
    match kind:
        case "sheet":
            data = paper(sheet)
        case "tables":
            data = bare_tables(cells)
        case _:
            data = empty_pages(int(pages))
    milliseconds = (perf_counter() - began) * 1_000
    print(json.dumps({"ms": milliseconds, "pages": pages_of(data)}))


def paper(sheet: Sheet) -> bytes:
    """Return the sheet as PDF, A4 across."""
    from azmodels_gui.sheets.typeset import PageSetup, pdf_bytes

    return pdf_bytes(sheet, PageSetup.of(landscape=True))


def pages_of(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


@dataclass(frozen=True)
class Compared:
    """What a file costs against the bare library, in milliseconds."""

    what: str
    ours: float
    bare: float
    budget: float

    @property
    def kept(self) -> bool:
        return self.ours <= self.budget * self.bare

    @property
    def figure(self) -> str:
        return f"{self.ours:.1f} ms, bare {self.bare:.1f} ms: {self.ours / self.bare:.1f} x"


def measured(rounds: int) -> Iterator[Compared]:
    """Yield all comparisons."""
    pages = first_ms("sheet")[1]
    kinds = ("sheet", f"empty:{pages}", "tables")
    times = [[first_ms(kind)[0] for kind in kinds] for _ in range(rounds)]
    ours, empty, tables = (min(each) for each in zip(*times, strict=True))
    yield Compared("8 models as PDF, first; empty pages", ours, empty, PDF_BUDGET)
    yield Compared("8 models as PDF, first; the same cells", ours, tables, CELLS_BUDGET)
    sheet = comparison_of_eight()
    cells = cells_of(sheet)
    ours = best_ms(lambda: paper(sheet), rounds)
    empty = best_ms(lambda: empty_pages(pages), rounds)
    tables = best_ms(lambda: bare_tables(cells), rounds)
    yield Compared("8 models as PDF, again; empty pages", ours, empty, PDF_BUDGET)
    yield Compared("8 models as PDF, again; the same cells", ours, tables, CELLS_BUDGET)
    rows = list_of_many()
    ours = best_ms(lambda: xlsx_bytes(rows), rounds)
    bare = best_ms(lambda: bare_workbook(rows), rounds)
    yield Compared(f"{LIST_ROWS} rows as XLSX, plain loop", ours, bare, XLSX_BUDGET)
    yield from office(rounds, sheet)


def office(rounds: int, sheet: Sheet) -> Iterator[Compared]:
    """Yield Word and PowerPoint against loops over as many cells; charts are ours alone."""
    tables = word_tables(docx_bytes(sheet))
    ours = best_ms(lambda: docx_bytes(sheet), rounds)
    bare = best_ms(lambda: bare_word(tables), rounds)
    yield Compared("8 models as DOCX, plain loop", ours, bare, OFFICE_BUDGET)
    covered = coverage_of_eight()
    tables = slide_tables(pptx_bytes(covered))
    ours = best_ms(lambda: pptx_bytes(covered), rounds)
    bare = best_ms(lambda: bare_slides(tables), rounds)
    yield Compared("coverage of 8 models as PPTX, plain loop", ours, bare, OFFICE_BUDGET)


def main() -> int:
    parser = argparse.ArgumentParser(description="Sheets against the bare libraries.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--first", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.first:
        print_first(told.first)
        return 0
    for each in measured(told.rounds):
        verdict = "kept" if each.kept else "OVER"
        print(f"{each.what:<50} {each.figure:<44} {each.budget:.0f} x  {verdict}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
