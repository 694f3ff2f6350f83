# SPDX-License-Identifier: MIT
"""The tree of filters with headings that fold."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QWidget

from azmodels_gui.catalog.folding import sought_in
from azmodels_gui.catalog.query import Asked, Facet
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.facet_delegate import FacetDelegate
from azmodels_gui.window.models.facet_node import FacetNode
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
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
        self._fields: dict[Asked, QWidget] = {}
        self._build()
        self.setModel(model)
        self._restore()
        self._prepare()
        model.modelReset.connect(self._prepare)
        model.modelReset.connect(self._restore)
        model.folded_away.connect(self._on_folded_away)
        theme.changed.connect(self._prepare)
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
        self.setIndentation(14)
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

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        # Only groups have a sign; Qt asks for parent and siblings of every row otherwise.
        if self._facets.node(index).is_group:
            super().drawBranches(painter, rect, index)

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
            return  # nobody reads it yet, and to ask who listens takes a start 2 ms
        from PySide6.QtGui import QAccessible

        if QAccessible.isActive():
            super().dataChanged(top_left, bottom_right, roles)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._prepare()
        super().changeEvent(event)


def _path(index: QModelIndex) -> str:
    """Return a name for a heading or group that does not depend on the language."""
    facet = str(index.data(FacetTreeModel.FACET_ROLE))
    parent = index.parent()
    return f"{_path(parent)}/{facet}:{index.row()}" if parent.isValid() else facet
