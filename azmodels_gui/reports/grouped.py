# SPDX-License-Identifier: MIT
"""Rows of texts in groups, for a tree on screen and for a file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from azmodels_gui.catalog.entry import EntryKey


@dataclass(frozen=True)
class GroupedRow:
    """One line."""

    cells: tuple[str, ...]
    model: str = ""
    """Empty: it concerns no single model."""
    version: str | None = None
    """None: all versions of the model."""
    regions: frozenset[str] = frozenset()
    """Ids; empty: no region is named."""
    tone: str = ""
    """`good`, `warn`, `bad`; empty: none."""


@dataclass(frozen=True)
class RowGroup:
    """Lines under one heading."""

    id: str
    title: str
    rows: tuple[GroupedRow, ...]


@dataclass(frozen=True)
class RowFilter:
    """Which lines are shown."""

    entries: Collection[EntryKey] | None = None
    """None: all."""
    regions: frozenset[str] | None = None
    """Lines that name other regions only are left out; None: none is."""
    text: str = ""
    """Words that all stand somewhere in the line."""


def filtered(groups: Iterable[RowGroup], wanted: RowFilter) -> tuple[RowGroup, ...]:
    """Return the groups with the lines that fit; empty groups are left out."""
    words = wanted.text.casefold().split()
    keys = wanted.entries
    models = None if keys is None else {model for model, _ in keys}

    def fits(row: GroupedRow) -> bool:
        if models is not None and keys is not None:
            named = (row.model, row.version) in keys if row.version else row.model in models
            if not named:
                return False
        if wanted.regions is not None and row.regions and not row.regions & wanted.regions:
            return False
        line = " ".join(row.cells).casefold()
        return all(word in line for word in words)

    found = (replace(group, rows=tuple(filter(fits, group.rows))) for group in groups)
    return tuple(group for group in found if group.rows)
