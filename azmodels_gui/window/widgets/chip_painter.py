# SPDX-License-Identifier: MIT
"""Draws chips: a word in a box whose shape and sign say the same as its colour."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from azmodels_gui.window.models.cell_context import Chip
from azmodels_gui.window.theme import NOTE_PT, SPACE_XS, Theme, Tokens, Tone
from azmodels_gui.window.widgets.texts import LaidOutText, scaled

BOX_PX = 12
PICTURE_PX = BOX_PX + 3


def check_mark(check: Qt.CheckState, tokens: Tokens, *, enabled: bool, ratio: float) -> QPixmap:
    """Return a drawn box: empty, with a tick, or with a dash for "in part"."""
    picture = QPixmap(QSize(PICTURE_PX, PICTURE_PX) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1.5, 1.5, BOX_PX, BOX_PX)
    on = check != Qt.CheckState.Unchecked
    edge = tokens.muted if enabled else tokens.faint
    painter.setPen(QPen(QColor(tokens.accent if on else edge), 1))
    painter.setBrush(QColor(tokens.accent) if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        painter.setPen(QPen(QColor(tokens.on_accent), 1.8))
        painter.drawPolyline(_mark(box, check))
    painter.end()
    return picture


def _mark(box: QRectF, check: Qt.CheckState) -> list[QPointF]:
    x, y = box.center().x(), box.center().y()
    if check == Qt.CheckState.PartiallyChecked:
        return [QPointF(x - 3, y), QPointF(x + 3, y)]
    return [QPointF(x - 3.2, y), QPointF(x - 1, y + 2.4), QPointF(x + 3.2, y - 2.6)]


_PADDING = 6
_SIGN = 9
_MORE = "…"
_NARROWEST = 56
"""A chip cut shorter than this would say nothing."""
_KEPT = 2_000

TONE_OF_KIND = {
    "preview": Tone.ACCENT,
    "generally_available": Tone.GOOD,
    "legacy": Tone.WARN,
    "deprecated": Tone.WARN,
    "retired": Tone.BAD,
    "past": Tone.BAD,
    "regional": Tone.GOOD,
    "data_zone": Tone.ACCENT,
    "global": Tone.PLAIN,
    "conflict": Tone.WARN,
    "not_offered": Tone.MUTED,
    "unknown": Tone.MUTED,
    "use_case": Tone.MUTED,
    "more": Tone.MUTED,
}
"""What the colour of each kind of chip says."""

_RADIUS = {"regional": 1, "data_zone": 9}
_DASHED = frozenset({"unknown", "not_offered"})
_SIGNED = frozenset({"regional", "data_zone", "global"})
"""A sign stands before the word: scopes, which must not be mistaken for each other."""


ChipRows = Iterable[tuple[tuple[Chip, ...], int]]
"""Chips side by side, and their upper edge."""
_LaidOut = tuple[list[tuple[int, QPixmap]], int | None]
"""Pictures of chips with their left edges, and that of an ellipsis if others have no room."""


class ChipPainter:
    """Paints rows of chips in one font; each chip is drawn once and kept as a picture."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._texts = LaidOutText(font)
        self._tokens = tokens
        self._more_colour = QColor(tokens.muted)
        self._pictures: dict[tuple[Chip, int, float], QPixmap] = {}
        self._kept: dict[tuple[tuple[Chip, ...], int, float], _LaidOut] = {}
        self.height = self._texts.height + 3

    def width(self, chip: Chip) -> int:
        """Return the width of one chip."""
        sign = _SIGN if chip.kind in _SIGNED else 0
        if chip.kind == "more":
            return self._texts.width(chip.text) + _PADDING
        return self._texts.width(chip.text) + 2 * _PADDING + sign

    def total_width(self, chips: Iterable[Chip]) -> int:
        """Return the width of chips side by side."""
        return sum(self.width(chip) + SPACE_XS for chip in chips)

    def paint(self, painter: QPainter, rows: ChipRows, left: int, room: int) -> None:
        """Paint rows of chips below each other: as many as fit, an ellipsis for the others."""
        ratio = painter.device().devicePixelRatio()
        draw = painter.drawPixmap
        for chips, top in rows:
            placed, more = self._laid_out(chips, room, ratio)
            for x, picture in placed:
                draw(left + x, top, picture)
            if more is not None:
                painter.setFont(self._texts.font)
                painter.setPen(self._more_colour)
                painter.drawStaticText(left + more, top + 1, self._texts.line(_MORE, 99).text)

    def _laid_out(self, chips: tuple[Chip, ...], room: int, ratio: float) -> _LaidOut:
        key = (chips, room, ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._placed(chips, room, ratio)
        return found

    def _placed(self, chips: tuple[Chip, ...], room: int, ratio: float) -> _LaidOut:
        """Return the chips that fit, and where an ellipsis stands for others."""
        x, placed = 0, list[tuple[int, QPixmap]]()
        for number, chip in enumerate(chips):
            width, left = self.width(chip), room - 1 - x
            rest = chips[number + 1] if number + 1 < len(chips) else None
            if rest is not None:
                beside = self.width(rest) + SPACE_XS if rest.kind == "more" else 3 * _PADDING
                left -= beside
            if number and width > left and left < _NARROWEST:
                return placed, x
            width = min(width, left)
            placed.append((x, self._picture(chip, width, ratio)))
            x += width + SPACE_XS
        return placed, None

    def _picture(self, chip: Chip, width: int, ratio: float) -> QPixmap:
        key = (chip, width, ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) > _KEPT:
                self._pictures.clear()
            found = self._pictures[key] = self._drawn(chip, width, ratio)
        return found

    def _drawn(self, chip: Chip, width: int, ratio: float) -> QPixmap:
        picture = QPixmap(QSize(max(width, 1), self.height) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = chip.kind if chip.kind in TONE_OF_KIND else "unknown"
        ink = self._tokens.inks[TONE_OF_KIND[kind]]
        edge = QPen(QColor(ink.edge), self._tokens.outline_px)
        if kind in _DASHED:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge if kind != "more" else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.fill) if kind != "more" else Qt.BrushStyle.NoBrush)
        inset = self._tokens.outline_px / 2
        box = QRectF(0, 0, width, self.height).adjusted(inset, inset, -inset, -inset)
        radius = _RADIUS.get(kind, 4)
        painter.drawRoundedRect(box, radius, radius)
        left = _PADDING if kind != "more" else 0
        if kind in _SIGNED:
            _paint_sign(painter, QRectF(left, self.height / 2 - 2.5, 5, 5), kind, ink.text)
            left += _SIGN
        painter.setFont(self._texts.font)
        painter.setPen(QColor(ink.text))
        text = self._texts.line(chip.text, width - left - _PADDING + 2).text
        painter.drawStaticText(left, 1, text)
        painter.end()
        return picture


def _paint_sign(painter: QPainter, box: QRectF, kind: str, colour: str) -> None:
    """Paint a full square (stays in the region), a half disc (zone) or a ring (world)."""
    painter.setPen(QColor(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match kind:
        case "regional":
            painter.fillRect(box, QColor(colour))
        case "data_zone":
            painter.drawEllipse(box)
            painter.setBrush(QColor(colour))
            painter.drawPie(box, 90 * 16, 180 * 16)
        case _:
            painter.drawEllipse(box)


class ChipStrip(QWidget):
    """Chips in as many lines as the width needs; read out as one text."""

    def __init__(self, chips: Sequence[Chip], theme: Theme) -> None:
        super().__init__()
        self._painter = ChipPainter(scaled(self.font(), NOTE_PT), theme.tokens)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chips(chips)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips."""
        self._chips = tuple(chips)
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        self.updateGeometry()
        self.update()

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips on show."""
        return self._chips

    def _places(self, width: int) -> list[tuple[QRect, Chip]]:
        x = y = 0
        places = []
        for chip in self._chips:
            wide = min(self._painter.width(chip), width)
            if x and x + wide > width:
                x, y = 0, y + self._painter.height + SPACE_XS
            places.append((QRect(x, y, wide + 1, self._painter.height), chip))
            x += wide + SPACE_XS
        return places

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1][0].bottom() + 2 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(self._painter.total_width(self._chips), self._painter.height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._painter.height + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, chip in self._places(self.width()):
            self._painter.paint(painter, [((chip,), place.top())], place.left(), place.width())
