# SPDX-License-Identifier: MIT
"""The map among the views of the Regions page, with the way from a dot to the filter."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.query import Facet
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.map_view import MapView
from azmodels_gui.window.regions.paper import map_paper
from azmodels_gui.window.regions.region_part import RegionPart
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.regions.starting_place import starting_place
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled


class MapPart(RegionPart):
    """A view of the Regions page (`RegionPart`); presented, it can show one model alone."""

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        super().__init__()
        self._history = parts.history
        self._scope = scope
        self._language = language
        self._region = ""
        self._alone: Entry | None = None
        self.view = MapView(parts.around, language)
        territory = QLocale.territoryToCode(QLocale.system().territory())
        first = starting_place(parts.history.query, scope.index.catalog, territory)
        self.view.map.motion.show_place(first)
        self.head, self.chosen = plain_label(), plain_label()
        self.page_button, self.filter_button = QPushButton(), QPushButton()
        self.foot = QFrame()
        self._build()
        self._connect()
        self.page_button.setText(tr("&About this region"))
        self.filter_button.setText(tr("Filter by &this region"))
        self._tell()
        self.show_scope(scope)

    def show_scope(self, scope: RegionScope) -> None:
        """Count other entries or deployment types."""
        self._scope = scope
        entries = tuple(scope.entry(row) for row in range(len(scope.rows)))
        if self._alone is not None and self._alone in entries:
            scope = replace(scope, rows=(scope.rows[entries.index(self._alone)],))
            entries = (self._alone,)
        kinds = (scope.deployment_type,) if scope.deployment_type else ()
        self.view.show_entries(entries, scope.index, kinds, scope.as_of)
        self._tell()

    def show_region(self, region: str) -> None:
        """Put a ring around a region; empty: around none."""
        self._region = region
        self.view.show_region(region)
        self._tell()

    def set_presenting(self, presenting: bool) -> None:
        """Leave out the buttons and say on top what is counted, or put it all back."""
        self.view.set_presenting(presenting)
        self.foot.setVisible(not presenting)
        self.head.setVisible(presenting)
        if not presenting:
            self._alone = None
        self.show_scope(self._scope)

    def current_entry(self) -> EntryKey | None:
        """Return the entry that is shown alone."""
        return None if self._alone is None else self._alone.key

    def go_to(self, key: EntryKey) -> bool:
        """Show one entry alone; False if it is not on show."""
        entries = (self._scope.entry(row) for row in range(len(self._scope.rows)))
        found = next((entry for entry in entries if entry.key == key), None)
        if found is not None:
            self._alone = found
            self.show_scope(self._scope)
        return found is not None

    def print_preview(self) -> None:
        """Open the preview of the map on one page."""
        from azmodels_gui.window.regions.paper_preview import preview

        preview(self.sheet(), self, landscape=True)

    def sheet(self) -> Sheet:
        """Return the map for paper."""
        scope = self._scope
        order = SheetOrder(scope.index.catalog, scope.index.today, self._language)
        view = self.view
        return map_paper(view.caption_title(), view.on_page(), scope.sources, order)

    def state(self) -> PageState:
        """Return what the view would like to remember."""
        return self.view.state()

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""
        self.view.restore(state)

    def _build(self) -> None:
        self.head.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self.head.hide()
        self.foot.setObjectName("matrix_foot")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        row.setSpacing(SPACE_S)
        row.addWidget(self.chosen, 1)
        row.addWidget(self.page_button)
        row.addWidget(self.filter_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.view.region_asked.connect(self.region_asked)
        self.view.state_changed.connect(self.state_changed)
        self.view.news.connect(self.news)
        self.page_button.clicked.connect(self._on_page)
        self.filter_button.clicked.connect(self._on_filter)

    def _tell(self) -> None:
        """Name the chosen region, and on a projector what is counted."""
        regions = self._scope.index.catalog.regions
        region = next((each for each in regions if each.id == self._region), None)
        words = tr("Click a dot to choose a region.") if region is None else region.name
        self.chosen.setText(words)
        for button in (self.page_button, self.filter_button):
            button.setEnabled(region is not None)
        self._show_head(self.head)

    def _show_head(self, head: QLabel) -> None:
        head.setText(self.view.caption_title())
        head.setFont(scaled(self.font(), 1.0, bold=True))

    @Slot()
    def _on_page(self) -> None:
        self.page_asked.emit(self._region)

    @Slot()
    def _on_filter(self) -> None:
        query = self._history.query
        self._history.change(query.with_values(Facet.REGIONS, frozenset({self._region})))

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.view.map.setFocus(reason)
