# SPDX-License-Identifier: MIT
"""Connects refreshing with the window: the settings, the status bar, the daily look."""

from datetime import datetime

from PySide6.QtCore import QObject, Slot

from azmodels_gui.app.arguments import Arguments
from azmodels_gui.catalog.changes_summary import summary
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.shown import tr
from azmodels_gui.qtmodels.catalog_refresh import (
    CatalogRefresh,
    Outcome,
    Problem,
    Refreshed,
    Source,
)
from azmodels_gui.qtmodels.daily_check import DailyCheck
from azmodels_gui.storage.address import checked
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.machine import machine_store
from azmodels_gui.storage.paths import site_file
from azmodels_gui.storage.preferences import StateFile, forgiving_load
from azmodels_gui.storage.settings import (
    RefreshSettings,
    chosen_source,
    settings_from,
    settings_values,
    site_settings,
)
from azmodels_gui.views.main_window import MainWindow
from azmodels_gui.views.refresh_commands import RefreshCommands
from azmodels_gui.views.surroundings import Surroundings


class Refreshing(QObject):
    """Owns the window's `CatalogRefresh` and says in the status bar what came of it.

    Attributes:
        refresh: what menus, the settings dialog and the page "What's new" work with.
        commands: what the user can do about it.
    """

    def __init__(
        self, window: MainWindow, around: Surroundings, arguments: Arguments, file: StateFile
    ) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._catalog_url = arguments.catalog_url
        self._store = machine_store()
        self.refresh = CatalogRefresh(around.current, self._store, self._source, parent=self)
        self._daily = DailyCheck(self.refresh, self._last_attempt, self._automatic)
        self.refresh.refreshed.connect(self._on_refreshed)
        self.refresh.failed.connect(self._on_failed)
        self.commands = RefreshCommands(window, self)
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

    @Slot(object)
    def _on_refreshed(self, done: Refreshed) -> None:
        if done.outcome is Outcome.HELD_BACK and done.held_back is not None:
            words = tr(
                "Catalogue {serial} is held back: {lost} of {total} offers would disappear. The "
                "catalogue on show stays."
            )
            waiting = done.held_back
            text = words.format(serial=waiting.serial, lost=waiting.lost, total=waiting.total)
        elif done.changes is None:
            text = "" if self.refresh.automatic else tr("The catalogue is up to date.")
        else:
            words = tr("Catalogue {serial}: {changes}")
            changes = summary(done.changes, self._window.language)
            text = words.format(serial=done.serial, changes=changes)
        if text:
            self._window.status.say(text)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Say what happened, what is shown and what to do; a look by itself fails quietly."""
        if self.refresh.automatic:
            return
        status = self._window.status
        if not isinstance(error, ToldError):
            status.say_problem(lambda: str(error))
        elif isinstance(error, RefreshFailed) and error.problem is Problem.CANCELLED:
            status.say(error.told(self._window.language))
        else:
            status.say_problem(lambda: error.told(self._window.language))
