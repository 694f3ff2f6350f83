# SPDX-License-Identifier: MIT
"""The tree of filters with headings that fold, and how it is painted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from azmodels_gui.catalog.folding import sought_in
from azmodels_gui.catalog.query import Asked, Facet
from azmodels_gui.language.words import tr
from azmodels_gui.window.model_index import Index
from azmodels_gui.window.models.facet_tree import FacetNode, FacetTreeModel
from azmodels_gui.window.theme import NOTE_PT, SPACE_S, SPACE_XS, TARGET_PX, Theme
from azmodels_gui.window.widgets.chip_painter import BOX_PX, check_mark
from azmodels_gui.window.widgets.texts import LaidOutText, Paragraph, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessible

INDENT_PX = 14
Row = tuple[int, int, int, int]
"""Where it is painted: from the left and from above, width and height."""
PADDING_PX = 4
"""Above and below the words of a row."""


class FacetDelegate(QStyledItemDelegate):
    """A click anywhere on a value checks it, not only on its small box."""

    def __init__(
        self,
        facets: FacetTreeModel,
        theme: Theme,
        view: QTreeView,
        field_height: Callable[[Asked, int], int],
    ) -> None:
        """Make it.

        Args:
            facets: what is painted.
            theme: the look.
            view: where it is painted.
            field_height: how high the fields of a range are in so many pixels of width.
        """
        super().__init__(view)
        self._field_height = field_height
        self._facets = facets
        self._view = view
        self._width = view.viewport().width()
        self._theme = theme
        self.prepare(QFont())

    def prepare(self, font: QFont) -> None:
        """Compute what depends on font and look."""
        tokens = self._theme.tokens
        heading = scaled(font, NOTE_PT, bold=True)
        heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._texts, self._headings = LaidOutText(font), LaidOutText(heading)
        self._count_px = self._texts.width(str(self._facets.total))
        self._text, self._muted = QColor(tokens.text), QColor(tokens.muted)
        self._link = QColor(tokens.accent)
        self._faint, self._hover = QColor(tokens.faint), QColor(tokens.raised)
        self._focus = QPen(QColor(tokens.focus), tokens.outline_px)
        self._sizes: dict[tuple[int, str], QSize] = {}
        """By node and its label: a layout asks for every row."""
        self._boxes: dict[tuple[Qt.CheckState, bool, float], QPixmap] = {}

    def fit(self, width: int) -> None:
        """Break labels for so many pixels of width."""
        if width != self._width:
            self._width = width
            self._sizes.clear()

    def paint_row(
        self, painter: QPainter, node: FacetNode, row: Row, *, hovered: bool, focused: bool
    ) -> None:
        """Paint a facet, a group, a value or the foot of a list."""
        left, top, width, height = row
        if node.is_value or node.is_group or node.branch.is_foot:
            if hovered:
                painter.fillRect(left, top, width, height, self._hover)
            if not node.branch.is_foot:
                inset = PADDING_PX + (self._texts.height - BOX_PX - 3) // 2
                painter.drawPixmap(left + 1, top + inset, self._box(painter, node))
            self._paint_words(painter, row, node)
        else:
            self._paint_heading(painter, row, node)
        if focused:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(left + 1, top + 1, width - 3, height - 3)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._facets.node(index)
        key = (node.number, node.branch.label)
        size = self._sizes.get(key)
        if size is None:
            size = self._sizes[key] = QSize(80, self._height(node))
        return size

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        node, check = self._facets.node(index), self._facets.node(index).check_state
        if isinstance(event, QMouseEvent) and (check is not None or node.branch.is_foot):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if not released or event.button() != Qt.MouseButton.LeftButton:
                return False
            if node.branch.is_foot:
                self._facets.show_more(index)
            elif node.can_click:
                on = check != Qt.CheckState.Checked
                state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return False
        return super().editorEvent(event, model, option, index)

    def _height(self, node: FacetNode) -> int:
        if node.parent is None:
            return self._texts.height + SPACE_S + 6
        room = self._width - node.depth * INDENT_PX
        if node.range is not None:
            return self._field_height(node.range, room)
        counted = node.is_value or node.is_group
        words = self._words(node.branch.label, room, counted=counted).height
        return max(words + 2 * PADDING_PX, TARGET_PX)

    def _paint_heading(self, painter: QPainter, row: Row, node: FacetNode) -> None:
        left, top, width, height = row
        texts = self._headings
        line = texts.line(node.branch.label, width - SPACE_S - 24)
        painter.setFont(texts.font)
        painter.setPen(self._muted)
        inset = SPACE_XS + (height - SPACE_XS - texts.height) // 2
        painter.drawStaticText(left + SPACE_S, top + inset, line.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._muted, 1.4))
        tip = -2 if self._view.isExpanded(self._facets.at(node)) else 2
        x, y = left + width - 15, top + SPACE_XS + (height - SPACE_XS - 1) // 2
        painter.drawPolyline(
            [QPointF(x - 4, y - tip), QPointF(x, y + tip), QPointF(x + 4, y - tip)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(self, painter: QPainter, row: Row, node: FacetNode) -> None:
        left, top, width, _ = row
        texts, enabled, number = self._texts, node.can_click, self._facets.count(node)
        painter.setFont(texts.font)
        if number is not None:
            painter.setPen(self._muted if enabled else self._faint)
            count = texts.line(str(number), width)
            right = left + width - 1 - SPACE_S - count.width
            painter.drawStaticText(right, top + PADDING_PX, count.text)
        plain = self._link if node.branch.is_foot else self._text
        painter.setPen(plain if enabled else self._faint)
        words = self._words(node.branch.label, width, counted=number is not None)
        painter.drawStaticText(left + BOX_PX + SPACE_S, top + PADDING_PX, words.text)

    def _words(self, label: str, room: int, *, counted: bool) -> Paragraph:
        """Return the whole label, beside a row's box and count."""
        count = self._count_px + SPACE_S + SPACE_XS if counted else 0
        return self._texts.paragraph(label, max(room - BOX_PX - SPACE_S - count, 1))

    def _box(self, painter: QPainter, node: FacetNode) -> QPixmap:
        """Return the check box of a value or group; there are six, each is drawn once."""
        check = node.check_state or Qt.CheckState.Unchecked
        key = (check, node.can_click, painter.device().devicePixelRatio())
        if key not in self._boxes:
            self._boxes[key] = check_mark(
                check, self._theme.tokens, enabled=node.can_click, ratio=key[2]
            )
        return self._boxes[key]


FOLDED_FIRST = frozenset({Facet.PROVIDERS, Facet.MODALITIES, Facet.CAPABILITIES})
OPEN_PLACES = 3
"""Of data zones, countries, Europe and the other geographies so many are open at first."""


class FacetView(QTreeView):
    """Remembers what is folded through every rebuild of the model.

    Signals:
        folded_changed: the user folded or unfolded something.
    """

    folded_changed = Signal()

    def __init__(self, model: FacetTreeModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._delegate = FacetDelegate(model, theme, self, self.field_height)
        self._facets = model
        self._folded: set[str] | None = None
        self._sought = self._sought_before = ""
        self._restoring = False
        self._hovered: FacetNode | None = None
        self._focused: FacetNode | None = None
        self._fields: dict[Asked, QWidget] = {}
        self._build()
        self.setModel(model)
        self._restore()
        self._prepare()
        model.modelReset.connect(self._prepare)
        model.modelReset.connect(self._restore)
        model.folded_away.connect(self._on_folded_away)
        self.clicked.connect(self._on_clicked)
        self.expanded.connect(self._on_folded)
        self.collapsed.connect(self._on_folded)

    def folded(self) -> tuple[str, ...] | None:
        """Return what is folded; None while it is the program's choice."""
        return None if self._folded is None else tuple(sorted(self._folded))

    def set_folded(self, folded: Iterable[str] | None) -> None:
        """Fold what was remembered; None is the program's choice."""
        wanted = None if folded is None else set(folded)
        if wanted != self._folded:
            self._folded = wanted
            self._restore()

    def seek(self, text: str) -> None:
        """Show only values that a text finds, in any language; empty shows all."""
        self._sought = text.strip()
        self._restore()

    def stand(self, asked: Asked, field: QWidget) -> None:
        """Let the fields of a range, made inside the viewport, stand in its row."""
        self._fields[asked] = field
        for edit in field.findChildren(QLineEdit):
            edit.installEventFilter(self)
        self.scheduleDelayedItemsLayout()

    def field_height(self, asked: Asked, width: int) -> int:
        """Return how high the fields of a range are in pixels."""
        field = self._fields.get(asked)
        if field is None:
            return 0
        needed = field.layout()
        if needed is not None and needed.hasHeightForWidth():
            return needed.heightForWidth(width)
        return field.sizeHint().height()

    def _build(self) -> None:
        self.setObjectName("facet_view")
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(INDENT_PX)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(tr("Filters"))
        self.setAccessibleDescription(
            tr("Space checks a value; left and right fold and unfold a group.")
        )

    @Slot()
    def _prepare(self) -> None:
        self._delegate.prepare(self.font())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @Slot()
    def _restore(self) -> None:
        self._restoring = True
        model = self.model()
        for index in self._inner():
            self.setExpanded(index, self._is_open(index))
        if self._sought or self._sought_before:
            for facet in (model.index(row, 0) for row in range(model.rowCount())):
                self._hide_unsought(facet)
        self._sought_before = self._sought
        if not self._sought:
            self._on_folded_away(self._facets.hidden_nodes())
        self._restoring = False

    @Slot(object)
    def _on_folded_away(self, nodes: Iterable[FacetNode]) -> None:
        """Hide what is folded away, and show what is no more; who seeks sees all that fits.

        What stands in a closed list waits until it is opened: each row costs a layout of all.
        """
        if self._sought:
            return
        open_now: dict[int, bool] = {}
        for node in nodes:
            if node.parent is not None:
                parent = self._facets.at(node.parent)
                if node.parent.number not in open_now:
                    open_now[node.parent.number] = self.isExpanded(parent)
                if open_now[node.parent.number]:
                    self.setRowHidden(node.row, parent, node.hidden)
        if not self._restoring and self.isVisible():
            self.executeDelayedItemsLayout()  # else it is painted, laid out, and painted again

    def _hide_unsought(self, parent: QModelIndex) -> bool:
        """Hide what the sought text does not find; tell whether anything is left."""
        model = self.model()
        left = False
        for row in range(model.rowCount(parent)):
            child = model.index(row, 0, parent)
            fits = (
                self._hide_unsought(child)
                if model.hasChildren(child)
                else sought_in(self._sought, child.data(FacetTreeModel.FOUND_BY_ROLE))
            )
            self.setRowHidden(row, parent, not fits)
            left = left or fits
        return left

    def _is_open(self, index: QModelIndex) -> bool:
        if self._sought:
            return True
        if self._folded is not None:
            return _path(index) not in self._folded
        facet = index.data(FacetTreeModel.FACET_ROLE)
        if not index.parent().isValid():
            return facet not in FOLDED_FIRST
        if facet == Facet.DEPLOYMENT_TYPES:
            return False  # per token, provisioned, batch: each can be checked as a whole
        return facet != Facet.REGIONS or index.row() < OPEN_PLACES

    def _inner(self) -> Iterator[QModelIndex]:
        """Yield everything that can be folded."""
        model = self.model()
        for row in range(model.rowCount()):
            facet = model.index(row, 0)
            yield facet
            children = (model.index(at, 0, facet) for at in range(model.rowCount(facet)))
            yield from (child for child in children if model.hasChildren(child))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        if not self._sought and self.isExpanded(index):
            self._on_folded_away(self._facets.node(index).children)
        if self._restoring or self._sought:
            return
        self._folded = {_path(each) for each in self._inner() if not self.isExpanded(each)}
        self.folded_changed.emit()

    def _ranges(self) -> Iterator[tuple[QModelIndex, QWidget]]:
        """Yield the rows of ranges with their fields."""
        for node in self._facets.range_nodes():
            if node.range in self._fields:
                yield self._facets.at(node), self._fields[node.range]

    def _node_at(self, index: Index) -> FacetNode | None:
        return self._facets.node(index) if index.isValid() else None

    # Qt overrides

    def updateEditorGeometries(self) -> None:
        """Put the fields of ranges into their rows; a model that is reset leaves them alive."""
        super().updateEditorGeometries()
        if not self._fields:
            return
        for index, field in self._ranges():
            place = self.visualRect(index)
            field.setVisible(place.isValid())
            if place.isValid():
                field.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        viewport = self.viewport()
        over = None
        if viewport.underMouse():
            over = self._node_at(self.indexAt(viewport.mapFromGlobal(QCursor.pos())))
        current = self._node_at(self.currentIndex()) if self.hasFocus() else None
        self._hovered, self._focused = over, current
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row in one go: Qt's way asks delegate and style several times for each."""
        node = self._facets.node(index)
        if node.range is not None:
            return  # its fields stand here
        left, top, width, height = cast("Row", option.rect.getRect())
        indent = node.depth * INDENT_PX
        if node.is_group:
            self.drawBranches(painter, QRect(left, top, indent, height), index)
        row = (left + indent, top, width - indent, height)
        hovered, focused = node is self._hovered, node is self._focused
        self._delegate.paint_row(painter, node, row, hovered=hovered, focused=focused)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.updateEditorGeometries()  # a long way is painted anew, without moving what stands here

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for index, field in self._ranges():
                inside = isinstance(watched, QWidget) and field.isAncestorOf(watched)
                if inside and not self.viewport().rect().contains(self.visualRect(index)):
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.fit(event.size().width())
        if event.size().width() != event.oldSize().width():
            # Labels need other lines. Asked for before, it is done with what waits already.
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self._facets.show_more(self.currentIndex())
        super().keyPressEvent(event)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Repaint once for all ranges.

        Qt's own way asks for the height of every row again, which a count never changes.
        """
        if not self.isVisible():
            return
        if _accessibility().isActive():
            super().dataChanged(top_left, bottom_right, roles)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)


@cache
def _accessibility() -> "type[QAccessible]":
    """Return what says who listens; to ask before anybody reads would take a start 2 ms."""
    from PySide6.QtGui import QAccessible

    return QAccessible


def _path(index: QModelIndex) -> str:
    """Return a name for a heading or group that does not depend on the language."""
    facet = str(index.data(FacetTreeModel.FACET_ROLE))
    parent = index.parent()
    return f"{_path(parent)}/{facet}:{index.row()}" if parent.isValid() else facet
