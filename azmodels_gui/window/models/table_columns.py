# SPDX-License-Identifier: MIT
"""Which columns the table shows, in which order and how wide; by key, never by number."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from azmodels_gui.language.words import tr
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS, FIRST
from azmodels_gui.window.models.table_painter import TableHeader
from azmodels_gui.window.state import ColumnState
from azmodels_gui.window.theme import SPACE_L, SPACE_S
from azmodels_gui.window.widgets import layouts
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.mark_painter import SLOT_PX
from azmodels_gui.window.widgets.texts import plain_label, without_mnemonic

FLEXIBLE = {"model": (120, 320), "use_cases": (76, 240)}
"""Columns that take the room that is left or missing at a first start; least and most pixels."""
NARROWEST_PX, WIDEST_PX = 40, 1_200
WIDEST_HEADING_PX = 140


class TableColumns(QObject):
    """Moves, hides and measures the columns of one table view.

    A column that depends on the regions of the filter is shown only while there are any;
    the column with all deployment types gives way to it.

    Signals:
        changed: the user moved, resized, hid or sorted.
    """

    changed = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._wanted = {column.key: column.visible for column in COLUMNS}
        self._by_regions = False
        header = self._header
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.reset()
        header.customContextMenuRequested.connect(self.show_menu)
        for signal in (header.sectionMoved, header.sectionResized):
            signal.connect(self._on_moved_or_resized)
        header.sortIndicatorChanged.connect(self._on_moved_or_resized)

    @property
    def _header(self) -> QHeaderView:
        """The view's header, fetched each time: Qt owns it, and a kept one can be dead."""
        return self._view.horizontalHeader()

    def fit(self, room_px: int) -> None:
        """Let the columns on show fill a room, as a first start does, as far as they can."""
        header = self._header
        shown = [at for at in range(len(COLUMNS)) if not header.isSectionHidden(at)]
        for key, sizes in FLEXIBLE.items():
            least, most = (layouts.in_type(self._view, px) for px in sizes)
            at = COLUMN_NUMBERS[key]
            others = sum(header.sectionSize(each) for each in shown if each != at)
            header.resizeSection(at, max(least, min(room_px - others, most)))

    @Slot()
    def reset(self) -> None:
        """Go back to the order, widths and choice of the first start."""
        self._wanted = {column.key: column.visible for column in COLUMNS}
        self._order(self._wanted)
        metrics = QFontMetrics(self._view.font())
        for number, column in enumerate(COLUMNS):
            characters = metrics.averageCharWidth() * column.width
            wide = max(characters, column.signs * SLOT_PX) + SPACE_L
            self._header.resizeSection(number, max(wide, self._needed_by_heading(number)))
        self._show_wanted()

    def apply(self, states: Iterable[ColumnState]) -> None:
        """Bring columns into a remembered order, width and choice; unknown keys are ignored."""
        known = [state for state in states if state.id in COLUMN_NUMBERS]
        named = {state.id for state in known}
        # What an older program did not have stands first, as it does at a first start.
        new = [key for key in self._wanted if key not in named and self._wanted[key]]
        keys = [*new, *(state.id for state in known)]
        self._order([FIRST, *(key for key in keys if key != FIRST)])
        for state in known:
            self._wanted[state.id] = state.visible or state.id == FIRST
            width = max(NARROWEST_PX, min(state.width_px, WIDEST_PX))
            self._header.resizeSection(COLUMN_NUMBERS[state.id], width)
        self._show_wanted()

    def states(self) -> tuple[ColumnState, ...]:
        """Return the columns from left to right."""
        keys = [COLUMNS[self._header.logicalIndex(at)].key for at in range(len(COLUMNS))]
        return tuple(ColumnState(key, self._width(key), self._wanted[key]) for key in keys)

    def show_for_regions(self, any_region: bool) -> None:
        """Show or hide the columns that depend on the regions of the filter."""
        if any_region is not self._by_regions:
            self._by_regions = any_region
            self._show_wanted()

    def set_wanted(self, key: str, wanted: bool) -> None:
        """Show or hide a column; the first one stays."""
        if key == FIRST:
            return
        self._wanted[key] = wanted
        self._show_wanted()
        self.changed.emit()

    def names(self) -> dict[str, str]:
        """Return the headings in full, by key."""
        model, side = self._view.model(), Qt.Orientation.Horizontal
        return {key: str(model.headerData(at, side)) for key, at in COLUMN_NUMBERS.items()}

    def move(self, key: str, by: int) -> None:
        """Move a column past so many others on show; the first one stays."""
        header, at = self._header, COLUMN_NUMBERS[key]
        places = [place for place in range(1, header.count()) if self._is_shown(place)]
        here = header.visualIndex(at)
        if key == FIRST or here not in places:
            return
        there = places.index(here) + by
        if 0 <= there < len(places):
            header.moveSection(here, places[there])

    @Slot()
    def arrange(self) -> None:
        """Let the user choose and order the columns in a dialog."""

        chosen = ColumnsDialog.ask(self.states(), self.names(), self._view.window())
        if chosen is not None:
            self.apply(chosen)
            self.changed.emit()

    def fill(self, menu: QMenu) -> None:
        """Put one entry a column into a menu, checked while it is shown."""
        menu.clear()
        names = self.names()
        for state in self.states():
            action = menu.addAction(without_mnemonic(names[state.id]))
            action.setCheckable(True)
            action.setChecked(state.visible)
            action.setEnabled(state.id != FIRST)
            action.setData(state.id)
            action.toggled.connect(self._on_toggled)
        menu.addSeparator()
        menu.addAction(tr("Arrange columns ..."), self.arrange)
        menu.addAction(tr("Reset columns"), self._on_reset)

    def fill_for(self, key: str, menu: QMenu) -> None:
        """Put what can be done with one column into a menu, then all columns."""
        self.fill(menu)
        first, at, movable = menu.actions()[0], COLUMN_NUMBERS[key], key != FIRST
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        for words, possible, do in (
            (tr("Sort ascending"), True, lambda: self._view.sortByColumn(at, up)),
            (tr("Sort descending"), True, lambda: self._view.sortByColumn(at, down)),
            (tr("Move left"), movable, lambda: self.move(key, -1)),
            (tr("Move right"), movable, lambda: self.move(key, 1)),
            (tr("Hide this column"), movable, lambda: self.set_wanted(key, False)),
        ):
            action = QAction(words, menu)
            action.setEnabled(possible)
            action.triggered.connect(do)
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _is_shown(self, place: int) -> bool:
        header = self._header
        return not header.isSectionHidden(header.logicalIndex(place))

    def _needed_by_heading(self, number: int) -> int:
        header = self._header
        needed = header.needed(number) if isinstance(header, TableHeader) else 0
        return min(needed, WIDEST_HEADING_PX)

    def _order(self, keys: Iterable[str]) -> None:
        for place, key in enumerate(keys):
            self._header.moveSection(self._header.visualIndex(COLUMN_NUMBERS[key]), place)

    def _show_wanted(self) -> None:
        for number, column in enumerate(COLUMNS):
            shown = self._wanted[column.key]
            if column.key == "offered_here":
                shown = shown and self._by_regions
            elif column.key == "deployment_types":
                shown = shown and not (self._by_regions and self._wanted["offered_here"])
            self._header.setSectionHidden(number, not shown)

    def _width(self, key: str) -> int:
        number = COLUMN_NUMBERS[key]
        if not self._header.isSectionHidden(number):
            return self._header.sectionSize(number)
        # A hidden section has no width; Qt keeps the old one and tells it only when shown.
        with QSignalBlocker(self._header):
            self._header.showSection(number)
            width = self._header.sectionSize(number)
            self._header.hideSection(number)
        return width

    @Slot()
    def _on_moved_or_resized(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_reset(self) -> None:
        self.reset()
        self.changed.emit()

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.set_wanted(str(action.data()), checked)

    @Slot(QPoint)
    def show_menu(self, at: QPoint) -> None:
        """Show the menu of the heading at a place of the header."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = self._header.logicalIndexAt(at)
        if number < 0:
            self.fill(menu)
        else:
            self.fill_for(COLUMNS[number].key, menu)
        menu.popup(self._header.mapToGlobal(at))


_STATE = Qt.ItemDataRole.UserRole


class ColumnsDialog(AskingDialog):
    """A list of all columns: checked ones are shown, in the order of the list."""

    def __init__(
        self,
        states: Iterable[ColumnState],
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Columns"), Button.Ok | Button.Cancel, parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        self.up, self.down = QPushButton(tr("Move &up")), QPushButton(tr("Move &down"))
        for state in states:
            self.list.addItem(_item(state, names[state.id]))
        self._build()
        self._connect()
        self.list.setCurrentRow(0)

    @classmethod
    def ask(
        cls, states: Iterable[ColumnState], names: Mapping[str, str], parent: QWidget | None = None
    ) -> tuple[ColumnState, ...] | None:
        """Return the columns as the user wants them, or None when cancelled.

        Args:
            states: the columns from left to right.
            names: their headings, by id.
            parent: the window it belongs to.
        """
        dialog = cls(states, names, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.states() if accepted else None

    def states(self) -> tuple[ColumnState, ...]:
        """Return the columns from left to right."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            ColumnState(
                item.data(_STATE).id,
                item.data(_STATE).width_px,
                item.checkState() == Qt.CheckState.Checked,
            )
            for item in items
        )

    def move_current(self, by: int) -> None:
        """Move the current column up or down; the first one stays where it is."""
        row = self.list.currentRow()
        if row < 1 or not 1 <= row + by < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    def _build(self) -> None:
        hint = plain_label(tr("Space shows or hides a column, Alt with an arrow key moves it."))
        self.list.setMinimumSize(320, 360)
        for button in (self.up, self.down):
            button.setAutoDefault(False)
        side = layouts.column(self.up, self.down, 1, gap=SPACE_S)
        middle = layouts.row((self.list, 1), side, gap=SPACE_S)
        layouts.column(
            hint, (middle, 1), self.buttons, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4
        )

    def _connect(self) -> None:
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.list.currentRowChanged.connect(self._on_row)
        for keys, slot in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @Slot()
    def _on_up(self) -> None:
        self.move_current(-1)

    @Slot()
    def _on_down(self) -> None:
        self.move_current(1)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < self.list.count() - 1)


def _item(state: ColumnState, name: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(_STATE, state)
    item.setCheckState(Qt.CheckState.Checked if state.visible else Qt.CheckState.Unchecked)
    if state.id == FIRST:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
