# SPDX-License-Identifier: MIT
"""What's new: the difference to a kept catalogue, and what is retired next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.differences import summary
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.radar import Retirement, calendar_bytes
from azmodels_gui.language.words import ToldError, tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window import formats
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.news.choosing import (
    CHANGES_TAB,
    CLIENT,
    FILTER,
    RADAR_TAB,
    NewsChoice,
    NewsChoosing,
)
from azmodels_gui.window.news.comparing import Comparing, NewsLines, NewsQuestion, worded
from azmodels_gui.window.news.lists import Folds, NewsLists, Widths
from azmodels_gui.window.page import Page, PageParts, PageState, WriteFile
from azmodels_gui.window.regions.exporting import SeenTable, TableExport
from azmodels_gui.window.theme import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import plain_label

if TYPE_CHECKING:
    from azmodels_gui.window.sheets.subject import Subject


def summary_told(comparing: Comparing, language: str) -> str:
    """Return the line above the lists."""
    if comparing.changes is not None:
        return summary(comparing.changes, language)
    if comparing.is_ready and not comparing.kept:
        return tr("No earlier catalogue is kept yet.")
    return ""


def notes(comparing: Comparing, shown: Catalog, language: str) -> tuple[str, ...]:
    """Return which catalogues the lines are made of."""
    words = tr("Catalogue {serial}, published {day}")
    day = formats.day(shown.published, language)
    told = [words.format(serial=shown.serial, day=day)]
    if comparing.changes is not None:
        old, when = comparing.changes.old_serial, comparing.day_before()
        if when is None:
            told.append(tr("Compared with catalogue {serial}").format(serial=old))
        else:
            words = tr("Compared with catalogue {serial}, published {day}")
            told.append(words.format(serial=old, day=formats.day(when, language)))
    return tuple(told)


def why_empty(comparing: Comparing, *, waiting: bool) -> str:
    """Return why there is no change to see."""
    if comparing.is_ready and not comparing.kept:
        return tr(
            "No earlier catalogue is kept yet, so there is nothing to compare with. After the "
            "next refresh (F5) the differences stand here. The retirement radar beside works "
            "already."
        )
    if comparing.changes is None or waiting:
        return tr("Comparing ...")
    if comparing.changes.is_empty:
        return tr("The two catalogues do not differ.")
    return tr("Nothing that changed fits the choices above.")


def why_no_radar(lines: NewsLines) -> str:
    """Return why there is no retirement to see."""
    if lines.found:
        return tr("No retirement fits the choices above.")
    return tr("No source names a retirement date that is still to come.")


SeenRetirements = Callable[[], tuple[Sequence[Retirement], Catalog]]
"""Returns the retirements on show and the catalogue that names their sources."""


class NewsExport(TableExport):
    """The menu of a table with HTML and a calendar added."""

    def __init__(
        self,
        seen: SeenTable,
        retirements: SeenRetirements,
        write: WriteFile,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(seen, write, language, parent)
        self._retirements = retirements
        self.addAction(tr("Save as &HTML page ..."), self.save_html)
        self.addSeparator()
        self.addAction(tr("Save retirements as ca&lendar ..."), self.save_calendar)

    @Slot()
    def save_html(self) -> None:
        """Ask where, and save as one HTML file."""
        from azmodels_gui.sheets.table import table_html_bytes

        language = self.language
        self._save_table(tr("HTML page"), ".html", lambda seen: table_html_bytes(seen, language))

    @Slot()
    def save_calendar(self) -> None:
        """Ask where, and save the retirements on show as calendar events with a reminder."""
        found, catalog = self._retirements()
        if not found:
            self.news.emit(tr("There is no retirement to save."))
            return
        path = self._path_of(tr("Calendar"), ".ics")
        if path is not None:
            self._save(path, calendar_bytes(found, catalog, self.language))


@dataclass(frozen=True)
class NewsState:
    """What the page remembers beside its choices."""

    folds: Folds = field(default_factory=dict)
    widths: Widths = field(default_factory=dict)
    folder: str = ""
    """Where files went last."""


class NewsPage(Page):
    """Choices above, two lists below; compares and words in the background.

    Signals:
        lists_shown: the lists show the newest difference.
    """

    key = "news"
    shares = frozenset({"entries", "regions", "text", "tab"})
    lists_shown = Signal()

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        language = parts.language
        self._lines = self._shown = NewsLines()
        self._stale = True
        current, theme = parts.around.current, parts.around.theme
        self.comparing = Comparing(current, self)
        self.choosing = NewsChoosing(parts)
        self.lists, self.summary = NewsLists(theme), plain_label()
        self._wording = LatestTask(self)
        write = parts.around.write_file
        self.export = NewsExport(self.seen, self._retirements, write, language, self)
        self._build()
        self._connect()
        self._offer()
        self._word()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: the choices and the list."""
        return (self.choosing.since, self.lists.view())

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        choice = self.choosing.choice(self.lists.chosen_tab, self.comparing.chosen)
        kept = NewsState(self.lists.folds(), self.lists.widths(), self.export.folder)
        return written_state(choice) | written_state(kept)

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        kept, choice = read_state(NewsState, state), read_state(NewsChoice, state)
        self.export.folder = kept.folder
        self.comparing.chosen = choice.since
        self.choosing.show_choice(choice)
        self.lists.restore(kept.folds, kept.widths, choice.tab)
        self._word()

    def seen(self) -> Table:
        """Return exactly the lines on show, in words, with what was left out of them."""
        made_of = notes(self.comparing, self._parts.around.current.catalog, self._language)
        return self.lists.table((*made_of, *self.choosing.words(), self.summary.text()))

    def show_since(self, serial: int) -> None:
        """Show what has changed since a catalogue, of the open client's models alone."""
        self.comparing.choose(serial)
        self._show_of_client(CHANGES_TAB)

    def show_retirements(self) -> None:
        """Show what is retired next, of the open client's models alone."""
        self._show_of_client(RADAR_TAB)

    def _show_of_client(self, tab: int) -> None:
        self.choosing.show_choice(NewsChoice(CLIENT))
        self.lists.choose_tab(tab)
        self._word()
        self.state_changed.emit()

    def search_field(self) -> QWidget:
        """Return where names are typed."""
        return self.choosing.search

    def sheet_subjects(self) -> "Sequence[Subject]":
        """Return the sheet of the list on show; nothing while it has no line."""
        from azmodels_gui.sheets.news_sheet import changes_sheet
        from azmodels_gui.sheets.sheet import SheetKind
        from azmodels_gui.window.sheets.subject import Subject, retirements_subject

        asked = self.choosing.asked(self._language)
        if self.lists.tab != CHANGES_TAB:
            entries = self._parts.around.current.index.entries
            told = retirements_subject(entries, asked)
            return (told,) if self._stale or self._shown.radar else ()
        changes, before = self.comparing.changes, self.comparing.day_before()
        if changes is None or not self._shown.changes:
            return ()
        return (Subject(SheetKind.CHANGES, partial(changes_sheet, changes, before, asked)),)

    def _build(self) -> None:
        self.choosing.export_button.setMenu(self.export)
        self.summary.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        parts = (self.choosing, self.choosing.regions, self.summary, (self.lists, 1))
        column(*parts, within=self, gap=SPACE_S)
        self.setFocusProxy(self.lists)

    def _connect(self) -> None:
        self.choosing.since_asked.connect(self._on_since)
        self.choosing.calendar_button.clicked.connect(self.export.save_calendar)
        self.choosing.narrowed.connect(self._on_narrowed)
        self.choosing.regions_chosen.connect(self._on_regions)
        self.lists.entry_asked.connect(self.entry_asked)
        self.lists.tab_changed.connect(self._on_tab)
        self.lists.state_changed.connect(self.state_changed)
        self.export.news.connect(self.news)
        self.export.folder_changed.connect(self.state_changed)
        self.comparing.offered.connect(self._offer)
        self.comparing.changed.connect(self._word)
        self.comparing.failed.connect(self._on_failed)
        self._wording.succeeded.connect(self._on_worded)
        self._parts.pins.changed.connect(self._follow)
        self._parts.around.client.changed.connect(self._follow)
        self._parts.history.query_changed.connect(self._on_query)
        self._parts.around.current.changed.connect(self._on_catalog)

    @Slot()
    def _offer(self) -> None:
        """Offer what can be compared with."""
        comparing = self.comparing
        self.choosing.show_kept(comparing.kept, comparing.wanted)
        if comparing.is_ready:
            self.lists.lead(to_radar=not comparing.kept)
        self._show()

    @Slot()
    def _word(self) -> None:
        """Put all into words, in the background; while hidden, when somebody looks."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        index, changes = self._parts.around.current.index, self.comparing.changes
        regions, language = self.choosing.region_ids(), self._language
        question = NewsQuestion(index, changes, regions, language)
        self._wording.ask(partial(worded, question))
        self._show()

    @Slot(object)
    def _on_worded(self, lines: NewsLines) -> None:
        self._lines = lines
        self._show()
        if self.comparing.changes is not None or not self.comparing.kept:
            self.lists_shown.emit()

    @Slot()
    def _show(self) -> None:
        self._shown = self._lines.narrowed(self.choosing.row_filter())
        self.lists.show_lines(self._shown, self._language)
        on_radar = self.lists.tab != CHANGES_TAB
        self.choosing.calendar_button.setVisible(on_radar)
        waiting = self._wording.busy and not self._lines.changes
        why = why_empty(self.comparing, waiting=waiting)
        self.lists.say_empty(why, why_no_radar(self._lines))
        told = summary_told(self.comparing, self._language)
        self.summary.setText(told)
        # Where nothing can be compared, the empty list says so and why.
        self.summary.setVisible(bool(told) and (on_radar or bool(self.comparing.kept)))
        serial = self._parts.around.current.catalog.serial
        self.export.file_stem = f"azmodels-{'retirements' if on_radar else 'changes'}-{serial}"

    def _retirements(self) -> tuple[Sequence[Retirement], Catalog]:
        return self._shown.found, self._parts.around.current.catalog

    @Slot()
    def _follow(self) -> None:
        """Follow the pins; while another page is on show, when this one is again."""
        self._stale = self._stale or not self.isVisible()
        if not self._stale:
            self._show()

    @Slot()
    def _on_query(self) -> None:
        if FILTER in self.choosing.regions.ids():
            self._word()
        else:
            self._follow()

    @Slot()
    def _on_since(self) -> None:
        self.comparing.choose(int(self.choosing.since.currentData()))
        self.state_changed.emit()

    @Slot()
    def _on_narrowed(self) -> None:
        self._show()
        self.state_changed.emit()

    @Slot()
    def _on_regions(self) -> None:
        self._word()
        self.state_changed.emit()

    @Slot()
    def _on_tab(self) -> None:
        self._show()
        self.state_changed.emit()

    @Slot(object)
    def _on_catalog(self, _index: object) -> None:
        self._lines = NewsLines()
        self._stale = True
        self.choosing.take_catalog()
        self.comparing.forget()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        told = tr("The catalogues could not be compared.")
        if isinstance(error, ToldError):
            told = error.told(self._language)
        self.news.emit(told)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.comparing.set_looking(True)
        if self._stale:
            self._word()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.comparing.set_looking(False)
