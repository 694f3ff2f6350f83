# SPDX-License-Identifier: MIT
"""From a keystroke or click to the repainted window with new counts, and against the control."""

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from azmodels_gui.app.application import Opened, open_window
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from bench.proxy_control import ProxyTable
from bench.steps import steps
from bench.synthetic import multiplied
from bench.timing import Times, timed

CONTROL_ROWS = 120_000
"""The control is spared long runs: steps times entries stay below this."""
FEWEST_CONTROL_STEPS, MOST_CONTROL_STEPS = 8, 40
SIZE_PX = (1280, 800)


@dataclass(frozen=True)
class Filtering:
    """Times for one size of catalogue."""

    entries: int
    round_trip: Times
    """The whole: query, counts, repaint of every part of the window."""
    answer: Times
    """Rows and counts in the item models, without a window, on the steps of the control."""
    control: Times
    """The proxy model with counts made in Python."""
    control_rows: Times
    """The proxy model without any counts."""


def measured(sizes: tuple[int, ...], rounds: int) -> Iterator[Filtering]:
    """Yield the times for the shipped catalogue (size 0) and for larger ones made of it."""
    with window() as opened:
        shipped = opened.around.current.catalog
        for size in sizes:
            if size:
                opened.around.current.show(multiplied(shipped, size))
            yield _measured(opened, rounds)


def _measured(opened: Opened, rounds: int) -> Filtering:
    settle()
    index = opened.around.current.index
    asked = steps(index)

    def change(query: CatalogQuery) -> None:
        opened.window.history.change(query)
        paint()

    round_trip = timed(asked, change, rounds)
    opened.window.history.change(CatalogQuery())
    paint()
    wanted = CONTROL_ROWS // len(index.entries)
    count = min(MOST_CONTROL_STEPS, max(FEWEST_CONTROL_STEPS, wanted))
    against = _against_control(index, asked[:: max(1, len(asked) // count)])
    return Filtering(len(index.entries), round_trip, *against)


def _against_control(index: CatalogIndex, asked: list[CatalogQuery]) -> tuple[Times, Times, Times]:
    table, facets, proxy = CatalogTableModel(index), FacetTreeModel(index), ProxyTable(index)
    settle()

    def answer(query: CatalogQuery) -> None:
        facets.set_query(query)
        facets.set_result(table.set_query(query))

    def control(query: CatalogQuery) -> None:
        proxy.set_query(query)
        proxy.counts()

    return timed(asked, answer, 3), timed(asked, control, 1), timed(asked, proxy.set_query, 1)


def paint() -> None:
    """Let the window do all that follows: layout, then paint."""
    QApplication.processEvents()
    QApplication.processEvents()


def settle() -> None:
    """Put everything made so far out of the reach of the collector, as the program does."""
    paint()
    gc.collect()
    gc.freeze()


@contextmanager
def window() -> Iterator[Opened]:
    """Give the window of the program, shown, on the shipped catalogue."""
    arguments = parse_arguments(["--language", "en", "--theme", "light"])
    with tempfile.TemporaryDirectory() as folder:
        opened = open_window(arguments, StateFile(Path(folder) / "state.json"))
        opened.window.resize(*SIZE_PX)
        opened.window.show()
        yield opened
        opened.window.close()
