# SPDX-License-Identifier: MIT
"""The matrix with the words of its current cell and the legend below."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.fact_dates import nos_told
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window import formats
from azmodels_gui.window.grids.grid import Mark, Shape
from azmodels_gui.window.grids.signs import (
    NO,
    UNKNOWN,
    GridLegend,
    LegendItem,
    billing_items,
    foot,
    scope_items,
)
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.matrix_model import RegionMatrixModel, matrix_table
from azmodels_gui.window.regions.matrix_view import MatrixView
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.layouts import column, in_type
from azmodels_gui.window.widgets.texts import plain_label, scaled, set_text_colour


def legend_items(no: str, *, single: bool) -> list[LegendItem]:
    """Return the signs of the matrix with their words.

    Args:
        no: what a dash says; a no is told with its date.
        single: only one deployment type is on show.
    """
    disputed = Mark("!", Shape.SQUARE, Tone.WARN, hollow=True)
    return [
        *scope_items(),
        *([] if single else billing_items()),
        (NO, no),
        (UNKNOWN, tr("unknown, not “no”")),
        (disputed, tr("conflicting sources")),
    ]


LINES = 3
"""Room that is always there, so that the matrix does not jump."""
LEAST_PX, LOW_PX = 200, 340
"""Least height; below the second the matrix needs the room of the lines under it."""


class CellLine(QWidget):
    """A title and a text below it; read by screen readers as one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._empty = True
        self.title, self.text = plain_label(selectable=True), plain_label(selectable=True)
        for each in (self.title, self.text):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column(self.title, (self.text, 1), within=self, gap=1)
        self.show_nothing()
        self._take_look()

    def show_words(self, title: str, lines: list[str]) -> None:
        """Tell what a cell says."""
        self._empty = False
        self.title.setText(title)
        self.text.setText(" · ".join(lines))
        self.text.setToolTip("")
        self.setAccessibleName(f"{title}. {self.text.text()}")

    def show_nothing(self) -> None:
        """Tell how to get at words."""
        self._empty = True
        self.title.setText(tr("Go to a cell to read what it says"))
        self.text.setText(
            tr("With the mouse or the arrow keys; Enter opens the model, R chooses the region")
        )
        self.setAccessibleName(self.title.text())

    def _take_look(self) -> None:
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.text.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.text, self._theme.tokens.muted)
        self.text.setMinimumHeight(self.text.fontMetrics().height() * LINES)


@dataclass(frozen=True)
class MatrixState:
    """What the view remembers."""

    entry: EntryKey | None = None
    region: str = ""
    placed_only: bool = True


class MatrixPart(RegionPart):
    """A view of the Regions page (`RegionPart`).

    Presented, it keeps the words of the current cell and the legend: the audience needs them too.
    """

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        theme = self._theme
        self.matrix = RegionMatrixModel(scope, parts.language, self)
        self.matrix.set_placed_only(True)
        self.view = MatrixView(self.matrix, parts.pins, theme)
        self.line = CellLine(theme)
        self.legend = GridLegend(theme, compact=True)
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_XS)
        self.foot = foot(self.line, self.legend, edges=edges)
        self.setFocusProxy(self.view)
        column((self.view, 1), self.foot, within=self)
        self.setMinimumHeight(LEAST_PX)
        self._connect()
        self._write_size()
        self.view.go_to_first()

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        super().show_scope(scope)
        self.matrix.set_scope(scope)

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""
        self.view.show_region(region)
        column = self.matrix.column_of(region)
        if column >= 0:
            self.line.show_words(*self.matrix.region_words(column))

    def current_entry(self) -> EntryKey | None:
        """Return the entry the keyboard is on."""
        cell = self.view.current_cell()
        return None if cell is None else cell[0]

    def go_to(self, key: EntryKey) -> bool:
        """Put the keyboard on an entry; False if it is not on show."""
        return self.view.go_to(key)

    def table(self) -> Table:
        """Return exactly what is seen, in words, and what is left out."""
        left_out = self.matrix.left_out
        words = tr("Left out, as no source names a region that offers them: {count}")
        notes = [words.format(count=left_out)] if left_out else []
        return matrix_table(self.matrix, notes)

    def state(self) -> PageState:
        """Return the cell the keyboard is on, and whether entries are left out."""
        entry, region = self.view.current_cell() or (None, "")
        return written_state(MatrixState(entry, region, self.matrix.placed_only))

    def restore(self, state: PageState) -> None:
        """Go to a remembered cell, if it is on show."""
        kept = read_state(MatrixState, state)
        self.matrix.set_placed_only(kept.placed_only)
        if kept.entry is not None:
            self.view.go_to(kept.entry, kept.region)

    def _connect(self) -> None:
        self.view.cell_changed.connect(self._on_cell)
        self.view.entry_asked.connect(self.entry_asked)
        self.view.region_asked.connect(self.region_asked)
        self.view.page_asked.connect(self.page_asked)
        self.view.told.connect(self.line.show_words)
        self.view.copied.connect(self._on_copied)
        self.view.corner.placed_only_asked.connect(self._on_placed_only)
        self.matrix.modelReset.connect(self._write_size)

    @Slot()
    def _write_size(self) -> None:
        """Say in the corner of the matrix how large it is, in the legend how old a no is."""
        self.view.corner.show_matrix(self.matrix, self._language)
        scope = self.matrix.scope
        no = nos_told(scope.as_of, scope.index.today, self._language)
        self.legend.show_items(legend_items(no, single=self.matrix.slots.single))

    @Slot(bool)
    def _on_placed_only(self, placed_only: bool) -> None:
        self.matrix.set_placed_only(placed_only)
        self.state_changed.emit()

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            self.line.show_nothing()
            return
        self.line.show_words(*self.matrix.told(row, column))

    @Slot(int)
    def _on_copied(self, rows: int) -> None:
        words = tr("Rows copied: {count}")
        self.news.emit(words.format(count=formats.number(rows, self._language)))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.setVisible(event.size().height() >= in_type(self, LOW_PX))
