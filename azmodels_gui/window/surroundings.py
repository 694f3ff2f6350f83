# SPDX-License-Identifier: MIT
"""What the window is given from outside."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QUrl, Signal

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import ReadResource


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


ReadFile = Callable[[Path], bytes]
"""Reads a file, or raises a `ToldError`."""
WriteFile = Callable[[Path, bytes], object]
"""Writes a file whole or not at all, or raises a `ToldError`."""
KeepLoad = Callable[[str, bytes], object]
"""Keeps a load profile under its hash, for the next start, or raises a `ToldError`."""
KeptLoad = Callable[[str], bytes]
"""Returns what is kept under a hash, or raises a `ToldError`."""


class Surroundings(Struct, frozen=True):
    """Passed to whoever needs it, so that nothing is fetched from a global place."""

    current: CurrentCatalog
    """The catalogue on show and the day it is judged by."""
    theme: Theme
    open_url: Callable[[QUrl], object]
    """Opens a page in the browser."""
    read_resource: ReadResource
    """Returns the bytes of a file that comes with the program."""
    write_file: WriteFile
    """Saves what the user exports."""
    read_file: ReadFile
    """Reads what the user opens, up to a sensible size."""
    keep_load: KeepLoad
    kept_load: KeptLoad
    client: OpenClient
    """The client whose file is open, if one is."""
    company_brand: Path | None = None
    """The house style that the company rolled out; None: it did not."""
