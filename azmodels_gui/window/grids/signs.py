# SPDX-License-Identifier: MIT
"""The signs of tables: drawn once for each kind of cell, and told in a legend."""

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from azmodels_gui.catalog.labels import SCOPES, label
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.language.words import tr
from azmodels_gui.window.grids.grid import GridCell, Ground, Mark, Shape
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme, Tokens, Tone
from azmodels_gui.window.widgets.layouts import FlowLayout, column, row
from azmodels_gui.window.widgets.texts import ElidedLabel, scaled, set_text_colour, text_colour

SCOPE_SHAPES = {
    Scope.REGIONAL: (Shape.SQUARE, Tone.GOOD),
    Scope.DATA_ZONE: (Shape.HEXAGON, Tone.ACCENT),
    Scope.GLOBAL: (Shape.RING, Tone.PLAIN),
}
"""How the nearest processing is told, by shape and colour."""
LETTERS = {Billing.PAYG: "T", Billing.PROVISIONED: "P", Billing.BATCH: "B"}
"""Stand in the signs: per token, provisioned, batch; the same in every language."""
YES, NO, UNKNOWN = Mark("✓", tone=Tone.GOOD), Mark("–"), Mark("?")
DISPUTED = Mark("!", tone=Tone.WARN)
LegendItem = tuple[Mark | Ground, str]
"""A sign and its words."""
_PATCH = QSize(26, 16)
_GAP_PX, _COMPACT_GAP_PX = 7, 2
_SMALLEST_PX, _COMPACT_PX = 14, 12


def offer_mark(scope: Scope | None, letter: str) -> Mark:
    """Return the sign of an offer; a scope newer than this program is a ring: nobody knows."""
    return Mark(letter, *((scope and SCOPE_SHAPES.get(scope)) or SCOPE_SHAPES[Scope.GLOBAL]))


def scope_items() -> list[LegendItem]:
    """Return the shapes that tell where data is processed, nearest first."""
    letter = LETTERS[Billing.PAYG]
    return [(offer_mark(scope, letter), label(SCOPES, scope.value)) for scope in SCOPE_SHAPES]


def billing_items() -> list[LegendItem]:
    """Return the letters that tell how an offer is paid for."""
    words = (tr("per token"), tr("PTU"), tr("Batch"))
    return [(Mark(letter), told) for letter, told in zip(LETTERS.values(), words, strict=True)]


class GridSigns:
    """In one font and look; a look-up is all that a cell costs."""

    def __init__(self, font: QFont, tokens: Tokens, *, compact: bool = False) -> None:
        self._tokens = tokens
        self._font = QFont(font)
        metrics = QFontMetrics(font)
        least, share = (_COMPACT_PX, 0.85) if compact else (_SMALLEST_PX, 1.1)
        self.side = max(least, round(metrics.height() * share))
        """Height of a sign in pixels."""
        self._gap = _COMPACT_GAP_PX if compact else _GAP_PX
        self.row_height = max(self.side, metrics.height()) + SPACE_S
        self._letters = QFont(font)
        self._letters.setBold(True)
        self._letters.setPixelSize(round(self.side * 0.68))
        self._kept: dict[tuple[GridCell, int, float], QPixmap] = {}

    def needed_width(self, cell: GridCell) -> int:
        """Return the width that the signs or the text of a cell need."""
        if cell.marks:
            return self.marks_size(len(cell.marks)).width() + self._gap + 2 * SPACE_S
        return QFontMetrics(self._font).horizontalAdvance(cell.text) + 2 * SPACE_S

    def marks_size(self, count: int) -> QSize:
        """Return the room of some signs side by side, and of nothing around them."""
        return QSize(count * self.side + (count - 1) * self._gap, self.side)

    def picture(self, cell: GridCell, width: int, ratio: float) -> QPixmap:
        """Return a cell as a picture, as high as a row."""
        key = (cell, width, ratio)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._drawn(
                cell, QSize(width, self.row_height), ratio, SPACE_S
            )
        return found

    def mark_picture(self, mark: Mark, ratio: float) -> QPixmap:
        """Return one sign alone, for a legend."""
        return self._drawn(GridCell((mark,)), QSize(self.side + 2, self.side + 2), ratio, 1)

    def drawn(self, cell: GridCell, size: QSize, ratio: float, *, centred: bool) -> QPixmap:
        """Return a new picture of signs without room around them."""
        left = (size.width() - self.marks_size(len(cell.marks)).width()) / 2 if centred else 0
        return self._drawn(cell, size, ratio, left)

    def _drawn(self, cell: GridCell, size: QSize, ratio: float, inset: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, size.width(), size.height())
        paint_ground(painter, area, cell.ground, self._tokens)
        top = (size.height() - self.side) / 2
        for at, mark in enumerate(cell.marks):
            left = inset + at * (self.side + self._gap)
            self._paint_mark(painter, QRectF(left, top, self.side, self.side), mark)
        if cell.text:
            self._paint_text(painter, area.adjusted(SPACE_S, 0, -SPACE_XS, 0), cell)
        painter.end()
        return picture

    def _paint_text(self, painter: QPainter, area: QRectF, cell: GridCell) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(text_colour(cell.tone, self._tokens)))
        words = QFontMetrics(self._font).elidedText(
            cell.text, Qt.TextElideMode.ElideRight, int(area.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(flags), words)

    def _paint_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        colour = QColor(text_colour(mark.tone, self._tokens))
        letter = colour
        if mark.hollow or mark.shape is Shape.RING:
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            letter = colour if mark.shape is Shape.NONE else QColor(self._tokens.surface)
        inner = box.adjusted(0.7, 0.7, -0.7, -0.7)
        match mark.shape:
            case Shape.SQUARE:
                painter.drawRoundedRect(inner, 3, 3)
            case Shape.HEXAGON:
                painter.drawPolygon(_hexagon(inner))
            case Shape.RING:
                painter.drawEllipse(inner)
        painter.setFont(self._letters if mark.shape is not Shape.NONE else self._font)
        painter.setPen(letter)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.letter)
        if mark.flagged:
            painter.setFont(self._letters)
            painter.setPen(QColor(text_colour(Tone.WARN, self._tokens)))
            flag = QRectF(box.right(), box.top() - 4, self._gap, box.height())
            painter.drawText(flag, int(Qt.AlignmentFlag.AlignHCenter), "!")


def paint_ground(painter: QPainter, area: QRectF, ground: Ground, tokens: Tokens) -> None:
    """Paint what lies behind the signs."""
    inner = area.adjusted(2, 2, -3, -3)
    match ground:
        case Ground.MISSING:
            ink = tokens.inks[Tone.WARN]
            painter.fillRect(area.adjusted(0, 0, -1, -1), QColor(ink.fill))
            if tokens.outline_px > 1:  # the patch alone is not seen in high contrast
                painter.setPen(QPen(QColor(ink.edge), 1))
                painter.drawRect(inner)
        case Ground.OPEN:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
            painter.drawRect(inner)
        case Ground.ENDED:
            hatch = QColor(tokens.edge)
            hatch.setAlpha(110)
            painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def _hexagon(box: QRectF) -> QPolygonF:
    """Return six corners, one of them on top."""
    centre, radius = box.center(), box.width() / 2
    angles = [pi / 6 + at * pi / 3 for at in range(6)]
    corners = [QPointF(centre.x() + radius * cos(a), centre.y() + radius * sin(a)) for a in angles]
    return QPolygonF(corners)


class _Sign(QWidget):
    def __init__(self, sign: Mark | Ground, theme: Theme, *, compact: bool) -> None:
        super().__init__()
        self._sign, self._theme, self._compact = sign, theme, compact
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        if isinstance(self._sign, Ground):
            return _PATCH
        side = self._signs().side + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        if isinstance(self._sign, Ground):
            paint_ground(painter, QRectF(self.rect()), self._sign, tokens)
        else:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, self._signs().mark_picture(self._sign, ratio))
        painter.end()

    def _signs(self) -> GridSigns:
        return GridSigns(self.font(), self._theme.tokens, compact=self._compact)


class GridLegend(QWidget):
    """Signs with their words; read by screen readers as one."""

    def __init__(self, theme: Theme, *, compact: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._compact = compact
        self._flow = FlowLayout(self, SPACE_XS)
        self._signs_shown: tuple[Mark | Ground, ...] = ()
        self._pairs: list[QWidget] = []
        self._words: list[QLabel] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Legend"))

    def show_items(self, items: Sequence[LegendItem]) -> None:
        """Show other signs."""
        signs = tuple(sign for sign, _ in items)
        self.setAccessibleDescription(", ".join(words for _, words in items))
        if signs == self._signs_shown:
            for told, (_, words) in zip(self._words, items, strict=True):
                told.setText(words)
            return
        self._signs_shown = signs
        for gone in self._pairs:
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._pairs, self._words = [], []
        for sign, words in items:
            pair, told = QWidget(), QLabel(words)
            picture = _Sign(sign, self._theme, compact=self._compact)
            row(picture, told, within=pair, gap=SPACE_XS, edges=(0, 0, SPACE_M, 0))
            self._words.append(told)
            self._pairs.append(pair)
            self._flow.addWidget(pair)
            pair.show()
        self._take_look()

    def _take_look(self) -> None:
        for told in self._words:
            told.setFont(scaled(self.font(), NOTE_PT))
            set_text_colour(told, self._theme.tokens.muted)
        self.update()


class ToldLine(ElidedLabel):
    """What there is to say of the current cell, on one line."""

    @Slot(str, list)
    def tell(self, title: str, lines: Sequence[str]) -> None:
        """Say something else."""
        self.setText(" · ".join(filter(None, (title, *lines))))


def foot(*lines: QWidget, edges: tuple[int, int, int, int]) -> QFrame:
    """Return what stands below a table: the words of the current cell and the legend."""
    frame = QFrame()
    frame.setObjectName("matrix_foot")
    column(*lines, within=frame, gap=SPACE_XS, edges=edges)
    return frame
