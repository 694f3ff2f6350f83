# SPDX-License-Identifier: MIT
"""What a view of the Regions page is, and what it shows: the choice, and the entries it makes."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.bitmask import mask_of
from azmodels_gui.catalog.document import Entry, EntryKey, Region
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, date_told, offers_date
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import query_text
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.table import Table
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.step_history import Undoable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from azmodels_gui.sheets.sheet import Sheet
    from azmodels_gui.window.sheets.subject import Subject

FEW_ENTRIES = 40
"""The offers of more entries are dated as those of the whole catalogue, at no cost."""


class RegionOrder(StrEnum):
    """How regions are put side by side."""

    PLACE = "place"
    """By geography and data zone."""
    COUNT = "count"
    """By how many of the entries they offer, most first."""


@dataclass(frozen=True)
class RegionScope:
    """Given to every view of the page alike, and replaced as a whole."""

    index: CatalogIndex
    rows: tuple[int, ...] = ()
    """Rows of the catalogue, in the order they are shown."""
    deployment_type: str = ""
    """SKU name; empty: standard, provisioned and batch together."""
    order: RegionOrder = RegionOrder.PLACE
    every_region: bool = False
    """Also the regions in which nothing in the catalogue is offered."""
    marked: frozenset[str] = frozenset()
    """Regions that stand out: those the filter asks for."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Those on show, in their order."""
        return tuple(self.index.entries[row] for row in self.rows)

    @cached_property
    def mask(self) -> int:
        """The rows as a set."""
        return mask_of(self.rows, len(self.index.entries))

    @cached_property
    def as_of(self) -> FactDate | None:
        """How old the offers on show are; None: no date is known."""
        kind = self.deployment_type
        if len(self.rows) > FEW_ENTRIES:
            by_type, all_types = self.index.offer_dates, self.index.fact_dates
            return by_type.get(kind) if kind else all_types.get(FactKind.AVAILABILITY)
        offers = (
            offer
            for row in self.rows
            for offer in self.index.entries[row].version.offers
            if not kind or offer.deployment_type == kind
        )
        return offers_date(offers, self.index.source_dates)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources behind the offers on show, each once."""
        found = (
            source
            for row in self.rows
            for offer in self.index.entries[row].version.offers
            if not self.deployment_type or offer.deployment_type == self.deployment_type
            for source in offer.sources
        )
        return tuple(dict.fromkeys(found))

    def entry(self, row: int) -> Entry:
        """Return the entry of a shown row."""
        return self.index.entries[self.rows[row]]


class EntrySet(StrEnum):
    """Which entries stand in the rows."""

    FILTER = "filter"
    PINNED = "pinned"


@dataclass(frozen=True)
class RegionChoice:
    """The defaults are the first start."""

    entries: EntrySet | None = None
    """None: the pinned ones, if any were pinned when the page was first seen."""
    deployment_type: str = ""
    """SKU name; empty: standard, provisioned and batch together."""
    order: RegionOrder = RegionOrder.PLACE
    every_region: bool = False
    part: str = ""
    """Key of the view on show; empty: the first."""
    region: str = ""
    """Id of the chosen region; empty: none."""


class ScopeMaker:
    """Turns a choice into rows."""

    def __init__(self, parts: PageParts) -> None:
        self._parts = parts

    def first_set(self) -> EntrySet:
        """Return what to begin with where nothing was chosen."""
        return EntrySet.PINNED if self.pinned_count() else EntrySet.FILTER

    def scope(self, choice: RegionChoice) -> RegionScope:
        """Return what the views show: pins in their order, the filter's entries newest first."""
        index = self._parts.around.current.index
        query = self._parts.history.query
        return RegionScope(
            index,
            self._pinned(index) if choice.entries is EntrySet.PINNED else self._fitting(query),
            choice.deployment_type,
            choice.order,
            choice.every_region,
            query.regions,
        )

    def pinned_count(self) -> int:
        """Return how many pinned entries this catalogue holds."""
        return len(self._pinned(self._parts.around.current.index))

    def fitting_count(self) -> int:
        """Return how many entries fit the filter."""
        return self._parts.around.current.index.run(self._parts.history.query).count

    def _pinned(self, index: CatalogIndex) -> tuple[int, ...]:
        rows = (index.row_of(key) for key in self._parts.pins.keys)
        return tuple(row for row in rows if row is not None)

    def _fitting(self, query: CatalogQuery) -> tuple[int, ...]:
        index = self._parts.around.current.index
        return tuple(index.run(query).rows(index.first_order))


_CATALOG = N_("Catalogue {serial}, published {day}")
_FILTER = N_("Entries that fit the filter: {filter}")
_EVERYTHING = N_("All entries")
_PINNED = N_("Pinned entries")
_TYPE = N_("Deployment type: {name}")
_MEANING = N_(
    "“Unknown” means that no source speaks of it, not that it is not offered. Offered from a "
    "region is not the same as processed there: global deployments may process anywhere."
)
_NO_ADVICE = N_("No offer and no legal advice.")


def provenance(
    scope: RegionScope, query: CatalogQuery, choice: RegionChoice, language: str
) -> tuple[str, ...]:
    """Return notes for a table of the rows on show, its sources with their dates last."""
    context = CellContext(scope.index, language)
    catalog = scope.index.catalog
    day = formats.day(catalog.published, language)
    dated = "" if scope.as_of is None else date_told(FactKind.AVAILABILITY, scope.as_of, language)
    catalog_line = tr(_CATALOG).format(serial=catalog.serial, day=day)
    asked = asked_for(scope, query, choice, language)
    told = (context.source_line(each) for each in scope.sources)
    lines = (dated, catalog_line, *asked, tr(_MEANING), *told, tr(_NO_ADVICE))
    return tuple(filter(None, lines))


def asked_for(
    scope: RegionScope, query: CatalogQuery, choice: RegionChoice, language: str
) -> tuple[str, ...]:
    """Return which entries and which deployment type are on show."""
    context = CellContext(scope.index, language)
    kind = context.deployment_types.get(scope.deployment_type)
    named = () if kind is None else (tr(_TYPE).replace("{name}", context.text(kind.name)),)
    return (_asked(query, choice), *named)


def _asked(query: CatalogQuery, choice: RegionChoice) -> str:
    if choice.entries is EntrySet.PINNED:
        return tr(_PINNED)
    text = query_text(query)
    return tr(_FILTER).replace("{filter}", text) if text else tr(_EVERYTHING)


class RegionPart(QWidget):
    """A view of the chosen entries and regions; most are content with less.

    Signals:
        entry_asked: the key of an entry to read about.
        region_asked: the id of a region the user chose.
        page_asked: the id of a region to read about.
        link_asked: a `QUrl` of a source.
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
        sheet_asked: the user wants what is on show as a sheet.
        steps_changed: there is something else to undo or redo.
    """

    entry_asked = Signal(object)
    region_asked = Signal(str)
    page_asked = Signal(str)
    link_asked = Signal(QUrl)
    state_changed = Signal()
    news = Signal(str)
    sheet_asked = Signal()
    steps_changed = Signal()

    prints_across: ClassVar[bool] = False
    """True: its sheet lies on its side."""

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__()
        self._parts, self._scope = parts, scope
        self._theme, self._language = parts.around.theme, parts.language

    @property
    def undoable(self) -> Undoable | None:
        """What the view can take back itself; None: nothing of its own."""
        return None

    @property
    def _order(self) -> SheetOrder:
        """What a sheet is made from: catalogue, day and language."""
        index = self._scope.index
        return SheetOrder(index.catalog, index.today, self._language)

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        before, self._scope = self._scope, scope
        if scope.index is not before.index:
            self._follow_catalog()

    def _follow_catalog(self) -> None:
        """Show what another catalogue says, where nothing else of the scope matters."""

    def tell_anew(self) -> None:
        """Say again what the open client's subscription lists; a tool tip asks by itself."""

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""

    def set_presenting(self, presenting: bool) -> None:
        """Leave out, or show again, what a projector does not need."""

    def current_entry(self) -> EntryKey | None:
        """Return the entry that stands out."""
        return None

    def go_to(self, _key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""
        return False

    def table(self) -> Table | None:
        """Return exactly what is seen, in words; None where that is no table."""
        return None

    def subjects(self, _regions: tuple[Region, ...]) -> "Sequence[Subject] | None":
        """Return the sheets on offer, about some regions; None: that of the entries on show."""
        return None

    def paper(self) -> "Callable[[], Sheet] | None":
        """Return what makes the sheet, in the background; None: nothing can be printed.

        Only asked where the view is neither a table nor on offer.
        """
        return None

    def state(self) -> PageState:
        """Return what the view would like to remember."""
        return {}

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""
