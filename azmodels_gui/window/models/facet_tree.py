# SPDX-License-Identifier: MIT
"""The tree of filters beside the table: values to check, with what a click would leave."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from typing import Any, ClassVar

from msgspec import Struct, field
from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from azmodels_gui.catalog.facets import FACETS, Choice, FacetSpec, found_by, text_in
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.query import RANGES, Asked, CatalogQuery, Facet
from azmodels_gui.language.words import ENGLISH, N_, NN_, counted, in_language
from azmodels_gui.window.model_index import Index, Role, tool_tip

_MORE = NN_("{count} more ...", "{count} more ...")
_WITHOUT = NN_("{count} without a hit", "{count} without a hit")
_FEWER = N_("Show fewer")


class Branch(Struct):
    """A facet (top row), a group inside a facet, a value, a range, or the foot of a list."""

    label: str
    facet: Facet | None
    value: str | None = None
    """None: no value."""
    tip: str = ""
    choice: Choice | None = None
    """None: a facet or a group."""
    children: list["Branch"] = field(default_factory=list)
    asked: Asked | None = None
    """Of a range; a top row has the first of its ranges."""
    first: int = 0
    """Of what lists values: so many are on show at first."""
    is_foot: bool = False


@lru_cache(maxsize=1)  # the next window shows the same, unless it speaks another language
def facet_branches(index: CatalogIndex, language: str) -> list[Branch]:
    """Return the facets that have values, and the ranges, in the order of the panel."""
    found = []
    for spec in FACETS.values():
        if spec.inside is None:
            inside = (each for each in FACETS.values() if each.inside is spec.facet)
            children = [
                child for each in (*inside, spec) for child in _children(each, index, language)
            ]
            if children:
                heading = in_language(spec.heading or spec.words, language)
                found.append(_listing(heading, spec, children))
        if spec.facet is Facet.DEPLOYMENT_TYPES:
            found += _ranges(language)
    return found


def _ranges(language: str) -> Iterator[Branch]:
    for section, specs in groupby(RANGES.values(), lambda spec: spec.section):
        fields = [
            Branch(in_language(spec.heading, language), None, asked=spec.asked) for spec in specs
        ]
        heading = in_language(section, language)
        yield Branch(heading, None, children=fields, asked=fields[0].asked)


def _children(spec: FacetSpec, index: CatalogIndex, language: str) -> Iterator[Branch]:
    """Yield the values of a facet, those of a group under its heading."""
    groups: dict[str, list[Branch]] = {}
    for choice in _choices(spec, index):
        name, tip = text_in(choice.name, language), text_in(choice.tip, language)
        branch = Branch(name, spec.facet, choice.value, tip, choice)
        groups.setdefault(text_in(choice.group, language), []).append(branch)
    for name, branches in groups.items():
        if name:
            yield _listing(name, spec, branches)
        else:
            yield from branches


def _listing(name: str, spec: FacetSpec, branches: list[Branch]) -> Branch:
    """Return a heading with its branches, and a foot where they are values."""
    if branches[0].value is not None:
        branches = [*branches, Branch("", spec.facet, is_foot=True)]
    return Branch(name, spec.facet, children=branches, first=spec.first)


def _choices(spec: FacetSpec, index: CatalogIndex) -> Iterable[Choice]:
    known = {each.value: each for each in spec.choices(index.catalog)}
    return (known.get(value) or Choice(value, value) for value in index.values[spec.facet])


Check = Qt.CheckState

_FACET_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_GROUP_FLAGS = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
_VALUE_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = {
    (False, False): _GROUP_FLAGS,
    (False, True): _GROUP_FLAGS | Qt.ItemFlag.ItemIsEnabled,
    (True, False): _VALUE_FLAGS,
    (True, True): _VALUE_FLAGS | Qt.ItemFlag.ItemIsEnabled,
}
"""By whether it is a value, and whether a click does something."""


class Shown(IntEnum):
    """How much of a list of values is on show."""

    FIRST = 0
    """The first that leave something."""
    HITS = 1
    """All that leave something."""
    ALL = 2


class FacetNode(Struct):
    """A branch at its place; `number` is its place in the list of all nodes."""

    branch: Branch
    number: int
    parent: "FacetNode | None"
    row: int
    depth: int
    """0 of a facet, 1 and 2 below it."""
    is_value: bool
    """Neither a facet nor a group nor what stands between."""
    children: list["FacetNode"] = field(default_factory=list)
    count: int = 0
    checked: bool = False
    shown: Shown = Shown.FIRST
    """Of what lists values."""
    hidden: bool = False
    """Folded away until somebody asks for more."""
    can_click: bool = True
    """As its item says: `is_useful` when it was last asked."""
    _found_by: str = ""

    @property
    def range(self) -> Asked | None:
        """What is asked by the fields that stand in its row; None: no fields do."""
        return None if self.parent is None else self.branch.asked

    @property
    def is_group(self) -> bool:
        """Checks several values at once."""
        return self.parent is not None and bool(self.children)

    @property
    def leaves_something(self) -> bool:
        """Whether a value may be checked without a dead end."""
        return self.count > 0 or self.checked

    @property
    def is_useful(self) -> bool:
        """Whether a click does something: always for facets, which only fold."""
        if self.is_value:
            return self.leaves_something
        return not self.is_group or any(child.leaves_something for child in self.children)

    @property
    def check_state(self) -> Qt.CheckState | None:
        """None: cannot be checked."""
        if self.is_value:
            return Check.Checked if self.checked else Check.Unchecked
        if not self.is_group:
            return None
        checked = sum(child.checked for child in self.children)
        if checked == 0:
            return Check.Unchecked
        # All that can be checked are: then the next click takes them away again.
        useful = sum(child.leaves_something for child in self.children)
        return Check.Checked if checked == useful else Check.PartiallyChecked

    @property
    def useful_values(self) -> tuple[str, ...]:
        """Of a group: the values that a click checks."""
        return tuple(
            child.branch.value
            for child in self.children
            if child.branch.value is not None and child.leaves_something
        )

    @property
    def found_by(self) -> str:
        """What a value or range is found by, formed when first sought; empty for what is none."""
        if not self._found_by and self.branch.choice is not None:
            self._found_by = found_by(self.branch.choice)
        elif not self._found_by and self.branch.asked is not None:
            self._found_by = RANGES[self.branch.asked].found_by
        return self._found_by

    def fold(self, language: str) -> Iterator["FacetNode"]:
        """Choose anew which of its values are on show; yield what changes by it."""
        values = [child for child in self.children if child.is_value]
        foots = [child for child in self.children if child.branch.is_foot]
        if not foots:
            return
        hits = [value for value in values if value.leaves_something]
        first = hits[: self.branch.first]
        if len(hits) == len(first) + 1:
            first = hits  # "1 more" takes as much room
        wanted = (first, hits, values)[self.shown]
        on_show = {value.number for value in wanted}
        on_show.update(value.number for value in values if value.checked)
        for value in values:
            if value.hidden is not (value.number not in on_show):
                value.hidden = not value.hidden
                yield value
        words = self._foot(len(hits) - len(first), len(values) - len(hits), language)
        (foot,) = foots
        if foot.branch.label != words or foot.hidden is not (not words):
            foot.branch.label, foot.hidden = words, not words
            yield foot

    def next_shown(self) -> Shown:
        """Return how much a click on the foot shows."""
        values = [child for child in self.children if child.is_value]
        hits = sum(value.leaves_something for value in values)
        rest = Shown.ALL if hits < len(values) else Shown.FIRST
        if self.shown is Shown.FIRST:
            return Shown.HITS if hits > self.branch.first + 1 else rest
        return rest if self.shown is Shown.HITS else Shown.FIRST

    def _foot(self, more: int, without: int, language: str) -> str:
        if self.shown is Shown.FIRST and more:
            return counted(_MORE, more, language)
        if self.shown is not Shown.ALL and without:
            return counted(_WITHOUT, without, language)
        return in_language(_FEWER, language) if self.shown is not Shown.FIRST else ""


class FacetTreeModel(QStandardItemModel):
    """Facets as top rows, groups inside them, checkable values.

    What stands where and can be clicked is kept in Qt's own items, which hold nothing else: a
    layout of the view asks for it some thousand times, and each answer of ours would cost
    microseconds.

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
        self._items: list[QStandardItem] = []
        """The item of each node."""
        self._places: list[QModelIndex] = []
        """The index of each node."""
        self._by_place: dict[tuple[int, int], FacetNode] = {}
        """By what tells an index: whose child it is, and the row."""
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
        self.beginResetModel()
        with QSignalBlocker(self):
            self._build()
        self.endResetModel()

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
        node = self.node(index)
        if node.branch.is_foot and node.parent is not None:
            node.parent.shown = node.parent.next_shown()
            self._fold([node.parent])

    def range_nodes(self) -> list[FacetNode]:
        """Return the rows where fields of ranges stand."""
        return [each for top in self._top if top.branch.asked for each in top.children]

    def hidden_nodes(self) -> list[FacetNode]:
        """Return what is folded away."""
        return [node for node in self._nodes if node.hidden]

    def count(self, node: FacetNode) -> int | None:
        """Return how many entries a click would leave; None of what is neither value nor group."""
        return node.count if node.is_value else self._group_count(node) if node.is_group else None

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

    def _build(self) -> None:
        self._nodes = []
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
        self._place()

    def _add(self, branch: Branch, parent: FacetNode | None, row: int) -> FacetNode:
        depth = 0 if parent is None else 1 + parent.depth
        node = FacetNode(
            branch, len(self._nodes), parent, row, depth, is_value=branch.value is not None
        )
        self._nodes.append(node)
        if branch.value is not None and branch.facet is not None:
            self._values.setdefault(branch.facet, []).append((branch.value, node))
        node.children = [self._add(child, node, at) for at, child in enumerate(branch.children)]
        return node

    def _place(self) -> None:
        """Give every node its item, and know both ways between nodes and indexes."""
        items = self._items = [QStandardItem() for _ in self._nodes]
        for node, item in zip(self._nodes, items, strict=True):
            item.appendRows([items[child.number] for child in node.children])
            self._let_click(node)
        self.removeRows(0, self.rowCount())
        self.invisibleRootItem().appendRows([items[top.number] for top in self._top])
        self._places = [item.index() for item in items]
        self._by_place = {
            (place.internalId(), node.row): node
            for place, node in zip(self._places, self._nodes, strict=True)
        }

    def _let_click(self, node: FacetNode) -> None:
        """Say in a node's item whether a click does something."""
        node.can_click = node.is_useful
        if node.is_value or node.is_group:
            flags = _FLAGS[node.is_value, node.can_click]
        else:
            flags = _FACET_FLAGS
        self._items[node.number].setFlags(flags)

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
        rows: dict[int, list[int]] = {}
        told = list(changed)
        for node in told:
            if node.parent is not None and _is_first(rows, node.parent.number, node.row):
                told.append(node.parent)
        with QSignalBlocker(self):  # of which each would have the view do what is done once
            for node in told:
                if node.is_useful is not node.can_click:
                    self._let_click(node)
        for number, (first, last) in rows.items():
            children = self._nodes[number].children
            self.dataChanged.emit(self.at(children[first]), self.at(children[last]))

    def at(self, node: FacetNode) -> QModelIndex:
        """Return the index of a node."""
        return self._places[node.number]

    def node(self, index: Index) -> FacetNode:
        """Return what an index stands for."""
        return self._by_place[index.internalId(), index.row()]

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
        count = self.count(node)
        return node.branch.label if count is None else f"{node.branch.label}, {count}"

    # Qt overrides

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        reader = _READERS.get(role)
        return None if reader is None or not index.isValid() else reader(self, self.node(index))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        node = self.node(index)
        if not node.is_value and not node.is_group:
            return False
        self._check(node, Qt.CheckState(value) is not Qt.CheckState.Unchecked)
        return True


def _is_first(rows: dict[int, list[int]], parent: int, row: int) -> bool:
    """Widen the range of a parent's rows by one; tell whether it had none."""
    span = rows.get(parent)
    if span is None:
        rows[parent] = [row, row]
    elif row < span[0]:
        span[0] = row
    elif row > span[1]:
        span[1] = row
    return span is None


_READERS: dict[int, Callable[[FacetTreeModel, FacetNode], Any]] = {
    Role.DisplayRole: lambda _, node: node.branch.label,
    Role.CheckStateRole: lambda _, node: node.check_state,
    Role.ToolTipRole: lambda tree, node: tool_tip(tree._tip(node)),
    Role.AccessibleTextRole: lambda tree, node: tree._heard(node),
    FacetTreeModel.COUNT_ROLE: lambda tree, node: tree.count(node),
    FacetTreeModel.VALUE_ROLE: lambda _, node: node.branch.value,
    FacetTreeModel.FACET_ROLE: lambda _, node: node.branch.facet or node.branch.asked,
    FacetTreeModel.FOUND_BY_ROLE: lambda _, node: node.found_by,
}
