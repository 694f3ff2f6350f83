# SPDX-License-Identifier: MIT
"""The tree of filters as plain records: facets, groups inside them, values."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from azmodels_gui.catalog.facets import FACETS, Choice, FacetSpec, text_in
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
        branch = Branch(
            text_in(choice.name, language), spec.facet, choice.value, text_in(choice.tip, language)
        )
        groups.setdefault(text_in(choice.group, language), []).append(branch)
    for name, branches in groups.items():
        if name:
            yield Branch(name, spec.facet, children=branches)
        else:
            yield from branches


def _choices(spec: FacetSpec, index: CatalogIndex) -> Iterable[Choice]:
    known = {each.value: each for each in spec.choices(index.catalog)}
    return (known.get(value) or Choice(value, value) for value in index.values[spec.facet])
