# SPDX-License-Identifier: MIT
"""A row of the tree of filters: its branch, its count, and whether it is checked."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from PySide6.QtCore import Qt

from azmodels_gui.catalog.facets import FACETS, Choice, FacetSpec, found_by, text_in
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import Facet
from azmodels_gui.language.words import in_language


class Branch(Struct):
    """A facet (top row), a group inside a facet, or a value."""

    label: str
    facet: Facet
    value: str | None = None
    """None: a facet or a group."""
    tip: str = ""
    choice: Choice | None = None
    """None: a facet or a group."""
    children: list["Branch"] = field(default_factory=list)


def facet_branches(index: CatalogIndex, language: str) -> list[Branch]:
    """Return the facets that have values, in the order of the panel."""
    found = []
    for spec in FACETS.values():
        if spec.inside is None:
            inside = (each for each in FACETS.values() if each.inside is spec.facet)
            children = [
                child for each in (*inside, spec) for child in _children(each, index, language)
            ]
            if children:
                heading = in_language(spec.heading or spec.words, language)
                found.append(Branch(heading, spec.facet, children=children))
    return found


def _children(spec: FacetSpec, index: CatalogIndex, language: str) -> Iterator[Branch]:
    """Yield the values of a facet, those of a group under its heading."""
    groups: dict[str, list[Branch]] = {}
    for choice in _choices(spec, index):
        name, tip = text_in(choice.name, language), text_in(choice.tip, language)
        branch = Branch(name, spec.facet, choice.value, tip, choice)
        groups.setdefault(text_in(choice.group, language), []).append(branch)
    for name, branches in groups.items():
        if name:
            yield Branch(name, spec.facet, children=branches)
        else:
            yield from branches


def _choices(spec: FacetSpec, index: CatalogIndex) -> Iterable[Choice]:
    known = {each.value: each for each in spec.choices(index.catalog)}
    return (known.get(value) or Choice(value, value) for value in index.values[spec.facet])


Check = Qt.CheckState

# Put together once: joining flags costs microseconds, and views ask without end.
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


class FacetRow(Struct, frozen=True):
    """All that is painted of one row."""

    label: str
    count: int | None
    """None: a facet or a group."""
    check: Qt.CheckState | None
    """None: a facet, which cannot be checked."""
    enabled: bool
    """False: a click would leave nothing."""


class FacetNode(Struct):
    """A branch at its place; `number` is its place in the list of all nodes."""

    branch: Branch
    number: int
    parent: "FacetNode | None"
    row: int
    children: list["FacetNode"] = field(default_factory=list)
    count: int = 0
    checked: bool = False
    _found_by: str = ""

    @property
    def is_value(self) -> bool:
        """Neither a facet nor a group."""
        return self.branch.value is not None

    @property
    def leaves_something(self) -> bool:
        """Whether a value may be checked without a dead end."""
        return self.count > 0 or self.checked

    @property
    def is_useful(self) -> bool:
        """Whether a click does something: always for facets, which only fold."""
        if self.parent is None or self.leaves_something:
            return True
        return any(child.leaves_something for child in self.children)

    @property
    def check_state(self) -> Qt.CheckState | None:
        """None: cannot be checked."""
        if self.is_value:
            return Check.Checked if self.checked else Check.Unchecked
        if self.parent is None:
            return None
        checked = sum(child.checked for child in self.children)
        if checked == 0:
            return Check.Unchecked
        # All that can be checked are: then the next click takes them away again.
        useful = sum(child.leaves_something for child in self.children)
        return Check.Checked if checked == useful else Check.PartiallyChecked

    @property
    def accessible_text(self) -> str:
        """What a screen reader says."""
        label = self.branch.label
        return f"{label}, {self.count}" if self.is_value else label

    @property
    def found_by(self) -> str:
        """What a value is found by, formed when first sought; empty for facets and groups."""
        if not self._found_by and self.branch.choice is not None:
            self._found_by = found_by(self.branch.choice)
        return self._found_by

    def painted(self) -> FacetRow:
        """Return what its row shows."""
        count = self.count if self.is_value else None
        return FacetRow(self.branch.label, count, self.check_state, self.is_useful)


def flags_of(node: FacetNode) -> Qt.ItemFlag:
    """Return what can be done with a row."""
    return _FACET_FLAGS if node.parent is None else _FLAGS[node.is_value, node.is_useful]
