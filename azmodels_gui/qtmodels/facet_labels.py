# SPDX-License-Identifier: MIT
"""The words for values of facets, without a tree of filters."""

from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import Facet
from azmodels_gui.qtmodels.facet_branches import Branch, facet_branches


class FacetLabels:
    """Words for one catalogue in one language."""

    def __init__(self, index: CatalogIndex, language: str) -> None:
        branches = _values(facet_branches(index, language))
        self._labels = {(branch.facet, branch.value): branch.label for branch in branches}

    def label_of(self, facet: Facet, value: str) -> str:
        """Return the words for a value; an unknown one as it is."""
        return self._labels.get((facet, value), value)


def _values(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        if branch.value is not None:
            yield branch
        yield from _values(branch.children)
