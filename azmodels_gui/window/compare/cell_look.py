# SPDX-License-Identifier: MIT
"""How cells of the comparison look: differences on a patch, the best in bold, unknown quiet."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from azmodels_gui.sheets.sheet import Cell, CellKind, Mark
from azmodels_gui.window.compare.comparison_table import ComparisonModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_S, Tone
from azmodels_gui.window.widgets.tones import text_colour

LEFT_PX, RIGHT_PX = SPACE_S, 2
"""Beside the text; the next column begins with the wider one."""
_Index = QModelIndex | QPersistentModelIndex
_TONES = {Mark.BEST: Tone.GOOD, Mark.WARNING: Tone.WARN, Mark.NONE: Tone.PLAIN}
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class CellLook(QStyledItemDelegate):
    """Colours say nothing that a sign or a word does not say too.

    The text is painted here: Qt's own margin is not that of the headings above.
    """

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
        shown, tokens = QStyleOptionViewItem(option), self._theme.tokens
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget
        )
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(LEFT_PX, 0, -RIGHT_PX, 0), _FLAGS, text)
        painter.setPen(QPen(QColor(tokens.border), tokens.outline_px))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _tone(cell: Cell) -> Tone:
    return Tone.MUTED if cell.kind is CellKind.UNKNOWN else _TONES[cell.mark]
