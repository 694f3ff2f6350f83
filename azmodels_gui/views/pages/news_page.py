# SPDX-License-Identifier: MIT
"""What's new: the difference to a kept catalogue, and what is retired next."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.calendar_file import calendar_bytes
from azmodels_gui.catalog.changes_summary import summary
from azmodels_gui.catalog.radar import Retirement, retirements
from azmodels_gui.qtmodels import formats
from azmodels_gui.qtmodels.catalog_refresh import CatalogRefresh, Changes, RefreshFailed
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.reports.change_rows import change_groups
from azmodels_gui.reports.change_words import RADAR_HEADINGS, ChangeWords
from azmodels_gui.reports.grouped import RowFilter, RowGroup, filtered
from azmodels_gui.reports.radar_rows import radar_groups
from azmodels_gui.reports.table import Table
from azmodels_gui.views.dialogs.save_dialog import WantedFile
from azmodels_gui.views.news.exporting import NewsExport
from azmodels_gui.views.news.kept_choice import comparable, first_choice
from azmodels_gui.views.news.rows_view import RowsView
from azmodels_gui.views.news.toolbar import ALL, FILTER, PINNED, NewsToolbar
from azmodels_gui.views.pages.page import PageParts, PageState
from azmodels_gui.views.plain_text import plain_label
from azmodels_gui.views.surroundings import FileProblem
from azmodels_gui.views.theme.tokens import SPACE_L, SPACE_M, SPACE_S

CHANGE_COLUMN, DAYS_COLUMN = 4, 1


class NewsPage(QWidget):
    """Choices above, two lists below; compares in the background.

    Signals:
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
        link_asked: a `QUrl` the user wants to open.
        entry_asked: the key of an entry to read about among the models.
    """

    key = "news"
    state_changed = Signal()
    news = Signal(str)
    link_asked = Signal(QUrl)
    entry_asked = Signal(object)

    def __init__(self, parts: PageParts, language: Language) -> None:
        super().__init__()
        self._parts = parts
        self._language = language
        self._refresh: CatalogRefresh | None = None
        self._changes: Changes | None = None
        self._wanted: int | None = None
        self._comparing = False
        self._groups: tuple[RowGroup, ...] = ()
        self._found: tuple[Retirement, ...] = ()
        self._no_others = False
        self.toolbar, self.summary = NewsToolbar(), plain_label()
        self.empty = plain_label()
        theme = parts.around.theme
        self.changes_view = RowsView(theme, CHANGE_COLUMN)
        self.radar_view = RowsView(theme, DAYS_COLUMN)
        self.export = NewsExport(self.seen, parts.around.write_file, self)
        self._build()
        self._connect()
        self.set_language(language)

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: the choices and the list."""
        return (self.toolbar.since, self._view())

    def set_refresh(self, refresh: CatalogRefresh) -> None:
        """Give what compares; it is made after the window."""
        self._refresh = refresh
        refresh.compared.connect(self._on_compared)
        refresh.failed.connect(self._on_failed)
        refresh.running_changed.connect(self._on_running)
        self._offer_kept()

    def set_language(self, language: Language) -> None:
        """Show texts and figures in another language; its translator is installed."""
        self._language = self.export.language = language
        self.export.retranslate()
        self.retranslate()
        self._offer_kept(ask=False)
        self._word()

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        return {
            "entries": self.toolbar.entries.currentData() or ALL,
            "tab": self.tabs.currentIndex(),
            "folder": self.export.folder,
            "folds": self.changes_view.folds(),
        }

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        folder, tab = state.get("folder"), state.get("tab")
        self.export.folder = folder if isinstance(folder, str) else ""
        self.toolbar.entries.show_choice(str(state.get("entries", ALL)))
        self.tabs.setCurrentIndex(1 if tab == 1 else 0)
        self.changes_view.set_folds(state.get("folds"))
        self._show()

    def seen(self) -> Table | None:
        """Return exactly the lines on show, in words."""
        model = self._view().rows
        catalog = self._parts.around.current.catalog
        day = formats.day(catalog.published, self._language)
        note = self.tr("Catalogue {serial}, as of {day}").format(serial=catalog.serial, day=day)
        lines = tuple((group.title, *row.cells) for group in model.groups for row in group.rows)
        notes = (note, self.summary.text(), self.tr("No offer and no legal advice."))
        return Table(
            self.tabs.tabText(self.tabs.currentIndex()).split(" (")[0],
            (self.tr("Kind"), *model.headings),
            lines,
            notes=tuple(filter(None, notes)),
            notes_name=self.tr("Sources"),
        )

    @Slot()
    def save_calendar(self) -> None:
        """Ask where, and save the retirements on show as calendar events."""
        shown = {
            (row.model, row.version) for group in self.radar_view.rows.groups for row in group.rows
        }
        found = [each for each in self._found if each.entry.key in shown]
        if not found:
            self.news.emit(self.tr("There is no retirement to save."))
            return
        path = self.export.ask_path(
            WantedFile(
                self.tr("Save retirements as calendar"),
                self.tr("Calendar"),
                ".ics",
                Path(self.export.folder) / "azmodels-retirements.ics",
            ),
            self,
        )
        if path is not None:
            catalog = self._parts.around.current.catalog
            self._save(path, calendar_bytes(found, catalog, self._language.value))

    def _save(self, path: Path, data: bytes) -> None:
        try:
            self._parts.around.write_file(path, data)
        except FileProblem as error:
            self.news.emit(str(error))
            return
        self.news.emit(self.tr("Saved as {file}").replace("{file}", str(path)))

    def retranslate(self) -> None:
        """Take the texts of the language on show."""
        self.toolbar.retranslate(self._parts.around.current.catalog.regions)

    def _build(self) -> None:
        self.toolbar.export_button.setMenu(self.export.menu)
        self.summary.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        self.empty.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.changes_view)
        self.middle.addWidget(self.empty)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.middle, "")
        self.tabs.addTab(self.radar_view, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.toolbar)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)

    def _connect(self) -> None:
        self.toolbar.since_asked.connect(self._on_since)
        self.toolbar.narrowed.connect(self._on_choice)
        self.tabs.currentChanged.connect(self._on_choice)
        self.toolbar.calendar_button.clicked.connect(self.save_calendar)
        for view in (self.changes_view, self.radar_view):
            view.entry_asked.connect(self.entry_asked)
        self.export.news.connect(self.news)
        self.export.folder_changed.connect(self.state_changed)
        self._parts.pins.changed.connect(self._follow)
        self._parts.history.query_changed.connect(self._follow)
        self._parts.around.current.changed.connect(self._on_catalog)

    def _view(self) -> RowsView:
        return self.radar_view if self.tabs.currentIndex() == 1 else self.changes_view

    def _offer_kept(self, *, ask: bool = True) -> None:
        """Offer the kept catalogues, and compare with the one before if none is chosen."""
        if self._refresh is None:
            return
        shown = self._parts.around.current.catalog.serial
        try:
            kept = comparable(self._refresh.history(), shown)
        except RefreshFailed as error:
            self.news.emit(error.text(self._language.value))
            kept = ()
        self._no_others = not kept
        if not kept:
            self.tabs.setCurrentIndex(1)  # the radar needs no other catalogue
        if self._wanted not in [each.serial for each in kept]:
            self._wanted = first_choice(kept, shown)
        self.toolbar.show_kept(kept, self._wanted, self._language)
        if ask:
            self._compare()
        self._show()

    def _compare(self) -> None:
        """Compare, or as soon as the present run ended."""
        self._changes = None
        if self._refresh is None or self._wanted is None or not self.isVisible():
            return
        if not self._refresh.running:
            self._comparing = True
            self._refresh.compare(self._wanted)

    def _word(self) -> None:
        """Put the difference and the retirements into words."""
        current = self._parts.around.current
        language = self._language.value
        self._groups = ()
        if self._changes is not None:
            self._groups = change_groups(self._changes, current.catalog, language)
        self._found = retirements(current.index.entries, current.catalog, current.today)
        self._show()

    @Slot()
    def _show(self) -> None:
        words = ChangeWords(self._language.value)
        wanted = self._filter()
        shown = filtered(self._groups, wanted)
        radar = filtered(
            radar_groups(self._found, self._language.value),
            RowFilter(wanted.entries, None, wanted.text),
        )
        self.changes_view.show_groups(words.headings(), shown)
        self.radar_view.show_groups(words.headings(RADAR_HEADINGS), radar)
        self.toolbar.calendar_button.setVisible(self.tabs.currentIndex() == 1)
        counts = [sum(len(group.rows) for group in groups) for groups in (shown, radar)]
        self.tabs.setTabText(0, self.tr("Changes") + f" ({counts[0]})")
        self.tabs.setTabText(1, self.tr("Retirement radar") + f" ({counts[1]})")
        changes = self._changes
        why = self._why_empty()
        told = why if self._no_others else ""
        self.summary.setText(told if changes is None else summary(changes, self._language.value))
        self.empty.setText(why)
        self.middle.setCurrentIndex(0 if shown else 1)
        self.export.file_stem = f"azmodels-news-{self._parts.around.current.catalog.serial}"

    @Slot()
    def _follow(self) -> None:
        """Follow pins and filter; while another page is on show, when this one is again."""
        if self.isVisible():
            self._show()

    def _why_empty(self) -> str:
        if self._no_others:
            return self.tr(
                "No earlier catalogue is kept yet, so there is nothing to compare with. After the "
                "next refresh (F5) the differences stand here. The retirement radar beside works "
                "already."
            )
        if self._changes is None:
            return self.tr("Comparing ...")
        if not self._groups:
            return self.tr("The two catalogues do not differ.")
        return self.tr("Nothing that changed fits the choices above.")

    def _filter(self) -> RowFilter:
        current, query = self._parts.around.current, self._parts.history.query
        keys = None
        match self.toolbar.entries.currentData():
            case kind if kind == PINNED:
                keys = frozenset(self._parts.pins.keys)
            case kind if kind == FILTER:
                index = current.index
                keys = frozenset(index.entries[row].key for row in index.run(query).rows())
        chosen = self.toolbar.regions.currentData()
        regions = None if chosen in (None, ALL) else frozenset((chosen,))
        if chosen == FILTER:
            regions = query.regions or None
        return RowFilter(keys, regions, self.toolbar.search.text())

    @Slot()
    def _on_since(self) -> None:
        self._wanted = int(self.toolbar.since.currentData())
        self._compare()
        self._word()

    @Slot()
    def _on_choice(self) -> None:
        self._show()
        self.state_changed.emit()

    @Slot(object)
    def _on_catalog(self, _index: object) -> None:
        self._wanted = self._changes = None
        self.retranslate()
        self._offer_kept()
        self._word()

    @Slot(object)
    def _on_compared(self, changes: Changes) -> None:
        self._comparing = False
        shown = self._parts.around.current.catalog.serial
        if (changes.old_serial, changes.new_serial) != (self._wanted, shown):
            self._compare()  # meanwhile another one was chosen or came on show
            return
        self._changes = changes
        self._word()

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        if self._comparing:
            self._comparing = False
            self._wanted = None
            self.empty.setText(self.tr("The catalogues could not be compared."))

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if not running and self._changes is None and not self._comparing:
            self._offer_kept()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        if self._changes is None and not self._comparing:
            self._offer_kept()
