# SPDX-License-Identifier: MIT
"""Views of the Regions page that are read: one region, and the data zones."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from azmodels_gui.cartography.equal_earth import project
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.region_counts import region_counts
from azmodels_gui.language.shown import tr
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.regions.land_of import land_of
from azmodels_gui.window.regions.paper import paper_text
from azmodels_gui.window.regions.region_part import RegionPart
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.regions.region_view import RegionView
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


class RegionPagePart(RegionView):
    """The page of one region, with all entries of the catalogue and no filter."""

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        self._land = land_of(parts.around)
        super().__init__(parts.around.theme, scope.index, language, self._has_disputed_place)
        self.setFocusProxy(self.chooser)
        self.show_region(_first_region(scope))

    def show_scope(self, scope: RegionScope) -> None:
        """Follow the catalogue."""
        if scope.index is not self._index:
            self.set_index(scope.index)

    def _has_disputed_place(self, region: Region) -> bool:
        latitude, longitude = region.latitude, region.longitude
        if latitude is None or longitude is None:
            return False
        return self._land.stand_in(region.geography, project(longitude, latitude)) is not None

    def print_preview(self) -> None:
        """Open the preview of the page."""
        from azmodels_gui.window.regions.paper_preview import preview_text

        preview_text(self.chooser.currentText(), self.printable(), self)


def _first_region(scope: RegionScope) -> str:
    """Return the region to begin with: one the filter asks for, or the one with most offers."""
    if scope.marked:
        return min(scope.marked)
    counts = region_counts(scope.index.entries, scope.index.catalog)
    return max(sorted(counts), key=lambda region: counts[region].offered, default="")


class ZonesPart(RegionPart):
    """The data zones explained, whatever is chosen."""

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        super().__init__()
        self._index = scope.index
        self.view = ZonesView(parts.around.theme, scope.index, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.region_asked.connect(self.region_asked)
        self.view.link_asked.connect(self.link_asked)

    def show_scope(self, scope: RegionScope) -> None:
        """Follow the catalogue."""
        if scope.index is not self._index:
            self._index = scope.index
            self.view.set_index(scope.index)

    def print_preview(self) -> None:
        """Open the preview of the text."""
        from azmodels_gui.window.regions.paper_preview import preview_text

        preview_text(self.view.accessibleName(), self.view.printable(), self)
