# SPDX-License-Identifier: MIT
"""Lines of words, each formed when it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from azmodels_gui.window.model_index import NO_PARENT, Index


class ToldLines(QAbstractListModel):
    """As many lines as it is told; whoever shows them sets count and words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0
        self.words: Callable[[int], str] = str

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        return self.words(index.row())
