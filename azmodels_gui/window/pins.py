# SPDX-License-Identifier: MIT
"""The entries the user has put aside to come back to."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.index import CatalogIndex


class Pins(QObject):
    """Keys of pinned entries, in the order they were pinned.

    Signals:
        changed: other entries are pinned, or in another order.
    """

    changed = Signal()

    def __init__(self, keys: Iterable[EntryKey] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = dict.fromkeys(keys)

    @property
    def keys(self) -> tuple[EntryKey, ...]:
        """The pinned entries."""
        return tuple(self._keys)

    def __contains__(self, key: object) -> bool:
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

    def set_order(self, keys: Iterable[EntryKey]) -> None:
        """Put the pinned entries into another order; those not named come last."""
        ordered = dict.fromkeys(key for key in keys if key in self._keys)
        self.pin_only(ordered | self._keys)

    def pin_only(self, keys: Iterable[EntryKey]) -> None:
        """Pin exactly these, in this order."""
        wanted = dict.fromkeys(keys)
        if list(wanted) != list(self._keys):
            self._keys = wanted
            self.changed.emit()

    def pin_named(self, names: Iterable[str], index: CatalogIndex) -> tuple[str, ...]:
        """Pin by model id, or by model id and version; return the names that nothing has."""
        named = {each.title: each.key for each in reversed(index.entries)}
        named |= {key[0]: key for key in named.values()}
        asked = list(names)
        self.pin_only((*self.keys, *(named[name] for name in asked if name in named)))
        return tuple(name for name in asked if name not in named)

    @Slot()
    def clear(self) -> None:
        """Unpin everything."""
        self.pin_only(())
