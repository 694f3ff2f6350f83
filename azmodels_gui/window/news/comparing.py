# SPDX-License-Identifier: MIT
"""What the catalogue on show is compared with, and what came of it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot

from azmodels_gui.catalog.differences import Changes, changes_in_regions
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.radar import Retirement, retirements
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import GroupedRow, RowFilter, RowGroup, filtered
from azmodels_gui.sheets.radar_rows import radar_groups
from azmodels_gui.window.background import switching_soon
from azmodels_gui.window.model_index import Index, Role
from azmodels_gui.window.models.fact_tree import TwoLevelModel
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.refreshing import (
    CatalogRefresh,
    KeptCatalog,
    Refreshed,
    RefreshFailed,
    Trust,
)


def comparable(kept: Sequence[KeptCatalog], shown_serial: int) -> tuple[KeptCatalog, ...]:
    """Return the catalogues that differ from the one on show, the newest first.

    What is signed by a key that is no longer trusted is not compared with.
    """
    return tuple(
        each for each in kept if each.serial != shown_serial and each.trust is not Trust.REVOKED
    )


def first_choice(kept: Sequence[KeptCatalog], shown_serial: int) -> int | None:
    """Return the serial before the one on show, else the newest; None: there is none."""
    older = [each.serial for each in kept if each.serial < shown_serial]
    others = [each.serial for each in kept]
    return max(older, default=max(others, default=None))


class Comparing(QObject):
    """Compares in the background, while somebody looks.

    Attributes:
        kept: what can be compared with.
        wanted: serial of the one that is, or is about to be; None: there is none.
        changes: the difference; None: not known yet.
        chosen: the serial the user chose, and the one on show then; None: nobody chose.

    Signals:
        offered: `kept` or `wanted` are others.
        changed: `changes` is another one.
        failed: the exception for which a catalogue cannot be compared.
    """

    offered = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, current: CurrentCatalog, parent: QObject) -> None:
        super().__init__(parent)
        self._current = current
        self._refresh: CatalogRefresh | None = None
        self._looking = self._running = False
        self._unusable: set[int] = set()
        self._known: Changes | None = None
        self.kept: tuple[KeptCatalog, ...] = ()
        self.wanted: int | None = None
        self.changes: Changes | None = None
        self.chosen: tuple[int, int] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._compare)

    @property
    def is_ready(self) -> bool:
        """Tell whether it is known what can be compared with."""
        return self._refresh is not None

    def set_refresh(self, refresh: CatalogRefresh) -> None:
        """Give what compares; it is made after the window."""
        self._refresh = refresh
        refresh.compared.connect(self._on_compared)
        refresh.failed.connect(self._on_failed)
        refresh.refreshed.connect(self._on_refreshed)
        refresh.running_changed.connect(self._on_running)
        self.offer()

    def day_before(self) -> date | None:
        """Return the day of the catalogue compared with; None: not known."""
        old = None if self.changes is None else self.changes.old_serial
        return next((each.published for each in self.kept if each.serial == old), None)

    def set_looking(self, looking: bool) -> None:
        """Compare from now on, or no longer."""
        self._looking = looking
        if looking:
            self.offer()

    def choose(self, serial: int) -> None:
        """Compare with another one, as the user wishes."""
        self.chosen = serial, self._current.catalog.serial
        self._want(serial)
        self._compare_soon()

    def forget(self) -> None:
        """Begin anew: another catalogue is on show."""
        self.chosen = None
        self._unusable.clear()
        self._want(None)
        if self._looking:
            self.offer()

    @Slot()
    def offer(self) -> None:
        """Look what is kept, and compare with the one before if nobody chose another."""
        if self._refresh is None:
            return
        shown = self._current.catalog.serial
        kept = comparable(self._history(self._refresh), shown)
        self.kept = tuple(each for each in kept if each.serial not in self._unusable)
        serials = [each.serial for each in self.kept]
        if self.wanted not in serials:
            chosen, at = self.chosen or (None, None)
            usual = first_choice(self.kept, shown)
            self._want(chosen if chosen in serials and at == shown else usual)
        self.offered.emit()
        self._compare_soon()

    def _history(self, refresh: CatalogRefresh) -> tuple[KeptCatalog, ...]:
        try:
            return refresh.history()
        except RefreshFailed as error:
            self.failed.emit(error)
            return ()

    def _want(self, serial: int | None) -> None:
        if serial != self.wanted or serial is None:
            self.wanted = serial
            self._take(None)

    def _take(self, changes: Changes | None) -> None:
        self.changes = changes
        self.changed.emit()

    def _compare_soon(self) -> None:
        """Compare when the signals under way are through: one of them may bring the answer."""
        self._soon.start()

    @Slot()
    def _compare(self) -> None:
        if self._refresh is None or self.wanted is None or self.changes is not None:
            return
        if self._known is not None and self._fits(self._known):
            self._take(self._known)
        elif self._looking and not self._refresh.running:
            self._running = True
            self._refresh.compare(self.wanted)

    def _fits(self, changes: Changes) -> bool:
        shown = self._current.catalog.serial
        return (changes.old_serial, changes.new_serial) == (self.wanted, shown)

    @Slot(object)
    def _on_compared(self, changes: Changes) -> None:
        self._running = False
        if self._fits(changes):
            self._take(changes)
        else:
            self._compare_soon()  # meanwhile another one was chosen or came on show

    @Slot(object)
    def _on_refreshed(self, done: Refreshed) -> None:
        self._known = done.changes or self._known

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self._running:
            self._running = False
            if self.wanted is not None:
                self._unusable.add(self.wanted)
            self.failed.emit(error)
            self.offer()

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if not running and not self._running and self._looking:
            self.offer()


class GroupedRowsModel(TwoLevelModel):
    """Groups with their counts (`RowGroup`), and their lines beneath."""

    TONE_ROLE = int(Role.UserRole) + 1

    def index_of(self, wanted: GroupedRow) -> QModelIndex:
        """Return where an equal line stands; an invalid index where there is none."""
        for place, group in enumerate(self.groups):
            if wanted in group.rows:
                return self.index(group.rows.index(wanted), 0, self.index(place, 0))
        return QModelIndex()

    # Qt overrides

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row: GroupedRow | None = self.line_at(index)
        if row is None:
            group = self.groups[index.row()]
            shown = role == Role.DisplayRole and index.column() == 0
            return f"{group.title} ({len(group.rows)})" if shown else None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return row.cells[index.column()]
        return row.tone if role == self.TONE_ROLE else None


@dataclass(frozen=True)
class NewsQuestion:
    """What the lines are made of; `None` for regions: all."""

    index: CatalogIndex
    changes: Changes | None
    regions: frozenset[str] | None
    language: str


@dataclass(frozen=True)
class NewsLines:
    """All lines, or those that fit a filter."""

    changes: tuple[RowGroup, ...] = ()
    radar: tuple[RowGroup, ...] = ()
    found: tuple[Retirement, ...] = ()

    def narrowed(self, wanted: RowFilter) -> "NewsLines":
        """Return the lines that fit."""
        if wanted == RowFilter():
            return self
        changes, radar = filtered(self.changes, wanted), filtered(self.radar, wanted)
        keys = {(row.model, row.version) for group in radar for row in group.rows}
        found = tuple(each for each in self.found if each.entry.key in keys)
        return replace(self, changes=changes, radar=radar, found=found)


def worded(question: NewsQuestion) -> NewsLines:
    """Return all lines; for a thread behind the window, since it may take a while."""
    with switching_soon():
        return _worded(question)


def _worded(question: NewsQuestion) -> NewsLines:
    index, language, changes = question.index, question.language, question.changes
    if changes is not None and question.regions is not None:
        changes = changes_in_regions(changes, question.regions)
    groups = () if changes is None else change_groups(changes, index.catalog, language)
    found = tuple(retirements(index.entries, index.catalog, index.today))
    lines = NewsLines(groups, radar_groups(found, index.catalog, language), found)
    for group in (*lines.changes, *lines.radar):
        for row in group.rows:
            _ = row.folded  # a keystroke must not wait for it
    return lines
