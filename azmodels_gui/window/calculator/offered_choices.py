# SPDX-License-Identifier: MIT
"""What a field of choices offers: values with their words, and what else they are found by."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from azmodels_gui.catalog.folding import fold
from azmodels_gui.window.model_index import NO_PARENT, Index

FOUND_BY = Qt.ItemDataRole.UserRole + 1
"""All that a choice is found by."""


class OfferedChoices(QAbstractListModel):
    """Values with their words; a list of items would be made for each field, of which few are seen.

    Attributes:
        choices: each value with its words.
        also: further words that a value is found by.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[tuple[str, str], ...] = ()
        self.also: Mapping[str, Iterable[str]] = {}

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other values."""
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        value, words = self.choices[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return words
            case Qt.ItemDataRole.UserRole:
                return value
            case found if found == FOUND_BY:
                found_by = (words, *self.also.get(value, ()))
                return "\n".join((*found_by, *map(fold, found_by)))
        return None
