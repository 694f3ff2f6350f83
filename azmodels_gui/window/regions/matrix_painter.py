# SPDX-License-Identifier: MIT
"""Paints the visible part of the matrix in one go (docs/decisions/0007): 2,000 cells a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTableView

from azmodels_gui.answers.coverage_cells import BILLINGS
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.grids.grid import GridCell, Mark
from azmodels_gui.window.grids.signs import LETTERS, NO, UNKNOWN, GridSigns, offer_mark
from azmodels_gui.window.regions.cell_words import MatrixSlots, Slot, availability_at
from azmodels_gui.window.regions.matrix_model import RegionMatrixModel
from azmodels_gui.window.regions.region_columns import grouped
from azmodels_gui.window.theme import NOTE_PT, SPACE_S, SPACE_XS, Theme, Tokens, Tone
from azmodels_gui.window.widgets.texts import LaidOutText, scaled

_SILENT = N_("No source names a region that offers it: unknown, which is not “no”.")
_SERVICE = N_("A service has no deployment types; each cell tells its features there.")
_PADDING_PX = 4
_SOFT = 90
"""Opacity of the lines between cells in high contrast, of 255."""
_SPEAKING = (Availability.OFFERED, Availability.CONFLICT)
_Found = Mapping[Slot, Availability]
_Rows = Sequence[tuple[int, int]]
"""Rows with their upper edges."""
_Columns = Sequence[tuple[int, int, int]]
"""Columns with their left edges and widths."""


class Pictures(dict[int, QPixmap]):
    """Pictures by code, drawn when first looked up: a look-up is all that a cell costs."""

    def __init__(self, draw: Callable[[int], QPixmap]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, code: int) -> QPixmap:
        picture = self[code] = self._draw(code)
        return picture


class CellSigns:
    """Draws each kind of cell once and keeps it as a picture.

    One sign for each way to pay: its letter in the shape of the nearest processing that is
    offered. Hollow with an exclamation mark: sources disagree. `?`: no source says. A dash: not
    offered in this way. Where nothing at all is offered, one sign says which.
    """

    def __init__(self, slots: MatrixSlots, font: QFont, tokens: Tokens) -> None:
        self._slots = slots
        self._signs = GridSigns(font, tokens, compact=True)
        self._pictures: dict[float, Pictures] = {}

    @property
    def size(self) -> QSize:
        """Width and height of a picture, in device-independent pixels."""
        count = 1 if self._slots.single else len(BILLINGS)
        return self._signs.marks_size(count)

    def pictures(self, ratio: float) -> "Pictures":
        """Return the pictures of all codes on a screen of a pixel ratio."""
        found = self._pictures.get(ratio)
        if found is None:
            found = self._pictures[ratio] = Pictures(partial(self.drawn, ratio))
        return found

    def drawn(self, ratio: float, code: int) -> QPixmap:
        """Return a new picture of a code."""
        found = {slot: availability_at(code, slot.place) for slot in self._slots.slots}
        shown = {slot: found[slot] for slot in found if slot.placed or self._slots.single}
        marks: tuple[Mark, ...]
        if not any(each in _SPEAKING for each in shown.values()):
            # What is offered in a way that has no place in the cell is no "no".
            clear = set(found.values()) == {Availability.NOT_OFFERED}
            marks = (NO if clear else UNKNOWN,)
        elif self._slots.single:
            marks = tuple(_mark([pair]) for pair in shown.items())
        else:
            marks = tuple(self._by_billing(shown))
        return self._signs.drawn(GridCell(marks), self.size, ratio, centred=len(marks) == 1)

    def _by_billing(self, shown: _Found) -> Iterator[Mark]:
        for billing in BILLINGS:
            alike = [pair for pair in shown.items() if pair[0].kind.billing is billing]
            yield _mark(alike) if alike else Mark("")


def _mark(found: list[tuple[Slot, Availability]]) -> Mark:
    """Return the sign of deployment types, the nearest first: one yes is enough."""
    for speaking in _SPEAKING:
        for slot, availability in found:
            if availability is speaking:
                if speaking is Availability.CONFLICT:
                    disputed = offer_mark(slot.kind.scope, "!")
                    return replace(disputed, tone=Tone.WARN, hollow=True)
                return offer_mark(slot.kind.scope, LETTERS.get(slot.kind.billing, ""))
    unknown = any(each is Availability.UNKNOWN for _, each in found)
    return UNKNOWN if unknown else NO


class MatrixPainter:
    """Ground, signs and lines. `prepare` after every change of font or columns."""

    def __init__(self, matrix: RegionMatrixModel, theme: Theme) -> None:
        self._matrix = matrix
        self._theme = theme
        self.region = -1
        """Column of the chosen region; -1: none."""
        self.hovered = (-1, -1)
        """Row and column below the mouse."""
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font, look and columns."""
        tokens = self._theme.tokens
        self._signs = CellSigns(self._matrix.slots, font, tokens)
        self._text_height = QFontMetrics(font).height()
        self._words = LaidOutText(scaled(font, NOTE_PT))
        self._quiet = QColor(tokens.muted)
        self._line, self._edge = QColor(tokens.border), QColor(tokens.muted)
        if tokens.outline_px > 1:
            self._line.setAlpha(_SOFT)  # or the lines would drown the signs
        self._selected, self._raised = QColor(tokens.selection), QColor(tokens.raised)
        self._focus = QPen(QColor(tokens.focus), 2)
        widths = [count for _, count in grouped(self._matrix.columns)]
        self._ends = set(accumulate(widths))
        marked = self._matrix.scope.marked
        columns = enumerate(self._matrix.columns)
        self._marked = frozenset(at for at, column in columns if column.region.id in marked)

    @property
    def row_height(self) -> int:
        """Height of a row in pixels."""
        return max(self._signs.size.height(), self._text_height + SPACE_XS) + _PADDING_PX + 2

    @property
    def cell_width(self) -> int:
        """Narrowest column in pixels."""
        return max(self._signs.size.width() + 2 * _PADDING_PX, self.row_height)

    def paint(self, painter: QPainter, view: QTableView, seen: tuple[range, range]) -> None:
        """Paint some rows and columns of the view."""
        rows = [(row, view.rowViewportPosition(row)) for row in seen[0]]
        columns = [(at, view.columnViewportPosition(at), view.columnWidth(at)) for at in seen[1]]
        if not rows or not columns:
            return
        silent = [each for each in rows if self._matrix.is_unplaced(each[0])]
        spoken = [each for each in rows if each not in silent] if silent else rows
        self._paint_ground(painter, view, rows, columns)
        self._paint_signs(painter, spoken, columns)
        self._paint_lines(painter, rows, columns, silent)
        self._paint_silent(painter, view, silent)
        self._paint_focus(painter, view)

    def _paint_ground(
        self, painter: QPainter, view: QTableView, rows: _Rows, columns: _Columns
    ) -> None:
        current, (hovered_row, hovered_column) = view.currentIndex(), self.hovered
        right = columns[-1][1] + columns[-1][2]
        bottom = rows[-1][1] + self.row_height
        for at, left, width in columns:
            if at in (current.column(), hovered_column) or at in self._marked or at == self.region:
                strong = at == self.region or at in self._marked
                painter.fillRect(left, 0, width, bottom, self._selected if strong else self._raised)
        for row, top in rows:
            if row in (current.row(), hovered_row):
                painter.fillRect(0, top, right, self.row_height, self._raised)
        for ranged in view.selectionModel().selection().toList():
            box = view.visualRect(ranged.topLeft()) | view.visualRect(ranged.bottomRight())
            painter.fillRect(box, self._selected)

    def _paint_lines(
        self, painter: QPainter, rows: _Rows, columns: _Columns, silent: _Rows
    ) -> None:
        """Fill them: that takes half the time of drawing lines."""
        right, bottom = columns[-1][1] + columns[-1][2], rows[-1][1] + self.row_height
        fill, height = painter.fillRect, self.row_height - 1
        for _, top in rows:
            fill(0, top + height, right, 1, self._line)
        # Rows that say nothing are one cell: a text is not crossed by lines.
        parts = list(_between([top for _, top in silent], bottom, self.row_height))
        for at, left, width in columns:
            colour = self._edge if at + 1 in self._ends else self._line
            for top, after in parts:
                fill(left + width - 1, top, 1, after - top, colour)

    def _paint_signs(self, painter: QPainter, rows: _Rows, columns: _Columns) -> None:
        ratio = painter.device().devicePixelRatio()
        size, pictures = self._signs.size, self._signs.pictures(ratio)
        inset = (self.row_height - 1 - size.height()) // 2
        places = [(at, left + (width - size.width()) // 2) for at, left, width in columns]
        draw = painter.drawPixmap
        for row, top in rows:
            codes, y = self._matrix.codes(row), top + inset
            for at, x in places:
                draw(x, y, pictures[codes[at]])

    def _paint_silent(self, painter: QPainter, view: QTableView, rows: _Rows) -> None:
        """Say once for a row what each of its cells would: a sign and words."""
        if not rows:
            return
        first = view.columnAt(0)
        sign = (first, view.columnViewportPosition(first), view.columnWidth(first))
        services = {row for row, _ in rows if self._matrix.entry(row).is_service}
        unknown = [each for each in rows if each[0] not in services]
        self._paint_signs(painter, unknown, [sign])
        left = max(0, sign[1] + sign[2]) + SPACE_S
        room = max(0, view.viewport().width() - left - SPACE_S)
        inset = (self.row_height - 1 - self._words.height) // 2
        painter.setFont(self._words.font)
        painter.setPen(self._quiet)
        for row, top in rows:
            words = tr(_SERVICE if row in services else _SILENT)
            painter.drawStaticText(left, top + inset, self._words.line(words, room).text)
        self._paint_current(painter, view, unknown)

    def _paint_current(self, painter: QPainter, view: QTableView, silent: _Rows) -> None:
        """Show the cell that the keyboard is on, on top of the words of its row."""
        index = view.currentIndex()
        for row, top in silent:
            if row == index.row():
                box = view.visualRect(index)
                painter.fillRect(box, self._selected)
                sign = (index.column(), box.left(), box.width())
                self._paint_signs(painter, [(row, top)], [sign])

    def _paint_focus(self, painter: QPainter, view: QTableView) -> None:
        in_heading = view.horizontalHeader().hasFocus() or view.verticalHeader().hasFocus()
        if view.currentIndex().isValid() and not in_heading:
            painter.setPen(self._focus)
            painter.drawRect(view.visualRect(view.currentIndex()).adjusted(1, 1, -2, -2))


def _between(tops: Sequence[int], bottom: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield what is left from 0 to `bottom` without some rows, from top to bottom."""
    begin = 0
    for top in tops:
        if top > begin:
            yield begin, top
        begin = top + height
    if begin < bottom:
        yield begin, bottom
