# SPDX-License-Identifier: MIT
"""The two lists of the page "What's new" behind tabs, each with a sentence where it is empty."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.change_words import HEADINGS, RADAR_HEADINGS, ChangeWords
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.formats import number
from azmodels_gui.window.news.choosing import CHANGES_TAB, RADAR_TAB
from azmodels_gui.window.news.lines import NewsLines
from azmodels_gui.window.news.rows_view import RowsView
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_L
from azmodels_gui.window.widgets.texts import plain_label

CHANGE_COLUMN, DAYS_COLUMN = 4, 1


Folds = dict[str, dict[str, bool]]
"""By list and id of a group: whether it is open."""
Widths = dict[str, tuple[int, ...]]
"""By list: of its columns, in pixels."""


class NewsLists(QWidget):
    """Changes and retirements.

    Attributes:
        chosen_tab: the list the user chose; None: the program's choice is on show.

    Signals:
        entry_asked: the key of an entry to read about among the models.
        tab_changed: the other list is on show.
        state_changed: a group was folded or a column made wider.
    """

    entry_asked = Signal(object)
    tab_changed = Signal()
    state_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chosen_tab: int | None = None
        self._leading = False
        self._counts = ("0", "0")
        self.changes = RowsView(theme, CHANGE_COLUMN)
        self.radar = RowsView(theme, DAYS_COLUMN)
        self.empty, self.no_radar = plain_label(), plain_label()
        self.tabs = QTabWidget()
        self._stacks = tuple(
            self._stack(*pair) for pair in ((self.changes, self.empty), (self.radar, self.no_radar))
        )
        self._build()
        self.tabs.currentChanged.connect(self._on_tab)
        for view in (self.changes, self.radar):
            view.entry_asked.connect(self.entry_asked)
            view.arranged.connect(self.state_changed)

    @property
    def tab(self) -> int:
        """Which list is on show."""
        return self.tabs.currentIndex()

    def view(self) -> RowsView:
        """Return the list on show."""
        return self.radar if self.tab == RADAR_TAB else self.changes

    def lead(self, *, to_radar: bool) -> None:
        """Show the radar where there is nothing to compare with, unless the user chose."""
        if self.chosen_tab is None:
            self._go_to(RADAR_TAB if to_radar else CHANGES_TAB)

    def show_lines(self, lines: NewsLines, language: str) -> None:
        """Show other lines."""
        words = ChangeWords(language)
        self.changes.show_groups(words.headings(HEADINGS), lines.changes)
        self.radar.show_groups(words.headings(RADAR_HEADINGS), lines.radar)
        self._counts = tuple(  # type: ignore[assignment]
            number(sum(len(group.rows) for group in groups), language)
            for groups in (lines.changes, lines.radar)
        )
        self._title_tabs()

    def say_empty(self, changes: str, radar: str) -> None:
        """Say why a list is empty, in its place."""
        for label, text in ((self.empty, changes), (self.no_radar, radar)):
            label.setText(text)
        for stack, view in zip(self._stacks, (self.changes, self.radar), strict=True):
            stack.setCurrentIndex(0 if view.rows.groups else 1)

    def table(self, notes: Iterable[str]) -> Table:
        """Return exactly the lines on show; the heading of its group before each."""
        rows = self.view().rows
        lines = tuple((group.title, *row.cells) for group in rows.groups for row in group.rows)
        return Table(
            self._title(self.tab),
            (tr("Kind"), *rows.headings),
            lines,
            notes=tuple(filter(None, (*notes, tr("No offer and no legal advice.")))),
            notes_name=tr("Sources"),
        )

    def folds(self) -> Folds:
        """Return which groups of each list the user opened or folded."""
        return {name: view.folds() for name, view in self._views().items()}

    def widths(self) -> Widths:
        """Return the widths that the user gave the columns of each list."""
        return {name: view.widths() for name, view in self._views().items()}

    def restore(self, folds: Folds, widths: Widths, tab: int | None) -> None:
        """Bring the lists into a remembered state."""
        for name, view in self._views().items():
            view.set_folds(folds.get(name, {}))
            view.set_widths(widths.get(name, ()))
        self.chosen_tab = tab
        if tab is not None:
            self._go_to(tab)

    def _views(self) -> dict[str, RowsView]:
        return {"changes": self.changes, "radar": self.radar}

    def _title_tabs(self) -> None:
        for tab, count in enumerate(self._counts):
            self.tabs.setTabText(tab, f"{self._title(tab)} ({count})")

    def _title(self, tab: int) -> str:
        return tr("Changes") if tab == CHANGES_TAB else tr("Retirement radar")

    def _go_to(self, tab: int) -> None:
        self._leading = True
        self.tabs.setCurrentIndex(tab)
        self._leading = False

    @staticmethod
    def _stack(view: RowsView, empty: QWidget) -> QStackedWidget:
        stack = QStackedWidget()
        stack.addWidget(view)
        stack.addWidget(empty)
        return stack

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        for stack in self._stacks:
            self.tabs.addTab(stack, "")
        for label in (self.empty, self.no_radar):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if not self._leading:
            self.chosen_tab = tab
        self.tab_changed.emit()
