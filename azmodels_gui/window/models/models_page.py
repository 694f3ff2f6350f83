# SPDX-License-Identifier: MIT
"""Filters left, table in the middle, details right."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QToolButton, QWidget

from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.filter_words import active_filters, offered_places, unknown_told
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.words import tr
from azmodels_gui.window.models.catalog_table import MAY_FIT, CatalogTableModel
from azmodels_gui.window.models.catalog_view import CatalogView, Selected
from azmodels_gui.window.models.cell_context import CellContext, OnShow
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.models.details import FIRST_WIDTH_PX, Details
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.filter_chips import EmptyHint, FilterChips
from azmodels_gui.window.models.filter_panel import FilterPanel
from azmodels_gui.window.models.table_columns import TableColumns
from azmodels_gui.window.page import Page, PageParts, PageState
from azmodels_gui.window.state import ColumnState, ModelsState
from azmodels_gui.window.status_bar import Shown
from azmodels_gui.window.theme import SPACE_M, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import AS_USUAL, column, row
from azmodels_gui.window.widgets.side_panels import Side, SidePanels
from azmodels_gui.window.widgets.texts import LARGER, ElidedLabel, SteadyBox, set_text_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from azmodels_gui.window.sheets.subject import Subject


class TableFoot(QFrame):
    """Says what the letters mean and in which order the rows stand; offers the columns."""

    def __init__(self, theme: Theme, columns: TableColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.order, self.columns_button = ElidedLabel(), QToolButton()
        menu = QMenu(self.columns_button)
        self.setObjectName("matrix_foot")
        self.columns_button.setText(tr("Columns"))
        self.columns_button.setMenu(menu)
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        edges = (SPACE_M, 0, SPACE_XS, 0)
        row((self.order, 1), self.columns_button, within=self, gap=AS_USUAL, edges=edges)
        self._take_look()
        menu.aboutToShow.connect(self._on_menu)

    @Slot()
    def _on_menu(self) -> None:
        menu = self.columns_button.menu()
        if menu is not None:
            self._columns.fill(menu)

    def show_order(self, heading: str, *, descending: bool, ranked: bool) -> None:
        """Say it.

        Args:
            heading: of the column that the rows are sorted by; empty: the table's own order.
            descending: the other way round.
            ranked: the best hits of a search come first.
        """
        if ranked:
            words = tr("Order: best hits of the search first")
        elif not heading:
            words = tr("Order: known offer, generally available, newest")
        elif descending:
            words = tr("Order: {column}, descending")
        else:
            words = tr("Order: {column}, ascending")
        letters = tr("R regional · Z data zone · G global")
        self.order.setText(f"{words.replace('{column}', heading)} | {letters}")

    def _take_look(self) -> None:
        set_text_colour(self.order, self._theme.tokens.muted)


TYPING_PAUSE_MS = 120
"""Laying out the details of another entry takes some 50 ms: not between two letters."""
SIDE_PX = (212, FIRST_WIDTH_PX)
"""Widths of filters and details at the first start."""
CENTRE_PX = 480
"""What the table needs beside them; with less they are drawers."""
NOT_COLUMNS_PX = 13
"""Lines beside the table and its scroll bar."""


class HandedOn(NamedTuple):
    """What goes on in another window without being remembered."""

    selected: list[EntryKey]
    search: tuple[Selected, Selected | None]
    sought: str
    scrolled: int


class Before(NamedTuple):
    """How the page was before it was on a projector."""

    columns: tuple[ColumnState, ...]
    sizes: list[int]
    without_chips: bool


class ModelsPage(Page):
    """One query, shown by filters, chips, table and status alike.

    Signals:
        shown_changed: a `Shown` with the new counts.
    """

    key = "models"
    follows_filter = True
    presents_pins = True
    shares = frozenset({"sort_column", "sort_descending", "selected", "pane"})
    shown_changed = Signal(object)

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        around, pins, language = parts.around, parts.pins, parts.language
        self._current = around.current
        self._history = parts.history
        self._pins = pins
        self._before: Before | None = None
        self._seen = self._is_gone_to = self._asking = self._typing = False
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._scrolled: int | None = None
        self._sizes_px: tuple[int, ...] = ()
        """As remembered: until the page is seen nothing is laid out, and sizes mean nothing."""
        index = self._current.index
        self.table = CatalogTableModel(index, language, self)
        self.facets = FacetTreeModel(index, language, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.sides = SidePanels(self.splitter, CENTRE_PX, around.theme, self)
        self.panel = FilterPanel(self.facets, around.theme, language, self.splitter)
        self.centre = QWidget(self.splitter)
        self.chips = FilterChips(around.theme, parts.saved.menu)
        self.chip_room = SteadyBox(self.chips, self.centre)
        self.middle = QStackedWidget(self.centre)
        self.view = CatalogView(self.table, pins, around.theme, self.middle)
        self.empty = EmptyHint(self.middle)
        self.foot = TableFoot(around.theme, self.view.columns, self.centre)
        self.details = Details(around.theme, pins, around.client, self.splitter)
        self._build()
        self._connect()
        self._on_query(self._history.query)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard: filters, what is active, the table."""
        return (
            *self.panel.in_tab_order(),
            *self.chips.in_tab_order(),
            self.view,
            self.foot.columns_button,
        )

    def sheet_subjects(self) -> "Sequence[Subject]":
        """Return the facts of the current entry, the list on show, and the pinned ones."""
        from azmodels_gui.window.sheets.subject import models_subjects

        shown = self.table.fitting()
        result = self.table.result
        by_key = {entry.key: entry for entry in self._current.index.entries}
        pinned = [by_key[key] for key in self._pins.keys if key in by_key]
        by_id = {region.id: region for region in self._current.catalog.regions}
        regions = tuple(by_id[each] for each in sorted(result.query.regions) if each in by_id)
        return models_subjects(self.view.current_entry(), shown, result, pinned, regions)

    def state(self) -> PageState:
        """Return columns, order, sizes, what is selected, and which tab is on show."""
        sort_column, descending = self.view.sort_state()
        state = ModelsState(
            columns=self.view.columns.states(),
            sort_column=sort_column,
            sort_descending=descending,
            folded_rows=self.table.folded,
            splitter_px=tuple(self.sides.sizes()) if self._seen else self._sizes_px,
            selected=self.presented(),
            pane=self.details.pane_key(),
            collapsed=self.panel.view.folded(),
        )
        return written_state(state)

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; what does not fit any more is left out."""
        kept, sizes = read_state(ModelsState, state), self.splitter.sizes()
        self._sizes_px = kept.splitter_px
        if kept.columns:
            self.view.columns.apply(kept.columns)
        if kept.sort_column:
            self.view.sort_by(kept.sort_column, descending=kept.sort_descending)
        if kept.folded_rows is not None:
            self.table.set_folded(kept.folded_rows)
            self._show_result(self.table.result)
        if len(kept.splitter_px) == len(sizes) and all(size >= 0 for size in kept.splitter_px):
            self.sides.set_sizes(kept.splitter_px)
        self.panel.view.set_folded(kept.collapsed)
        self.details.open_pane(kept.pane)
        if kept.selected is not None:
            self.view.go_to(kept.selected)

    def handed_on(self) -> HandedOn:
        """Return all that is selected and sought, and how far the table is scrolled."""
        sought, scrolled = self.panel.finder.text(), self._scrolled
        if scrolled is None:
            scrolled = self.view.verticalScrollBar().value()
        kept = self.view.kept
        return HandedOn(kept.selected_keys(), kept.handed_on(), sought, scrolled)

    def take_over(self, handed: HandedOn) -> None:
        """Select and seek the same."""
        self.view.kept.select(handed.selected)
        self.view.kept.take_over(handed.search)
        self.panel.finder.setText(handed.sought)
        self._scrolled = handed.scrolled

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: filters, table, details."""
        return (self.panel.view, self.view, self.details.full.tabs.tabBar())

    def set_presenting(self, presenting: bool) -> None:
        """Hide filters and chips for a projector, in wider columns, or put everything back."""
        columns, sides = self.view.columns, self.sides
        if presenting:
            self._before = Before(columns.states(), sides.sizes(), self.chip_room.isHidden())
            self.chip_room.hide()
            columns.apply(
                ColumnState(each.id, round(each.width_px * LARGER), each.visible)
                for each in self._before.columns
            )
            sides.put_away((self.panel,))
        elif self._before is not None:
            before, self._before = self._before, None
            sides.put_away(())
            self.chip_room.setHidden(before.without_chips)
            columns.apply(before.columns)
            sides.set_sizes(before.sizes)

    def presented(self) -> EntryKey | None:
        """Return the entry that is selected."""
        entry = self.view.current_entry()
        return None if entry is None else entry.key

    def take_offer(self) -> bool:
        """Filter by the place that the text names, where it finds no entry; False: it does."""
        if self.table.shows_entries or not self.chips.offered:
            return False
        self._history.change(self.chips.offered[0].query)
        return True

    def present(self, key: EntryKey) -> bool:
        """Select an entry; False if the filter hides it."""
        return self.view.go_to(key)

    def _build(self) -> None:
        column(self.chip_room, (self.middle, 1), self.foot, within=self.centre)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        for part in (self.panel, self.centre, self.details):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([SIDE_PX[0], 800, SIDE_PX[1]])
        column(self.sides, within=self)
        self.sides.take(
            (
                Side(self.panel, SIDE_PX[0], True, tr("Show filters (F9)")),
                Side(self.details, SIDE_PX[1], False, tr("Show details (F10)")),
            )
        )

    def _connect(self) -> None:
        self._history.query_changed.connect(self._on_query)
        for part in (self.panel, self.chips, self.empty):
            part.query_asked.connect(self._history.change)
        self.empty.unknown_asked.connect(self._on_unknown)
        self.view.current_changed.connect(self._on_current)
        self.view.selected_count_changed.connect(self.tell)
        self._pins.changed.connect(self.tell)
        self._current.changed.connect(self._on_catalog)
        self.table.folded_changed.connect(self._on_folded)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.details.link_asked.connect(self.link_asked)
        self.details.entry_asked.connect(self.entry_asked)
        self.details.reckon_asked.connect(self.reckon_asked)
        self._pause.timeout.connect(self._on_pause)
        for signal in (
            self.view.columns.changed,
            self.table.folded_changed,
            self.view.selected_count_changed,
            self.splitter.splitterMoved,
            self.details.pane_changed,
            self.panel.view.folded_changed,
        ):
            signal.connect(self.state_changed)

    @Slot(object)
    def _on_query(self, query: CatalogQuery) -> None:
        self._asking, self._typing = True, query.text != self.table.query.text
        result = self.table.set_query(query)
        self._asking = self._typing = False
        self.panel.set_query(query)
        self.view.columns.show_for_regions(bool(query.regions))
        self._show_result(result)
        if self.view.current_entry() is None:
            self._pause.start()  # the advice is on what is asked for now; the table comes first
        self.state_changed.emit()

    @Slot()
    def _on_unknown(self) -> None:
        self.table.set_folded([each for each in self.table.folded if each != MAY_FIT])
        self._show_result(self.table.result)

    @Slot()
    def _on_folded(self) -> None:
        self.middle.setCurrentIndex(0 if self.table.shows_entries else 1)

    @Slot()
    def _on_sorted(self) -> None:
        key, descending = self.view.sort_state()
        at = COLUMN_NUMBERS.get(key, -1)
        heading = self.table.headerData(at, Qt.Orientation.Horizontal)
        ranked = self.table.is_ranked
        self.foot.show_order(str(heading or ""), descending=descending, ranked=ranked)

    @Slot(object)
    def _on_catalog(self, index: CatalogIndex) -> None:
        self.table.set_catalog(index)
        self.facets.set_catalog(index)
        self._show_result(self.table.result)

    def _show_result(self, result: QueryResult) -> None:
        self.facets.set_result(result)
        self._show_chips(result)
        self._on_sorted()
        self._on_folded()
        above = self.centre.layout()
        if above is not None:
            above.activate()  # else the table is painted, moved by the chips, and painted again
            # A line of chips more changes nothing of how the three columns share the width.
            QCoreApplication.removePostedEvents(self.splitter, QEvent.Type.LayoutRequest)
        self.view.executeDelayedItemsLayout()  # else it is painted, laid out, and painted again

    def _show_chips(self, result: QueryResult) -> None:
        catalog, similar = self._current.index.catalog, result.is_similar
        pieces = active_filters(result.query, catalog, self._language, similar=similar)
        offered = offered_places(result.query, catalog, self._language)
        self.chips.show_filters(pieces, offered)
        if not result.count:
            run = self._current.index.run
            helpful = [piece for piece in pieces if run(piece.without).count]
            unknown = unknown_told(result, self._language)
            self.empty.show_ways(helpful, unknown, offered, any_entry=bool(result.total))

    @Slot(object)
    def _on_current(self, entry: Entry | None) -> None:
        if self._typing or (self._asking and entry is None):
            self._pause.start()
            return
        self._pause.stop()
        self._show_details(entry)

    @Slot()
    def _on_pause(self) -> None:
        self._show_details(self.view.current_entry())

    def _show_details(self, entry: Entry | None) -> None:
        if not self._is_gone_to:
            return  # in a window on another page nobody reads them: half of what a window takes
        index, query = self._current.index, self.table.query
        context = CellContext(index, self._language, query.place)
        if entry is not None:
            self.details.show_entry(OnShow(entry, context))
            return
        asked = [each for each in index.catalog.use_cases if each.id in query.use_cases]
        if len(asked) == 1:
            self.details.show_advice(asked[0], context)
        else:
            self.details.show_entry(None)

    def be_gone_to(self) -> None:
        """Tell of the current entry from now on; before the page is seen, or texts are cut off."""
        if not self._is_gone_to:
            self._is_gone_to = True
            self._show_details(self.view.current_entry())

    def tell_anew(self) -> None:
        """Show the details again, and what is listed: the client's subscription tells another."""
        if self.table.query.listed_only:
            self._on_catalog(self._current.index)
        self.details.forget()
        self._show_details(self.view.current_entry())

    @Slot()
    def tell(self) -> None:
        """Say again how many entries are on show, selected and pinned."""
        result = self.table.result
        unknown, selected = result.unknown, len(self.view.selected_keys())
        self.shown_changed.emit(
            Shown(result.count, result.total, selected, len(self._pins), unknown, result.hidden)
        )

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.view.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        self._seen = True
        super().showEvent(event)
        if self._scrolled is not None:
            self.view.doItemsLayout()  # before, there is nowhere to scroll to
            self.view.verticalScrollBar().setValue(self._scrolled)
            self._scrolled = None
