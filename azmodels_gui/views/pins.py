# SPDX-License-Identifier: MIT
"""The entries the user has put aside to come back to."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.entry import EntryKey


class Pins(QObject):
    """Keys of pinned entries, in the order they were pinned.

    Signals:
        changed: another set of entries is pinned.
    """

    changed = Signal()

    def __init__(self, keys: Iterable[EntryKey] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = dict.fromkeys(keys)

    @property
    def keys(self) -> tuple[EntryKey, ...]:
        """The pinned entries."""
        return tuple(self._keys)

    def __contains__(self, key: EntryKey) -> bool:
        return key in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def toggle(self, keys: Iterable[EntryKey]) -> None:
        """Pin the entries; if all of them are pinned, unpin them."""
        asked = list(keys)
        if all(key in self._keys for key in asked):
            self._keys = {key: None for key in self._keys if key not in asked}
        else:
            self._keys |= dict.fromkeys(asked)
        if asked:
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Unpin everything."""
        if self._keys:
            self._keys = {}
            self.changed.emit()
