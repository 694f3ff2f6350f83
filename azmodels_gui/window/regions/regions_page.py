# SPDX-License-Identifier: MIT
"""Where the chosen entries are offered: choices above, one of several views below."""

from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from azmodels_gui.catalog.coverage import CoverageConditions
from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.filter_words import ActiveFilter, active_filters
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.models.filter_chips import EmptyHint
from azmodels_gui.window.page import Page, PageParts, PageState
from azmodels_gui.window.regions.exporting import TableExport
from azmodels_gui.window.regions.region_part import (
    EntrySet,
    RegionChoice,
    RegionPart,
    ScopeMaker,
    asked_for,
    provenance,
)
from azmodels_gui.window.regions.region_parts import COVERAGE, REGION_PARTS, RegionPartSpec
from azmodels_gui.window.regions.toolbar import RegionToolbar
from azmodels_gui.window.step_history import Undoable
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.link_label import NothingPinned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from azmodels_gui.sheets.sheet import Sheet
    from azmodels_gui.window.sheets.subject import Subject


@dataclass(frozen=True)
class RegionsState:
    """What the page remembers beside the choice above its views."""

    parts: dict[str, PageState] = field(default_factory=dict)
    """What each view remembers, by its key."""
    folder: str = ""
    """Where files went last."""
    strip: PageState = field(default_factory=dict)
    """The question of coverage, as earlier versions remembered it."""


class RegionsPage(Page):
    """One choice of entries and regions, shown by the view on top.

    Signals:
        region_changed: the id of the chosen region; empty: none.
    """

    key = "regions"
    shares = frozenset({*(each.name for each in fields(RegionChoice)), "parts", "strip"})
    follows_filter = True
    presents_pins = True
    prints_itself = True
    region_changed = Signal(str)

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        language = parts.language
        self._maker = ScopeMaker(parts)
        self._made: dict[str, RegionPart] = {}
        self._states: dict[str, PageState] = {}
        self.choice = RegionChoice()
        self._first_set = self._maker.first_set()
        self.scope = self._maker.scope(self._shown_choice)
        self.toolbar = RegionToolbar(parts.around.theme, language)
        show_filter = N_("Show the entries as filtered")
        self.nothing_pinned, self.nothing_fits = NothingPinned(show_filter), EmptyHint()
        self.middle = QStackedWidget()
        self.export = TableExport(self.seen, parts.around.write_file, language, self)
        self._build()
        self._connect()
        self._stale = False
        """True: something changed while another page was on show."""
        self._on_catalog(parts.around.current.index)
        self._show_scope()

    @property
    def part(self) -> RegionPart:
        """The view on show, made now if it was not yet."""
        spec = self._spec
        return self._made.get(spec.key) or self._make(spec)

    @property
    def undoable(self) -> Undoable | None:
        """What the view on show can take back itself."""
        return self.part.undoable if self._is_filled else None

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: the choices and the view."""
        return (self.toolbar.first_choice(), self.part)

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        made = {key: part.state() for key, part in self._made.items()}
        kept = RegionsState(self._states | made, self.export.folder)
        return written_state(self.choice) | written_state(kept)

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        kept = read_state(RegionsState, state)
        before = {COVERAGE: kept.strip} if kept.strip else {}
        self._states = before | kept.parts
        self.export.folder = kept.folder
        self.choice = read_state(RegionChoice, state)
        self._show_scope()
        for key, part in self._made.items():
            part.restore(self._states.get(key, {}))
            part.show_region(self.choice.region)

    def handed_on(self) -> EntrySet:
        """Return which entries stand here while none are chosen: there may be pins since."""
        return self._first_set

    def take_over(self, handed: EntrySet) -> None:
        """Show the same entries, and in them what is remembered."""
        if handed is not self._first_set:
            self._first_set = handed
            self._show_scope()
            for key, part in self._made.items():
                part.restore(self._states.get(key, {}))

    @Slot(object)
    def choose(self, choice: RegionChoice) -> None:
        """Show other entries, regions, or another view."""
        if choice != self.choice:
            self.choice = choice
            self._show_scope()
            self.state_changed.emit()

    @Slot(str)
    def choose_region(self, region: str) -> None:
        """Let a region stand out in every view; the chosen one again: none."""
        self.mark_region("" if region == self.choice.region else region)

    @Slot(str)
    def mark_region(self, region: str) -> None:
        """Let a region stand out in every view; empty: none."""
        self.choice = replace(self.choice, region=region)
        self.toolbar.show_choice(self.choice, self._shown_choice.entries)
        for part in self._made.values():
            part.show_region(region)
        self.region_changed.emit(region)
        self.state_changed.emit()

    @Slot(str)
    def open_region(self, region: str) -> None:
        """Go to the page of a region."""
        self.mark_region(region)
        self.show_pane("region")

    def show_pane(self, key: str) -> None:
        """Go to the view with a key, if there is one."""
        if key in [spec.key for spec in REGION_PARTS]:
            self.choose(replace(self.choice, part=key))

    def tell_anew(self) -> None:
        """Say again what the open client's subscription lists."""
        for made in self._made.values():
            made.tell_anew()

    def print_preview(self) -> None:
        """Open the print preview of the view on show."""
        make, across = self._printed() if self._is_filled else (None, False)
        if make is None:
            self.news.emit(tr("There is nothing to print."))
            return
        from azmodels_gui.sheets.typeset import PageSetup
        from azmodels_gui.window.sheets.preview import open_preview

        setup, write = PageSetup.of(landscape=across), self._parts.around.write_file
        open_preview(make, setup, write, self).told.connect(self.news)

    def _printed(self) -> "tuple[Callable[[], Sheet] | None, bool]":
        """Return what makes a sheet of what is seen, and whether that lies on its side."""
        from azmodels_gui.sheets.matrix_sheet import matrix_sheet
        from azmodels_gui.sheets.order import SheetOrder

        index, table = self.scope.index, self.seen()
        order = SheetOrder(index.catalog, index.today, self._language)
        if table is not None:
            return partial(matrix_sheet, table, order), True
        subjects = self.part.subjects(())
        if subjects is not None:
            return (partial(subjects[0].make, order) if subjects else None), True
        return self.part.paper(), self.part.prints_across

    def seen(self) -> Table | None:
        """Return exactly what is seen, in words, and where it comes from."""
        table = self.part.table() if self._is_filled else None
        if table is None:
            return None
        asked = (self.scope, self._parts.history.query, self._shown_choice, self._language)
        sources = self.scope.sources
        notes = (*table.notes, *provenance(*asked))
        told = replace(table, notes=notes, asked=asked_for(*asked), sources=sources)
        return replace(told, as_of=self.scope.as_of)

    def sheet_subjects(self) -> "Sequence[Subject]":
        """Return the sheets of the view on show; else where all entries on show are to be had."""
        from azmodels_gui.window.sheets.subject import coverage_subject

        self._catch_up()
        named = {*self._parts.history.query.regions, self.choice.region}
        catalog = self.scope.index.catalog
        regions = tuple(each for each in catalog.regions if each.id in named)
        own = self.part.subjects(regions)
        if own is not None:
            return own
        entries = self.scope.entries
        kind = self.scope.deployment_type
        conditions = CoverageConditions(deployment_types=frozenset({kind} if kind else ()))
        return (coverage_subject(entries, conditions, regions),) if entries else ()

    def set_presenting(self, presenting: bool) -> None:
        """Hide, or show again, what a projector does not need."""
        self.toolbar.setVisible(not presenting)
        self.part.set_presenting(presenting)

    def presented(self) -> EntryKey | None:
        """Return the entry that stands out."""
        return self.part.current_entry() if self.scope.rows else None

    def present(self, key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""
        return bool(self.scope.rows) and self.part.go_to(key)

    def _build(self) -> None:
        self.toolbar.export_button.setMenu(self.export)
        self.middle.addWidget(self.nothing_pinned)
        self.middle.addWidget(self.nothing_fits)
        column(self.toolbar, (self.middle, 1), within=self)

    def _connect(self) -> None:
        parts = self._parts
        self.toolbar.choice_asked.connect(self.choose)
        self.toolbar.present_button.clicked.connect(self.present_asked)
        self.nothing_pinned.button.clicked.connect(self._on_filter_asked)
        self.nothing_fits.query_asked.connect(parts.history.change)
        self.export.news.connect(self.news)
        self.export.folder_changed.connect(self.state_changed)
        parts.history.query_changed.connect(self._on_query)
        parts.pins.changed.connect(self._on_pins)
        parts.around.current.changed.connect(self._on_catalog)

    @property
    def _spec(self) -> RegionPartSpec:
        found = (spec for spec in REGION_PARTS if spec.key == self.choice.part)
        return next(found, REGION_PARTS[0])

    @property
    def _shown_choice(self) -> RegionChoice:
        """What is chosen, and what stands in for it where nothing is."""
        return replace(self.choice, entries=self.choice.entries or self._first_set)

    @property
    def _is_filled(self) -> bool:
        """True: the view has something to show."""
        return bool(self.scope.rows) or not self._spec.uses

    def _make(self, spec: RegionPartSpec) -> RegionPart:
        made = self._made[spec.key] = spec.make(self._parts, self.scope)
        self.middle.addWidget(made)
        made.restore(self._states.get(spec.key, {}))
        made.show_region(self.choice.region)
        made.entry_asked.connect(self.entry_asked)
        # A region that is chosen again is let go, but not by the view that always shows one.
        made.region_asked.connect(self.choose_region if spec.uses else self.open_region)
        made.page_asked.connect(self.open_region)
        made.link_asked.connect(self.link_asked)
        made.state_changed.connect(self.state_changed)
        made.news.connect(self.news)
        made.sheet_asked.connect(self.sheet_asked)
        made.steps_changed.connect(self.steps_changed)
        return made

    def _show_scope(self) -> None:
        shown = self._shown_choice
        self.scope = self._maker.scope(shown)
        self.toolbar.show_counts(self._maker.fitting_count(), self._maker.pinned_count())
        self.toolbar.show_choice(self.choice, shown.entries)
        self.toolbar.show_filter([piece.words for piece in self._active_filters()])
        if self._is_filled:
            part = self.part
            for made in self._made.values():
                made.show_scope(self.scope)
            self.middle.setCurrentWidget(part)
        elif shown.entries is EntrySet.PINNED:
            self.middle.setCurrentWidget(self.nothing_pinned)
        else:
            self._offer_ways_out()
            self.middle.setCurrentWidget(self.nothing_fits)
        self.steps_changed.emit()

    def _active_filters(self) -> tuple[ActiveFilter, ...]:
        query, index = self._parts.history.query, self._parts.around.current.index
        if query.is_empty:
            return ()
        similar = index.is_similar(query.text)
        return active_filters(query, index.catalog, self._language, similar=similar)

    def _offer_ways_out(self) -> None:
        index, pieces = self._parts.around.current.index, self._active_filters()
        helpful = [piece for piece in pieces if index.run(piece.without).count]
        self.nothing_fits.show_ways(helpful, any_entry=bool(index.entries))

    def _follow(self) -> None:
        """Follow a change from outside, at once or when somebody asks the page again."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._show_scope()

    @Slot(object)
    def _on_query(self, _query: CatalogQuery) -> None:
        self._follow()

    @Slot()
    def _on_pins(self) -> None:
        self._follow()

    @Slot(object)
    def _on_catalog(self, index: CatalogIndex) -> None:
        catalog = index.catalog
        self.toolbar.show_kinds(catalog.deployment_types)
        self.export.file_stem = f"azmodels-regions-{catalog.serial}"
        self._follow()

    @Slot()
    def _on_filter_asked(self) -> None:
        self.choose(replace(self.choice, entries=EntrySet.FILTER))

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        shown = self.middle.currentWidget()
        (shown or self.toolbar.entries).setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)
