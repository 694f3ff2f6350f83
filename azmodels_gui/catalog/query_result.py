# SPDX-License-Identifier: MIT
"""The answer to a query: which entries fit, and what each further click would leave."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from azmodels_gui.catalog.bitmask import RowsInOrder, rows_of
from azmodels_gui.catalog.deployment_masks import DEPLOYMENT_FACETS
from azmodels_gui.catalog.facets import PLAIN_FACETS
from azmodels_gui.catalog.query import Asked, CatalogQuery, Facet

if TYPE_CHECKING:
    from azmodels_gui.catalog.index import CatalogIndex

FacetCounts = dict[Facet, dict[str, int]]
"""For each facet and value, how many entries would fit."""


class QueryResult:
    """What fits a query; the counts are made when first asked for."""

    def __init__(self, index: "CatalogIndex", query: CatalogQuery, among: int) -> None:
        self.query = query
        self._index = index
        self._plain = [index.matching_facet(facet, query) for facet in PLAIN_FACETS]
        self._deployments = index.matching_deployments(query)
        self._words = index.matching_words(query) & among
        self._context = index.matching_context(query)
        self._price = index.matching_price(query)
        self.mask = self._without(None) & self._deployments
        """The rows that fit, as a set of bits (`bitmask`)."""

    @property
    def count(self) -> int:
        """How many entries fit."""
        return self.mask.bit_count()

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self._index.entries)

    def rows(self, order: Sequence[int] | None = None) -> list[int]:
        """Return the rows that fit, in the order of all rows that is given.

        Args:
            order: every row once; None is the order of the file.
        """
        return rows_of(self.mask, range(self.total) if order is None else order)

    def rows_in_order(self, order: Sequence[int]) -> Sequence[int]:
        """Return what `rows` returns, found as far as somebody looks."""
        return RowsInOrder(self.mask, order)

    @cached_property
    def counts(self) -> FacetCounts:
        """For each value, how many entries fit if it alone were chosen in its facet.

        Everything else asked stays. So a 0 is a click that would leave nothing, and values
        chosen beside each other add what they count, less what they share.
        """
        counts: FacetCounts = {}
        for facet in Facet:
            rest = self._other_than(facet)
            masks = self._index.masks_by_value(facet, self.query)
            counts[facet] = {
                value: self._counted(facet, value, rest & masks[value]) if value in masks else 0
                for value in self._index.values[facet]
            }
        return counts

    def _counted(self, facet: Facet, value: str, rows: int) -> int:
        """Return how many rows a value leaves: what they cost depends on the deployments chosen."""
        if facet not in DEPLOYMENT_FACETS or not self.query.asks_price:
            return rows.bit_count()
        return self._index.priced_within(self.query.with_values(facet, (value,)), rows)

    @cached_property
    def unknown_mask(self) -> int:
        """The rows that may fit: nothing known speaks against them, but not all is known.

        They are not among those that fit. Disputed counts as unknown.
        """
        mask = self._words & ~self.mask
        for fitting, unknown in self._questions.values():
            mask &= fitting | unknown
        return mask

    @property
    def unknown(self) -> int:
        """How many may fit."""
        return self.unknown_mask.bit_count()

    def unknown_rows(self, order: Sequence[int] | None = None) -> list[int]:
        """Return the rows that may fit, in an order as for `rows`."""
        return rows_of(self.unknown_mask, range(self.total) if order is None else order)

    @cached_property
    def unknown_counts(self) -> dict[Asked, int]:
        """Of how many of them each question is open; an entry can count for several."""
        counts = {
            asked: (self.unknown_mask & ~fitting).bit_count()
            for asked, (fitting, _) in self._questions.items()
        }
        return {asked: count for asked, count in counts.items() if count}

    @cached_property
    def _questions(self) -> dict[Asked, tuple[int, int]]:
        """For each question the rows that fit, and those of which it is unknown."""
        index, query = self._index, self.query
        return {
            Asked.AVAILABILITY: (self._deployments, index.unknown_deployments(query)),
            **{
                Asked(facet.value): (fitting, index.unknown_facet(facet, query))
                for facet, fitting in zip(PLAIN_FACETS, self._plain, strict=True)
            },
            Asked.CONTEXT: (self._context, index.unknown_context(query)),
            Asked.PRICE: (self._price, index.unknown_price(query)),
        }

    def _other_than(self, facet: Facet) -> int:
        if facet in DEPLOYMENT_FACETS:
            return self._unpriced(None)
        return self._without(facet) & self._deployments

    def _without(self, left_out: Facet | None) -> int:
        """Return the rows that fit the rest and the plain facets but one."""
        return self._unpriced(left_out) & self._price

    def _unpriced(self, left_out: Facet | None) -> int:
        mask = self._words & self._context
        for facet, fitting in zip(PLAIN_FACETS, self._plain, strict=True):
            if facet is not left_out:
                mask &= fitting
        return mask
