# SPDX-License-Identifier: MIT
"""A user at work: letters typed one by one, values checked, combined and taken back."""

from collections.abc import Iterator

from msgspec.structs import replace

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet

TYPED = ("gpt-5 mini", "grosse", "speech", "kundensupport")
VALUES_A_FACET = 4


def steps(index: CatalogIndex) -> list[CatalogQuery]:
    """Return the queries one after the other; no two neighbours are equal."""
    asked = [*_typing(), *_clicking(index), *_combining(index)]
    return [
        query
        for before, query in zip([CatalogQuery(), *asked[:-1]], asked, strict=True)
        if query != before
    ]


def _typing() -> Iterator[CatalogQuery]:
    for words in TYPED:
        yield from (CatalogQuery(text=words[:length]) for length in range(1, len(words) + 1))
        yield CatalogQuery()


def _clicking(index: CatalogIndex) -> Iterator[CatalogQuery]:
    counts = index.run(CatalogQuery()).counts
    for facet in Facet:
        useful = [value for value, count in counts[facet].items() if count]
        yield from (CatalogQuery().with_values(facet, {one}) for one in useful[:VALUES_A_FACET])
        yield CatalogQuery()


def _combining(index: CatalogIndex) -> Iterator[CatalogQuery]:
    """Narrow down as in a meeting: region, deployment type, stage, newest, then a word."""
    counts = index.run(CatalogQuery()).counts[Facet.REGIONS]
    busiest = sorted(counts, key=lambda region: -counts[region])[:VALUES_A_FACET]
    for region in busiest:
        query = CatalogQuery(regions=frozenset({region}))
        yield query
        query = query.with_values(Facet.DEPLOYMENT_TYPES, {"GlobalStandard", "DataZoneStandard"})
        yield query
        query = query.with_values(Facet.STAGES, {"generally_available", "preview"})
        yield query
        query = replace(query, newest_only=True)
        yield query
        yield replace(query, text="gpt")
        yield CatalogQuery()
