# SPDX-License-Identifier: MIT
"""Paints the table of models: its headings, and its visible cells in one go, column by column."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QLine,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QCursor, QFont, QPainter, QPaintEvent, QPixmap, QPolygon
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from azmodels_gui.catalog.synonyms import short_region
from azmodels_gui.window.models.catalog_table import CatalogTableModel, Cell
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.columns import COLUMNS
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.theme import NOTE_PT, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.chip_painter import ChipPainter
from azmodels_gui.window.widgets.mark_painter import SLOT_PX, MarkPainter
from azmodels_gui.window.widgets.texts import LaidOutText, scaled, text_colour

_ARROW_PX = 9


class _Span(Struct, frozen=True):
    """The room that the upper line of some headings has."""

    number: int
    left: int
    width: int


class TableHeader(QHeaderView):
    """Painted in one go: a rule of the style sheet for each section costs several times as much."""

    def __init__(self, table: CatalogTableModel, theme: Theme, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._table = table
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self._asked: tuple[tuple[_Span, ...], CellContext | None] = ((), None)
        self._told: list[tuple[str, str]] = []
        """Headings of what is on show, in the context they were asked for."""
        self._prepare()

    def needed(self, number: int) -> int:
        """Return the width that shows both lines of a heading, but for those of a group."""
        upper, lower = self._table.heading(number)
        lines = (lower,) if COLUMNS[number].group else (upper, lower)
        return max(map(self._texts.width, lines)) + 2 * SPACE_S + 2

    def _prepare(self) -> None:
        self._texts = LaidOutText(scaled(self.font(), NOTE_PT, bold=True))
        self._painted: object = None
        self._picture = QPixmap()
        self.update()

    def _shown(self) -> Iterator[_Span]:
        for place in range(self.count()):
            number = self.logicalIndex(place)
            if not self.isSectionHidden(number):
                yield _Span(number, self.sectionViewportPosition(number), self.sectionSize(number))

    def _groups(self, shown: tuple[_Span, ...]) -> Iterator[_Span]:
        """Yield the upper lines: one over neighbours of a group, one over each other column."""
        at = 0
        while at < len(shown):
            first, group = shown[at], COLUMNS[shown[at].number].group
            width, at = first.width, at + 1
            while group and at < len(shown) and COLUMNS[shown[at].number].group == group:
                width, at = width + shown[at].width, at + 1
            yield _Span(first.number, first.left, width)

    def _upper(self, span: _Span) -> str:
        """Return an upper line; where it has no room it is told shorter, then the place is cut."""
        table, number = self._table, span.number
        text, room = table.heading(number)[0], span.width - 2 * SPACE_S
        if not COLUMNS[number].group or not table.place:
            return text
        short = short_region(table.place)
        forms = (text, *(table.narrow_heading(number, each) for each in (table.place, short)))
        fitting = (form for form in forms if self._texts.width(form) <= room)
        rest = room - (self._texts.width(forms[-1]) - self._texts.width(short))
        return next(fitting, table.narrow_heading(number, self._texts.cut(short, rest)))

    def _paint_line(self, painter: QPainter, text: str, span: _Span, top: int) -> None:
        """Paint one line of a heading where its column has its texts."""
        column = COLUMNS[span.number]
        room = span.width - 2 * SPACE_S
        if self._is_sorted(span.number):
            room -= _ARROW_PX
        if room <= 0:
            return
        line = self._texts.line(text, room)
        left = span.left + SPACE_S
        if column.alignment & Qt.AlignmentFlag.AlignRight:
            left += room - line.width
        elif column.alignment & Qt.AlignmentFlag.AlignHCenter:
            left += (room - line.width) // 2
        painter.drawStaticText(left, top, line.text)

    def _paint_letters(self, painter: QPainter, letters: str, span: _Span, top: int) -> None:
        """Paint a letter over each slot of marks."""
        for slot, letter in enumerate(letters):
            line = self._texts.line(letter, SLOT_PX)
            left = span.left + SPACE_S + slot * SLOT_PX + (SLOT_PX - line.width) // 2
            painter.drawStaticText(left, top, line.text)

    def _is_sorted(self, number: int) -> bool:
        return self.sortIndicatorSection() == number

    def _paint_arrow(self, painter: QPainter, span: _Span) -> None:
        x, y = span.left + span.width - SPACE_S - 3, self.height() - self._texts.height // 2 - 7
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, foot = (y - 2, y + 3) if up else (y + 3, y - 2)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygon([QPoint(x - 4, foot), QPoint(x + 4, foot), QPoint(x, tip)]))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(0, 2 * self._texts.height + 2 * SPACE_XS + 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every change of the filter repaints it, and hardly any changes what it shows."""
        shown = tuple(self._shown())
        asked = (shown, self._table.context)
        if asked != self._asked:
            self._asked = asked
            self._told = [self._table.heading(span.number) for span in shown]
        sorted_by = (self.sortIndicatorSection(), self.sortIndicatorOrder())
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        key = (shown, self._told, sorted_by, size, ratio, self._theme.tokens.name)
        if key != self._painted:
            self._painted = key
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(QColor(self._theme.tokens.raised))
            self._paint(QPainter(self._picture), shown)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint(self, painter: QPainter, shown: tuple[_Span, ...]) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._texts.font)
        painter.setPen(QColor(tokens.muted))
        upper, lower = SPACE_XS, SPACE_XS + self._texts.height
        for span in self._groups(shown):
            top = self._upper(span)
            if top:
                self._paint_line(painter, top, span, upper)
        for span in shown:
            top, below = self._table.heading(span.number)
            if COLUMNS[span.number].letters:
                self._paint_letters(painter, below, span, lower)
            else:
                self._paint_line(painter, below, span, lower if top else (upper + lower) // 2)
        painter.setPen(QColor(tokens.border))
        bottom = self.height() - 1
        painter.drawLine(QLine(0, bottom, self.width(), bottom))
        for span in shown:
            if self._is_sorted(span.number):
                self._paint_arrow(painter, span)
        painter.end()


Index = QModelIndex | QPersistentModelIndex
_PIN_PX = 14
_SIGN_PX = 18
ROW_PX = 38
"""Height of a row, more where two lines need it."""
_WARNING = frozenset({"soon", "past"})
_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}
_ON_THE_RIGHT = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignRight) for column in COLUMNS)
_CENTRED = tuple(bool(column.alignment & Qt.AlignmentFlag.AlignHCenter) for column in COLUMNS)


class _Column(Struct, frozen=True):
    """A column that is at least partly visible, without its margins."""

    number: int
    left: int
    width: int


class _Row(NamedTuple):
    """A visible row: the row of the catalogue it shows, and its upper edge."""

    at: int
    top: int


class TablePainter:
    """Text, chips, pins, and the lines of the current row.

    `prepare` after every change of font.
    """

    def __init__(self, table: CatalogTableModel, pins: Pins, theme: Theme) -> None:
        self._table = table
        self._pins = pins
        self._theme = theme
        self.current_row = -1
        """Row the keyboard is on; the view keeps it up to date."""
        self.line_px = 0
        """Room of a line that goes over all columns; the view keeps it up to date."""
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        self._chips = ChipPainter(scaled(font, NOTE_PT), tokens)
        self._marks = MarkPainter(scaled(font, NOTE_PT), tokens)
        self._plain, self._bold = LaidOutText(font), LaidOutText(scaled(font, 0, bold=True))
        self._note = LaidOutText(scaled(font, 2 * NOTE_PT))
        self.row_height = max(ROW_PX, self._plain.height + self._note.height + SPACE_XS)
        """Height of a row in pixels."""
        self._colours = {
            name: QColor(text_colour(tone, tokens)) for name, tone in _TONES.items()
        } | {"": QColor(tokens.text)}
        self._line, self._accent = QColor(tokens.border), QColor(tokens.accent)
        self._selected, self._hovered = QColor(tokens.selection), QColor(tokens.raised)

    def width(self, row: int, column: int) -> int:
        """Return the width in pixels that shows the whole of a cell."""
        cell = self._table.cell(row, column)
        if cell.chips is not None:
            width = self._chips.total_width(cell.chips)
        elif cell.marks is not None:
            width = self._marks.total_width(cell.marks)
        else:
            width = max(self._texts(column).width(cell.shown), self._note.width(cell.note))
            width += _SIGN_PX if COLUMNS[column].warns else 0
        return width + 2 * SPACE_S + 4

    def paint(self, painter: QPainter, view: QTableView, area: QRect) -> None:
        """Paint the rows and columns that lie in a part of the view's viewport."""
        tops = _rows(view, area)
        if not tops:
            return
        shown = {row: self._table.row_of(row) for row in tops}
        rows = [_Row(at, tops[row]) for row, at in shown.items() if at is not None]
        self._paint_ground(
            painter, view, {row: tops[row] for row in tops if shown[row] is not None}
        )
        places = [row.at for row in rows]
        for column in _columns(view, area):
            cells = self._table.cells(places, column.number)
            if COLUMNS[column.number].chips is not None:
                self._paint_chips(painter, rows, cells, column)
            elif COLUMNS[column.number].marks is not None:
                self._paint_marks(painter, rows, cells, column)
            else:
                self._paint_texts(painter, rows, cells, column)
                if COLUMNS[column.number].note is not None:
                    self._paint_notes(painter, rows, cells, column)
        for row, at in shown.items():
            if at is None:
                self._paint_fold(painter, view, row, tops[row])
        self._paint_lines(painter, view, tops)

    def _paint_fold(self, painter: QPainter, view: QTableView, row: int, top: int) -> None:
        """Paint a line that folds what is below it, over all columns."""
        width = view.viewport().width()
        painter.fillRect(0, top, width, self.row_height, self._hovered)
        painter.setFont(self._plain.font)
        painter.setPen(self._colours["muted"])
        middle, left = top + self.row_height // 2, 3 * SPACE_S
        down = [QPoint(9, middle - 2), QPoint(13, middle + 2), QPoint(17, middle - 2)]
        right = [QPoint(11, middle - 4), QPoint(15, middle), QPoint(11, middle + 4)]
        painter.drawPolyline(right if self._table.is_folded(row) else down)
        line = self._plain.line(self._table.line_text(row), self.line_px - left - SPACE_S)
        inset = (self.row_height - 1 - self._plain.height) // 2
        painter.drawStaticText(left, top + inset, line.text)

    def _paint_ground(self, painter: QPainter, view: QTableView, rows: dict[int, int]) -> None:
        # Not `isRowSelected`: that asks the model for the flags of every cell.
        selected = selected_rows(view.selectionModel())
        width, hovered = view.viewport().width(), _hovered_row(view)
        for row, top in rows.items():
            if row in selected:
                painter.fillRect(0, top, width, self.row_height, self._selected)
            elif row == hovered:
                painter.fillRect(0, top, width, self.row_height, self._hovered)

    def _paint_lines(self, painter: QPainter, view: QTableView, rows: dict[int, int]) -> None:
        width, height = view.viewport().width(), self.row_height
        if painter.device().devicePixelRatio() == 1:
            # A pen costs eighty times as much. Not `fillRect`: a start would see it made ready.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._line)
            for upper in rows.values():
                painter.drawRect(0, upper + height - 1, width, 1)
        else:
            painter.setPen(self._line)
            painter.drawLines(
                [QLine(0, top + height - 1, width, top + height - 1) for top in rows.values()]
            )
        top = rows.get(self.current_row)
        if top is not None:
            painter.setPen(self._accent)
            painter.drawLine(0, top, width, top)
            painter.drawLine(0, top + height - 1, width, top + height - 1)

    def _paint_texts(
        self, painter: QPainter, rows: list[_Row], cells: list[Cell], column: _Column
    ) -> None:
        number, texts = column.number, self._texts(column.number)
        alone = (self.row_height - 1 - texts.height) // 2
        above = (self.row_height - 1 - texts.height - self._note.height) // 2
        right, centred, warns = _ON_THE_RIGHT[number], _CENTRED[number], COLUMNS[number].warns
        pinned = self._pinned(rows) if number == 0 else ()
        painter.setFont(texts.font)
        tone, draw = None, painter.drawStaticText
        for row, shown in zip(rows, cells, strict=True):
            room, left = column.width, column.left
            if row in pinned:
                room -= _PIN_PX + 2
                self._paint_pin(painter, left + room + 2, row.top)
            if shown.tone != tone:
                tone = shown.tone
                painter.setPen(self._colours[tone])
            line = texts.line(shown.shown, room)
            if right:
                left += room - line.width
            elif centred:
                left += (room - line.width) // 2
            top = row.top + (above if shown.note else alone)
            if warns and tone in _WARNING and left - _SIGN_PX >= column.left:
                at = QRect(left - _SIGN_PX, top + 1, _PIN_PX, _PIN_PX)
                self._theme.icon("warning", self._colours[tone].name()).paint(painter, at)
            draw(left, top, line.text)

    def _paint_notes(
        self, painter: QPainter, rows: list[_Row], cells: list[Cell], column: _Column
    ) -> None:
        """Paint the second lines: quiet, but as loud as the first where that warns."""
        number, texts = column.number, self._note
        above = self._texts(number).height
        inset = (self.row_height - 1 - above - texts.height) // 2 + above
        right = _ON_THE_RIGHT[number]
        painter.setFont(texts.font)
        tone, draw = None, painter.drawStaticText
        for row, shown in zip(rows, cells, strict=True):
            if not shown.note:
                continue
            if shown.tone != tone:
                tone = shown.tone
                painter.setPen(self._colours[tone if tone in _WARNING else "muted"])
            line = texts.line(shown.note, column.width)
            left = column.left + (column.width - line.width if right else 0)
            draw(left, row.top + inset, line.text)

    def _paint_marks(
        self, painter: QPainter, rows: list[_Row], cells: list[Cell], column: _Column
    ) -> None:
        top = (self.row_height - 1 - self._marks.height) // 2
        told = zip(rows, cells, strict=True)
        marks = [(shown.marks, row.top + top) for row, shown in told if shown.marks]
        centred = _CENTRED[column.number]
        self._marks.paint(painter, marks, column.left, column.width, centred=centred)

    def _paint_chips(
        self, painter: QPainter, rows: list[_Row], cells: list[Cell], column: _Column
    ) -> None:
        top = (self.row_height - 1 - self._chips.height) // 2
        told = zip(rows, cells, strict=True)
        chips = [(shown.chips, row.top + top) for row, shown in told if shown.chips]
        self._chips.paint(painter, chips, column.left, column.width)

    def _pinned(self, rows: list[_Row]) -> list[_Row]:
        if not self._pins:
            return []
        return [row for row in rows if self._table.key_of(row.at) in self._pins]

    def _paint_pin(self, painter: QPainter, left: int, top: int) -> None:
        at = QRect(left, top + (self.row_height - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
        self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, at)

    def _texts(self, column: int) -> LaidOutText:
        """The name stands out."""
        return self._plain if column else self._bold


def selected_rows(selection: QItemSelectionModel) -> set[int]:
    """Return the rows that are selected, of a view that selects whole rows."""
    ranges = selection.selection().toList()
    return {row for each in ranges for row in range(each.top(), each.bottom() + 1)}


def _rows(view: QTableView, area: QRect) -> dict[int, int]:
    """Return the upper edge of every row in a part of the viewport, by row."""
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return {}
    if last < 0:
        last = view.model().rowCount() - 1
    return {row: view.rowViewportPosition(row) for row in range(first, last + 1)}


def _columns(view: QTableView, area: QRect) -> Iterable[_Column]:
    header = view.horizontalHeader()
    for place in range(header.count()):
        number = header.logicalIndex(place)
        if header.isSectionHidden(number):
            continue
        left, width = header.sectionViewportPosition(number), header.sectionSize(number)
        if left <= area.right() and left + width > area.left() and width > 2 * SPACE_S:
            yield _Column(number, left + SPACE_S, width - 2 * SPACE_S)


def _hovered_row(view: QTableView) -> int:
    viewport = view.viewport()
    if not viewport.underMouse():
        return -1
    at: QPoint = viewport.mapFromGlobal(QCursor.pos())
    return view.rowAt(at.y())


class CellDelegate(QStyledItemDelegate):
    """Tells how large cells want to be, for columns that are fitted to their contents."""

    def __init__(self, cells: TablePainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = cells

    # Qt overrides

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._cells.width(index.row(), index.column()), self._cells.row_height)
