# SPDX-License-Identifier: MIT
"""Views of the Regions page that are read: one region, and the data zones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from azmodels_gui.cartography.equal_earth import project
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.region_counts import region_counts
from azmodels_gui.qtmodels.region_scope import RegionScope
from azmodels_gui.views.pages.page import PageParts, PageState
from azmodels_gui.views.regions.land_of import land_of
from azmodels_gui.views.regions.region_view import RegionView
from azmodels_gui.views.regions.zones_view import ZonesView


class RegionPagePart(RegionView):
    """The page of one region as a `RegionPart`: all entries of the catalogue, no filter.

    Signals:
        news: never: the page says nothing in passing.
    """

    news = Signal(str)

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        self._land = land_of(parts.around)
        super().__init__(parts.around.theme, scope.index, language, self._has_disputed_place)
        self.setFocusProxy(self.chooser)
        self.show_region(_first_region(scope))

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def show_scope(self, scope: RegionScope) -> None:
        """Follow the catalogue."""
        if scope.index is not self._index:
            self.set_index(scope.index)

    def set_presenting(self, presenting: bool) -> None:
        """Stay: the chooser names the region."""

    def current_entry(self) -> EntryKey | None:
        """Return nothing: no entry stands out."""
        return None

    def go_to(self, _key: EntryKey) -> bool:
        """Tell that no entry can stand out."""
        return False

    def table(self) -> None:
        """Return nothing: the page is several tables."""

    def _has_disputed_place(self, region: Region) -> bool:
        latitude, longitude = region.latitude, region.longitude
        if latitude is None or longitude is None:
            return False
        return self._land.stand_in(region.geography, project(longitude, latitude)) is not None

    def print_preview(self) -> None:
        """Open the preview of the page."""
        from azmodels_gui.views.regions.paper_preview import preview_text

        preview_text(self.chooser.currentText(), self.printable(), self)


def _first_region(scope: RegionScope) -> str:
    """Return the region to begin with: one the filter asks for, or the one with most offers."""
    if scope.marked:
        return min(scope.marked)
    counts = region_counts(scope.index.entries, scope.index.catalog)
    return max(sorted(counts), key=lambda region: counts[region].offered, default="")


class ZonesPart(ZonesView):
    """The data zones as a `RegionPart`.

    Signals:
        entry_asked: never: no entry is named.
        news: never: the page says nothing in passing.
        state_changed: never: there is nothing to remember.
    """

    entry_asked = Signal(object)
    news = Signal(str)
    state_changed = Signal()

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        super().__init__(parts.around.theme, scope.index, language)

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def show_scope(self, scope: RegionScope) -> None:
        """Follow the catalogue."""
        if scope.index is not self._index:
            self.set_index(scope.index)

    def show_region(self, region: str) -> None:
        """Stay: the page is about all zones."""

    def set_presenting(self, presenting: bool) -> None:
        """Stay: there is nothing around the text."""

    def current_entry(self) -> EntryKey | None:
        """Return nothing: no entry stands out."""
        return None

    def go_to(self, _key: EntryKey) -> bool:
        """Tell that no entry can stand out."""
        return False

    def table(self) -> None:
        """Return nothing: the page is a text."""

    def print_preview(self) -> None:
        """Open the preview of the text."""
        from azmodels_gui.views.regions.paper_preview import preview_text

        preview_text(self.accessibleName(), self.printable(), self)

    def state(self) -> PageState:
        """Return nothing to remember."""
        return {}

    def restore(self, state: PageState) -> None:
        """Stay: there is nothing to bring back."""
