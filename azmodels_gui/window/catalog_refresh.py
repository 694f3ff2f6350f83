# SPDX-License-Identifier: MIT
"""Refreshes the catalogue on show in the background; all that a window needs of refreshing.

A view calls a slot and waits for one of two signals. Nothing here blocks, and no failure
touches what is on show.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.changes import Changes, changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.loading import let_go, unknown_facts
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.problem_words import Problem
from azmodels_gui.storage.record import HeldBack
from azmodels_gui.storage.refresh import Outcome, Refresh, Refreshed
from azmodels_gui.storage.settings import Origin, RefreshSettings, Source
from azmodels_gui.storage.store import CatalogStore, KeptCatalog
from azmodels_gui.storage.trust import Trust
from azmodels_gui.storage.watch import Watch
from azmodels_gui.window.background import BackgroundTask, parts_of, window_first
from azmodels_gui.window.surroundings import CurrentCatalog

__all__ = [
    "CatalogRefresh",
    "Changes",
    "HeldBack",
    "KeptCatalog",
    "Origin",
    "Outcome",
    "Problem",
    "RefreshFailed",
    "RefreshSettings",
    "Refreshed",
    "Source",
    "Trust",
]
"""Views may not import `storage`: these are the values they get from here."""

MakeRefresh = Callable[[CatalogStore, Source], Refresh]
PROGRESS_EVERY_BYTES = 64 * 1024


@dataclass(frozen=True)
class _Made:
    """What a run brought back from the other thread."""

    refreshed: Refreshed | None = None
    index: CatalogIndex | None = None
    compared: Changes | None = None


class CatalogRefresh(QObject):
    """One attempt at a time; what is asked for while one runs is ignored.

    Signals:
        running_changed: True when a run starts, False when it ends; a busy sign and a Cancel
            button follow it.
        progressed: bytes received and bytes announced (None: the server does not say).
        refreshed: a `Refreshed`, after the new catalogue, if any, is on show.
        failed: a `RefreshFailed` (`told` is for the status bar) or another exception.
        compared: the `Changes` that `compare` was asked for.
        source_changed: the address or the keys are other ones.
    """

    running_changed = Signal(bool)
    progressed = Signal(object, object)
    refreshed = Signal(object)
    failed = Signal(object)
    compared = Signal(object)
    source_changed = Signal()

    def __init__(
        self,
        current: CurrentCatalog,
        store: CatalogStore,
        get_source: Callable[[], Source],
        make: MakeRefresh = Refresh,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._store = store
        self._get_source = get_source
        self._make = make
        self._job: Callable[[], _Made] = _Made
        self._cancelled = threading.Event()
        self._automatic = False
        self._released: list[object] = []
        self._task = BackgroundTask(self._run, self)
        self._releasing = BackgroundTask(self._release, self)
        self._task.running_changed.connect(self.running_changed)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self.failed)

    @property
    def running(self) -> bool:
        """Tell whether a run is under way."""
        return self._task.running

    @property
    def automatic(self) -> bool:
        """Tell whether the present, else the last run was started by the clock, not by the user."""
        return self._automatic

    @property
    def source(self) -> Source:
        """Where catalogues come from.

        Raises:
            RefreshFailed: the settings cannot be used; a run would fail with it.
        """
        return self._get_source()

    @property
    def trust(self) -> Trust:
        """What is known of the origin of the saved catalogue in use."""
        keys = self._get_source().keys
        return self._store.trust(self._store.in_use(keys), keys)

    @property
    def held_back(self) -> HeldBack | None:
        """What waits for the user's decision, also from an earlier run of the program."""
        return self._store.record().held_back

    def history(self) -> tuple[KeptCatalog, ...]:
        """Return what can be gone back to, the newest first.

        Raises:
            RefreshFailed: the settings cannot be used.
        """
        return self._store.history(self._get_source().keys)

    def set_source_changed(self) -> None:
        """Tell that the settings were changed; the next run uses them."""
        self.source_changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Ask the address that is set."""
        self._start(self._ask)

    @Slot()
    def refresh_by_itself(self) -> None:
        """Ask the address because it is time to; `automatic` tells views to be discreet."""
        self._start(self._ask, automatic=True)

    def open_file(self, path: Path) -> None:
        """Take a file, dropped on the window or chosen; it passes the same checks."""

        def taken() -> _Made:
            prepared = self._prepared()
            return self._shown(prepared.from_file(path, self._held, self._watch(prepared)))

        self._start(taken)

    @Slot()
    def accept_held_back(self) -> None:
        """Take what was held back, as the user decided."""
        self._start(lambda: self._shown(self._prepared().accept_held_back(self._held)))

    def drop_held_back(self) -> None:
        """Forget what was held back, as the user decided.

        Raises:
            RefreshFailed: it still waits.
        """
        self._prepared().drop_held_back()

    def go_back(self, serial: int) -> None:
        """Put a kept catalogue in use again."""
        self._start(lambda: self._shown(self._prepared().go_back(serial, self._held)))

    def compare(self, serial: int) -> None:
        """Compare the catalogue on show with a kept one; `compared` brings the difference."""
        shown = self._current.catalog

        def compared() -> _Made:
            kept = read_kept(self._store, serial, in_pieces=True)
            return _Made(compared=changes(kept, shown))

        self._start(compared)

    @Slot()
    def cancel(self) -> None:
        """End the present run at once; it fails with `Problem.CANCELLED`."""
        self._cancelled.set()

    def _ask(self) -> _Made:
        prepared = self._prepared()
        return self._shown(prepared.from_address(self._held, self._watch(prepared)))

    def _watch(self, prepared: Refresh) -> Watch:
        return Watch(prepared.limits.total_s, self._told_progress(), self._cancelled)

    def _start(self, job: Callable[[], _Made], *, automatic: bool = False) -> None:
        if self.running:
            return
        self._automatic = automatic
        self._cancelled = threading.Event()
        self._job = job
        self._task.start()

    def _run(self) -> _Made:
        with window_first():
            return self._job()

    def _prepared(self) -> Refresh:
        return self._make(self._store, self._get_source())

    def _held(self) -> Catalog:
        return self._current.catalog

    def _told_progress(self) -> Callable[[int, int | None], None]:
        """Return what tells the window of progress, but not more often than it can show."""
        told = 0

        def tell(received: int, total: int | None) -> None:
            nonlocal told
            if received - told >= PROGRESS_EVERY_BYTES or received == total:
                told = received
                self.progressed.emit(received, total)

        return tell

    def _shown(self, refreshed: Refreshed) -> _Made:
        """Return the result with the index of its catalogue; in the other thread."""
        if refreshed.catalog is None:
            return _Made(refreshed)
        index = CatalogIndex(refreshed.catalog, self._current.today)
        index.prepare()
        unknown_facts(refreshed.catalog)  # counted now, so that the window need not
        return _Made(refreshed, index)

    @Slot(object)
    def _on_succeeded(self, made: _Made) -> None:
        if made.compared is not None:
            self.compared.emit(made.compared)
            return
        if made.index is not None:
            self._released.extend(parts_of(self._current.index))
            self._current.show_index(made.index)
            self._releasing.start()
        self.refreshed.emit(made.refreshed)

    def _release(self) -> None:
        let_go(self._released)
