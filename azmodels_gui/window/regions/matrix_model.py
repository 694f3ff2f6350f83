# SPDX-License-Identifier: MIT
"""The matrix as a model and as a table of words: entries in rows, regions in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from azmodels_gui.answers.coverage_cells import BILLINGS, NEAREST_FIRST
from azmodels_gui.catalog.bitmask import flags_of
from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.words import ENGLISH, tr
from azmodels_gui.sheets.answer_cells import SIGNS
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.grids.grid import ToldTable
from azmodels_gui.window.model_index import NO_PARENT, Index
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.cell_words import (
    MatrixSlots,
    RegionCodes,
    RegionWords,
    availability_at,
)
from azmodels_gui.window.regions.region_columns import grouped, region_columns
from azmodels_gui.window.regions.region_part import RegionScope

FEW_UNPLACED = 5
"""So many rows without a place are no wall of question marks."""
FIXED = 2
"""Columns before the regions in a table of words: model and version."""


class RegionMatrixModel(ToldTable):
    """A read-only table; rows and regions are given from outside as a `RegionScope`.

    Cells are packed numbers that are unpacked when painted or read: of 11,000 rows only
    those that come to the screen are ever made.

    Attributes:
        scope: what is on show.
        slots: the deployment types on show and their places in a cell.
        columns: the regions on show, from left to right.
        placed_only: entries that are open in every region shall be left out, if they are many.
    """

    def __init__(
        self, scope: RegionScope, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.placed_only = False
        self._take_catalog(scope.index)
        self._take(scope)

    @property
    def unplaced(self) -> int:
        """How many entries of the scope are open in every region, shown or left out."""
        return (self._asked.mask & self._open).bit_count()

    @property
    def left_out(self) -> int:
        """How many entries are left out: none where few are, or nothing else would be on show."""
        unplaced = self.unplaced
        many = FEW_UNPLACED < unplaced < len(self._asked.rows)
        return unplaced if self.placed_only and many else 0

    def set_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        if scope != self._asked:
            self._show(scope)

    def set_placed_only(self, placed_only: bool) -> None:
        """Leave out the entries that are open in every region, or show them again."""
        if placed_only != self.placed_only:
            self.placed_only = placed_only
            self._show(self._asked)

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self.scope.entry(row)

    def codes(self, row: int) -> list[int]:
        """Return what is known in each column, cut down to the deployment types on show."""
        codes = self._cells.get(row)
        if codes is None:
            mask = self.slots.mask
            known = self._codes.row(self.entry(row))
            codes = self._cells[row] = [known[column.place] & mask for column in self.columns]
        return codes

    def is_unplaced(self, row: int) -> bool:
        """Tell whether no source says yes of any region on show, and all of them are open."""
        return bool(self._open >> self.scope.rows[row] & 1)

    def words(self, row: int, column: int) -> str:
        """Return a cell in a few words."""
        return self._words.short(self.entry(row), self.codes(row)[column])

    def told(self, row: int, column: int) -> tuple[str, list[str]]:
        """Return which cell it is, and all that is known of it, in lines."""
        entry, region = self.entry(row), self.columns[column].region
        lines = self._words.lines(entry, region, self.codes(row)[column])
        return self._words.title(entry, region), lines

    def head(self, section: int, *, across: bool) -> tuple[str, str]:
        """Return the head of a region or an entry."""
        if not across:
            return (title := self.entry(section).title), title
        name, lines = self.region_words(section)
        return self.columns[section].region.name, "\n".join((name, *lines))

    def region_words(self, column: int) -> tuple[str, list[str]]:
        """Return where a region lies, and how many of the rows it offers."""
        region = self.columns[column].region
        return self._words.region(region, self._shown[region.id].count(self.scope.mask))

    def row_of(self, key: EntryKey) -> int:
        """Return the row of an entry; -1 if it is not on show."""
        at = self.scope.index.row_of(key)
        return self.scope.rows.index(at) if at in self.scope.rows else -1

    def column_of(self, region: str) -> int:
        """Return the column of a region; -1 if it is not on show."""
        ids = [column.region.id for column in self.columns]
        return ids.index(region) if region in ids else -1

    def _show(self, scope: RegionScope) -> None:
        self.beginResetModel()
        if scope.index is not self.scope.index:
            self._take_catalog(scope.index)
        self._take(scope)
        self.endResetModel()

    def _take_catalog(self, index: CatalogIndex) -> None:
        self._codes = RegionCodes(index.catalog)
        kinds = MatrixSlots(index.catalog, self._codes).kinds
        self._known = index.known_in_regions(kinds)
        self._by_kinds = {kinds: self._known}

    def _take(self, scope: RegionScope) -> None:
        context = CellContext(scope.index, self._language)
        self._asked = scope
        self.slots = MatrixSlots(scope.index.catalog, self._codes, scope.deployment_type)
        self._words = RegionWords(self.slots, context)
        kinds = self.slots.kinds
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = scope.index.known_in_regions(kinds)
        self._shown = self._by_kinds[kinds]
        self.scope = scope
        self.columns = region_columns(scope, self._shown, self._known, context)
        self._open = scope.index.everything
        for column in self.columns:
            self._open &= self._shown[column.region.id].unknown
        if self.left_out:
            self.scope = self._without_unplaced(scope)
            self.columns = region_columns(self.scope, self._shown, self._known, context)
        self._cells: dict[int, list[int]] = {}

    def _without_unplaced(self, scope: RegionScope) -> RegionScope:
        flags = flags_of(self._open, len(scope.index.entries))
        return replace(scope, rows=tuple(row for row in scope.rows if not flags[row]))

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.scope.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)


def matrix_table(matrix: RegionMatrixModel, notes: Sequence[str] = ()) -> Table:
    """Return all rows and columns on show, in their order."""
    rows, columns = range(matrix.rowCount()), range(matrix.columnCount())
    return table_part(matrix, rows, columns, notes)


def table_part(
    matrix: RegionMatrixModel,
    rows: Sequence[int],
    columns: Sequence[int],
    notes: Sequence[str] = (),
) -> Table:
    """Return some rows and columns, in the order given."""
    shown = [matrix.columns[at] for at in columns]
    groups = grouped(shown)
    return Table(
        name=tr("Regions"),
        headings=(tr("Model"), tr("Version"), *(each.region.name for each in shown)),
        rows=tuple(_row(matrix, row, columns) for row in rows),
        groups=(("", FIXED), *groups) if any(words for words, _ in groups) else (),
        notes=tuple(notes),
        notes_name=tr("Sources"),
        frozen=FIXED,
        signs=tuple(tuple(_signs(matrix, row, columns)) for row in rows),
    )


def _row(matrix: RegionMatrixModel, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    model, version = matrix.entry(row).key
    return (model, version, *(matrix.words(row, at) for at in columns))


def _signs(matrix: RegionMatrixModel, row: int, columns: Sequence[int]) -> Iterator[str]:
    """Yield the signs of the cells: one, or a line for each scope with one for each billing."""
    codes, slots = matrix.codes(row), matrix.slots
    for at in columns:
        places = {
            (slot.line, slot.column): SIGNS[availability_at(codes[at], slot.place)]
            for slot in slots.slots
        }
        if slots.single:
            yield from places.values()
        else:
            yield "\n".join(
                "".join(places.get((line, column), " ") for column in range(len(BILLINGS)))
                for line in range(len(NEAREST_FIRST))
            )
