# SPDX-License-Identifier: MIT
"""Refreshing, in the background, with the user's and the company's settings, by hand and daily.

A view calls a slot and waits for one of two signals. Nothing here blocks, and no failure
touches what is on show.
"""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from azmodels_gui.catalog.differences import Changes, changes
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.loading import let_go, unknown_facts
from azmodels_gui.storage.bundled import site_file
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.fetch import Watch
from azmodels_gui.storage.held import machine_store, read_kept
from azmodels_gui.storage.preferences import StateFile, forgiving_load
from azmodels_gui.storage.refresh import Outcome, Refresh, Refreshed, utc_now
from azmodels_gui.storage.settings import (
    Origin,
    RefreshSettings,
    Source,
    checked,
    chosen_source,
    settings_from,
    settings_values,
    site_settings,
    sure_settings,
    wait_for,
)
from azmodels_gui.storage.store import CatalogStore, HeldBack, KeptCatalog
from azmodels_gui.storage.trust import Trust
from azmodels_gui.window.background import (
    YOUNG_EVERY_MS,
    BackgroundTask,
    collect_young,
    parts_of,
    window_first,
)
from azmodels_gui.window.page import CurrentCatalog

__all__ = [
    "CatalogRefresh",
    "Changes",
    "DailyCheck",
    "HeldBack",
    "KeptCatalog",
    "Origin",
    "Outcome",
    "Problem",
    "RefreshFailed",
    "RefreshSettings",
    "Refreshed",
    "Refreshing",
    "Source",
    "Trust",
]
"""Views may not import `storage`: they get its values from here."""

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
        self._looking = QTimer(self, interval=YOUNG_EVERY_MS)
        self._looking.timeout.connect(collect_young)
        self._task.running_changed.connect(self._on_running)
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
        """Forget what was held back, as the user decided; the window waits for nobody meanwhile.

        Raises:
            RefreshFailed: it still waits.
        """
        self._prepared().drop_held_back(wait_s=0)

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

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if running:
            self._looking.start()
        else:
            self._looking.stop()

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


LATER = timedelta(hours=1)
"""After a look at a network that is metered or not there."""


def network_is_free() -> bool:
    """Tell whether there is a network that is not paid for by volume, as far as Qt can tell."""
    from PySide6.QtNetwork import QNetworkInformation  # only here: most starts never ask

    if not QNetworkInformation.loadDefaultBackend():
        return True
    network = QNetworkInformation.instance()
    offline = network.reachability() is QNetworkInformation.Reachability.Disconnected
    return not offline and not network.isMetered()


class DailyCheck(QObject):
    """Starts `refresh_by_itself` when it is time; `plan` again after settings change.

    Args:
        refresh: what to start.
        last_attempt: when one was made last, by any window.
        allowed: the user's setting, and whether there is an address.
        network_free: neither metered nor offline.
        now: the moment.
        chance: from 0 to 1, at random.
    """

    def __init__(
        self,
        refresh: CatalogRefresh,
        last_attempt: Callable[[], datetime | None],
        allowed: Callable[[], bool],
        network_free: Callable[[], bool] = network_is_free,
        now: Callable[[], datetime] = utc_now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        super().__init__(refresh)
        self._refresh = refresh
        self._last_attempt = last_attempt
        self._allowed = allowed
        self._network_free = network_free
        self._now = now
        self._chance = chance
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        refresh.running_changed.connect(self._on_running_changed)
        refresh.source_changed.connect(self.plan)

    @property
    def waiting(self) -> timedelta | None:
        """How long until the next look; None: there will be none."""
        if not self._timer.isActive():
            return None
        return timedelta(milliseconds=self._timer.remainingTime())

    @Slot()
    def plan(self) -> None:
        """Set the clock, or stop it where checking by itself is not allowed."""
        self._timer.stop()
        if self._allowed():
            self._wait(wait_for(self._now(), self._last_attempt(), self._chance()))

    def _wait(self, how_long: timedelta) -> None:
        self._timer.start(round(how_long.total_seconds() * 1_000))

    @Slot()
    def _on_time(self) -> None:
        """Look, unless another window did meanwhile or the network is not for it."""
        if not self._allowed():
            return
        due = wait_for(self._now(), self._last_attempt(), 0.0)
        if due > wait_for(self._now(), None, 1.0):
            self.plan()
        elif self._network_free():
            self._refresh.refresh_by_itself()
        else:
            self._wait(LATER)

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if not running:
            self.plan()


class Refreshing(QObject):
    """One for the program, whatever window shows what comes of it.

    Attributes:
        refresh: what runs, and says by signals what came of it.
    """

    def __init__(
        self, current: CurrentCatalog, file: StateFile, catalog_url: str | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._catalog_url = catalog_url
        self._store = machine_store()
        self.refresh = CatalogRefresh(current, self._store, self._source, parent=self)
        self._daily = DailyCheck(self.refresh, self._last_attempt, self._automatic)
        self._daily.plan()

    @property
    def settings(self) -> RefreshSettings:
        """The user's own settings, for the dialog."""
        values, _ = forgiving_load(self._file)
        return settings_from(values)

    @property
    def site(self) -> RefreshSettings:
        """What the company rolled out.

        Raises:
            RefreshFailed: its file cannot be understood.
        """
        return site_settings(site_file())

    def check(self, settings: RefreshSettings) -> None:
        """Look whether settings could be used.

        Raises:
            RefreshFailed: no address that may be asked, or a key that cannot be read.
        """
        chosen_source(settings, RefreshSettings())
        if settings.url.strip():
            checked(settings.url)

    def set_settings(self, settings: RefreshSettings) -> None:
        """Save the user's settings; the next refresh uses them.

        Raises:
            FileNotSaved: they are as they were.
        """
        self._file.save(settings_values(settings))
        self.refresh.source_changed.emit()

    def _source(self) -> Source:
        return chosen_source(
            sure_settings(self._file), site_settings(site_file()), self._catalog_url
        )

    def _automatic(self) -> bool:
        try:
            source = self._source()
        except RefreshFailed:
            return False
        return source.automatic and bool(source.url)

    def _last_attempt(self) -> datetime | None:
        return self._store.record().last_attempt
