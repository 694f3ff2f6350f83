# SPDX-License-Identifier: MIT
"""How long the window stands still when another catalogue of 11,000 entries comes on show.

    python -m bench.swapping [--entries N]

All five pages are made and one is on show; the index was made beforehand, as the background
of a refresh does. Two figures for each page: from the swap until the window is painted anew,
and then from the page being left to another one on show, which does what it put off while it
was hidden. The control is the same swap of the shipped catalogue.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from azmodels_gui.app.application import Opened, open_window
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.storage.preferences import StateFile
from bench.refreshing import newer
from bench.synthetic import multiplied

PAGES = ("models", "regions", "calculator", "compare", "guide", "news", "client")
PINNED = ("gpt-4.1", "gpt-5.2", "gpt-5-mini")
ENTRIES = 11_000
RUNS = 5
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Swap:
    """Milliseconds with one page on show, the best of several runs."""

    swapped: float
    shown_later: float
    """Of showing this page after a swap that it was hidden for."""


def prepared(catalog: Catalog) -> CatalogIndex:
    """Return an index as a refresh brings it."""
    index = CatalogIndex(catalog, TODAY)
    index.prepare()
    return index


def swaps(opened: Opened, old: Catalog, runs: int = RUNS) -> dict[str, Swap]:
    """Return what a swap costs with each page on show, all of them being made."""
    current, window = opened.around.current, opened.window
    later = newer(old)
    window.pins.pin_named(PINNED, window.index)
    current.show_index(prepared(old))
    for page in PAGES:
        show(opened, page)
    times: dict[str, list[tuple[float, float]]] = {page: [] for page in PAGES}
    for number in range(runs):
        for page in PAGES:
            show(opened, page)
            index = prepared(later if number % 2 == 0 else old)
            swapped = timed(partial(current.show_index, index))
            other = PAGES[PAGES.index(page) - 1]
            show(opened, other)
            current.show_index(prepared(old if number % 2 == 0 else later))
            paint()
            times[page].append((swapped, timed(partial(show, opened, page))))
    return {
        page: Swap(*(min(column) for column in zip(*times[page], strict=True))) for page in PAGES
    }


def show(opened: Opened, page: str) -> None:
    opened.window.navigation.show_page_named(page)
    paint()


def paint() -> None:
    QApplication.processEvents()


def timed(work: Callable[[], None]) -> float:
    """Return the milliseconds of a piece of work and of the painting after it."""
    gc.collect()
    gc.disable()
    began = perf_counter()
    work()
    paint()
    took = 1_000 * (perf_counter() - began)
    gc.enable()
    return took


def opened_on(folder: Path) -> Opened:
    """Return a shown window of nobody's settings with the shipped catalogue."""
    for name in ("CONFIG", "DATA", "SITE"):
        os.environ[f"AZMODELS_{name}_DIR"] = str(folder / name)
    arguments = parse_arguments(["--language", "en", "--size", "1440x900"])
    opened = open_window(arguments, StateFile(folder / "state.json"))
    opened.window.show()
    opened.start_refreshing()
    paint()
    return opened


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=ENTRIES)
    entries = parser.parse_args().entries
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        opened = opened_on(Path(name))
        shipped = bundled_catalog()
        few = swaps(opened, shipped)
        many = swaps(opened, multiplied(shipped, entries))
        opened.window.close()
    count = sum(len(model.versions) for model in shipped.models)
    print(f"best of {RUNS} runs, in ms; all pages made, one on show")
    print(f"{'':12}{count:>7} entries{'':10}{entries:>10,} entries")
    print(f"{'page':12}{'swap':>8}{'show later':>12}{'':5}{'swap':>8}{'show later':>12}")
    for page in PAGES:
        one, other = few[page], many[page]
        print(
            f"{page:12}{one.swapped:8.1f}{one.shown_later:12.1f}{'':5}"
            f"{other.swapped:8.1f}{other.shown_later:12.1f}"
        )
    del opened, qt
    return 0


if __name__ == "__main__":
    sys.exit(main())
