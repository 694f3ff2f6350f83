# SPDX-License-Identifier: MIT
"""The Models page on a projector: table and details, without filters."""

from collections.abc import Iterable

from PySide6.QtWidgets import QSplitter, QWidget

from azmodels_gui.window.models.table_columns import TableColumns
from azmodels_gui.window.state import ColumnState
from azmodels_gui.window.widgets.tones import LARGER


class ModelsPresenting:
    """Puts filters away and gives the details more room, until `end`."""

    def __init__(
        self, columns: TableColumns, splitter: QSplitter, filters: Iterable[QWidget]
    ) -> None:
        self._columns = columns
        self._splitter = splitter
        self._states, self._sizes = columns.states(), splitter.sizes()
        self._hidden = [part for part in filters if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        columns.apply(
            ColumnState(each.id, round(each.width_px * LARGER), each.visible)
            for each in self._states
        )

    def end(self) -> None:
        """Put everything back."""
        for part in self._hidden:
            part.show()
        self._columns.apply(self._states)
        self._splitter.setSizes(self._sizes)
