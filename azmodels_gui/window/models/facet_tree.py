# SPDX-License-Identifier: MIT
"""The tree of filters beside the table: values to check, with what a click would leave."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
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
    checks those of its values that would leave something. Of many values the first are on
    show, and none that would leave nothing; the foot of the list shows the rest.

    Signals:
        query_changed: the `CatalogQuery` after the user checked something.
        folded_away: the `FacetNode`s that are hidden now or no more.
    """

    FACET_ROLE: ClassVar[int] = Role.UserRole
    """The `Facet`; of ranges what is asked (`Asked`); on every row."""
    VALUE_ROLE: ClassVar[int] = Role.UserRole + 1
    """The value's id; None for what is no value."""
    COUNT_ROLE: ClassVar[int] = Role.UserRole + 2
    """How many entries a click would leave; None for what is neither value nor group."""

    FOUND_BY_ROLE: ClassVar[int] = Role.UserRole + 3
    """All that a value is found by, as `sought_in` takes it; empty for facets and groups."""

    query_changed = Signal(object)
    folded_away = Signal(object)

    def __init__(
        self, index: CatalogIndex, language: str = ENGLISH, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._index = index
        self._language = language
        self._query = CatalogQuery()
        self._result: QueryResult | None = None
        self._group_counts: dict[int, int] = {}
        """By the number of a group, as far as somebody looked."""
        self._nodes: list[FacetNode] = []
        self._places: list[QModelIndex] = []
        """The index of each node: made anew, it would cost more than all that is asked of it."""
        self._to_fold: dict[int, FacetNode] = {}
        self._top: list[FacetNode] = []
        self._values: dict[Facet, list[tuple[str, FacetNode]]] = {}
        self._build()

    @property
    def query(self) -> CatalogQuery:
        """The query with what is checked; text and ranges are kept as they were set."""
        return self._query

    @property
    def total(self) -> int:
        """The largest number that can stand beside a value."""
        return len(self._index.entries)

    def today(self) -> date:
        """Return the day that the catalogue on show is looked at."""
        return self._index.today

    def set_catalog(self, index: CatalogIndex) -> None:
        """Show the values of another catalogue; what is checked stays."""
        self._index, self._result = index, None
        self._rebuild()

    def set_query(self, query: CatalogQuery) -> None:
        """Check what the query says, without a signal."""
        if query != self._query:
            self._query = query
            self._update(self._checks_changed())

    def set_result(self, result: QueryResult) -> None:
        """Show what a click would leave after this answer."""
        self._result = result
        self._update(self._counts_changed())
        listings = list(self._to_fold.values())
        self._to_fold.clear()
        self._fold(listings)

    def show_more(self, index: Index) -> None:
        """Show what the foot of a list says."""
        node = self._node(index)
        if node.branch.is_foot and node.parent is not None:
            node.parent.shown = node.parent.next_shown()
            self._fold([node.parent])

    def node(self, index: Index) -> FacetNode:
        """Return what an index stands for."""
        return self._node(index)

    def range_nodes(self) -> list[FacetNode]:
        """Return the rows where fields of ranges stand."""
        return [each for top in self._top if top.branch.asked for each in top.children]

    def hidden_nodes(self) -> list[FacetNode]:
        """Return what is folded away."""
        return [node for node in self._nodes if node.hidden]

    def at(self, node: FacetNode) -> QModelIndex:
        """Return the index of a node."""
        return self._place(node)

    def row(self, index: Index) -> FacetRow:
        """Return all that is painted of a row.

        For delegates: one call in Python instead of several through `QModelIndex`.
        """
        node = self._node(index)
        count = node.count if node.is_value else self._group_count(node) if node.is_group else None
        return FacetRow(
            node.branch.label, count, node.check_state, node.is_useful, node.branch.is_foot
        )

    def _group_count(self, node: FacetNode) -> int:
        """Return how many entries fit if the useful values of a group alone were chosen."""
        facet = node.branch.facet
        if self._result is None or facet is None:
            return 0
        if node.number not in self._group_counts:
            count = self._result.count_with(facet, node.useful_values)
            self._group_counts[node.number] = count
        return self._group_counts[node.number]

    def _fold(self, listings: Iterable[FacetNode]) -> None:
        """Choose anew what is on show in some lists of values."""
        changed = [node for listing in listings for node in listing.fold(self._language)]
        if changed:
            self.folded_away.emit(changed)
            self._update(changed)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._build()
        self.endResetModel()

    def _build(self) -> None:
        self._nodes = []
        self._places = []
        self._to_fold = {}
        branches = facet_branches(self._index, self._language)
        self._values = {}
        self._top = [self._add(branch, None, row) for row, branch in enumerate(branches)]
        self._checks_changed()
        self._counts_changed()
        for listing in self._nodes:
            for _ in listing.fold(self._language):
                pass  # whoever looks asks for `hidden_nodes`
        self._to_fold.clear()

    def _add(self, branch: Branch, parent: FacetNode | None, row: int) -> FacetNode:
        node = FacetNode(branch, len(self._nodes), parent, row)
        self._nodes.append(node)
        self._places.append(self.createIndex(row, 0, node.number))
        if branch.value is not None and branch.facet is not None:
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
                    self._fold_later(node)
        return changed

    def _counts_changed(self) -> list[FacetNode]:
        changed = []
        self._group_counts.clear()
        for facet, nodes in self._values.items():
            counts = {} if self._result is None else self._result.counts.get(facet, {})
            for value, node in nodes:
                count = counts.get(value, 0)
                if count != node.count:
                    if not count or not node.count:
                        self._fold_later(node)
                    node.count = count
                    changed.append(node)
        return changed

    def _fold_later(self, node: FacetNode) -> None:
        """Remember a list of which other values leave something now."""
        if node.parent is not None:
            self._to_fold[node.parent.number] = node.parent

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
        return self._places[node.number]

    def _node(self, index: Index) -> FacetNode:
        return self._nodes[index.internalId()]

    def _check(self, node: FacetNode, checked: bool) -> None:
        facet = node.branch.facet
        if facet is None:
            return
        chosen = set(self._query.values(facet))
        for value in [node] if node.is_value else node.children:
            if not checked:
                chosen.discard(value.branch.value or "")
            elif value.is_value and value.leaves_something:
                chosen.add(value.branch.value or "")
        self.set_query(self._query.with_values(facet, chosen))
        self.query_changed.emit(self._query)

    def _tip(self, node: FacetNode) -> str:
        """Return what a value is, how many entries it leaves, and of how many that is unknown."""
        told = [node.branch.tip]
        facet, value = node.branch.facet, node.branch.value
        if self._result is not None and facet is not None and value is not None:
            told.append(unknown_told(self._result.with_value(facet, value), self._language))
        return "\n".join(filter(None, told))

    def _heard(self, node: FacetNode) -> str:
        """Return what a screen reader says."""
        count = self.row(self._place(node)).count
        return node.branch.label if count is None else f"{node.branch.label}, {count}"

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

    def hasChildren(self, parent: Index = NO_PARENT) -> bool:
        return bool(self._node(parent).children if parent.isValid() else self._top)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return flags_of(self._node(index))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        return None if reader is None or not index.isValid() else reader(self, self._node(index))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        node = self._node(index)
        if not node.is_value and not node.is_group:
            return False
        self._check(node, Qt.CheckState(value) is not Qt.CheckState.Unchecked)
        return True


_READERS: dict[int, Callable[[FacetTreeModel, FacetNode], Any]] = {
    Role.DisplayRole: lambda _, node: node.branch.label,
    Role.CheckStateRole: lambda _, node: node.check_state,
    Role.ToolTipRole: lambda tree, node: plain_tooltip(tree._tip(node)),
    Role.AccessibleTextRole: lambda tree, node: tree._heard(node),
    FacetTreeModel.COUNT_ROLE: lambda tree, node: tree.row(tree.at(node)).count,
    FacetTreeModel.VALUE_ROLE: lambda _, node: node.branch.value,
    FacetTreeModel.FACET_ROLE: lambda _, node: node.branch.facet or node.branch.asked,
    FacetTreeModel.FOUND_BY_ROLE: lambda _, node: node.found_by,
}
