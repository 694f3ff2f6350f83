# SPDX-License-Identifier: MIT
"""The matrix with the words of its current cell and the legend below."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.age_words import nos_told
from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.labels import SCOPES as SCOPE_WORDS
from azmodels_gui.catalog.labels import label
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.table import Table
from azmodels_gui.window import formats
from azmodels_gui.window.forgiving import read_state, written_state
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.cell_signs import paint_scope
from azmodels_gui.window.regions.matrix_table import matrix_table
from azmodels_gui.window.regions.matrix_view import MatrixView
from azmodels_gui.window.regions.region_matrix import RegionMatrixModel
from azmodels_gui.window.regions.region_part import RegionPart
from azmodels_gui.window.regions.region_scope import RegionScope
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import NOTE_PT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.texts import plain_label
from azmodels_gui.window.widgets.tones import scaled, set_text_colour

_SMALLEST_PX = 9
_LETTERS = {"–": Tone.MUTED, "?": Tone.MUTED, "!": Tone.WARN}


class LegendSign(QWidget):
    """One sign of the matrix, alone."""

    def __init__(self, sign: Scope | str, theme: Theme) -> None:
        super().__init__()
        self._sign = sign
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @property
    def _side(self) -> int:
        return max(_SMALLEST_PX, round(self.fontMetrics().height() * 0.6))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._side + SPACE_XS, self._side + SPACE_XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if isinstance(self._sign, Scope):
            top = (self.height() - self._side) / 2
            paint_scope(painter, QRectF(1, top, self._side, self._side), self._sign, tokens)
            return
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.inks[_LETTERS[self._sign]].text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)


class Legend(QWidget):
    """Signs with their words, in two columns, and how a cell is read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        signs: tuple[Scope | str, ...] = (
            Scope.REGIONAL,
            Scope.DATA_ZONE,
            Scope.GLOBAL,
            "–",
            "?",
            "!",
        )
        self._no = ""
        self.words = {sign: QLabel() for sign in signs}
        self.reading = QLabel()
        self._build()
        self._write()
        self._take_look()
        theme.changed.connect(self._take_look)

    def show_no(self, words: str) -> None:
        """Say how old a no is; it is told with its date."""
        self._no = words
        self._write()

    def texts(self) -> list[str]:
        """Return every text on show."""
        return [*(each.text() for each in self.words.values()), self.reading.text()]

    def _write(self) -> None:
        words: dict[Scope | str, str] = {
            **{scope: label(SCOPE_WORDS, scope.value) for scope in Scope},
            "–": self._no,
            "?": tr("unknown, not “no”"),
            "!": tr("conflicting sources"),
        }
        for sign, text in self.words.items():
            text.setText(words[sign])
        self.reading.setText(
            tr("In a cell: left per token, middle PTU, right batch; dot: not offered")
        )
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(", ".join(self.texts()))

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(1)
        for number, (sign, text) in enumerate(self.words.items()):
            pair = QHBoxLayout()
            pair.setSpacing(SPACE_XS)
            pair.addWidget(LegendSign(sign, self._theme))
            pair.addWidget(text, 1)
            grid.addLayout(pair, number % 3, number // 3)
        grid.addWidget(self.reading, 3, 0, 1, 2)
        grid.setColumnMinimumWidth(0, SPACE_S)

    @Slot()
    def _take_look(self) -> None:
        small = scaled(self.font(), NOTE_PT)
        for text in (*self.words.values(), self.reading):
            text.setFont(small)
            set_text_colour(text, self._theme.tokens.muted)


LINES = 4
"""Room that is always there, so that the matrix does not jump."""


class CellLine(QWidget):
    """A title and a text below it; read by screen readers as one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = True
        self.title, self.text = plain_label(selectable=True), plain_label(selectable=True)
        for each in (self.title, self.text):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        self.show_nothing()
        self._take_look()
        theme.changed.connect(self._take_look)

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

    @Slot()
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
    placed_only: bool = False


class MatrixPart(RegionPart):
    """A view of the Regions page (`RegionPart`)."""

    def __init__(self, parts: PageParts, scope: RegionScope, language: str) -> None:
        super().__init__()
        theme = parts.around.theme
        self._language = language
        self.matrix = RegionMatrixModel(scope, language, self)
        self.view = MatrixView(self.matrix, parts.pins, theme)
        self.line = CellLine(theme)
        self.legend = Legend(theme)
        self.foot = QFrame()
        self._build()
        self._connect()
        self._write_size()
        self.view.go_to_first()

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        self.matrix.set_scope(scope)

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""
        self.view.show_region(region)
        column = self.matrix.column_of(region)
        if column >= 0:
            name, *rest = self.matrix.region_words(column).split("\n")
            self.line.show_words(name, rest)

    def set_presenting(self, presenting: bool) -> None:
        """Keep the words of the current cell and the legend: the audience needs them too."""

    def current_entry(self) -> EntryKey | None:
        """Return the entry the keyboard is on."""
        cell = self.view.current_cell()
        return None if cell is None else cell[0]

    def go_to(self, key: EntryKey) -> bool:
        """Put the keyboard on an entry; False if it is not on show."""
        return self.view.go_to(key)

    def table(self) -> Table:
        """Return exactly what is seen, in words, and what is left out."""
        left_out = self.matrix.unplaced if self.matrix.placed_only else 0
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

    def _build(self) -> None:
        self.setFocusProxy(self.view)
        self.foot.setObjectName("matrix_foot")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_L)
        row.addWidget(self.line, 1)
        row.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.view.cell_changed.connect(self._on_cell)
        self.view.commands.entry_asked.connect(self.entry_asked)
        self.view.commands.region_asked.connect(self.region_asked)
        self.view.commands.page_asked.connect(self.page_asked)
        self.view.headings.told.connect(self.line.show_words)
        self.view.commands.copied.connect(self._on_copied)
        self.view.corner.placed_only_asked.connect(self._on_placed_only)
        self.matrix.scope_changed.connect(self._on_scope)

    def _write_size(self) -> None:
        """Say in the corner of the matrix how large it is, in the legend how old a no is."""
        self.view.corner.show_matrix(self.matrix, self._language)
        scope = self.matrix.scope
        self.legend.show_no(nos_told(scope.as_of, scope.index.today, self._language))

    @Slot(bool)
    def _on_placed_only(self, placed_only: bool) -> None:
        self.matrix.set_placed_only(placed_only)
        self.state_changed.emit()

    @Slot()
    def _on_scope(self) -> None:
        self._write_size()
        self.legend.reading.setVisible(not self.matrix.slots.single)

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            self.line.show_nothing()
            return
        self.line.show_words(*self.matrix.words(row, column))

    @Slot(int)
    def _on_copied(self, rows: int) -> None:
        words = tr("Rows copied: {count}")
        self.news.emit(words.format(count=formats.number(rows, self._language)))
