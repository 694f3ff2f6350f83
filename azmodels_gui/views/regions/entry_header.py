# SPDX-License-Identifier: MIT
"""The frozen first column of the matrix: name and version of each entry."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from azmodels_gui.qtmodels.region_matrix import RegionMatrixModel
from azmodels_gui.views.laid_out_text import LaidOutText
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import NOTE_PT, SPACE_S
from azmodels_gui.views.tones import scaled

_PIN_PX = 13
_WIDEST_LETTERS = 34
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
        self._raised = QColor(tokens.raised)
        self._line, self._edge = QColor(tokens.border), QColor(tokens.faint)
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

    def _paint_row(self, painter: QPainter, row: int) -> None:
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        width = self.viewport().width()
        box = QRect(0, top, width - 1, height - 1)
        current = self.parent_current_row()
        ground = self._here if row == current else self._ground
        painter.fillRect(box, self._raised if row == self.hovered != current else ground)
        entry = self._matrix.entry(row)
        right = width - SPACE_S - (_PIN_PX if entry.key in self._pins else 0)
        name = self._names.line(entry.model.id, right - SPACE_S)
        painter.setFont(self._names.font)
        painter.setPen(self._text)
        painter.drawStaticText(SPACE_S, top + (height - self._names.height) // 2, name.text)
        left = 2 * SPACE_S + name.width
        if right - left > 2 * SPACE_S:
            version = self._versions.line(entry.version.version, right - left)
            painter.setFont(self._versions.font)
            painter.setPen(self._muted)
            painter.drawStaticText(left, top + (height - self._versions.height) // 2, version.text)
        if entry.key in self._pins:
            pin = QRect(width - _PIN_PX - 3, top + (height - _PIN_PX) // 2, _PIN_PX, _PIN_PX)
            self._theme.icon("pinned", self._theme.tokens.accent).paint(painter, pin)
        painter.setPen(self._line)
        painter.drawLine(0, top + height - 1, width, top + height - 1)

    def parent_current_row(self) -> int:
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
            for row in range(first, (last if last >= 0 else self.count() - 1) + 1):
                self._paint_row(painter, row)
        painter.setPen(self._edge)
        right = self.viewport().width() - 1
        painter.drawLine(right, area.top(), right, area.bottom())
        painter.end()
