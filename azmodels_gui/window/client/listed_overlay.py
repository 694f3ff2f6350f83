# SPDX-License-Identifier: MIT
"""Puts what the open client's subscription lists beside the catalogue on show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.step_history import QueryHistory

if TYPE_CHECKING:
    from azmodels_gui.clients.told import Told


class ListedOverlay(QObject):
    """Follows the open client and the catalogue; the catalogue's own values stay as they are.

    Signals:
        changed: the subscription tells something else beside the catalogue, or nothing any more.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, history: QueryHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._history = around, history
        self._told: Told | None = None
        around.client.changed.connect(self.follow)
        around.current.changed.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Take what is told now; a filter that asks for what is listed is answered anew."""
        index = self._around.current.index
        told = self._around.client.told(index)
        listed = index.take_listing(None if told is None else told.listing)
        if told is self._told and not listed:
            return
        self._told = told
        self.changed.emit()
        if listed and self._history.query.listed_only:
            self._history.ask_again()
