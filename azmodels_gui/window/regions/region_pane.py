# SPDX-License-Identifier: MIT
"""Everything known of one region, on the screen."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent

from azmodels_gui.catalog.document import Region
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.fact_tree_view import FactTreeView
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.regions.alternative_blocks import alternative_blocks
from azmodels_gui.window.regions.blocks import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    RegionLink,
    Table,
)
from azmodels_gui.window.regions.entry_lines import LineKeys
from azmodels_gui.window.regions.price_blocks import price_blocks
from azmodels_gui.window.regions.reading_width import reading_width_px
from azmodels_gui.window.regions.region_blocks import RegionOnShow, fact_blocks, offer_blocks
from azmodels_gui.window.regions.rich_text import REGION_SCHEME
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.link_label import LinkLabel


def region_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the whole page of a region."""
    yield from fact_blocks(shown)
    yield from offer_blocks(shown)
    yield from alternative_blocks(shown)
    yield from price_blocks(shown)


class RegionPane(Pane):
    """Shows a region; lines of entries open them.

    Signals:
        region_asked: id of another region.
        entry_asked: key of an entry.
    """

    key = "region"
    region_asked = Signal(str)
    entry_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._keys: dict[FactTreeView, LineKeys] = {}

    def title(self) -> str:
        """Return the pane's title."""
        return tr("Region")

    def show_region(self, shown: RegionOnShow) -> None:
        """Replace the contents."""
        self._fresh_body()
        self._keys.clear()
        for block in region_blocks(shown):
            self._add(block)
        self._column.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        """Leave free on the right what would make lines too long to read."""
        beyond = self.viewport().width() - reading_width_px(self)
        self._column.setContentsMargins(SPACE_M, SPACE_S, max(SPACE_M, beyond), SPACE_M)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self.add_heading(block.text)
            case Paragraph():
                self.add_paragraph(block.text, tone=block.tone)
            case Note():
                self.add_note(block.text)
            case Facts():
                self.add_facts(block.facts)
            case RegionLink():
                self._add_region(block.region)
            case Table():
                self._add_entries(block)

    def _add_region(self, region: Region) -> None:
        link = LinkLabel(region.name, f"{REGION_SCHEME}:{region.id}", self._theme.tokens)
        link.link_asked.connect(self._on_region_link)
        self._column.addWidget(link)

    def _add_entries(self, table: Table) -> None:
        keys = LineKeys()
        view = self.add_table(table.name, table.headers, keys.take(table.groups))
        self._keys[view] = keys
        view.activated.connect(self._on_line)

    @Slot(QModelIndex)
    def _on_line(self, index: QModelIndex) -> None:
        view = self.sender()
        keys = self._keys.get(view) if isinstance(view, FactTreeView) else None
        key = None if keys is None else keys.key_at(index)
        if key is not None:
            self.entry_asked.emit(key)

    @Slot(QUrl)
    def _on_region_link(self, url: QUrl) -> None:
        self.region_asked.emit(url.path())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
