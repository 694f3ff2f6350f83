# SPDX-License-Identifier: MIT
"""The page of one region: what it offers, its alternatives, its prices."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.shown import tr
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import PageState
from azmodels_gui.window.regions.paper import blocks_text, paper_text
from azmodels_gui.window.regions.region_blocks import RegionOnShow, undisputed
from azmodels_gui.window.regions.region_pane import RegionPane, region_blocks
from azmodels_gui.window.regions.region_part import RegionPart
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S

CHOOSER_PX = 420
"""As wide as the longest name of a region, and no wider than is read at a glance."""


class RegionView(RegionPart):
    """A chooser above, the region below."""

    def __init__(
        self,
        theme: Theme,
        index: CatalogIndex,
        language: str,
        is_disputed: Callable[[Region], bool] = undisputed,
    ) -> None:
        super().__init__()
        self._is_disputed = is_disputed
        self._index = index
        self._language = language
        self._region_id = ""
        self.label, self.chooser = QLabel(), ChoiceField(searchable=True)
        self.pane = RegionPane(theme)
        self._build()
        self.label.setText(tr("&Region"))
        self.chooser.setAccessibleName(tr("Region on show"))
        self.pane.setAccessibleName(tr("About the region"))
        self._fill()
        self._connect(theme)

    @property
    def region(self) -> Region | None:
        """The region on show; None: the catalogue has none of that id."""
        regions = self._index.catalog.regions
        return next((each for each in regions if each.id == self._region_id), None)

    def show_region(self, region_id: str) -> None:
        """Show a region; one the catalogue does not have changes nothing."""
        if region_id == self._region_id or not self._has(region_id):
            return
        self._region_id = region_id
        self.chooser.show_choice(region_id)
        self._write()
        self.pane.verticalScrollBar().setValue(0)
        self.state_changed.emit()

    def set_index(self, index: CatalogIndex) -> None:
        """Show the region as another catalogue has it."""
        self._index = index
        self._fill()

    def printable(self) -> str:
        """Return the page as rich text for paper; empty without a region."""
        region = self.region
        if region is None:
            return ""
        return blocks_text(
            region.name, region_blocks(self._shown(region)), paper_text(self._language)
        )

    def state(self) -> PageState:
        """Return what to remember."""
        return {"region": self._region_id}

    def restore(self, state: PageState) -> None:
        """Show the remembered region, if there still is one."""
        self.show_region(str(state.get("region")))

    def _build(self) -> None:
        self.label.setBuddy(self.chooser)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self.label)
        self.chooser.setMaximumWidth(CHOOSER_PX)
        row.addWidget(self.chooser, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pane, 1)

    def _connect(self, theme: Theme) -> None:
        self.chooser.edited.connect(self._on_chosen)
        self.pane.region_asked.connect(self._on_region)
        self.pane.entry_asked.connect(self.entry_asked)
        self.pane.link_asked.connect(self.link_asked)
        theme.changed.connect(self._write)

    def _fill(self) -> None:
        """Offer the regions, and show the first where that on show is gone."""
        regions = sorted(self._index.catalog.regions, key=lambda region: region.name)
        self.chooser.set_choices((region.id, region.name) for region in regions)
        if not self._has(self._region_id):
            self._region_id = regions[0].id if regions else ""
        self.chooser.show_choice(self._region_id)
        self._write()

    def _has(self, region_id: str) -> bool:
        return any(region.id == region_id for region in self._index.catalog.regions)

    @Slot()
    def _write(self) -> None:
        region = self.region
        if region is not None:
            self.pane.show_region(self._shown(region))

    def _shown(self, region: Region) -> RegionOnShow:
        context = CellContext(self._index, self._language)
        return RegionOnShow(region, context, self._is_disputed)

    @Slot()
    def _on_chosen(self) -> None:
        self._on_region(self.chooser.choice())

    @Slot(str)
    def _on_region(self, region_id: str) -> None:
        self.show_region(region_id)
        self.region_asked.emit(region_id)
