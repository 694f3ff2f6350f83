# SPDX-License-Identifier: MIT
"""The Models page on a projector: table and details, without filters."""

from PySide6.QtWidgets import QWidget

from azmodels_gui.window.models.table_columns import TableColumns
from azmodels_gui.window.state import ColumnState
from azmodels_gui.window.widgets.side_panels import SidePanels
from azmodels_gui.window.widgets.tones import LARGER


class ModelsPresenting:
    """Puts the chips away and makes columns wider, until `end`."""

    def __init__(self, columns: TableColumns, sides: SidePanels, chips: QWidget) -> None:
        self._columns = columns
        self._sides = sides
        self._states, self._sizes = columns.states(), sides.sizes()
        self._chips = None if chips.isHidden() else chips
        if self._chips is not None:
            self._chips.hide()
        columns.apply(
            ColumnState(each.id, round(each.width_px * LARGER), each.visible)
            for each in self._states
        )

    def end(self) -> None:
        """Put everything back."""
        if self._chips is not None:
            self._chips.show()
        self._columns.apply(self._states)
        self._sides.set_sizes(self._sizes)
