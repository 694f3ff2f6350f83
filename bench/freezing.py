# SPDX-License-Identifier: MIT
"""How long the window does not answer, in a fixed walk: `python -m bench.freezing`.

A thread watches the loop: whenever it has not come round for a tenth of a second, it notes where
the program is. The time of a step is the best of several walks, in the processor time of the
window's own thread, so that other work on the machine does not count; the control is a bare window
that is painted anew.
"""

import argparse
import gc
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from azmodels_gui.app.ahead import ImportsAhead
from azmodels_gui.app.application import Opened
from azmodels_gui.app.screenshot import drop_offscreen_chatter
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.window.background import collect_due, collect_everything, works_in_background
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.models.catalog_view import CatalogView
from bench.swapping import opened_on, prepared
from bench.synthetic import multiplied

FREEZE_MS, CHANGE_MS = 100.0, 150.0
"""What nobody notices; what a change of look or language may take."""
CHANGES = ("look", "language", "present", "leave")
LOOK_EVERY_S = 0.01
LARGE = 11_000
LOOKS = ("dark", "light", "contrast", "light")
MANY_PINS = 20
GARBAGE = "garbage of a window"
IsDone = Callable[[], bool]


def at_once() -> bool:
    return True


class Step(NamedTuple):
    """Something that a user does."""

    name: str
    work: Callable[[], object]
    is_done: IsDone = at_once
    """Tells whether all that follows from it is done as well."""


class WatchDog:
    """Notes where the window's thread is when it has not come round for too long."""

    def __init__(self) -> None:
        self.places: Counter[str] = Counter()
        self._main = threading.main_thread().ident or 0
        self._began: float | None = None
        threading.Thread(target=self._watch, daemon=True).start()

    def measured(self, work: Callable[[], object], is_done: IsDone = at_once) -> float:
        """Return the milliseconds of the window's thread that work and painting took.

        Args:
            work: what is done at once.
            is_done: tells whether all that follows from it is done; the longest turn counts.
        """
        longest = self._turn(work)
        while not is_done():
            longest = max(longest, self._turn(wait))
        return longest

    def _turn(self, work: Callable[[], object]) -> float:
        self._began = time.perf_counter()
        own = time.thread_time()
        work()
        QApplication.processEvents()
        took = time.thread_time() - own
        self._began = None
        return took * 1_000

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK_EVERY_S)
            began = self._began
            if began is not None and time.perf_counter() - began > FREEZE_MS / 1_000:
                self.places[_place(self._main)] += 1


def wait() -> None:
    """Let the loop come round once something is to be done."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _place(thread: int) -> str:
    """Return where a thread is in the program.

    At once, and without keeping a frame: a painter that a frame holds would outlive its paint
    event, and the process with it.
    """
    frame = sys._current_frames().get(thread)
    while frame is not None and "azmodels_gui" not in frame.f_code.co_filename:
        frame = frame.f_back
    if frame is None:
        return "Qt"
    return f"{frame.f_code.co_filename.rpartition('/')[2]}:{frame.f_code.co_name}"


def steps(opened: Opened) -> Iterator[Step]:
    """Yield a fixed walk: all pages, views, looks and languages."""
    for name in ("regions", "calculator", "compare", "guide", "news", "models"):
        yield Step(f"page {name}", partial(shown, opened, name))
    for row in range(0, 30, 3):
        yield Step("another row", partial(row_shown, opened, row))
    for name in ("models", "regions", "calculator", "compare"):
        shown(opened, name)
        QApplication.processEvents()
        for look in LOOKS:
            yield Step(f"look on {name}", partial(chosen, opened, "theme", look))
    for step in ("present", "leave the presentation"):
        for name in ("regions", "calculator", "compare", "guide", "news", "models"):
            shown(opened, name)
            QApplication.processEvents()
        yield Step(step, lambda: opened.window.present())
    for language in ("de", "en"):
        yield Step("language", partial(chosen, opened, "language", language))
    yield Step("pin twenty", partial(pinned, opened))
    yield Step("compare twenty", partial(shown, opened, "compare"), partial(is_compared, opened))
    yield from printed(opened, "print twenty models")
    count = len(opened.window.index.catalog.regions)
    compared = partial(is_compared, opened)
    yield Step("in every region", partial(compared_in, opened, count), compared)
    yield from printed(opened, "print in every region")
    yield Step("unpin", lambda: opened.window.pins.clear())
    compared_in(opened, 0)


def shown(opened: Opened, page: str) -> None:
    opened.window.navigation.show_page_named(page)  # each look and language is another window


def row_shown(opened: Opened, row: int) -> None:
    """Go to a row of the table, whose details are laid out."""
    view = opened.window.findChild(CatalogView)
    assert view is not None
    view.setCurrentIndex(view.model().index(row, 0))


def chosen(opened: Opened, menu: str, data: str) -> None:
    for action in opened.window.menus[menu].actions():
        if str(action.data()) == data:
            action.trigger()


def pinned(opened: Opened) -> None:
    window = opened.window
    names = [
        entry.title for entry in window.index.entries[:: len(window.index.entries) // MANY_PINS]
    ]
    window.pins.pin_named(names[:MANY_PINS], window.index)


def imported(opened: Opened) -> None:
    """Let that be imported which is while nobody does anything."""
    ahead = ImportsAhead(opened)
    while not ahead.is_done:
        QApplication.processEvents()


def compared_in(opened: Opened, count: int) -> None:
    regions = [region.id for region in opened.window.index.catalog.regions[:count]]
    opened.window.stack.page.show_shared({"regions": regions})


def is_compared(opened: Opened) -> bool:
    page = opened.window.stack.page
    return not (isinstance(page, ComparePage) and page.comparing.busy)


def printed(opened: Opened, name: str) -> Iterator[Step]:
    """Show the comparison as it is printed, on 20 or 120 pages, all at once; and close it."""
    desk, painted = opened.window.sheets.desk, threading.Event()

    def preview() -> None:
        desk.preview(opened.window.stack.page.sheet_subjects()[:1])
        assert desk.preview_dialog is not None
        desk.preview_dialog.pages_set.connect(show_all)

    def show_all() -> None:
        assert desk.preview_dialog is not None
        desk.preview_dialog.view.setAllPagesViewMode()
        desk.preview_dialog.shown_pages.painted.connect(painted.set)

    def close() -> None:
        assert desk.preview_dialog is not None
        desk.preview_dialog.close()

    yield Step(name, preview, painted.is_set)
    yield Step(f"{name}, closed", close)


def walked(opened: Opened, dog: WatchDog) -> dict[str, float]:
    """Return the longest time of each kind of step in one walk."""
    longest: dict[str, float] = {}
    for name, work, is_done in steps(opened):
        longest[name] = max(longest.get(name, 0.0), dog.measured(work, is_done))
        rest()
        if opened.collecting.isActive():  # in a turn of its own, a second later
            opened.collecting.stop()
            longest[GARBAGE] = max(longest.get(GARBAGE, 0.0), dog.measured(collect_everything))
    return longest


def rest() -> None:
    """Let work in the background end, and what is due in the program after a while."""
    while works_in_background():
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()
    collect_due()


def swapped(opened: Opened, dog: WatchDog) -> dict[str, float]:
    """Return the time to show a large catalogue and the usual one again."""
    current, usual = opened.around.current, bundled_catalog()
    large = prepared(multiplied(usual, LARGE))
    took = {f"swap to {LARGE:,} entries": dog.measured(lambda: current.show_index(large))}
    rest()
    back = prepared(usual)
    took["swap back"] = dog.measured(lambda: current.show_index(back))
    rest()
    return took


def control(dog: WatchDog) -> float:
    """Return the milliseconds that a bare window of 200 buttons takes to be styled anew."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for number in range(200):
        layout.addWidget(QPushButton(str(number)))
    window.show()
    QApplication.processEvents()
    looks = ("QPushButton { color: red }", "QPushButton { color: blue }")
    return min(dog.measured(partial(window.setStyleSheet, looks[at % 2])) for at in range(6))


def budget_of(name: str) -> float:
    return CHANGE_MS if name.startswith(CHANGES) else FREEZE_MS


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--walks", type=int, default=3)
    walks = parser.parse_args().walks
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication([*sys.argv[:1], "-style", "Fusion"])
    drop_offscreen_chatter()
    gc.disable()  # as the program does, which looks for garbage in turns of their own
    gc.freeze()
    dog = WatchDog()
    with tempfile.TemporaryDirectory() as folder:
        opened = opened_on(Path(folder))
        imported(opened)
        first = {
            f"{name}, first": took
            for name, took in walked(opened, dog).items()
            if name.startswith(("page", "print"))
        }
        runs = [walked(opened, dog) | swapped(opened, dog) for _ in range(walks)]
        opened.window.close()
    best = first | {name: min(run[name] for run in runs) for name in runs[0]}
    bare = control(dog)
    print(f"control: a bare window styled anew {bare:.1f} ms; best of {walks} walks")
    for name, took in best.items():
        verdict = "kept" if took <= budget_of(name) else "OVER"
        print(f"{name:<28}{took:8.0f} ms {took / bare:7.1f} x {budget_of(name):6.0f} ms  {verdict}")
    print("where the window was while it did not answer:")
    for place, count in dog.places.most_common(12):
        print(f"  {count * LOOK_EVERY_S:6.2f} s  {place}")
    del opened, qt
    return 0


if __name__ == "__main__":
    sys.exit(main())
