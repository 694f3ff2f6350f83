# SPDX-License-Identifier: MIT
"""The rows of the table of models: in which order, and in parts of which some can be folded."""

from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from azmodels_gui.catalog.bitmask import RowsInOrder
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.columns import COLUMNS

UNOFFERED, MAY_FIT = "unoffered", "may_fit"
FIRST_FOLDED = frozenset({MAY_FIT})
"""Parts that are folded until the user wants to see them."""
_ONE_UNOFFERED = N_("1 entry without a known offer")
_UNOFFERED = N_("{count} entries without a known offer")


class RowOrders:
    """Keeps the orders of a catalogue, so that a keystroke does not sort again."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._orders: dict[tuple[int, bool], list[int]] = {}

    def set_context(self, context: CellContext) -> None:
        """Forget the orders that another place or catalogue makes wrong."""
        only_place, self._context = context.index is self._context.index, context
        self._orders = {
            key: order
            for key, order in self._orders.items()
            if only_place and not COLUMNS[key[0]].by_place
        }

    def order(self, column: int, direction: Qt.SortOrder) -> Sequence[int]:
        """Return all rows by a column; without one, as `CatalogIndex.first_order`.

        Rows without a value come last in both directions; equal rows stay in the order
        of the catalogue.
        """
        if not 0 <= column < len(COLUMNS):
            return self._context.index.first_order
        key = (column, direction == Qt.SortOrder.DescendingOrder)
        if key not in self._orders:
            self._orders[key] = self._sorted(*key)
        return self._orders[key]

    def _sorted(self, column: int, descending: bool) -> list[int]:
        sort_key, context = COLUMNS[column].sort_key, self._context
        # One column's keys are all of one type; which one, only the column knows.
        keys: list[Any] = [sort_key(entry, context) for entry in context.index.entries]
        present = [row for row, key in enumerate(keys) if key is not None]
        missing = [row for row, key in enumerate(keys) if key is None]
        present.sort(key=keys.__getitem__, reverse=descending)
        return present + missing


class Part(NamedTuple):
    """Rows that belong together."""

    key: str
    rows: Sequence[int]
    """Counted in the catalogue."""


class ShownRows:
    """What fits, then parts of their own, each below a line that folds it.

    The first part has no line. A part without rows is left out.
    """

    def __init__(
        self, first: Sequence[int], parts: Iterable[Part], folded: Collection[str]
    ) -> None:
        self._first = first
        self._lines: dict[int, Part] = {}
        """The line's place on show, and the part below it."""
        self.folded = frozenset(folded)
        self._parts = tuple(part for part in parts if part.rows)
        self._place()

    def _place(self) -> None:
        self._lines.clear()
        self._length = len(self._first)
        for part in self._parts:
            self._lines[self._length] = part
            self._length += 1 if part.key in self.folded else 1 + len(part.rows)

    def __len__(self) -> int:
        return self._length

    @property
    def shows_entries(self) -> bool:
        """Tell whether there is more than lines."""
        return self._length > len(self._lines)

    def line_at(self, place: int) -> Part | None:
        """Return the part whose line is at a place."""
        return self._lines.get(place)

    def row_at(self, place: int) -> int | None:
        """Return the row of the catalogue at a place; None for a line."""
        if place < len(self._first):
            return self._first[place]
        for line, part in reversed(self._lines.items()):
            if place >= line:
                return None if place == line else part.rows[place - line - 1]
        return None

    def key_at(self, place: int) -> str:
        """Return the key of the part that a place belongs to; empty for the first."""
        if place < len(self._first):
            return ""
        return next((p.key for at, p in reversed(self._lines.items()) if place >= at), "")

    def places_of(self, wanted: Collection[int | None]) -> list[int]:
        """Return where rows of the catalogue are on show; those that are not are left out."""
        found = list(compress(range(len(self._first)), map(wanted.__contains__, self._first)))
        for line, part in self._lines.items():
            if part.key not in self.folded:
                below = range(line + 1, line + 1 + len(part.rows))
                found += compress(below, map(wanted.__contains__, part.rows))
        return found

    def fitting(self) -> list[int]:
        """Return the rows of all parts but the one that may fit."""
        parts = (part.rows for part in self._parts if part.key != MAY_FIT)
        return [*self._first, *(row for rows in parts for row in rows)]

    def fold(self, key: str, *, folded: bool) -> None:
        """Hide or show the rows of a part."""
        self.folded = self.folded | {key} if folded else self.folded - {key}
        self._place()


def shown_rows(
    result: QueryResult, order: Sequence[int], offered: int, folded: Collection[str]
) -> ShownRows:
    """Return what fits and has a known offer, then what fits without, then what may fit.

    Args:
        result: the answer of the catalogue.
        order: all rows.
        offered: the rows with a known offer, as a set of bits.
        folded: keys of the parts that are folded.
    """
    first, rest = result.mask & offered, result.mask & ~offered
    if not first:  # nothing to part it from
        first, rest = rest, 0
    parts = (
        Part(UNOFFERED, RowsInOrder((rest,), order)),
        Part(MAY_FIT, RowsInOrder((result.unknown_mask,), order)),
    )
    return ShownRows(RowsInOrder((first,), order), parts, folded)


def ranked_rows(result: QueryResult, folded: Collection[str]) -> ShownRows:
    """Return what fits, the best hits of the text first, then what may fit."""
    parts = (Part(MAY_FIT, result.unknown_by_rank()),)
    return ShownRows(result.rows_by_rank(), parts, folded)


def line_told(part: Part, result: QueryResult, language: str) -> str:
    """Return what the line above a part says."""
    if part.key == MAY_FIT:
        return unknown_told(result, language)
    count = formats.number(len(part.rows), language)
    return tr(_ONE_UNOFFERED if len(part.rows) == 1 else _UNOFFERED).format(count=count)
