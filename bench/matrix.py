# SPDX-License-Identifier: MIT
"""The region matrix: pages turned with the keyboard, and opening it with few and many rows."""

from dataclasses import dataclass
from itertools import cycle, islice

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from azmodels_gui.app.application import Opened
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.region_part import RegionScope
from bench.filtering import paint, settle
from bench.synthetic import multiplied
from bench.timing import Times, timed

FEW, MANY, REGIONS = 400, 11_000, 60
SIZE_PX = (2_560, 1_080)
"""Wide enough for all regions at once: the most cells a page can hold."""
OPENINGS = 5


@dataclass(frozen=True)
class MatrixTimes:
    """Times for one number of rows."""

    rows: int
    regions: int
    page_cells: int
    """Cells on the screen at once."""
    opening: Times
    """From a choice of rows to the painted matrix; each run makes it anew."""
    page_down: Times
    """From the key to the repainted page with the words of its cell."""


def matrix_times(opened: Opened, rows: int, rounds: int) -> MatrixTimes:
    """Measure the matrix of a catalogue with `rows` entries, made of the shipped one."""
    around, window = opened.around, opened.window
    shipped = around.current.catalog
    around.current.show(multiplied(with_regions(shipped, REGIONS), rows))
    parts = window.parts
    index = around.current.index
    scope = RegionScope(index, tuple(range(len(index.entries))), every_region=True)
    made: list[MatrixPart] = []

    def open_one(_number: int) -> None:
        part = MatrixPart(parts, scope)
        part.resize(*SIZE_PX)
        part.show()
        paint()
        made.append(part)

    settle()
    opening = timed(range(OPENINGS), open_one, 1)
    for part in made[:-1]:
        part.close()
        part.deleteLater()
    part = made[-1]
    page_down = _page_downs(part, rounds)
    cells = _cells_on_screen(part)
    part.close()
    part.deleteLater()
    paint()
    around.current.show(shipped)
    return MatrixTimes(part.matrix.rowCount(), len(part.matrix.columns), cells, opening, page_down)


def with_regions(catalog: Catalog, count: int) -> Catalog:
    """Return the catalogue with further regions, copies of its own under other names."""
    missing = max(0, count - len(catalog.regions))
    copies = (
        region.but(id=f"{region.id}{number}", name=f"{region.name} {number}")
        for number, region in enumerate(islice(cycle(catalog.regions), missing))
    )
    return catalog.but(regions=(*catalog.regions, *copies))


def _page_downs(part: MatrixPart, rounds: int) -> Times:
    """Turn the pages from the top to the bottom and back, as often as there are pages."""
    view = part.view
    view.setFocus()
    view.setCurrentIndex(part.matrix.index(0, 0))
    settle()
    pages = min(40, -(-part.matrix.rowCount() // max(1, view.verticalScrollBar().pageStep())))
    keys = [Qt.Key.Key_PageDown] * pages + [Qt.Key.Key_PageUp] * pages

    def press(key: Qt.Key) -> None:
        QTest.keyClick(view, key)
        paint()

    return timed(keys, press, rounds)


def _cells_on_screen(part: MatrixPart) -> int:
    view = part.view
    last_row = view.rowAt(view.viewport().height() - 1)
    last_column = view.columnAt(view.viewport().width() - 1)
    rows = last_row if last_row >= 0 else part.matrix.rowCount() - 1
    columns = last_column if last_column >= 0 else part.matrix.columnCount() - 1
    return (rows - max(0, view.rowAt(0)) + 1) * (columns - max(0, view.columnAt(0)) + 1)
