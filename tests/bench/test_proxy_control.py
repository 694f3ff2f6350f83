# SPDX-License-Identifier: MIT
"""The control does the same work, or the comparison would mean nothing."""

from hypothesis import given
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facets import PLAIN_FACETS
from azmodels_gui.catalog.facts import Capability
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import LEVEL, RANGES, CatalogQuery, Facet
from bench.proxy_control import ProxyTable
from tests.builders import REGIONS, TODAY, catalog, model, version
from tests.catalog.queries import catalogs, queries

COUNTED = (*PLAIN_FACETS, Facet.DEPLOYMENT_TYPES, Facet.REGIONS, Facet.DATA_ZONES, Facet.COUNTRIES)


@given(
    built=catalogs().map(lambda built: built.but(regions=REGIONS)),
    # The control looks for parts of words, the search for what is meant; it knows no client.
    query=queries()
    .filter(lambda query: not _has_range(query))
    .map(lambda query: replace(query, text="", listed_only=False)),
)
def test_the_control_finds_and_counts_the_same(built: Catalog, query: CatalogQuery) -> None:
    index = CatalogIndex(built, TODAY)
    proxy = ProxyTable(index)
    proxy.set_query(query)
    result = index.run(query)
    assert proxy.rowCount() == result.count
    for facet, counter in zip(COUNTED, proxy.counts(), strict=True):
        counts = {value: count for value, count in result.counts[facet].items() if count}
        assert {value: count for value, count in counter.items() if value} == counts


def test_the_control_finds_a_level_of_a_capability() -> None:
    tools = Capability(id="tools", levels=("low", "high"), source="types")
    built = catalog(model("m", version(capabilities=(tools,))), model("other"))
    proxy = ProxyTable(CatalogIndex(built, TODAY))
    proxy.set_query(CatalogQuery(capabilities=frozenset({f"tools{LEVEL}high"})))
    assert proxy.rowCount() == 1
    assert {"tools": 1} in proxy.counts()


def _has_range(query: CatalogQuery) -> bool:
    """The control knows no ranges."""
    return any(spec.is_asked(query) for spec in RANGES.values())
