# SPDX-License-Identifier: MIT
"""Refreshing with the user's and the company's settings, by hand and once a day."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from azmodels_gui.storage.bundled import site_file
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.machine import machine_store
from azmodels_gui.storage.preferences import StateFile, forgiving_load
from azmodels_gui.storage.refresh import utc_now
from azmodels_gui.storage.settings import (
    RefreshSettings,
    checked,
    chosen_source,
    settings_from,
    settings_values,
    site_settings,
    wait_for,
)
from azmodels_gui.window.catalog_refresh import CatalogRefresh, Source
from azmodels_gui.window.surroundings import CurrentCatalog

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
        self.refresh.set_source_changed()

    def _source(self) -> Source:
        return chosen_source(self.settings, site_settings(site_file()), self._catalog_url)

    def _automatic(self) -> bool:
        try:
            source = self._source()
        except RefreshFailed:
            return False
        return source.automatic and bool(source.url)

    def _last_attempt(self) -> datetime | None:
        return self._store.record().last_attempt
