# SPDX-License-Identifier: MIT
"""The catalogue on show: one place that changes when a newer one arrives."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex


class CurrentCatalog(QObject):
    """Holds a catalogue with its index; both are replaced in one assignment.

    Signals:
        changed: the new `CatalogIndex`, after the swap.
    """

    changed = Signal(object)

    def __init__(self, catalog: Catalog, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = CatalogIndex(catalog, today)

    @property
    def index(self) -> CatalogIndex:
        """The index of the catalogue on show."""
        return self._index

    @property
    def catalog(self) -> Catalog:
        """The catalogue on show as it was published; `index.catalog` is its state of the day."""
        return self._index.published

    @property
    def today(self) -> date:
        """The day the catalogue is judged by."""
        return self._index.today

    def show(self, catalog: Catalog, today: date | None = None) -> None:
        """Put another catalogue on show.

        Args:
            catalog: what to show from now on.
            today: the day to judge it by; None keeps the day.
        """
        self.show_index(CatalogIndex(catalog, today or self._index.today))

    def show_index(self, index: CatalogIndex) -> None:
        """Put a catalogue on show whose index was made elsewhere, such as in the background."""
        self._index = index
        self.changed.emit(index)
