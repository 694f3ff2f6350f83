# SPDX-License-Identifier: MIT
"""The heading and the tabs of one entry."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.sources import sources_of
from azmodels_gui.answers.successor import successor
from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.entry import stage_on
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import capitalized
from azmodels_gui.window import formats
from azmodels_gui.window.models import offer_cells
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.availability_pane import AvailabilityPane
from azmodels_gui.window.models.panes.capacity_pane import CapacityPane
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.overview_pane import OverviewPane
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.models.panes.prices_pane import PricesPane
from azmodels_gui.window.models.panes.strip import Strip
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, TITLE_PT, Tone
from azmodels_gui.window.widgets.chip_painter import ChipStrip
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour


class SourcesPane(Pane):
    """One paragraph a document, with what was read from it."""

    key = "sources"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Sources")

    def fill(self, shown: OnShow) -> None:
        """Add every source of the entry."""
        used = sources_of(shown.entry, shown.context.view)
        if not used:
            self.add_paragraph(tr("No source is named."), tone=Tone.MUTED)
        for source_id, topics in used.items():
            read = dict.fromkeys(capitalized(shown.order.words(each)) for each in topics)
            source = shown.source(source_id)
            if source is None:
                self.add_paragraph(source_id)
            else:
                self._add_source(source, ", ".join(read), shown)

    def _add_source(self, source: Source, read: str, shown: OnShow) -> None:
        if source.url is not None:
            self.add_link(source.title, source.url)
        else:
            self.add_paragraph(source.title)
        as_of = formats.partial_day(source.as_of, shown.context.language)
        lines = [tr("as of {day}").format(day=as_of)]
        lines += [each for each in (source.publisher, source.licence) if each]
        if source.secondary:
            lines.append(tr("secondary source: restates others"))
        words = [" · ".join(lines), tr("Read from it: {what}").replace("{what}", read)]
        if source.note is not None:
            words.append(shown.text(source.note))
        self.add_paragraph("\n".join(words), tone=Tone.MUTED)


class LifecyclePane(Pane):
    """Past its date is marked even where the source still says otherwise."""

    key = "lifecycle"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Lifecycle")

    def fill(self, shown: OnShow) -> None:
        """Add contradictions, then dates, then fine-tuning."""
        on = stage_on(shown.entry.version.lifecycle, shown.today)
        if on.contradicts and on.retirement_date is not None:
            self.add_note(
                tr(
                    "Its retirement date {day} has passed, but the source does not call it retired."
                ).format(day=shown.day(on.retirement_date))
            )
        self.add_conflicts(
            shown, "lifecycle", "stage", "retirement", "deprecation", "replacement", "fine_tuning"
        )
        for section in (lifecycle, successor):
            rows = section((shown.entry,), shown.context.view).rows
            self.add_facts(list(facts(rows, shown)))


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

    def __init__(self, theme: Theme, pins: Pins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pins = pins
        self._shown: OnShow | None = None
        self._stale: set[Pane] = set()
        self.name, self.subtitle = plain_label(selectable=True), plain_label()
        self.pin_button = QToolButton()
        self.strip = Strip(theme)
        self.tabs = QTabWidget()
        self.panes: tuple[Pane, ...] = tuple(kind(theme) for kind in PANES)
        self._stage = QHBoxLayout()
        self._build()
        self.tabs.setAccessibleName(tr("Details"))
        for place, pane in enumerate(self.panes):
            self.tabs.setTabText(place, pane.title())
            pane.setAccessibleName(pane.title())
        self._fit_tabs()
        self._refresh()
        self._take_look()
        self._connect()

    def show_entry(self, shown: OnShow) -> None:
        """Show another entry."""
        if shown == self._shown:
            return
        self._shown = shown
        self._refresh()

    def pane_key(self) -> str:
        """Return which tab is on show."""
        return self.panes[self.tabs.currentIndex()].key

    def open_pane(self, key: str) -> None:
        """Show a tab; an unknown key changes nothing."""
        for place, pane in enumerate(self.panes):
            if pane.key == key:
                self.tabs.setCurrentIndex(place)

    def _fit_tabs(self) -> None:
        """Let no tab be cut off or scrolled away, whatever the language and the font."""
        larger = self.fontMetrics().averageCharWidth() * NARROWEST_CHARS
        self.setMinimumWidth(max(NARROWEST_PX, larger))

    def _build(self) -> None:
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_M, 0, 0)
        column.setSpacing(SPACE_XS)
        heading = QHBoxLayout()
        heading.setContentsMargins(SPACE_M, 0, SPACE_S, 0)
        heading.addWidget(self.name, 1)
        heading.addWidget(self.pin_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(heading)
        self._stage.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        column.addLayout(self._stage)
        self.subtitle.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        column.addWidget(self.subtitle)
        beside = QHBoxLayout()
        beside.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        beside.addWidget(self.strip)
        column.addLayout(beside)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        for pane in self.panes:
            self.tabs.addTab(pane, "")
        column.addWidget(self.tabs, 1)
        self.tabs.setMinimumHeight(TABS_PX)

    def _connect(self) -> None:
        for pane in self.panes:
            pane.link_asked.connect(self.link_asked)
        self.tabs.currentChanged.connect(self._on_tab)
        self.pin_button.clicked.connect(self._on_pin)
        self._pins.changed.connect(self._show_pin)
        self._theme.changed.connect(self._take_look)

    def _refresh(self) -> None:
        self._stale = set(self.panes)
        if self._shown is not None:
            self._write_heading(self._shown)
            self._show_pin()
            self._fill_current()

    def _write_heading(self, shown: OnShow) -> None:
        entry, context = shown.entry, shown.context
        self.name.setText(entry.model.id)
        self.strip.show_entry(shown)
        while self._stage.count():
            old = self._stage.takeAt(0)
            if old is not None and (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._stage.addWidget(ChipStrip(offer_cells.stage(entry, context), self._theme))
        provider = context.provider_names.get(entry.model.provider, entry.model.provider)
        version = entry.version.version
        parts = [provider]
        if version:
            parts.append(tr("Version {version}").replace("{version}", version))
        parts.append(self._time_left(shown))
        self.subtitle.setText(" · ".join(part for part in parts if part))

    def _time_left(self, shown: OnShow) -> str:
        on = stage_on(shown.entry.version.lifecycle, shown.today)
        if on.retirement_date is None or on.days_left is None:
            return ""
        day = shown.day(on.retirement_date)
        if on.past_date:
            return tr("past its date since {day}").format(day=day)
        if on.days_left == 1:
            return tr("1 day left, until {day}").format(day=day)
        return tr("{days} days left, until {day}").format(days=shown.number(on.days_left), day=day)

    def _fill_current(self) -> None:
        pane = self.panes[self.tabs.currentIndex()]
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

    @Slot()
    def _take_look(self) -> None:
        self.name.setFont(scaled(self.font(), TITLE_PT, bold=True))
        set_text_colour(self.subtitle, self._theme.tokens.muted)
        self.tabs.tabBar().setFont(scaled(self.font(), NOTE_PT))
        if self.isVisible():  # before, the style has not settled how wide tabs are
            self._fit_tabs()
        self._refresh()
