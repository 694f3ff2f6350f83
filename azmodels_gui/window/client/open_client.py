# SPDX-License-Identifier: MIT
"""The client whose file is open. It reads and writes no file, and asks nobody anything."""

from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from azmodels_gui.window.step_history import StepHistory, Undoable

if TYPE_CHECKING:  # its form is checked by pydantic, which a start does without
    from azmodels_gui.catalog.document import EntryKey
    from azmodels_gui.catalog.index import CatalogIndex
    from azmodels_gui.clients.client import Client
    from azmodels_gui.clients.told import Told


class OpenClient(Undoable, QObject):
    """Holds the client as its file is to say, and the steps that led there.

    Signals:
        changed: another client is open, none is any more, or something of it has changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: StepHistory[Client | None] = StepHistory(None)
        self._path: Path | None = None
        self._told: tuple[CatalogIndex, Told] | None = None

    @property
    def client(self) -> "Client | None":
        """The client; None: no file is open."""
        return self.history.value

    @property
    def path(self) -> Path | None:
        """Where its file lies; None: no file is open."""
        return self._path

    def told(self, index: "CatalogIndex") -> "Told | None":
        """Return what the client's subscriptions tell beside a catalogue, formed once.

        None: no file is open, or nothing was told yet.
        """
        client = self.client
        if client is None or not client.tenant.told_anything:
            return None
        from azmodels_gui.clients.told import Told

        kept = self._told
        if kept is None or kept[0] is not index or kept[1].tenant is not client.tenant:
            kept = self._told = index, Told(client.tenant, index.catalog, index.today)
        return kept[1]

    def deployed(self, index: "CatalogIndex") -> "frozenset[EntryKey]":
        """Return the entries of a catalogue that the client's subscriptions run."""
        found = self.told(index)
        lines = () if found is None else found.deployments
        return frozenset(line.entry.key for line in lines if line.entry is not None)

    def open(self, client: "Client", path: Path) -> None:
        """Go on with a client whose file was read, or made; nothing can be taken back yet."""
        self._path = path
        self.history.begin_with(client)
        self.changed.emit()

    def move(self, path: Path) -> None:
        """Go on with the same client in another file; its steps stay."""
        self._path = path
        self.changed.emit()

    def close(self) -> None:
        """Go on without a client."""
        self._path = None
        self.history.begin_with(None)
        self.changed.emit()

    def change(self, client: "Client", kind: Hashable = None) -> None:
        """Go to a changed client as one step that can be taken back; an equal one is no step.

        Args:
            client: as it is to be.
            kind: what was changed: of one kind, one directly after the other, changes are one
                step; None: always a step of its own.

        Raises:
            RuntimeError: no file is open; a fault of the caller.
        """
        if self.client is None:
            raise RuntimeError("no client is open")
        if self.history.change(client, kind):
            self.changed.emit()

    def _show_step(self) -> None:
        self.changed.emit()
