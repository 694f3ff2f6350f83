# SPDX-License-Identifier: MIT
"""The two lists of the page "What's new", each a tree of lines in groups behind a tab."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QTreeView,
    QWidget,
)

from azmodels_gui.language.words import tr
from azmodels_gui.sheets.change_words import HEADINGS, RADAR_HEADINGS, ChangeWords
from azmodels_gui.sheets.grouped import RowGroup
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.formats import number
from azmodels_gui.window.model_index import Index, tool_tip
from azmodels_gui.window.news.choosing import CHANGES_TAB, RADAR_TAB
from azmodels_gui.window.news.comparing import GroupedRowsModel, NewsLines
from azmodels_gui.window.theme import SPACE_L, Theme, Tone
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.tab_stop import stop_at_bar
from azmodels_gui.window.widgets.texts import plain_label

NARROWEST_PX, WIDEST_PX, PADDING_PX = 90, 330, 16
ABOVE_CELLS = "QHeaderView::section { padding-left: 3px; }"
"""A cell of a tree has less room before its text than headings have elsewhere."""
ROOM_PX = 8
"""Added to the height of a line of text."""
MEASURED_ROWS = 60
"""Lines of each group that the first widths of the columns follow."""
HARDLY_WIDER = 1.25
MOST_OPEN_ROWS = 50
"""A group with more lines begins folded."""


def fitted(widths: list[int], room_px: int) -> tuple[int, ...]:
    """Return widths that fit into the room, as far as no column becomes too narrow.

    The widest give way first: what is cut there is only a little of it.
    """
    for most in range(max(widths, default=0), NARROWEST_PX, -10):
        if sum(min(width, most) for width in widths) <= room_px:
            return tuple(min(width, most) for width in widths)
    return tuple(min(width, NARROWEST_PX) for width in widths)


def usual(widths: Iterable[int]) -> int:
    """Return a width that most of some fit in; all, where the widest are hardly wider."""
    filled = sorted(width for width in widths if width) or [0]
    most = filled[len(filled) * 9 // 10]
    return filled[-1] if filled[-1] <= most * HARDLY_WIDER else most


class _RowDelegate(QStyledItemDelegate):
    """Groups in bold, lines with the ink of their tone."""

    def __init__(self, theme: Theme, toned_column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._toned_column = toned_column

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            option.font.setBold(True)
        tone = index.data(GroupedRowsModel.TONE_ROLE)
        if tone and index.column() == self._toned_column:
            ink = self._theme.tokens.inks[Tone(tone)].text
            option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + ROOM_PX)


class RowsView(QTreeView):
    """Shows groups; what is folded, chosen and scrolled to stays when the lines change.

    Signals:
        entry_asked: the key of an entry to read about among the models.
        arranged: the user folded a group or made a column wider.
    """

    entry_asked = Signal(object)
    arranged = Signal()

    def __init__(self, theme: Theme, toned_column: int) -> None:
        super().__init__()
        self.rows = GroupedRowsModel(self)
        self._open: dict[str, bool] = {}
        self._widths: tuple[int, ...] = ()
        self._sized = self._sizing = False
        self.setModel(self.rows)
        self.setItemDelegate(_RowDelegate(theme, toned_column, self))
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        # Versions and the dates of sources stand at the end: they must not be what is cut.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.activated.connect(self._on_activated)
        self.expanded.connect(lambda index: self._remember(index, True))
        self.collapsed.connect(lambda index: self._remember(index, False))
        self.header().setStyleSheet(ABOVE_CELLS)
        self.header().sectionResized.connect(self._on_resized)

    def show_groups(self, headings: tuple[str, ...], groups: tuple[RowGroup, ...]) -> None:
        """Show other lines; what is folded and the place stay."""
        if (headings, groups) == (self.rows.headers, self.rows.groups):
            return
        place, chosen = self.verticalScrollBar().value(), self.rows.line_at(self.currentIndex())
        self.rows.set_groups(headings, groups)
        self._fold(groups)
        if groups and not self._sized:
            self._size_columns()
        if chosen is not None:
            self.setCurrentIndex(self.rows.index_of(chosen))
        self.verticalScrollBar().setValue(place)

    def folds(self) -> dict[str, bool]:
        """Return which groups the user opened or folded."""
        return dict(self._open)

    def set_folds(self, folds: Mapping[str, bool]) -> None:
        """Fold as remembered."""
        self._open = dict(folds)
        self._fold(self.rows.groups)

    def widths(self) -> tuple[int, ...]:
        """Return the widths that the user gave the columns; empty: nobody did."""
        columns = range(self.rows.columnCount()) if self._sized else ()
        return tuple(self.columnWidth(at) for at in columns) or self._widths

    def set_widths(self, widths: Iterable[int]) -> None:
        """Make the columns as wide as remembered, when there are some."""
        self._widths = tuple(max(NARROWEST_PX // 2, min(each, 2_000)) for each in widths)

    def _fold(self, groups: tuple[RowGroup, ...]) -> None:
        for at, group in enumerate(groups):
            index = self.rows.index(at, 0)
            self.setFirstColumnSpanned(at, QModelIndex(), True)
            opened = self._open.get(group.id, len(group.rows) <= MOST_OPEN_ROWS)
            with QSignalBlocker(self):
                self.setExpanded(index, opened)

    def _size_columns(self) -> None:
        """Make columns as wide as remembered, else as suits their words and the window."""
        columns = self.rows.columnCount()
        remembered = len(self._widths) == columns
        # Without remembered ones they follow the window until the user sets one.
        self._sized = remembered
        widths = self._widths if remembered else self._suiting(range(columns))
        self._sizing = True
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self._sizing = False

    def _suiting(self, columns: Iterable[int]) -> tuple[int, ...]:
        """Return widths that all words fit in; where there is no room, most words."""
        words, room_px = [self._words_px(at) for at in columns], self.viewport().width()
        all_px = [self._column_px(at, max(each, default=0)) for at, each in enumerate(words)]
        if sum(all_px) <= room_px:
            return tuple(all_px)
        return fitted([self._column_px(at, usual(each)) for at, each in enumerate(words)], room_px)

    def _words_px(self, at: int) -> list[int]:
        """Return how wide the words of a column are, folded groups included."""
        rows = (row for group in self.rows.groups for row in group.rows[:MEASURED_ROWS])
        return [self.fontMetrics().horizontalAdvance(row.cells[at]) for row in rows]

    def _column_px(self, at: int, words_px: int) -> int:
        indent = 2 * self.indentation() if at == 0 else 0
        wanted = max(words_px and words_px + indent, self.header().sectionSizeHint(at)) + PADDING_PX
        return max(NARROWEST_PX, min(wanted, WIDEST_PX))

    def _remember(self, index: QModelIndex, opened: bool) -> None:
        if index.row() < len(self.rows.groups):
            self._open[self.rows.groups[index.row()].id] = opened
            self.arranged.emit()

    @Slot()
    def _on_resized(self) -> None:
        dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if dragged and not self._sizing and self.rows.groups:
            self._sized = True
            self.arranged.emit()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self.rows.line_at(index)
        if row is not None and row.model and row.version:
            self.entry_asked.emit((row.model, row.version))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.rows.groups and not self._sized:
            self._size_columns()

    def currentChanged(
        self,
        current: Index,
        previous: Index,
    ) -> None:
        super().currentChanged(current, previous)
        row = self.rows.line_at(current)
        self.setToolTip("" if row is None else tool_tip("\n".join(filter(None, row.cells))))


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
        self.changes.setAccessibleName(tr("What is new"))
        self.radar.setAccessibleName(tr("Retirements"))
        self.empty, self.no_radar = plain_label(), plain_label()
        self.tabs = QTabWidget()
        stop_at_bar(self.tabs)
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
            (tr("Kind"), *rows.headers),
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

    def choose_tab(self, tab: int) -> None:
        """Show a list, as if the user had chosen it."""
        self.chosen_tab = tab
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
        column(self.tabs, within=self)
        self.setFocusProxy(self.tabs)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if not self._leading:
            self.chosen_tab = tab
        self.tab_changed.emit()
