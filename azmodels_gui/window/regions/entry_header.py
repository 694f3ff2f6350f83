# SPDX-License-Identifier: MIT
"""The frozen first column of the matrix: name and version of each entry."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from azmodels_gui.window.pins import Pins
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_S
from azmodels_gui.window.widgets.texts import LaidOutText
from azmodels_gui.window.widgets.tones import scaled

_PIN_PX = 13
_WIDEST_LETTERS = 40
_MEASURED_ROWS = 1_000
"""Names beyond these rows do not widen the column."""


class EntryHeader(QHeaderView):
    """Painted in one go, as the cells are."""

    def __init__(
        self, matrix: RegionMatrixModel, pins: Pins, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = matrix
        self._pins = pins
        self._theme = theme
        self._width = 0
        self.hovered = -1
        """Row below the mouse."""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.prepare()
        pins.changed.connect(self._on_pins)

    def prepare(self) -> None:
        """Compute what depends on font, look and rows."""
        font, tokens = self.font(), self._theme.tokens
        self._names = LaidOutText(scaled(font, 0, bold=True))
        self._versions = LaidOutText(scaled(font, NOTE_PT))
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._ground, self._here = QColor(tokens.surface), QColor(tokens.selection)
        self._raised, self._focus = QColor(tokens.raised), QPen(QColor(tokens.focus), 2)
        self._line, self._edge = QColor(tokens.border), QColor(tokens.muted)
        self._width = self._needed_width()
        self.updateGeometry()
        self.viewport().update()

    def _needed_width(self) -> int:
        widest = self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS
        rows = range(min(self._matrix.rowCount(), _MEASURED_ROWS))
        needed = (self._needed_by(row) for row in rows)
        return min(widest, max(needed, default=0)) + 2 * SPACE_S + _PIN_PX

    def _needed_by(self, row: int) -> int:
        entry = self._matrix.entry(row)
        name = self._names.width(entry.model.id)
        return name + SPACE_S + self._versions.width(entry.version.version)

    def _paint_ground(self, painter: QPainter, rows: dict[int, int]) -> None:
        width, height = self.viewport().width(), self.defaultSectionSize()
        for row, ground in ((self.hovered, self._raised), (self.current_row(), self._here)):
            if row in rows:
                painter.fillRect(0, rows[row], width, height, ground)
        for top in rows.values():
            painter.fillRect(0, top + height - 1, width, 1, self._line)
        painter.fillRect(width - 1, 0, 1, max(rows.values()) + height, self._edge)
        if self.hasFocus() and self.current_row() in rows:
            painter.setPen(self._focus)
            painter.drawRect(1, rows[self.current_row()] + 1, width - 4, height - 4)

    def _paint_texts(self, painter: QPainter, rows: dict[int, int]) -> None:
        """Paint all names, then all versions: changing the font costs more than a text."""
        height, width = self.defaultSectionSize(), self.viewport().width()
        room = width - _PIN_PX - 2 * SPACE_S
        lefts = {}
        painter.setFont(self._names.font)
        painter.setPen(self._text)
        for row, top in rows.items():
            name = self._names.line(self._matrix.entry(row).model.id, room)
            lefts[row] = 2 * SPACE_S + name.width
            painter.drawStaticText(SPACE_S, top + (height - self._names.height) // 2, name.text)
        painter.setFont(self._versions.font)
        painter.setPen(self._muted)
        inset = (height - self._versions.height) // 2
        for row, top in rows.items():
            left = width - _PIN_PX - SPACE_S - lefts[row]
            if left > 2 * SPACE_S:
                version = self._versions.line(self._matrix.entry(row).version.version, left)
                painter.drawStaticText(lefts[row], top + inset, version.text)

    def _paint_pins(self, painter: QPainter, rows: dict[int, int]) -> None:
        height, left = self.defaultSectionSize(), self.viewport().width() - _PIN_PX - 3
        for row, top in rows.items():
            if self._matrix.entry(row).key in self._pins:
                pin = QRect(left, top + (height - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
                self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, pin)

    def current_row(self) -> int:
        """Return the row the keyboard is on; -1: none."""
        selection = self.selectionModel()
        return selection.currentIndex().row() if selection is not None else -1

    @Slot()
    def _on_pins(self) -> None:
        self.viewport().update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._ground)
        first, last = self.logicalIndexAt(area.top()), self.logicalIndexAt(area.bottom())
        if first >= 0:
            after = (last if last >= 0 else self.count() - 1) + 1
            rows = {row: self.sectionViewportPosition(row) for row in range(first, after)}
            self._paint_ground(painter, rows)
            self._paint_texts(painter, rows)
            if self._pins:
                self._paint_pins(painter, rows)
        painter.end()
