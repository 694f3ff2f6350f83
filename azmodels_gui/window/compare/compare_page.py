# SPDX-License-Identifier: MIT
"""Pinned entries side by side, as they stand on the comparison sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QWidget

from azmodels_gui.answers.lifecycle import stage
from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.charts.chart import Chart
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.answer_cells import text
from azmodels_gui.sheets.comparison_sheet import Shown, comparison_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.price_chart import price_charts
from azmodels_gui.sheets.sheet import Table
from azmodels_gui.window.background import LatestTask, switching_soon
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.compare.bar import CompareBar, ComparedRegions, PriceNote, place_of
from azmodels_gui.window.compare.comparison_table import ComparisonModel
from azmodels_gui.window.compare.table import ComparisonView
from azmodels_gui.window.page import Page, PageParts, PageState, Surroundings
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.sheets.subject import Subject, comparison_subjects
from azmodels_gui.window.step_history import StepHistory, Undoable
from azmodels_gui.window.theme import SPACE_M
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.link_label import NothingPinned
from azmodels_gui.window.widgets.tab_stop import TabAnchor, follow
from azmodels_gui.window.widgets.texts import plain_label


def heading(entry: Entry, order: SheetOrder) -> str:
    """Return model, version and stage, one below the other."""
    version = entry.version.version or order.words("no_version")
    return "\n".join((entry.model.id, version, text(stage(entry, order.view), order)))


def source_texts(order: SheetOrder) -> dict[str, str]:
    """Return title and date of every source by id."""
    return dict(_told(order))


def _told(order: SheetOrder) -> Iterator[tuple[str, str]]:
    for source in order.catalog.sources:
        as_of = figures.partial_day(source.as_of or "", order.language)
        yield source.id, ", ".join(part for part in (source.title, as_of) if part)


@dataclass(frozen=True)
class Comparison:
    """What is on show once it is made."""

    table: Table
    headings: tuple[str, ...]
    sources: Mapping[str, str]
    charts: Sequence[Chart]

    @classmethod
    def of(cls, entries: Sequence[Entry], order: SheetOrder) -> "Comparison":
        """Return the comparison of some entries; may be asked in any thread."""
        headings = tuple(heading(entry, order) for entry in entries)
        table = comparison_table(entries, order)
        return cls(table, headings, source_texts(order), price_charts(entries, order))


def _made_behind(entries: Sequence[Entry], order: SheetOrder) -> Comparison:
    with switching_soon():
        return Comparison.of(entries, order)


@dataclass(frozen=True)
class Compared:
    """One state of the page."""

    pins: tuple[EntryKey, ...]
    regions: tuple[str, ...]


class CompareSteps(Undoable, QObject):
    """Watches pins and regions, wherever they are changed.

    Attributes:
        history: the steps as values.

    Signals:
        changed: there is something else to undo or redo.
        regions_changed: a step brought other regions.
    """

    changed = Signal()
    regions_changed = Signal()

    def __init__(self, pins: Pins, regions: ComparedRegions, parent: QObject) -> None:
        super().__init__(parent)
        self._pins = pins
        self._regions = regions
        self.history: StepHistory[Compared] = StepHistory(self._now())
        pins.changed.connect(self.take)
        regions.edited.connect(self.take)

    def begin(self) -> None:
        """Start from what is on show, with nothing to take back."""
        self.history.begin_with(self._now())
        self.changed.emit()

    def go_on(self, history: StepHistory[Compared]) -> None:
        """Go on with the steps of the window before."""
        self.history = history
        self.changed.emit()

    def _now(self) -> Compared:
        return Compared(self._pins.keys, self._regions.ids())

    def _show_step(self) -> None:
        wanted = self.history.value
        if wanted.regions != self._regions.ids():
            self._regions.choose(wanted.regions)
            self.regions_changed.emit()
        self._pins.pin_only(wanted.pins)
        self.changed.emit()

    @Slot()
    def take(self) -> None:
        """Keep what is on show now as a step, if it is another."""
        if self.history.change(self._now()):
            self.changed.emit()


WIDEST_PX, NARROWEST_PX = 900, 640
"""How wide a chart may be; below the least none stands beside it."""


class PriceCharts(QWidget):
    """Cards as wide as there is room.

    Signals:
        news: a sentence for the status bar.
    """

    news = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._cards: list[ChartFrame] = []
        self.charts: tuple[Chart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts."""
        self.charts = tuple(charts)
        self.setAccessibleName(" ".join(each.title for each in charts))
        self.setAccessibleDescription("; ".join(each.summary for each in charts))
        while len(self._cards) < len(charts):
            card = ChartFrame(self._around)
            card.setParent(self)
            card.news.connect(self.news)
            self._cards.append(card)
        for place, card in enumerate(self._cards):
            card.show_chart(charts[place] if place < len(charts) else None)
            card.setVisible(place < len(charts))
        self._place()

    def places(self) -> list[QRect]:
        """Return where each chart stands, line by line."""
        count = max(1, min(len(self.charts), self.width() // (NARROWEST_PX + SPACE_M)))
        wide = min((self.width() - SPACE_M) // count - SPACE_M, WIDEST_PX)
        heights = [card.height_at(wide) for card in self._cards[: len(self.charts)]]
        found: list[QRect] = []
        top = SPACE_M
        for first in range(0, len(heights), count):
            line = heights[first : first + count]
            for place, height in enumerate(line):
                found.append(QRect(SPACE_M + place * (wide + SPACE_M), top, wide, height))
            top += max(line) + SPACE_M
        return found

    def _place(self) -> None:
        places = self.places()
        for card, place in zip(self._cards, places, strict=False):
            card.setGeometry(place)
        self.setMinimumHeight(max((place.bottom() for place in places), default=0) + SPACE_M)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_PX, self.minimumHeight())

    def resizeEvent(self, event: object) -> None:
        self._place()


TABLE_PX, CHART_PX = 520, 190
LOW_PX = 420
"""Height below which a chart under the table would leave no room for it."""
BESIDE_PX = 500
"""Least width of the charts beside the table; with less room they stand below it."""
CHART_FULL_PX = 760
"""Width of the charts in which no name is cut; they take it until the user shares out anew."""
MOST_AT_ONCE, OF_AN_ENTRY = 200, 20
"""So many cells are compared in less than a tenth of a second, more in a thread: one for each place
an entry is asked about, and twenty for all else that is told of it."""
TYPING_MS = 200
"""After so long without another key a rate is taken for complete."""


@dataclass(frozen=True)
class CompareState:
    """What the page remembers."""

    regions: tuple[str, ...] | None = None
    """None: those of the filter."""
    folded: tuple[str, ...] = ()
    only_differences: bool = False
    chart: bool = True
    splitter: tuple[Annotated[int, Meta(gt=0)], Annotated[int, Meta(ge=0)]] | None = None
    """Heights of table and charts, one below the other."""
    beside: tuple[Annotated[int, Meta(gt=0)], Annotated[int, Meta(ge=0)]] | None = None
    """Widths of table and charts, side by side."""


_BELOW, _BESIDE = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


class ComparePage(Page):
    """Follows the pins; a column taken away is unpinned, another order is the pins' order."""

    key = "compare"
    presents_pins = True
    shares = frozenset({"regions", "folded", "only_differences", "chart"})

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        language = parts.language
        self._stale = True
        self._presenting = False
        self._shared_out = False
        """The user said how much room table and charts have."""
        self._priced = Conversion()
        theme, catalog = parts.around.theme, parts.around.current.catalog
        self.entries: tuple[Entry, ...] = ()
        self.model = ComparisonModel()
        self.model.setParent(self)
        self.view = ComparisonView(self.model, theme)
        self.bar = CompareBar(theme, catalog, language)
        self.note = PriceNote(theme)
        self.charts = PriceCharts(parts.around)
        self.chart_area = QScrollArea()
        self.chart_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the charts take the keyboard
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._sizes = {_BELOW: (TABLE_PX, CHART_PX), _BESIDE: (TABLE_PX, BESIDE_PX)}
        self.empty = NothingPinned(N_("Go to the models"))
        self.working = plain_label()
        self.working.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle = QStackedWidget()
        self.comparing = LatestTask(self)
        self._awaited: EntryKey | None = None
        """Whose column is to stand out once the table is there."""
        self.typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self.bar.regions.choose(place_of(parts.history.query, catalog))
        self.steps = CompareSteps(parts.pins, self.bar.regions, self)
        self._connect()

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through."""
        return (self.bar.models, self.view)

    def order(self) -> SheetOrder:
        """Return how the table on show is made."""
        current = self._parts.around.current
        regions, conversion = self.bar.regions.chosen(), self._parts.wishes.now.conversion
        language = self._language
        zones = self.bar.regions.zones()
        catalog, day = current.index.catalog, current.today
        return SheetOrder(catalog, day, language, regions, zones, conversion)

    @property
    def undoable(self) -> CompareSteps:
        """Entries, order and regions, as they were before."""
        return self.steps

    def handed_on(self) -> tuple[StepHistory[Compared], EntryKey | None]:
        """Return the steps, and whose column stands out."""
        return self.steps.history.copied(), self.presented()

    def take_over(self, handed: tuple[StepHistory[Compared], EntryKey | None]) -> None:
        """Go on with these steps, in the same column."""
        self.steps.go_on(handed[0])
        if handed[1] is not None:
            self.refresh()
            self.present(handed[1])

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        self._keep_sizes()
        state = CompareState(
            regions=self.bar.regions.ids(),
            folded=tuple(sorted(self.model.folded)),
            only_differences=self.model.only_differences,
            chart=self.bar.chart.isChecked(),
            splitter=self._sizes[_BELOW],
            beside=self._sizes[_BESIDE] if self._shared_out else None,
        )
        return written_state(state)

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        self._show_state(state)
        self.steps.begin()

    def show_shared(self, record: PageState) -> None:
        """Show what a link tells, as a step that can be taken back."""
        told = {name: value for name, value in record.items() if name in self.shares}
        self._show_state(self.state() | told)
        self.steps.take()

    def _show_state(self, state: PageState) -> None:
        kept = read_state(CompareState, state)
        if kept.regions is not None:
            self.bar.regions.choose(kept.regions)
        self.model.set_folded(kept.folded)
        self.bar.only_differences.setChecked(kept.only_differences)
        self.bar.chart.setChecked(kept.chart)
        for orientation, sizes in ((_BELOW, kept.splitter), (_BESIDE, kept.beside)):
            if sizes is not None:
                self._sizes[orientation] = sizes
                self._shared_out |= orientation is _BESIDE
        self.splitter.setSizes(self._sizes[self.splitter.orientation()])
        self._on_wishes()
        self.refresh()

    def set_presenting(self, presenting: bool) -> None:
        """Hide, or show again exactly as before, what a projector does not need."""
        self._presenting = presenting
        self.bar.setVisible(not presenting)
        self._show_chart_area()
        self.view.fit()

    def presented(self) -> EntryKey | None:
        """Return the entry whose column stands out, or will once the table is there."""
        if self._stale or self.comparing.busy:  # the table does not yet show the entries
            return self._awaited
        at = self.view.current_column()
        return self.entries[at].key if 0 <= at < len(self.entries) else None

    def present(self, key: EntryKey) -> bool:
        """Let the column of an entry stand out; False if it is not on show."""
        keys = [entry.key for entry in self.entries]
        if key in keys:
            self._awaited = key
            if not (self._stale or self.comparing.busy):
                self.view.go_to_column(keys.index(key))
        return key in keys

    def search_field(self) -> QWidget:
        """Return where names are typed."""
        return self.bar.models

    def sheet_subjects(self) -> Sequence[Subject]:
        """Return the sheets on offer."""
        regions, zones = self.bar.regions.chosen(), self.bar.regions.zones()
        shown = Shown(self.model.only_differences, self.model.folded)
        return comparison_subjects(self.entries, regions, zones, shown)

    @Slot()
    def refresh(self) -> None:
        """Take what is pinned now; the table waits until somebody looks."""
        self._awaited = self.presented()
        index = self._parts.around.current.index
        rows = map(index.row_of, self._parts.pins.keys)
        self.entries = tuple(index.entries[row] for row in rows if row is not None)
        self.bar.models.offer(index, self._parts.pins.keys)
        self._stale = not self.isVisible()
        if not self._stale:
            self._show_entries()
        elif not self.entries:
            self.middle.setCurrentWidget(self.empty)

    def _show_entries(self) -> None:
        order = self.order()
        self._priced = order.conversion
        self.note.show_order(order)
        places = len(order.view.places(Scope.REGIONAL))
        if len(self.entries) * (places + OF_AN_ENTRY) <= MOST_AT_ONCE:
            self.comparing.drop()
            self._show_comparison(Comparison.of(self.entries, order))
            return
        self.model.show(Table("", (), ()), (), {})  # nothing that could be taken for the answer
        self.working.setText(tr("The models are being compared ..."))
        self.middle.setCurrentWidget(self.working)
        self.comparing.ask(partial(_made_behind, self.entries, order))

    @Slot(object)
    def _show_comparison(self, made: Comparison) -> None:
        self.middle.setCurrentWidget(self.splitter if self.entries else self.empty)
        self.model.show(made.table, made.headings, made.sources)
        if self._awaited is not None:
            self.present(self._awaited)
        self.charts.show_charts(made.charts)
        self._show_chart_area()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a fault of the program, which is told like any other

    @Slot()
    def _show_chart_area(self) -> None:
        """Show no empty area: too few prices make no chart."""
        wanted = self.bar.chart.isChecked() and bool(self.charts.charts)
        beside = self._place_chart()
        has_room = beside or self.height() >= LOW_PX
        self.chart_area.setVisible(wanted and has_room and not self._presenting)

    def _place_chart(self) -> bool:
        """Put the charts beside the table where both have room (True), else below it."""
        beside = self.width() >= self.view.least_width() + BESIDE_PX
        orientation = _BESIDE if beside else _BELOW
        if orientation is not self.splitter.orientation():
            self._keep_sizes()
            self.splitter.setOrientation(orientation)
            self.splitter.setSizes(self._sizes[orientation])
        if beside and not self._shared_out:
            chart = min(CHART_FULL_PX, self.width() - self.view.least_width())
            self.splitter.setSizes([self.width() - chart, chart])
        return beside

    @Slot()
    def _on_shared_out(self) -> None:
        self._shared_out = True

    def _keep_sizes(self) -> None:
        first, second = self.splitter.sizes()
        if first and second:
            self._sizes[self.splitter.orientation()] = (first, second)

    def _build(self) -> None:
        self.chart_area.setWidgetResizable(True)
        self.chart_area.setWidget(self.charts)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.chart_area)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([TABLE_PX, CHART_PX])
        self.middle.addWidget(self.splitter)
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.working)
        column(self.bar, self.note, (self.middle, 1), within=self)
        self.bar.chart.setChecked(True)
        follow(TabAnchor(self), (*self.bar.in_tab_order(), self.view))

    def _connect(self) -> None:
        self._parts.pins.changed.connect(self.refresh)
        self._parts.around.current.changed.connect(self._on_catalog)
        self.comparing.succeeded.connect(self._show_comparison)
        self.comparing.failed.connect(self._on_failed)
        self.view.order_asked.connect(self._on_order)
        self.view.remove_asked.connect(self._on_remove)
        self.view.open_asked.connect(self._on_open)
        self.bar.models.chosen.connect(self._on_added)
        self.bar.models.not_found.connect(self._on_not_found)
        self.bar.regions.edited.connect(self.refresh)
        self.bar.only_differences.toggled.connect(self.model.set_only_differences)
        self.bar.chart.toggled.connect(self._show_chart_area)
        self.bar.sheet.clicked.connect(self.sheet_asked)
        self.bar.money.edited.connect(self._on_money)
        self._parts.wishes.changed.connect(self._on_wishes)
        self.typing.timeout.connect(self.refresh)
        self.steps.changed.connect(self.steps_changed)
        self.steps.regions_changed.connect(self.refresh)
        self.empty.button.clicked.connect(self._on_models)
        self.charts.news.connect(self.news)
        self.splitter.splitterMoved.connect(self._on_shared_out)
        for signal in (
            self.bar.regions.edited,
            self.steps.regions_changed,
            self.bar.chart.toggled,
            self.model.modelReset,
            self.splitter.splitterMoved,
        ):
            signal.connect(self.state_changed)

    @Slot(object)
    def _on_catalog(self, index: CatalogIndex) -> None:
        self.bar.regions.show_catalog(index.catalog)
        self.refresh()

    @Slot()
    def _on_money(self) -> None:
        """Keep a sound currency for the sheets as well; say what is not sound."""
        problem = self.bar.money.problem(self._parts.around.current.catalog)
        if problem:
            self.note.show_problem(problem)
            return
        self._parts.wishes.keep(self.bar.money.filled(self._parts.wishes.now))
        self.typing.start()

    @Slot()
    def _on_wishes(self) -> None:
        """Follow the sheet dialog."""
        self.bar.money.show_wishes(self._parts.wishes.now)
        if self._parts.wishes.now.conversion != self._priced:
            self.typing.start()

    @Slot(object)
    def _on_order(self, order: tuple[int, ...]) -> None:
        self._parts.pins.set_order([self.entries[at].key for at in order])

    @Slot(object)
    def _on_added(self, keys: tuple[EntryKey, ...]) -> None:
        self._parts.pins.pin_only((*self._parts.pins.keys, *keys))
        if self.entries:
            self.present(self.entries[-1].key)

    @Slot(str)
    def _on_not_found(self, name: str) -> None:
        self.news.emit(tr("No model is called {name}.").replace("{name}", name))

    @Slot(int)
    def _on_remove(self, at: int) -> None:
        entry = self.entries[at]
        self._parts.pins.toggle([entry.key])
        words = tr("{name} is no longer pinned; undo brings it back.")
        self.news.emit(words.replace("{name}", entry.title))

    @Slot(int)
    def _on_open(self, at: int) -> None:
        self.entry_asked.emit(self.entries[at].key)

    @Slot()
    def _on_models(self) -> None:
        self.page_asked.emit("models")

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # No focus proxy: Tab would go to the table at once, round the bar above it.
        (self.view if self.entries else self.bar.models).setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chart_area()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
