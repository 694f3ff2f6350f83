# SPDX-License-Identifier: MIT
"""The page that explains data zones, with sources and dates."""

from PySide6.QtCore import Slot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.regions.paper import paper_text
from azmodels_gui.window.regions.rich_text import RichText
from azmodels_gui.window.regions.zones_text import zones_text
from azmodels_gui.window.theme.theme import Theme


class ZonesView(DocumentView):
    """What global, data zone and regional mean, and which countries a zone has."""

    def __init__(self, theme: Theme, index: CatalogIndex, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._index = index
        self._language = language
        self.setAccessibleName(tr("Data zones explained"))
        self._write()
        theme.changed.connect(self._write)

    def set_index(self, index: CatalogIndex) -> None:
        """Explain the zones of another catalogue."""
        self._index = index
        self._write()

    def printable(self) -> str:
        """Return the page as rich text for paper."""
        return zones_text(self._index.catalog, paper_text(self._language))

    @Slot()
    def _write(self) -> None:
        rich = RichText(self._theme.tokens, self._language)
        self.show_html(zones_text(self._index.catalog, rich))
