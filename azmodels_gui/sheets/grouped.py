# SPDX-License-Identifier: MIT
"""Rows of texts in groups, for a tree on screen and for a file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.folding import fold, search_words


@dataclass(frozen=True)
class GroupedRow:
    """One line."""

    cells: tuple[str, ...]
    model: str = ""
    """Empty: it concerns no single model."""
    version: str | None = None
    """None: all versions of the model."""
    tone: str = ""
    """`good`, `warn`, `bad`; empty: none."""
    sources: tuple[str, ...] = ()
    """Ids of the documents behind it, which the last cell names."""

    @cached_property
    def folded(self) -> str:
        """What a search looks at."""
        return fold(" ".join(self.cells))


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
    text: str = ""
    """Words that all stand somewhere in the line."""


def filtered(groups: Iterable[RowGroup], wanted: RowFilter) -> tuple[RowGroup, ...]:
    """Return the groups with the lines that fit; empty groups are left out."""
    words = search_words(wanted.text)
    keys = wanted.entries
    models = None if keys is None else {model for model, _ in keys}

    def fits(row: GroupedRow) -> bool:
        if models is not None and keys is not None:
            named = (row.model, row.version) in keys if row.version else row.model in models
            if not named:
                return False
        return all(word in row.folded for word in words)

    found = (replace(group, rows=tuple(filter(fits, group.rows))) for group in groups)
    return tuple(group for group in found if group.rows)
