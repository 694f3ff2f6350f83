# SPDX-License-Identifier: MIT
"""The index finds what the plain rule finds, for any catalogue and query."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet
from tests.builders import TODAY, catalog, model, offer, version
from tests.catalog.plain_rule import accepts, answers, may_fit
from tests.catalog.queries import catalogs_with_services, queries


def plain_rows(index: CatalogIndex, query: CatalogQuery) -> list[int]:
    return [
        row
        for row, entry in enumerate(index.entries)
        if accepts(query, entry, index.catalog, index.today)
    ]


@settings(max_examples=150, deadline=None)
@given(built=catalogs_with_services(), query=queries())
def test_the_index_finds_what_the_plain_rule_finds(built: Catalog, query: CatalogQuery) -> None:
    index = CatalogIndex(built, TODAY)
    result = index.run(query)
    expected = plain_rows(index, query)
    assert result.rows() == expected
    assert result.count == len(expected)
    everything = plain_rows(index, replace(query, usable_only=False))
    assert result.hidden == len(everything) - len(expected)


@settings(max_examples=150, deadline=None)
@given(built=catalogs_with_services(), query=queries())
def test_the_index_finds_what_may_fit_apart_from_what_does(
    built: Catalog, query: CatalogQuery
) -> None:
    index = CatalogIndex(built, TODAY)
    result = index.run(query)
    given_answers = [answers(query, entry, index.catalog, index.today) for entry in index.entries]
    fitting = set(result.rows())
    expected = {
        row
        for row, entry in enumerate(index.entries)
        if row not in fitting and may_fit(query, entry, index.catalog, index.today)
    }
    assert set(result.unknown_by_rank()) == expected
    open_questions = Counter(
        asked for row in expected for asked, told in given_answers[row].items() if told is None
    )
    assert result.unknown_counts == open_questions


@settings(max_examples=40, deadline=None)
@given(built=catalogs_with_services(), query=queries())
def test_a_count_is_what_the_value_alone_would_leave(built: Catalog, query: CatalogQuery) -> None:
    index = CatalogIndex(built, TODAY)
    counts = index.run(query).counts
    for facet in Facet:
        assert counts[facet] == {
            value: len(plain_rows(index, query.with_values(facet, {value})))
            for value in index.values[facet]
        }


@settings(max_examples=60, deadline=None)
@given(
    built=catalogs_with_services(),
    query=queries(),
    facet=st.sampled_from(list(Facet)),
    data=st.data(),
)
def test_values_together_leave_what_the_plain_rule_says(
    built: Catalog, query: CatalogQuery, facet: Facet, data: st.DataObject
) -> None:
    index = CatalogIndex(built, TODAY)
    listed = index.values[facet]
    chosen = data.draw(st.sets(st.sampled_from(listed), min_size=1)) if listed else {"none"}
    count = index.run(query).count_with(facet, chosen)
    assert count == len(plain_rows(index, query.with_values(facet, chosen)))


@settings(max_examples=60, deadline=None)
@given(built=catalogs_with_services(), query=queries(), facet=st.sampled_from(list(Facet)))
def test_what_may_fit_with_a_value_is_counted_apart(
    built: Catalog, query: CatalogQuery, facet: Facet
) -> None:
    index = CatalogIndex(built, TODAY)
    for value in index.values[facet][:3]:
        asked = query.with_values(facet, {value})
        fitting = set(plain_rows(index, asked))
        expected = sum(
            row not in fitting and may_fit(asked, entry, index.catalog, index.today)
            for row, entry in enumerate(index.entries)
        )
        assert index.run(query).with_value(facet, value).unknown == expected


@settings(max_examples=25, deadline=None)
@given(built=catalogs_with_services(), asked=st.lists(queries(), min_size=2, max_size=4))
def test_an_answer_does_not_depend_on_what_was_asked_before(
    built: Catalog, asked: list[CatalogQuery]
) -> None:
    used = CatalogIndex(built, TODAY)
    for query in asked:
        fresh = CatalogIndex(built, TODAY).run(query)
        again = used.run(query)
        assert (again.rows(), again.counts) == (fresh.rows(), fresh.counts)


def test_every_value_an_entry_can_be_found_by_is_listed() -> None:
    index = CatalogIndex(catalog(model(use_cases=("unlisted",))), TODAY)
    assert index.values[Facet.USE_CASES] == ("chat", "code", "unlisted")
    assert index.values[Facet.MODALITIES] == ("in:text", "out:text")


def test_rows_come_in_the_order_asked_for() -> None:
    index = CatalogIndex(catalog(model("a"), model("b"), model("c", provider="xai")), TODAY)
    result = index.run(CatalogQuery(providers=frozenset({"openai"})))
    assert result.rows([2, 1, 0]) == [1, 0]


def test_an_empty_catalogue_answers_with_nothing() -> None:
    result = CatalogIndex(catalog(), TODAY).run(CatalogQuery())
    assert result.rows() == []
    assert result.count == 0
    assert set(result.counts[Facet.REGIONS].values()) == {0}


def test_an_entry_is_found_by_its_key() -> None:
    index = CatalogIndex(catalog(model("a", version("1"), version("2"))), TODAY)
    assert index.row_of(("a", "2")) == 1
    assert index.row_of(("a", "3")) is None


def test_more_regions_than_one_entry_offers_are_counted_apart() -> None:
    offered = version(offers=[offer("Standard", "swedencentral", "eastus2")])
    index = CatalogIndex(catalog(model("a", offered)), TODAY)
    counts = index.run(CatalogQuery(regions=frozenset({"swedencentral"}))).counts
    assert counts[Facet.REGIONS]["eastus2"] == 1
    assert counts[Facet.DATA_ZONES] == {"EU": 1, "US": 0, "APAC": 0}
