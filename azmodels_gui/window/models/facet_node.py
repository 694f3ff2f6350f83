# SPDX-License-Identifier: MIT
"""A row of the tree of filters: its branch, its count, and whether it is checked."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import groupby

from msgspec import Struct, field
from PySide6.QtCore import Qt

from azmodels_gui.catalog.facets import FACETS, Choice, FacetSpec, found_by, text_in
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import RANGES, Asked, Facet
from azmodels_gui.language.words import N_, NN_, counted, in_language

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
    """None: a facet, a range or a foot."""
    check: Qt.CheckState | None
    """None: what cannot be checked."""
    enabled: bool
    """False: a click would leave nothing."""
    is_foot: bool = False


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
    children: list["FacetNode"] = field(default_factory=list)
    count: int = 0
    checked: bool = False
    shown: Shown = Shown.FIRST
    """Of what lists values."""
    hidden: bool = False
    """Folded away until somebody asks for more."""
    _found_by: str = ""

    @property
    def is_value(self) -> bool:
        """Neither a facet nor a group nor what stands between."""
        return self.branch.value is not None

    @property
    def depth(self) -> int:
        """0 of a facet, 1 and 2 below it."""
        return 0 if self.parent is None else 1 + self.parent.depth

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
        if not self.is_value and not self.is_group:
            return True
        return self.leaves_something or any(child.leaves_something for child in self.children)

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


def flags_of(node: FacetNode) -> Qt.ItemFlag:
    """Return what can be done with a row."""
    if node.branch.value is not None:  # most are values, and this is asked without end
        return _FLAGS[True, node.count > 0 or node.checked]
    return _FLAGS[False, node.is_useful] if node.is_group else _FACET_FLAGS
