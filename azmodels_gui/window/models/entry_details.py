# SPDX-License-Identifier: MIT
"""The heading, the strip and the tabs of one entry."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QTabWidget, QToolButton, QWidget

from azmodels_gui.answers.key_facts import strip
from azmodels_gui.language.words import tr
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.models import answer_cells
from azmodels_gui.window.models.cell_context import OnShow
from azmodels_gui.window.models.pane import Fact, Pane, facts
from azmodels_gui.window.models.panes import (
    AvailabilityPane,
    CapacityPane,
    LifecyclePane,
    OverviewPane,
    SourcesPane,
)
from azmodels_gui.window.models.prices_pane import PricesPane
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, TITLE_PT, Theme, Tokens
from azmodels_gui.window.widgets.chip_painter import ChipStrip
from azmodels_gui.window.widgets.layouts import AS_USUAL, column, row
from azmodels_gui.window.widgets.tab_stop import stop_at_bar
from azmodels_gui.window.widgets.texts import plain_label, scaled, set_text_colour, text_colour

if TYPE_CHECKING:
    from azmodels_gui.window.client.notes import ModelNotes

COLUMNS = 2


class Tile(QWidget):
    """A name, and below it a figure with its source under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.figure = plain_label(), plain_label(selectable=True)
        column(self.name, self.figure, 1, within=self)

    def show_fact(self, fact: Fact | None, tokens: Tokens) -> None:
        """Show another figure; None: nothing."""
        self.setVisible(fact is not None)
        if fact is None:
            return
        self.name.setFont(scaled(self.font(), NOTE_PT))
        self.figure.setFont(scaled(self.font(), 0, bold=True))
        set_text_colour(self.name, tokens.muted)
        set_text_colour(self.figure, text_colour(fact.tone, tokens))
        self.name.setText(fact.name)
        self.figure.setText(fact.text)
        self.figure.setAccessibleName(f"{fact.name}: {fact.text}")
        self.setToolTip(tool_tip(fact.tip))
        self.figure.setAccessibleDescription(fact.tip)


class Strip(QFrame):
    """Tiles in two columns; they are kept, as making them anew for each entry would be slow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self.setProperty("kind", "card")
        self._grid.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S - 2)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)

    def show_entry(self, shown: OnShow) -> None:
        """Show what is read first of an entry."""
        told = list(facts(strip(shown.entry, shown.context.view), shown))
        while len(self._tiles) < len(told):
            place = divmod(len(self._tiles), COLUMNS)
            self._tiles.append(Tile(self))
            self._grid.addWidget(self._tiles[-1], *place)
        for tile, fact in zip_longest(self._tiles, told):
            tile.show_fact(fact, self._theme.tokens)

    def texts(self) -> list[str]:
        """Return every text on show; for tests."""
        tiles = (tile for tile in self._tiles if not tile.isHidden())
        return [label.text() for tile in tiles for label in (tile.name, tile.figure)]


PANES = (OverviewPane, AvailabilityPane, CapacityPane, PricesPane, LifecyclePane, SourcesPane)


TABS_PX = 72
"""Least height of the tabs: on a low screen what stands above them is not squeezed."""
NARROWEST_PX, NARROWEST_CHARS = 280, 34
"""Tabs that have no room are scrolled to; texts of a larger font need more."""
LOW_LINES, LOWEST_LINES = 26, 16
"""Lines of text. In low details the line that the strip tells, too, gives way; in the lowest the
strip does, since the tabs would have no room."""


class EntryDetails(QWidget):
    """A heading and tabs; only the tab on show is filled, the others when they are opened.

    Signals:
        link_asked: a `QUrl` the user wants to open.
        pane_changed: another tab is on show.
    """

    link_asked = Signal(QUrl)
    pane_changed = Signal()

    def __init__(self, theme: Theme, pins: Pins, client: OpenClient) -> None:
        super().__init__()
        self._theme = theme
        self._pins = pins
        self._client = client
        self.notes: ModelNotes | None = None
        self._shown: OnShow | None = None
        self._stale: set[Pane | ModelNotes] = set()
        self.name, self.subtitle = plain_label(selectable=True), plain_label()
        self.pin_button = QToolButton()
        self.strip = Strip(theme)
        self.tabs = QTabWidget()
        self.panes: tuple[Pane, ...] = tuple(kind(theme) for kind in PANES)
        self._stage = ChipStrip((), theme)
        self._build()
        self._fit_tabs()
        self._take_look()
        self._connect()

    def show_entry(self, shown: OnShow) -> None:
        """Show another entry."""
        if shown == self._shown:
            return
        self._shown = shown
        self._refresh()

    def forget(self) -> None:
        """Let the next entry be shown anew, even if it is the same."""
        self._shown = None

    def pane_key(self) -> str:
        """Return which tab is on show."""
        return self._tabs()[self.tabs.currentIndex()].key

    def open_pane(self, key: str) -> None:
        """Show a tab; an unknown key changes nothing."""
        for place, pane in enumerate(self._tabs()):
            if pane.key == key:
                self.tabs.setCurrentIndex(place)

    def _tabs(self) -> "tuple[Pane | ModelNotes, ...]":
        """Return what stands in the tabs; notes only once a client was open."""
        return self.panes if self.notes is None else (*self.panes, self.notes)

    @Slot()
    def _offer_notes(self) -> None:
        """Have a tab for notes while a client is open that they can belong to."""
        is_open = self._client.client is not None
        if is_open and self.notes is None:
            from azmodels_gui.window.client.notes import ModelNotes

            self.notes = ModelNotes(self._client)
            self.notes.link_asked.connect(self.link_asked)
            self.tabs.addTab(self.notes, tr(ModelNotes.words))
            self._stale.add(self.notes)
        if self.notes is not None:
            self.tabs.setTabVisible(len(self.panes), is_open)

    def _fit_tabs(self) -> None:
        """Let no tab be cut off or scrolled away, whatever the language and the font."""
        larger = self.fontMetrics().averageCharWidth() * NARROWEST_CHARS
        self.setMinimumWidth(max(NARROWEST_PX, larger))

    def _build(self) -> None:
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        heading = row((self.name, 1), gap=AS_USUAL, edges=(SPACE_M, 0, SPACE_S, 0))
        heading.addWidget(self.pin_button, 0, Qt.AlignmentFlag.AlignTop)
        stage = row(self._stage, edges=(SPACE_M, 0, SPACE_M, 0))
        self.subtitle.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        beside = row(self.strip, edges=(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS))
        parts = (heading, stage, self.subtitle, beside, (self.tabs, 1))
        column(*parts, within=self, gap=SPACE_XS, edges=(0, SPACE_M, 0, 0))
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(TABS_PX)
        stop_at_bar(self.tabs)
        self.tabs.setAccessibleName(tr("Details"))
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        for pane in self.panes:
            self.tabs.addTab(pane, pane.title())
            pane.setAccessibleName(pane.title())

    def _connect(self) -> None:
        for pane in self.panes:
            pane.link_asked.connect(self.link_asked)
        self.tabs.currentChanged.connect(self._on_tab)
        self.pin_button.clicked.connect(self._on_pin)
        self._pins.changed.connect(self._show_pin)
        self._client.changed.connect(self._offer_notes)
        self._offer_notes()

    def _refresh(self) -> None:
        self._stale = set(self._tabs())
        if self._shown is not None:
            self._write_heading(self._shown)
            self._show_pin()
            self._fill_current()

    def _write_heading(self, shown: OnShow) -> None:
        entry, context = shown.entry, shown.context
        self.name.setText(entry.model.id)
        self.strip.show_entry(shown)
        self._stage.show_chips(answer_cells.stage(entry, context))
        provider = context.provider_names.get(entry.model.provider, entry.model.provider)
        version = entry.version.version
        parts = [provider]
        if version:
            parts.append(tr("Version {version}").replace("{version}", version))
        parts.append(self._time_left(shown))
        self.subtitle.setText(" · ".join(part for part in parts if part))

    def _time_left(self, shown: OnShow) -> str:
        on = shown.entry.stage_on(shown.today)
        if on.retirement_date is None or on.days_left is None:
            return ""
        day = shown.day(on.retirement_date)
        if on.past_date:
            return tr("past its date since {day}").format(day=day)
        if on.days_left == 1:
            return tr("1 day left, until {day}").format(day=day)
        return tr("{days} days left, until {day}").format(days=shown.number(on.days_left), day=day)

    def _fill_current(self) -> None:
        pane = self._tabs()[self.tabs.currentIndex()]
        if self._shown is not None and pane in self._stale:
            pane.show_entry(self._shown)
            self._stale.discard(pane)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        lines = event.size().height() // self.fontMetrics().lineSpacing()
        self.subtitle.setHidden(LOWEST_LINES <= lines < LOW_LINES)
        self.strip.setHidden(lines < LOWEST_LINES)
        super().resizeEvent(event)

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        self._fill_current()
        self.pane_changed.emit()

    @Slot()
    def _on_pin(self) -> None:
        if self._shown is not None:
            self._pins.toggle([self._shown.entry.key])

    @Slot()
    def _show_pin(self) -> None:
        pinned = self._shown is not None and self._shown.entry.key in self._pins
        tokens = self._theme.tokens
        name, colour = ("pinned", tokens.accent) if pinned else ("pin", tokens.muted)
        self.pin_button.setIcon(self._theme.icon(name, colour))
        words = tr("Unpin") if pinned else tr("Pin")
        self.pin_button.setToolTip(words)
        self.pin_button.setAccessibleName(words)

    def _take_look(self) -> None:
        self.name.setFont(scaled(self.font(), TITLE_PT, bold=True))
        set_text_colour(self.subtitle, self._theme.tokens.muted)
        self.tabs.tabBar().setFont(scaled(self.font(), NOTE_PT))
        self._fit_tabs()
        self._refresh()
