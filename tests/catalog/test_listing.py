# SPDX-License-Identifier: MIT
"""What a subscription lists, as a filter: the index against the plain rule."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.listing import NOTHING_ASKED, Listing
from azmodels_gui.catalog.query import CatalogQuery, Facet
from tests.builders import TODAY, catalog, entry, model, offer, version
from tests.catalog.plain_rule import accepts, may_fit
from tests.catalog.queries import REGION_IDS, SKUS, UNLISTED_REGION, catalogs_with_services, queries

DAY = date(2026, 11, 20)
REGION = st.sampled_from([*REGION_IDS, UNLISTED_REGION])


@st.composite
def listed(draw: st.DrawFn) -> tuple[Catalog, Listing]:
    """Return a catalogue, and lists of some regions that name some of its entries."""
    built = draw(catalogs_with_services())
    named = [each.key for each in entries(built) if not each.is_service]
    asked = draw(st.sets(REGION, max_size=3))
    offers = st.tuples(
        st.sampled_from(named), st.sampled_from(SKUS), st.sampled_from(sorted(asked))
    )
    found = draw(st.sets(offers, max_size=12)) if named and asked else set()
    return built, Listing(dict.fromkeys(found, DAY), dict.fromkeys(asked, DAY))


def index_of(told: tuple[Catalog, Listing]) -> CatalogIndex:
    index = CatalogIndex(told[0], TODAY)
    index.take_listing(told[1])
    return index


def plain(index: CatalogIndex, query: CatalogQuery, listing: Listing) -> tuple[set[int], set[int]]:
    """Return the rows that fit, and those that may."""
    asked = (index.catalog, index.today, listing)
    fit = {row for row, each in enumerate(index.entries) if accepts(query, each, *asked)}
    may = {row for row, each in enumerate(index.entries) if may_fit(query, each, *asked)}
    return fit, may - fit


@given(told=listed(), query=queries())
def test_the_index_finds_what_the_lists_say(
    told: tuple[Catalog, Listing], query: CatalogQuery
) -> None:
    index, asked = index_of(told), replace(query, listed_only=True)
    result = index.run(asked)
    assert (set(result.rows()), set(result.unknown_by_rank())) == plain(index, asked, told[1])
    # what is published is answered as ever
    assert set(index.run(query).rows()) == plain(index, query, told[1])[0]


@given(told=listed(), query=queries())
def test_a_count_is_what_the_value_alone_would_leave(
    told: tuple[Catalog, Listing], query: CatalogQuery
) -> None:
    index, asked = index_of(told), replace(query, listed_only=True)
    counts = index.run(asked).counts
    for facet in Facet:
        for value in index.values[facet]:
            alone = asked.with_values(facet, {value})
            assert counts[facet][value] == len(plain(index, alone, told[1])[0])


NEW = version("2", offers=[offer("GlobalStandard", "eastus2")])


def test_another_listing_answers_anew_and_none_leaves_everything_open() -> None:
    index = CatalogIndex(catalog(model("gpt-x", NEW)), TODAY)
    query = CatalogQuery(listed_only=True, regions=frozenset({"swedencentral"}))
    assert (index.run(query).count, index.run(query).unknown) == (0, 1)
    key, asked = ("gpt-x", "2"), {"swedencentral": DAY}
    assert index.take_listing(Listing({(key, "Standard", "swedencentral"): DAY}, asked))
    assert (index.run(query).count, index.run(query).unknown) == (1, 0)
    assert index.take_listing(Listing({}, asked))
    assert (index.run(query).count, index.run(query).unknown) == (0, 0)
    assert not index.take_listing(Listing({}, asked))


def test_what_is_listed_is_told_with_the_day_and_silence_is_no_no() -> None:
    one = entry("gpt-x", NEW)
    listing = Listing({(one.key, "Standard", "eastus2"): DAY}, {"eastus2": DAY})
    told = listing.told(one, "Standard", "eastus2", "en")
    assert told == "listed in the subscription on 20 Nov 2026"
    no = listing.told(one, "GlobalStandard", "eastus2", "de")
    assert no == "am 20.11.2026 im Abonnement nicht gelistet"
    assert not listing.told(one, "Standard", "swedencentral", "en")
    assert not NOTHING_ASKED.told(one, "Standard", "eastus2", "en")
