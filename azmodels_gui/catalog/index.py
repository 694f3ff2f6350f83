# SPDX-License-Identifier: MIT
"""Answers queries for the whole catalogue at once, with what every further click would leave."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cached_property, partial, reduce
from operator import and_
from typing import TYPE_CHECKING

from azmodels_gui.catalog.bitmask import RowsInOrder, full_mask, mask_of, rows_of, united
from azmodels_gui.catalog.deployment_masks import DEPLOYMENT_FACETS, DeploymentMasks
from azmodels_gui.catalog.document import (
    Catalog,
    Entry,
    EntryKey,
    VersionKey,
    entries,
    newest_version,
    version_key,
)
from azmodels_gui.catalog.facets import FACETS, PLAIN_FACETS, facet_values, is_unknown, place_names
from azmodels_gui.catalog.fact_dates import (
    FactDate,
    FactKind,
    fact_dates,
    main_sources,
    offers_date,
    source_dates,
)
from azmodels_gui.catalog.listing import NOTHING_ASKED, Listing
from azmodels_gui.catalog.offered import as_on, has_known_offer
from azmodels_gui.catalog.query import (
    LEVEL,
    PRICE_RANGES,
    RANGES,
    Asked,
    CatalogQuery,
    Facet,
    Measure,
)
from azmodels_gui.catalog.range_masks import RangeMasks
from azmodels_gui.catalog.region_counts import KnownRows, known_in_regions
from azmodels_gui.catalog.terms import Stage

if TYPE_CHECKING:
    from azmodels_gui.catalog.text_search import TextSearch


def first_order(entries: Sequence[Entry], today: date) -> list[int]:
    """Return the positions of the entries, what a meeting asks for first.

    A known offer, then generally available, other usable and no longer usable ones, then the
    newest version; equal ones by the model's name.
    """
    keys = [_key(entry, today) for entry in entries]
    by_name = sorted(range(len(entries)), key=lambda row: entries[row].model.id.casefold())
    newest = sorted(by_name, key=lambda row: keys[row][1], reverse=True)
    return sorted(newest, key=lambda row: keys[row][0])


def _key(entry: Entry, today: date) -> tuple[tuple[bool, int], VersionKey]:
    stage = entry.stage_on(today)
    available = stage.published is Stage.GENERALLY_AVAILABLE
    rank = 2 if not stage.usable else 0 if available else 1
    kind, numbers, _ = version_key(entry.version.version)
    return ((not has_known_offer(entry), rank), (kind, numbers, ""))


class CatalogIndex:
    """Sets of rows by facet value, made once for a catalogue and a day.

    A row is the place of an entry in the order of the file. What a filter means is
    written down plainly in tests/catalog/plain_rule.py, which the tests hold this to.
    """

    def __init__(self, catalog: Catalog, today: date) -> None:
        self.published = catalog
        """As it was read, to be compared with others."""
        self.catalog = as_on(catalog, today)
        """Offers that have ended by then are not offered."""
        self.today = today
        """Day that "past its date" and "in force" refer to."""
        self.entries: tuple[Entry, ...] = tuple(entries(self.catalog))
        self.everything = full_mask(len(self.entries))
        self.listing: Listing | None = None
        """What the open client's subscription lists; None: no client is open, or none told."""
        self._listed: DeploymentMasks | None = None
        self._unknown: dict[tuple[Facet, str], int] = {}
        self.ranges = RangeMasks(self.catalog, self.entries, today)

    def take_listing(self, listing: Listing | None) -> bool:
        """Let `listed_only` mean what another subscription lists; False if it is the same."""
        if listing == self.listing:
            return False
        self.listing, self._listed = listing, None
        return True

    def run(self, query: CatalogQuery, among: Iterable[int] | None = None) -> "QueryResult":
        """Return the entries that fit, and what each facet value would leave.

        Args:
            query: what is asked.
            among: rows that are asked about; None: all.
        """
        rows = self.everything if among is None else mask_of(among, len(self.entries))
        return QueryResult(self, query, rows)

    def prepare(self) -> None:
        """Make now what the first question would wait for; for a thread behind a window."""
        _ = (self.values, self.first_order, self.ptu_first, self._rows_by_key, self._newest)
        _ = (self.fact_dates, self.offer_dates, self._told_capabilities, self._deployments.known)
        self.prepare_search()

    def prepare_search(self) -> None:
        """Make now what the first letter would wait for: some 15 ms for the shipped catalogue."""
        _ = (self._texts, self.search_order, place_names(self.catalog))

    def known_in_regions(self, deployment_types: Collection[str]) -> dict[str, KnownRows]:
        """Return what is known of all rows in each region, by some deployment types together."""
        masks = self._deployments
        return known_in_regions(
            deployment_types, self.catalog, masks.known.__getitem__, masks.features
        )

    def row_of(self, key: EntryKey) -> int | None:
        """Return the row of an entry; None if this catalogue has no such entry."""
        return self._rows_by_key.get(key)

    @cached_property
    def values(self) -> dict[Facet, tuple[str, ...]]:
        """Every value of each facet: those to choose from, then what entries name.

        Levels of capabilities can be asked for as well, but are no values to choose from.
        """
        empty = CatalogQuery()
        return {
            facet: tuple(
                dict.fromkeys(
                    [
                        *(each.value for each in FACETS[facet].choices(self.catalog)),
                        *(each for each in self.masks_by_value(facet, empty) if LEVEL not in each),
                    ]
                )
            )
            for facet in Facet
        }

    def masks_by_value(self, facet: Facet, query: CatalogQuery) -> dict[str, int]:
        """Return the rows of each value of a facet, where it has any.

        For the facets of deployments the other two of them stay as the query chose.
        """
        if facet in DEPLOYMENT_FACETS:
            return self._asked(query).by_value(facet, query)
        return self._plain_masks[facet]

    def matching_facet(self, facet: Facet, query: CatalogQuery) -> int:
        """Return the rows that fit one of `PLAIN_FACETS`."""
        chosen = query.values(facet)
        masks = self._plain_masks[facet]
        return united(masks.get(each, 0) for each in chosen) if chosen else self.everything

    def matching_deployments(self, query: CatalogQuery) -> int:
        """Return the rows that fit region, data zone and deployment type together."""
        if not _asks_deployments(query):
            return self.everything
        return self._asked(query).matching(query)

    def matching_words(self, query: CatalogQuery) -> int:
        """Return the rows that fit the text, of the newest versions where those are asked for."""
        mask = self._newest if query.newest_only else self.everything
        return mask & self._texts.matching(query.text) if query.text.strip() else mask

    def matching_usable(self, query: CatalogQuery) -> int:
        """Return the rows that can still be used, where only those are asked for."""
        return self._usable if query.usable_only else self.everything

    def unknown_facet(self, facet: Facet, query: CatalogQuery) -> int:
        """Return the rows of which no source says whether a chosen value applies to them."""
        chosen = query.values(facet)
        for value in chosen:
            if (facet, value) not in self._unknown:
                self._unknown[facet, value] = self._unknown_value(facet, value)
        return united(self._unknown[facet, value] for value in chosen)

    def _unknown_value(self, facet: Facet, value: str) -> int:
        if facet is Facet.CAPABILITIES and LEVEL not in value:
            return self.everything & ~self._told_capabilities.get(value, 0)
        return self._rows(lambda entry: is_unknown(entry, facet, value))

    @cached_property
    def _told_capabilities(self) -> dict[str, int]:
        """For each capability the rows of which some source says whether they have it."""
        return self._rows_by(lambda entry: (each.id for each in entry.version.capabilities))

    def unknown_deployments(self, query: CatalogQuery) -> int:
        """Return the rows of which it is unknown or disputed whether a deployment fits."""
        if not _asks_deployments(query):
            return 0
        return self._asked(query).unknown(query)

    def _asked(self, query: CatalogQuery) -> DeploymentMasks:
        """Return the deployments that count: as published, or as the subscription lists them."""
        if not query.listed_only:
            return self._deployments
        if self._listed is None:
            listing = NOTHING_ASKED if self.listing is None else self.listing
            self._listed = DeploymentMasks(self.catalog, self.entries, listing)
        return self._listed

    @cached_property
    def offered(self) -> int:
        """The rows with a known offer somewhere."""
        return self._rows(has_known_offer)

    @cached_property
    def first_order(self) -> Sequence[int]:
        """All rows as they are shown before anybody sorts them."""
        return first_order(self.entries, self.today)

    @cached_property
    def ptu_first(self) -> Sequence[Entry]:
        """All entries, those with PTU parameters before the others."""
        return sorted(self.entries, key=lambda entry: not entry.ptu)

    @cached_property
    def source_dates(self) -> dict[str, str]:
        """How old each source is, by its id."""
        return source_dates(self.catalog)

    @cached_property
    def fact_dates(self) -> dict[FactKind, FactDate]:
        """How old the facts of all entries are, by kind; reckoned once for a catalogue."""
        return fact_dates(self.entries, self.source_dates)

    @cached_property
    def main_sources(self) -> dict[FactKind, str]:
        """The source that states most facts of each kind: what is unknown is not in it."""
        return main_sources(self.entries)

    @cached_property
    def offer_dates(self) -> dict[str, FactDate | None]:
        """How old the offers of all entries are, by deployment type."""
        return {
            kind.id: offers_date(
                (each.offers.get(kind.id) for each in self.entries), self.source_dates
            )
            for kind in self.catalog.deployment_types
        }

    @cached_property
    def _rows_by_key(self) -> dict[EntryKey, int]:
        return {entry.key: row for row, entry in enumerate(self.entries)}

    @cached_property
    def _deployments(self) -> DeploymentMasks:
        return DeploymentMasks(self.catalog, self.entries)

    @cached_property
    def _texts(self) -> "TextSearch":
        # Not before somebody searches: 4 ms of the start, and 10 for the texts.
        from azmodels_gui.catalog.text_search import TextSearch

        return TextSearch(self.catalog, self._plain_masks)

    @cached_property
    def search_order(self) -> tuple[Sequence[int], Sequence[int]]:
        """Models in the first order, the newest version of each first; and each row's place."""
        by_model: dict[str, list[int]] = {}
        for row in self.first_order:
            by_model.setdefault(self.entries[row].model.id, []).append(row)

        def age(row: int) -> VersionKey:
            return version_key(self.entries[row].version.version)

        order = [row for rows in by_model.values() for row in sorted(rows, key=age, reverse=True)]
        places = [0] * len(order)
        for place, row in enumerate(order):
            places[row] = place
        return order, places

    def ranks(self, text: str) -> tuple[int, ...]:
        """Return the rows that fit a text, the best first; no row twice."""
        return self._texts.ranks(text)

    def is_similar(self, text: str) -> bool:
        """Tell whether rows fit a text only because a typing error in it is forgiven."""
        return bool(text.strip()) and self._texts.is_similar(text)

    @cached_property
    def _newest(self) -> int:
        newest = {model.id: newest_version(model) for model in self.catalog.models}
        return self._rows(lambda entry: newest[entry.model.id] == entry.version.version)

    @cached_property
    def _usable(self) -> int:
        return self._rows(lambda entry: entry.stage_on(self.today).usable)

    @cached_property
    def _plain_masks(self) -> dict[Facet, dict[str, int]]:
        return {
            facet: self._rows_by(partial(facet_values, facet=facet, today=self.today))
            for facet in PLAIN_FACETS
        }

    def _rows(self, fits: Callable[[Entry], object]) -> int:
        """Return the rows whose entry fits."""
        found = (row for row, entry in enumerate(self.entries) if fits(entry))
        return mask_of(found, len(self.entries))

    def _rows_by(self, values: Callable[[Entry], Iterable[str]]) -> dict[str, int]:
        """Return for each value the rows that have it, sorted by value."""
        rows: dict[str, list[int]] = {}
        for row, entry in enumerate(self.entries):
            for value in values(entry):
                rows.setdefault(value, []).append(row)
        return {value: mask_of(rows[value], len(self.entries)) for value in sorted(rows)}


def _asks_deployments(query: CatalogQuery) -> bool:
    return query.listed_only or any(query.values(facet) for facet in DEPLOYMENT_FACETS)


FacetCounts = dict[Facet, dict[str, int]]
"""For each facet and value, how many entries would fit."""


class QueryResult:
    """What fits a query; the counts are made when first asked for."""

    def __init__(self, index: "CatalogIndex", query: CatalogQuery, among: int) -> None:
        self.query = query
        self._index, self._among = index, among
        self._plain = [index.matching_facet(facet, query) for facet in PLAIN_FACETS]
        self._deployments = index.matching_deployments(query)
        asked, usable = index.matching_words(query) & among, index.matching_usable(query)
        self._words, self._no_longer_usable = asked & usable, asked & ~usable
        self._ranges = {spec.asked: index.ranges.matching(spec, query) for spec in RANGES.values()}
        self._asks_price = any(spec.is_asked(query) for spec in PRICE_RANGES)
        self.mask = self._without(None) & self._deployments
        """The rows that fit, as a set of bits (`bitmask`)."""

    @property
    def count(self) -> int:
        """How many entries fit."""
        return self.mask.bit_count()

    @cached_property
    def hidden(self) -> int:
        """How many more would fit if those that can no longer be used were asked for as well."""
        fitting = (self._deployments, *self._plain, *self._ranges.values())
        return reduce(and_, fitting, self._no_longer_usable).bit_count()

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

    def rows_by_rank(self) -> Sequence[int]:
        """Return the rows that fit, the best hits of a text first; without one as in the file."""
        return self._ranked(self.mask)

    @property
    def is_similar(self) -> bool:
        """True: nothing is called as the text says; rows fit because an error is forgiven."""
        return self._index.is_similar(self.query.text)

    def unknown_by_rank(self) -> Sequence[int]:
        """Return the rows that may fit, in the same order."""
        return self._ranked(self.unknown_mask)

    def _ranked(self, mask: int) -> Sequence[int]:
        if not self.query.text.strip():
            return rows_of(mask, range(self.total))
        sets = [rank & mask for rank in self._index.ranks(self.query.text)]
        return RowsInOrder([each for each in sets if each], *self._index.search_order)

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
            known = self._index.values[facet]
            if self._asks_price and facet in DEPLOYMENT_FACETS:
                counts[facet] = {
                    each: self._counted(facet, (each,), rest & masks[each]) if each in masks else 0
                    for each in known
                }
            else:  # as `_counted` does, without a call for each
                counts[facet] = {each: (rest & masks.get(each, 0)).bit_count() for each in known}
        return counts

    def count_with(self, facet: Facet, values: Collection[str]) -> int:
        """Return how many entries fit if these values alone were chosen in a facet."""
        masks = self._index.masks_by_value(facet, self.query)
        chosen = united(masks.get(value, 0) for value in values)
        return self._counted(facet, values, self._other_than(facet) & chosen)

    def with_value(self, facet: Facet, value: str) -> "QueryResult":
        """Return the answer if this value alone were chosen in a facet."""
        return QueryResult(self._index, self.query.with_values(facet, (value,)), self._among)

    def _counted(self, facet: Facet, values: Collection[str], rows: int) -> int:
        """Return how many rows values leave: what they cost depends on the deployments chosen."""
        if facet not in DEPLOYMENT_FACETS or not self._asks_price:
            return rows.bit_count()
        return self._index.ranges.priced_within(self.query.with_values(facet, values), rows)

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
            **{
                spec.asked: (self._ranges[spec.asked], index.ranges.unknown(spec, query))
                for spec in RANGES.values()
            },
        }

    def _other_than(self, facet: Facet) -> int:
        if facet in DEPLOYMENT_FACETS:
            return self._unpriced
        return self._without(facet) & self._deployments if self.query.values(facet) else self.mask

    def _without(self, left_out: Facet | None) -> int:
        """Return the rows that fit the rest and the plain facets but one."""
        plain = zip(PLAIN_FACETS, self._plain, strict=True)
        fitting = (fitting for facet, fitting in plain if facet is not left_out)
        return reduce(and_, (*self._ranges.values(), *fitting), self._words)

    @cached_property
    def _unpriced(self) -> int:
        """The rows that fit all but prices and deployments."""
        asked = (each for each in RANGES.values() if each.measure is not Measure.PRICE)
        return reduce(
            and_, (*(self._ranges[each.asked] for each in asked), *self._plain), self._words
        )
