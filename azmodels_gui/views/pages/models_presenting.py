# SPDX-License-Identifier: MIT
"""The Models page on a projector: table and details, without filters."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from azmodels_gui.views.large_type import LARGER
from azmodels_gui.views.state import ColumnState

if TYPE_CHECKING:
    from azmodels_gui.views.pages.models_page import ModelsPage


class ModelsPresenting:
    """Puts filters away and gives the details more room, until `end`."""

    def __init__(self, page: "ModelsPage") -> None:
        self._page = page
        self._columns: tuple[ColumnState, ...] = page.view.columns.states()
        self._sizes = page.splitter.sizes()
        self._hidden: list[QWidget] = []
        for part in (page.panel, page.chips):
            if not part.isHidden():
                part.hide()
                self._hidden.append(part)
        page.view.columns.apply(
            ColumnState(each.id, round(each.width_px * LARGER), each.visible)
            for each in self._columns
        )

    def end(self) -> None:
        """Put everything back."""
        for part in self._hidden:
            part.show()
        self._page.view.columns.apply(self._columns)
        self._page.splitter.setSizes(self._sizes)
