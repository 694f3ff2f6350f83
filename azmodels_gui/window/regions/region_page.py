# SPDX-License-Identifier: MIT
"""The page of one region: on the screen, and on paper with day, catalogue and sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from azmodels_gui.cartography.viewport import project
from azmodels_gui.catalog.document import Entry, Region
from azmodels_gui.catalog.region_counts import region_counts
from azmodels_gui.catalog.synonyms import region_words
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Block as SheetBlock
from azmodels_gui.sheets.sheet import Column, Group, Part, Row, Sentence, Sheet, SheetKind, Text
from azmodels_gui.sheets.sheet import Table as SheetTable
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.pane import FactTreeView, Pane
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.document_view import REGION_SCHEME, reading_width_px
from azmodels_gui.window.regions.land import land_of
from azmodels_gui.window.regions.region_blocks import region_blocks
from azmodels_gui.window.regions.region_lines import (
    Block,
    EntryGroup,
    EntryLine,
    Facts,
    Heading,
    LineKeys,
    Note,
    Paragraph,
    RegionLink,
    RegionOnShow,
    Table,
)
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.theme import SPACE_M, SPACE_S, Theme, Tone
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.link_label import LinkLabel

CHOOSER_PX = 420
"""As wide as the longest name of a region, and no wider than is read at a glance."""


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
        self._keys.clear()
        self._replace(partial(self._add_all, shown))

    def _add_all(self, shown: RegionOnShow) -> None:
        for block in region_blocks(shown):
            self._add(block)
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


class RegionPagePart(RegionPart):
    """A chooser above, the region below: with all entries of the catalogue and no filter.

    Attributes:
        is_disputed: tells whether a region's published place is not in its country.
    """

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        self._land = land_of(parts.around)
        self.is_disputed: Callable[[Region], bool] = self._has_disputed_place
        self._region_id = _first_region(scope)
        self.label, self.chooser = QLabel(tr("&Region")), ChoiceField(searchable=True)
        self.pane = RegionPane(self._theme)
        self.label.setBuddy(self.chooser)
        self.chooser.setMaximumWidth(CHOOSER_PX)
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        head = row(self.label, (self.chooser, 1), 1, gap=SPACE_S, edges=edges)
        column(head, (self.pane, 1), within=self)
        self.setFocusProxy(self.chooser)
        self.chooser.setAccessibleName(tr("Region on show"))
        self.pane.setAccessibleName(tr("About the region"))
        self._follow_catalog()
        self.chooser.edited.connect(self._on_chosen)
        self.pane.region_asked.connect(self._on_region)
        self.pane.entry_asked.connect(self.entry_asked)
        self.pane.link_asked.connect(self.link_asked)

    @property
    def region(self) -> Region | None:
        """The region on show; None: the catalogue has none of that id."""
        regions = self._scope.index.catalog.regions
        return next((each for each in regions if each.id == self._region_id), None)

    def tell_anew(self) -> None:
        """Say again what the open client's subscription lists."""
        self._write()

    def show_region(self, region: str) -> None:
        """Show a region; one the catalogue does not have changes nothing."""
        if region == self._region_id or not self._has(region):
            return
        self._region_id = region
        self.chooser.show_choice(region)
        self._write()
        self.pane.verticalScrollBar().setValue(0)
        self.state_changed.emit()

    def paper(self) -> Callable[[], Sheet] | None:
        """Return what makes the page for paper; None without a region."""
        region = self.region
        if region is None:
            return None
        shown, entries, order = self._shown(region), self._scope.index.entries, self._order
        return lambda: region_paper(region, region_blocks(shown), entries, order)

    def state(self) -> PageState:
        """Return what to remember."""
        return {"region": self._region_id}

    def restore(self, state: PageState) -> None:
        """Show the remembered region, if there still is one."""
        self.show_region(str(state.get("region")))

    def _follow_catalog(self) -> None:
        """Offer the regions, and show the first where that on show is gone."""
        regions = sorted(self._scope.index.catalog.regions, key=lambda region: region.name)
        self.chooser.find_also({region.id: region_words(region) for region in regions})
        self.chooser.set_choices((region.id, region.name) for region in regions)
        if not self._has(self._region_id):
            self._region_id = regions[0].id if regions else ""
        self.chooser.show_choice(self._region_id)
        self._write()

    def _has(self, region_id: str) -> bool:
        return any(region.id == region_id for region in self._scope.index.catalog.regions)

    def _write(self) -> None:
        region = self.region
        if region is not None:
            self.pane.show_region(self._shown(region))

    def _shown(self, region: Region) -> RegionOnShow:
        context = CellContext(self._scope.index, self._language)
        return RegionOnShow(region, context, self.is_disputed)

    @Slot()
    def _on_chosen(self) -> None:
        self._on_region(self.chooser.choice())

    @Slot(str)
    def _on_region(self, region_id: str) -> None:
        self.show_region(region_id)
        self.region_asked.emit(region_id)

    def _has_disputed_place(self, region: Region) -> bool:
        latitude, longitude = region.latitude, region.longitude
        if latitude is None or longitude is None:
            return False
        return self._land.stand_in(region.geography, project(longitude, latitude)) is not None


def _first_region(scope: RegionScope) -> str:
    """Return the region to begin with: one the filter asks for, or the one with most offers."""
    if scope.marked:
        return min(scope.marked)
    counts = region_counts(scope.index.entries, scope.index.catalog)
    return max(sorted(counts), key=lambda region: counts[region].offered, default="")


def region_paper(
    region: Region, blocks: Iterable[Block], entries: Iterable[Entry], order: SheetOrder
) -> Sheet:
    """Return the page of a region; what folds on the screen is unfolded.

    Args:
        region: what it is about.
        blocks: what the page says, in the language of the window, which is that of the order.
        entries: whose offers it tells.
    """
    offers = (offer for entry in entries for offer in entry.version.offers)
    told = (source for offer in offers for source in offer.sources)
    sources = tuple(dict.fromkeys(filter(None, (region.source, *told))))
    content = Content(
        SheetKind.COVERAGE,
        region.name,
        tuple(_parts(blocks, order)),
        assumptions=(
            Sentence(order.words("assume_offered"), sources),
            Sentence(order.words("assume_global")),
        ),
        dates=order.dates(entries),
    )
    return framed(content, order)


def _parts(blocks: Iterable[Block], order: SheetOrder) -> Iterator[Part]:
    """Yield a part for each heading, and what stands under it."""
    heading, below = "", list[SheetBlock]()
    for block in blocks:
        if isinstance(block, Heading):
            if below:
                yield Part(heading, heading, tuple(below))
            heading, below = block.text, []
        else:
            below.append(_written(block, order))
    if heading or below:
        yield Part(heading, heading, tuple(below))


def _written(block: Block, order: SheetOrder) -> SheetBlock:
    match block:
        case Paragraph():
            return _said(block.text, warning=block.tone is Tone.WARN)
        case Note():
            return _said(block.text, warning=True)
        case RegionLink():
            return _said(block.region.name)
        case Facts():
            rows = tuple(
                Row(fact.name, fact.name, (order.cells.text(fact.text),)) for fact in block.facts
            )
            return SheetTable(tr("Region"), (Column(""),), (Group("facts", "", rows),))
        case Table():
            columns = tuple(Column(words) for words in block.headers[1:])
            groups = tuple(_group(group, block.headers, order) for group in block.groups)
            return SheetTable(block.headers[0], columns, groups)
        case _:
            raise TypeError(f"no paper for {block!r}")


def _said(text: str, *, warning: bool = False) -> Text:
    return Text((Sentence(text, warning=warning),))


def _group(group: EntryGroup, headers: Sequence[str], order: SheetOrder) -> Group:
    name, *figures = group.head.row.cells
    counts = (
        f"{header}: {figure}"
        for header, figure in zip(headers[1:], figures, strict=False)
        if figure
    )
    told = ", ".join(counts)
    heading = f"{name} – {told}" if told else name
    return Group(name, heading, tuple(_row(line, len(headers) - 1, order) for line in group.lines))


def _row(line: EntryLine, columns: int, order: SheetOrder) -> Row:
    name, *cells = line.row.cells
    empty = [""] * (columns - len(cells))
    told = tuple(map(order.cells.text, (*cells, *empty)))
    return Row(name, name, told[:columns])
