# SPDX-License-Identifier: MIT
"""A refresh of 7,000 entries while an event loop goes on, and a refresh that finds nothing new.

    python -m bench.refreshing [--entries N]

The event loop stands for the window: a timer of one millisecond notes when it was last
called. Its longest gap is what a user would feel; garbage is looked for as in the program. The
controls are the same loop with nothing to do, and the same refresh that reads the catalogue in
one go.
"""

import argparse
import gc
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter, process_time

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from azmodels_gui.app.application import COLLECT_EVERY_MS
from azmodels_gui.catalog import loading
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.publish.build import plain
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.storage.settings import Source
from azmodels_gui.storage.store import CatalogStore
from azmodels_gui.window.background import collect_due
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.refreshing import CatalogRefresh
from bench.synthetic import multiplied
from bench.timing import percentile

REFRESHED = 7_000
"""More entries as full as today's are no file that a refresh takes (64 MiB)."""
FRAME_MS = 16.0
IDLE_S = 3.0
RUNS = 5
UNCHANGED_RUNS = 30
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Beats:
    """Milliseconds between two calls of the timer."""

    gaps: list[float]
    own_gaps: list[float]
    """The same in processor time of this program: without what others took meanwhile."""
    seconds: float

    @property
    def longest(self) -> float:
        return self.gaps[-1]

    @property
    def p99(self) -> float:
        return percentile(self.gaps, 0.99)

    def __str__(self) -> str:
        return (
            f"longest gap {self.longest:5.1f} ms ({self.own_gaps[-1]:5.1f} ms of our own work), "
            f"p99 {self.p99:4.1f} ms, "
            f"{len(self.gaps)} beats in {self.seconds:.1f} s"
        )


class Heart:
    """Beats as long as an event loop runs."""

    def __init__(self) -> None:
        self._last = 0.0
        self._own_last = 0.0
        self._gaps: list[float] = []
        self._own_gaps: list[float] = []

    def beat(self, until: Callable[[Callable[[], None]], None]) -> Beats:
        """Run a loop until the function given to `until` is called."""
        loop = QEventLoop()
        timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._on_beat)
        collecting = QTimer(interval=COLLECT_EVERY_MS)
        collecting.timeout.connect(collect_due)
        collecting.start()
        until(loop.quit)
        began = self._last = perf_counter()
        self._own_last = process_time()
        timer.start()
        loop.exec()
        timer.stop()
        return Beats(sorted(self._gaps), sorted(self._own_gaps), perf_counter() - began)

    def _on_beat(self) -> None:
        now, own_now = perf_counter(), process_time()
        self._gaps.append(1_000 * (now - self._last))
        self._own_gaps.append(1_000 * (own_now - self._own_last))
        self._last, self._own_last = now, own_now


class Host:
    """A host of one file with an ETag; counts requests and bytes of bodies."""

    def __init__(self, data: bytes) -> None:
        host = self
        self.requests = self.body_bytes = 0
        self.etag = '"1"'

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.requests += 1
                same = self.headers.get("If-None-Match") == host.etag
                self.send_response(304 if same else 200)
                self.send_header("ETag", host.etag)
                self.send_header("Content-Length", str(0 if same else len(data)))
                self.end_headers()
                if not same:
                    host.body_bytes += len(data)
                    self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/catalog.json"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def refreshed(folder: Path, old: Catalog, data: bytes) -> Beats:
    """Return the beats of a loop while a file is read, checked, compared, kept and shown."""
    file = folder / "new.json"
    file.write_bytes(data)
    store = CatalogStore(folder / "catalogs")
    with store.changing():
        store.note(current=old.serial)
    refresh = CatalogRefresh(CurrentCatalog(old, TODAY), store, Source)
    problems: list[object] = []
    refresh.failed.connect(problems.append)

    def until(stop: Callable[[], None]) -> None:
        refresh.running_changed.connect(lambda running: None if running else stop())
        QTimer.singleShot(100, lambda: refresh.open_file(file))

    with collected_as_in_the_program():
        beats = Heart().beat(until)
    if problems:
        raise SystemExit(f"the refresh failed: {problems[0]}")
    return beats


@contextmanager
def collected_as_in_the_program() -> Iterator[None]:
    """Let garbage be looked for in turns of their own, and nowhere in what was there before."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def idle() -> Beats:
    return Heart().beat(lambda stop: QTimer.singleShot(int(IDLE_S * 1_000), stop))


def unchanged(folder: Path, catalog: Catalog, data: bytes) -> tuple[float, int, int, int]:
    """Return the best milliseconds, requests and body bytes a run, and catalogues parsed."""
    from azmodels_gui.storage.fetch import Watch
    from azmodels_gui.storage.refresh import Refresh

    host = Host(data)
    refresh = Refresh(CatalogStore(folder / "unchanged"), Source(url=host.url))
    refresh.from_address(lambda: catalog, Watch(60))
    host.requests = host.body_bytes = 0
    parsed = []

    def held() -> Catalog:
        parsed.append(1)
        return catalog

    times = []
    for _ in range(UNCHANGED_RUNS):
        began = perf_counter()
        refresh.from_address(held, Watch(60))
        times.append(1_000 * (perf_counter() - began))
    return min(times), host.requests, host.body_bytes, len(parsed)


def in_one_go(work: Callable[[], Beats]) -> Beats:
    """Run the work with the plain reader in place of the one that reads in pieces."""
    pieces = loading.parse_in_pieces
    setattr(loading, "parse_in_pieces", loading.parse_catalog)  # noqa: B010 - mypy
    try:
        return work()
    finally:
        setattr(loading, "parse_in_pieces", pieces)  # noqa: B010 - mypy


def best(work: Callable[[Path], Beats], folder: Path, rounds: int = RUNS) -> Beats:
    """Return the run with the shortest longest gap: other work on the machine does not count."""
    runs = []
    for number in range(rounds):
        own = folder / str(number)
        own.mkdir(parents=True)
        runs.append(work(own))
    return min(runs, key=lambda beats: beats.longest)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, default=REFRESHED)
    entries = parser.parse_args().entries
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        kept = [_unchanged(Path(name)), _changed(Path(name), entries)]
    del application
    return 0 if all(kept) else 1


def _unchanged(folder: Path) -> bool:
    shipped = bundled_catalog()
    took, requests, body, parsed = unchanged(folder, shipped, written(newer(shipped)))
    each = requests / UNCHANGED_RUNS
    kept = (each, body, parsed) == (1, 0, 0)
    print(
        f"unchanged refresh: {each:g} request, {body} bytes of body, {parsed} parsed, "
        f"{took:.1f} ms   {'kept' if kept else 'OVER'}"
    )
    return kept


def _changed(folder: Path, entries: int) -> bool:
    old = multiplied(bundled_catalog(), entries)
    data = written(newer(old))
    print(f"{entries:,} entries, {len(data) / 1e6:.0f} MB; best of {RUNS} runs")
    print(f"idle loop             {best(lambda _folder: idle(), folder / 'idle')}")
    beats = best(lambda own: refreshed(own, old, data), folder / "pieces")
    kept = beats.longest <= FRAME_MS
    print(
        f"refresh               {beats}   (budget {FRAME_MS:.0f} ms) {'kept' if kept else 'OVER'}"
    )
    whole = in_one_go(lambda: best(lambda own: refreshed(own, old, data), folder / "whole"))
    print(f"refresh, read at once {whole}")
    return kept


def newer(catalog: Catalog) -> Catalog:
    """Return a catalogue of the next serial; every tenth model has become dearer."""
    models = tuple(
        _dearer(model) if number % 10 == 0 else model for number, model in enumerate(catalog.models)
    )
    return catalog.but(serial=catalog.serial + 1, models=models)


def _dearer(model: Model) -> Model:
    prices = tuple(price.but(amount=price.amount + 1) for price in model.prices)
    return model.but(prices=prices)


def written(catalog: Catalog) -> bytes:
    return msgspec.json.encode(plain(catalog))


if __name__ == "__main__":
    sys.exit(main())
