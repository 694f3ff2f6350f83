# SPDX-License-Identifier: MIT
"""The table of models: the rows that fit the query, in the order chosen, in parts that fold."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from azmodels_gui.catalog.bitmask import RowsInOrder
from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.language.words import ENGLISH, N_, tr
from azmodels_gui.window import formats
from azmodels_gui.window.model_index import NO_PARENT, Index, Role, tool_tip
from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.models.columns import COLUMNS
from azmodels_gui.window.widgets.mark_painter import Mark

UNOFFERED, MAY_FIT = "unoffered", "may_fit"
FIRST_FOLDED = frozenset({MAY_FIT})
"""Parts that are folded until the user wants to see them."""
_ONE_UNOFFERED = N_("1 entry without a known offer")
_UNOFFERED = N_("{count} entries without a known offer")


class RowOrders:
    """Keeps the orders of a catalogue, so that a keystroke does not sort again."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._orders: dict[tuple[int, bool], list[int]] = {}

    def set_context(self, context: CellContext) -> None:
        """Forget the orders that another place or catalogue makes wrong."""
        only_place, self._context = context.index is self._context.index, context
        self._orders = {
            key: order
            for key, order in self._orders.items()
            if only_place and not COLUMNS[key[0]].by_place
        }

    def order(self, column: int, direction: Qt.SortOrder) -> Sequence[int]:
        """Return all rows by a column; without one, as `CatalogIndex.first_order`.

        Rows without a value come last in both directions; equal rows stay in the order
        of the catalogue.
        """
        if not 0 <= column < len(COLUMNS):
            return self._context.index.first_order
        key = (column, direction == Qt.SortOrder.DescendingOrder)
        if key not in self._orders:
            self._orders[key] = self._sorted(*key)
        return self._orders[key]

    def _sorted(self, column: int, descending: bool) -> list[int]:
        sort_key, context = COLUMNS[column].sort_key, self._context
        # One column's keys are all of one type; which one, only the column knows.
        keys: list[Any] = [sort_key(entry, context) for entry in context.index.entries]
        present = [row for row, key in enumerate(keys) if key is not None]
        missing = [row for row, key in enumerate(keys) if key is None]
        present.sort(key=keys.__getitem__, reverse=descending)
        return present + missing


class Part(NamedTuple):
    """Rows that belong together."""

    key: str
    rows: Sequence[int]
    """Counted in the catalogue."""


class ShownRows:
    """What fits, then parts of their own, each below a line that folds it.

    The first part has no line. A part without rows is left out.
    """

    def __init__(
        self, first: Sequence[int], parts: Iterable[Part], folded: Collection[str]
    ) -> None:
        self._first = first
        self._lines: dict[int, Part] = {}
        """The line's place on show, and the part below it."""
        self.folded = frozenset(folded)
        self._parts = tuple(part for part in parts if part.rows)
        self._place()

    def _place(self) -> None:
        self._lines.clear()
        self._length = len(self._first)
        for part in self._parts:
            self._lines[self._length] = part
            self._length += 1 if part.key in self.folded else 1 + len(part.rows)

    def __len__(self) -> int:
        return self._length

    @property
    def shows_entries(self) -> bool:
        """Tell whether there is more than lines."""
        return self._length > len(self._lines)

    def line_at(self, place: int) -> Part | None:
        """Return the part whose line is at a place."""
        return self._lines.get(place)

    def row_at(self, place: int) -> int | None:
        """Return the row of the catalogue at a place; None for a line."""
        if place < len(self._first):
            return self._first[place]
        for line, part in reversed(self._lines.items()):
            if place >= line:
                return None if place == line else part.rows[place - line - 1]
        return None

    def key_at(self, place: int) -> str:
        """Return the key of the part that a place belongs to; empty for the first."""
        if place < len(self._first):
            return ""
        return next((p.key for at, p in reversed(self._lines.items()) if place >= at), "")

    def places_of(self, wanted: Collection[int | None]) -> list[int]:
        """Return where rows of the catalogue are on show; those that are not are left out."""
        found = list(compress(range(len(self._first)), map(wanted.__contains__, self._first)))
        for line, part in self._lines.items():
            if part.key not in self.folded:
                below = range(line + 1, line + 1 + len(part.rows))
                found += compress(below, map(wanted.__contains__, part.rows))
        return found

    def fitting(self) -> list[int]:
        """Return the rows of all parts but the one that may fit."""
        parts = (part.rows for part in self._parts if part.key != MAY_FIT)
        return [*self._first, *(row for rows in parts for row in rows)]

    def fold(self, key: str, *, folded: bool) -> None:
        """Hide or show the rows of a part."""
        self.folded = self.folded | {key} if folded else self.folded - {key}
        self._place()


def shown_rows(
    result: QueryResult, order: Sequence[int], offered: int, folded: Collection[str]
) -> ShownRows:
    """Return what fits and has a known offer, then what fits without, then what may fit.

    Args:
        result: the answer of the catalogue.
        order: all rows.
        offered: the rows with a known offer, as a set of bits.
        folded: keys of the parts that are folded.
    """
    first, rest = result.mask & offered, result.mask & ~offered
    if not first:  # nothing to part it from
        first, rest = rest, 0
    parts = (
        Part(UNOFFERED, RowsInOrder((rest,), order)),
        Part(MAY_FIT, RowsInOrder((result.unknown_mask,), order)),
    )
    return ShownRows(RowsInOrder((first,), order), parts, folded)


def ranked_rows(result: QueryResult, folded: Collection[str]) -> ShownRows:
    """Return what fits, the best hits of the text first, then what may fit."""
    parts = (Part(MAY_FIT, result.unknown_by_rank()),)
    return ShownRows(result.rows_by_rank(), parts, folded)


def line_told(part: Part, result: QueryResult, language: str) -> str:
    """Return what the line above a part says."""
    if part.key == MAY_FIT:
        return unknown_told(result, language)
    count = formats.number(len(part.rows), language)
    return tr(_ONE_UNOFFERED if len(part.rows) == 1 else _UNOFFERED).format(count=count)


class Cell(NamedTuple):
    """All that is painted of one cell."""

    shown: str
    """Its text, or what is shorter and says the same under its heading."""
    note: str
    """A second, quieter line."""
    chips: tuple[Chip, ...] | None
    marks: tuple[Mark, ...] | None
    """Where both are None: plain text."""
    tone: str
    """`past`, `soon`, `muted` or nothing."""


KEPT_PLACES = 30
"""So many filters are remembered: who compares places goes back and forth."""


class CellStore:
    """Cells by column and row of the catalogue; those of places chosen before are kept."""

    def __init__(self, context: CellContext) -> None:
        self._context = context
        self._columns: list[dict[int, Cell]] = [{} for _ in COLUMNS]
        self._places: dict[CatalogQuery, tuple[CellContext, list[dict[int, Cell]]]] = {}
        self._keep()

    def context_of(self, place: CatalogQuery) -> CellContext:
        """Return what cells need to know at a place."""
        kept = self._places.get(place)
        if kept is not None:
            return kept[0]
        return CellContext(self._context.index, self._context.language, place)

    def set_context(self, context: CellContext) -> None:
        """Forget what another catalogue makes wrong; go to another place."""
        same, self._context = context.index is self._context.index, context
        if not same:
            self._columns = [{} for _ in COLUMNS]
            self._places.clear()
        elif context.asked in self._places:
            self._columns = self._places[context.asked][1]
            return
        else:
            self._columns = [
                {} if column.by_place else kept
                for column, kept in zip(COLUMNS, self._columns, strict=True)
            ]
        self._keep()

    def _keep(self) -> None:
        while len(self._places) >= KEPT_PLACES:
            self._places.pop(next(iter(self._places)))
        self._places[self._context.asked] = (self._context, self._columns)

    def cells(self, rows: Iterable[int], column: int) -> list[Cell]:
        """Return the cells of some rows, counted in the catalogue."""
        kept = self._columns[column]
        return [kept.get(row) or self.cell(row, column) for row in rows]

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, `row` counted in the catalogue."""
        kept = self._columns[column]
        cell = kept.get(row)
        if cell is None:
            cell = kept[row] = self._made(row, column)
        return cell

    def _made(self, row: int, number: int) -> Cell:
        column, context = COLUMNS[number], self._context
        entry = context.index.entries[row]
        note = "" if column.note is None else column.note(entry, context)
        if column.chips is not None:
            return Cell("", note, column.chips(entry, context), None, "")
        if column.marks is not None:
            return Cell("", note, None, column.marks(entry, context), "")
        shown = (column.shown or column.text)(entry, context)
        return Cell(shown, note, None, None, column.tone(entry, context))


NO_CELL = Cell("", "", None, None, "")
"""Of a line: it goes over all columns."""
_FOLDED, _UNFOLDED = N_("{line}, folded"), N_("{line}, unfolded")
_PINNED = N_("{name}, pinned")
_MAY_FIT = N_("Nothing known speaks against it, but not all that is asked is known of it.")


class CatalogTableModel(QAbstractTableModel):
    """A read-only table with one row for each entry that fits the query.

    Below them stand entries without a known offer, and those that may fit, each below a line
    that folds them (`ShownRows`).

    Rows are a list of numbers rather than a proxy over all entries: that is what keeps a
    keystroke fast. A query resets the model; `KeptSelection` restores what was selected.

    Attributes:
        pinned: keys of the entries that are told as pinned.

    Signals:
        result_changed: the new `QueryResult`, after the rows have changed.
        folded_changed: rows below a line were folded or unfolded.
    """

    ENTRY_ROLE: ClassVar[int] = Role.UserRole
    """The `Entry`."""
    CHIPS_ROLE: ClassVar[int] = Role.UserRole + 1
    """A tuple of `Chip`, or None for cells that are plain text."""
    TONE_ROLE: ClassVar[int] = Role.UserRole + 2
    """`past`, `soon`, `muted` or an empty string."""

    result_changed = Signal(object)
    folded_changed = Signal()

    def __init__(
        self, index: CatalogIndex, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = CellContext(index, language)
        self._cells = CellStore(self._context)
        self._orders = RowOrders(self._context)
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._result = index.run(CatalogQuery())
        self._folded: Collection[str] = FIRST_FOLDED
        self._rows = self._shown_rows()
        self.pinned: Container[EntryKey] = ()

    @property
    def result(self) -> QueryResult:
        """What the table shows, with the counts of every facet."""
        return self._result

    @property
    def query(self) -> CatalogQuery:
        """The query the table answers."""
        return self._result.query

    @property
    def folded(self) -> tuple[str, ...]:
        """Keys of the parts that are folded."""
        return tuple(sorted(self._rows.folded))

    def set_folded(self, folded: Collection[str]) -> None:
        """Fold these parts, and no others."""
        self._folded = frozenset(folded)
        self._show(self._result, self._context)

    def is_line(self, row: int) -> bool:
        """Tell whether a visible row is a line above a part of the table."""
        return self._rows.line_at(row) is not None

    def is_folded(self, row: int) -> bool:
        """Tell whether the part below a line is folded."""
        part = self._rows.line_at(row)
        return part is not None and part.key in self._rows.folded

    def line_text(self, row: int) -> str:
        """Return what a line says; empty where there is none."""
        part = self._rows.line_at(row)
        return "" if part is None else line_told(part, self._result, self._context.language)

    def turn(self, row: int) -> None:
        """Fold what is below a line, or unfold it."""
        part = self._rows.line_at(row)
        if part is None:
            return
        folds = part.key not in self._rows.folded
        span = (NO_PARENT, row + 1, row + len(part.rows))
        (self.beginRemoveRows if folds else self.beginInsertRows)(*span)
        self._rows.fold(part.key, folded=folds)
        self._folded = self._rows.folded
        (self.endRemoveRows if folds else self.endInsertRows)()
        self.folded_changed.emit()

    def set_catalog(self, index: CatalogIndex) -> None:
        """Show another catalogue through the same query."""
        context = CellContext(index, self._context.language, self._context.asked)
        self._show(index.run(self.query), context)

    def set_query(self, query: CatalogQuery) -> QueryResult:
        """Show what fits the query, and return it; an equal query changes nothing."""
        if query != self.query:
            context, asked = self._context, query.place
            if asked != context.asked:
                context = self._cells.context_of(asked)
            self._show(context.index.run(query), context)
        return self._result

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a visible row; None for a line."""
        at = self._rows.row_at(row)
        return None if at is None else self._context.index.entries[at]

    def key(self, row: int) -> EntryKey | None:
        """Return the key of a visible row's entry; None for a line."""
        entry = self.entry(row)
        return None if entry is None else entry.key

    @property
    def shows_entries(self) -> bool:
        """Tell whether any entry is on show."""
        return self._rows.shows_entries

    def shown(self) -> Iterator[tuple[int, Entry]]:
        """Yield the visible rows with their entries, without the lines."""
        for row in range(len(self._rows)):
            entry = self.entry(row)
            if entry is not None:
                yield row, entry

    def fitting(self) -> list[Entry]:
        """Return all entries that fit, in the order on show, also those that are folded."""
        rows = self._shown_rows(()).fitting()
        return [self._context.index.entries[row] for row in rows]

    def cell(self, row: int, column: int) -> Cell:
        """Return all that is painted of a visible cell.

        For delegates: one call in Python instead of several through `QModelIndex.data`.
        """
        at = self._rows.row_at(row)
        if at is None:
            return NO_CELL
        return self._cells.cell(at, column)

    def row_of(self, row: int) -> int | None:
        """Return the row of the catalogue that a visible row shows; None for a line."""
        return self._rows.row_at(row)

    def cells(self, rows: Iterable[int], column: int) -> list[Cell]:
        """Return all that is painted of one column, for rows of the catalogue."""
        return self._cells.cells(rows, column)

    def key_of(self, row: int) -> EntryKey:
        """Return the key of a row of the catalogue."""
        return self._context.index.entries[row].key

    def words(self, row: int, column: int) -> str:
        """Return what a visible cell says, in words that need neither heading nor sign."""
        entry = self.entry(row)
        if entry is None:
            return "" if column else self.line_text(row)
        return COLUMNS[column].text(entry, self._context)

    def rows_of(self, keys: Iterable[EntryKey]) -> list[int]:
        """Return the visible rows of entries; those not on show are left out."""
        wanted = {self._context.index.row_of(key) for key in keys} - {None}
        return self._rows.places_of(wanted) if wanted else []

    def best_row(self) -> int | None:
        """Return the visible row of the best hit of the search; None without any."""
        if self.is_ranked:
            return 0 if self.entry(0) is not None else None
        best = next(iter(self._result.rows_by_rank()), None)
        return None if best is None else next(iter(self._rows.places_of({best})), None)

    @property
    def is_ranked(self) -> bool:
        """Tell whether the rows stand as they fit a text: searched for, and sorted by no column."""
        return bool(self.query.text.strip()) and self._sorted_by[0] < 0

    def _shown_rows(self, folded: Collection[str] | None = None) -> ShownRows:
        folded = self._folded if folded is None else folded
        if self.is_ranked:
            return ranked_rows(self._result, folded)
        order = self._orders.order(*self._sorted_by)
        return shown_rows(self._result, order, self._offered(), folded)

    def _offered(self) -> int:
        """Return the rows with a known offer: all, where a place is asked about or a text.

        What fits a place is offered there; what is searched by name stands where its rank is.
        """
        index, query = self._context.index, self.query
        any_place = query.place.is_empty and not query.text.strip()
        return index.offered if any_place else index.everything

    def _show(self, result: QueryResult, context: CellContext) -> None:
        """Replace rows and context in one step."""
        self.beginResetModel()
        if context is not self._context:
            self._set_context(context)
        self._result = result
        self._rows = self._shown_rows()
        self.endResetModel()
        self.result_changed.emit(result)

    def _set_context(self, context: CellContext) -> None:
        self._context = context
        self._cells.set_context(context)
        self._orders.set_context(context)

    def _tooltip(self, row: int, column: int) -> str | None:
        entry = self.entry(row)
        if entry is None:
            return None
        told = COLUMNS[column].tooltip(entry, self._context)
        if not column and self._rows.key_at(row) == MAY_FIT:
            told = tr(_MAY_FIT)
        return tool_tip(told)

    def _accessible(self, row: int, column: int) -> str:
        words, note = self.words(row, column), self.cell(row, column).note
        words = f"{words}, {note}" if note else words
        if column:
            return words
        if self.is_line(row):
            told = _FOLDED if self.is_folded(row) else _UNFOLDED
            return tr(told).replace("{line}", words)
        return tr(_PINNED).replace("{name}", words) if self._is_pinned(row) else words

    def _is_pinned(self, row: int) -> bool:
        key = self.key(row)
        return key is not None and key in self.pinned

    @property
    def context(self) -> CellContext:
        """What cells and headings are told with; another place or catalogue is another one."""
        return self._context

    @property
    def place(self) -> str:
        """The place chosen in the filter; empty: none is."""
        return self._context.place

    def heading(self, section: int) -> tuple[str, str]:
        """Return the two lines above a column; the upper one is empty where one is enough."""
        column = COLUMNS[section]
        if column.group:
            upper = column.group if self.place else column.anywhere or column.group
            return tr(upper).replace("{place}", self.place), tr(column.short or column.header)
        own = tr(column.short) if column.short else self._heading(section)
        return (own, tr(column.below)) if column.below else ("", own)

    def narrow_heading(self, section: int, place: str) -> str:
        """Return the upper line of a group where it has little room, with a name of the place."""
        column = COLUMNS[section]
        return tr(column.narrow or column.group).replace("{place}", place)

    def _heading(self, section: int) -> str:
        names = self._context.region_names
        regions = ", ".join(names.get(region, region) for region in self._context.regions)
        heading = tr(COLUMNS[section].header)
        return heading.replace("{regions}", regions or "…")

    def _heading_tip(self, section: int) -> str | None:
        """Return the whole heading where a part of it is shown, and what the column means."""
        column = COLUMNS[section]
        whole = self._heading(section) if column.short or column.below else ""
        upper = self.heading(section)[0] if column.group else ""
        tip = tr(column.header_tip) if column.header_tip else ""
        return "\n".join(filter(None, (whole, upper, tip))) or None

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_line(index.row()):
            return Qt.ItemFlag.ItemIsEnabled  # the keyboard comes to it, a selection does not
        return super().flags(index)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self, index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Role.DisplayRole:
                return self._heading(section)
            case Role.TextAlignmentRole:
                return COLUMNS[section].alignment
            case Role.ToolTipRole:
                return self._heading_tip(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._show(self._result, self._context)


# A table rather than `match`: comparing enum members one after another costs more than
# the answer, and a repaint asks a thousand times.
_READERS: dict[int, Callable[[CatalogTableModel, int, int], Any]] = {
    Role.DisplayRole: lambda table, row, column: table.words(row, column),
    Role.TextAlignmentRole: lambda _, __, column: COLUMNS[column].alignment,
    Role.AccessibleTextRole: lambda table, row, column: table._accessible(row, column),
    Role.ToolTipRole: lambda table, row, column: table._tooltip(row, column),
    CatalogTableModel.CHIPS_ROLE: lambda table, row, column: table.cell(row, column).chips,
    CatalogTableModel.TONE_ROLE: lambda table, row, column: table.cell(row, column).tone,
    CatalogTableModel.ENTRY_ROLE: lambda table, row, _: table.entry(row),
}
