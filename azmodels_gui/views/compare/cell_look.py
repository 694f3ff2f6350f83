# SPDX-License-Identifier: MIT
"""How cells of the comparison look: differences on a patch, the best in bold, unknown quiet."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.qtmodels.comparison_table import ComparisonModel
from azmodels_gui.reports.sheet import Cell, CellKind, Mark
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import Tone
from azmodels_gui.views.tones import text_colour

_Index = QModelIndex | QPersistentModelIndex
_TONES = {Mark.BEST: Tone.GOOD, Mark.WARNING: Tone.WARN, Mark.NONE: Tone.PLAIN}


class CellLook(QStyledItemDelegate):
    """Colours say nothing that a sign or a word does not say too."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        model, tokens = index.model(), self._theme.tokens
        if not isinstance(model, ComparisonModel):
            return
        cell = model.cell(index.row(), index.column())
        tone = Tone.MUTED if cell is None else _tone(cell)
        colour = QColor(text_colour(tone, tokens))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)
        if cell is None:
            option.backgroundBrush = QBrush(QColor(tokens.raised))
        elif model.differs(index.row()):
            patch = QColor(tokens.selection)
            patch.setAlphaF(0.35)
            option.backgroundBrush = QBrush(patch)
        if cell is not None and cell.mark is Mark.BEST:
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        painter.setPen(QPen(QColor(self._theme.tokens.border), self._theme.tokens.outline_px))
        box = option.rect
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _tone(cell: Cell) -> Tone:
    return Tone.MUTED if cell.kind is CellKind.UNKNOWN else _TONES[cell.mark]
