# SPDX-License-Identifier: MIT
"""Entries as lines under headings that fold, and which line stands for which entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow


@dataclass(frozen=True)
class EntryLine:
    """One line; `key` is the entry it is about, or None."""

    row: FactRow
    key: EntryKey | None = None


@dataclass(frozen=True)
class EntryGroup:
    """A heading and the lines below."""

    head: EntryLine
    lines: tuple[EntryLine, ...] = ()
    opened: bool = False


@dataclass
class LineKeys:
    """Finds the entry of a line in a `FactTreeView` that shows the groups."""

    _keys: dict[tuple[int, int], EntryKey | None] = field(default_factory=dict)

    def take(self, groups: Sequence[EntryGroup]) -> list[FactGroup]:
        """Remember the entries and return what the view shows."""
        for at, group in enumerate(groups):
            self._keys[(-1, at)] = group.head.key
            self._keys.update({(at, line): each.key for line, each in enumerate(group.lines)})
        return [
            FactGroup(group.head.row, tuple(line.row for line in group.lines), group.opened)
            for group in groups
        ]

    def key_at(self, index: QModelIndex) -> EntryKey | None:
        """Return the entry of a line; None: it is about none."""
        parent = index.parent()
        return self._keys.get((parent.row() if parent.isValid() else -1, index.row()))


def plain_lines(rows: Iterable[FactRow]) -> tuple[EntryLine, ...]:
    """Return lines that are about no entry."""
    return tuple(EntryLine(row) for row in rows)
