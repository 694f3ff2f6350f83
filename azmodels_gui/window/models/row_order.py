# SPDX-License-Identifier: MIT
"""All rows of a catalogue in the order of a column; computed when first asked for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.columns import COLUMNS


class RowOrders:
    """Keeps the orders of a catalogue, so that a keystroke does not sort again."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._orders: dict[tuple[int, bool], list[int]] = {}

    def set_context(self, context: CellContext) -> None:
        """Forget the orders that a change of language, place or catalogue makes wrong."""
        only_place = (
            context.index is self._context.index and context.language is self._context.language
        )
        self._context = context
        self._orders = {
            key: order
            for key, order in self._orders.items()
            if only_place and not COLUMNS[key[0]].by_place
        }

    def order(self, column: int, direction: Qt.SortOrder) -> Sequence[int]:
        """Return all rows by a column; without one, the newest usable versions first.

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
