# SPDX-License-Identifier: MIT
"""Views of the Regions page that are read: one region, and the data zones."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from azmodels_gui.cartography.equal_earth import project
from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.folding import fold
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.labels import SCOPES, label
from azmodels_gui.catalog.region_counts import region_counts
from azmodels_gui.catalog.residency import (
    NO_LEGAL_ADVICE,
    RESIDENCY,
    SCOPE_MEANINGS,
    SCOPE_SOURCE,
    CountryMembers,
    Definition,
    ZoneMembers,
    zone_members,
)
from azmodels_gui.catalog.synonyms import region_words
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Sheet
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.regions.land import land_of
from azmodels_gui.window.regions.paper import region_paper, zones_paper
from azmodels_gui.window.regions.paper_preview import preview
from azmodels_gui.window.regions.region_blocks import RegionOnShow, undisputed
from azmodels_gui.window.regions.region_pane import RegionPane, region_blocks
from azmodels_gui.window.regions.region_part import RegionPart
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.regions.rich_text import RichText
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tone

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

    def sheet(self) -> Sheet | None:
        """Return the page for paper; None without a region."""
        region, index = self.region, self._index
        if region is None:
            return None
        order = SheetOrder(index.catalog, index.today, self._language)
        return region_paper(region, region_blocks(self._shown(region)), index.entries, order)

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
        self.chooser.find_also({region.id: region_words(region) for region in regions})
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


def zones_text(catalog: Catalog, rich: RichText) -> str:
    """Return the whole page."""
    zones = [zone_members(zone, catalog) for zone in catalog.data_zones]
    parts = [
        rich.title(tr("Where is data processed, where stored?")),
        _scopes(catalog, rich),
        rich.note(rich.paragraph(NO_LEGAL_ADVICE.in_language(rich.language), Tone.WARN)),
        *(part for each in zones for part in _zone(each, rich)),
        *_remarks(catalog, rich),
    ]
    return rich.page(parts)


def _scopes(catalog: Catalog, rich: RichText) -> str:
    heads = (
        tr("Deployment"),
        tr("Prompts and answers are processed"),
        tr("Data is stored"),
        tr("What can be promised"),
    )
    rows = [
        (
            f"<b>{escape(label(SCOPES, scope.value))}</b>",
            *(
                escape(both.in_language(rich.language))
                for both in (meaning.processed, meaning.stored, meaning.keeps)
            ),
        )
        for scope, meaning in SCOPE_MEANINGS.items()
    ]
    return rich.table(heads, rows, (0, 33, 24, 33)) + _cited([SCOPE_SOURCE], catalog, rich)


def _zone(members: ZoneMembers, rich: RichText) -> Iterator[str]:
    yield rich.title(members.zone.name.in_language(rich.language))
    inside = tr("● Inside by every document")
    disputed = tr("! Documents disagree")
    cells = [
        rich.heading(words, tone) + _countries(some, rich)
        for words, tone, some in (
            (inside, Tone.GOOD, members.certain),
            (disputed, Tone.WARN, members.disputed),
        )
        if some
    ]
    if cells:
        yield rich.columns(cells)
    else:
        nothing = tr("The catalogue names no region of this zone.")
        yield rich.paragraph(nothing, Tone.MUTED)
    if members.definitions:
        yield _definitions(members.definitions, rich)
    if members.zone.note is not None:
        yield rich.paragraph(members.zone.note.in_language(rich.language), Tone.MUTED)


def _countries(members: Iterable[CountryMembers], rich: RichText) -> str:
    unknown = tr("country unknown")
    lines = []
    for each in members:
        name = unknown if each.country is None else each.country.name.in_language(rich.language)
        lines.append((fold(name), f"{escape(name)}: {rich.regions(each.regions)}"))
    return rich.block("<br>".join(told for _, told in sorted(lines)))


def _definitions(definitions: Iterable[Definition], rich: RichText) -> str:
    heads = (
        tr("What documents say of its countries"),
        tr("Documents and their dates"),
    )
    return rich.table(
        heads,
        (
            (
                escape(each.claim.in_language(rich.language)),
                "<br>".join(map(rich.source, each.sources)),
            )
            for each in definitions
        ),
        widths=(45, 55),
    )


def _remarks(catalog: Catalog, rich: RichText) -> Iterator[str]:
    notes = [note for note in catalog.notes if note.topic == RESIDENCY]
    if notes:
        yield rich.title(tr("To be known"))
    for note in notes:
        sources = rich.sources([note.source], catalog)
        told = escape(note.text.in_language(rich.language))
        yield rich.block(f"{told} ({sources})" if sources else told)


def _cited(ids: Iterable[str], catalog: Catalog, rich: RichText) -> str:
    sources = rich.sources(ids, catalog)
    return rich.block(sources) if sources else ""


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

    def sheet(self) -> Sheet:
        """Return the page for paper."""
        index = self._index
        return zones_paper(SheetOrder(index.catalog, index.today, self._language))

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
        sheet = self.sheet()
        if sheet is not None:
            preview(sheet, self)


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
        preview(self.view.sheet(), self)
