# SPDX-License-Identifier: MIT
"""The signs in a cell of the matrix: told apart by shape and place, and by colour as well."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from azmodels_gui.catalog.region_codes import availability_at
from azmodels_gui.catalog.terms import Availability, Scope
from azmodels_gui.window.regions.matrix_slots import BILLINGS, SCOPES, MatrixSlots, Slot
from azmodels_gui.window.theme.tokens import Tokens, Tone

SCOPE_TONES = {Scope.REGIONAL: Tone.GOOD, Scope.DATA_ZONE: Tone.ACCENT, Scope.GLOBAL: Tone.PLAIN}
_SMALLEST_PX = 6
_GAP_PX = 3
_SPEAKING = (Availability.OFFERED, Availability.CONFLICT)


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

    Offered: a full square (regional), a half disc (data zone), a ring (global), three by
    three: the upper line is the nearest processing, from left to right per token, PTU, batch.
    A dot: not offered in this way. `!`: sources disagree. `?`: no source says.
    Where nothing at all is offered, one large sign says which: a dash or a question mark.
    """

    def __init__(self, slots: MatrixSlots, font: QFont, tokens: Tokens) -> None:
        self._slots = slots
        self._tokens = tokens
        self._font = QFont(font)
        self._font.setBold(True)
        height = QFontMetrics(font).height()
        self._side = max(_SMALLEST_PX, round(height * (0.75 if slots.single else 0.46)))
        self._gap = max(_GAP_PX - 1, round(height * 0.16))
        self._pictures: dict[float, Pictures] = {}

    @property
    def size(self) -> QSize:
        """Width and height of a picture, in device-independent pixels."""
        if self._slots.single:
            return QSize(self._side + 4, self._side + 2)
        across = len(BILLINGS) * self._side + (len(BILLINGS) - 1) * (self._gap + 1)
        down = len(SCOPES) * self._side + (len(SCOPES) - 1) * self._gap
        return QSize(across, down)

    def pictures(self, ratio: float) -> "Pictures":
        """Return the pictures of all codes on a screen of a pixel ratio."""
        found = self._pictures.get(ratio)
        if found is None:
            found = self._pictures[ratio] = Pictures(partial(self.drawn, ratio))
        return found

    def drawn(self, ratio: float, code: int) -> QPixmap:
        """Return a new picture of a code."""
        picture = QPixmap(self.size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = {slot: availability_at(code, slot.place) for slot in self._slots.slots}
        shown = {slot: found[slot] for slot in found if slot.placed or self._slots.single}
        if any(each in _SPEAKING for each in shown.values()):
            self._paint_slots(painter, shown)
        else:  # what is offered in a way that has no place in the cell is no "no"
            clear = set(found.values()) == {Availability.NOT_OFFERED}
            self._paint_whole(painter, "–" if clear else "?")
        painter.end()
        return picture

    def _paint_slots(self, painter: QPainter, found: dict[Slot, Availability]) -> None:
        for slot, availability in found.items():
            box = self._box(slot.column, slot.line)
            match availability:
                case Availability.OFFERED:
                    paint_scope(painter, box, slot.kind.scope, self._tokens)
                case Availability.CONFLICT:
                    self._paint_letter(painter, box, "!", Tone.WARN)
                case Availability.UNKNOWN:
                    self._paint_letter(painter, box, "?", Tone.MUTED)
                case _:
                    self._paint_dot(painter, box)

    def _box(self, column: int, line: int) -> QRectF:
        side = self._side
        if self._slots.single:
            return QRectF(2, 1, side, side)
        return QRectF(column * (side + self._gap + 1), line * (side + self._gap), side, side)

    def _paint_whole(self, painter: QPainter, letter: str) -> None:
        font = QFont(self._font)
        font.setBold(False)
        font.setPixelSize(QFontMetrics(self._font).height() - 3)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.muted))
        area = QRectF(0, 0, self.size.width(), self.size.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), letter)

    def _paint_letter(self, painter: QPainter, box: QRectF, letter: str, tone: Tone) -> None:
        font = QFont(self._font)
        font.setPixelSize(self._side + 3)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.inks[tone].text))
        area = box.adjusted(-4, -3, 4, 3)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), letter)

    def _paint_dot(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.faint))
        painter.drawEllipse(QPointF(box.center()), 0.9, 0.9)


def paint_scope(painter: QPainter, box: QRectF, scope: Scope, tokens: Tokens) -> None:
    """Paint the sign of a scope, the same as on the chips of the table of models.

    One that is newer than this program is an empty square: offered, nobody knows how far.
    """
    colour = QColor(tokens.inks[SCOPE_TONES.get(scope, Tone.MUTED)].text)
    line = max(1.2, box.width() / 6)
    inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    match scope:
        case Scope.REGIONAL:
            painter.fillRect(box, colour)
        case Scope.DATA_ZONE:
            painter.setPen(QPen(colour, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(inner)
            painter.setBrush(colour)
            painter.drawPie(inner, 90 * 16, 180 * 16)
        case Scope.GLOBAL:
            painter.setPen(QPen(colour, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(inner)
        case _:
            painter.setPen(QPen(colour, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
