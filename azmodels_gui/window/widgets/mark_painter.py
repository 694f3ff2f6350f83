# SPDX-License-Identifier: MIT
"""Draws marks: small signs and words whose shape tells what they are about, and what is known."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from azmodels_gui.catalog.terms import Availability
from azmodels_gui.window.theme import Tokens, Tone
from azmodels_gui.window.widgets.texts import LaidOutText, scaled

SLOT_PX = 22
"""Room of a sign, so that the same ones stand below each other."""
_SIGN_PX = 12
_GAP_PX = 7
"""Between words."""
_KEPT = 2_000
_TONES = {
    "regional": Tone.GOOD,
    "data_zone": Tone.ACCENT,
    "global": Tone.PLAIN,
    "yes": Tone.GOOD,
}


class Mark(Struct, frozen=True, cache_hash=True):
    """One sign or word, and what is known of what it stands for."""

    sign: str
    """`regional`, `data_zone`, `global`, `yes`; empty: the word stands for itself."""
    known: Availability | None
    """None: does not apply."""
    word: str = ""


MarkRows = Iterable[tuple[tuple[Mark, ...], int]]
"""Marks side by side, and their upper edge."""


class MarkPainter:
    """Paints rows of marks; each row of them is drawn once and kept as a picture.

    Offered is the sign itself, not offered a dash, unknown "?", disputed "!". A word is plain
    where it is offered, struck through where it is not, and has the sign behind it else.
    """

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._texts = LaidOutText(font)
        self._bold = LaidOutText(scaled(font, 0, bold=True))
        self._tokens = tokens
        self._pictures: dict[tuple[tuple[Mark, ...], float], tuple[QPixmap, int]] = {}
        """With their widths."""
        self.height = max(self._texts.height, _SIGN_PX + 2)

    def width(self, mark: Mark) -> int:
        """Return the room one mark takes."""
        return SLOT_PX if mark.sign else self._texts.width(_told(mark)) + _GAP_PX

    def total_width(self, marks: Iterable[Mark]) -> int:
        """Return the room of marks side by side."""
        return sum(map(self.width, marks))

    def paint(
        self, painter: QPainter, rows: MarkRows, left: int, room: int, *, centred: bool = False
    ) -> None:
        """Paint marks below each other, from the left as far as they fit, or in the middle."""
        ratio = painter.device().devicePixelRatio()
        draw = painter.drawPixmap
        for marks, top in rows:
            picture, width = self._picture(marks, ratio)
            if centred:
                draw(left + (room - width) // 2, top, picture)
            elif width <= room + _GAP_PX:
                draw(left, top, picture)
            else:
                painter.save()
                painter.setClipRect(left, top, room, self.height)
                draw(left, top, picture)
                painter.restore()

    def _picture(self, marks: tuple[Mark, ...], ratio: float) -> tuple[QPixmap, int]:
        key = (marks, ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) > _KEPT:
                self._pictures.clear()
            found = self._drawn(marks, ratio), self.total_width(marks)
            self._pictures[key] = found
        return found

    def _drawn(self, marks: tuple[Mark, ...], ratio: float) -> QPixmap:
        picture = QPixmap(QSize(max(1, self.total_width(marks)), self.height) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        for mark in marks:
            (self._draw_sign if mark.sign else self._draw_word)(painter, mark, left)
            left += self.width(mark)
        painter.end()
        return picture

    def _draw_sign(self, painter: QPainter, mark: Mark, left: int) -> None:
        tokens = self._tokens
        if mark.known is Availability.OFFERED:
            colour = tokens.inks[_TONES[mark.sign]].text
            edge = (SLOT_PX - _SIGN_PX) / 2
            box = QRectF(left + edge, (self.height - _SIGN_PX) / 2, _SIGN_PX, _SIGN_PX)
            _paint_sign(painter, box, mark.sign, colour)
            return
        disputed = mark.known is Availability.CONFLICT
        texts = self._bold if disputed else self._texts
        painter.setFont(texts.font)
        painter.setPen(QColor(tokens.inks[Tone.WARN].text if disputed else tokens.muted))
        line = texts.line(_SIGNS[mark.known], SLOT_PX)
        painter.drawStaticText(left + (SLOT_PX - line.width) // 2, self._inset, line.text)

    def _draw_word(self, painter: QPainter, mark: Mark, left: int) -> None:
        tokens, line = self._tokens, self._texts.line(_told(mark), 999)
        colour = tokens.muted
        if mark.known is Availability.OFFERED:
            colour = tokens.text
        elif mark.known is Availability.CONFLICT:
            colour = tokens.inks[Tone.WARN].text
        painter.setFont(self._texts.font)
        painter.setPen(QColor(colour))
        painter.drawStaticText(left, self._inset, line.text)
        if mark.known is Availability.NOT_OFFERED:
            # Not by the font: where a picture is scaled, Qt puts that line elsewhere.
            middle = self._inset + self._texts.height * 0.55
            painter.drawLine(QPointF(left, middle), QPointF(left + line.width, middle))

    @property
    def _inset(self) -> int:
        return (self.height - self._texts.height) // 2


_SIGNS = {
    Availability.NOT_OFFERED: "\N{EN DASH}",
    Availability.UNKNOWN: "?",
    Availability.CONFLICT: "!",
    None: "",
}


def _told(mark: Mark) -> str:
    if mark.known in (Availability.UNKNOWN, Availability.CONFLICT):
        return f"{mark.word}\N{NO-BREAK SPACE}{_SIGNS[mark.known]}"
    return mark.word


def _paint_sign(painter: QPainter, box: QRectF, sign: str, colour: str) -> None:
    """Paint a square (stays in the region), a half disc (zone), a ring (world) or a tick."""
    pen = QPen(QColor(colour), 1.8)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.9, 0.9, -0.9, -0.9)
    match sign:
        case "regional":
            # Not `fillRect`: to see which of its kinds is meant takes a start a millisecond.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        case "data_zone":
            painter.drawEllipse(inner)
            painter.setBrush(QColor(colour))
            painter.drawPie(inner, 90 * 16, 180 * 16)
        case "global":
            painter.drawEllipse(inner)
        case _:
            x, y = box.center().x(), box.center().y()
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawPolyline(
                [QPointF(x - 4.5, y), QPointF(x - 1.2, y + 3.4), QPointF(x + 4.6, y - 3.6)]
            )
