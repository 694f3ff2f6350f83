# SPDX-License-Identifier: MIT
"""Which columns the table shows, in which order and how wide; by key, never by number."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.state import ColumnState
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.texts import without_mnemonic

SPREAD = ("model", "offered_here", "deployment_types")
NARROW_ROOM_PX = 740
WIDEST_SPREAD = 1.7
NARROWEST_PX, WIDEST_PX = 40, 1_200
WIDEST_HEADING_PX = 140
FIRST_ORDER = (
    "model",
    "version",
    "offered_here",
    "deployment_types",
    "stage",
    "retirement_date",
    "days_left",
    "eu_data_zone",
    "context_window",
    "input_price",
    "output_price",
    "ptu",
)
"""What a meeting asks for stands left, so that it is seen without scrolling."""
FIRST_CHARS = {
    "model": 21,
    "version": 12,
    "offered_here": 42,
    "deployment_types": 36,
    "stage": 14,
    "days_left": 8,
}
"""Widths in characters where chips need more, or a window of 1280 pixels less."""


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
        header.setFirstSectionMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.reset()
        header.customContextMenuRequested.connect(self._on_menu_requested)
        for signal in (header.sectionMoved, header.sectionResized):
            signal.connect(self._on_moved_or_resized)
        header.sortIndicatorChanged.connect(self._on_moved_or_resized)

    @property
    def _header(self) -> QHeaderView:
        """The view's header, fetched each time: Qt owns it, and a kept one can be dead."""
        return self._view.horizontalHeader()

    def spread(self, room_px: int) -> None:
        """Give names and chips more room in a wide window, as a first start does."""
        factor = max(1.0, min(room_px / NARROW_ROOM_PX, WIDEST_SPREAD))
        for key in SPREAD:
            at = COLUMN_NUMBERS[key]
            self._header.resizeSection(at, int(self._width(key) * factor))

    @Slot()
    def reset(self) -> None:
        """Go back to the order, widths and choice of the first start."""
        self._wanted = {column.key: column.visible for column in COLUMNS}
        self._order([*FIRST_ORDER, *(key for key in self._wanted if key not in FIRST_ORDER)])
        metrics = QFontMetrics(self._view.font())
        for number, column in enumerate(COLUMNS):
            characters = FIRST_CHARS.get(column.key, column.width)
            wide = metrics.averageCharWidth() * characters + SPACE_L
            self._header.resizeSection(number, max(wide, self._needed_by_heading(number)))
        self._show_wanted()

    def apply(self, states: Iterable[ColumnState]) -> None:
        """Bring columns into a remembered order, width and choice; unknown keys are ignored."""
        known = [state for state in states if state.id in COLUMN_NUMBERS]
        self._order(state.id for state in known)
        for state in known:
            self._wanted[state.id] = state.visible
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

    def is_wanted(self, key: str) -> bool:
        """Tell whether the user wants to see a column."""
        return self._wanted[key]

    def set_wanted(self, key: str, wanted: bool) -> None:
        """Show or hide a column; the last one stays."""
        if not wanted and sum(self._wanted.values()) == 1:
            return
        self._wanted[key] = wanted
        self._show_wanted()
        self.changed.emit()

    def fill(self, menu: QMenu) -> None:
        """Put one entry a column into a menu, checked while it is shown."""
        menu.clear()
        model = self._view.model()
        for state in self.states():
            number = COLUMN_NUMBERS[state.id]
            name = str(model.headerData(number, Qt.Orientation.Horizontal))
            action = menu.addAction(without_mnemonic(name))
            action.setCheckable(True)
            action.setChecked(state.visible)
            action.setData(state.id)
            action.toggled.connect(self._on_toggled)
        menu.addSeparator()
        menu.addAction(tr("Reset columns"), self._on_reset)

    def _needed_by_heading(self, number: int) -> int:
        needed = self._header.sectionSizeFromContents(number).width() + SPACE_S
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
                shown = shown and not self._by_regions
            self._header.setSectionHidden(number, not shown)

    def _width(self, key: str) -> int:
        number = COLUMN_NUMBERS[key]
        if not self._header.isSectionHidden(number):
            return self._header.sectionSize(number)
        # A hidden section has no width; Qt keeps the old one and tells it only when shown.
        self._header.blockSignals(True)
        self._header.showSection(number)
        width = self._header.sectionSize(number)
        self._header.hideSection(number)
        self._header.blockSignals(False)
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
    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self._header.mapToGlobal(at))
