# SPDX-License-Identifier: MIT
"""A table of figures with headings that fold, as high as its lines."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from azmodels_gui.window.models.fact_tree import FactGroup, FactTreeModel
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_XS, Tone
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.tones import text_colour

Index = QModelIndex | QPersistentModelIndex
TEXT_MARGIN_PX = 3
"""What Fusion leaves free on each side of a cell's text."""


class _LineDelegate(QStyledItemDelegate):
    """Colours a line by its tone, sets headings bold, keeps tips plain text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        tokens = theme.tokens
        self._colours = {tone.value: QColor(text_colour(tone, tokens)) for tone in Tone}
        self._colours[""] = QColor(tokens.text)
        self._line = QColor(tokens.border)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tone = index.data(FactTreeModel.TONE_ROLE) or ""
        palette = option.palette
        named = index.column() == 0
        colour = self._colours[""] if named and tone == Tone.GOOD else self._colours[tone]
        palette.setColor(palette.ColorRole.Text, colour)
        palette.setColor(palette.ColorRole.HighlightedText, colour)
        option.palette = palette
        if named and index.model().hasChildren(index):
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure the text alone: Qt would ask for colours and fonts of every line first."""
        metrics = option.fontMetrics
        words = metrics.horizontalAdvance(str(index.data() or ""))
        return QSize(words + 2 * TEXT_MARGIN_PX + SPACE_XS, metrics.height() + 7)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        tip = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else ""
        text = str(index.data() or "") if index.isValid() else ""
        QToolTip.showText(event.globalPos(), tool_tip("\n".join(filter(None, (text, tip)))), view)
        return True


class FactTreeView(QTreeView):
    """Grows with its lines: the pane around it scrolls.

    Signals:
        line_reached: the keyboard's line, as a point on the screen.
    """

    line_reached = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = FactTreeModel(self)
        self.setModel(self._figures)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(12)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def figures(self) -> FactTreeModel:
        """The lines on show."""
        return self._figures

    def show_groups(self, headers: Sequence[str], groups: Sequence[FactGroup]) -> None:
        """Show other figures."""
        self._figures.set_groups(headers, groups)
        self.header().setHidden(not any(headers))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headers)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setRootIsDecorated(any(group.rows for group in groups))
        for row, group in enumerate(groups):
            # A heading without figures of its own may use the whole line.
            self.setFirstColumnSpanned(row, QModelIndex(), len(group.head.cells) == 1)
            self.setExpanded(self._figures.index(row, 0), group.opened)
        self._fit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        centre = self.visualRect(current).center()
        self.line_reached.emit(self.viewport().mapToGlobal(centre))

    @Slot()
    def _fit(self) -> None:
        model = self._figures
        lines = model.rowCount()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            lines += model.rowCount(index) if self.isExpanded(index) else 0
        header = 0 if self.header().isHidden() else self.header().sizeHint().height()
        self.setFixedHeight(lines * (self.fontMetrics().height() + 7) + header + 2)
