# SPDX-License-Identifier: MIT
"""Refreshing with the user's and the company's settings, by hand and once a day."""

from datetime import datetime

from PySide6.QtCore import QObject

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
from azmodels_gui.window.catalog_refresh import CatalogRefresh, Source
from azmodels_gui.window.current_catalog import CurrentCatalog
from azmodels_gui.window.daily_check import DailyCheck


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
