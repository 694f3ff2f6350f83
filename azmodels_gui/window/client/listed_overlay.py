# SPDX-License-Identifier: MIT
"""Puts what the open client's subscription lists beside the catalogue on show."""

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.window.step_history import QueryHistory
from azmodels_gui.window.surroundings import Surroundings


class ListedOverlay(QObject):
    """Follows the open client and the catalogue; the catalogue's own values stay as they are.

    Signals:
        changed: another listing stands beside the catalogue, or none does any more.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, history: QueryHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._history = around, history
        around.client.changed.connect(self.follow)
        around.current.changed.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Take what is listed now; a filter that asks for it is answered anew."""
        index = self._around.current.index
        told = self._around.client.told(index)
        if not index.take_listing(None if told is None else told.listing):
            return
        self.changed.emit()
        if self._history.query.listed_only:
            self._history.ask_again()
