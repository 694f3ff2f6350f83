# SPDX-License-Identifier: MIT
"""The tree of filters beside the table: values to check, with what a click would leave."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from azmodels_gui.catalog.index import CatalogIndex, FacetCounts
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.language.words import ENGLISH
from azmodels_gui.window.models.facet_node import (
    Branch,
    FacetNode,
    FacetRow,
    facet_branches,
    flags_of,
)
from azmodels_gui.window.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Role = Qt.ItemDataRole


class FacetTreeModel(QAbstractItemModel):
    """Facets as top rows, groups inside them, checkable values.

    A value that would leave nothing is disabled unless it is checked. Checking a group
    checks those of its values that would leave something.

    Signals:
        query_changed: the `CatalogQuery` after the user checked something.
    """

    FACET_ROLE: ClassVar[int] = Role.UserRole
    """The `Facet`, on every row."""
    VALUE_ROLE: ClassVar[int] = Role.UserRole + 1
    """The value's id; None for facets and groups."""
    COUNT_ROLE: ClassVar[int] = Role.UserRole + 2
    """How many entries a click would leave; None for facets and groups."""

    FOUND_BY_ROLE: ClassVar[int] = Role.UserRole + 3
    """All that a value is found by, as `sought_in` takes it; empty for facets and groups."""

    query_changed = Signal(object)

    def __init__(
        self, index: CatalogIndex, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._index = index
        self._language = language
        self._query = CatalogQuery()
        self._counts: FacetCounts = {}
        self._nodes: list[FacetNode] = []
        self._top: list[FacetNode] = []
        self._values: dict[Facet, list[tuple[str, FacetNode]]] = {}
        self._build()

    @property
    def query(self) -> CatalogQuery:
        """The query with what is checked; text and ranges are kept as they were set."""
        return self._query

    def set_catalog(self, index: CatalogIndex) -> None:
        """Show the values of another catalogue; what is checked stays."""
        self._index = index
        self._rebuild()

    def set_query(self, query: CatalogQuery) -> None:
        """Check what the query says, without a signal."""
        if query != self._query:
            self._query = query
            self._update(self._checks_changed())

    def set_counts(self, counts: FacetCounts) -> None:
        """Show what a click would leave."""
        self._counts = counts
        self._update(self._counts_changed())

    def row(self, index: Index) -> FacetRow:
        """Return all that is painted of a row.

        For delegates: one call in Python instead of several through `QModelIndex`.
        """
        return self._node(index).painted()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._build()
        self.endResetModel()

    def _build(self) -> None:
        self._nodes = []
        branches = facet_branches(self._index, self._language)
        self._values = {}
        self._top = [self._add(branch, None, row) for row, branch in enumerate(branches)]
        self._checks_changed()
        self._counts_changed()

    def _add(self, branch: Branch, parent: FacetNode | None, row: int) -> FacetNode:
        node = FacetNode(branch, len(self._nodes), parent, row)
        self._nodes.append(node)
        if branch.value is not None:
            self._values.setdefault(branch.facet, []).append((branch.value, node))
        node.children = [self._add(child, node, at) for at, child in enumerate(branch.children)]
        return node

    def _checks_changed(self) -> list[FacetNode]:
        changed = []
        for facet, nodes in self._values.items():
            chosen = self._query.values(facet)
            for value, node in nodes:
                if (value in chosen) is not node.checked:
                    node.checked = not node.checked
                    changed.append(node)
        return changed

    def _counts_changed(self) -> list[FacetNode]:
        changed = []
        for facet, nodes in self._values.items():
            counts = self._counts.get(facet, {})
            for value, node in nodes:
                count = counts.get(value, 0)
                if count != node.count:
                    node.count = count
                    changed.append(node)
        return changed

    def _update(self, changed: list[FacetNode]) -> None:
        """Tell the views, one range of rows for each parent, and the groups they are in."""
        by_parent: dict[int, list[FacetNode]] = {}
        for node in changed:
            if node.parent is not None:
                by_parent.setdefault(node.parent.number, []).append(node)
        for number, nodes in by_parent.items():
            self.dataChanged.emit(self._place(nodes[0]), self._place(nodes[-1]))
            group = self._nodes[number]
            if group.parent is not None:
                self.dataChanged.emit(self._place(group), self._place(group))

    def _place(self, node: FacetNode) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def _node(self, index: Index) -> FacetNode:
        return self._nodes[index.internalId()]

    def _check(self, node: FacetNode, checked: bool) -> None:
        values = [node] if node.is_value else node.children
        chosen = set(self._query.values(node.branch.facet))
        for value in values:
            if not checked:
                chosen.discard(value.branch.value or "")
            elif value.leaves_something:
                chosen.add(value.branch.value or "")
        self.set_query(self._query.with_values(node.branch.facet, chosen))
        self.query_changed.emit(self._query)

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        siblings = self._node(parent).children if parent.isValid() else self._top
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self._place(siblings[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self._node(index).parent if index.isValid() else None
        return QModelIndex() if node is None else self._place(node)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        if parent.column() > 0:
            return 0
        return len(self._node(parent).children if parent.isValid() else self._top)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return flags_of(self._node(index))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        return None if reader is None or not index.isValid() else reader(self._node(index))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        node = self._node(index)
        if node.parent is None:
            return False
        self._check(node, Qt.CheckState(value) is not Qt.CheckState.Unchecked)
        return True


_READERS: dict[int, Callable[[FacetNode], Any]] = {
    Role.DisplayRole: lambda node: node.branch.label,
    Role.CheckStateRole: lambda node: node.check_state,
    Role.ToolTipRole: lambda node: plain_tooltip(node.branch.tip),
    Role.AccessibleTextRole: lambda node: node.accessible_text,
    FacetTreeModel.COUNT_ROLE: lambda node: node.painted().count,
    FacetTreeModel.VALUE_ROLE: lambda node: node.branch.value,
    FacetTreeModel.FACET_ROLE: lambda node: node.branch.facet,
    FacetTreeModel.FOUND_BY_ROLE: lambda node: node.found_by,
}
